"""The opt-out wording as compiled patterns, one language at a time and only when asked for."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, cached_property

from sigcheck.facts.opt_out_wording import OptOutWording, wording_of

_QUOTES = "\"'“”„‚‘’«»‹›「」『』"
_NEVER = r"(?!)"
_PLAIN_APOSTROPHE = str.maketrans("’‘ʼ´`", "'''''")


class WordingPatterns:
    """The patterns of one language, each compiled on first use."""

    def __init__(self, wording: OptOutWording, *, between_words: bool) -> None:
        self._wording = wording
        self._start = r"(?<!\w)" if between_words else ""

    @cached_property
    def wish(self) -> re.Pattern[str]:
        """Wishes not to get mail."""
        return self._compiled(self._wording.wish)

    @cached_property
    def say(self) -> re.Pattern[str]:
        """Ways to say so: verbs, and the address of a page or a mailbox."""
        return self._compiled((*self._wording.say, r"https?://", r"www\.", r"[\w.+-]{1,64}@[\w-]{1,63}\."))

    @cached_property
    def promise(self) -> re.Pattern[str]:
        """Promises not to write again."""
        return self._compiled(self._wording.promise)

    @cached_property
    def marked_keyword(self) -> re.Pattern[str]:
        """Keywords to reply with, in quotes or in capitals."""
        quoted = f"[{_QUOTES}](?:{self._keywords})[{_QUOTES}.,!]"
        capitals = "|".join(re.escape(keyword.upper()) for keyword in self._wording.keywords)
        return re.compile(rf"{quoted}|{self._start}(?-i:{capitals})(?!\w)", re.IGNORECASE)

    @cached_property
    def keyword(self) -> re.Pattern[str]:
        """Keywords to reply with, before the end of a clause."""
        return re.compile(rf"{self._start}(?:{self._keywords})(?=\s*(?:[.,;!)]|$|in the subject|to (?:this|me)))", re.I)

    @cached_property
    def link(self) -> re.Pattern[str]:
        """What the text of an opt-out link says."""
        return self._compiled(self._wording.link)

    @cached_property
    def not_meant(self) -> re.Pattern[str]:
        """What looks alike and means something else."""
        return self._compiled(self._wording.not_meant)

    @property
    def _keywords(self) -> str:
        return "|".join(re.escape(keyword) for keyword in self._wording.keywords)

    def _compiled(self, patterns: Iterable[str]) -> re.Pattern[str]:
        written_out = self._wording.written_out("|".join(patterns) or _NEVER)
        return re.compile(f"{self._start}(?:{written_out})", re.IGNORECASE)


@cache
def wording_patterns(language: str) -> WordingPatterns:
    """Return the patterns of a language (two-letter code); raises KeyError where there are none."""
    return WordingPatterns(wording_of(language), between_words=language != "ja")


def plain_text(text: str) -> str:
    """Return `text` with one kind of apostrophe and of space, character for character."""
    return re.sub(r"\s", " ", text.translate(_PLAIN_APOSTROPHE))
