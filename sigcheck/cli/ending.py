"""How a command ends: its exit status, and one line on standard error for whatever kept it from its work."""

from __future__ import annotations

import os
import sys
import traceback
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import click

from sigcheck.errors import InputError, QueryError
from sigcheck.signals import received_signal
from sigcheck.streams import settle
from sigcheck.wording import without_command

TRACEBACK = "SIGCHECK_TRACEBACK"
"""Environment variable that has a fault of sigcheck itself told in full."""

_BROKEN_PIPE = 141
"""Exit status where nobody reads what is printed: that of a program which the signal SIGPIPE ends."""


def exit_status(command: Callable[[], Any]) -> int:
    """Run a command and return its exit status: its own, or that of the error that ended it, told in one line."""
    stdout = sys.stdout
    try:
        status = command()
        sys.stdout.flush()
    except SystemExit:
        if sys.stdout is stdout:
            raise
        status = _BROKEN_PIPE  # where nobody reads, click replaces the stream and exits with 1, as if a check failed
    except Exception as error:
        if received_signal() is not None:
            raise
        status = _told(error)
    settle(sys.stdout)
    return status if isinstance(status, int) else 0


def print_mistakes(error: InputError) -> None:
    """Print every mistake on standard error, one line each."""
    for mistake in error.mistakes:
        say(str(mistake))


def say(text: str) -> None:
    """Print a line on standard error, without what could steer a terminal or a CI server.

    Where it cannot be printed, nothing can be said.
    """
    line = without_command("".join(letter if letter.isprintable() else " " for letter in text))
    with suppress(OSError):
        click.echo(line, err=True)
    settle(sys.stderr)


def _told(error: Exception) -> int:
    """Tell an error in one line, and return the exit status for it."""
    if isinstance(error, InputError):
        print_mistakes(error)
    elif isinstance(error, QueryError):
        say(f"sigcheck: the check could not be carried out: {error}")
    elif isinstance(error, click.Abort):
        say("sigcheck: interrupted")
        return 130
    elif isinstance(error, click.ClickException):
        with suppress(OSError):
            error.show()
    elif isinstance(error, BrokenPipeError):
        return _BROKEN_PIPE
    elif isinstance(error, OSError):
        say(f"sigcheck: {_place_of(error)}: {(error.strerror or str(error)).lower()}")
    elif isinstance(error, MemoryError):
        say("sigcheck: there is not enough memory for this check")
    else:
        say(_fault(error))
    return 2


def _place_of(error: OSError) -> str:
    """Return what could not be read or written: errors of a stream name no file."""
    return str(error.filename) if error.filename is not None else "standard output cannot be written"


def _fault(error: Exception) -> str:
    """Return what to say of a fault of our own. What the error says may name people, and is for whoever asks for it."""
    if os.environ.get(TRACEBACK):
        traceback.print_exception(error)
    last = traceback.extract_tb(error.__traceback__)[-1]
    place = f"{type(error).__name__} at {Path(last.filename).name}:{last.lineno}"
    return f"sigcheck: this is a fault of sigcheck itself ({place}): run it with {TRACEBACK}=1, and report what it says"
