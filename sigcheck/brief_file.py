"""The brief that a plan names: the file or folder where senders see what goes out in their names."""

from __future__ import annotations

import os
from pathlib import Path

from sigcheck.confinement import confine_written
from sigcheck.errors import InputError
from sigcheck.plan import Plan, load_plan


def named_brief(path: Path) -> str | None:
    """Return the path of the brief that the plan at `path` names, as written if absolute; None where it names none."""
    return _path_of(load_plan(path))


def brief_to_write(path: Path) -> str | None:
    """Return the same. Raises InputError where it must not be written."""
    plan = load_plan(path)
    if plan.brief is not None:
        confine_written(plan, plan.resolve(plan.brief, ("brief",)), ("brief",))
    return _path_of(plan)


def _path_of(plan: Plan) -> str | None:
    if plan.brief is None:
        return None
    return f"{plan.resolve(plan.brief, ('brief',))}{'/' if plan.brief.endswith('/') else ''}"


def check_named_brief(plan: Plan) -> None:
    """Raise InputError where the plan names a brief that nobody has written."""
    if plan.brief is None or os.path.exists(plan.resolve(plan.brief, ("brief",))):  # noqa: PTH110 - Path's may raise
        return
    text = f"'{plan.brief}' does not exist: write it with 'sigcheck brief {plan.label}'"
    raise InputError(plan.mistake(("brief",), text))
