"""Decode bytes to text: find the encoding where nothing says it, and survive a wrong label where something does."""

from __future__ import annotations

import codecs
from typing import NamedTuple

_BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))

_BINARY = (
    (b"\x89PNG\r\n", "a PNG image"),
    (b"GIF8", "a GIF image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"%PDF-", "a PDF document"),
    (b"PK\x03\x04", "a ZIP archive (as .xlsx and .docx files are)"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\xd0\xcf\x11\xe0", "an old Office or Outlook file (.xls, .doc, .msg)"),
    (b"PAR1", "a Parquet file"),
)

_SAMPLE_BYTES = 4096
_ASCII = bytes(range(128))

# What browsers and mail clients decode these labels as: https://encoding.spec.whatwg.org/#names-and-labels
_LABELS = {
    "ascii": "cp1252",
    "us-ascii": "cp1252",
    "ansi": "cp1252",
    "ansi_x3.4-1968": "cp1252",
    "iso-8859-1": "cp1252",
    "iso8859-1": "cp1252",
    "iso_8859-1": "cp1252",
    "latin1": "cp1252",
    "latin-1": "cp1252",
    "iso-8859-8-i": "iso-8859-8",
    "iso-8859-9": "cp1254",
    "iso-8859-11": "cp874",
    "tis-620": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "ks_c_5601-1987": "cp949",
    "euc-kr": "cp949",
    "shift_jis": "cp932",
    "shift-jis": "cp932",
    "x-sjis": "cp932",
    "x-mac-roman": "mac-roman",
    "unicode-1-1-utf-7": "utf-7",
    "utf8mb4": "utf-8",
}

# Python lists these as text encodings, but no mail is written in them, and some are very slow.
_NOT_CHARSETS = frozenset({"idna", "punycode", "unicode-escape", "raw-unicode-escape", "undefined", "mbcs", "oem"})


class DecodedText(NamedTuple):
    """Text without its byte-order mark, and how it was decoded: utf-8, utf-16-le, utf-16-be or windows-1252."""

    text: str
    encoding: str
    had_bom: bool


def decode_text(data: bytes) -> DecodedText:
    """Return `data` as text, its encoding found from the bytes alone.

    In this order: a byte-order mark, UTF-16 by its NUL bytes, UTF-8, UTF-8 with a few wrong bytes, Windows-1252.
    What cannot be decoded becomes U+FFFD. Raises ValueError, saying what the data is, where it is not text.
    """
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            text = data[len(bom) :].decode(encoding, "replace")
            if "\0" in text:
                raise ValueError("it holds NUL bytes: a binary file, not text")
            return DecodedText(text, encoding, had_bom=True)
    kind = binary_kind(data)
    if kind is not None:
        raise ValueError(f"it is {kind}, not text")
    if b"\0" in data:
        encoding = _utf16_without_bom(data)
        return DecodedText(data.decode(encoding, "replace"), encoding, had_bom=False)
    text, encoding = _guess(data)
    return DecodedText(text, encoding, had_bom=False)


def binary_kind(data: bytes) -> str | None:
    """Return what a file is by its first bytes, such as `a PNG image`; None where it may be text."""
    return next((kind for start, kind in _BINARY if data.startswith(start)), None)


def decode_as(data: bytes, charset: str | None) -> str:
    """Return `data` as text in the encoding that a mail or page declares, as a mail client would show it.

    A charset that is missing, unknown or wrong is set aside and the encoding found from the bytes. Never raises.
    """
    codec = find_codec(charset)
    if codec is not None:
        try:
            return data.decode(codec).removeprefix("\ufeff")
        except (UnicodeError, LookupError, ValueError):
            pass
    return _guess(data)[0].removeprefix("\ufeff")


def find_codec(charset: str | None) -> str | None:
    """Return Python's name of the codec for a declared charset; None where it is missing or not one of text."""
    label = (charset or "").strip("\"' \t").lower()
    for name in (_LABELS.get(label, label), label.replace("-", "").replace("_", "")):
        try:
            codec = codecs.lookup(name)
        except (LookupError, ValueError):
            continue
        # LookupError for a codec that is not one of text, such as base64, comes only when decoding.
        return None if codec.name.replace("_", "-") in _NOT_CHARSETS else codec.name
    return None


def _utf16_without_bom(data: bytes) -> str:
    sample = data[: _SAMPLE_BYTES & ~1]
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    if len(data) % 2 == 0 and min(even, odd) == 0:
        encoding = "utf-16-le" if odd else "utf-16-be"
        # Text in any script has line ends and spaces, so some high bytes are NUL; other control bytes mean data.
        text = sample.decode(encoding, "replace")
        if max(even, odd) >= len(sample) // 20 and all(
            character >= " " or character in "\t\n\r\f" for character in text
        ):
            return encoding
    raise ValueError("it holds NUL bytes: a binary file, not text")


def _guess(data: bytes) -> tuple[str, str]:
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        pass
    kept = data.decode("utf-8", "ignore")
    wrong = len(data) - len(kept.encode("utf-8"))
    right = len(kept) - (len(data) - len(data.translate(None, _ASCII)))
    # Windows-1252 text forms a valid UTF-8 sequence only by a rare accident.
    if right >= wrong:
        return data.decode("utf-8", "replace"), "utf-8"
    return data.decode("cp1252", "replace"), "windows-1252"
