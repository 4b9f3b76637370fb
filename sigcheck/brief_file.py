"""The brief that a plan names: the file or folder where senders see what goes out in their names."""

from __future__ import annotations

from pathlib import Path

from sigcheck.errors import InputError
from sigcheck.plan import Plan, load_plan


def named_brief(path: Path) -> str | None:
    """Return the path of the brief that the plan at `path` names, as written if absolute; None where it names none."""
    plan = load_plan(path)
    if plan.brief is None:
        return None
    return f"{plan.resolve(plan.brief, ('brief',))}{'/' if plan.brief.endswith('/') else ''}"


def check_named_brief(plan: Plan) -> None:
    """Raise InputError where the plan names a brief that nobody has written."""
    if plan.brief is None or plan.resolve(plan.brief, ("brief",)).exists():
        return
    text = f"'{plan.brief}' does not exist: write it with 'sigcheck brief {plan.label}'"
    raise InputError(plan.mistake(("brief",), text))
