"""Whom a greeting addresses: a person, by merge tag or by hand, a company, everybody or nobody."""

from __future__ import annotations

import re
from functools import cache

from sigcheck.facts.fields import field_key, standard_field
from sigcheck.facts.merge_tags import MergeTag, find_merge_tags, without_merge_tags
from sigcheck.facts.spintax import expand_spintax
from sigcheck.facts.word_lists import entries
from sigcheck.inputs.wording import GREETINGS

GREETING_FORMS = ("bare", "generic", "company", "handwritten", "named")
"""All that `greeting_form` can return; of the choices of spintax the first in this order counts."""

_NAME_COLUMNS = frozenset({"first_name", "last_name", "full_name"})
_COMPANY_WORDS = ("company", "account", "organi", "firm", "empresa", "entreprise", "societe", "azienda", "bedrijf")
_OTHER_WORDS = (
    "industry",
    "segment",
    "branche",
    "city",
    "country",
    "region",
    "product",
    "title",
    "role",
    "team",
    "group",
)
"""What a field of the list's own holds in its name where it is no form of address (`Anrede`, `nickname`)."""

_LINKING_WORDS = frozenset(
    "a à aux or and our my und oder unser unsere unserer et ou notre nos y o e ed il i la las los le les de der die "
    "das to onze en och og ja sekä i oraz".split()
)

_GROUPS = frozenset(
    "attendee buyer buyers colleague colleagues community customer customers department engineer engineers enthusiast "
    "expert experts family leader leaders manager managers member members owner owners partner partners professional "
    "professionals subscriber subscribers supplier suppliers team teams user users".split()
)
"""Nouns that no person is called, so that what stands before them narrows the group and is no name."""

_TITLES = frozenset("mr mrs ms mx dr prof herr herrn frau fru hr mme".split())
"""Forms of address that only a name follows."""


def greeting_form(greeting: str | None) -> str | None:
    """Return whom a greeting addresses, one of `GREETING_FORMS`; None where there is no greeting.

    named: a merge tag inserts the recipient's name, or a form of address of the list's own; handwritten: a name
    is typed out; company: a merge tag of the company alone; generic: "Dear customer", "Hi there"; bare: nobody.
    """
    if not greeting:
        return None
    forms = {_form_of(text) for text in expand_spintax(greeting)}
    return next(form for form in GREETING_FORMS if form in forms)


def _form_of(text: str) -> str:
    tags = [tag for tag in find_merge_tags(text) if tag.field and tag.about == "recipient"]
    if any(_is_name(tag) for tag in tags):
        return "named"
    if any(_is_company(tag) for tag in tags):
        return "company"
    return _form_of_words(without_merge_tags(text).replace("’", "'").lower())


def _form_of_words(text: str) -> str:
    if any(phrase in text for phrase in _generic_phrases()):
        return "generic"
    if _addresses_group(text):
        return "generic"
    words = {word for word in _word_pattern().findall(text) if word not in _greeting_words()} - _LINKING_WORDS
    if words - _TITLES and (words & _TITLES or words - entries("generic_readers")):
        return "handwritten"
    return "generic" if words else "bare"


def _addresses_group(text: str) -> bool:
    """Return whether a group or a function is addressed in several words: `Dear supply chain leader`."""
    words = _word_pattern().findall(text)
    return len(words) > 2 and words[-1] in _GROUPS and not _LINKING_WORDS.union(_TITLES).intersection(words)


def _is_name(tag: MergeTag) -> bool:
    column = standard_field(tag.field or "")
    if column is not None:
        return column in _NAME_COLUMNS
    key = field_key(tag.field or "")
    return not any(word in key for word in (*_COMPANY_WORDS, *_OTHER_WORDS))


def _is_company(tag: MergeTag) -> bool:
    key = field_key(tag.field or "")
    return standard_field(tag.field or "") == "company" or any(word in key for word in _COMPANY_WORDS)


@cache
def _generic_phrases() -> tuple[str, ...]:
    """Return what is looked for as it stands: several words, and Japanese, which has no spaces."""
    return tuple(entry for entry in entries("generic_readers") if " " in entry or entry[0] > "\u3000")


@cache
def _greeting_words() -> frozenset[str]:
    """Return the words that greetings begin with, but those that address somebody (`Madame`)."""
    phrases = {phrase for known in GREETINGS.values() for phrase in known} - entries("generic_readers")
    words = {word for phrase in phrases for word in _word_pattern().findall(phrase)}
    return frozenset(words - entries("generic_readers"))


@cache
def _word_pattern() -> re.Pattern[str]:
    return re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?")
