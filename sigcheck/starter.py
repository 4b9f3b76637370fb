"""`sigcheck init`: the files of a new planned send, ready to be filled in and checked.

What only the user knows is asked for, and nothing is claimed that was not said: without an answer, the plan names
neither history nor opt-outs, and the check goes on asking for them.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from pathlib import Path
from typing import NamedTuple

from sigcheck.errors import InputError, Mistake
from sigcheck.paths import label_of
from sigcheck.starter_texts import text_for
from sigcheck.whole_file import write_all_whole
from sigcheck.yaml_text import yaml_scalar
from sigcheck.zones import utc_to_local

_TUESDAY = 1
_LEAST_DAYS_AHEAD = 3
_FIRST, _LAST = "10:10", "15:40"

_HEADER = ("email", "first_name", "last_name", "company", "title", "timezone", "owner")
# example.com and example.org belong to nobody (RFC 2606): a list that is sent by mistake reaches no one.
_EXAMPLE_ROWS = (
    ("dana.lee@example.com", "Dana", "Lee", "Globex", "Operations Manager"),
    ("omar.diaz@example.org", "Omar", "Diaz", "Initech", "Head of Logistics"),
)


class Answers(NamedTuple):
    """What a new plan says, each on one line.

    `history` and `suppress` are a path, `none`, or None where the user did not say.
    """

    name: str
    sender_name: str
    sender_email: str
    sender_title: str
    purpose: str
    audience: str
    timezone: str
    postal_address: str
    opt_out_owner: str
    relevance: str = ""
    history: str | None = None
    suppress: str | None = None


def write_starter(folder: Path, answers: Answers, now: datetime, force: bool = False) -> tuple[Path, ...]:
    """Write plan.yaml, message.txt, recipients.csv and plan.ack.yaml into `folder`; return their paths.

    `now` (UTC) says which week lies ahead. Raises InputError, and writes nothing, where one of them exists, unless
    `force` is given.
    """
    texts = starter_files(answers, now)
    paths = {folder / name: text for name, text in texts.items()}
    if not force:
        taken = [path for path in paths if path.exists() or path.is_symlink()]
        if taken:
            text = "exists already: name another folder, or write over it with --force"
            raise InputError(*(Mistake(label_of(path), None, None, text) for path in taken))
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise InputError.at(label_of(folder), f"cannot be made: {(error.strerror or str(error)).lower()}") from None
    write_all_whole({path: text.encode() for path, text in paths.items()})
    return tuple(paths)


def starter_files(answers: Answers, now: datetime) -> Mapping[str, str]:
    """Return the files, name → text."""
    return {
        "plan.yaml": _plan(answers, now),
        "message.txt": _message(answers),
        "recipients.csv": _recipients(answers),
        "plan.ack.yaml": "# 'sigcheck acknowledge plan.yaml --as EMAIL' writes this file.\nacknowledged: []\n",
    }


def _plan(answers: Answers, now: datetime) -> str:
    start = _next_tuesday(utc_to_local(now, answers.timezone))
    end = start + timedelta(days=2)
    lines = [
        "# A planned send. Check it with:  sigcheck plan.yaml",
        f"name: {yaml_scalar(answers.name)}",
        f"purpose: {answers.purpose}",
        f"audience: {answers.audience}",
        "",
        "# The person in whose name it goes out, who knows of it and will be there to answer.",
        "sender:",
        f"  name: {yaml_scalar(answers.sender_name)}",
        f"  email: {yaml_scalar(answers.sender_email)}",
        *([f"  title: {yaml_scalar(answers.sender_title)}"] if answers.sender_title else []),
        "",
        "message: message.txt",
        "recipients: recipients.csv",
        "",
        "# Spread over three days, within working hours.",
        "schedule:",
        f"  timezone: {answers.timezone}",
        f"  start: {start:%Y-%m-%d} {_FIRST}",
        f"  end: {end:%Y-%m-%d} {_LAST}",
        "",
        *_earlier("history", answers.history, "What these people got before", "history.csv"),
        *_suppressed(answers.suppress),
        "opt_out:",
        f"  owner: {yaml_scalar(answers.opt_out_owner)}",
        "",
        *_relevance(answers.relevance),
        "# The sender's word; each change of the send calls for a new one.",
        f"# sigcheck acknowledge plan.yaml --as {answers.sender_email}",
        "acknowledgement: plan.ack.yaml",
    ]
    return "\n".join(lines) + "\n"


def _next_tuesday(today: datetime) -> datetime:
    earliest = today + timedelta(days=_LEAST_DAYS_AHEAD)
    return earliest + timedelta(days=(_TUESDAY - earliest.weekday()) % 7)


def _earlier(key: str, answer: str | None, what: str, example: str) -> Iterable[str]:
    yield f"# {what}: a file, or none where there is really nothing."
    yield f"{key}: {yaml_scalar(answer)}" if answer else f"# {key}: {example}"
    yield ""


def _suppressed(answer: str | None) -> Iterable[str]:
    yield "# Who opted out, a list for each system that keeps one; or none where nobody has."
    if answer is None:
        yield "# suppress: [{file: optouts.csv, source: marketing automation}]"
    elif answer.casefold() == "none":
        yield "suppress: none"
    else:
        yield f"suppress: [{{file: {yaml_scalar(answer)}}}]"


def _relevance(answer: str) -> Iterable[str]:
    yield "# Why this message matters to these people, in one sentence."
    yield f"relevance: {yaml_scalar(answer)}" if answer else "# relevance: All of them run a warehouse."
    yield ""


def _message(answers: Answers) -> str:
    words = text_for(answers.purpose)
    signature = [answers.sender_name, *([answers.sender_title] if answers.sender_title else []), answers.postal_address]
    return "\n".join(
        [
            f"Subject: {words.subject}",
            "",
            "Hi {{first_name}},",
            "",
            *words.body,
            "",
            "If you would rather not hear from me, just reply and say so, and I won't write again.",
            "",
            "Best regards,",
            *signature,
            "",
        ]
    )


def _recipients(answers: Answers) -> str:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(_HEADER)
    writer.writerows((*row, answers.timezone, answers.sender_name) for row in _EXAMPLE_ROWS)
    return text.getvalue()
