"""Work shared out among processes, for many plans in one command."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Protocol, TypeVar

from sigcheck.errors import QueryError
from sigcheck.signals import end_at_once, held_signals

_Given = TypeVar("_Given")
_Made = TypeVar("_Made")

_ORPHANED = 2

_WORTHWHILE = 6
"""Checks of small sends from which on a process of their own is worth its start."""


class Map(Protocol):
    """What `map` does: a function applied to each of several things, the results in their order."""

    def __call__(self, function: Callable[[_Given], _Made], given: Iterable[_Given], /) -> Iterable[_Made]:
        """Return the results."""


@contextmanager
def workers(count: int, folder: Path) -> Iterator[Map]:
    """Return a map over `count` processes, or over this one where one is enough.

    `folder` is where the processes keep what they need meanwhile, so that nothing is left of it however they end.
    Raises QueryError where a process ends before its work is done.
    """
    if count < 2:
        yield map
        return
    from concurrent.futures import ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool
    from multiprocessing import active_children, get_context

    # Processes that are starting, and the one that multiprocessing cleans up with, would tell of a signal at length.
    with held_signals():
        executor = ProcessPoolExecutor(count, get_context("spawn"), _prepare, (str(folder),))

    def mapped(function: Callable[[_Given], _Made], given: Iterable[_Given], /) -> Iterable[_Made]:
        with held_signals():
            return executor.map(function, given)

    try:
        yield mapped
    except BrokenProcessPool:
        raise QueryError("a process ended before its work was done, maybe for want of memory: try --jobs 1") from None
    except BaseException:
        for child in active_children():
            child.terminate()
        raise
    finally:
        executor.shutdown(cancel_futures=True)


def usual_jobs(tasks: int) -> int:
    """Return over how many processes to share out so many checks: one for each core, if each gets enough to do."""
    return max(1, min(os.cpu_count() or 1, tasks // _WORTHWHILE))


def _prepare(folder: str) -> None:
    """Make a process ready for work: it ends without a word on a signal, and with the first process."""
    import tempfile
    from threading import Thread

    from sigcheck.process import own_process

    own_process().__enter__()
    tempfile.tempdir = folder
    Thread(target=_end_with_the_first, name="sigcheck-orphan", daemon=True).start()
    end_at_once()


def _end_with_the_first() -> None:
    from multiprocessing import parent_process

    first = parent_process()
    if first is not None:
        first.join()
        os._exit(_ORPHANED)
