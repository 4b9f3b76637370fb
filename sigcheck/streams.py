"""Standard output and standard error, made fit to print on: there, encoded, and with nothing left over at the end."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from pathlib import Path
from typing import TextIO


def ready_streams() -> None:
    """Make sure that there is somewhere to print, in an encoding that can hold it.

    Files and pipes get UTF-8 whatever the locale, unless PYTHONIOENCODING says otherwise; a terminal that cannot show
    a letter shows a question mark.
    """
    if sys.stdout is None:
        sys.stdout = _nowhere()
    if sys.stderr is None:
        sys.stderr = _nowhere()
    reconfigure = getattr(sys.stdout, "reconfigure", None)
    if reconfigure is None:
        return
    if sys.stdout.isatty() or "PYTHONIOENCODING" in os.environ:
        reconfigure(errors="replace")
    else:
        reconfigure(encoding="utf-8", errors="replace")


def settle(stream: TextIO) -> None:
    """Flush a stream, so that Python has nothing left to fail at when it ends; what cannot be written is let go."""
    try:
        stream.flush()
    except (OSError, ValueError):
        with suppress(OSError, ValueError):
            nowhere = os.open(os.devnull, os.O_WRONLY)
            os.dup2(nowhere, stream.fileno())
            os.close(nowhere)


def _nowhere() -> TextIO:
    return Path(os.devnull).open("w", encoding="utf-8")
