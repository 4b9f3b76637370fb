"""The whole path of a fix, from a plan to what its files should hold; nothing is written here."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import closing
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from sigcheck.confinement import confine_files
from sigcheck.fixes.catalogue import fix_named
from sigcheck.fixes.edits import Withheld
from sigcheck.fixing.choice import Choice, choose
from sigcheck.fixing.draft import Draft, absolute, load_draft
from sigcheck.fixing.exclusion import exclusion, exclusion_path
from sigcheck.fixing.harmless import settle_without_harm
from sigcheck.fixing.look import Look
from sigcheck.fixing.result import FileChange, Fixed, Left, Made, NotMade, Place
from sigcheck.fixing.settle import Change, Settled, Task
from sigcheck.linter import load_confined
from sigcheck.paths import label_of
from sigcheck.plan import Plan
from sigcheck.private_folder import private_folder
from sigcheck.readable_file import check_unchanged, stamp_of
from sigcheck.report import Report
from sigcheck.rule import Pack, load_packs
from sigcheck.selection import select_rules


class Wishes(NamedTuple):
    """What is asked for. `select` holds names of fixes and codes, `rules` further folders of rules; `now` is UTC."""

    select: tuple[str, ...] = ()
    unsafe: bool = False
    seed: int = 0
    rules: tuple[Path, ...] = ()
    root: Path | None = None
    now: datetime | None = None


class _ListOnDisk(NamedTuple):
    """The recipient list as it is on disk: its file, header, and the line of each row where any is touched."""

    path: Path
    header: Sequence[str]
    lines: Mapping[int, int | None]

    def place(self, row: int) -> Place:
        """Return the place of a row."""
        return Place(label_of(self.path), self.lines.get(row), row)


def fix_plan(path: Path, wishes: Wishes | None = None) -> Fixed:
    """Return what a plan's files should hold once its findings are fixed as far as wished; writes nothing.

    Raises InputError as a check does, and for a selection that names nothing.
    """
    wishes = wishes or Wishes()
    plan = load_confined(path, wishes.root)
    stamps = {path: stamp_of(path.stat()) for path in plan.files() if path.is_file()}
    packs = load_packs((*plan.rule_folders(), *wishes.rules), with_examples=False)
    choice = choose(packs, wishes.select, wishes.unsafe)
    selection = select_rules(packs, plan, (), ())
    task = Task(path, selection, choice.codes, wishes.seed)
    draft = load_draft(path, Draft(), path.parent)
    with private_folder() as folder, closing(Look(draft, selection, wishes.now, keep_in=folder)) as first:
        before = first.report()
        settled, withheld = settle_without_harm(task, first, before)
        on_disk = _list_on_disk(plan, first, settled)
    excluded, files = _files(plan, on_disk, settled.draft)
    changes = _changes(files)
    if wishes.root is not None:
        confine_files((change.path for change in changes), wishes.root)
    for file, stamp in stamps.items():
        check_unchanged(file, label_of(file), stamp)
    return Fixed(
        plan=plan,
        before=before,
        after=settled.report,
        made=tuple(Made(change.edit, _place(change, on_disk)) for change in settled.changes),
        not_made=tuple(_not_made(one, on_disk) for one in dict.fromkeys(withheld)),
        left=_left(packs, choice, before),
        files=tuple(changes),
        list_path=on_disk.path,
        rows=settled.draft.rows,
        excluded=excluded,
        stale=_stale(plan) if settled.changes else None,
    )


def _list_on_disk(plan: Plan, first: Look, settled: Settled) -> _ListOnDisk:
    path = absolute(plan.resolve(plan.recipients.file, ("recipients", "file")))
    header = [name for (name,) in first.engine.query("SELECT header FROM list_columns ORDER BY position").rows]
    touched = any(change.row for change in settled.changes) or any(one.row for one in settled.withheld)
    lines = dict(first.engine.query("SELECT row, line FROM recipients").rows) if touched else {}
    return _ListOnDisk(path, header, lines)


def _place(change: Change, on_disk: _ListOnDisk) -> Place:
    if change.row is not None:
        return on_disk.place(change.row)
    return Place(label_of(change.file), change.line, None)


def _not_made(one: Withheld, on_disk: _ListOnDisk) -> NotMade:
    return NotMade(one.fix, one.code, one.reason, None if one.row is None else on_disk.place(one.row))


def _files(plan: Plan, on_disk: _ListOnDisk, draft: Draft) -> tuple[Path | None, Mapping[Path, bytes]]:
    """Return where people go who are taken out, if any are, and all files in the order in which to write them."""
    plans = plan.layer_paths()
    # Last, as the plan names what else has changed.
    files = {path: draft.files[path] for path in sorted(draft.files, key=lambda path: path in plans)}
    if not draft.excluded:
        return None, files
    path = exclusion_path(on_disk.path, {*plan.files(), *draft.files})
    # First, so that a run cut short leaves somebody in both files rather than in neither.
    return path, {path: exclusion(on_disk.path, path, on_disk.header, draft.excluded), **files}


def _changes(files: Mapping[Path, bytes]) -> list[FileChange]:
    changes = [FileChange(path, path.read_bytes() if path.exists() else None, new) for path, new in files.items()]
    return [change for change in changes if change.old != change.new]


def _left(packs: Sequence[Pack], choice: Choice, before: Report) -> tuple[Left, ...]:
    rules = {loaded.code: loaded.rule for pack in packs for loaded in pack.rules}
    fixes = {code: fix for code in choice.left if (fix := fix_named(rules[code].fix)) is not None}
    return tuple(
        Left(fixes[result.code].name, result.code, count, not fixes[result.code].is_safe, fixes[result.code].is_offered)
        for result in before.results
        if result.code in fixes and (count := sum(1 for one in before.findings if one.code == result.code and one.fix))
    )


def _stale(plan: Plan) -> str | None:
    if plan.acknowledgement is None:
        return None
    path = plan.resolve(plan.acknowledgement, ("acknowledgement",))
    return label_of(path) if path.exists() else None
