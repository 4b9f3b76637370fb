"""A brief as Markdown. Whatever comes from data stays text: it can add no markup."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import TextIO

from sigcheck.brief.model import Brief, LikelyReply, Variation
from sigcheck.formats.brief import wording
from sigcheck.formats.markdown_text import cell, words
from sigcheck.formats.plain_text import counted, plain
from sigcheck.formats.send_times import sent_at


def write_markdown(brief: Brief, stream: TextIO) -> None:
    """Write a brief as one page of Markdown."""
    stream.writelines(f"{line}\n" for line in _page(brief))


def _page(brief: Brief) -> Iterator[str]:
    yield f"# {words(brief.name)}: what goes out in your name"
    yield from ("", f"**{words(wording.confidential(brief))}**", "")
    yield from _facts(wording.facts(brief))
    yield from ("", "## The message, as one person gets it")
    for variation in brief.variations:
        yield from _variation(variation)
    yield from ("", "## Replies to expect", "")
    yield "What the data of this plan say; how many will come, nobody knows."
    for reply in brief.replies:
        yield from _reply(reply)
    yield from ("", "## Opting out", "")
    yield from _facts(wording.opt_out_facts(brief.opt_outs))
    yield from ("", "## Who else was written to", "", words(wording.others_note(brief)))
    yield from _table(wording.OTHERS_HEADER, list(wording.others_rows(brief)))
    if wording.others_unlisted(brief):
        yield from ("", words(wording.others_unlisted(brief)))
    yield from ("", "## Who gets it")
    rows = [row for company in brief.audience.listed for row in wording.company_rows(company)]
    yield from _table(wording.PEOPLE_HEADER, rows)
    if wording.unlisted(brief):
        yield from ("", words(wording.unlisted(brief)))


def _facts(rows: Iterable[tuple[str, str]]) -> Iterator[str]:
    for label, text in rows:
        yield f"- **{words(label)}:** {words(text)}"


def _variation(variation: Variation) -> Iterator[str]:
    preview = variation.preview
    yield from ("", f"### {words(preview.variant)} ({wording.people_count(variation.recipients)})", "")
    to = f"{preview.to_name} <{preview.to_email}>" if preview.to_name else preview.to_email
    yield f"- **To:** {words(to)}"
    yield f"- **Subject:** {words(preview.subject or '⟦no subject⟧')}"
    for time in preview.times[:1]:
        yield f"- **Sent:** {words(sent_at(time))}"
    if preview.wordings > 1:
        yield f"- One of {counted(preview.wordings, 'wording')} of the spintax."
    fence = "`" * max(3, 1 + max((len(run) for run in re.findall("`+", preview.body)), default=0))
    yield from ("", f"{fence}text", *map(plain, preview.body.split("\n")), fence)


def _reply(reply: LikelyReply) -> Iterator[str]:
    yield from ("", f"### {words(wording.reply_title(reply))}", "")
    yield from (f"- {words(basis)}" for basis in reply.basis)
    yield f"- **Answer:** {words(reply.answer)}"


def _table(header: Sequence[str], rows: Sequence[Sequence[str]]) -> Iterator[str]:
    if not rows:
        return
    yield from ("", f"| {' | '.join(header)} |", f"|{'---|' * len(header)}")
    for row in rows:
        yield f"| {' | '.join(cell(text) for text in row)} |"
