"""The relation `message_senders`: what each variation shows of each sender in whose name it goes out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from sigcheck.engine import Engine
from sigcheck.facts.domains import registrable_domain
from sigcheck.facts.merge_tags import find_merge_tags
from sigcheck.facts.sender_likeness import is_mailbox_of, is_name_of, other_name, other_title
from sigcheck.inputs.message_types import Message
from sigcheck.inputs.senders import SenderEntry
from sigcheck.relations import MESSAGE_SENDERS

_FROM = ("from", "from-name", "from-email")


def add_message_senders(engine: Engine, messages: Sequence[Message], senders: Sequence[SenderEntry]) -> None:
    """Create `message_senders` for all pairs of a variation and a sender that `recipients` has."""
    pairs = engine.query(
        """
        SELECT variant, sender, count(*)
        FROM recipients
        WHERE variant IS NOT NULL
          AND sender IS NOT NULL
        GROUP BY variant, sender
        ORDER BY variant, sender"""
    ).rows
    engine.create(MESSAGE_SENDERS.name, MESSAGE_SENDERS.columns, _rows(pairs, messages, senders))


def _rows(
    pairs: Sequence[tuple[Any, ...]], messages: Sequence[Message], senders: Sequence[SenderEntry]
) -> Iterator[tuple[Any, ...]]:
    by_variant = {message.variant: message for message in messages}
    by_address = {sender.email: sender for sender in senders}
    for variant, address, recipients in pairs:
        if variant in by_variant and address in by_address:
            yield (variant, address, recipients, *_shown(by_variant[variant], by_address[address]))


def _shown(message: Message, sender: SenderEntry) -> tuple[Any, ...]:
    domain = registrable_domain(sender.email.partition("@")[2])
    from_name, from_email = _plain(message.from_name), _plain(message.from_email)
    signature = () if message.signature is None or _has_tag(message.signature) else message.signature.splitlines()
    replies_to = _replies_to(message, sender)
    return (
        is_name_of(from_name, sender.name, domain) if from_name else None,
        is_mailbox_of(from_email, sender.email) if from_email else None,
        _recipient_tag(message),
        other_name(signature, sender.name, domain),
        other_title(signature, sender.title),
        replies_to,
        _reaches(replies_to, sender) if replies_to else None,
    )


def _replies_to(message: Message, sender: SenderEntry) -> str | None:
    """Return the address that replies go to; None where a merge tag stands for it."""
    return _plain(message.reply_to or message.from_email or sender.email)


def _reaches(address: str, sender: SenderEntry) -> bool:
    delegate = sender.delegate
    return is_mailbox_of(address, sender.email) or (delegate is not None and is_mailbox_of(address, delegate))


def _recipient_tag(message: Message) -> str | None:
    """Return the merge tag in From that the recipient's own data fill in; None where there is none."""
    for header in message.headers:
        for tag in find_merge_tags(header.value) if header.name in _FROM else ():
            if tag.about == "recipient" and "owner" not in (tag.field or "").lower():
                return tag.tag
    return None


def _plain(text: str | None) -> str | None:
    return None if text is None or _has_tag(text) else text


def _has_tag(text: str) -> bool:
    return bool(find_merge_tags(text))
