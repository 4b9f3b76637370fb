import duckdb
import pytest
from planned_sends import Size, write_planned_send

from sigcheck import lint

SIZE = Size(2_000, 5_000)


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return write_planned_send(tmp_path_factory.mktemp("send"), SIZE).parent


def asked(folder, query):
    with duckdb.connect() as connection:
        return connection.execute(query.format(folder=folder)).fetchall()


def test_files_have_the_rows_that_were_asked_for(folder):
    counts = (
        "SELECT (SELECT count(*) FROM '{folder}/recipients.parquet'), (SELECT count(*) FROM '{folder}/history.parquet')"
    )
    assert asked(folder, counts) == [(SIZE.recipients, SIZE.history)]


def test_one_seed_gives_one_list_and_another_seed_another(folder, tmp_path):
    first = asked(folder, "FROM '{folder}/recipients.parquet'")
    assert asked(write_planned_send(tmp_path / "again", SIZE).parent, "FROM '{folder}/recipients.parquet'") == first
    other = write_planned_send(tmp_path / "other", SIZE, seed=2).parent
    assert asked(other, "FROM '{folder}/recipients.parquet'") != first


def test_the_format_changes_nothing_but_the_files(folder, tmp_path):
    csv = write_planned_send(tmp_path, SIZE._replace(format="csv")).parent
    as_text = "SELECT CAST(h AS VARCHAR) FROM '{folder}/history.FORMAT' AS h ORDER BY 1"
    assert asked(csv, as_text.replace("FORMAT", "csv")) == asked(folder, as_text.replace("FORMAT", "parquet"))


def test_a_few_names_and_companies_hold_much_and_a_long_tail_the_rest(folder):
    for column in ("First Name", "Company Name", "Job Title"):
        query = f"SELECT count(*) FROM '{{folder}}/recipients.parquet' WHERE \"{column}\" <> '' GROUP BY \"{column}\""
        sizes = sorted((size for (size,) in asked(folder, query)), reverse=True)
        assert sum(sizes[:40]) > SIZE.recipients / 10
        assert sizes.count(1) > len(sizes) / 3


def test_nearly_all_rules_can_be_checked_and_those_about_people_find_something(folder):
    report = lint(folder / "plan.yaml")
    assert {entry.code for entry in report.unchecked} <= {"SND001", "SND002"}
    found = {entry.code for entry in report.findings}
    assert found >= {"FRQ001", "FRQ005", "DUP001", "ORG001", "VAR001", "REL003", "DAT001", "DAT004", "DAT005", "DAT011"}
    assert found >= {"HRS001", "HRS002", "OPT007"}
