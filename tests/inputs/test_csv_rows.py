import csv
import io
import re
import tempfile
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from sigcheck.errors import InputError
from sigcheck.inputs.csv_rows import (
    declared_delimiter,
    read_records,
    scan_text,
    showable,
    text_lines,
    unsound_characters,
)
from sigcheck.inputs.table import read_chunks
from sigcheck.inputs.table_inspection import inspect_table

NEVER_CLOSED = "opens a quote that is never closed"
TEXT_AFTER = "has text after a closing quote"


def records(text, delimiter=","):
    lines = io.StringIO(text, newline="")
    return [
        (record.row, record.line, record.problem or record.fields) for record in read_records(iter(lines), delimiter)
    ]


def test_records_know_row_and_line_apart():
    assert records('a,b\n"x\ny",1\nz,2\n') == [
        (1, 1, ["a", "b"]),
        (2, 2, ["x\ny", "1"]),
        (3, 4, ["z", "2"]),
    ]


def test_numbers_start_where_they_are_told_to():
    (record,) = read_records(["x,y\n"], ",", line=5, row=3)
    assert (record.row, record.line, record.last_line, record.text) == (3, 5, 5, "x,y\n")


def test_blank_lines_are_records_without_fields():
    assert records("a\n\r\n\nb\n") == [(1, 1, ["a"]), (2, 2, []), (3, 3, []), (4, 4, ["b"])]


def test_quote_open_at_the_end_of_the_file_loses_only_its_own_line():
    assert records('a,b\n1,"x\n2,y\n3,z\n') == [
        (1, 1, ["a", "b"]),
        (2, 2, NEVER_CLOSED),
        (3, 3, ["2", "y"]),
        (4, 4, ["3", "z"]),
    ]


def test_open_quote_that_meets_the_next_quoted_field_loses_only_its_own_line():
    assert records('1,"x\n2,"y"\n3,"z"\n') == [(1, 1, NEVER_CLOSED), (2, 2, ["2", "y"]), (3, 3, ["3", "z"])]


def test_open_quote_in_the_last_line():
    assert records('1,x\n2,"y') == [(1, 1, ["1", "x"]), (2, 2, NEVER_CLOSED)]


def test_many_open_quotes_one_after_the_other():
    assert records('1,"x\n2,"y\n3,"z\n4,w\n') == [
        (1, 1, NEVER_CLOSED),
        (2, 2, NEVER_CLOSED),
        (3, 3, NEVER_CLOSED),
        (4, 4, ["4", "w"]),
    ]


def test_open_quote_does_not_swallow_a_long_file():
    rows = "".join(f"{number},x\n" for number in range(5000))
    found = records(f'0,"open\n{rows}1,"closed", \n')
    assert found[0] == (1, 1, NEVER_CLOSED)
    assert [row[2][0] for row in found[1:5001]] == [str(number) for number in range(5000)]
    assert len(found) == 5002


def test_cell_with_the_text_of_a_long_letter_is_one_record():
    body = "\n".join(f"line {number}" for number in range(500))
    assert records(f'1,"{body}"\n2,x\n') == [(1, 1, ["1", body]), (2, 501, ["2", "x"])]


def test_text_after_a_closing_quote_is_not_glued_to_the_value():
    assert records('"Acme" Inc,1\nb,2\n') == [(1, 1, TEXT_AFTER), (2, 2, ["b", "2"])]
    assert records('b,2\n"Acme" Inc,1') == [(1, 1, ["b", "2"]), (2, 2, TEXT_AFTER)]


def test_quotes_inside_an_unquoted_field_are_letters():
    assert records('5" pipe,="007"\n') == [(1, 1, ['5" pipe', '="007"'])]


def test_nul_bytes_reject_their_row_only(tmp_path):
    path = tmp_path / "list.csv"
    path.write_bytes(b"a,b\n1,x\0y\n2,z\n")
    assert scan_text(path).damaged
    found = list(read_records(text_lines(path, "utf-8"), ","))
    assert [record.problem for record in found] == [None, "has NUL bytes", None]
    assert showable(found[1].text) == "1,x\ufffdy"


def test_bad_bytes_deep_in_a_record_reject_it(tmp_path):
    path = tmp_path / "list.csv"
    path.write_bytes(b'a,b\n1,"x\ny\xff"\n2,z\n')
    found = list(read_records(text_lines(path, "utf-8"), ","))
    assert [(record.line, record.problem) for record in found] == [
        (1, None),
        (2, "has undecodable bytes"),
        (4, None),
    ]


def test_letters_beyond_ascii_are_sound():
    assert unsound_characters("Zoë 😀 \u2028 \ufffd") is None


def test_line_separators_of_unicode_break_no_line(tmp_path):
    path = tmp_path / "list.csv"
    path.write_bytes("a\u2028b\x0bc\x0cd\x85e\nf\n".encode())
    assert list(text_lines(path, "utf-8")) == ["a\u2028b\x0bc\x0cd\x85e\n", "f\n"]
    assert scan_text(path).lines == 2


def test_text_of_a_reject_is_short_and_without_its_line_break():
    assert showable("x" * 300) == "x" * 200
    assert showable("abc\r\n") == "abc"


def test_declared_delimiter():
    assert declared_delimiter("sep=;\r\n") == ";"
    assert declared_delimiter("sep=\t\n") == "\t"
    assert declared_delimiter("separator;name\n") is None
    assert declared_delimiter("sep=;;\n") is None


texts = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=12)
spiced = st.lists(st.sampled_from(['"', ",", "\n", "\r", "\r\n", "ü", "x", " "]), max_size=8).map("".join)
rows = st.lists(st.tuples(texts | spiced, texts | spiced, texts), max_size=12)


@given(rows, st.sampled_from([("\r\n", csv.QUOTE_MINIMAL), ("\r\n", csv.QUOTE_ALL), ("\n", csv.QUOTE_ALL)]))
def test_whatever_csv_writer_writes_is_read_back_with_its_true_lines(rows, style):
    lineterminator, quoting = style
    written = io.StringIO(newline="")
    writer = csv.writer(written, lineterminator=lineterminator, quoting=quoting)
    writer.writerow(["alpha", "beta", "gamma"])
    expected = []
    for number, row in enumerate(rows, start=2):
        line = len(re.findall(r"\r\n|\r|\n", written.getvalue())) + 1
        writer.writerow(row)
        if "".join(row).strip():
            expected.append((number, line, [value or None for value in row]))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "list.csv")
        path.write_bytes(written.getvalue().encode())
        table = inspect_table(path, "list.csv")
        rejects = []
        chunks = list(read_chunks(table, rejects))
    assert rejects == []
    assert table.lines == len(re.findall(r"\r\n|\r|\n", written.getvalue()))
    found = [
        (row, line, list(values))
        for chunk in chunks
        for row, line, values in zip(chunk.rows, chunk.lines, zip(*chunk.columns, strict=True), strict=True)
    ]
    assert found == expected


@given(st.binary(max_size=80) | st.text(',;"\n\r ab\0ü\ud800', max_size=60).map(lambda t: t.encode("utf-8", "replace")))
def test_no_bytes_end_the_run(content):
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "list.csv")
        path.write_bytes(b"email,name\n" + content)
        rejects = []
        try:
            table = inspect_table(path, "list.csv")
        except InputError:
            return
        chunks = list(read_chunks(table, rejects))
        physical = len(list(text_lines(path, table.encoding)))
    numbers = sorted([row for chunk in chunks for row in chunk.rows] + [reject.row for reject in rejects])
    lines = [line for chunk in chunks for line in chunk.lines] + [reject.line for reject in rejects]
    assert len(set(numbers)) == len(numbers)
    assert len(set(lines)) == len(lines)
    assert all(1 < line <= table.lines for line in lines)
    assert physical == table.lines
    for chunk in chunks:
        for column in chunk.columns:
            assert all(value is None or value.encode() for value in column)
