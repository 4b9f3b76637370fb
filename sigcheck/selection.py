"""Which rules run: those that the plan and the command line select, with their parameters."""

from __future__ import annotations

import difflib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from sigcheck.errors import InputError, Mistake
from sigcheck.plan import Plan
from sigcheck.rule import LoadedRule, Pack, ParameterValue


@dataclass(frozen=True)
class Selection:
    """The rules that run, by pack, and the parameters that the plan changes, by code."""

    packs: tuple[Pack, ...]
    parameters: Mapping[str, Mapping[str, ParameterValue]] = field(default_factory=dict)


def select_rules(packs: Sequence[Pack], plan: Plan, select: Sequence[str], ignore: Sequence[str]) -> Selection:
    """Return the rules to run. `select` and `ignore` hold codes or beginnings of codes; they win over the plan's.

    Raises InputError where a code, in the plan or given, fits no rule, or a parameter is not one of its rule's.
    """
    codes = [loaded.code for pack in packs for loaded in pack.rules]
    mistakes = [
        *unknown_codes(codes, [*select, *ignore]),
        *_unknown_in_plan(codes, plan),
        *_bad_parameters(packs, plan),
    ]
    if mistakes:
        raise InputError(*mistakes)
    wanted = tuple(select) or tuple(plan.rules.select)
    unwanted = (*ignore, *plan.rules.ignore)

    def is_chosen(loaded: LoadedRule) -> bool:
        return (not wanted or loaded.code.startswith(wanted)) and not loaded.code.startswith(unwanted)

    chosen = (pack._replace(rules=tuple(loaded for loaded in pack.rules if is_chosen(loaded))) for pack in packs)
    return Selection(tuple(pack for pack in chosen if pack.rules), plan.rules.parameters)


def unknown_codes(codes: Sequence[str], given: Sequence[str]) -> list[Mistake]:
    """Return a mistake for each of `given` that is neither one of `codes` nor the beginning of one."""
    return [Mistake("", None, None, _no_such(code, codes)) for code in given if not _fits(code, codes)]


def _unknown_in_plan(codes: Sequence[str], plan: Plan) -> list[Mistake]:
    named: list[tuple[tuple[str | int, ...], str]] = []
    named += [(("rules", "select", index), code) for index, code in enumerate(plan.rules.select)]
    named += [(("rules", "ignore", index), code) for index, code in enumerate(plan.rules.ignore)]
    named += [(("ignore", index, "code"), entry.code) for index, entry in enumerate(plan.ignore)]
    unknown = [(keys, code) for keys, code in named if not _fits(code, codes)]
    unknown += [(("rules", "parameters", code), code) for code in plan.rules.parameters if code not in codes]
    return [plan.mistake(keys, _no_such(code, codes)) for keys, code in unknown]


def _bad_parameters(packs: Sequence[Pack], plan: Plan) -> list[Mistake]:
    rules = {loaded.code: loaded.rule for pack in packs for loaded in pack.rules}
    mistakes = []
    for code, values in plan.rules.parameters.items():
        defaults = rules[code].parameters if code in rules else values
        for name, value in values.items():
            keys = ("rules", "parameters", code, name)
            if name not in defaults:
                known = ", ".join(defaults) or "no parameters"
                mistakes.append(plan.mistake(keys, f"'{name}' is no parameter of {code}: it has {known}"))
            elif _kind(value) != _kind(defaults[name]):
                text = f"'{name}' of {code} is a {_kind(defaults[name])}, not a {_kind(value)}"
                mistakes.append(plan.mistake(keys, text))
    return mistakes


def _kind(value: ParameterValue) -> str:
    if isinstance(value, bool):
        return "true or false"
    if isinstance(value, int | float):
        return "number"
    return "list" if isinstance(value, list) else "text"


def _fits(code: str, codes: Sequence[str]) -> bool:
    return bool(code) and any(known.startswith(code) for known in codes)


def _no_such(code: str, codes: Sequence[str]) -> str:
    close = difflib.get_close_matches(code.upper(), codes, n=1, cutoff=0.6)
    if close:
        return f"there is no rule '{code}' (did you mean {close[0]}?)"
    beginnings = ", ".join(dict.fromkeys(known.rstrip("0123456789") for known in codes))
    return f"there is no rule '{code}': codes begin with {beginnings}"
