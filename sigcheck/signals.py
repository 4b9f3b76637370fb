"""Signals that ask the process to end: the first one has the work ended cleanly, further ones change nothing."""

from __future__ import annotations

import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Timer, main_thread
from types import FrameType

_NAMES = ("SIGINT", "SIGTERM", "SIGHUP")

_MOMENT = 0.02
"""Seconds in which a callback is surely left."""

_heeded: list[signal.Signals] = []
_received: list[signal.Signals] = []


class Ended(BaseException):
    """Raised where the main thread is when a signal asks the process to end, so that all is put away on the way out."""


def heed_signals() -> None:
    """From here on, end the work where a signal asks for it; not where whoever started the process had it ignored."""
    for number in _known():
        if signal.getsignal(number) != signal.SIG_IGN:
            signal.signal(number, _end)
            _heeded.append(number)
    sys.unraisablehook = _unraised


def disregard_signals() -> None:
    """From here on, pass over the signals that were heeded: the process is putting its things away and about to end."""
    for number in _heeded:
        signal.signal(number, signal.SIG_IGN)


@contextmanager
def held_signals() -> Iterator[None]:
    """Have the signals wait meanwhile, for this thread and for the processes that it starts; Windows knows no such."""
    _mask("SIG_BLOCK")
    try:
        yield
    finally:
        _mask("SIG_UNBLOCK")


def end_at_once() -> None:
    """From here on, let a signal end this process without a word, also one that was held: another tells of it."""
    for number in _known():
        if signal.getsignal(number) != signal.SIG_IGN:
            signal.signal(number, signal.SIG_DFL)
    _mask("SIG_UNBLOCK")


def received_signal() -> signal.Signals | None:
    """Return the signal that asked the process to end; None where none has.

    Where the main thread was inside a query, the engine raises an error of its own in place of `Ended`.
    """
    return _received[0] if _received else None


def _known() -> Iterator[signal.Signals]:
    """Yield the signals that there are: Windows has not all of them."""
    return (getattr(signal, name) for name in _NAMES if hasattr(signal, name))


def _mask(how: str) -> None:
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(getattr(signal, how), set(_known()))


def _end(number: int, _: FrameType | None) -> None:
    disregard_signals()
    _received.append(signal.Signals(number))
    raise Ended


def _unraised(swallowed: sys.UnraisableHookArgs) -> None:
    """Ask again in a moment where the signal came inside of a callback of Python's own, which no error gets out of."""
    received = received_signal()
    if received is None or not issubclass(swallowed.exc_type, Ended):
        sys.__unraisablehook__(swallowed)
        return
    signal.signal(received, _end)
    again = Timer(_MOMENT, _send_again, [received])
    again.daemon = True
    again.start()


def _send_again(number: signal.Signals) -> None:
    ident = main_thread().ident
    if hasattr(signal, "pthread_kill") and ident is not None:
        signal.pthread_kill(ident, number)  # wakes the main thread where it waits
    else:
        signal.raise_signal(number)
