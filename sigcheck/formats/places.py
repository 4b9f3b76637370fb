"""Places as a page shows them that names the plan once."""

from __future__ import annotations

from sigcheck.report import Report


def near(report: Report, place: str) -> str:
    """Return a path, or a place that begins with one, as seen from the plan's folder."""
    folder = report.plan.rpartition("/")[0]
    return place.removeprefix(f"{folder}/") if folder else place
