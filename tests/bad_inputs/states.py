"""What a case of the table makes of a file: the words of the table, put into effect."""

import ctypes
import os
from contextlib import contextmanager
from pathlib import Path

import duckdb
import openpyxl

_DAC_OVERRIDE, _DAC_READ_SEARCH = 1, 2
_CAPABILITY_VERSION = 0x20080522


def put(target: Path, case: dict) -> None:
    """Make `target` what a case says it is."""
    if target.is_dir() and not target.is_symlink():
        for inner in target.iterdir():
            inner.unlink()
        target.rmdir()
    target.unlink(missing_ok=True)
    content = content_of(case)
    if content is not None:
        content = content[: -case["cut"]] if "cut" in case else content
        target.write_bytes(_damaged(content, case["damage"]) if "damage" in case else content)
    if "sparse" in case:
        os.truncate(target, case["sparse"])
    if "make" in case:
        _MAKERS[case["make"]](target)


def _deny(target: Path) -> None:
    if not target.exists():
        target.write_bytes(b"secret") if target.suffix else target.mkdir()
    target.chmod(0)


_MAKERS = {
    "missing": lambda _: None,
    "folder": Path.mkdir,
    "pipe": os.mkfifo,
    "loop": lambda target: target.symlink_to(target.name),
    "dangling": lambda target: target.symlink_to("nowhere"),
    "device": lambda target: target.symlink_to("/dev/zero"),
    "denied": _deny,
}


def content_of(case: dict) -> bytes | None:
    """Return the content that a case gives a file; None where it gives none."""
    if "text" in case:
        return case["text"].encode(case.get("encoding", "utf-8"))
    if "hex" in case:
        return bytes.fromhex(case["hex"])
    if "parts" in case:
        pieces = (part if isinstance(part, str) else part["text"] * part["times"] for part in case["parts"])
        return "".join(pieces).encode()
    if "sheet" in case:
        return _made("made.xlsx", lambda path: _save_sheet(path, case["sheet"]))
    if "wide" in case:
        header = ["email", *(f"c{number}" for number in range(1, case["wide"]))]
        return _made("made.xlsx", lambda path: _save_sheet(path, [header, ["a@b.com"] * len(header)]))
    if "parquet" in case:
        return _made("made.parquet", lambda path: _save_parquet(path, case["parquet"]))
    if "far" in case:
        return _made("made.xlsx", _save_far_cells)
    if "keys" in case:
        return "".join(f'{{"email": "a@b.com", "k{number}": 1}}\n' for number in range(case["keys"])).encode()
    return None


def _damaged(content: bytes, place: int) -> bytes:
    return content[:place] + bytes(byte ^ 0xFF for byte in content[place : place + 40]) + content[place + 40 :]


@contextmanager
def ordinary_user():
    """Take from this thread what lets the superuser into files whatever their permissions; nothing for anybody else."""
    if os.name == "nt" or os.geteuid() != 0:
        yield
        return
    both = 1 << _DAC_OVERRIDE | 1 << _DAC_READ_SEARCH
    header, data = (ctypes.c_uint32 * 2)(_CAPABILITY_VERSION, 0), (ctypes.c_uint32 * 6)()
    libc = ctypes.CDLL(None, use_errno=True)
    assert libc.capget(header, data) == 0
    effective = data[0]
    data[0] = effective & ~both
    assert libc.capset(header, data) == 0
    try:
        yield
    finally:
        data[0] = effective
        assert libc.capset(header, data) == 0


def _made(name: str, make) -> bytes:
    path = Path(name)
    try:
        make(path)
        return path.read_bytes()
    finally:
        path.unlink(missing_ok=True)


def _save_parquet(path: Path, query: str) -> None:
    with duckdb.connect() as connection:
        connection.sql(query).write_parquet(str(path))


def _save_far_cells(path: Path) -> None:
    """Save two cells, in the first and the last corner of a sheet: dense, they would be 17 billion cells."""
    workbook = openpyxl.Workbook()
    workbook.active["A1"] = "email"
    workbook.active["XFD1048576"] = "a@b.com"
    workbook.save(path)


def _save_sheet(path: Path, rows: list) -> None:
    workbook = openpyxl.Workbook()
    for row in rows:
        workbook.active.append(row)
    workbook.save(path)
