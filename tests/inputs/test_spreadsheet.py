import datetime
import sys

import openpyxl
import pytest

from sigcheck.errors import InputError
from sigcheck.inputs.table import is_regular, read_chunks
from sigcheck.inputs.table_inspection import inspect_table


@pytest.fixture
def save(tmp_path):
    def save_sheets(*sheets, name="list.xlsx"):
        workbook = openpyxl.Workbook()
        workbook.remove(workbook.active)
        for number, cells in enumerate(sheets):
            sheet = workbook.create_sheet(f"Sheet {number}")
            for place, value in cells.items():
                sheet[place] = value
        path = tmp_path / name
        workbook.save(path)
        return path

    return save_sheets


def read(path):
    rejects = []
    chunks = list(read_chunks(inspect_table(path, path.name), rejects))
    rows = [
        (row, line, list(values))
        for chunk in chunks
        for row, line, values in zip(chunk.rows, chunk.lines, zip(*chunk.columns, strict=True), strict=True)
    ]
    assert rejects == []
    return rows


def test_rows_are_numbered_as_the_sheet_numbers_them(save):
    path = save({"A1": "email", "B1": "name", "A2": "a@acme.com", "B2": "Ann", "A4": "b@acme.com"})
    table = inspect_table(path, "list.xlsx")
    assert (table.format, table.header, table.header_row) == ("xlsx", ("email", "name"), 1)
    assert not is_regular(table)
    assert read(path) == [(2, None, ["a@acme.com", "Ann"]), (4, None, ["b@acme.com", None])]


def test_header_may_stand_lower_and_further_right(save):
    path = save({"B3": "email", "C3": "name", "B5": "a@acme.com", "C5": "Ann"})
    table = inspect_table(path, "list.xlsx")
    assert (table.header, table.header_row) == (("email", "name"), 3)
    assert read(path) == [(5, None, ["a@acme.com", "Ann"])]


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (12.0, "12"),
        (12, "12"),
        (1.5, "1.5"),
        (0.1 + 0.2, "0.3"),
        (491761234567, "491761234567"),
        (True, "TRUE"),
        (False, "FALSE"),
        (datetime.date(2026, 12, 1), "2026-12-01"),
        (datetime.datetime(2026, 12, 1, 9, 10), "2026-12-01 09:10"),
        (datetime.datetime(2026, 12, 1, 9, 10, 30), "2026-12-01 09:10:30"),
        (datetime.datetime(2026, 12, 1, 16, 20), "2026-12-01 16:20"),
        (datetime.time(9, 10), "09:10"),
        (datetime.time(9, 10, 5), "09:10:05"),
        (datetime.timedelta(hours=25, minutes=30), "25:30"),
        ("  Jürgen ", "  Jürgen "),
        ("007", "007"),
        ("two\nlines", "two\nlines"),
    ],
)
def test_cells_become_the_text_that_a_person_reads(save, value, text):
    path = save({"A1": "email", "B1": "value", "A2": "x", "B2": value})
    assert read(path) == [(2, None, ["x", text])]


def test_every_minute_of_a_day_survives_the_fraction_it_is_kept_as(save):
    start = datetime.datetime(2026, 12, 1)
    moments = [start + datetime.timedelta(minutes=minute) for minute in range(1, 1440, 7)]
    path = save({"A1": "at", **{f"A{row}": moment for row, moment in enumerate(moments, start=2)}})
    assert [values[0] for _, _, values in read(path)] == [f"{moment:%Y-%m-%d %H:%M}" for moment in moments]


def test_columns_without_a_title_keep_their_values(save):
    path = save({"A1": "email", "A2": "x", "C2": "stray"})
    assert inspect_table(path, "list.xlsx").header == ("email", "column 2", "column 3")
    assert read(path) == [(2, None, ["x", None, "stray"])]


def test_first_sheet_that_holds_anything_is_read(save):
    assert read(save({}, {"A1": "email", "A2": "x"}, {"A1": "other"})) == [(2, None, ["x"])]


def test_hidden_sheets_are_not_read(save):
    path = save({"A1": "lookup", "A2": "1"}, {"A1": "email", "A2": "x"})
    workbook = openpyxl.load_workbook(path)
    workbook.worksheets[0].sheet_state = "hidden"
    workbook.active = 1
    workbook.save(path)
    assert inspect_table(path, "list.xlsx").header == ("email",)


def test_data_in_place_of_the_header_is_reported(save):
    with pytest.raises(InputError, match="has no header line"):
        inspect_table(save({"A1": "a@acme.com"}), "list.xlsx")


def test_workbook_without_any_cell_is_empty(save):
    with pytest.raises(InputError, match=r"list\.xlsx: is empty: none of its visible sheets holds anything"):
        inspect_table(save({}, {}), "list.xlsx")


def test_cells_of_spaces_only_are_no_header(save):
    with pytest.raises(InputError, match="is empty"):
        inspect_table(save({"A1": "  "}), "list.xlsx")


@pytest.mark.parametrize(
    "content", [b"email,name\n", b"PK\x03\x04broken", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600]
)
@pytest.mark.parametrize("suffix", [".xlsx", ".xls", ".ods", ".xlsm"])
def test_broken_or_encrypted_file_is_reported(tmp_path, content, suffix):
    path = tmp_path / f"list{suffix}"
    path.write_bytes(content)
    with pytest.raises(InputError, match="is no spreadsheet that can be read"):
        inspect_table(path, path.name)


def test_file_that_breaks_off_is_reported(save):
    path = save({f"A{row}": "x" * 50 for row in range(1, 200)})
    path.write_bytes(path.read_bytes()[:-200])
    with pytest.raises(InputError, match="is no spreadsheet that can be read"):
        inspect_table(path, path.name)


def test_missing_extra_names_the_command_that_installs_it(save, monkeypatch):
    monkeypatch.setitem(sys.modules, "python_calamine", None)
    with pytest.raises(InputError, match=r"pip install 'sigcheck\[xlsx\]'"):
        inspect_table(save({"A1": "email"}), "list.xlsx")
