"""The cells of a sheet's XML: found by a parser, changed as bytes, so that all between them stays as it is."""

from __future__ import annotations

import posixpath
import re
import zipfile
from typing import NamedTuple
from xml.parsers import expat

_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships id"


def sheet_path(book: zipfile.ZipFile, name: str) -> str:
    """Return the path of a sheet's XML in a workbook. Raises ValueError where the workbook does not name it."""
    relations = _elements(book.read("xl/_rels/workbook.xml.rels"), "Relationship")
    targets = {one.get("Id"): one.get("Target", "") for one in relations}
    for sheet in _elements(book.read("xl/workbook.xml"), "sheet"):
        if sheet.get("name") == name:
            target = targets.get(sheet.get(_RELATION), "")
            return target.lstrip("/") if target.startswith("/") else posixpath.normpath(f"xl/{target}")
    raise ValueError(f"its sheet '{name}' cannot be found in the workbook: save the list anew, or as .csv")


def _elements(xml: bytes, tag: str) -> list[dict[str, str]]:
    """Return the attributes of all elements of a name."""
    found: list[dict[str, str]] = []
    parser = _parser()
    parser.StartElementHandler = lambda name, attributes: (
        found.append(attributes) if name.rpartition(" ")[2] == tag else None
    )
    parser.Parse(xml, True)
    return found


def _parser() -> expat.XMLParserType:
    """Return a parser that refuses a document type, with which harm could be done."""

    def refuse(*_: object) -> None:
        raise ValueError("its XML has a document type, as no workbook has")

    parser = expat.ParserCreate(namespace_separator=" ")
    parser.StartDoctypeDeclHandler = refuse
    return parser


def column_letters(number: int) -> str:
    """Return the letters of a column, counted from 1: A, B … Z, AA."""
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


class _Cell(NamedTuple):
    column: int
    start: int
    end: int
    style: str | None
    has_formula: bool


class _Row(NamedTuple):
    start: int
    inner: int
    end: int
    cells: dict[int, _Cell]


class SheetCells:
    """A sheet's cells, by row and column from 1, and what is to be written in their place."""

    def __init__(self, xml: bytes) -> None:
        """Find all cells. Raises ValueError where the sheet is not sound, or not UTF-8."""
        self._xml = xml
        self._rows: dict[int, _Row] = {}
        self._pieces: list[tuple[int, int, str]] = []
        try:
            _Finder(self._rows).parse(xml)
        except expat.ExpatError as error:
            raise ValueError(f"its sheet cannot be read: {error}") from None

    def set_text(self, row: int, column: int, escaped: str) -> None:
        """Have a cell hold a text (XML escaped), with the style it has. Raises ValueError for a formula."""
        found = self._row(row)
        cell = found.cells.get(column)
        if cell is not None and cell.has_formula:
            raise ValueError(
                f"the cell {column_letters(column)}{row} is a formula: save the list with values in its place"
            )
        style = f' s="{cell.style}"' if cell is not None and cell.style else ""
        space = ' xml:space="preserve"' if escaped != escaped.strip() else ""
        text = (
            f'<c r="{column_letters(column)}{row}"{style} t="inlineStr"><is><t{space}>{escaped}</t></is></c>'
            if escaped
            else f'<c r="{column_letters(column)}{row}"{style}/>'
        )
        if cell is not None:
            self._pieces.append((cell.start, cell.end, text))
        else:
            after = [one.end for one in found.cells.values() if one.column < column]
            place = max(after, default=found.inner)
            self._pieces.append((place, place, text))

    def clear_row(self, row: int) -> None:
        """Have all cells of a row hold nothing. Raises ValueError where one is a formula."""
        for cell in self._row(row).cells.values():
            self.set_text(row, cell.column, "")

    def text(self) -> bytes:
        """Return the sheet's XML with all changes."""
        result, position = [], 0
        # Pieces at one place, cells added to a row, stay in the order in which they were set: by column.
        for start, end, text in sorted(self._pieces, key=lambda piece: piece[:2]):
            result += [self._xml[position:start], text.encode("utf-8")]
            position = end
        return b"".join([*result, self._xml[position:]])

    def _row(self, row: int) -> _Row:
        if row not in self._rows:
            raise ValueError(f"row {row} cannot be found in the sheet")
        return self._rows[row]


class _Finder:
    """Notes where rows and cells stand while the parser goes over them."""

    def __init__(self, rows: dict[int, _Row]) -> None:
        self._rows = rows
        self._row = 0
        self._column = 0
        self._cell: tuple[int, str | None] | None = None
        self._has_formula = False
        self._parser = _parser()

    def parse(self, xml: bytes) -> None:
        """Go over a sheet."""
        if not re.match(rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*encoding=[\"']utf-8[\"'])?", xml, re.IGNORECASE):
            raise ValueError("its sheet is not UTF-8")
        self._xml = xml
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.Parse(xml, True)

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        at = self._parser.CurrentByteIndex
        tag = name.rpartition(" ")[2]
        if tag == "row":
            if not self._xml.startswith(b"<row", at):
                raise ValueError("its sheet is written in an unusual way: save it anew in Excel, or as .csv")
            self._row = int(attributes.get("r") or self._row + 1)
            self._column = 0
            self._rows[self._row] = _Row(at, self._xml.index(b">", at) + 1, 0, {})
        elif tag == "c" and self._row:
            reference = re.match("([A-Z]+)", attributes.get("r", ""))
            self._column = _column_number(reference[1]) if reference else self._column + 1
            self._cell, self._has_formula = (at, attributes.get("s")), False
        elif tag == "f" and self._cell:
            self._has_formula = True

    def _end(self, name: str) -> None:
        tag = name.rpartition(" ")[2]
        if tag == "c" and self._cell:
            start, style = self._cell
            at = self._parser.CurrentByteIndex
            end = self._xml.index(b">", at) + 1
            cell = _Cell(self._column, start, end, style, self._has_formula)
            self._rows[self._row].cells[self._column] = cell
            self._cell = None


def _column_number(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number
