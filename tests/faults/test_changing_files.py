"""A file that changes while it is read is told by its name: no check rests on half of the old and half of the new."""

from pathlib import Path

import pytest

from sigcheck.engine.duckdb import DuckDBEngine

CHANGED = "changed while it was read: check again when nobody writes to it\n"


@pytest.fixture
def grows_once_opened(monkeypatch):
    """A function that names a file to which somebody adds a line whenever it was opened to be read."""
    opened = Path.open

    def name(grown):
        def open_and_add(path, mode="r", *arguments, **options):
            stream = opened(path, mode, *arguments, **options)
            if path.name == grown and "r" in mode:
                with opened(path, "a", encoding="utf-8") as more:
                    more.write("# more\n")
            return stream

        monkeypatch.setattr(Path, "open", open_and_add)

    return name


@pytest.mark.parametrize("file", ["plan.yaml", "message.txt"])
def test_a_file_that_is_read_at_once(campaign, in_folder, run, grows_once_opened, file):
    campaign()
    grows_once_opened(file)
    assert run("check", "campaign/plan.yaml") == (2, "", f"campaign/{file}: {CHANGED}")


@pytest.mark.parametrize("names", ["Dana", '"Da\nna"'], ids=["regular", "irregular"])
@pytest.mark.parametrize("change", [lambda path: path.write_text("x"), Path.unlink], ids=["rewritten", "removed"])
def test_a_list_that_changes_before_the_check_is_done(campaign, in_folder, run, monkeypatch, change, names):
    campaign(recipients=f"email,first name\ndana@acme.com,{names}\n")
    reading = DuckDBEngine.read

    def read_then_change(engine, table, relation):
        loaded = reading(engine, table, relation)
        change(table.path)
        return loaded

    monkeypatch.setattr(DuckDBEngine, "read", read_then_change)
    ran = run("check", "campaign/plan.yaml", "--select", "DAT", "--output", "report.html")
    says = CHANGED if change is not Path.unlink else "does not exist: check its path\n"
    assert ran == (2, "", f"campaign/recipients.csv: {says}")
    assert not Path("report.html").exists()
