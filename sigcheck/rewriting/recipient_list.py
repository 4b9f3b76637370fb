"""Changes to a recipient list in whatever format it is."""

from __future__ import annotations

from pathlib import Path

from sigcheck.inputs.table import TableFile
from sigcheck.inputs.table_inspection import inspect_table
from sigcheck.rewriting.csv_list import change_csv
from sigcheck.rewriting.json_lines_list import change_json_lines
from sigcheck.rewriting.list_changes import ChangedList, ListChanges
from sigcheck.rewriting.parquet_list import change_parquet
from sigcheck.rewriting.text_file import TextFile
from sigcheck.rewriting.xlsx_list import change_xlsx


class ListFile:
    """A recipient list on disk, and what it can be changed to."""

    def __init__(self, path: Path, label: str) -> None:
        """Look at the file; raises InputError as the reader of lists does."""
        self.table: TableFile = inspect_table(path, label)
        self._data = path.read_bytes()

    def can_hold(self, value: str) -> bool:
        """Return whether the file's encoding has all letters of a value."""
        if self.table.format not in ("csv", "jsonl"):
            return True
        return TextFile("", self.table.encoding).can_hold(value)

    def changed(self, changes: ListChanges) -> ChangedList:
        """Return the list after changes to it. Raises ValueError where they cannot be made without harm to the rest."""
        if self.table.format == "csv":
            return change_csv(self._data, self.table, changes)
        if self.table.format == "jsonl":
            return change_json_lines(self._data, self.table, changes)
        if self.table.format == "parquet":
            return change_parquet(self._data, changes)
        return change_xlsx(self.table.path, self.table, changes)
