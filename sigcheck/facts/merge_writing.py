"""Merge tags written as a sending tool writes them; the opposite of `merge_dialects`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from sigcheck.facts.merge_tags import find_merge_tags, resolve_list_column

FAMILIES = dict.fromkeys(("handlebars", "liquid", "hubspot", "marketo", "outreach"), "double braces")
"""Dialects that are written alike, so that a message may hold several of them; all others stand for themselves."""

_MAILCHIMP_NAMES = {"first_name": "FNAME", "last_name": "LNAME", "email": "EMAIL", "company": "COMPANY"}

_FORMS = {
    "handlebars": ("{{{{{snake}}}}}", '{{{{{snake} | default: "{default}"}}}}'),
    "liquid": ("{{{{{snake}}}}}", '{{{{{snake} | default: "{default}"}}}}'),
    "outreach": ("{{{{{snake}}}}}", '{{{{{snake} | default: "{default}"}}}}'),
    "hubspot": ("{{{{contact.{joined}}}}}", '{{{{ personalization_token("contact.{joined}", "{default}") }}}}'),
    "marketo": ("{{{{lead.{words}}}}}", "{{{{lead.{words}:default={default}}}}}"),
    "mailchimp": ("*|{mailchimp}|*", None),
    "pardot": ("%%{snake}%%", None),
    "salesforce": ("{{!Contact.{camel}}}", '{{!BLANKVALUE(Contact.{camel},"{default}")}}'),
    "eloqua": ("<span class=eloquaemail>{camel}</span>", None),
    "bracket": ("[{words}]", "[{words}|{default}]"),
    "braces": ("{{{snake}}}", "{{{snake}|{default}}}"),
}
"""How each dialect inserts a field, and how with a default; None where it has no short way to say one."""


def family_of(dialect: str) -> str:
    """Return the name under which dialects go together that are written alike."""
    return FAMILIES.get(dialect, dialect)


def written_tag(dialect: str, column: str, default: str | None, list_columns: Sequence[str]) -> str | None:
    """Return the tag that inserts a column of the list in a dialect; None where the dialect cannot say it.

    What is returned is read as just that: the column, with the default.
    """
    plain, with_default = _FORMS[dialect]
    form = plain if default is None else with_default
    tags = (form.format(**names, default=default) for names in _spellings(column)) if form else ()
    return next((tag for tag in tags if _says(tag, dialect, column, default, list_columns)), None)


def _says(tag: str, dialect: str, column: str, default: str | None, list_columns: Sequence[str]) -> bool:
    """Return whether a tag is read as one of the dialect's family that inserts the column, with the default."""
    read = find_merge_tags(tag)
    if len(read) != 1 or read[0].tag != tag or read[0].field is None:
        return False
    means_column = resolve_list_column(read[0].field, list_columns) == column
    return means_column and family_of(read[0].dialect) == family_of(dialect) and read[0].default == default


def _spellings(column: str) -> Iterator[dict[str, str]]:
    """Yield how tools may call a column: in their own ways, else just as the list does."""
    words = [word for word in re.split(r"[\W_]+", column) if word]
    camel = "".join(word[:1].upper() + word[1:] for word in words)
    snake = "_".join(word.lower() for word in words)
    spaced = " ".join(word[:1].upper() + word[1:] for word in words)
    mailchimp = _MAILCHIMP_NAMES.get(column, snake.upper())
    yield {"camel": camel, "snake": snake, "joined": snake.replace("_", ""), "words": spaced, "mailchimp": mailchimp}
    yield dict.fromkeys(("camel", "snake", "joined", "words", "mailchimp"), column)
