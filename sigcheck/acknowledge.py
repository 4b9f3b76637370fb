"""`sigcheck acknowledge`: a sender's word goes into the plan's acknowledgement file."""

from __future__ import annotations

import os
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from sigcheck.acknowledgement import Acknowledgement, read_acknowledgements, written
from sigcheck.brief_file import check_named_brief
from sigcheck.clock import utc_now
from sigcheck.confinement import confine_written
from sigcheck.errors import InputError
from sigcheck.linter import open_engine
from sigcheck.paths import label_of
from sigcheck.plan import Plan, load_plan
from sigcheck.planned_send import load_planned_send
from sigcheck.send_digests import MAX_PEOPLE, digests_of
from sigcheck.whole_file import sole_writer, write_whole

_HEADING = "# Written by 'sigcheck acknowledge'. What it covers is bound by digests: a change calls for a new one.\n"


def write_acknowledgement(path: Path, sender: str, at: datetime | None = None) -> Path:
    """Note that `sender` (an address) has seen the send of the plan at `path`; return the file written.

    `at` is UTC; the plan's own `now` where it has one, else the present, where it is not given. Raises
    InputError where the plan names no acknowledgement file or no such sender.
    """
    plan = load_plan(path)
    if plan.acknowledgement is None:
        raise InputError.at(plan.label, "names no file to write to: add 'acknowledgement: plan.ack.yaml'")
    check_named_brief(plan)
    target = plan.resolve(plan.acknowledgement, ("acknowledgement",))
    confine_written(plan, target, ("acknowledgement",))
    _earlier(target)  # so that a file that is no acknowledgement is told before all is read
    engine = open_engine()
    try:
        planned = load_planned_send(engine, plan.model_copy(update={"acknowledgement": None}))
        entry = planned.inputs.senders.entry_of(sender, plan.label)
        digests = digests_of(engine, plan, entry, planned.used_columns)
    finally:
        engine.close()
    word = Acknowledgement(entry.email, at or _moment(plan), digests)
    with sole_writer(target):
        words = [*(earlier for earlier in _earlier(target) if earlier.sender != word.sender), word]
        write_whole(target, _HEADING + written(_small(words)))
    return target


def _earlier(target: Path) -> tuple[Acknowledgement, ...]:
    """Return the acknowledgements that a file holds; none where there is no such file, or link, yet."""
    return read_acknowledgements(target, label_of(target)) if os.path.lexists(target) else ()


def _small(words: Sequence[Acknowledgement]) -> list[Acknowledgement]:
    """Return the words without digests of single recipients where these would make a file that is too big to read."""
    if sum(word.digests.recipients for word in words if word.digests.people) <= MAX_PEOPLE:
        return list(words)
    return [word._replace(digests=word.digests._replace(people="")) for word in words]


def _moment(plan: Plan) -> datetime:
    if plan.now is not None:
        return plan.schedule.utc(plan.now)
    return utc_now()
