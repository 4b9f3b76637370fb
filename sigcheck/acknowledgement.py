"""Acknowledgements: a sender confirms having seen a send, bound to digests of what will be sent.

The file is YAML, one entry a sender:

    acknowledged:
      - sender: ana.ruiz@northwind.com
        at: 2026-11-29T15:04:00Z
        message:                        each variation: the whole as its reader sees it, its subject, the text below
          message-a: {digest: 3f9c…, subject: 90b1…, body: 5d02…}
        recipients: {count: 412, digest: 81b0…, people: …}
        schedule: 77aa…
        identity: 0c4e…                 name, address and title

`people` tells how many recipients were added, taken out or changed (see people_digests). Older files have none, and
one digest a variation.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timezone
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from sigcheck.errors import InputError
from sigcheck.people_digests import PeopleChanges, changes_between, checked
from sigcheck.yaml_source import read_yaml


class MessageDigest(NamedTuple):
    """One variation: all that its reader sees, and two parts of that; None in files that do not tell them apart."""

    whole: str
    subject: str | None = None
    body: str | None = None

    def as_entry(self) -> str | dict[str, str]:
        """Return the digests as the file holds them."""
        if self.subject is None or self.body is None:
            return self.whole
        return {"digest": self.whole, "subject": self.subject, "body": self.body}


class Digests(NamedTuple):
    """What a sender acknowledges, as digests over a canonical form.

    The order of columns and rows, comments and layout do not matter; a changed recipient, word or time does.
    """

    messages: tuple[tuple[str, MessageDigest], ...]
    recipients: int
    list_digest: str
    schedule: str
    identity: str
    people: str = ""

    def changes_since(self, earlier: Digests) -> tuple[str, ...]:
        """Return what has changed since `earlier`, in words; empty where nothing has.

        People are compared where both have digests of them, which must be made with the same key.
        """
        changes = list(_list_changes(earlier, self)) if self.list_digest != earlier.list_digest else []
        changes += _message_changes(dict(earlier.messages), dict(self.messages))
        if self.schedule != earlier.schedule:
            changes.append("the schedule changed")
        if self.identity != earlier.identity:
            changes.append("the sender's name, address or title changed")
        return tuple(changes)


class Acknowledgement(NamedTuple):
    """One sender's word: who, when (UTC), and what was seen."""

    sender: str
    at: datetime
    digests: Digests

    def as_entry(self) -> dict[str, Any]:
        """Return the acknowledgement as the file holds it."""
        recipients = {"count": self.digests.recipients, "digest": self.digests.list_digest}
        if self.digests.people:
            recipients["people"] = _Block(self.digests.people)
        return {
            "sender": self.sender,
            "at": f"{self.at:%Y-%m-%dT%H:%M:%SZ}",
            "message": {name: digest.as_entry() for name, digest in self.digests.messages},
            "recipients": recipients,
            "schedule": self.digests.schedule,
            "identity": self.digests.identity,
        }


class _Block(str):
    """Text of many lines, which YAML shows as they are."""

    __slots__ = ()


class _Dumper(yaml.SafeDumper):
    """Writes blocks as blocks."""


_Dumper.add_representer(_Block, lambda dumper, text: dumper.represent_scalar("tag:yaml.org,2002:str", text, style="|"))


def written(words: Iterable[Acknowledgement]) -> str:
    """Return acknowledgements as the text of their file."""
    document = {"acknowledged": [word.as_entry() for word in words]}
    return yaml.dump(document, Dumper=_Dumper, sort_keys=False, allow_unicode=True)


def read_acknowledgements(path: Path, label: str) -> tuple[Acknowledgement, ...]:
    """Return the acknowledgements of a file, the latest last. Raises InputError where it is not one."""
    source = read_yaml(path, label)
    entries = source.data.get("acknowledged")
    if not isinstance(entries, list):
        raise InputError(source.mistake((), "has no list 'acknowledged': let 'sigcheck acknowledge' write this file"))
    found = []
    for index, entry in enumerate(entries):
        try:
            found.append(_acknowledgement(entry))
        except (KeyError, TypeError, ValueError, AttributeError):
            text = "is not an acknowledgement: let 'sigcheck acknowledge' write this file"
            raise InputError(source.mistake(("acknowledged", index), text)) from None
    return tuple(sorted(found, key=lambda one: one.at))


def _acknowledgement(entry: dict[str, Any]) -> Acknowledgement:
    at = entry["at"]
    moment = at if isinstance(at, datetime) else datetime.fromisoformat(str(at).replace("Z", "+00:00"))
    if moment.tzinfo is not None:
        moment = moment.astimezone(timezone.utc).replace(tzinfo=None)
    digests = Digests(
        messages=tuple(sorted((str(name), _message_digest(digest)) for name, digest in entry["message"].items())),
        recipients=int(entry["recipients"]["count"]),
        list_digest=str(entry["recipients"]["digest"]),
        schedule=str(entry["schedule"]),
        identity=str(entry["identity"]),
        people=checked(str(entry["recipients"].get("people", ""))),
    )
    return Acknowledgement(str(entry["sender"]).lower(), moment, digests)


def _message_digest(entry: object) -> MessageDigest:
    if isinstance(entry, dict):
        return MessageDigest(str(entry["digest"]), str(entry["subject"]), str(entry["body"]))
    return MessageDigest(str(entry))


def _message_changes(earlier: dict[str, MessageDigest], now: dict[str, MessageDigest]) -> Iterable[str]:
    for variant in sorted(earlier.keys() | now.keys()):
        if variant not in earlier:
            yield f"the variation '{variant}' was added"
        elif variant not in now:
            yield f"the variation '{variant}' was taken out"
        elif earlier[variant].whole != now[variant].whole:
            of = f" of '{variant}'" if len(now) > 1 else ""
            yield from (f"{part}{of} changed" for part in _changed_parts(earlier[variant], now[variant]))


def _changed_parts(earlier: MessageDigest, now: MessageDigest) -> list[str]:
    """Return which parts of a variation differ, given that it differs."""
    if earlier.subject is None or now.subject is None:
        return ["the subject or text"]
    subject = ["the subject"] if earlier.subject != now.subject else []
    body = ["the text"] if earlier.body != now.body else []
    return subject + body or ["the address in From or Reply-To"]


def _list_changes(earlier: Digests, now: Digests) -> Iterable[str]:
    """Return how the list differs, given that it does.

    A message that uses other columns than before changes what everybody gets: that it changed says enough.
    """
    changes = changes_between(earlier.people, now.people) if earlier.people and now.people else PeopleChanges()
    if earlier.messages != now.messages and 0 < changes.changed == now.recipients - changes.added:
        changes = changes._replace(changed=0)
        if not any(changes):
            return
    if changes.added:
        yield f"{_recipients(changes.added)} added"
    if changes.removed:
        yield f"{_recipients(changes.removed)} taken out"
    if changes.changed:
        yield f"what {_recipients(changes.changed)} {'gets' if changes.changed == 1 else 'get'} changed"
    if not any(changes):
        counts = f" from {earlier.recipients:,} to {now.recipients:,} recipients"
        yield "the list changed" + (counts if earlier.recipients != now.recipients else "")


def _recipients(number: int) -> str:
    return "1 recipient" if number == 1 else f"{number:,} recipients"
