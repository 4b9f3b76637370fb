"""Which links lead to an opt-out, by what they say and by where they lead."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import cache
from urllib.parse import parse_qsl, unquote, urlsplit

from sigcheck.facts.merge_tags import MergeTag, find_merge_tags
from sigcheck.facts.opt_out_patterns import plain_text, wording_patterns
from sigcheck.facts.opt_out_wording import LANGUAGES, wording_of

_URL_FILLERS = frozenset(
    {"a", "action", "all", "and", "click", "confirm", "contact", "contacts", "de", "del", "do", "e", "email", "emails"}
    | {"center", "centre", "form", "from", "index", "la", "landing", "link", "list", "lists", "mail", "mailing"}
    | {"mailings", "mails", "me", "my", "newsletter", "newsletters", "now", "of", "one", "page", "process", "request"}
    | {"se", "sie", "subscriber", "the", "this", "url", "us", "user", "users", "you", "your"}
)
"""Words that may stand beside: "email-unsubscribe" leads to an opt-out, "why-unsubscribe-rates-fell" does not."""

_URL_VETO = frozenset(
    {"event", "events", "webinar", "webinars", "seminar", "seminare", "veranstaltung", "veranstaltungen", "workshop"}
    | {"kurs", "cookie", "cookies", "blog", "article", "articles", "evento", "eventos", "evenement", "tracking"}
)
"""Words anywhere in a URL that say it is about something else."""

_MAX_LINK_TEXT = 120
"""Characters of a link's text from which it is a passage, and no label."""


def is_opt_out_link(url: str, text: str) -> bool:
    """Return whether a link with this target (as written) and visible text is a way to opt out.

    A target that leads nowhere ("#") still counts where the text says so: such a link is broken, not absent.
    """
    return opt_out_link_language(url, text) is not None


def opt_out_link_language(url: str, text: str) -> str | None:
    """Return the language (two-letter code) in which a link says that it is a way to opt out, or None."""
    label = plain_text(text).strip()
    if label and len(label) <= _MAX_LINK_TEXT and "://" not in label:
        for language in LANGUAGES:
            patterns = wording_patterns(language)
            if patterns.link.search(label):
                return None if patterns.not_meant.search(label) else language
    if any(is_opt_out_tag(tag) for tag in find_merge_tags(url)):
        return "en"
    return _mailto_language(url) if url.lower().startswith("mailto:") else _url_language(url)


def is_opt_out_tag(tag: MergeTag) -> bool:
    """Return whether a merge tag is filled by the sending tool with a way to opt out."""
    return tag.about == "system" and tag.field is not None and _tag_pattern().match(tag.field) is not None


def _mailto_language(url: str) -> str | None:
    address, _, query = url[len("mailto:") :].partition("?")
    subject = next((value for key, value in parse_qsl(query) if key.lower() == "subject"), "")
    label = plain_text(subject).strip()
    for language in LANGUAGES:
        patterns = wording_patterns(language)
        if label and (patterns.keyword.fullmatch(label) or patterns.link.search(label)):
            return language
    return _language_of_words(unquote(address).partition("@")[0])


def _url_language(url: str) -> str | None:
    parts = list(_url_parts(url))
    if any(_URL_VETO.intersection(_words(part)) for part in parts):
        return None
    return next((language for part in parts if (language := _language_of_words(part)) is not None), None)


def _url_parts(url: str) -> Iterable[str]:
    try:
        target = urlsplit(url)
        host = (target.hostname or "").split(".")
    except ValueError:  # an unfilled tag such as http://[Company]/ makes no URL
        return [url]
    # The last two labels are the sender's own name: optout.com is a firm.
    parameters = [pair for pair in parse_qsl(target.query, keep_blank_values=True) if not pair[0].startswith("utm_")]
    return [
        *host[:-2],
        *(re.sub(r"\.\w{2,5}$", "", unquote(segment)) for segment in target.path.split("/")),
        *(text for pair in parameters for text in pair),
        target.fragment,
    ]


def _language_of_words(part: str) -> str | None:
    words = " ".join(word for word in _words(part) if not any(character.isdigit() for character in word))
    for language in LANGUAGES:
        for core in wording_of(language).url_words:
            before, found, after = f" {words} ".partition(f" {core} ")
            if found and _URL_FILLERS.issuperset([*before.split(), *after.split()]):
                return language
    return None


def _words(part: str) -> list[str]:
    spaced = _camel_pattern().sub(" ", part)
    decomposed = unicodedata.normalize("NFKD", spaced.casefold())
    bare = "".join(character for character in decomposed if not unicodedata.combining(character))
    return [word for word in _separator_pattern().split(bare) if word]


@cache
def _tag_pattern() -> re.Pattern[str]:
    return re.compile(
        r"unsub|opt[ _-]?out|(?:email[ _-]?)?preference[ _-]?cent|subscription[ _-]?pref|manage[ _-]?(?:pref|url)|"
        r"profile[ _-]?cent",
        re.IGNORECASE,
    )


@cache
def _camel_pattern() -> re.Pattern[str]:
    return re.compile(r"(?<=[a-z])(?=[A-Z])")


@cache
def _separator_pattern() -> re.Pattern[str]:
    return re.compile(r"[\W_]+")
