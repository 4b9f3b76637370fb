"""The ways to opt out that a message offers: links, addresses, merge tags, and instructions in prose."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Literal, NamedTuple

from sigcheck.facts.language import language_of
from sigcheck.facts.merge_tags import find_merge_tags
from sigcheck.facts.opt_out_links import is_opt_out_link, is_opt_out_tag, opt_out_link_language
from sigcheck.facts.opt_out_patterns import plain_text
from sigcheck.facts.opt_out_prose import find_prose_opt_out
from sigcheck.inputs.message_types import Link, MessageLine

__all__ = ["OptOut", "find_opt_outs", "is_opt_out_link"]

_PROSE_PARTS = frozenset({"greeting", "body", "signature", "disclaimer"})


class OptOut(NamedTuple):
    """One way to opt out.

    `line` and `column` (from 1) are where it starts, `part` is the part of the message, `language` the two-letter
    code of its wording (None for a merge tag), `text` its words, or its target where it has none.
    """

    line: int
    column: int
    part: str
    kind: Literal["link", "mailto", "prose", "tag"]
    language: str | None
    text: str


class _Paragraph(NamedTuple):
    """Lines of one part that follow each other, as one line of plain text; `starts` holds (offset, line, indent)."""

    part: str
    text: str
    starts: tuple[tuple[int, int, int], ...]

    def place(self, offset: int) -> tuple[int, int]:
        start, line, indent = next(entry for entry in reversed(self.starts) if entry[0] <= offset)
        return line, offset - start + indent + 1


def find_opt_outs(lines: Sequence[MessageLine], links: Sequence[Link], tags: Iterable[str] = ()) -> list[OptOut]:
    """Return the ways to opt out that a message offers, in order; none where it offers none.

    `tags` holds the merge tags of the message, as written. Quoted text is someone else's, and offers nothing; a
    subject does not either. A paragraph is returned once, however often it says the same.
    """
    found = [*_opt_out_links(links), *_opt_out_tags(lines, links, tags), *_opt_out_prose(lines)]
    return sorted(found, key=lambda opt_out: (opt_out.line, opt_out.column))


def _opt_out_links(links: Iterable[Link]) -> Iterable[OptOut]:
    for link in links:
        language = opt_out_link_language(link.url, link.label or link.text) if link.part != "quoted" else None
        if language is not None:
            kind: Literal["mailto", "link"] = "mailto" if link.url.lower().startswith("mailto:") else "link"
            yield OptOut(link.line, link.column, link.part, kind, language, link.text.strip() or link.url)


def _opt_out_tags(lines: Sequence[MessageLine], links: Sequence[Link], tags: Iterable[str]) -> Iterable[OptOut]:
    targets = [link.url for link in links]
    for written in dict.fromkeys(tags):
        is_target = any(written in target for target in targets)
        if is_target or not any(is_opt_out_tag(tag) for tag in find_merge_tags(written)):
            continue
        for line in lines:
            column = line.text.find(written) + 1
            if column and line.part not in ("quoted", "subject"):
                yield OptOut(line.line, column, line.part, "tag", None, written)


def _opt_out_prose(lines: Sequence[MessageLine]) -> Iterable[OptOut]:
    paragraphs = _paragraphs(lines)
    language = language_of("\n".join(paragraph.text for paragraph in paragraphs))
    for paragraph in paragraphs:
        found = find_prose_opt_out(paragraph.text, language)
        if found is not None:
            line, column = paragraph.place(found.start)
            text = paragraph.text[found.start : found.end].strip()
            yield OptOut(line, column, paragraph.part, "prose", found.language, text)


def _paragraphs(lines: Sequence[MessageLine]) -> list[_Paragraph]:
    paragraphs: list[_Paragraph] = []
    previous: tuple[int, str] | None = None
    for line in lines:
        stripped = line.text.strip()
        if line.part not in _PROSE_PARTS or not stripped:
            previous = None
            continue
        indent = len(line.text) - len(line.text.lstrip())
        if previous == (line.line - 1, line.part):
            last = paragraphs[-1]
            start = (len(last.text) + 1, line.line, indent)
            paragraphs[-1] = _Paragraph(line.part, f"{last.text} {plain_text(stripped)}", (*last.starts, start))
        else:
            paragraphs.append(_Paragraph(line.part, plain_text(stripped), ((0, line.line, indent),)))
        previous = (line.line, line.part)
    return paragraphs
