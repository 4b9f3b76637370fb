"""Reading the files that users and plans name: their content, or one clear line that says why there is none."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from sigcheck.errors import InputError


class Stamp(NamedTuple):
    """What tells that a file is another, or has changed, since it was looked at."""

    device: int
    inode: int
    size: int
    changed_at: int


def stamp_of(status: os.stat_result) -> Stamp:
    """Return the stamp of a file's status."""
    return Stamp(status.st_dev, status.st_ino, status.st_size, status.st_mtime_ns)


def check_unchanged(path: Path, label: str, stamp: Stamp) -> None:
    """Raise InputError where a file is no longer what it was when its stamp was taken."""
    if stamp_of(check_file(path, label)) != stamp:
        raise InputError.at(label, "changed while it was read: check again when nobody writes to it")


def read_bytes(path: Path, label: str, limit: int) -> bytes:
    """Return the content of a regular file of at most `limit` bytes.

    Raises InputError, placed in `label`: missing, a folder, a pipe or device, not readable, bigger, or changing.
    """
    stamp = stamp_of(check_file(path, label))
    with clear_errors(label), path.open("rb") as file:
        content = file.read(limit + 1)
    if len(content) > limit:
        raise InputError.at(label, f"is bigger than {limit // 1_000_000} MB: is it the right file?")
    check_unchanged(path, label, stamp)
    return content


def check_file(path: Path, label: str) -> os.stat_result:
    """Return the status of a regular file; raises InputError, placed in `label`, where there is none.

    It is to be asked before a file is opened: opening a named pipe would wait for a writer for ever, and a device may
    never come to an end.
    """
    with clear_errors(label):
        try:
            status = path.stat()
        except FileNotFoundError:
            if path.is_symlink():
                raise InputError.at(label, "is a link to a file that does not exist: mend the link") from None
            raise
        except ValueError:
            raise InputError.at(label, "has a name that no file can have: check its path") from None
    if stat.S_ISDIR(status.st_mode):
        raise InputError.at(label, "is a folder: name the file in it")
    if not stat.S_ISREG(status.st_mode):
        raise InputError.at(label, "is no regular file but a pipe or device: name a file")
    return status


@contextmanager
def clear_errors(label: str) -> Iterator[None]:
    """Turn what the operating system says about a file into one clear line."""
    try:
        yield
    except (FileNotFoundError, NotADirectoryError):
        raise InputError.at(label, "does not exist: check its path") from None
    except PermissionError:
        raise InputError.at(label, "may not be read: check its permissions") from None
    except OSError as error:
        if error.errno == errno.ELOOP:
            raise InputError.at(label, "is a link that leads back to itself: mend the link") from None
        raise InputError.at(label, f"cannot be read: {reason_of(error)}") from None


def reason_of(error: OSError) -> str:
    """Return what the operating system says went wrong, as it reads within a sentence."""
    reason = error.strerror or str(error)
    return reason[:1].lower() + reason[1:]
