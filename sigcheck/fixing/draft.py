"""The files of a planned send as they would be: what has been changed so far, and nothing of it written yet."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from sigcheck.fixes.edits import Edit, RowEdit, Withheld
from sigcheck.paths import label_of
from sigcheck.plan import Plan, load_plan
from sigcheck.whole_file import cannot_write


class Excluded(NamedTuple):
    """A recipient taken out: why, and all cells of the row."""

    edit: RowEdit
    cells: Sequence[str]


class Draft(NamedTuple):
    """Contents in the place of those on disk, by absolute path, and the rows taken out of the list.

    `rows` holds, for each row of the list now, the row that it is in the file on disk; None while they are the same.
    """

    files: Mapping[Path, bytes] = {}
    rows: Mapping[int, int] | None = None
    excluded: tuple[Excluded, ...] = ()

    def content(self, path: Path) -> bytes:
        """Return what a file holds now."""
        return self.files[path] if path in self.files else path.read_bytes()

    def row_on_disk(self, row: int) -> int:
        """Return the row of the file on disk that a row of the list is."""
        return row if self.rows is None else self.rows[row]


class Applied(NamedTuple):
    """A draft after edits, those that were made, and those that cannot be, with the reason."""

    draft: Draft
    made: tuple[Edit, ...] = ()
    withheld: tuple[Withheld, ...] = ()

    def then(self, later: Applied) -> Applied:
        """Return what became of these edits and of others that were applied to their draft."""
        return Applied(later.draft, (*self.made, *later.made), (*self.withheld, *later.withheld))


class DraftPlan(NamedTuple):
    """A plan as the draft has it: with all files where they belong, and as it is read, with changed ones elsewhere.

    `homes` holds where each file belongs that is read from elsewhere.
    """

    plan: Plan
    read: Plan
    homes: Mapping[Path, Path]

    @property
    def list_path(self) -> Path:
        """Return where the recipient list belongs."""
        return absolute(self.plan.resolve(self.plan.recipients.file, ("recipients", "file")))

    def messages(self) -> Iterator[tuple[int, Path, Path]]:
        """Yield, for each variation, its place in the plan, the file that was read, and where that belongs."""
        for index, entry in enumerate(self.plan.message):
            keys = ("message", index, "file")
            yield index, self.read.resolve(entry.file, keys), absolute(self.plan.resolve(entry.file, keys))

    def message_home(self, label: str) -> Path:
        """Return where the message belongs that the relations name so."""
        return next(home for _, _, home in self.messages() if label_of(home) == label)


def absolute(path: Path) -> Path:
    """Return a path without `..`, its symbolic links kept."""
    return Path(os.path.abspath(path))  # noqa: PTH100 - follows no links


def load_draft(path: Path, draft: Draft, folder: Path) -> DraftPlan:
    """Return the plan with what the draft changes; changed files are written into `folder`, to be read from there.

    Raises InputError where they cannot be.
    """
    plan = load_plan(path)
    yaml_files = set(plan.layer_paths())
    texts = {file: draft.files[file].decode("utf-8-sig") for file in yaml_files & draft.files.keys()}
    plan = load_plan(path, texts=texts) if texts else plan
    instead = {}
    for number, (home, content) in enumerate(draft.files.items()):
        if home not in yaml_files:
            place = folder / str(number) / home.name
            try:
                place.parent.mkdir(parents=True)
                place.write_bytes(content)
            except OSError as error:
                raise cannot_write(place, error) from None
            instead[home] = place
    return DraftPlan(plan, plan.reading(instead), {place: home for home, place in instead.items()})
