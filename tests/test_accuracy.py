"""The figures of docs/accuracy.md: every one is measured, and none may fall."""

import re
from functools import cache

import pytest
from accuracy import PAGE, SUBJECTS, measure
from measured import messages, names

# In one process, as what is measured is measured once a process.
pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("accuracy")]

TOLERANCE = 0.005
"""How much a share may be below the page's: the data is drawn anew by every version of Faker and mimesis."""

PAGE_TEXT = PAGE.read_text(encoding="utf-8")
SMALLER = {"names": lambda: names.measure(25)}


def share(cell):
    return None if cell == "–" else float(cell.removesuffix(" %")) / 100


def documented():
    """Return precision, recall and the share of harmless cases flagged, by rule and data."""
    table = PAGE_TEXT.partition("\n## ")[0]
    rows = [line.strip("| ").split(" | ") for line in table.splitlines() if re.match(r"\| [A-Z]{3}", line)]
    return {(row[0], row[1]): tuple(map(share, row[-3:])) for row in rows}


@cache
def measured(subject):
    return SMALLER[subject]() if subject in SMALLER else measure(subject)


@pytest.mark.parametrize("subject", SUBJECTS)
def test_no_figure_falls(subject):
    figures = documented()
    for entry in measured(subject):
        precision, recall, flagged = figures[entry.rule, entry.data]
        wrongly = f"{entry.rule}, {entry.data}: {entry.wrongly_found[:5]}"
        assert precision is None or entry.precision >= precision - TOLERANCE, wrongly
        assert flagged is None or entry.flagged <= flagged + TOLERANCE, wrongly
        assert recall is None or entry.recall >= recall - TOLERANCE, f"{entry.rule}, {entry.data}: {entry.missed[:5]}"


def test_the_page_holds_what_is_measured_and_nothing_else():
    assert documented().keys() == {(entry.rule, entry.data) for subject in SUBJECTS for entry in measured(subject)}


def test_names_are_hardly_ever_flagged_and_spoiled_ones_nearly_always_found():
    for entry in measured("names"):
        if entry.wrong:
            assert entry.recall > 0.99, entry.data
        else:
            assert entry.flagged < 0.005, entry.data


def test_promotions_get_an_error_and_personal_letters_none():
    letters_and_promotions = measured("whole_messages")[0]
    assert letters_and_promotions.recall >= 0.98, letters_and_promotions.missed
    assert letters_and_promotions.flagged <= 0.05, letters_and_promotions.wrongly_found


@pytest.mark.parametrize("labels", messages.SETS, ids=[labels.rule for labels in messages.SETS])
def test_the_half_held_out_holds_what_is_wrong_and_what_is_not(labels):
    rows = messages.held_out_half(labels.file).values()
    assert {row["label"] in labels.wrong for row in rows} == {True, False}


def test_addresses_are_judged_just_as_email_validator_does():
    (entry,) = (entry for entry in measured("addresses") if entry.rule == "DAT001")
    assert (entry.cases, entry.missed, entry.wrongly_found) == (10_000, (), ())
