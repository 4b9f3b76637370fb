"""Signals that ask the process to end: the first one has the work ended cleanly, further ones change nothing."""

from __future__ import annotations

import signal
from types import FrameType

_NAMES = ("SIGINT", "SIGTERM", "SIGHUP")

_heeded: list[signal.Signals] = []
_received: list[signal.Signals] = []


class Ended(BaseException):
    """Raised where the main thread is when a signal asks the process to end, so that all is put away on the way out."""


def heed_signals() -> None:
    """From here on, end the work where a signal asks for it; not where whoever started the process had it ignored."""
    for name in _NAMES:
        number = getattr(signal, name, None)  # Windows has not all of them
        if number is not None and signal.getsignal(number) != signal.SIG_IGN:
            signal.signal(number, _end)
            _heeded.append(number)


def disregard_signals() -> None:
    """From here on, pass over the signals that were heeded: the process is putting its things away and about to end."""
    for number in _heeded:
        signal.signal(number, signal.SIG_IGN)


def received_signal() -> signal.Signals | None:
    """Return the signal that asked the process to end; None where none has.

    Where the main thread was inside a query, the engine raises an error of its own in place of `Ended`.
    """
    return _received[0] if _received else None


def _end(number: int, _: FrameType | None) -> None:
    disregard_signals()
    _received.append(signal.Signals(number))
    raise Ended
