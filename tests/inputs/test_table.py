import os
import zipfile
from pathlib import Path

import pytest

from sigcheck.errors import InputError
from sigcheck.inputs.table import MOST_COLUMNS, Reject, Rows, is_regular, read_chunks
from sigcheck.inputs.table_inspection import inspect_table, unique_names


@pytest.fixture
def write(tmp_path):
    def write_file(content, name="list.csv", encoding="utf-8"):
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode(encoding))
        return path

    return write_file


def inspected(path):
    return inspect_table(path, path.name)


def mistake(path):
    with pytest.raises(InputError) as caught:
        inspected(path)
    (found,) = caught.value.mistakes
    assert found.file == path.name
    return found


def read(path):
    rejects = []
    chunks = list(read_chunks(inspected(path), rejects))
    numbers = [row for chunk in chunks for row in chunk.rows]
    lines = [line for chunk in chunks for line in chunk.lines]
    values = [list(fields) for chunk in chunks for fields in zip(*chunk.columns, strict=True)]
    return list(zip(numbers, lines, values, strict=True)), rejects


def test_a_plain_list_is_described_without_reading_its_rows(write):
    path = write("email,first_name,company\na@acme.com,Ann,Acme\nb@globex.com,Bob,Globex\n")
    table = inspected(path)
    assert (table.path, table.label, table.format) == (path, "list.csv", "csv")
    assert table.header == table.given == ("email", "first_name", "company")
    assert (table.encoding, table.delimiter, table.newline) == ("utf-8", ",", "lf")
    assert (table.lines, table.skip_lines, table.header_line, table.header_row) == (3, 1, 1, 1)
    assert not table.quoted
    assert is_regular(table)


def test_hubspot_export_with_bom_and_every_field_quoted(write):
    path = write(
        '\ufeff"Record ID","First Name","Last Name","Email","Company Name"\r\n'
        '"151","Jürgen","Weiß","j.weiss@acme.de","Weiß & Söhne, GmbH"\r\n'
    )
    table = inspected(path)
    assert table.header == ("Record ID", "First Name", "Last Name", "Email", "Company Name")
    assert (table.encoding, table.newline, table.quoted) == ("utf-8-sig", "crlf", True)
    assert is_regular(table)
    assert read(path) == ([(2, 2, ["151", "Jürgen", "Weiß", "j.weiss@acme.de", "Weiß & Söhne, GmbH"])], [])


def test_salesforce_report_with_line_breaks_in_addresses(write):
    path = write(
        '"Email","Mailing Street","Account Owner"\n"a@acme.com","1 Main St\nSuite 4","Ana Ruiz"\n"b@b.com","","Ana"\n'
    )
    rows, rejects = read(path)
    assert rows == [
        (2, 2, ["a@acme.com", "1 Main St\nSuite 4", "Ana Ruiz"]),
        (3, 4, ["b@b.com", None, "Ana"]),
    ]
    assert rejects == []


def test_mailchimp_export_with_tags_in_doubled_quotes(write):
    path = write(
        'Email Address,First Name,TAGS\nann@acme.com,Ann,"""Customer"",""VIP"""\nbob@acme.com,Bob,\n',
    )
    assert read(path)[0] == [
        (2, 2, ["ann@acme.com", "Ann", '"Customer","VIP"']),
        (3, 3, ["bob@acme.com", "Bob", None]),
    ]


def test_german_excel_csv_is_windows_1252_with_semicolons(write):
    path = write("E-Mail;Vorname;Umsatz\r\nj@acme.de;Jürgen;1.200,50 €\r\n", encoding="windows-1252")
    table = inspected(path)
    assert (table.encoding, table.delimiter, table.newline) == ("windows-1252", ";", "crlf")
    assert not is_regular(table)
    assert read(path) == ([(2, 2, ["j@acme.de", "Jürgen", "1.200,50 €"])], [])


def test_excel_unicode_text_is_utf_16_with_tabs(write):
    path = write("Email\tName\r\na@acme.com\tŁukasz\r\n", "list.txt", "utf-16")
    table = inspected(path)
    assert (table.encoding, table.delimiter, table.newline, table.lines) == ("utf-16", "\t", "crlf", 2)
    assert not is_regular(table)
    assert read(path) == ([(2, 2, ["a@acme.com", "Łukasz"])], [])


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_without_bom_is_recognised_by_its_nul_bytes(write, encoding):
    path = write("Email,Name\na@acme.com,Łukasz\n", encoding=encoding)
    assert inspected(path).encoding == encoding
    assert read(path) == ([(2, 2, ["a@acme.com", "Łukasz"])], [])


def test_utf_32_and_big_endian_boms_are_recognised(write):
    for encoding, mark in (("utf-32-le", b"\xff\xfe\0\0"), ("utf-32-be", b"\0\0\xfe\xff"), ("utf-16-be", b"\xfe\xff")):
        path = write(mark + "Email,Name\na@acme.com,Ł\n".encode(encoding))
        assert read(path) == ([(2, 2, ["a@acme.com", "Ł"])], []), encoding


def test_one_bad_byte_does_not_turn_utf_8_into_windows_1252(write):
    rows = "".join(f"u{number}@acme.com,Jürgen\n" for number in range(20))
    path = write(f"email,name\n{rows}".encode() + b"x@acme.com,J\xfcrgen\nlast@acme.com,Z\xc3\xbc\n")
    table = inspected(path)
    assert (table.encoding, table.damaged, is_regular(table)) == ("utf-8", True, False)
    read_rows, rejects = read(path)
    assert len(read_rows) == 21
    assert read_rows[-1] == (23, 23, ["last@acme.com", "Zü"])
    assert rejects == [Reject(22, 22, "x@acme.com,J\ufffdrgen", "has undecodable bytes")]


def test_bytes_that_windows_1252_does_not_define_are_rejected(write):
    path = write(b"email,name\na@acme.com,J\xfcrgen\nb@acme.com,\x81\n")
    assert inspected(path).damaged
    rows, rejects = read(path)
    assert rows == [(2, 2, ["a@acme.com", "Jürgen"])]
    assert rejects == [Reject(3, 3, "b@acme.com,\ufffd", "has undecodable bytes")]


def test_utf_16_that_breaks_off_loses_only_its_last_row(write):
    path = write("email,name\na@acme.com,Ann\nb@acme.com,Bob".encode("utf-16")[:-1])
    rows, rejects = read(path)
    assert rows == [(2, 2, ["a@acme.com", "Ann"])]
    assert [(reject.row, reject.reason) for reject in rejects] == [(3, "has undecodable bytes")]


def test_encoding_is_judged_by_the_whole_file(write):
    rows = "".join(f"user{number}@acme.com,Ann\n" for number in range(300_000))
    path = write(f"email,name\n{rows}last@acme.com,Jürgen\n", encoding="windows-1252")
    table = inspected(path)
    assert (table.encoding, table.lines) == ("windows-1252", 300_002)


def test_multibyte_letters_across_the_pieces_of_a_large_file_are_sound(write):
    path = write("e\n" + "ü€😀" * 600_000)
    table = inspected(path)
    assert (table.encoding, table.damaged, table.lines) == ("utf-8", False, 2)


def test_line_breaks_across_the_pieces_of_a_large_file_are_counted_once(write):
    table = inspected(write("e" + "x" * ((1 << 22) - 2) + "\r\n" + "v\r\n" * 3))
    assert (table.lines, table.newline) == (4, "crlf")


@pytest.mark.parametrize(
    ("content", "newline", "lines"),
    [
        ("email,n\na@b.co,1\n", "lf", 2),
        ("email,n\na@b.co,1", "lf", 2),
        ("email,n\r\na@b.co,1\r\n", "crlf", 2),
        ("email,n\ra@b.co,1\r", "cr", 2),
        ("email,n\r\na@b.co,1\nb@b.co,2\n", "mixed", 3),
        ("email,n\na@b.co,1\rb@b.co,2\n", "mixed", 3),
        ("email,n", "lf", 1),
    ],
)
def test_line_breaks_of_every_kind_are_counted_and_read(write, content, newline, lines):
    path = write(content)
    table = inspected(path)
    assert (table.newline, table.lines) == (newline, lines)
    assert is_regular(table) == (newline in {"lf", "crlf"})
    rows, rejects = read(path)
    assert [(row, line) for row, line, _ in rows] == [(number, number) for number in range(2, lines + 1)]
    assert rejects == []


def test_sep_line_declares_the_delimiter_and_is_no_row(write):
    path = write("sep=;\r\nemail;name\r\na@acme.com;Ann, Bob\r\n")
    table = inspected(path)
    assert (table.delimiter, table.header) == (";", ("email", "name"))
    assert (table.skip_lines, table.header_line, table.header_row) == (2, 2, 1)
    assert read(path) == ([(2, 3, ["a@acme.com", "Ann, Bob"])], [])


@pytest.mark.parametrize("line", ["\ufeffsep=;\r\n", '"sep=;"\r\n', "SEP=;\r\n"])
def test_sep_line_with_bom_quotes_or_capitals(write, line):
    assert inspected(write(f"{line}email;name\r\n")).header == ("email", "name")


def test_blank_lines_before_the_header_count_as_rows(write):
    path = write("\n;;\nemail;name;x\na@acme.com;Ann;1\n")
    table = inspected(path)
    assert (table.skip_lines, table.header_line, table.header_row) == (3, 3, 3)
    assert read(path) == ([(4, 4, ["a@acme.com", "Ann", "1"])], [])


def test_header_over_several_lines_is_skipped_whole(write):
    path = write('email,"First\nName"\na@acme.com,Ann\n')
    table = inspected(path)
    assert (table.header, table.skip_lines, table.header_line) == (("email", "First\nName"), 2, 1)
    assert read(path) == ([(2, 3, ["a@acme.com", "Ann"])], [])


def test_blank_lines_in_the_middle_are_left_out_but_counted(write):
    path = write("email,name\na@acme.com,Ann\n\n,\n  ,\nb@acme.com,Bob\n\n")
    assert read(path) == ([(2, 2, ["a@acme.com", "Ann"]), (6, 6, ["b@acme.com", "Bob"])], [])


def test_ragged_rows_are_rejected_with_their_reason(write):
    path = write("a,b,c\n1,2\n1,2,3,4\n1\n1,2,3\n")
    rows, rejects = read(path)
    assert rows == [(5, 5, ["1", "2", "3"])]
    assert rejects == [
        Reject(2, 2, "1,2", "has 2 fields where the header has 3"),
        Reject(3, 3, "1,2,3,4", "has 4 fields where the header has 3"),
        Reject(4, 4, "1", "has 1 field where the header has 3"),
    ]


def test_empty_fields_that_excel_appends_are_cut_off(write):
    assert read(write("a;b\n1;2;;;\n3;4\n")) == ([(2, 2, ["1", "2"]), (3, 3, ["3", "4"])], [])


def test_values_are_kept_byte_for_byte(write):
    path = write('email,name,note\n a@acme.com ," Ann ",it\'s "x"\n')
    assert read(path)[0] == [(2, 2, [" a@acme.com ", " Ann ", 'it\'s "x"'])]


@pytest.mark.parametrize("row", ['a@acme.com, "Ann"', '"a@acme.com" ,Ann', '"a@acme.com","Ann "'])
def test_space_beside_a_quote_is_left_to_the_careful_reader(write, row):
    table = inspected(write(f"email,name\n{row}\n"))
    assert table.spaced_quotes
    assert not is_regular(table)


def test_space_before_an_opening_quote_makes_the_quotes_part_of_the_value(write):
    assert read(write('email,name\na@acme.com, "Ann"\n'))[0] == [(2, 2, ["a@acme.com", ' "Ann"'])]


@pytest.mark.parametrize(
    ("content", "delimiter"),
    [
        ("email\na@acme.com\n", ","),
        ("email;company\na@acme.com;Acme, Inc, Boston\n", ";"),
        ("email,note\na@acme.com,one; two; three\n", ","),
        ("Name, Vorname;Email\nHuber, Franz;f@huber.de\n", ";"),
        ("email|name\na@acme.com|Smith, Ann\n", "|"),
        ("email\tname\na@acme.com\tSmith, Ann\n", "\t"),
        ('"a;b",c,d\n1,2,3\n', ","),
        ('email,"name, first; last"\na@acme.com,"x;y"\n', ","),
        ("email,name,x\na@acme.com,Ann\nb@acme.com,Bob,1\n", ","),
        ('email;name\n"a@acme.com;x\nb@acme.com;y\n', ";"),
    ],
)
def test_delimiter_is_the_one_that_splits_most_consistently(write, content, delimiter):
    assert inspected(write(content)).delimiter == delimiter


def test_tsv_is_split_at_tabs_whatever_else_it_holds(write):
    assert inspected(write("a,b\tc\n", "list.tsv")).header == ("a,b", "c")


def test_blank_and_repeated_names_become_unique():
    names = unique_names(["Name", "", "name", " ", "NAME", "Name (2)", "email"])
    assert names == ("Name", "column 2", "name (2)", "column 4", "NAME (3)", "Name (2) (2)", "email")


def test_header_keeps_the_names_as_given_beside_the_unique_ones(write):
    table = inspected(write("Email,,Name,Name\nx,1,2,3\n"))
    assert table.header == ("Email", "column 2", "Name", "Name (2)")
    assert table.given == ("Email", "", "Name", "Name")


def test_as_many_columns_as_are_read(write):
    names = [f"c{number}" for number in range(MOST_COLUMNS)]
    path = write(",".join(names) + "\n" + (",".join(["x"] * MOST_COLUMNS) + "\n") * 3)
    assert inspected(path).header == tuple(names)
    assert len(unique_names(["x"] * MOST_COLUMNS)) == MOST_COLUMNS
    rows, rejects = read(path)
    assert [len(values) for _, _, values in rows] == [MOST_COLUMNS] * 3
    assert rejects == []


@pytest.mark.parametrize("name", ["list.csv", "list.jsonl"])
def test_more_columns_than_are_read(write, name):
    names = [f"c{number}" for number in range(MOST_COLUMNS + 1)]
    path = write(",".join(names) if name.endswith("csv") else "".join(f'{{"{title}": 1}}\n' for title in names), name)
    assert mistake(path).text == "has 5,001 columns, and at most 5,000 are read: leave out what the send does not use"


def test_a_line_that_is_too_long_is_rejected_and_those_after_it_read(write, monkeypatch):
    monkeypatch.setattr("sigcheck.inputs.csv_rows.LONGEST_LINE", 1000)
    path = write(f"email,note\r\na@acme.com,{'x' * 5000}\r\nb@acme.com,y\r\n")
    rows, (reject,) = read(path)
    assert rows == [(3, 3, ["b@acme.com", "y"])]
    assert (reject.row, reject.line, reject.reason) == (2, 2, "has a line of more than 16 million characters")
    assert reject.text.startswith("a@acme.com,xxx")


def test_lines_that_an_open_quote_holds_together_are_not_gathered_without_end(write, monkeypatch):
    monkeypatch.setattr("sigcheck.inputs.csv_rows.LONGEST_LINE", 1000)
    path = write('email,note\na@acme.com,"open\n' + f"b@acme.com,{'y' * 400}\n" * 5)
    rows, (reject,) = read(path)
    assert [row for row, _, _ in rows] == [3, 4, 5, 6, 7]
    assert reject.reason == "opens a quote that is never closed"


def test_cell_of_ten_megabytes(write):
    cell = "x" * 10_000_000
    path = write(f"email,note\na@acme.com,{cell}\nb@acme.com,y\n")
    rows, rejects = read(path)
    assert [len(values[1]) for _, _, values in rows] == [10_000_000, 1]
    assert rejects == []


def test_chunks_hold_at_most_ten_thousand_rows(write):
    path = write("email\n" + "".join(f"u{number}\n" for number in range(25_000)))
    chunks = list(read_chunks(inspected(path), []))
    assert [len(chunk.rows) for chunk in chunks] == [10_000, 10_000, 5_000]
    assert chunks[2] == Rows(chunks[2].rows, chunks[2].lines, [[f"u{number}" for number in range(20_000, 25_000)]])
    assert chunks[2].rows[-1] == 25_001


def test_header_without_rows_is_no_mistake(write):
    path = write("email,name\n")
    assert inspected(path).lines == 1
    assert read(path) == ([], [])


@pytest.mark.parametrize(
    "content",
    ["a@acme.com,Ann\nb@acme.com,Bob\n", "a@acme.com\n", '"Ann Lee <ann@acme.co.uk>";Acme\n', " ann@müller.de ;x\n"],
)
def test_data_in_place_of_the_header_is_reported(write, content):
    found = mistake(write(content))
    assert found.line == 1
    assert found.text.startswith("has no header line: the first line holds data")


def test_header_with_an_at_sign_is_a_header(write):
    assert inspected(write("email (x@),@name\n")).header == ("email (x@)", "@name")


@pytest.mark.parametrize(
    ("content", "name", "text"),
    [
        (b"", "list.csv", "is empty: export it anew"),
        (b"\n\n \n", "list.csv", "is empty: it holds nothing but blank lines"),
        (b"\xef\xbb\xbf", "list.csv", "is empty: it holds nothing but blank lines"),
        (b"PAR1....PAR1", "list.csv", "is a Parquet file named .csv: rename it to .parquet"),
        (b"PAR1....PAR1", "list.jsonl", "is a Parquet file named .jsonl: rename it to .parquet"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "list.csv", "is an Excel file named .csv: rename it to .xls"),
        (b"%PDF-1.7\n", "list.txt", "is not text but a PDF"),
        (b"\x89PNG\r\n\x1a\n", "list.csv", "is not text but an image"),
        (b"\x1f\x8b\x08", "list.csv", "is compressed: unpack it"),
        (b"\n<!DOCTYPE html><html>", "list.csv", "is a web page, not a table: export the list itself"),
        (b"em\0ail,name\n", "list.csv", "cannot be read: its header has NUL bytes"),
        (b"\x7fELF\x02\x01\0\0\0\0\x81\xff", "list.csv", "cannot be read: its header has NUL bytes"),
        (b"em\x81ail,name\n", "list.csv", "cannot be read: its header has undecodable bytes"),
        (b'email,"name\n1,2\n', "list.csv", "cannot be read: its header opens a quote that is never closed"),
        (b"nothing", "list.parquet", "is not a Parquet file"),
        (b"PAR1", "list.parquet", "is a Parquet file that breaks off before its end: fetch it again"),
        (b"PAR1....xxxxxxxx", "list.parquet", "is a Parquet file that breaks off before its end: fetch it again"),
        (b"PARE....PARE", "list.parquet", "is encrypted Parquet, which is not supported"),
        (b"{}\n[1]\n", "list.jsonl", "holds no JSON object: JSON Lines has one object a line"),
    ],
)
def test_a_file_that_is_no_such_table_is_named_for_what_it_is(write, content, name, text):
    assert mistake(write(content, name)).text == text


def test_excel_file_named_csv(tmp_path):
    path = tmp_path / "list.csv"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("xl/workbook.xml", "<workbook/>")
    assert mistake(path).text == "is an Excel file named .csv: rename it to .xlsx"


def test_other_zip_named_csv(tmp_path):
    path = tmp_path / "list.csv"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("list.csv", "email\n")
    assert mistake(path).text == "is a zip archive: unpack it"


def test_unsupported_kind_lists_the_supported_ones(write):
    text = mistake(write("x", "list.docx")).text
    assert text.startswith("is of a kind that is not supported: use .csv, .tsv")
    assert ".xlsx" in text


def test_suffix_may_be_in_capitals(write):
    assert inspected(write("email\n", "LIST.CSV")).format == "csv"


def test_parquet_header_is_left_to_the_engine(write):
    table = inspected(write(b"PAR1" + b"\0" * 20 + b"PAR1", "list.parquet"))
    assert (table.format, table.header) == ("parquet", ())
    assert not is_regular(table)
    with pytest.raises(ValueError, match="engine"):
        list(read_chunks(table, []))


def test_missing_file_folder_and_device(tmp_path):
    assert mistake(tmp_path / "none.csv").text == "does not exist: check its path"
    folder = tmp_path / "folder.csv"
    folder.mkdir()
    assert mistake(folder).text == "is a folder: name the file in it"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_named_pipe_is_refused_without_waiting_for_it(tmp_path):
    path = tmp_path / "pipe.csv"
    os.mkfifo(path)
    assert mistake(path).text == "is no regular file but a pipe or device: name a file"


@pytest.mark.skipif(os.name == "nt", reason="symbolic links need rights there")
def test_symbolic_link_to_itself(tmp_path):
    path = tmp_path / "loop.csv"
    path.symlink_to(path)
    assert mistake(path).text == "is a link that leads back to itself: mend the link"


@pytest.mark.parametrize(
    ("error", "text"),
    [
        (PermissionError(13, "Permission denied"), "may not be read: check its permissions"),
        (OSError(5, "Input/output error"), "cannot be read: input/output error"),
    ],
)
def test_what_the_operating_system_refuses_becomes_one_line(write, monkeypatch, error, text):
    path = write("email\n")

    def refuse(*args, **kwargs):
        raise error

    monkeypatch.setattr(Path, "open", refuse)
    assert mistake(path).text == text


def test_file_that_vanishes_after_inspection(write):
    path = write("email\nx\n")
    table = inspected(path)
    path.unlink()
    with pytest.raises(InputError, match=r"list\.csv: does not exist"):
        list(read_chunks(table, []))
