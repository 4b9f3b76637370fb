"""Acknowledgements: a sender confirms having seen a send, bound to digests of what will be sent.

The file is YAML, one entry a sender:

    acknowledged:
      - sender: ana.ruiz@northwind.com
        at: 2026-11-29T15:04:00Z
        message: {message-a: 3f9c…}     digest of each variation: subject, text, headers that the reader sees
        recipients: {count: 412, digest: 81b0…}
        schedule: 77aa…
        identity: 0c4e…                 name, address and title
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Sequence
from datetime import datetime, timezone
from pathlib import Path
from typing import Any, NamedTuple

from sigcheck.engine import Engine
from sigcheck.engine.sql import name as quoted
from sigcheck.errors import InputError
from sigcheck.inputs.senders import SenderEntry
from sigcheck.plan import Plan
from sigcheck.yaml_source import read_yaml

_SHOWN_DIGITS = 32


class Digests(NamedTuple):
    """What a sender acknowledges, as digests over a canonical form.

    The order of columns and rows, comments and layout do not matter; a changed recipient, word or time does.
    """

    messages: tuple[tuple[str, str], ...]
    recipients: int
    list_digest: str
    schedule: str
    identity: str

    def changes_since(self, earlier: Digests) -> tuple[str, ...]:
        """Return what has changed since `earlier`, in words; empty where nothing has."""
        changes = list(_message_changes(dict(earlier.messages), dict(self.messages)))
        if self.list_digest != earlier.list_digest:
            changes.append(_list_change(earlier.recipients, self.recipients))
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
        return {
            "sender": self.sender,
            "at": f"{self.at:%Y-%m-%dT%H:%M:%SZ}",
            "message": dict(self.digests.messages),
            "recipients": {"count": self.digests.recipients, "digest": self.digests.list_digest},
            "schedule": self.digests.schedule,
            "identity": self.digests.identity,
        }


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
        messages=tuple(sorted((str(name), str(digest)) for name, digest in entry["message"].items())),
        recipients=int(entry["recipients"]["count"]),
        list_digest=str(entry["recipients"]["digest"]),
        schedule=str(entry["schedule"]),
        identity=str(entry["identity"]),
    )
    return Acknowledgement(str(entry["sender"]).lower(), moment, digests)


def digests_of(engine: Engine, plan: Plan, sender: SenderEntry, used_columns: Iterable[str]) -> Digests:
    """Return the digests of what `sender` is about to send: needs the relations recipients and message_lines."""
    count, list_digest = _list_digest(engine, sender.email, sorted(used_columns))
    return Digests(
        messages=_message_digests(engine),
        recipients=count,
        list_digest=list_digest,
        schedule=_digest(plan.schedule.model_dump(mode="json")),
        identity=_digest([sender.name, sender.email, sender.title]),
    )


def _message_digests(engine: Engine) -> tuple[tuple[str, str], ...]:
    lines = engine.query("SELECT variant, part, text FROM message_lines ORDER BY variant, line, part").rows
    headers = engine.query(
        "SELECT variant, name, value FROM headers WHERE name IN ('from', 'reply-to') ORDER BY variant, name"
    ).rows
    contents: dict[str, list[Sequence[str]]] = {}
    for variant, kind, text in [*lines, *headers]:
        contents.setdefault(variant, []).append((kind, str(text).rstrip()))
    return tuple((variant, _digest(content)) for variant, content in sorted(contents.items()))


def _list_digest(engine: Engine, sender: str, used_columns: Sequence[str]) -> tuple[int, str]:
    """Return how many recipients the sender has, and a digest that does not depend on the order of rows."""
    cells = ["address", "variant", "send_at", *used_columns]
    row = ", ".join(f"coalesce(CAST({quoted(cell)} AS VARCHAR), '')" for cell in cells)
    found = engine.query(
        f"""
        SELECT count(*), coalesce(md5(string_agg(row_digest, '' ORDER BY row_digest)), '')
        FROM (
          SELECT md5(concat_ws(chr(31), {row})) AS row_digest
          FROM recipients
          WHERE sender = $sender
        ) AS digested""",
        {"sender": sender},
    ).rows[0]
    named = _digest([list(used_columns), found[1]])
    return int(found[0]), named


def _digest(value: object) -> str:
    canonical = json.dumps(value, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(canonical.encode()).hexdigest()[:_SHOWN_DIGITS]


def _message_changes(earlier: dict[str, str], now: dict[str, str]) -> Iterable[str]:
    for variant in sorted(earlier.keys() | now.keys()):
        if variant not in earlier:
            yield f"the variation '{variant}' was added"
        elif variant not in now:
            yield f"the variation '{variant}' was taken out"
        elif earlier[variant] != now[variant]:
            yield f"the text of '{variant}' changed"


def _list_change(earlier: int, now: int) -> str:
    if now == earlier:
        return "the list changed"
    return f"the list changed from {earlier:,} to {now:,} recipients"
