"""Edits of messages applied to a draft: of their lines, their subjects, and their markup."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeAlias

from sigcheck.fixes.edits import LineEdit, MarkupEdit, SubjectEdit, Withheld
from sigcheck.fixing.apply_plan import with_plan_text
from sigcheck.fixing.draft import Applied, Draft, DraftPlan
from sigcheck.inputs.message import read_message
from sigcheck.paths import label_of
from sigcheck.rewriting.message_changes import MessageChanges, Replacement
from sigcheck.rewriting.message_file import change_message
from sigcheck.rewriting.plain_text import plain_text_of
from sigcheck.rewriting.yaml_file import with_scalar

_MessageEdit: TypeAlias = LineEdit | MarkupEdit | SubjectEdit


def apply_to_messages(plan: DraftPlan, draft: Draft, edits: Sequence[_MessageEdit]) -> Applied:
    """Return the draft with messages changed; edits of one file that cannot be made together are tried one by one."""
    by_home: dict[Path, list[_MessageEdit]] = {}
    for edit in edits:
        by_home.setdefault(_home(plan, edit), []).append(edit)
    applied = Applied(draft)
    for home, of_file in by_home.items():
        try:
            applied = applied.then(_changed(plan, applied.draft, home, of_file))
        except ValueError:
            for edit in of_file:
                applied = applied.then(_tried(plan, applied.draft, home, edit))
    return applied


def _home(plan: DraftPlan, edit: _MessageEdit) -> Path:
    if isinstance(edit, SubjectEdit):
        index = _index_of(plan, edit.variant)
        return next(home for at, _, home in plan.messages() if at == index)
    return plan.message_home(edit.file)


def _index_of(plan: DraftPlan, variant: str) -> int:
    return next(index for index, entry in enumerate(plan.plan.message) if entry.name == variant)


def _tried(plan: DraftPlan, draft: Draft, home: Path, edit: _MessageEdit) -> Applied:
    try:
        return _changed(plan, draft, home, [edit])
    except ValueError as error:
        return Applied(draft, (), (Withheld(edit.fix, edit.code, f"{home.name}: {error}"),))


def _changed(plan: DraftPlan, draft: Draft, home: Path, edits: Sequence[_MessageEdit]) -> Applied:
    in_plan = [edit for edit in edits if isinstance(edit, SubjectEdit) and _names_subject(plan, edit)]
    in_file = [edit for edit in edits if edit not in in_plan]
    for edit in in_plan:
        keys = ("message", _index_of(plan, edit.variant), "subject")
        draft = with_plan_text(draft, plan.plan.layer_of(keys), _setting(keys, edit.new))
    drops_markup = any(isinstance(edit, MarkupEdit) for edit in in_file)
    if drops_markup and home.suffix.lower() != ".eml":
        draft = _as_text_file(plan, draft, home)
    elif in_file:
        changes = _changes(in_file, drops_markup)
        new = change_message(draft.content(home), home.suffix.lower(), changes)
        draft = draft._replace(files={**draft.files, home: new})
    return Applied(draft, tuple(edits))


def _names_subject(plan: DraftPlan, edit: SubjectEdit) -> bool:
    return plan.plan.message[_index_of(plan, edit.variant)].subject is not None


def _changes(edits: Sequence[_MessageEdit], drops_markup: bool) -> MessageChanges:
    lines: dict[int, list[Replacement]] = {}
    subject = None
    for edit in edits:
        if isinstance(edit, LineEdit):
            lines.setdefault(edit.line, []).append((edit.old, edit.new))
        elif isinstance(edit, SubjectEdit):
            subject = (edit.old, edit.new)
    return MessageChanges(lines, subject, drops_markup)


def _as_text_file(plan: DraftPlan, draft: Draft, home: Path) -> Draft:
    """Return the draft with a text file in the place of a web page; the page itself stays where it is."""
    text_home = home.with_suffix(".txt")
    if text_home.exists() or text_home in draft.files:
        raise ValueError(f"{text_home.name}, which would hold its text, is there already")
    index, path, _ = next(one for one in plan.messages() if one[2] == home)
    message = read_message(path, label_of(path), plan.plan.message[index].name)
    markup = "\n".join(line.text for line in message.lines if line.part == "html")
    head = f"Subject: {message.subject}\n\n" if message.subject else ""
    draft = draft._replace(files={**draft.files, text_home: (head + plain_text_of(markup)).encode("utf-8")})
    for at, _, other in plan.messages():
        if other == home:
            keys = ("message", at, "file")
            name = re.sub(r"\.[^.]*$", ".txt", plan.plan.message[at].file)
            draft = with_plan_text(draft, plan.plan.layer_of(keys), _setting(keys, name))
    return draft


def _setting(keys: tuple[str, int, str], value: str) -> Callable[[str], str]:
    return lambda text: with_scalar(text, keys, value)
