import os
import stat
import sys
import tempfile
from pathlib import Path

import pytest

from sigcheck import InputError, Options, lint
from sigcheck.engine.duckdb import DuckDBEngine
from sigcheck.errors import QueryError
from sigcheck.masked_errors import masked_errors
from sigcheck.private_folder import make_private_folder, private_folder, remove_private_folder

PEOPLE = "email,first name,last name,company\ndana.lee@acme.com,Dana,Lee,Acme\n"


def error_of(plan, **options):
    with pytest.raises(InputError) as raised:
        lint(plan, Options(**options))
    return str(raised.value)


def test_an_address_in_an_error_is_masked_where_redaction_is_on(campaign):
    plan = campaign(recipients="dana.lee@acme.com: work,name\nx,y\n")
    assert "'dana.lee@acme.com: work'" in error_of(plan)
    assert "'***@acme.com: work'" in error_of(plan, redact=True)


def test_a_rule_at_fault_quotes_nothing_of_the_list_where_redaction_is_on(campaign, tmp_path):
    rules = tmp_path / "rules"
    rules.mkdir()
    header = "{key: OWN, title: Own, points: 10, summary: Ours, source: Ours}\n"
    (rules / "pack.yaml").write_text(header, encoding="utf-8")
    (rules / "rule.yaml").write_text(
        "{code: OWN001, name: own, severity: note, deduct: 1, per: send, message: m, help: h, why: w, source: s,\n"
        "query: SELECT CAST(first_name AS INTEGER) AS row FROM recipients}\n",
        encoding="utf-8",
    )
    plan = campaign(recipients=PEOPLE)
    assert "'Dana'" in error_of(plan, rule_folders=(rules,), select=("OWN",))
    masked = error_of(plan, rule_folders=(rules,), select=("OWN",), redact=True)
    assert "OWN001: query: " in masked
    assert "Dana" not in masked


def test_what_an_engine_says_is_masked_too_and_stays_the_error_that_it_is():
    class SpecialError(QueryError):
        pass

    for kind in (QueryError, SpecialError):
        with pytest.raises(kind, match=r"cannot convert '\*\*\*' of \*\*\*@acme\.com") as raised, masked_errors():
            raise kind("cannot convert 'Dana''s' of dana.lee@acme.com")
        assert type(raised.value) is kind


def test_in_ci_no_error_names_anybody(campaign, run, in_folder, monkeypatch):
    monkeypatch.setenv("CI", "true")
    headless = "dana.lee@acme.com: work,name\nx,y\n"
    campaign(recipients=headless)
    for _ in range(2):
        status, out, err = run("campaign")
        assert (status, out) == (2, "")
        assert "dana.lee" not in err
        campaign("campaign/other", recipients=headless)  # two plans take another way
    assert "dana.lee" in run("campaign", "--no-redact").err


@pytest.mark.skipif(os.name == "nt", reason="permissions of Unix")
def test_what_the_engine_spills_only_this_user_can_see_and_it_is_gone_when_it_is_closed(tmp_path, monkeypatch):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    engine = DuckDBEngine()
    engine._run("SET memory_limit = '40MB'")
    engine.define("big", "SELECT range AS a, repeat('x', 200) || range AS b FROM range(500000)")
    (folder,) = tmp_path.iterdir()
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert sum(file.stat().st_size for file in folder.iterdir()) > 0
    engine.close()
    assert list(tmp_path.iterdir()) == []


def test_a_private_folder_is_removed_whatever_ends_the_work_in_it():
    with pytest.raises(ZeroDivisionError), private_folder() as folder:
        (folder / "list.csv").write_text(PEOPLE, encoding="utf-8")
        raise ZeroDivisionError
    assert not folder.exists()


def test_where_no_temporary_folder_can_be_made_it_is_said_how_to_name_one(monkeypatch):
    def refuse(*_: object, **__: object) -> str:
        raise FileNotFoundError(2, "No usable temporary directory found in ['/tmp']")

    monkeypatch.setattr(tempfile, "mkdtemp", refuse)
    with pytest.raises(InputError, match=r"no temporary folder can be made \(no usable .*\): set TMPDIR"):
        make_private_folder()


def test_removing_a_folder_that_is_gone_is_no_error():
    folder = make_private_folder()
    Path(folder).rmdir()
    remove_private_folder(folder)


def test_temporary_files_beside_an_output_are_private_until_they_take_its_place(tmp_path, monkeypatch):
    from sigcheck.whole_file import write_whole

    modes = []
    replace = Path.replace

    def watch(self, target):
        modes.append(stat.S_IMODE(self.stat().st_mode))
        return replace(self, target)

    monkeypatch.setattr(Path, "chmod", lambda *_: None)
    monkeypatch.setattr(Path, "replace", watch)
    write_whole(tmp_path / "report.csv", PEOPLE)
    assert modes == ([0o600] if sys.platform != "win32" else modes)


def test_the_example_that_a_hint_gives_is_nobodys_address_and_stays():
    with pytest.raises(InputError, match=r"'\*\*\*@acme\.com': add `email: ana\.ruiz@northwind\.com`"), masked_errors():
        raise InputError.at("plan.yaml", "'dana.lee@acme.com': add `email: ana.ruiz@northwind.com`")
