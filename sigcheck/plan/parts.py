"""The parts of a plan: sender, message, recipients, lists of opt-outs, program, rules."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Annotated, Any, Literal, TypeAlias

from pydantic import AfterValidator, Field

from sigcheck.errors import EXAMPLE_ADDRESS
from sigcheck.plan.section import Address, PathText, Purpose, Section, Text
from sigcheck.plan.shorthand import Listed, Parsed
from sigcheck.plan.values import DateRange, parse_date, parse_date_range, parse_master, parse_memory, parse_utc
from sigcheck.relations import RECIPIENTS
from sigcheck.wording import shown, suggestion

LIST_COLUMNS = tuple(name for name in RECIPIENTS.column_names if name not in ("row", "line", "position", "sender"))
"""Columns of a recipient list that have a meaning, under their standard names."""

ParameterValue: TypeAlias = str | bool | int | float | list[str | bool | int | float]
"""What a rule's parameter may be set to."""

Seconds: TypeAlias = Annotated[float, Field(strict=True, gt=0, le=86_400)]

_DAY = {"type": "string", "format": "date"}


class Sender(Section):
    """The person in whose name the email is sent."""

    name: Text = Field(examples=["Ana Ruiz"])
    email: Address = Field(examples=[EXAMPLE_ADDRESS])
    title: Text | None = Field(default=None, description="job title")
    away: Annotated[tuple[DateRange, ...], Listed(tuple[Annotated[Any, Parsed(parse_date_range)], ...])] = Field(
        default=(), description="days on which the sender cannot answer: 2026-12-24, or 2026-12-24/2027-01-02"
    )
    delegate: Address | None = Field(default=None, description="address that replies may go to instead")


class Roster(Section):
    """Several senders, each recipient's chosen by a column of the recipient list."""

    match: Text = Field(default="owner", description="column of the recipient list that names the sender")
    file: PathText = Field(description="table of senders: name, email, title, away", examples=["senders.csv"])


class MessageFile(Section):
    """One variation of the message."""

    file: PathText = Field(description="path of a .txt, .md, .eml or .html file", examples=["message.txt"])
    subject: str | None = Field(default=None, description="subject line, where the file holds none")
    name: Text = Field(default="", description="name of the variation; made from the file's name where absent")


def _known_columns(columns: Mapping[str, str]) -> Mapping[str, str]:
    for name in columns:
        if name not in LIST_COLUMNS:
            meant = suggestion(name, LIST_COLUMNS) or f": it is one of {', '.join(LIST_COLUMNS)}"
            raise ValueError(f"'{name}' is not the standard name of a column{meant}")
    return columns


class RecipientList(Section):
    """The recipient list. Titles above its header and notes below its rows, as reports have them, are passed over."""

    file: PathText = Field(
        description="path of a .csv, .tsv, .xlsx, .parquet or .jsonl file", examples=["recipients.csv"]
    )
    columns: Annotated[Mapping[str, Text], AfterValidator(_known_columns)] = Field(
        default_factory=dict, description="standard name of a column: its header in the file, where not recognised"
    )


class SuppressionList(Section):
    """A list of people who opted out, or of contacts with a column such as "Email Opt Out" that says who did."""

    file: PathText = Field(description="path of the list", examples=["optouts.csv"])
    source: Text | None = Field(default=None, description="system that keeps the list")
    scope: Literal["all", "email", Purpose] = Field(default="all", description="what the people opted out of")
    hash: Literal["none", "md5", "sha1", "sha256"] = Field(default="none", description="how addresses are digested")
    as_of: Annotated[datetime, Parsed(parse_utc)] | None = Field(
        default=None, description="when the list was made; in UTC where it names no offset"
    )


class OptOut(Section):
    """How opt-outs are handled."""

    owner: Text | None = Field(default=None, description="who is responsible")
    process: Text | None = Field(default=None, description="what is done when someone opts out")
    systems: Annotated[tuple[str, ...], Listed(tuple[Text, ...])] = Field(
        default=(), description="systems whose opt-outs have to be honoured"
    )


def _target(value: object) -> str | int | float:
    if isinstance(value, bool) or not isinstance(value, str | int | float) or value == "":
        raise ValueError(f"must be a number or text, not {shown(value)}")
    return value


class Goal(Section):
    """What a program is measured by."""

    metric: Text | None = Field(default=None, description="what is counted, such as meetings booked")
    target: Annotated[str | int | float, Parsed(_target, {"type": ["string", "number"]})] | None = Field(
        default=None, description="what it should come to"
    )


class Program(Section):
    """The program that a send belongs to; asked for where the audience is the sales force."""

    name: Text | None = None
    goal: Goal = Field(default={}, validate_default=True)
    test: Text | None = Field(default=None, description="what is tested")
    results: Text | None = Field(default=None, description="results of earlier sends")
    reviewed: Annotated[date, Parsed(parse_date, _DAY)] | None = Field(
        default=None, description="when the goals were last reviewed with sales leadership"
    )


def _parameter(value: object) -> ParameterValue:
    if isinstance(value, str | bool | int | float):
        return value
    if isinstance(value, list) and all(isinstance(item, str | bool | int | float) for item in value):
        return value
    raise ValueError(f"must be text, a number, true, false or a list of these, not {shown(value)}")


_SCALAR = {"type": ["string", "number", "boolean"]}
_Parameter: TypeAlias = Annotated[
    ParameterValue, Parsed(_parameter, {"anyOf": [_SCALAR, {"type": "array", "items": _SCALAR}]})
]


class RuleSettings(Section):
    """Which rules run, and how."""

    select: Annotated[tuple[str, ...], Listed(tuple[Text, ...])] = Field(
        default=(), description="codes, or beginnings of codes, of the only rules to run; all where empty"
    )
    ignore: Annotated[tuple[str, ...], Listed(tuple[Text, ...])] = Field(
        default=(), description="codes, or beginnings of codes, of rules not to run"
    )
    parameters: Mapping[str, Mapping[str, _Parameter]] = Field(
        default_factory=dict, description="parameters of rules, by code"
    )
    paths: Annotated[tuple[str, ...], Listed(tuple[PathText, ...])] = Field(
        default=(), description="folders of further rules"
    )


class Ignore(Section):
    """Findings that are known and accepted, with the reason."""

    code: Text = Field(description="code, or beginning of a code", examples=["HRS005"])
    reason: Text = Field(description="why the findings are accepted", examples=["agreed with the sender"])
    until: Annotated[date, Parsed(parse_date, _DAY)] | None = Field(default=None, description="last day it holds")
    address: Text | None = Field(default=None, description="only findings about this recipient")
    company: Text | None = Field(default=None, description="only findings about this company")
    file: PathText | None = Field(default=None, description="only findings in this file")


class Spark(Section):
    """Apache Spark as the engine."""

    master: Annotated[str, Parsed(parse_master)] = Field(
        default="local[*]",
        description="master to connect to: local[N] (threads of this machine), spark://HOST:PORT, yarn, sc://HOST:PORT",
        examples=["spark://cluster:7077"],
    )


class EngineSettings(Section):
    """What the rules run on; DuckDB where nothing is said."""

    spark: Spark | None = None
    time_limit: Seconds | None = Field(
        default=None,
        description="seconds that one rule may take; 60, and 60 more for each GB of lists and histories, where absent",
    )
    memory_limit: Annotated[int, Parsed(parse_memory)] | None = Field(
        default=None,
        description="memory that the check may use; four fifths of the machine's where absent",
        examples=["4GB"],
    )
