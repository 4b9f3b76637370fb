"""sigcheck: checks signature-driven emails against their ten deadly sins before they are sent.

from sigcheck import lint
report = lint("plan.yaml")
print(report.verdict, report.score)
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sigcheck.errors import InputError as InputError
    from sigcheck.linter import Options as Options
    from sigcheck.linter import lint as lint
    from sigcheck.plan import Plan as Plan
    from sigcheck.plan import load_plan as load_plan
    from sigcheck.plans_together import lint_together as lint_together
    from sigcheck.report import Finding as Finding
    from sigcheck.report import Report as Report

__version__ = "0.1.0"

_HOMES = {
    "InputError": "sigcheck.errors",
    "Options": "sigcheck.linter",
    "lint": "sigcheck.linter",
    "lint_together": "sigcheck.plans_together",
    "Plan": "sigcheck.plan",
    "load_plan": "sigcheck.plan",
    "Finding": "sigcheck.report",
    "Report": "sigcheck.report",
}

__all__ = ["Finding", "InputError", "Options", "Plan", "Report", "lint", "lint_together", "load_plan"]


def __getattr__(name: str) -> Any:
    """Load a name of the public API when it is first used, so that `import sigcheck` costs next to nothing."""
    if name not in _HOMES:
        raise AttributeError(f"module 'sigcheck' has no attribute '{name}'")
    from importlib import import_module

    return getattr(import_module(_HOMES[name]), name)
