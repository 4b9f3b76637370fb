"""Writing files whole or not at all."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from sigcheck.errors import InputError
from sigcheck.paths import label_of


def write_whole(path: Path, text: str) -> None:
    """Write a UTF-8 file so that a run cut short leaves the old file or the new one, never half of it.

    Raises InputError where the file cannot be written.
    """
    write_all_whole({path: text.encode("utf-8")})


def write_all_whole(contents: Mapping[Path, bytes]) -> None:
    """Write files, in their order, so that a run cut short leaves of each the old file or the new one.

    All are on disk before the first takes its place, so that one that cannot be written leaves all as they were. What
    a symbolic link leads to is written, and the link stays. Raises InputError where a file cannot be written.
    """
    staged: list[tuple[Path, Path]] = []
    try:
        for path, content in contents.items():
            staged.append(_stage(path, content))
        for temporary, target in staged:
            try:
                temporary.replace(target)
            except OSError as error:
                raise _cannot_write(target, error) from None
        for folder in dict.fromkeys(target.parent for _, target in staged):
            _sync(folder)
    finally:
        for temporary, _ in staged:
            temporary.unlink(missing_ok=True)


def _stage(path: Path, content: bytes) -> tuple[Path, Path]:
    """Return a file beside the one that `path` leads to, which holds the content, and that one."""
    temporary = ""
    try:
        target = path.resolve()
        handle, temporary = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        Path(temporary).chmod(target.stat().st_mode & 0o777 if target.exists() else 0o666 & ~umask())
    except BaseException as error:
        if temporary:
            Path(temporary).unlink(missing_ok=True)
        if isinstance(error, OSError):
            raise _cannot_write(path, error) from None
        raise
    return Path(temporary), target


def _cannot_write(path: Path, error: OSError) -> InputError:
    return InputError.at(label_of(path), f"cannot be written: {(error.strerror or str(error)).lower()}")


def _sync(folder: Path) -> None:
    """Have the folder's new entries on disk too, where the system knows how."""
    with suppress(OSError, AttributeError):
        handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def umask() -> int:
    """Return the process's file mode mask, which can only be read by setting it."""
    mask = os.umask(0)
    os.umask(mask)
    return mask
