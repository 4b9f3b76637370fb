import pytest
from tables import Table, markdown, plain, with_table

TABLE = Table(("rule", "found"), [("DAT004", "7"), ("ORG", "1,250")], left=1)


def test_figures_stand_below_each_other():
    assert plain(TABLE) == "rule    found\nDAT004      7\nORG     1,250"


def test_the_first_table_is_replaced_and_nothing_else():
    page = with_table("# Head\n\n| a |\n| b |\n\nText.\n\n| c |\n", TABLE)
    assert page == f"# Head\n\n{markdown(TABLE)}\n\nText.\n\n| c |\n"


def test_a_table_with_a_key_is_put_where_the_page_has_its_key():
    page = with_table("| a |\n\n<!-- found -->\n\n| b |\n| c |\n\nText.\n", TABLE._replace(key="found"))
    assert page == f"| a |\n\n<!-- found -->\n\n{markdown(TABLE)}\n\nText.\n"


def test_a_page_without_a_place_for_the_table_is_a_mistake():
    with pytest.raises(LookupError, match="<!-- lost -->"):
        with_table("| a |\n", TABLE._replace(key="lost"))
