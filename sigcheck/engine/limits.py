"""What a rule may use up: time of its own, and memory together with all else; and who sees to it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Event, Lock, Thread, get_ident
from time import monotonic
from typing import NamedTuple

from sigcheck import process
from sigcheck.errors import LimitError

TIME_LIMIT = 60.0
"""Seconds that one rule may take unless another limit is set: a hundred times what any of ours takes on a long list."""

MORE_TIME = 60e-9
"""Seconds more for each byte of lists and histories, unless a limit is set: a minute a gigabyte."""

CLUSTER_TIME_LIMIT = 1800.0
"""The same on a cluster, whose lists are longer, and which others may be using too."""

GRACE = 20.0
"""Seconds that a query has to stop once it is told to. It is not heard inside of one call over a huge value."""

FACTS = 1_000_000_000
"""Bytes of memory that are left to what is not the engine's, where a check may use more than twice as much."""


class Limits(NamedTuple):
    """Seconds that one rule may take, and bytes that a check may use (four fifths of the machine's where None).

    The engine allows `seconds_a_byte` more for each byte that it reads. In a process of its own, a check is held to its
    memory whatever takes it up, and a rule that does not stop ends with the process. In somebody else's, only what the
    engine itself counts is limited, and such a rule is waited for.
    """

    seconds: float = TIME_LIMIT
    memory: int | None = None
    seconds_a_byte: float = 0.0


def share_of_engine(memory: int) -> int:
    """Return the bytes of a check's memory that the engine may use where lists are long: not what facts take beside it.

    What facts take in Python was 0.6 GB at 10,000,000 recipients and 100,000,000 emails of history.
    """
    return max(memory - FACTS, memory // 2)


class _Running:
    """A rule at work: who is told to stop, and by when."""

    def __init__(self, label: str, until: float) -> None:
        self.label = label
        self.until = until
        self.interrupt: Callable[[], None] | None = None


class Watchdog:
    """Sees that rules keep to their limits; one thread for all of them, begun with the first, interrupts late ones."""

    def __init__(self, limits: Limits) -> None:
        """Watch over nothing yet."""
        self._limits = limits
        self._seconds = limits.seconds
        self._running: dict[int, _Running] = {}
        self._lock = Lock()
        self._stopped = Event()
        self._thread: Thread | None = None

    def expect(self, size: int) -> None:
        """Allow rules the time for so many bytes more of lists and histories."""
        self._seconds += round(size * self._limits.seconds_a_byte)

    @contextmanager
    def limited(self, label: str) -> Iterator[None]:
        """Limit the time of all that this thread asks inside. `label` names who asks."""
        running = _Running(label, monotonic() + self._seconds)
        with self._lock:
            self._running[get_ident()] = running
            if self._thread is None:
                self._thread = Thread(target=self._watch, name="sigcheck-watchdog", daemon=True)
                self._thread.start()
        try:
            yield
        finally:
            with self._lock:
                del self._running[get_ident()]

    @contextmanager
    def interruptible(self, interrupt: Callable[[], None]) -> Iterator[None]:
        """Have `interrupt` called once the time of this thread is up."""
        running = self._running.get(get_ident())
        if running is None:
            yield
            return
        with self._lock:
            running.interrupt = interrupt
        try:
            yield
        finally:
            with self._lock:
                running.interrupt = None

    def out_of_time(self) -> LimitError:
        """Return the error of a rule that took too long."""
        seconds = f"{self._seconds:g} second{'' if self._seconds == 1 else 's'}"
        return LimitError(f"was stopped after {seconds}: make it simpler, or allow more with --time-limit")

    def hold_memory(self, most: int) -> None:
        """Hold the process to `most` bytes of memory, where it is one of its own."""
        process.limit_memory(most)

    def stop(self) -> None:
        """End the watch, and let the process grow again."""
        self._stopped.set()
        process.lift_memory_limit()

    def _watch(self) -> None:
        while not self._stopped.wait(min(0.25, self._seconds / 4)):
            now = monotonic()
            with self._lock:
                late = [running for running in self._running.values() if now >= running.until]
                for running in late:
                    if running.interrupt is not None:
                        running.interrupt()
            deaf = next((running for running in late if now >= running.until + GRACE), None)
            if deaf is not None:
                process.end(f"{deaf.label}: query: {self.out_of_time()}")
