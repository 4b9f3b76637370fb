"""Plans: `plan.yaml` read, validated, and laid over a repository's defaults."""

from sigcheck.plan.layers import DEFAULTS_NAME, find_defaults
from sigcheck.plan.load import json_schema, load_plan
from sigcheck.plan.model import Plan
from sigcheck.plan.parts import (
    LIST_COLUMNS,
    EngineSettings,
    Goal,
    Ignore,
    MessageFile,
    OptOut,
    ParameterValue,
    Program,
    RecipientList,
    Roster,
    RuleSettings,
    Sender,
    SuppressionList,
)
from sigcheck.plan.recurrence import MAX_OCCURRENCES
from sigcheck.plan.schedule import Schedule
from sigcheck.plan.values import (
    DateRange,
    TimeRange,
    parse_address,
    parse_date,
    parse_date_range,
    parse_moment,
    to_utc,
)

__all__ = [
    "DEFAULTS_NAME",
    "LIST_COLUMNS",
    "MAX_OCCURRENCES",
    "DateRange",
    "EngineSettings",
    "Goal",
    "Ignore",
    "MessageFile",
    "OptOut",
    "ParameterValue",
    "Plan",
    "Program",
    "RecipientList",
    "Roster",
    "RuleSettings",
    "Schedule",
    "Sender",
    "SuppressionList",
    "TimeRange",
    "find_defaults",
    "json_schema",
    "load_plan",
    "parse_address",
    "parse_date",
    "parse_date_range",
    "parse_moment",
    "to_utc",
]
