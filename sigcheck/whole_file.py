"""Writing files whole or not at all."""

from __future__ import annotations

import errno
import os
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

from sigcheck.errors import InputError
from sigcheck.paths import label_of
from sigcheck.readable_file import reason_of

_REASONS = {
    errno.ENOENT: "its folder does not exist: make it first",
    errno.ENOTDIR: "what its path names as a folder is a file",
    errno.EISDIR: "it is a folder: name a file in it",
    errno.EACCES: "its folder may not be written to: check its permissions",
    errno.EPERM: "its folder may not be written to: check its permissions",
    errno.EROFS: "its folder is on a disk that is read-only",
    errno.ENOSPC: "the disk is full: make room",
    errno.EDQUOT: "the disk is full: make room",
}
"""What the operating system's errors mean for a file that is to be written."""


def write_whole(path: Path, text: str) -> None:
    """Write a UTF-8 file so that a run cut short leaves the old file or the new one, never half of it.

    A link is replaced by the file, not followed, so that nothing else is written than what the path names. A device or
    pipe, which has no content to keep, is written to. Raises InputError where the file cannot be written.
    """
    content = text.encode("utf-8")
    if os.path.exists(path) and not os.path.isfile(path) and not os.path.isdir(path):  # noqa: PTH110, PTH112, PTH113 - Path's may raise
        try:
            path.write_bytes(content)
        except OSError as error:
            raise cannot_write(path, error) from None
        return
    _write_all({path: content})


def write_all_whole(contents: Mapping[Path, bytes]) -> None:
    """Write files, in their order, so that a run cut short leaves of each the old file or the new one.

    All are on disk before the first takes its place, so that one that cannot be written leaves all as they were. What
    a symbolic link leads to is written, and the link stays. Raises InputError where a file cannot be written.
    """
    _write_all({path.resolve(): content for path, content in contents.items()})


@contextmanager
def sole_writer(path: Path) -> Iterator[None]:
    """Wait until no other run is about to change a file, so that what is read of it inside is what is replaced.

    Its folder is locked, on systems where that can be, so that nothing is left behind.
    """
    try:
        import fcntl
    except ImportError:
        yield
        return
    folder = None
    try:
        with suppress(OSError):
            folder = os.open(path.parent, os.O_RDONLY)
            fcntl.flock(folder, fcntl.LOCK_EX)
        yield
    finally:
        if folder is not None:
            os.close(folder)


def cannot_write(path: Path, error: OSError) -> InputError:
    """Return the error that says in one line why a file or folder cannot be written, and what to do."""
    reason = _REASONS.get(error.errno or 0) or reason_of(error)
    return InputError.at(label_of(path), f"cannot be written: {reason}")


def _write_all(contents: Mapping[Path, bytes]) -> None:
    staged: list[tuple[Path, Path]] = []
    try:
        for path, content in contents.items():
            staged.append((_stage(path, content), path))
        for temporary, path in staged:
            try:
                temporary.replace(path)
            except OSError as error:
                raise cannot_write(path, error) from None
        for folder in dict.fromkeys(path.parent for path in contents):
            _sync(folder)
    finally:
        for temporary, _ in staged:
            temporary.unlink(missing_ok=True)


def _stage(path: Path, content: bytes) -> Path:
    """Return a file beside the one at `path`, which holds the content."""
    temporary = ""
    try:
        if path.is_dir():
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
        handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name[:50]}.")
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        Path(temporary).chmod(_mode_of(path))
    except BaseException as error:
        if temporary:
            Path(temporary).unlink(missing_ok=True)
        if isinstance(error, OSError):
            raise cannot_write(path, error) from None
        raise
    return Path(temporary)


def _mode_of(path: Path) -> int:
    """Return the mode of a file that exists, else that of a new one, as far as the user's mask lets it."""
    if path.is_file() and not path.is_symlink():
        return path.stat().st_mode & 0o777
    return 0o666 & ~umask()


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
