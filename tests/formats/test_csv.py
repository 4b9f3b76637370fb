import csv
from io import StringIO

import pytest
from reports import HOSTILE, finding, report, written


def table_of(*reports):
    text = written("csv", *reports)
    assert text.startswith("\ufeff")
    return list(csv.DictReader(StringIO(text.removeprefix("\ufeff"), newline=""), strict=True))


def test_each_finding_is_a_row_with_its_sin_place_and_help(sinful):
    rows = table_of(sinful)
    assert len(rows) == len(sinful.findings) > 500
    first, row = sinful.findings[0], rows[0]
    assert (row["plan"], row["code"], row["severity"]) == (sinful.plan, first.code, first.severity)
    assert (row["sin"], row["name"], row["message"]) == ("Frequent use", "too-soon", first.message)
    assert (row["file"], row["line"], row["column"], row["row"]) == (first.file, str(first.line), "", str(first.row))
    assert (row["help"], row["fix"], row["recipients"]) == (first.help, first.fix, "1")


def test_lines_end_as_rfc_4180_wants_and_the_file_begins_as_excel_wants():
    text = written("csv", report(finding('say "no", please')))
    assert text.count("\r\n") == text.count("\n") == 2
    assert '"say ""no"", please"' in text
    assert text.encode("utf-8").startswith(b"\xef\xbb\xbf")


def test_without_findings_there_is_a_header():
    assert table_of(report()) == []
    assert written("csv", report()).startswith("\ufeffplan,code,name,sin,")


@pytest.mark.parametrize(
    "formula", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", " =1", '"=1', "＝1", "a;=1", "a; +1"]
)
def test_no_text_is_a_formula_to_a_spreadsheet(formula):
    (row,) = table_of(report(finding(formula, help=formula, file=formula), plan=formula))
    for column in ("message", "help", "file", "plan"):
        for cell in row[column].split(";"):
            assert not cell.lstrip(" \"'").startswith(("=", "+", "-", "@", "＝")) or cell.startswith("'")


def test_a_text_that_is_no_formula_stays_as_it_is():
    (row,) = table_of(report(finding("a-b = c; d <e@f.com> +1")))
    assert row["message"] == "a-b = c; d <e@f.com> +1"


@pytest.mark.parametrize("hostile", HOSTILE)
def test_a_hostile_text_stays_in_its_cell(hostile):
    rows = table_of(report(finding(hostile), finding("next", file=hostile, line=None)))
    assert [len(row) for row in rows] == [13, 13]
    assert None not in rows[0]
    assert rows[1]["message"] == "next"


def test_several_plans_are_one_table():
    rows = table_of(report(finding(), plan="a.yaml"), report(finding(), plan="b.yaml"))
    assert [row["plan"] for row in rows] == ["a.yaml", "b.yaml"]
