"""Company names as words: split, folded, and with the legal form told from the name."""

from __future__ import annotations

import re
from functools import cache

from sigcheck.facts.folding import fold, join_umlauts
from sigcheck.facts.word_lists import entries, phrases

_MARKS = re.compile("['’‘ʼ`´\"“”„«»™®©℠\u200b-\u200f\u00ad\ufeff]")
_WORD_BREAK = re.compile(r"[\s!-%(-/:-@\[-`{-~\u00a1-\u00bf\u2000-\u206f\u3000-\u303f\uff00-\uff0f・]+")
_INITIALS = re.compile(r"(?<![^\W_])(?:[^\W\d_][./]){1,}[^\W\d_](?![^\W_])\.?")
JOINING_WORDS = frozenset({"and", "und", "et", "y", "och", "og", "en", "ve", "e"})
"""Words for "and" in the languages of our lists."""
_SPA = re.compile(r"(?:^|\s)Spa$|(?i:\b(?:day|med|medical|nail|beauty|hotel|resort|and)|&)(?i:\s+spa$)")
_EAST_ASIAN_FORMS = re.compile(
    "株式会社|有限会社|合同会社|合資会社|合名会社|[(（][株有同][)）]|"
    "股份有限公司|有限责任公司|有限責任公司|有限公司|주식회사|유한회사|[(（]주[)）]|บริษัท|จำกัด|\\(มหาชน\\)"
)


def without_east_asian_form(name: str) -> str:
    """Return `name` without a legal form of Japan, China, Korea or Thailand, which stands without a space."""
    return name if name.isascii() else _EAST_ASIAN_FORMS.sub(" ", name)


def folded_words(name: str) -> list[str]:
    """Return the words of a company name: folded, initials joined (`S.A.` is `sa`), every "and" as `and`."""
    text = _MARKS.sub("", name)
    if "." in text or "/" in text:
        text = _INITIALS.sub(lambda match: match.group().replace(".", "").replace("/", "") + " ", text)
    text = join_umlauts(fold(text)).replace("&", " and ").replace(" + ", " and ")
    words = [word for word in _WORD_BREAK.split(text) if word]
    return _with_one_and(_with_joined_letters(words)) if any(len(word) < 4 for word in words) else words


def _with_joined_letters(words: list[str]) -> list[str]:
    joined: list[str] = []
    run = 0
    for word in words:
        is_letter = len(word) == 1 and word.isalpha()
        if is_letter and run:
            joined[-1] += word
        else:
            joined.append(word)
        run = run + 1 if is_letter else 0
    return joined


def _with_one_and(words: list[str]) -> list[str]:
    last = len(words) - 1
    return ["and" if word in JOINING_WORDS and 0 < index < last else word for index, word in enumerate(words)]


@cache
def _legal_forms() -> frozenset[tuple[str, ...]]:
    from cleanco.termdata import terms_by_country, terms_by_type

    terms = [term for table in (terms_by_type, terms_by_country) for listed in table.values() for term in listed]
    maintained = {tuple(folded_words(term)) for term in terms} - {()}
    own = {tuple(folded_words(" ".join(words))) for words in phrases("legal_forms")}
    return frozenset((maintained | own) - phrases("not_legal_forms"))


@cache
def last_words() -> frozenset[str]:
    """Return the words that a legal form may end in."""
    return frozenset(form[-1] for form in _legal_forms())


@cache
def _longest_form() -> int:
    return max(len(form) for form in _legal_forms())


def name_end(words: list[str], name: str, kept: frozenset[str] = frozenset()) -> int:
    """Return how many of the first `words` of `name` are left once legal forms at the end are set aside.

    At least one word is left, "the" not counted. Forms that are one of the words `kept` stay, but for a "Co." that
    is but a part of the form: Hyundai Motor Co., Ltd., unlike Müller & Co. KG.
    """
    end = len(words)
    least = 2 if words[:1] == ["the"] else 1
    if _SPA.search(name):
        return end
    while end > least and words[end - 1] in last_words():
        if words[end - 1] in kept and not (words[end - 1] == "co" and end < len(words) and words[end - 2] != "and"):
            break
        length = _form_length(words, end, end - least)
        if not length:
            break
        end -= length
        while end > least and words[end - 1] == "and":
            end -= 1
    return end


def _form_length(words: list[str], end: int, most: int) -> int:
    for length in range(min(_longest_form(), most), 0, -1):
        if tuple(words[end - length : end]) in _legal_forms():
            return length
    return 0


def name_start(words: list[str], end: int) -> int:
    """Return how many of the first words are a legal form before the name, or "the"; less than `end`."""
    start = 0
    for form in _prefixes_of(words[0]) if words else ():
        if len(form) < end and tuple(words[: len(form)]) == form:
            start = max(start, len(form))
    return start


@cache
def first_words() -> frozenset[str]:
    """Return the words that may stand before the name proper: a legal form's first, and "the"."""
    return frozenset(_prefixes()) | {"the"}


def _prefixes_of(word: str) -> tuple[tuple[str, ...], ...]:
    return _prefixes().get(word, ())


@cache
def _prefixes() -> dict[str, tuple[tuple[str, ...], ...]]:
    by_word: dict[str, tuple[tuple[str, ...], ...]] = {}
    for entry in sorted(entries("legal_form_prefixes")):
        form = tuple(entry.split())
        by_word[form[0]] = (*by_word.get(form[0], ()), form)
    return by_word
