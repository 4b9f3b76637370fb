"""What a check is busy with, told as it happens to whoever watches: a progress display, a stopwatch.

A check goes from stage to stage, one at a time: reading files, deriving facts, running rules, writing the report.
Where nobody watches, telling costs next to nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TYPE_CHECKING, NamedTuple, Protocol

if TYPE_CHECKING:
    from sigcheck.engine import Engine

READING, FACTS, RULES, REPORT = STAGES = ("reading", "facts", "rules", "report")


class Stage(NamedTuple):
    """One of STAGES, the file or relation that it is about, and how many steps it has where that is known."""

    name: str
    about: str = ""
    steps: int = 0


class Watcher(Protocol):
    """Is told of everything in the thread that does the work, and has to be quick about it."""

    def opened(self, engine: Engine) -> None:
        """Take note of the engine that what follows is done on."""

    def began(self, stage: Stage) -> None:
        """Take note that a stage began, and that the one before it is over."""

    def advanced(self) -> None:
        """Take note that a step of the stage is done."""


_watchers: ContextVar[tuple[Watcher, ...]] = ContextVar("watchers", default=())


@contextmanager
def watched(watcher: Watcher) -> Iterator[None]:
    """Tell a watcher of what is done meanwhile, by this thread or task."""
    token = _watchers.set((*_watchers.get(), watcher))
    try:
        yield
    finally:
        _watchers.reset(token)


def opened(engine: Engine) -> Engine:
    """Tell which engine the work is done on, and return it."""
    for watcher in _watchers.get():
        watcher.opened(engine)
    return engine


def begin(name: str, about: str = "", steps: int = 0) -> None:
    """Tell that a stage begins."""
    for watcher in _watchers.get():
        watcher.began(Stage(name, about, steps))


def advance() -> None:
    """Tell that a step of the stage is done."""
    for watcher in _watchers.get():
        watcher.advanced()
