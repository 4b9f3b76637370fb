"""What a template still betrays: merge tags that are broken, and blanks that nobody filled in."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Literal, NamedTuple

from sigcheck.facts.fields import resolve_list_column, standard_field
from sigcheck.facts.merge_tags import merge_tag_spans

_ANYONES = r"(?:your|my|their|(?:recipient|prospect|customer|contact|lead)(?:['’]?s)?)"
_THING = (
    r"(?:(?:first|last|full|job|company|product|event|website|meeting)[ _-]?)?"
    r"(?:name|company|firm|organi[sz]ation|title|position|role|phone(?: number)?|e-?mail|signature|city|industry)"
)
_TRANSLATED = (
    r"(?:Ihr|Dein|Euer) (?:Name|Vorname|Nachname|Unternehmen|Titel)|(?:Ihre|Deine) (?:Firma|Position|Telefonnummer)"
    r"|(?:votre|ton) (?:nom|prénom|entreprise|société|titre)|(?:su|tu) (?:nombre|apellido|empresa|cargo|puesto)"
    r"|[^\]\n]{2,40} (?:einfügen|eintragen|einsetzen)"
)
_BLANK = (
    rf"(?:(?:insert|enter) [^\[\]<>\n]{{2,40}}|{_ANYONES} {_THING}(?: here)?|(?:first|last|full|company)[ _-]?name|name"
    rf"|name of [^\[\]<>\n]{{2,30}}|{_TRANSLATED})"
)
_SHOUTED_BLANK = r"(?:COMPANY|TITLE|DATE|TIME|LINK|URL|CITY|INDUSTRY|TOPIC|EVENT|PRODUCT|PLACEHOLDER|AMOUNT|NAME)"
_BARE_FIELD = r"(?:FIRST_?NAME|LAST_?NAME|FULL_?NAME|COMPANY_?NAME|FNAME|LNAME)"


class TemplateFault(NamedTuple):
    """A fault of a template: its column (from 1), what stands there, and whether it is a broken tag or a blank."""

    column: int
    text: str
    kind: Literal["broken-tag", "blank"]


def template_faults(text: str, list_columns: Sequence[str] = ()) -> list[TemplateFault]:
    """Return the broken merge tags and the unfilled blanks of a line, in order.

    A broken tag is a delimiter without its partner, or a word in braces that no merge tag and no column of the list
    is (`{industry}`). A blank is what a writer meant to replace: `[NAME]`, `<your name here>`, XXX, TBD, TODO, lorem
    ipsum. Merge tags, spintax, Markdown links, notes in brackets (`[1]`) and HTML elements are left alone.
    """
    if not _may_hold_fault().search(text):
        return []
    masked = _without_spintax(_without_tags(text))
    faults = [_fault(masked, start, end, "broken-tag") for start, end in _broken(masked, list_columns)]
    faults += [_fault(masked, start, end, "blank") for start, end in _blanks(masked)]
    return list(_apart(sorted(faults, key=lambda fault: fault.column)))


def named_column(fault: TemplateFault, list_columns: Sequence[str]) -> str | None:
    """Return the list's column that a broken tag names, and nothing beside it; None where it names none."""
    match = _name_in_broken_tag().fullmatch(fault.text) if fault.kind == "broken-tag" else None
    return resolve_list_column(match["name"], list_columns) if match else None


def _fault(text: str, start: int, end: int, kind: Literal["broken-tag", "blank"]) -> TemplateFault:
    found = text[start:end]
    return TemplateFault(start + len(found) - len(found.lstrip()) + 1, found.strip(), kind)


def _apart(faults: Sequence[TemplateFault]) -> Iterator[TemplateFault]:
    """Yield the faults without those that begin inside an earlier one, or run on from it."""
    end = 0
    for fault in faults:
        if fault.column > end:
            yield fault
        end = max(end, fault.column + len(fault.text))


def _without_tags(text: str) -> str:
    for start, end in merge_tag_spans(text):
        text = f"{text[:start]}{' ' * (end - start)}{text[end:]}"
    return text


def _without_spintax(text: str) -> str:
    """Return `text` with the braces and bars of spintax as spaces, and its options kept."""
    while (match := _innermost_choice().search(text)) is not None:
        options = match.group().replace("{", " ").replace("}", " ").replace("|", " ")
        text = text[: match.start()] + options + text[match.end() :]
    return _random_helper().sub(lambda match: " " * len(match.group()), text)


def _broken(masked: str, list_columns: Sequence[str]) -> Iterator[tuple[int, int]]:
    for match in _broken_tag().finditer(masked):
        word = match["word"]
        if word is None or resolve_list_column(word, list_columns) is None:
            yield match.span()


def _blanks(masked: str) -> Iterator[tuple[int, int]]:
    for match in _blank().finditer(masked):
        merged = match["merged"]
        if merged is None or standard_field(merged) is not None:
            yield match.span()


@cache
def _may_hold_fault() -> re.Pattern[str]:
    return re.compile(
        rf"[\[\]{{}}<«|]|%%|XX|TBD|TODO|FIXME|lorem|dolor sit|name here|\b{_BARE_FIELD}\b|\b(?:NAME|FIRST NAME)\b",
        re.IGNORECASE,
    )


@cache
def _innermost_choice() -> re.Pattern[str]:
    return re.compile(r"\{[^{}|\n]*\|[^{}\n]*\}")


@cache
def _random_helper() -> re.Pattern[str]:
    # Instantly writes {{random|a|b}}, whose inner braces are gone by now.
    return re.compile(r"\{\s+random\s+[^{}\n]*\}", re.IGNORECASE)


@cache
def _broken_tag() -> re.Pattern[str]:
    return re.compile(
        r"""
          \{\{ [^{}\n]{0,60} \}?                # {{first_name   {{first_name}
        | (?:\{ [\w.\ ]{0,40} | [\w.]{0,40}) \}\}  # {first_name}}   first_name}}
        | \{[%!] [^{}\n]{0,60} \}?              # {% if first_name
        | [^{}%\n]{0,40} %\}
        | \*\| [A-Za-z][\w:]{0,40} (?:\|(?!\*))? # *|FNAME|
        | (?<![\w|]) [A-Za-z][\w:]{0,40} \|\*   # FNAME|*
        | %% [A-Za-z]\w{0,40} %?                # %%first_name%
        | (?<![{$\#\w]) \{ (?P<word> [A-Za-z][\w .-]{2,40} ) \} (?!\})
        """,
        re.VERBOSE,
    )


@cache
def _name_in_broken_tag() -> re.Pattern[str]:
    return re.compile(r"(?:[{]{1,3}|\*\||%%|\{!)?\s*(?P<name>[A-Za-z][\w. ]*?)\s*(?:[}]{1,3}|\|\*?|\*|%{1,2})?")


@cache
def _blank() -> re.Pattern[str]:
    return re.compile(
        rf"""
          (?<![!\w\]]) \[ \s? (?:(?i:{_as_verbose(_BLANK)})|{_SHOUTED_BLANK}) \s? \] (?![(\[])
        | < \s? (?i:{_as_verbose(_BLANK)}) \s? >
        | (?:<<|[«‹]) \s? (?P<merged>[^\W\d][\w .]{{1,40}}) \s? (?:>>|[»›])
        | (?<![\w<]) (?i:your\ name\ here|lorem\ ipsum|dolor\ sit\ amet) (?!\w)
        | (?<![\w%.$-]) {_BARE_FIELD} (?![\w%.])
        | (?:Hi|Hello|Hey|Dear|Hallo|Bonjour|Hola) \s+ (?:NAME|FIRST\ NAME|XX+) \b
        | (?<![\w.-])(?<!Bowl\ )(?<!Chapter\ ) XXX+ (?![\w-]) (?!\s*$)
        | (?i:\bxx/xx(?:/xx(?:xx)?)?\b)
        | (?<!\w) (?:TBD|FIXME) (?!\w)
        | (?: ^\W* TODO \s*$ | (?<!\w) TODO (?=\s?[:\])>]) | [\[(<] TODO \b )
        """,
        re.VERBOSE,
    )


def _as_verbose(pattern: str) -> str:
    return re.sub(r"(?<!\\) ", r"\\ ", pattern)
