"""The relations that a rule can query: their columns, types and meaning.

This is the data model as data. The engine creates the relations from it, rules are checked against
it, and `docs/data-model.md` is generated from it. Types are those that DuckDB and Spark share.
"""

from __future__ import annotations

from sigcheck.relations.message_relations import (
    HEADERS,
    HTML_ELEMENTS,
    LINK_PARAMETERS,
    LINKS,
    MERGE_TAGS,
    MESSAGE_LINES,
    MESSAGE_PAIRS,
    MESSAGE_SENDERS,
    MESSAGES,
    OPT_OUTS,
    TEMPLATE_FAULTS,
)
from sigcheck.relations.plan_relations import (
    PLAN,
    REJECTS,
    SENDERS,
    SUPPRESSION_LISTS,
    SUPPRESSIONS,
)
from sigcheck.relations.recipient_relations import (
    LIST_COLUMNS,
    MERGE_VALUES,
    RECIPIENT_FACTS,
    RECIPIENTS,
    SEGMENTS,
)
from sigcheck.relations.schema import Column, Relation
from sigcheck.relations.send_relations import (
    BRANDED_EMAILS,
    HISTORY,
    RECEIVED_EMAILS,
    SEND_STARTS,
    SENDS,
)

__all__ = [
    "BRANDED_EMAILS",
    "HEADERS",
    "HISTORY",
    "HTML_ELEMENTS",
    "LINKS",
    "LINK_PARAMETERS",
    "LIST_COLUMNS",
    "MERGE_TAGS",
    "MERGE_VALUES",
    "MESSAGES",
    "MESSAGE_LINES",
    "MESSAGE_PAIRS",
    "MESSAGE_SENDERS",
    "OPT_OUTS",
    "PLAN",
    "RECEIVED_EMAILS",
    "RECIPIENTS",
    "RECIPIENT_FACTS",
    "REJECTS",
    "RELATIONS",
    "SEGMENTS",
    "SENDERS",
    "SENDS",
    "SEND_STARTS",
    "SUPPRESSIONS",
    "SUPPRESSION_LISTS",
    "TEMPLATE_FAULTS",
    "Column",
    "Relation",
]

RELATIONS = (
    PLAN,
    SENDERS,
    MESSAGES,
    MESSAGE_LINES,
    HEADERS,
    LINKS,
    LINK_PARAMETERS,
    MERGE_TAGS,
    TEMPLATE_FAULTS,
    HTML_ELEMENTS,
    OPT_OUTS,
    MESSAGE_PAIRS,
    MESSAGE_SENDERS,
    LIST_COLUMNS,
    Relation(RECIPIENTS.name, RECIPIENTS.row, RECIPIENTS.columns + RECIPIENT_FACTS),
    SENDS,
    MERGE_VALUES,
    SEGMENTS,
    HISTORY,
    BRANDED_EMAILS,
    RECEIVED_EMAILS,
    SEND_STARTS,
    SUPPRESSIONS,
    SUPPRESSION_LISTS,
    REJECTS,
)
"""All relations, in the order of the data model."""
