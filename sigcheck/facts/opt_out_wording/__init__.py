"""How people offer an opt-out, in thirteen languages: a module each, read only when it is needed.

Written by hand after the phrases in common use in footers, disclaimers and personal mails.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib import import_module
from typing import NamedTuple, cast

LANGUAGES: Mapping[str, str] = {
    "en": "english",
    "de": "german",
    "fr": "french",
    "es": "spanish",
    "pt": "portuguese",
    "it": "italian",
    "nl": "dutch",
    "sv": "swedish",
    "da": "danish",
    "no": "norwegian",
    "fi": "finnish",
    "pl": "polish",
    "ja": "japanese",
}
"""Two-letter code → module."""


class OptOutWording(NamedTuple):
    """The wording of one language.

    `wish`, `say`, `promise`, `link` and `not_meant` are regular expressions, matched without regard to case and
    from the start of a word (Japanese: anywhere). A space stands for any white space, an apostrophe for any
    apostrophe, `<MAILS>` and `<EVENT>` for the fields of that name, `<FIRST>` for the start of a sentence. No
    pattern repeats without a bound, so that matching takes linear time.

    An instruction in prose is one of
    - a wish ("if you'd rather not hear from me") beside a way to say so ("let me know", "click", an address),
    - a way to say so followed by a promise ("and I won't write again"),
    - a way to say so beside one of `keywords` (plain words) in quotes or capitals ("reply STOP").
    `not_meant` takes back a wish or a link text that is about something else: leaving an event, unsubscribe rates.

    `link` is what the text of a link says, `url_words` what a part of its target says (without accents).
    """

    wish: tuple[str, ...]
    say: tuple[str, ...]
    promise: tuple[str, ...]
    keywords: tuple[str, ...]
    link: tuple[str, ...]
    not_meant: tuple[str, ...]
    url_words: tuple[str, ...]
    mails: str = ""
    event: str = ""

    def written_out(self, pattern: str) -> str:
        """Return one of the patterns with its abbreviations written out."""
        first = r"(?:^|(?<=[.!?|•·–-] ))"
        return pattern.replace("<MAILS>", self.mails).replace("<EVENT>", self.event).replace("<FIRST>", first)


@cache
def wording_of(language: str) -> OptOutWording:
    """Return the wording of a language (two-letter code); raises KeyError where there is none."""
    return cast(OptOutWording, import_module(f"{__name__}.{LANGUAGES[language]}").WORDING)
