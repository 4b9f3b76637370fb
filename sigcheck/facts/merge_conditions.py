"""Conditions around merge tags: what is inserted where the field that they test is empty.

In `{% if first_name %}Hi {{first_name}}{% else %}Hello{% endif %}` the tag needs no value: "Hello" is its
default. Read alike are Liquid, HubL, Handlebars, Mustache sections, Apollo's `{{#endif}}` and Mailchimp's `*|IF:|*`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import NamedTuple

from sigcheck.facts.fields import field_key
from sigcheck.facts.merge_tokens import MergeToken

_EMPTY_VALUES = frozenset({"", "blank", "empty", "nil", "null", "none", "false"})


_DEEPEST = 20
"""Conditions within conditions that are looked at: people write two or three, and time must not grow with more."""


class Control(NamedTuple):
    """One control tag: `action` is open, branch (else, elsif), close or other; the rest is about the branch it opens.

    `filled` holds the keys of the fields that have a value in this branch for certain, `otherwise` of those that
    have one in the branches after it. `condition` is what the branch asks, as written, or its contrary where it is
    `negated`; None for else, and for what is no condition, such as a loop.
    """

    action: str
    filled: frozenset[str] = frozenset()
    otherwise: frozenset[str] = frozenset()
    condition: str | None = None
    negated: bool = False


@dataclass
class _Branch:
    start: int
    filled: frozenset[str]
    otherwise: frozenset[str]
    passed_on: frozenset[str] = frozenset()
    fields: list[tuple[int, str]] = field(default_factory=list)
    text: str = ""


def read_control(token: MergeToken) -> Control | None:
    """Return the control tag that `token` is, or None where it inserts a value."""
    body = token.body.strip()
    if token.kind == "block":
        return _control(*_word_and_rest(body))
    if token.kind in ("double", "triple"):
        return _handlebars_control(body)
    if token.kind == "stars":
        return _mailchimp_control(body)
    return None


def conditional_defaults(
    text: str, controls: Iterable[tuple[MergeToken, Control | None, str | None]]
) -> dict[MergeToken, str]:
    """Return, for each tag that a condition keeps from being empty, the text that stands in its place then.

    `controls` holds each tag of `text` in order: its token, the control tag that it is, and the key of the
    field that it inserts. Blocks that are never closed, or nested too deeply, are passed over.
    """
    defaults: dict[MergeToken, str] = {}
    tokens: list[MergeToken] = []
    blocks: list[list[_Branch]] = []
    for token, control, key in controls:
        tokens.append(token)
        if control is None:
            for block in blocks[:_DEEPEST] if key else ():
                block[-1].fields.append((len(tokens) - 1, key or ""))
        elif control.action == "open":
            blocks.append([_Branch(token.end, control.filled, control.otherwise)])
        elif blocks and control.action in ("branch", "close"):
            _end_branch(blocks, text, token, control)
            if control.action == "close":
                defaults.update((tokens[index], value) for index, value in _defaults_of(blocks.pop()))
    return defaults


def _end_branch(blocks: list[list[_Branch]], text: str, token: MergeToken, control: Control) -> None:
    block = blocks[-1]
    if len(blocks) > _DEEPEST:
        return
    block[-1].text = text[block[-1].start : token.start].strip()
    if control.action == "branch":
        # Each branch passes on what holds after it, so that the last one holds for all before.
        otherwise = block[-1].passed_on | block[-1].otherwise
        block.append(_Branch(token.end, control.filled | otherwise, control.otherwise, otherwise))


def _defaults_of(block: Sequence[_Branch]) -> Iterable[tuple[int, str]]:
    first, last = block[0], block[-1]
    for branch in block:
        other = first if branch is last else last
        instead = "" if other is branch else other.text
        yield from ((index, instead) for index, key in branch.fields if key in branch.filled)


def _control(word: str, condition: str) -> Control | None:
    if word in ("if", "ifnot", "unless"):
        return _conditional("open", condition, negated=word != "if")
    if word in ("elsif", "elseif", "elif"):
        return _conditional("branch", condition)
    if word == "else":
        return Control("branch")
    if word in ("for", "case", "each", "with", "interested"):
        return Control("open")
    return Control("close" if word.startswith("end") else "other")


def _conditional(action: str, condition: str, *, negated: bool = False) -> Control:
    filled, otherwise = _tested_fields(condition)
    if negated:
        filled, otherwise = otherwise, filled
    return Control(action, filled, otherwise, condition, negated)


def _handlebars_control(body: str) -> Control | None:
    if body.startswith(("/", "#end")):
        return Control("close")
    if body.startswith("^") and body[1:].strip():
        return _conditional("open", body[1:], negated=True)
    word, rest = _word_and_rest(body.lstrip("#^"))
    if word == "else" or body == "^":
        nested = _word_and_rest(rest)
        return _conditional("branch", nested[1]) if nested[0] == "if" else Control("branch")
    if word == "endif" or (body.startswith("#") and word in ("elsif", "elseif")):
        return _control(word, rest)
    if not body.startswith("#"):
        return Control("other") if body.startswith(("!", ">")) else None
    known = word in ("if", "unless", "each", "with")
    return _control(word, rest) if known else _conditional("open", body[1:])


def _mailchimp_control(body: str) -> Control | None:
    word, colon, condition = body.partition(":")
    if not colon or word.upper() not in ("IF", "IFNOT", "ELSEIF", "ELSE", "END", "ENDIF", "INTERESTED"):
        return None
    return _control(word.lower(), condition)


def _tested_fields(condition: str) -> tuple[frozenset[str], frozenset[str]]:
    first, *others = _joint_pattern().split(condition)
    joints, terms = others[::2], [first, *others[1::2]]
    if any(joint.strip().lower() in ("or", "||") for joint in joints):
        return frozenset(), frozenset()
    tests = [_tested_field(term) for term in terms]
    filled = frozenset(key for key, where_true in tests if key and where_true)
    # Of several terms that must all hold, none is known to fail where the whole fails.
    otherwise = frozenset(key for key, where_true in tests if key and not where_true and len(tests) == 1)
    return filled, otherwise


def _tested_field(term: str) -> tuple[str, bool]:
    """Return the key of the field tested, and whether it is filled where the test holds; else it is where it fails."""
    match = _term_pattern().fullmatch(term.strip())
    if match is None:
        return "", False
    where_true = True
    if match["operator"] is not None:
        where_true = (match["operator"] in ("==", "=")) != (_literal(match).lower() in _EMPTY_VALUES)
    return field_key(match["field"]), where_true != bool(match["not"])


def condition_holds(control: Control, value_of: Callable[[str], str]) -> bool | None:
    """Return whether a branch's condition holds; None where it compares in a way that is not read here.

    `value_of` returns the value of a field, by its name as written; blank where it is empty.
    """
    first, *others = _joint_pattern().split(control.condition or "")
    groups = [[first]]
    for joint, term in zip(others[::2], others[1::2], strict=True):
        if joint.strip().lower() in ("or", "||"):
            groups.append([term])
        else:
            groups[-1].append(term)
    results = [[_term_holds(term, value_of) for term in group] for group in groups]
    if any(result is None for group in results for result in group):
        return None
    return any(all(group) for group in results) != control.negated


def _term_holds(term: str, value_of: Callable[[str], str]) -> bool | None:
    match = _term_pattern().fullmatch(term.strip())
    if match is None:
        return None
    value = value_of(match["field"]).strip()
    holds = bool(value)
    if match["operator"] is not None:
        literal = _literal(match)
        is_equal = not value if literal.lower() in _EMPTY_VALUES else value == literal
        holds = is_equal == (match["operator"] in ("==", "="))
    return holds != bool(match["not"])


def _literal(match: re.Match[str]) -> str:
    return match["value"].strip().strip("\"'")


def _word_and_rest(body: str) -> tuple[str, str]:
    word, _, rest = body.strip().partition(" ")
    return word.lower(), rest.strip()


@cache
def _joint_pattern() -> re.Pattern[str]:
    return re.compile(r"(\s(?:and|or)\s|&&|\|\|)", re.IGNORECASE)


@cache
def _term_pattern() -> re.Pattern[str]:
    return re.compile(r"(?P<not>not\s+|!\s*)?(?P<field>[\w.$]+)(?:\s*(?P<operator>==|!=|<>|=)(?P<value>.*))?")
