"""The schedule of a plan: when the email is sent."""

from __future__ import annotations

from collections.abc import Callable, Collection
from datetime import datetime, timedelta
from typing import Annotated, Any, Literal, TypeAlias
from zoneinfo import ZoneInfo

from pydantic import Field, ValidationInfo, field_validator, model_validator

from sigcheck.plan.recurrence import check_repeat, occurrences
from sigcheck.plan.section import Section, Text
from sigcheck.plan.shorthand import Parsed, Problem, validated_with
from sigcheck.plan.values import TimeRange, parse_hours, parse_moment, parse_zone, to_utc
from sigcheck.zones import zone_info

_Moment: TypeAlias = Annotated[datetime, Parsed(parse_moment)]

LONGEST_WINDOW = timedelta(days=366)
"""Time over which the sends of one message may be spread; what takes longer is several sends."""

_WORKING_HOURS = TimeRange(9 * 60, 17 * 60)


class Schedule(Section):
    """When the email is sent: all at once, spread over a window, or at each recipient's own time.

    Times are kept as written: naive ones are local times in `timezone`, others carry their offset from UTC.
    """

    timezone: Annotated[str, Parsed(parse_zone)] = Field(
        default="UTC", description="IANA time zone of the times here, and of recipients about whom none is known"
    )
    at: _Moment | None = Field(default=None, description="when all are sent, such as 2026-12-01 09:10")
    start: _Moment | None = Field(default=None, description="when the sends begin to be spread out")
    end: _Moment | None = Field(default=None, description="when the last is sent")
    column: Text | None = Field(default=None, description="column of the recipient list that holds the time")
    per_hour: Annotated[float, Field(strict=True, gt=0, allow_inf_nan=False)] | None = Field(
        default=None, description="sends an hour, within the window"
    )
    repeat: Text | None = Field(
        default=None,
        description="recurrence rule of RFC 5545 that comes to an end",
        examples=["FREQ=WEEKLY;BYDAY=MO;COUNT=4"],
    )
    hours: Annotated[TimeRange, Parsed(parse_hours)] | None = Field(
        default=None, description="working hours where the recipient is; 09:00-17:00 where absent"
    )

    @model_validator(mode="wrap")
    @classmethod
    def _has_one_kind_of_time(cls, data: object, handler: Callable[[object], Any]) -> Any:
        return validated_with(cls.__name__, data, handler, _time_problems)

    @field_validator("end")
    @classmethod
    def _is_near(cls, end: datetime, info: ValidationInfo) -> datetime:
        start = info.data.get("start")
        if start is not None:
            zone = zone_info(info.data.get("timezone", "UTC"))
            if to_utc(end, zone) - to_utc(start, zone) > LONGEST_WINDOW:
                raise ValueError(f"is more than {LONGEST_WINDOW.days} days after the start: end it sooner")
        return end

    @field_validator("repeat")
    @classmethod
    def _repeat_ends(cls, repeat: str, info: ValidationInfo) -> str:
        check_repeat(repeat)
        start = info.data.get("at") or info.data.get("start")
        if start is not None:
            occurrences(repeat, start, zone_info(info.data.get("timezone", "UTC")))
        return repeat

    @property
    def zone(self) -> ZoneInfo:
        """Return the time zone of the schedule."""
        return zone_info(self.timezone)

    @property
    def kind(self) -> Literal["at", "window", "column"]:
        """Return how times are given: all at once, a window to spread them over, or a column of the list."""
        if self.at is not None:
            return "at"
        return "window" if self.start is not None else "column"

    @property
    def working_hours(self) -> tuple[int, int]:
        """Return start and end of working hours in minutes after local midnight."""
        hours = self.hours or _WORKING_HOURS
        return hours.start, hours.end

    def utc(self, moment: datetime) -> datetime:
        """Return a time of this schedule as naive UTC."""
        return to_utc(moment, self.zone)

    def occurrences(self) -> tuple[datetime, ...]:
        """Return when the send, or its window, starts: once or at each repetition; empty for times of a column.

        Repetitions are naive local times of `timezone`; a start that does not repeat is as written.
        """
        start = self.at or self.start
        if start is None:
            return ()
        return occurrences(self.repeat, start, self.zone) if self.repeat else (start,)


def _time_problems(given: Collection[str]) -> list[Problem]:
    """Return what is wrong with the choice of keys."""
    kinds = [key for key in ("at", "start", "column") if key in given or (key == "start" and "end" in given)]
    problems: list[Problem] = []
    if not kinds:
        problems.append(((), "says no time: add `at: 2026-12-01 09:10`, `start` and `end`, or `column`"))
    if len(kinds) > 1:
        problems.append(((), f"gives {' and '.join(kinds)}: keep one of `at`, `start` with `end`, `column`"))
    if kinds == ["start"]:
        for key in {"start", "end"} - set(given):
            other = "end" if key == "start" else "start"
            problems.append(((), f"gives {other} without {key}: add `{key}`, or write `at` to send all at once"))
    if "per_hour" in given and "start" not in kinds:
        problems.append((("per_hour",), "belongs to a window: add `start` and `end`, or delete it"))
    if "repeat" in given and "column" in kinds:
        problems.append((("repeat",), "does not go with `column`: each recipient's own time comes once"))
    return problems
