import pytest

from sigcheck.facts.value_flaws import ValueFlaws, value_flaws
from sigcheck.relations import MERGE_VALUES


def test_flaws_are_the_last_columns_of_merge_values():
    names = ValueFlaws._fields
    assert MERGE_VALUES.column_names[-len(names) :] == names


@pytest.mark.parametrize(
    ("field", "given", "flaws"),
    [
        ("first_name", "FRANK", ValueFlaws(proper_case="Frank")),
        ("first_name", " frank", ValueFlaws(stray="a space at the start", proper_case="Frank")),
        ("first_name", "Franky [I think]", ValueFlaws(name_note='a note in brackets ("I think")')),
        ("first_name", "frank (left)", ValueFlaws(name_note='a note in brackets ("left")')),
        ("first_name", "n/a", ValueFlaws(is_placeholder=True)),
        ("first_name", "JOSÃ‰", ValueFlaws(decoded="JOSÉ")),
        ("first_name", "Smith, Frank", ValueFlaws(misplaced="two names with a comma between")),
        ("first_name", "{{nickname}}", ValueFlaws(leftover="{{nickname}}")),
        ("last_name", "O&#39;Neil", ValueFlaws(decoded="O'Neil")),
        ("company", "Acme, Inc.", ValueFlaws(spoken="Acme")),
        ("company", "n/a", ValueFlaws(is_placeholder=True)),
        ("intro", "I saw [Company Name] moved", ValueFlaws(leftover="[Company Name]")),
        ("intro", "Da\u200bna", ValueFlaws(stray="a zero-width space")),
        ("country", "unknown", ValueFlaws(is_placeholder=True)),
        ("rank", "#N/A", ValueFlaws(is_placeholder=True)),
        ("rank", "#DIV/0!", ValueFlaws(is_placeholder=True)),
    ],
)
def test_a_flaw_is_named(field, given, flaws):
    assert value_flaws(field, given) == flaws


@pytest.mark.parametrize(
    ("field", "given"),
    [
        ("first_name", "Frank"),
        ("first_name", "Nil"),
        ("first_name", "Na"),
        ("last_name", "Null"),
        ("last_name", "McDonald"),
        ("company", "IBM"),
        ("country", "NA"),
        ("region", "KA"),
        ("seats", "0"),
        ("seats", "123"),
        ("segment", "Customer"),
        ("title", "Tester"),
        ("intro", "I read your piece on pallets.  It helped us\na lot, so thank you for it."),
        ("intro", "  "),
    ],
)
def test_a_sound_value_has_none(field, given):
    assert value_flaws(field, given) is None


def test_hidden_characters_count_in_prose_too():
    prose = "I read your piece on\u200b pallets. It helped us a lot, so thank you."
    assert value_flaws("intro", prose) == ValueFlaws(stray="a zero-width space")
