import pytest

from sigcheck.linter import open_engine
from sigcheck.plan import load_plan
from sigcheck.planned_send import load_planned_send
from sigcheck.relations import RELATIONS


@pytest.fixture(scope="module")
def loaded(tmp_path_factory):
    from sigcheck.rule_examples import write_example

    inputs = {
        "recipients": "email,first name,row,Lead Score,Sender,local_part\n"
        "dana@acme.com,Dana,x,7,me,info\nomar@globex.com,Omar,y,,,\n",
        "history": "email,sent_at\ndana@acme.com,2026-01-05\n",
        "suppress": "email\nkim@initech.com\n",
    }
    engine = open_engine()
    load_planned_send(engine, load_plan(write_example(inputs, tmp_path_factory.mktemp("campaign"))))
    yield engine
    engine.close()


@pytest.mark.parametrize("relation", RELATIONS, ids=lambda relation: relation.name)
def test_every_relation_of_the_data_model_exists_with_its_columns(loaded, relation):
    assert set(relation.column_names) <= set(loaded.columns(relation.name))
    assert loaded.query(
        f"SELECT {', '.join(f'{chr(34)}{name}{chr(34)}' for name in relation.column_names)} FROM "
        f"{relation.name} LIMIT 1"
    )


@pytest.mark.parametrize("relation", RELATIONS, ids=lambda relation: relation.name)
def test_columns_have_the_types_of_the_data_model(loaded, relation):
    found = dict(loaded.query(f"SELECT column_name, column_type FROM (DESCRIBE {relation.name})").rows)
    assert {column.name: found[column.name] for column in relation.columns} == {
        column.name: column.type for column in relation.columns
    }


def test_columns_of_the_lists_own_are_kept_under_their_names(loaded):
    found = loaded.query('SELECT row, "row (list)", "Lead Score" FROM recipients ORDER BY row').rows
    assert found == [(2, "x", "7"), (3, "y", None)]


def test_there_is_one_plan(loaded):
    assert loaded.query("SELECT count(*) FROM plan").rows == [(1,)]


def test_a_column_of_the_list_never_stands_in_for_one_of_ours(loaded):
    found = loaded.query('SELECT sender, "Sender (list)", is_role_address FROM recipients ORDER BY row').rows
    assert found == [("ana.ruiz@northwind.com", "me", False), ("ana.ruiz@northwind.com", None, False)]
