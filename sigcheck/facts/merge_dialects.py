"""What a merge tag says: the tool it is written for, the field it inserts, its default, and whom it is about.

Sources: the public documentation of merge tags, tokens, variables and personalisation by HubSpot, Salesforce
(Classic and Lightning), Marketo, Eloqua, Pardot (variable tags and HML), Mailchimp, Outreach, Salesloft and Apollo,
of the Liquid and Handlebars template languages, and of Mautic and Klenty for theirs.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from typing import Literal, NamedTuple

from sigcheck.facts.fields import field_key, split_prefix, standard_field
from sigcheck.facts.merge_tokens import MergeToken

About = Literal["recipient", "sender", "system"]

_MARKETO_PREFIXES = frozenset({"lead", "my", "system", "member", "program", "campaign", "trigger"})
_HUBSPOT_PREFIXES = frozenset({"contact", "owner", "deal", "ticket", "site_settings", "content", "subscription"})
_HUBSPOT_NAMES = frozenset({"unsubscribe_link", "unsubscribe_link_all", "view_as_page_url"})
_OUTREACH_PREFIXES = frozenset({"sender", "account", "prospect", "user"})
_SALESFORCE_RECORDS = frozenset({"Recipient", "Sender", "Organization"})
_HML_NAMES = frozenset({"Unsubscribe", "EmailPreferenceCenter", "View_Online", "Current_Year"})
_SENDER_PREFIXES = frozenset({"sender", "owner", "user", "$user", "sending_user", "agent", "rep"})
_SYSTEM_PREFIXES = frozenset(
    {"system", "my", "site_settings", "content", "subscription", "program", "campaign", "trigger", "member"}
    | {"organization", "receiving_user", "event"}
)
_SENDER_WORDS = ("sender", "user", "owner", "leadowner", "contactowner", "accountowner", "recordowner", "salesrep")
_PERSON_KEYS = frozenset(
    {"firstname", "lastname", "fullname", "name", "email", "emailaddress", "title", "jobtitle", "phone", "mobile"}
    | {"phonenumber", "company", "signature", "htmlsignature", "textsignature", "url", "meetinglink", "calendarlink"}
)
_SENDER_KEYS = frozenset({"sender", "signature", "emailsignature", "mysignature"})
_SYSTEM_KEYS = frozenset(
    {"unsubscribe", "unsubscribelink", "unsubscribelinkall", "unsubscribeurl", "unsubscribeall", "unsubscribetext"}
    | {"unsub", "unsubcenterurl", "optout", "optoutlink", "optouturl", "emailpreferencecenter", "preferencecenter"}
    | {"preferencecenterurl", "subscriptionpreferences", "managepreferences", "manageurl", "updateprofile"}
    | {"profilecenterurl", "viewonline", "viewinbrowser", "viewaspageurl", "viewaswebpage", "viewaswebpagelink"}
    | {"webversion", "webviewurl", "webviewtext", "viewemailurl", "archive", "forward", "currentyear"}
    | {"currentyearyyyy", "currentdate", "currenttime", "today", "now", "date", "dayofweek", "weekday", "subject"}
    | {"messageid", "campaignid", "campaignuid", "uniqid", "abuseemail", "rewards", "timeofday"}
)
FILTERS = frozenset(
    {"capitalize", "upcase", "downcase", "upper", "lower", "title", "titlecase", "titleize", "strip", "lstrip"}
    | {"rstrip", "trim", "escape", "safe", "date", "truncate", "truncatewords", "replace", "remove", "append"}
    | {"prepend", "first", "last", "size", "split", "join", "strip_html", "url_encode", "urlencode", "md5", "e"}
)
"""Filters of Liquid and HubL that stand in a tag without an argument."""

_INSERTED_IN_PROSE = frozenset(
    {"email", "first_name", "last_name", "full_name", "company", "title", "country", "region", "city"}
)


class MergeReading(NamedTuple):
    """What a tag that inserts a value says; `field` is as written, without the prefix of a person's record."""

    dialect: str
    field: str | None
    default: str | None
    about: About


def read_insertion(token: MergeToken) -> MergeReading | None:
    """Return what a tag that inserts a value says, or None where the text only has the shape of a tag."""
    readers: dict[str, Callable[[str], MergeReading | None]] = {
        "triple": _read_triple,
        "double": _read_double,
        "formula": _read_formula,
        "single": _read_single,
        "stars": _read_stars,
        "percent": lambda body: _reading("pardot", body),
        "eloqua": lambda body: _reading("eloqua", body),
        "bracket": _read_bracket,
    }
    body = token.body.strip()
    return readers[token.kind](body) if body else None


def _read_triple(body: str) -> MergeReading:
    name, default, _ = _name_and_default(body)
    is_record = name.partition(".")[0] in _SALESFORCE_RECORDS or name in _HML_NAMES
    return _reading("salesforce" if is_record else "handlebars", name, default)


def _read_double(body: str) -> MergeReading:
    function = _token_function_pattern().fullmatch(body)
    if function is not None:
        return _reading("hubspot", function["name"], function["default"])
    marketo = _marketo_default_pattern().fullmatch(body)
    if marketo is not None:
        return _reading("marketo", marketo["name"], marketo["default"])
    name, default, has_filter = _name_and_default(body)
    return _reading(_double_dialect(name, has_filter=has_filter), name, default)


def _double_dialect(name: str, *, has_filter: bool) -> str:
    record, dot, rest = name.partition(".")
    if name in _HML_NAMES or (dot and record in _SALESFORCE_RECORDS):
        return "pardot"
    if dot and record.lower() == "company":
        return "hubspot" if rest == rest.lower() and " " not in rest else "marketo"
    if dot and record.lower() in _MARKETO_PREFIXES:
        return "outreach" if _is_own_field_of_sender(name) else "marketo"
    if name in _HUBSPOT_NAMES or (dot and record in _HUBSPOT_PREFIXES):
        return "hubspot"
    if dot and record in _OUTREACH_PREFIXES:
        return "outreach"
    return "liquid" if has_filter else "handlebars"


def _read_formula(body: str) -> MergeReading:
    function = _formula_default_pattern().fullmatch(body)
    if function is not None:
        return _reading("salesforce", function["name"], function["default"])
    name, comma, default = body.partition(",")
    if "(" in name:
        return MergeReading("salesforce", None, None, "system")
    return _reading("salesforce", name, default if comma else None)


def _read_single(body: str) -> MergeReading | None:
    mautic = _mautic_pattern().fullmatch(body)
    if mautic is not None:
        record = "owner." if mautic["record"].lower() == "owner" else ""
        return _reading("braces", record + mautic["name"], mautic["default"])
    name, pipe, default = body.partition("|")
    # {company|firm} is spintax; a name that no prose holds, such as {first_name|there}, is a field and its default.
    is_plain_word = "_" not in name and name[1:].islower()
    if pipe and (is_plain_word or "|" in default):
        return None
    return _reading("braces", name, default if pipe else None) if _is_known(name) else None


def _read_bracket(body: str) -> MergeReading | None:
    if body.startswith("[") != body.endswith("]"):
        return None
    name, pipe, default = body.strip("[]").partition("|")
    # "[Name]" is what an unfinished draft says; no tool writes its tags so.
    if field_key(name) == "name" or standard_field(name) not in _INSERTED_IN_PROSE:
        return None
    return _reading("bracket", name, default if pipe else None)


def _read_stars(body: str) -> MergeReading:
    name, pipe, default = body.partition("|")
    modifier, colon, rest = name.partition(":")
    if not colon:
        return _reading("mailchimp", name, default if pipe else None)
    if modifier.upper() in ("TITLE", "UPPER", "LOWER", "PROPER"):
        return _reading("mailchimp", rest, default if pipe else None)
    return MergeReading("mailchimp", modifier if field_key(modifier) in _SYSTEM_KEYS else name, None, "system")


def _reading(dialect: str, name: str, default: str | None = None) -> MergeReading:
    name = name.strip()
    about = _about(name)
    field = _without_prefix(name) if about == "recipient" else name.rpartition(".")[2]
    return MergeReading(dialect, field.strip() or None, _unquoted(default), about)


def _without_prefix(name: str) -> str:
    prefix, rest = split_prefix(name)
    # Of a company's record only the name is told apart by itself: company.city is not the recipient's city.
    is_company = prefix in ("company", "account", "organization", "organisation")
    return name if is_company and standard_field(rest) != "company" else rest


def _about(name: str) -> About:
    prefix, dot, rest = name.lower().rpartition(".")
    record = prefix.partition(".")[0]
    if dot and (record in _SENDER_PREFIXES or _is_own_field_of_sender(name)):
        return "sender"
    if dot and record in _SYSTEM_PREFIXES:
        return "system"
    key = field_key(rest if dot else name)
    if key in _SYSTEM_KEYS or name.lower().startswith("now_"):
        return "system"
    return "sender" if key in _SENDER_KEYS or _is_sender_key(key) else "recipient"


def _is_sender_key(key: str) -> bool:
    if key.startswith("ownerfullname"):
        return True
    return any(key.startswith(word) and key.removeprefix(word) in _PERSON_KEYS for word in _SENDER_WORDS)


def _is_own_field_of_sender(name: str) -> bool:
    """Return whether this is Salesloft's {{my.first_name}}, rather than Marketo's {{my.Event Date}}."""
    prefix, _, rest = name.partition(".")
    return prefix == "my" and rest == rest.lower() and field_key(rest) in _PERSON_KEYS


def _is_known(name: str) -> bool:
    return standard_field(name) in _INSERTED_IN_PROSE or _about(name) != "recipient"


def _name_and_default(body: str) -> tuple[str, str | None, bool]:
    """Return the name, the default and whether there are filters, of `name | filter | default: "x"` and its like."""
    helper = _default_helper_pattern().fullmatch(body)
    if helper is not None:
        return helper["name"], helper["default"], False
    name, *filters = (part.strip() for part in body.split("|"))
    name = name.removeprefix("${").removesuffix("}")
    default, has_filter = None, False
    for written in filters:
        named = _default_filter_pattern().fullmatch(written)
        if named is not None:
            default, has_filter = named["value"], True
        elif re.match(r"\w+\s*[:(]", written) or written in FILTERS:
            has_filter = True
        elif written:
            default = written
    return name, default, has_filter


def _unquoted(default: str | None) -> str | None:
    return default.strip().strip("\"'“”‘’").strip() or None if default is not None else None


@cache
def _token_function_pattern() -> re.Pattern[str]:
    return re.compile(
        r"""personalization_token\(\s*["'](?P<name>[\w.]+)["']\s*(?:,\s*(?P<default>.*?)\s*)?\)""", re.IGNORECASE
    )


@cache
def _marketo_default_pattern() -> re.Pattern[str]:
    return re.compile(r"(?P<name>[^:|]+):\s*default\s*=(?P<default>.*)", re.IGNORECASE)


@cache
def _formula_default_pattern() -> re.Pattern[str]:
    return re.compile(r"(?:BLANKVALUE|NULLVALUE)\(\s*(?P<name>[^,()\s]+)\s*,(?P<default>.*)\)", re.IGNORECASE)


@cache
def _mautic_pattern() -> re.Pattern[str]:
    return re.compile(r"(?P<record>contact|lead|owner)field=(?P<name>\w+)(?:\|(?P<default>.*))?", re.IGNORECASE)


@cache
def _default_helper_pattern() -> re.Pattern[str]:
    return re.compile(r"""default\s+(?P<name>[\w.]+)\s+(?P<default>["'].*["'])""")


@cache
def _default_filter_pattern() -> re.Pattern[str]:
    return re.compile(r"(?:default|fallback)\s*[:(=]\s*(?P<value>.*?)\s*\)?", re.IGNORECASE)
