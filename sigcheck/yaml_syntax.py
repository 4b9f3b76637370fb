"""What is wrong with broken YAML, in one line that its author understands.

PyYAML speaks as a parser does (`did not find expected <document start>`), and its C and its Python
parser in different words. Both are told apart here by the words they share.
"""

from __future__ import annotations

from typing import NamedTuple

import yaml

from sigcheck.yaml_values import MAX_DEPTH


class _Place(NamedTuple):
    """Where a parser gave up: the line (from 0), the column (from 0) and the text of the line."""

    line: int
    column: int
    text: str

    @property
    def before(self) -> str:
        return self.text[: self.column]

    @property
    def character(self) -> str:
        return self.text[self.column : self.column + 1]


def describe_syntax_error(error: yaml.YAMLError, text: str) -> tuple[int | None, int | None, str]:
    """Return line and column, from 1, and what is wrong there with the YAML in `text`."""
    if not isinstance(error, yaml.MarkedYAMLError) or error.problem_mark is None:
        return None, None, "is not valid YAML: " + " ".join(str(error).split())
    problem = " ".join(part for part in (error.context, error.problem) if part)
    place = _place_of(error.problem_mark, text)
    opened = _place_of(error.context_mark or error.problem_mark, text)
    if "quoted scalar" in problem and "escape" not in problem:
        return opened.line + 1, opened.column + 1, f"the quote ({opened.character}) opened here is never closed"
    return place.line + 1, place.column + 1, _cause(problem, place, opened)


def _place_of(mark: yaml.Mark, text: str) -> _Place:
    lines = text.splitlines()
    return _Place(mark.line, mark.column, lines[mark.line] if mark.line < len(lines) else "")


def _cause(problem: str, place: _Place, opened: _Place) -> str:
    indentation = place.text[: len(place.text) - len(place.text.lstrip())]
    if "\t" in indentation:
        return "the line is indented with a tab: use spaces"
    if "mapping values are not allowed" in problem:
        return _stray_colon(place)
    if "while parsing a flow" in problem:
        return _open_bracket(place, opened)
    for sign, cause in _CAUSES:
        if sign in problem:
            return cause.format(character=place.character, line=opened.line + 1)
    if "block" in problem or "expected key" in problem:
        return _out_of_place(place)
    return f"is not valid YAML: {problem}"


_CAUSES = (
    ("cannot start any token", "a text that begins with '{character}' needs quotes around it"),
    ("scanning an alias", "a text that begins with '*' needs quotes around it"),
    ("scanning an anchor", "a text that begins with '&' needs quotes around it"),
    ("undefined alias", "this alias (*…) stands for nothing: no value before it is marked &…; a text needs quotes"),
    ("duplicate anchor", "this anchor (&…) is already used above, in line {line}"),
    ("could not find expected ':'", "line {line} is neither `key: value` nor part of the text above it"),
    ("sequence entries are not allowed", "a list that begins with '- ' starts on the line below its key"),
    ("unknown escape character", "a backslash in double quotes begins an escape: use single quotes"),
    ("undefined tag handle", "a text that begins with '!' needs quotes around it"),
    ("scanning a tag", "a text that begins with '!' needs quotes around it"),
    ("scanning a block scalar", "a text after '|' or '>' starts on the line below"),
    ("maximum nesting depth", f"is nested more than {MAX_DEPTH} levels deep: no file of this kind is"),
    ("node content", "'{character}' has no place here: put quotes around the text"),
    ("incompatible YAML document", "only YAML 1.1 and 1.2 are read"),
)
"""What the parsers say, and what it means."""


def _stray_colon(place: _Place) -> str:
    if ": " in place.before or place.before.endswith(":"):
        return "a text that holds ': ' needs quotes around it"
    return "the line is indented deeper than the lines above allow"


def _open_bracket(place: _Place, opened: _Place) -> str:
    if place.character and place.character in "[{":
        return f"a text inside brackets that holds '{place.character}' needs quotes around it"
    return f"the '{opened.character}' of line {opened.line + 1} is not closed, or a comma is missing"


def _out_of_place(place: _Place) -> str:
    if place.before.strip(" -"):
        return "text follows after the closing quote or bracket: put quotes around the whole value"
    return "the line does not line up with the lines above: check its indentation"
