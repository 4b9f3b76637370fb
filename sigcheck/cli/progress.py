"""While a command runs long: what it is busy with, on a terminal, and an end at once where a signal asks for it."""

from __future__ import annotations

import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from time import monotonic
from typing import TYPE_CHECKING

from sigcheck.stages import Stage, watched

if TYPE_CHECKING:
    from sigcheck.engine import Engine

PATIENCE = 1.0
"""Seconds that a command may take before anything is drawn."""

REFRESH = 0.1
"""Seconds between two looks at what is going on."""

_OVER, _ENDING = b"\0", (b"\1", b"\2", b"\x0f")
"""What comes down the socket: our own word that all is over, and the numbers of the signals that end a run."""


@contextmanager
def show_progress() -> Iterator[None]:
    """Show on standard error, where it is a terminal, what goes on meanwhile; leave nothing of it behind."""
    watch = Watch()
    try:
        with watched(watch):
            yield
    finally:
        watch.stop()


class Watch:
    """Knows what goes on, and from the moment an engine is opened has a thread that shows it and waits for signals.

    While a query runs, the main thread learns of no signal. Python writes it down a socket instead, at whose other end
    the thread waits, to interrupt the query.
    """

    def __init__(self) -> None:
        self.stage = Stage("")
        self.done = 0
        self.began_at = monotonic()
        self.engine: Engine | None = None
        self._thread: threading.Thread | None = None
        self._former_socket = -1

    def opened(self, engine: Engine) -> None:
        """Take note of the engine, whose queries are to be interrupted, and begin to watch."""
        self.engine = engine
        if self._thread is None and threading.current_thread() is threading.main_thread():
            self._start()

    def began(self, stage: Stage) -> None:
        """Take note of the stage."""
        self.stage, self.done = stage, 0

    def advanced(self) -> None:
        """Take note of a step."""
        self.done += 1

    def share(self) -> float | None:
        """Return how much of the stage is done, from 0 to 1; None where that is not known."""
        if self.stage.steps:
            return self.done / self.stage.steps
        return self.engine.progress() if self.engine is not None else None

    def _start(self) -> None:
        import signal
        import socket

        self._ear, self._mouth = socket.socketpair()
        self._mouth.setblocking(False)
        self._former_socket = signal.set_wakeup_fd(self._mouth.fileno(), warn_on_full_buffer=False)
        self._thread = threading.Thread(target=self._run, name="progress", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """Wipe out what was drawn, and watch no longer."""
        if self._thread is None:
            return
        import signal

        signal.set_wakeup_fd(self._former_socket)
        self._mouth.send(_OVER)
        self._thread.join()
        self._thread = None
        self._mouth.close()
        self._ear.close()

    def _run(self) -> None:
        signalled = self._heard(PATIENCE)
        if signalled is None:
            signalled = self._shown_until_heard() if _is_terminal() else self._heard(None)
        while signalled != _OVER:
            # What runs now is interrupted, and so is whatever is begun before the main thread has heard of it.
            if self.engine is not None:
                self.engine.interrupt()
            signalled = self._heard(REFRESH) or signalled

    def _shown_until_heard(self) -> bytes:
        from sigcheck.cli.progress_bar import drawn

        with drawn(self) as draw:
            while (signalled := self._heard(REFRESH)) is None:
                with suppress(OSError):
                    draw()
        return signalled

    def _heard(self, timeout: float | None) -> bytes | None:
        """Wait for a signal or the end, and return which it was; None where neither came in time."""
        self._ear.settimeout(timeout)
        try:
            while (signalled := self._ear.recv(1)) not in (_OVER, *_ENDING):
                pass
        except TimeoutError:
            return None
        return signalled


def _is_terminal() -> bool:
    return sys.stderr is not None and sys.stderr.isatty()
