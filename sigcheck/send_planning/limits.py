"""What the rules that run ask of send times, as numbers."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from sigcheck.rule import ParameterValue
from sigcheck.selection import Selection


class Limits(NamedTuple):
    """The parameters of the rules about send times; None, or 0 days and sends, where the rule does not run.

    `per_hour` and `at_once` are HRS003's, `per_day` SND005's, `reply_days` SND003's, `earlier_sends` and `slot_minutes`
    HRS004's, `min_days` FRQ001's; `avoids_round` says that HRS005 runs.
    """

    per_hour: float | None = None
    at_once: int | None = None
    per_day: int | None = None
    reply_days: int = 0
    earlier_sends: int = 0
    slot_minutes: int = 0
    avoids_round: bool = False
    min_days: int = 0


class Request(NamedTuple):
    """What is asked for: the limits to keep to, the seed of chance, and whether a schedule that repeats comes once."""

    limits: Limits
    seed: int = 0
    once: bool = False


def limits_of(selection: Selection) -> Limits:
    """Return the limits that the selected rules set, with the parameters that the plan gives them."""
    parameters = {
        loaded.code: {**loaded.rule.parameters, **selection.parameters.get(loaded.code, {})}
        for pack in selection.packs
        for loaded in pack.rules
        if loaded.code in ("HRS003", "HRS004", "SND003", "SND005", "HRS005", "FRQ001")
    }
    return Limits(
        per_hour=_number(parameters, "HRS003", "per_hour"),
        at_once=_whole(parameters, "HRS003", "at_once"),
        per_day=_whole(parameters, "SND005", "per_day"),
        reply_days=_whole(parameters, "SND003", "reply_days") or 0,
        earlier_sends=_whole(parameters, "HRS004", "sends") or 0,
        slot_minutes=_whole(parameters, "HRS004", "minutes") or 0,
        avoids_round="HRS005" in parameters,
        min_days=_whole(parameters, "FRQ001", "min_days") or 0,
    )


def _number(parameters: Mapping[str, Mapping[str, ParameterValue]], code: str, name: str) -> float | None:
    value = parameters.get(code, {}).get(name)
    return float(value) if isinstance(value, int | float) else None


def _whole(parameters: Mapping[str, Mapping[str, ParameterValue]], code: str, name: str) -> int | None:
    value = _number(parameters, code, name)
    return None if value is None else int(value)
