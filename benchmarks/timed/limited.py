"""The largest sends within a limit of memory: what does not fit is spilled to disk."""

from __future__ import annotations

from tables import Table

from timed.checked import check
from timed.checks import growth
from timed.figures import bytes_of, count, seconds
from timed.process import memory_limit
from timed.settings import Settings


def measure(settings: Settings) -> list[Table]:
    """Check each send once, in a control group that ends a process that takes more; needs root, as a rule."""
    rows, points = [], []
    for size in settings.limited:
        folder = settings.send(size)
        with memory_limit(settings.limit) as group:
            ours = check(settings, folder, group=group).run
        limit = bytes_of(settings.limit) if group is not None else "none"
        sizes = (count(size.recipients), count(size.history), size.format, limit)
        points.append((size.recipients + size.history, ours.wall))
        exponent = f"{growth(points):.2f}" if len(points) > 1 else "–"
        rows.append((*sizes, seconds(ours.wall), seconds(ours.cpu), bytes_of(ours.peak), exponent))
    header = ("recipients", "history", "format", "limit", "seconds", "CPU seconds", "peak memory", "exponent")
    return [Table(header, rows, 0, "limited", "Within a limit of memory")]
