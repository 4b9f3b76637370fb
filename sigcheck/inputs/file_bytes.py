"""Read the bytes of a file that a plan names, or say in one line why that cannot be done."""

from __future__ import annotations

from pathlib import Path

from sigcheck.errors import InputError


def read_bytes(path: Path, label: str, limit: int) -> bytes:
    """Return the content of a regular file of at most `limit` bytes.

    Raises InputError, placed in `label`: missing, a folder, a pipe or device, not readable, or bigger.
    """
    try:
        # Asked before opening: opening a named pipe would wait for a writer for ever.
        if not path.is_file():
            raise InputError.at(label, _why_no_file(path))
        with path.open("rb") as file:
            content = file.read(limit + 1)
    except (OSError, ValueError) as error:
        raise InputError.at(label, f"cannot be read: {getattr(error, 'strerror', None) or error}") from None
    if len(content) > limit:
        raise InputError.at(label, f"is bigger than {limit // 1_000_000} MB: is it the right file?")
    return content


def _why_no_file(path: Path) -> str:
    if path.is_dir():
        return "is a folder: name the file in it"
    if path.is_symlink() and not path.exists():
        return "is a link to a file that does not exist"
    return "is not a regular file" if path.exists() else "does not exist"
