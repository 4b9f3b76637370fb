"""Email addresses: whether they are valid, which mailbox stands behind them, and what kind they are of.

The kinds and the spelling of domains have modules of their own; their functions are to be had from here too.
"""

from __future__ import annotations

from sigcheck.facts.address_kinds import (
    is_disposable,
    is_mailbox_provider,
    is_role_local_part,
    may_be_role_sql,
    role_local_parts,
)
from sigcheck.facts.address_spelling import misspelled_domain
from sigcheck.facts.domains import registrable_domain
from sigcheck.facts.remembered import remembered

__all__ = [
    "PLAIN_ADDRESS",
    "address_problem",
    "is_disposable",
    "is_mailbox_provider",
    "is_own_mailbox_sql",
    "is_role_local_part",
    "mailbox",
    "may_be_role_sql",
    "misspelled_domain",
    "registrable_domain",
    "role_local_parts",
]

_LETTER = "[A-Za-z0-9_'+-]"
_LOCAL_PART = rf"(?:{_LETTER}{{1,20}}(?:[.]{_LETTER}{{1,20}}){{0,2}}|{_LETTER}{{1,31}}[.]{_LETTER}{{1,31}})"
_LABEL = r"[A-Za-z0-9]{1,30}(?:-[A-Za-z0-9]{1,20})?"
_TOP_LEVEL = r"(?:[A-Za-z]{2,3}|info|name|jobs|mobi|museum|travel|tech|software|agency|email|cloud|group|shop|online)"
PLAIN_ADDRESS = f"{_LOCAL_PART}@(?:{_LABEL}[.]){{1,3}}{_TOP_LEVEL}"
"""Regular expression (RE2, Java, Python) that matches, in full, only addresses that email-validator accepts.

It is there so that SQL can decide nearly every address; what it does not match may be valid all the same and is
put to `address_problem`. Its parts are so short that no length limit of RFC 5321 can be passed, and its top-level
domains leave out the special-use ones (RFC 6761) that email-validator refuses.
"""

_OUTER_SPACE = (
    " \t\n\r\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u200b\u202f\u205f\u3000\ufeff"
)
_GMAIL_DOMAINS = ("gmail.com", "googlemail.com")


@remembered
def address_problem(address: str | None) -> str | None:
    """Return one sentence that says why `address` is not valid; None where it is.

    The judge is email-validator with its default settings, save that no DNS query is made.
    """
    if address is None or not address.strip():
        return "There is no address."
    from email_validator import EmailNotValidError, validate_email

    try:
        validate_email(address, check_deliverability=False)
    except EmailNotValidError as error:
        return " ".join(str(error).split())
    return None


@remembered
def mailbox(address: str | None) -> str | None:
    """Return the mailbox behind `address`: no case, outer spaces, +tag, Gmail dots; googlemail.com as gmail.com.

    A name before it, and `mailto:`, are left out. Text that is no address (not exactly one @) comes back trimmed and in
    lower case; None where there is no text.
    """
    text = _bare(_lower((address or "").strip(_OUTER_SPACE)))
    if text.count("@") != 1:
        return text or None
    local, _, domain = text.partition("@")
    local = local.partition("+")[0] or local
    if domain in _GMAIL_DOMAINS:
        return f"{local.replace('.', '') or local}@gmail.com"
    return f"{local}@{domain}"


def _bare(text: str) -> str:
    """Return the address in `kim lee <kim@acme.com>` or `mailto:kim@acme.com`; any other text as it is."""
    start, end = text.rfind("<"), text.rfind(">")
    named = text[start + 1 : end] if 0 <= start < end and "@" in text[start:end] else text
    return named.removeprefix("mailto:").strip(_OUTER_SPACE)


def is_own_mailbox_sql(address_column: str) -> str:
    """Return an SQL condition, for DuckDB and Spark, that holds only where `mailbox` would change nothing: mostly."""
    no_gmail = " AND ".join(f"NOT ends_with({address_column}, '@{name}')" for name in _GMAIL_DOMAINS)
    return f"regexp_full_match({address_column}, '[a-z0-9_.-]+@[a-z0-9.-]+') AND {no_gmail}"


def _lower(text: str) -> str:
    # SQL engines lower letter by letter, without the two exceptions that Python makes.
    if text.isascii():
        return text.lower()
    return "".join("i" if character == "İ" else character.lower() for character in text)
