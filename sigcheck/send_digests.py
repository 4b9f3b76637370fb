"""The digests of a planned send that an acknowledgement holds."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Sequence

from sigcheck.acknowledgement import Digests, MessageDigest
from sigcheck.engine import Engine
from sigcheck.engine.sql import name as quoted
from sigcheck.inputs.senders import SenderEntry
from sigcheck.people_digests import ADDRESS_BYTES, ROW_BYTES, encoded
from sigcheck.plan import Plan

_SHOWN_DIGITS = 32

MAX_PEOPLE = 100_000
"""Recipients up to which a list is digested one by one: their digests take 0.8 MB."""


def digests_of(
    engine: Engine, plan: Plan, sender: SenderEntry, used_columns: Iterable[str], earlier: Digests | None = None
) -> Digests:
    """Return the digests of what `sender` is about to send: needs the relations recipients and message_lines.

    They can be compared with `earlier`, and where that is not given be kept. Recipients are digested one by one where
    that tells something: to be kept, or where the list is no longer the earlier one.
    """
    columns = sorted(used_columns)
    count, list_digest = _list_digest(engine, sender.email, columns)
    key = list_digest if earlier is None else earlier.list_digest
    is_told = earlier is None or (bool(earlier.people) and list_digest != earlier.list_digest)
    return Digests(
        messages=_message_digests(engine),
        recipients=count,
        list_digest=list_digest,
        schedule=_digest(plan.schedule.model_dump(mode="json")),
        identity=_digest([sender.name, sender.email, sender.title]),
        people=_people(engine, sender.email, columns, key) if is_told and 0 < count <= MAX_PEOPLE else "",
    )


def _message_digests(engine: Engine) -> tuple[tuple[str, MessageDigest], ...]:
    lines = engine.query("SELECT variant, part, text FROM message_lines ORDER BY variant, line, part").rows
    headers = engine.query(
        "SELECT variant, name, value FROM headers WHERE name IN ('from', 'reply-to') ORDER BY variant, name"
    ).rows
    contents: dict[str, list[tuple[str, str]]] = {}
    for variant, kind, text in [*lines, *headers]:
        contents.setdefault(variant, []).append((kind, str(text).rstrip()))
    return tuple((variant, _message_digest(content)) for variant, content in sorted(contents.items()))


def _message_digest(content: Sequence[tuple[str, str]]) -> MessageDigest:
    subject = [text for kind, text in content if kind == "subject"]
    body = [line for line in content if line[0] not in ("subject", "from", "reply-to")]
    return MessageDigest(_digest(content), _digest(subject), _digest(body))


def _list_digest(engine: Engine, sender: str, used_columns: Sequence[str]) -> tuple[int, str]:
    """Return how many recipients the sender has, and a digest that does not depend on the order of rows."""
    found = engine.query(
        f"""
        SELECT count(*), coalesce(md5(string_agg(row_digest, '' ORDER BY row_digest)), '')
        FROM ({_ROWS.format(row=_row(used_columns))}) AS digested""",
        {"sender": sender},
    ).rows[0]
    named = _digest([list(used_columns), found[1]])
    return int(found[0]), named


def _people(engine: Engine, sender: str, used_columns: Sequence[str], key: str) -> str:
    """Return the digests of the sender's recipients one by one, in an order that says nothing of the list's."""
    digests = engine.query(
        f"""
        SELECT string_agg(digest, '' ORDER BY digest)
        FROM (
          SELECT concat(
            substring(md5(concat($key, address)), 1, {2 * ADDRESS_BYTES}),
            substring(md5(concat($key, row_digest)), 1, {2 * ROW_BYTES})
          ) AS digest
          FROM ({_ROWS.format(row=_row(used_columns))}) AS digested
        ) AS people""",
        {"sender": sender, "key": key},
    ).rows[0][0]
    return encoded(bytes.fromhex(digests))


_ROWS = """
    SELECT address, md5(concat_ws(chr(31), {row})) AS row_digest
    FROM recipients
    WHERE sender = $sender"""


def _row(used_columns: Sequence[str]) -> str:
    cells = ["address", "variant", "send_at", *used_columns]
    return ", ".join(f"coalesce(CAST({quoted(cell)} AS VARCHAR), '')" for cell in cells)


def _digest(value: object) -> str:
    canonical = json.dumps(value, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(canonical.encode()).hexdigest()[:_SHOWN_DIGITS]
