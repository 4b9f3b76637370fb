import json
import zipfile
from datetime import date
from io import BytesIO

import duckdb
import openpyxl
import pytest

from sigcheck.rewriting.list_changes import ListChanges
from sigcheck.rewriting.recipient_list import ListFile


@pytest.fixture
def changed(tmp_path):
    """A function that writes a list, changes it, and returns what became of it."""

    def change(content, changes, name="list.csv"):
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return ListFile(path, name).changed(changes)

    return change


@pytest.fixture
def database():
    """A database of the test's own: other tests may leave a result of duckdb's shared one unread."""
    with duckdb.connect() as connection:
        yield connection


ODD_BYTES = {
    "windows-1252 with a byte that stands for nothing": b"email;name\r\na@b.de;M\xfcller\x81\r\nc@d.de;x\r\n",
    "a mark, quotes and blank lines": b'\xef\xbb\xbf"email";"na""me"\r\n\r\n"a@b.de";"M\r\nx"\r\nc@d.de;x',
    "UTF-16": "\ufeffemail\tname\r\na@b.de\tMüller\r\nc@d.de\tx\r\n".encode("utf-16-le"),
    "lone carriage returns": b"email,name\ra@b.de,x\rc@d.de,y\r",
    "a declared delimiter": b"sep=;\r\nemail;name\r\na@b.de;x,y\r\nc@d.de;\r\n",
    "a broken quote": b'email,name\na@b.de,"x\nc@d.de,y\n',
    "rows that are too short and too long": b"email,name\na@b.de\nc@d.de,y,,\n",
    "NUL bytes": b"email,name\na@b.de,x\0y\nc@d.de,y\n",
}


@pytest.mark.parametrize("kind", ODD_BYTES)
def test_a_list_without_changes_keeps_every_byte(changed, kind):
    content = ODD_BYTES[kind]
    assert changed(content, ListChanges({})).data == content


@pytest.mark.parametrize(
    ("kind", "encoding", "row"),
    [
        ("a mark, quotes and blank lines", "utf-8", 4),
        ("UTF-16", "utf-16-le", 3),
        ("a declared delimiter", "utf-8", 3),
        ("a broken quote", "utf-8", 3),
    ],
)
def test_one_cell_changes_and_nothing_else(changed, kind, encoding, row):
    content = ODD_BYTES[kind]
    new = changed(content, ListChanges({row: {1: "new@d.de"}})).data
    assert new == content.replace("c@d.de".encode(encoding), "new@d.de".encode(encoding))


def test_a_value_is_quoted_where_it_has_to_be_and_where_the_old_one_was(changed):
    new = changed('email;name;note\na@b.de;"x";y\n', ListChanges({2: {2: "z", 3: 'a;"b"'}}))
    assert new.data == b'email;name;note\na@b.de;"z";"a;""b"""\n'


def test_a_column_is_added_behind_the_last_and_a_surplus_empty_cell_is_used_for_it(changed):
    new = changed(
        "email,name\r\na@b.de,x\r\nc@d.de,y,\r\n", ListChanges({2: {3: "v"}, 3: {3: "w"}}, added=("variant",))
    )
    assert new.data == b"email,name,variant\r\na@b.de,x,v\r\nc@d.de,y,w\r\n"


def test_rows_that_are_taken_out_are_returned_and_the_others_know_where_they_were(changed):
    new = changed('email,name\na@b.de,x\n\n"c@d.de","y\nz"\ne@f.de,w\n', ListChanges({}, frozenset({2, 4})))
    assert new.data == b"email,name\n\ne@f.de,w\n"
    assert new.taken_out == {2: ["a@b.de", "x"], 4: ["c@d.de", "y\nz"]}
    assert list(new.rows) == [3, 5]


def test_json_lines_keep_their_layout_and_get_new_keys_at_the_end(changed):
    lines = '{"email" : "a@b.de", "n":1}\r\n\n{"n": {"x": ["}"]}, "email":"c@d.de"}\n{}'
    new = changed(
        lines, ListChanges({1: {1: "ü@b.de", 3: "v"}, 3: {1: 'q"'}, 4: {2: "z"}}, added=("variant",)), "l.jsonl"
    )
    assert new.data.decode() == (
        '{"email" : "ü@b.de", "n":1, "variant": "v"}\r\n\n{"n": {"x": ["}"]}, "email":"q\\""}\n{"n": "z"}'
    )


def test_json_lines_that_escape_letters_go_on_to_do_so(changed):
    new = changed('{"email":"a@b.de","name":"M\\u00fcller"}\n', ListChanges({1: {2: "Möller"}}), "list.jsonl")
    assert new.data == b'{"email":"a@b.de","name":"M\\u00f6ller"}\n'
    assert json.loads(new.data)["name"] == "Möller"


def test_a_row_with_too_many_cells_has_as_many_too_many_once_a_column_is_added(changed):
    new = changed(
        "email,name\na@b.de,Ana,Ltd\nc@d.de,Omar\nd@e.de,Eve,\n",
        ListChanges({3: {3: "v"}, 4: {3: "w"}}, added=("variant",)),
    )
    assert new.data.decode() == "email,name,variant\na@b.de,Ana,,Ltd\nc@d.de,Omar,v\nd@e.de,Eve,w\n"


def test_parquet_keeps_types_order_compression_and_metadata(changed, database, tmp_path):
    source = tmp_path / "source.parquet"
    database.sql(
        "COPY (SELECT 'p' || i || '@acme.com' AS email, DATE '2026-01-01' AS day, CAST(i AS DECIMAL(9, 2)) AS amount,"
        f" [i] AS list FROM range(5) AS t(i)) TO '{source}'"
        " (FORMAT parquet, COMPRESSION zstd, KV_METADATA {origin: 'crm'})"
    )
    new = changed(
        source.read_bytes(), ListChanges({3: {1: "new@acme.com", 5: "v"}}, frozenset({2, 6}), ("variant",)), "l.parquet"
    )
    (tmp_path / "new.parquet").write_bytes(new.data)
    read = database.sql(f"FROM '{tmp_path / 'new.parquet'}'")
    assert [str(kind) for kind in read.types] == ["VARCHAR", "DATE", "DECIMAL(9,2)", "BIGINT[]", "VARCHAR"]
    assert [(row[0], row[4]) for row in read.fetchall()] == [
        ("new@acme.com", "v"),
        ("p2@acme.com", None),
        ("p3@acme.com", None),
    ]
    assert list(new.rows) == [3, 4, 5]
    assert new.taken_out[6][0] == "p4@acme.com"
    about = database.sql(f"SELECT DISTINCT compression FROM parquet_metadata('{tmp_path / 'new.parquet'}')").fetchall()
    pairs = database.sql(f"SELECT key, value FROM parquet_kv_metadata('{tmp_path / 'new.parquet'}')").fetchall()
    assert about == [("ZSTD",)]
    assert (b"origin", b"crm") in pairs


def test_a_value_that_does_not_fit_its_parquet_column_is_refused(changed, database, tmp_path):
    source = tmp_path / "source.parquet"
    database.sql(f"COPY (SELECT 'a@b.de' AS email, 1 AS n) TO '{source}' (FORMAT parquet)")
    with pytest.raises(ValueError, match="does not fit its column"):
        changed(source.read_bytes(), ListChanges({2: {2: "x"}}), "l.parquet")


@pytest.fixture
def workbook():
    """A workbook with a list that begins at B2 of its second sheet, and more than cells."""
    book = openpyxl.Workbook()
    book.active.sheet_state = "hidden"
    sheet = book.create_sheet("Liste & mehr")
    rows = [["email", "name", "day", "n"], *[[f"p{n}@a.de", f"N<{n}>", date(2026, 1, n), n] for n in range(1, 5)]]
    for number, row in enumerate(rows, start=2):
        for column, value in enumerate(row, start=2):
            sheet.cell(number, column, value)
    sheet["C4"].font = openpyxl.styles.Font(bold=True)
    sheet.auto_filter.ref = "B2:E6"
    sheet.conditional_formatting.add("E3:E6", openpyxl.formatting.rule.CellIsRule(operator="lessThan", formula=["3"]))
    book.create_sheet("Summe")["A1"] = "=SUM('Liste & mehr'!E3:E6)"
    target = BytesIO()
    book.save(target)
    return target.getvalue()


def test_excel_cells_change_and_a_row_taken_out_becomes_blank(changed, workbook):
    cells = {3: {2: "A & B"}, 4: {2: " X ", 5: "v"}, 6: {5: "w"}}
    new = changed(workbook, ListChanges(cells, frozenset({5}), ("variant",)), "list.xlsx")
    book = openpyxl.load_workbook(BytesIO(new.data))
    sheet = book["Liste & mehr"]
    assert [[cell.value for cell in row] for row in sheet["B2:F6"]] == [
        ["email", "name", "day", "n", "variant"],
        ["p1@a.de", "A & B", sheet["D3"].value, 1, None],
        ["p2@a.de", " X ", sheet["D4"].value, 2, "v"],
        [None] * 5,
        ["p4@a.de", "N<4>", sheet["D6"].value, 4, "w"],
    ]
    assert sheet["C4"].font.bold
    assert new.taken_out == {5: ["p3@a.de", "N<3>", "2026-01-03", "3"]}
    assert list(new.rows) == [3, 4, 5, 6]


def test_all_else_in_an_excel_file_stays_byte_for_byte(changed, workbook):
    new = changed(workbook, ListChanges({3: {2: "N<1>!"}}), "list.xlsx").data
    with zipfile.ZipFile(BytesIO(workbook)) as one, zipfile.ZipFile(BytesIO(new)) as other:
        assert one.namelist() == other.namelist()
        differing = [name for name in one.namelist() if one.read(name) != other.read(name)]
        before, after = (book.read(differing[0]) for book in (one, other))
    assert differing == ["xl/worksheets/sheet2.xml"]
    start, end = before.index(b'<c r="C3"'), before.index(b'<c r="D3"')
    assert after == before[:start] + b'<c r="C3" t="inlineStr"><is><t>N&lt;1&gt;!</t></is></c>' + before[end:]


def test_formulas_and_old_spreadsheets_are_not_touched(changed, workbook, tmp_path):
    book = openpyxl.load_workbook(BytesIO(workbook))
    book["Liste & mehr"]["C3"] = '=UPPER("a")'
    book.save(tmp_path / "formula.xlsx")
    for changes in (ListChanges({3: {2: "x"}}), ListChanges({}, frozenset({3}))):
        with pytest.raises(ValueError, match="C3 is a formula"):
            changed((tmp_path / "formula.xlsx").read_bytes(), changes, "list.xlsx")
