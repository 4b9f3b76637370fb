import csv
from io import StringIO

import pytest

from sigcheck.rewriting.excluded_list import ExcludedRow, Layout, escaped, with_excluded
from sigcheck.rewriting.text_file import TextFile

PLAIN = Layout(",", "\n", TextFile("", "utf-8"))
HEAD = "excluded by rule,excluded because,email,name\n"


def test_the_same_people_are_not_added_twice():
    rows = [ExcludedRow("OPT003", "opted out", ["a@b.de", "x"])]
    once = with_excluded(None, ["email", "name"], rows, PLAIN)
    again = [ExcludedRow("OPT003", "opted out on another day", ["a@b.de", "x"])]
    assert with_excluded(once, ["email", "name"], again, PLAIN) == once
    assert once.decode() == f"{HEAD}OPT003,opted out,a@b.de,x\n"


def test_two_rows_that_are_alike_are_both_kept():
    rows = [ExcludedRow("DUP001", "twice", ["a@b.de", "x"])] * 2
    assert with_excluded(None, ["email", "name"], rows, PLAIN).decode().count("a@b.de") == 2


def test_people_of_a_list_with_other_columns_go_below_with_columns_of_their_own():
    old = f"{HEAD}OPT003,opted out,a@b.de,x\n".encode()
    new = with_excluded(old, ["E-Mail", "name"], [ExcludedRow("DUP001", "twice", ["c@d.de", "y"])], PLAIN)
    assert new.decode() == (
        "excluded by rule,excluded because,email,name,E-Mail\nOPT003,opted out,a@b.de,x,\nDUP001,twice,,y,c@d.de\n"
    )


def test_a_file_that_is_something_else_is_not_touched():
    with pytest.raises(ValueError, match="no list of people taken out"):
        with_excluded(b"email\na@b.de\n", ["email"], [ExcludedRow("OPT003", "opted out", ["c@d.de"])], PLAIN)


@pytest.mark.parametrize("cell", ["=1+2", "@SUM(1)", "-2+3+cmd|' /C calc'!A0", "'=1", "\t=1", '"=1'])
def test_formulas_are_made_safe_and_can_be_had_back(cell):
    assert escaped(cell) == f"'{cell}"
    made = with_excluded(None, ["email", "note"], [ExcludedRow("X", "y", ["a@b.de", cell])], PLAIN)
    assert list(csv.reader(StringIO(made.decode(), newline="")))[1][3] == f"'{cell}"
    assert with_excluded(made, ["email", "note"], [ExcludedRow("X", "y", ["a@b.de", cell])], PLAIN) == made


@pytest.mark.parametrize("cell", ["+49 (89) 1234-5", "-3.5", "-", "a=b", "", "'quoted'"])
def test_what_no_spreadsheet_calculates_stays_as_it_is(cell):
    assert escaped(cell) == cell


def test_a_letter_that_the_encoding_does_not_have_does_not_end_the_run():
    layout = Layout(";", "\r\n", TextFile("", "cp1252"))
    made = with_excluded(None, ["email"], [ExcludedRow("DAT001", "'Ł' is odd", ["a@b.de"])], layout)
    assert made.decode("cp1252").splitlines()[1] == "DAT001;'?' is odd;a@b.de"
