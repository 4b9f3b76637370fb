"""Text tables read with care: any encoding, true line numbers, and no broken row that ends the run."""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import closing
from functools import partial
from itertools import islice
from pathlib import Path
from typing import BinaryIO, NamedTuple

_PIECE = 1 << 22
"""Bytes looked at in one go: large enough to be fast, small enough for any machine."""
_MOST_LINES = 1000
"""Lines that one record may span; a quote still open after so many was never meant to be closed there."""
LONGEST_LINE = 1 << 24
"""Characters that a line, and a record, may have; no table of people has longer ones, and memory has an end."""
_AMPLE_EVIDENCE = 10_000
"""Characters beyond ASCII that tell UTF-8 from windows-1252 for a whole file."""
_LARGEST_FIELD = 2**31 - 1
"""Characters in a field: the most that the csv module takes where a C long has 32 bits."""

_NUL, _OVERLONG, _UNDECODABLE = "\udc00", "\udc01", "\udcff"
"""What stands in decoded text for a NUL byte, the rest of a line that is too long, and bytes that are no text: none of
them can occur in sound text."""
_PROBLEMS = {
    _NUL: "has NUL bytes",
    _OVERLONG: f"has a line of more than {LONGEST_LINE // 1_000_000} million characters",
}
_UNSOUND = re.compile("[\ud800-\udfff]")
_STAND_IN = "sigcheck.stand-in"
_SHOWN = 200
"""Characters of a line that are kept to be shown."""
DELIMITERS = "\t;|,"
"""Candidates; of equally likely ones the first, as prose is fullest of commas."""
_SAMPLE_RECORDS = 51
_DECLARATION = re.compile(r'"?sep=([^"\w\r\n])"?[\r\n]*', re.IGNORECASE)
_SPACED_QUOTES = (b' "', b'" ')
_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


class Record(NamedTuple):
    """One record of a table: where it stands, its fields, and why it could not be read (None where it could)."""

    row: int
    line: int | None
    last_line: int | None
    text: str
    fields: list[str]
    problem: str | None = None

    @property
    def is_blank(self) -> bool:
        """Return whether the record could be read and holds nothing."""
        return self.problem is None and not "".join(self.fields).strip()


class TextScan(NamedTuple):
    """What a look at every byte of a text file tells.

    `encoding` is a Python codec name; `newline` is lf, crlf, cr or mixed; `lines` counts physical lines;
    `quoted` says that a double quote occurs, `spaced_quotes` that one stands next to a space, `damaged` that
    NUL or undecodable bytes occur.
    """

    encoding: str
    newline: str
    lines: int
    quoted: bool
    spaced_quotes: bool
    damaged: bool


def scan_text(path: Path) -> TextScan:
    """Return encoding and line structure of the text file `path`, which may be larger than memory.

    Raises OSError where the file cannot be read.
    """
    with path.open("rb") as file:
        encoding = _encoding_of_head(file.read(4096))
    is_sound = _decodes(path, encoding or "utf-8")
    if encoding is None:
        encoding = "utf-8" if is_sound else _likelier_encoding(path)
        is_sound = is_sound or (encoding != "utf-8" and _decodes(path, encoding))
    count = _LineCount()
    for piece in _ascii_compatible_pieces(path, encoding):
        count.add(piece)
    is_damaged = count.has_nul or not is_sound
    return TextScan(encoding, count.newline, count.lines, count.quoted, count.spaced_quotes, is_damaged)


def text_lines(path: Path, encoding: str) -> Generator[str, None, None]:
    """Return the physical lines of a text file, each with its line break, as `decoded_lines` has them.

    Raises OSError where the file cannot be read.
    """
    with path.open("rb") as file:
        yield from decoded_lines(file, encoding)


def decoded_lines(file: BinaryIO, encoding: str) -> Generator[str, None, None]:
    """Return the physical lines of a text, each with its line break.

    A line ends with a line feed, a carriage return, or both. NUL and undecodable bytes become stand-ins that
    `unsound_characters` finds, and so does what follows the beginning of a line that is too long.
    """
    codecs.register_error(_STAND_IN, _stand_in)
    with io.TextIOWrapper(file, encoding, errors=_STAND_IN, newline="") as text:
        read = partial(text.readline, LONGEST_LINE)
        for line in iter(read, ""):
            sound = line if len(line) < LONGEST_LINE or _is_ended(line) else _cut_off(line, read)
            yield sound.replace("\0", _NUL)


def _cut_off(line: str, read: Callable[[], str]) -> str:
    """Return the beginning of a line that is too long, and pass over what follows."""
    while (rest := read()) and not _is_ended(rest):
        pass
    return f"{line[:_SHOWN]}{_OVERLONG}\n"


def _is_ended(line: str) -> bool:
    return line.endswith(("\n", "\r"))


def unsound_characters(text: str) -> str | None:
    """Return what is wrong with a text of `text_lines`; None where it is sound."""
    found = None if text.isascii() else _UNSOUND.search(text)
    return None if found is None else _PROBLEMS.get(found.group(), "has undecodable bytes")


def showable(text: str, length: int = _SHOWN) -> str:
    """Return a text of `text_lines` for people: without line break, shortened, U+FFFD for what is no character."""
    return _UNSOUND.sub("\ufffd", text[: length + 2].rstrip("\r\n")[:length])


def read_records(lines: Iterable[str], delimiter: str, line: int = 1, row: int = 1) -> Iterator[Record]:
    """Return the records of a CSV text, blank ones (no fields) and broken ones (with a `problem`) included.

    `lines` are physical lines with their breaks; `line` and `row` are the numbers of the first. After a broken
    quote, reading goes on at the line that follows the record's first, so that no other row is lost with it.
    """
    csv.field_size_limit(_LARGEST_FIELD)
    feed = _LineFeed(lines)
    reader = csv.reader(feed, delimiter=delimiter, strict=True)
    while True:
        feed.taken = []
        fields: list[str] = []
        try:
            fields = next(reader)
            problem = _unsound_record(feed.taken)
        except StopIteration:
            return
        except (csv.Error, _TooMuchError):
            problem = feed.take_back()
        last_line = line + len(feed.taken) - 1
        yield Record(row, line, last_line, feed.taken[0], fields, problem)
        line, row = last_line + 1, row + 1


def declared_delimiter(first_line: str) -> str | None:
    """Return the delimiter that a first line such as `sep=;` declares, as Excel reads and writes it."""
    declaration = _DECLARATION.fullmatch(first_line)
    return declaration.group(1) if declaration else None


def likeliest_delimiter(path: Path, encoding: str) -> str:
    """Return the delimiter that splits the header, and the records after it most consistently; a comma if none does."""
    likeliest, best = ",", (0.0, 1)
    for candidate in DELIMITERS:
        with closing(text_lines(path, encoding)) as lines:
            consistency = _consistency(read_records(lines, candidate))
        if consistency > best and consistency[1] > 1:
            likeliest, best = candidate, consistency
    return likeliest


def _consistency(records: Iterator[Record]) -> tuple[float, int]:
    """Return the share of the first records that have as many fields as the header has, and that number.

    A record that is split inside a quoted value, which leaves half a pair of quotes in a field, does not count.
    """
    filled = (record.fields for record in records if any(record.fields))
    sample = list(islice(filled, _SAMPLE_RECORDS))
    if not sample:
        return 0.0, 0
    width = len(sample[0])
    alike = [fields for fields in sample if len(fields) == width and not any(f.count('"') % 2 for f in fields)]
    return len(alike) / len(sample), width


class _TooMuchError(Exception):
    """A record spans more lines, or is longer, than any real one."""


class _LineFeed:
    """Hands physical lines to the csv module, and takes back those that a broken quote swallowed."""

    def __init__(self, lines: Iterable[str]) -> None:
        self._source = iter(lines)
        self._returned: deque[str] = deque()
        self._is_at_end = False
        self._size = 0
        self.taken: list[str] = []

    def __iter__(self) -> _LineFeed:
        return self

    def __next__(self) -> str:
        self._size = self._size + len(self.taken[-1]) if self.taken else 0
        if len(self.taken) == _MOST_LINES or self._size > LONGEST_LINE:
            raise _TooMuchError
        if self._returned:
            line = self._returned.popleft()
        else:
            line = next(self._source, "")
            if not line:
                self._is_at_end = True
                raise StopIteration
        self.taken.append(line)
        return line

    def take_back(self) -> str:
        """Keep only the first line of the broken record, and return what is wrong with it."""
        is_closed = len(self.taken) == 1 and not self._is_at_end
        self._returned.extendleft(reversed(self.taken[1:]))
        self._is_at_end = False
        del self.taken[1:]
        return "has text after a closing quote" if is_closed else "opens a quote that is never closed"


def _unsound_record(lines: list[str]) -> str | None:
    if len(lines) == 1:
        return unsound_characters(lines[0])
    return unsound_characters("".join(lines))


def _stand_in(error: UnicodeError) -> tuple[str, int]:
    if isinstance(error, UnicodeDecodeError):
        return _UNDECODABLE, error.end
    raise error


def _pieces(path: Path) -> Iterator[bytes]:
    with path.open("rb") as file:
        yield from iter(partial(file.read, _PIECE), b"")


def _encoding_of_head(head: bytes) -> str | None:
    for mark, encoding in _BYTE_ORDER_MARKS:
        if head.startswith(mark):
            return encoding
    half = len(head) // 2
    even, odd = head[: half * 2 : 2].count(0), head[1::2].count(0)
    if odd > 0.4 * half and even < 0.1 * half:
        return "utf-16-le"
    if even > 0.4 * half and odd < 0.1 * half:
        return "utf-16-be"
    return None


def _decodes(path: Path, encoding: str) -> bool:
    decoder = codecs.getincrementaldecoder(encoding)()
    try:
        for piece in _pieces(path):
            decoder.decode(piece)
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return True


def _likelier_encoding(path: Path) -> str:
    """Return utf-8 where a text with invalid bytes is UTF-8 in the main, else windows-1252.

    Text in windows-1252 hardly ever forms a valid multi-byte sequence of UTF-8 by chance.
    """
    decoder = codecs.getincrementaldecoder("utf-8")("surrogateescape")
    valid = invalid = 0
    for piece in _pieces(path):
        text = decoder.decode(piece)
        strays = len(_UNSOUND.findall(text))
        invalid += strays
        valid += len(text) - len(text.encode("ascii", "ignore")) - strays
        if valid + invalid > _AMPLE_EVIDENCE:
            break
    return "utf-8" if valid and valid >= invalid else "windows-1252"


def _ascii_compatible_pieces(path: Path, encoding: str) -> Iterator[bytes]:
    if not encoding.startswith(("utf-16", "utf-32")):
        yield from _pieces(path)
        return
    decoder = codecs.getincrementaldecoder(encoding)("replace")
    for piece in _pieces(path):
        yield decoder.decode(piece).encode("utf-8", "replace")
    yield decoder.decode(b"", final=True).encode("utf-8", "replace")


class _LineCount:
    """Counts line breaks over pieces of a text."""

    def __init__(self) -> None:
        self.quoted = self.spaced_quotes = self.has_nul = False
        self._feeds = self._returns = self._pairs = 0
        self._last = b""

    def add(self, piece: bytes) -> None:
        """Count the next piece."""
        if not piece:
            return
        self._feeds += piece.count(b"\n")
        if self._last == b"\r" and piece.startswith(b"\n"):
            self._pairs += 1
        if b"\r" in piece:
            self._returns += piece.count(b"\r")
            self._pairs += piece.count(b"\r\n")
        if b'"' in piece:
            self.quoted = True
        if self.quoted and not self.spaced_quotes:
            seam = self._last + piece[:1]
            self.spaced_quotes = any(pair in piece or pair == seam for pair in _SPACED_QUOTES)
        self.has_nul = self.has_nul or b"\0" in piece
        self._last = piece[-1:]

    @property
    def lines(self) -> int:
        """Return the number of physical lines; one that lacks its line break counts too."""
        is_unfinished = self._last not in (b"", b"\n", b"\r")
        return self._feeds + self._returns - self._pairs + is_unfinished

    @property
    def newline(self) -> str:
        """Return how lines end: lf, crlf, cr or mixed; lf where there is no line break."""
        kinds = {"crlf": self._pairs, "lf": self._feeds - self._pairs, "cr": self._returns - self._pairs}
        used = [kind for kind, count in kinds.items() if count]
        return "mixed" if len(used) > 1 else used[0] if used else "lf"
