"""Names of people: one key for one person, however the name is written."""

from __future__ import annotations

import re
import unicodedata

from sigcheck.facts.folding import fold, join_umlauts
from sigcheck.facts.remembered import remembered
from sigcheck.facts.word_lists import entries

_WORD_BREAK = re.compile(r"[\s!-/:-@\[-`{-~\u00a1-\u00bf\u2000-\u206f\u3000-\u303f\uff00-\uff0f・]+")
_DROPPED = re.compile("['’‘ʼ`´\u200b-\u200f\u0591-\u05c7\u0640\u064b-\u065f\u0670]")
"""Apostrophes, marks without a width, and the vowel points of Hebrew and Arabic, which few people write."""

_ABBREVIATED = re.compile(r"\w\w\.(?:\s|$)")
_REMARK = re.compile(r"[(\[{<\"“„«].*?[)\]}>\"”“»]")
_UNSPACED = re.compile("[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3]+")
_UNSPACED_FULL_NAME = 3
"""Characters from which on a Chinese, Japanese or Korean name written as one word is a full name."""


@remembered
def person_key(full_name: str | None) -> str | None:
    """Return a key that is the same for one person's name in all its spellings; None where a name is too weak to tell.

    Case, accents, punctuation, the order of the words (`Smith, Frank`), titles, suffixes, middle initials, remarks
    in brackets, and umlauts written as ae, oe, ue make no difference. A single word is no key, with or without an
    initial: too many people share it.
    Names in scripts other than Latin keep their letters. Of Chinese, Japanese and Korean names the key is the sorted
    characters, as lists hold them in either order, with a space or without.
    """
    if not full_name:
        return None
    if full_name.isascii() and (words := full_name.lower().split(" ")) and _is_plain(words):
        return join_umlauts(f"{words[0]} {words[1]}" if words[0] < words[1] else f"{words[1]} {words[0]}")
    words = _name_words(full_name)
    if words and all(_UNSPACED.fullmatch(word) for word in words):
        letters = "".join(sorted("".join(words)))
        return letters if len(words) > 1 or len(letters) >= _UNSPACED_FULL_NAME else None
    return " ".join(sorted(words)) if len(words) > 1 else None


def _is_plain(words: list[str]) -> bool:
    return len(words) == 2 and all(
        len(word) > 1 and word.isalpha() and word not in entries("name_titles") and word not in entries("name_suffixes")
        for word in words
    )


def _name_words(full_name: str) -> list[str]:
    name = _REMARK.sub(" ", unicodedata.normalize("NFKC", full_name))
    words = _split(name)
    if any(word in entries("name_titles") or word in entries("name_suffixes") for word in words) or _ABBREVIATED.search(
        name
    ):
        words = _split(_without_titles(name)) or words
    words = [word for word in words if len(word) > 1 or not word.isascii()]
    return [word for word in words if word not in entries("name_suffixes")] if len(words) > 2 else words


def _split(name: str) -> list[str]:
    folded = join_umlauts(fold(_DROPPED.sub("", name)))
    return [word for word in _WORD_BREAK.split(folded) if word]


def _without_titles(name: str) -> str:
    from nameparser import HumanName

    parsed = HumanName(name)
    return " ".join((parsed.first, parsed.middle, parsed.last))
