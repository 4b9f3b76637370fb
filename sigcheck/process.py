"""The process that a command has to itself, and that may therefore be limited and ended."""

from __future__ import annotations

import atexit
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from sigcheck.wording import one_line, without_command

_STATUS = Path("/proc/self/statm")

LEAST = 512_000_000
"""Bytes that a check may always grow by, as a process that nears its limit has set aside more than it uses."""

SET_ASIDE = 0.5
"""Part of its limit that a check may always grow by: memory that was used and given back counts as taken up still."""

_owners = 0


@contextmanager
def own_process() -> Iterator[None]:
    """Take the process for one's own inside: what follows has an effect there, and none elsewhere."""
    global _owners  # noqa: PLW0603 - a process is what there is one of
    _owners += 1
    try:
        yield
    finally:
        _owners -= 1


def share_of_memory(processes: int) -> int | None:
    """Return the bytes that each of several processes may use: together four fifths of the machine's.

    None for a single one, and on a system that does not tell how much there is.
    """
    if processes < 2 or "SC_PHYS_PAGES" not in getattr(os, "sysconf_names", {}):
        return None
    return os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE") * 4 // 5 // processes


def limit_memory(most: int) -> None:
    """Let the process grow to about `most` bytes, and hardly more: an allocation beyond that fails. Linux only."""
    sizes = _sizes()
    if not _owners or sizes is None:
        return
    taken_up, in_use = sizes
    _set_limit(taken_up + max(most - in_use, round(most * SET_ASIDE), LEAST))


def lift_memory_limit() -> None:
    """Let the process grow again as far as the system allows."""
    if _owners and _sizes() is not None:
        _set_limit(None)


def end(reason: str) -> None:
    """Say why on standard error, remove temporary files, and end with exit status 2, whatever is at work."""
    if not _owners:
        return
    with suppress(OSError, ValueError):
        sys.stderr.write(without_command(one_line(reason)) + "\n")
        sys.stderr.flush()
    atexit._run_exitfuncs()
    os._exit(2)


def _set_limit(most: int | None) -> None:
    import resource

    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    is_free = hard == resource.RLIM_INFINITY
    soft = hard if most is None else most if is_free else min(most, hard)
    with suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_AS, (soft, hard))


def _sizes() -> tuple[int, int] | None:
    """Return the bytes of address space taken up and of memory in use; None on a system that does not tell."""
    try:
        taken_up, in_use = _STATUS.read_text(encoding="ascii").split()[:2]
    except (OSError, ValueError):
        return None
    page = os.sysconf("SC_PAGE_SIZE")
    return int(taken_up) * page, int(in_use) * page
