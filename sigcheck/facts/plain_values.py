"""SQL that tells plain values, about which there is nothing to say, from those that deserve a closer look.

A list holds a million values and hardly a thousand that are odd. What SQL lets pass here is what `value_flaws` finds
nothing in; tests hold the two against each other. Regular expressions are RE2 and Java alike.
"""

from __future__ import annotations

from collections.abc import Iterator

from sigcheck.engine import Engine
from sigcheck.engine.sql import text
from sigcheck.facts.company_words import JOINING_WORDS, first_words, last_words
from sigcheck.facts.name_fields import DEGREES, LEGAL_FORMS, TITLES
from sigcheck.facts.stray_text import STRAY, SUSPICIOUS
from sigcheck.facts.value_flaws import COMPANY_FIELD, NAME_FIELDS
from sigcheck.facts.word_lists import entries, phrases
from sigcheck.relations import Column

# Ranges of letters, as the classes of Unicode (\p{Lu}) take an engine several milliseconds to compile.
_SMALL = "a-zß-öø-ÿāăąćčďđēėęěğģħīįıķĺļľłńņňōőœŕřśşšţťūůűųŵŷźżžșțа-яёєіїґά-ώ"
_CAPITAL = "A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĖĘĚĞĢĦĪĮİĶĹĻĽŁŃŅŇŌŐŒŔŘŚŞŠŢŤŪŮŰŲŴŶŹŻŽȘȚА-ЯЁЄІЇҐΆ-Ϋ"
_WITHOUT_CASE = "א-תء-ي々ぁ-ゖァ-ヺー㐀-鿿가-힣"
_NAME_WORD = f"(?:[{_CAPITAL}][{_SMALL}]+|[{_WITHOUT_CASE}]{{2,}})"
_PLAIN_NAME = f"^{_NAME_WORD}(?:[ -]{_NAME_WORD}){{0,2}}$"
_COMPANY_WORD = f"[{_CAPITAL}{_SMALL}0-9]{{2,}}(?:['’-][{_CAPITAL}{_SMALL}0-9]{{2,}})*"
_PLAIN_COMPANY = f"^{_COMPANY_WORD}(?: (?:& )?{_COMPANY_WORD})*$"
_NOT_WORD = r"[^0-9A-Za-z\x{C0}-\x{1FFF}\x{3005}-\x{10FFFF}]+"
_PLAIN_LEGAL_FORM = (
    r",? (?:Inc\.?|Incorporated|Corp\.?|Ltd\.?|(?:Private )?Limited|LLC|LLP|PLC|plc|GmbH|AG|KG|SE|SA|S\.A\.|SAS|SARL"
    r"|SL|S\.L\.|BV|B\.V\.|NV|N\.V\.|AB|Oy|AS|ApS)$"
)
"""Legal forms in spellings that leave no doubt, at the end of a company's name."""

_LETTERS_OF_MOJIBAKE = "[À-ï][ƒŠŒŽšœžŸ]"
"""Text decoded wrongly that is all letters, as plain values are: Ãœnal for Ünal."""

_TEMPLATE_MARKS = r"[\[\]{}<«|]|%%|(?i:XX|TBD|TODO|FIXME|lorem|dolor sit|name here)|NAME"
_ODD_TEXT = f"(?:{STRAY})|(?:{SUSPICIOUS})|(?:{_TEMPLATE_MARKS})|^#"
_WORDS_OF_TEXT = (
    "CASE WHEN length(base) <= 30 AND NOT regexp_matches(base, '^[-+(]?[0-9][0-9(). +-]*$|@') "
    f"THEN trim(regexp_replace(lower(base), {text(_NOT_WORD)}, ' ', 'g')) END"
)
"""SQL for the words of a value that may be a placeholder: short, and neither a number nor an address."""

_IS_RUN = "length(replace(v.words, substring(v.words, 1, 1), '')) = 0"
"""SQL that holds for no words at all, or one letter over and over."""

_SPELLED_WITH_ACCENTS = frozenset(
    {"anónima", "décédé", "décédée", "gekündigt", "haftungsbeschränkt", "limitée", "não", "odpowiedzialnością", "okänd"}
    | {
        "osakeyhtiö",
        "osaühing",
        "oü",
        "prénom",
        "renseigné",
        "señor",
        "señora",
        "société",
        "společnost",
        "şirketi",
        "vacío",
    }
)
"""Words of the lists, which hold them folded, as they are spelled."""

_WORD_COLUMNS = (Column("kind", "VARCHAR", ""), Column("word", "VARCHAR", ""))


def add_odd_words(engine: Engine) -> None:
    """Create `odd_words`: the words that make a value of their kind (name, first, last, whole) worth a closer look."""
    engine.create("odd_words", _WORD_COLUMNS, _odd_words())


def odd_values(field: str, cell: str, relation: str) -> str:
    """Return a query for the distinct values of `field` that may be flawed: `field`, `given` and `needs_look`.

    `cell` is the SQL expression for the value in `relation`. A company's name that has nothing but a plain legal form
    too much needs no look: `plain_company` says how people call it.
    """
    if field in NAME_FIELDS:
        base, words, joins, conditions = "given", "replace(lower(base), '-', ' ')", *_odd_name()
    elif field == COMPANY_FIELD:
        base, words, joins, conditions = plain_company("given"), "replace(lower(base), '-', ' ')", *_odd_company()
    else:
        base, words, joins, conditions = "given", _WORDS_OF_TEXT, *_odd_text()
    return f"""
        SELECT field, given, needs_look
        FROM (
          SELECT {text(field)} AS field, v.given, v.base, {" OR ".join(conditions)} AS needs_look
          FROM (
            SELECT given, base, {words} AS words
            FROM (
              SELECT given, {base} AS base
              FROM (SELECT DISTINCT {cell} AS given FROM {relation}) AS distinct_values
              WHERE given IS NOT NULL
            ) AS bases
          ) AS v
          {" ".join(joins)}
        ) AS judged
        WHERE needs_look
          OR base <> given"""


def plain_company(given: str) -> str:
    """Return SQL for a company's name without its legal form, where that is a plain one."""
    return f"regexp_replace({given}, {text(_PLAIN_LEGAL_FORM)}, '')"


def _odd_name() -> tuple[list[str], list[str]]:
    joins = [_join(f"w{number}", "name", f"split_part(v.words, ' ', {number})") for number in (1, 2, 3)]
    return joins, [
        f"NOT regexp_matches(v.given, {text(_PLAIN_NAME)})",
        f"regexp_matches(v.given, {text(_LETTERS_OF_MOJIBAKE)})",
        _IS_RUN,
        *(f"w{number}.word IS NOT NULL" for number in (1, 2, 3)),
    ]


def _odd_company() -> tuple[list[str], list[str]]:
    joins = [
        _join("w1", "first", "split_part(lower(v.base), ' ', 1)"),
        _join("w2", "last", "split_part(lower(v.base), ' ', -1)"),
        _join("w3", "whole", "replace(lower(v.given), '-', ' ')"),
    ]
    return joins, [
        f"NOT regexp_matches(v.base, {text(_PLAIN_COMPANY)})",
        f"NOT regexp_matches(v.base, '[{_SMALL}]')",
        f"regexp_matches(v.given, {text(f'^[Zz]{{2}}|{_LETTERS_OF_MOJIBAKE}|(?i:xx|tbd|todo|fixme|lorem|name)')})",
        _IS_RUN,
        "w1.word IS NOT NULL",
        "w2.word IS NOT NULL",
        "w3.word IS NOT NULL",
    ]


def _odd_text() -> tuple[list[str], list[str]]:
    odd_text = f"regexp_matches(v.given, {text(_ODD_TEXT)})"
    return [_join("w1", "whole", "v.words")], [odd_text, "w1.word IS NOT NULL", f"coalesce({_IS_RUN}, FALSE)"]


def _odd_words() -> Iterator[tuple[str, str]]:
    notes = {word for words in phrases("company_notes") for word in (words[0], words[-1])}
    in_names = {words[0] for listed in ("name_notes", "placeholders") for words in phrases(listed)}
    for kind, words in (
        ("name", in_names | TITLES | DEGREES | LEGAL_FORMS | _SPELLED_WITH_ACCENTS | {"ex", "miss"}),
        ("first", first_words() | notes),
        ("last", last_words() | notes | JOINING_WORDS | _SPELLED_WITH_ACCENTS),
        ("whole", entries("placeholders") | _SPELLED_WITH_ACCENTS | {"na", "nan"}),
    ):
        for word in sorted(words):
            yield kind, word


def _join(alias: str, kind: str, word: str) -> str:
    return f"LEFT JOIN odd_words AS {alias} ON {alias}.kind = {text(kind)} AND {alias}.word = {word}"
