import pytest

from sigcheck.inputs.json_lines import collect_keys, read_objects
from sigcheck.inputs.table import Reject, is_regular, read_chunks
from sigcheck.inputs.table_inspection import inspect_table


def read(path):
    rejects = []
    chunks = list(read_chunks(inspect_table(path, path.name), rejects))
    rows = [
        (row, line, list(values))
        for chunk in chunks
        for row, line, values in zip(chunk.rows, chunk.lines, zip(*chunk.columns, strict=True), strict=True)
    ]
    return rows, rejects


def fields(line, *keys):
    (record,) = read_objects([line], keys)
    return record.problem or record.fields


def test_header_is_every_key_in_the_order_of_first_use(tmp_path):
    path = tmp_path / "list.jsonl"
    path.write_text('{"email": "a@acme.com", "name": "Ann"}\n{"company": "Acme", "email": "b@acme.com"}\n')
    table = inspect_table(path, "list.jsonl")
    assert (table.format, table.header, table.lines, table.newline) == ("jsonl", ("email", "name", "company"), 2, "lf")
    assert not is_regular(table)
    assert read(path) == ([(1, 1, ["a@acme.com", "Ann", None]), (2, 2, ["b@acme.com", None, "Acme"])], [])


def test_bad_lines_are_rejected_with_their_line_and_the_rest_is_read(tmp_path):
    path = tmp_path / "list.ndjson"
    path.write_bytes(b'\xef\xbb\xbf{"a": "1"}\n\n{"a": \n[1]\n"x"\n{"a": "\xff"}\n{"a": null}\n{"a": "2"}')
    rows, rejects = read(path)
    assert rows == [(1, 1, ["1"]), (8, 8, ["2"])]
    assert [(reject.row, reject.line, reject.reason) for reject in rejects[1:]] == [
        (4, 4, "is not a JSON object"),
        (5, 5, "is not a JSON object"),
        (6, 6, "has undecodable bytes"),
    ]
    assert rejects[0].line == 3
    assert rejects[0].reason.startswith("is not valid JSON (")
    assert rejects[2] == Reject(5, 5, '"x"', "is not a JSON object")


def test_values_that_are_no_text_become_their_json_text():
    line = '{"n": 12, "f": 1.5, "t": true, "l": ["ü", 1], "o": {"k": null}, "s": " x ", "z": null, "e": ""}'
    assert fields(line, "n", "f", "t", "l", "o", "s", "z", "e", "missing") == [
        "12",
        "1.5",
        "true",
        '["ü", 1]',
        '{"k": null}',
        " x ",
        "",
        "",
        "",
    ]


def test_blank_and_repeated_keys_find_their_values(tmp_path):
    path = tmp_path / "list.jsonl"
    path.write_text('{"": "1", "Email": "2", "email": "3"}\n')
    assert inspect_table(path, "list.jsonl").header == ("column 1", "Email", "email (2)")
    assert read(path)[0] == [(1, 1, ["1", "2", "3"])]


@pytest.mark.parametrize(
    "line",
    ['{"a": "\\ud800"}', '{"a": "x\\u0000"}', '{"a": ["\\uDFFF"]}', '{"\\ud800": 1}', '{"a": "\\\\\\u0000"}'],
)
def test_escapes_that_stand_for_no_character_are_rejected(line):
    assert fields(line, "a") == "has an escape that stands for no character"
    assert collect_keys([line], 10) == ()


@pytest.mark.parametrize(
    ("line", "value"),
    [('{"a": "\\u00fc"}', "ü"), ('{"a": "\\ud83d\\ude00"}', "😀"), ('{"a": "\\\\u0000"}', "\\u0000")],
)
def test_other_escapes_are_read(line, value):
    assert fields(line, "a") == [value]


def test_deep_nesting_does_not_end_the_run():
    line = '{"a": ' + "[" * 200_000 + "]" * 200_000 + "}"
    assert fields(line, "a") == "is JSON nested too deeply"


def test_number_with_more_digits_than_python_converts_does_not_end_the_run():
    assert fields('{"a": ' + "9" * 5000 + "}", "a")


def test_utf_16_is_read_too(tmp_path):
    path = tmp_path / "list.jsonl"
    path.write_bytes('{"a": "ü"}\r\n'.encode("utf-16"))
    assert read(path) == ([(1, 1, ["ü"])], [])
