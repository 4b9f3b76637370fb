import pytest

from sigcheck.rewriting.yaml_file import with_keys, with_scalar

PLAN = """\
# Grüße
name: Café  # the name
message:
  - a.txt
  - {file: "b.txt", name: 'b'}
recipients: list.csv
schedule:
  timezone: Europe/Berlin  # there
  at: 2026-05-04 08:30
  repeat: FREQ=WEEKLY;COUNT=4

# the end
relevance: ä
"""


@pytest.mark.parametrize(
    ("keys", "old", "new"),
    [
        (("message", 0, "file"), "- a.txt", "- c d.txt"),
        (("message", 1, "file"), '"b.txt"', '"c d.txt"'),
        (("message", 1, "name"), "'b'", "'c d.txt'"),
        (("recipients", "file"), "list.csv", "c d.txt"),
        (("relevance",), "relevance: ä", "relevance: c d.txt"),
    ],
)
def test_one_value_changes_and_every_other_byte_stays(keys, old, new):
    assert with_scalar(PLAN, keys, "c d.txt") == PLAN.replace(old, new)


def test_a_value_is_quoted_where_yaml_would_read_it_as_something_else():
    assert with_scalar("a: x\n", ("a",), "yes: no") == "a: 'yes: no'\n"


def test_keys_of_a_block_become_comments_and_new_ones_stand_above():
    new = with_keys(PLAN, "schedule", {"column": "send_at"}, ("at", "repeat", "start"))
    assert new == PLAN.replace(
        "  timezone: Europe/Berlin  # there\n  at: 2026-05-04 08:30\n  repeat: FREQ=WEEKLY;COUNT=4\n",
        "  column: send_at\n  timezone: Europe/Berlin  # there\n"
        "  # at: 2026-05-04 08:30\n  # repeat: FREQ=WEEKLY;COUNT=4\n",
    )


def test_keys_of_a_line_are_told_behind_it():
    assert with_keys("schedule: {timezone: X, at: 2026-05-04 08:30}\n", "schedule", {"column": "send_at"}, ("at",)) == (
        "schedule: {timezone: X, column: send_at}  # before: at: 2026-05-04 08:30\n"
    )


def test_a_mapping_that_is_missing_is_added_at_the_end():
    assert with_keys("a: 1", "schedule", {"column": "send_at"}) == "a: 1\nschedule:\n  column: send_at\n"


def test_carriage_returns_stay():
    text = PLAN.replace("\n", "\r\n")
    assert "\n" not in with_keys(text, "schedule", {"column": "x"}, ("at",)).replace("\r\n", "")


@pytest.mark.parametrize("text", ["a: &x 1\nb: *x\n", "a: [1]\n", "b: 1\n"])
def test_what_cannot_be_changed_in_its_place_is_refused(text):
    with pytest.raises(ValueError, match=r"sound|plain value"):
        with_scalar(text, ("a",), "y")
