from sigcheck.fingerprint import fingerprints
from sigcheck.report import Finding

FRANK = Finding("DAT001", "error", "FRANK shouts", "Write Frank.", file="list.csv", line=2, row=2)


def test_a_finding_keeps_its_fingerprint_when_its_row_moves():
    assert fingerprints([FRANK]) == fingerprints([FRANK._replace(line=90, row=90, column=3)])


def test_code_file_and_message_each_make_another_fingerprint():
    others = [FRANK._replace(code="DAT002"), FRANK._replace(file="b.csv"), FRANK._replace(message="ANN shouts")]
    assert len(set(fingerprints([FRANK, *others]))) == 4
    assert len(set(fingerprints([FRANK._replace(code="A", file="BC"), FRANK._replace(code="AB", file="C")]))) == 2


def test_equal_findings_are_told_apart_and_others_do_not_change_them():
    first, second = fingerprints([FRANK, FRANK])
    assert first != second
    assert fingerprints([FRANK._replace(message="x"), FRANK, FRANK])[1:] == [first, second]


def test_a_file_name_that_is_no_utf_8_has_one_too():
    assert len(fingerprints([FRANK._replace(file="l\udcfcste.csv")])[0]) == 32
