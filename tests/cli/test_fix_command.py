import subprocess

import pytest

LIST = """\
email,first name,company
dana@acme.com,DANA,Acme
omar@globex.com,Omar,Globex Inc.
info@initech.com,Kim,Initech
"""
FIXED = LIST.replace("DANA", "Dana").replace(" Inc.", "")


@pytest.fixture
def shown(campaign, in_folder, run, monkeypatch):
    """A function that fixes a planned send in miniature, and returns its folder and what was printed."""
    monkeypatch.delenv("CI", raising=False)

    def call(*options, **inputs):
        plan = campaign(**{"recipients": LIST, **inputs})
        return plan.parent, run("fix", "campaign/plan.yaml", *options)

    return call


def test_changes_are_listed_with_rule_and_place_and_nothing_is_written(shown):
    folder, ran = shown()
    assert ran.status == 1
    assert "recipients.csv:2  DAT004  first name: 'DANA' → 'Dana'" in ran.out
    assert "recipients.csv:3  DAT010  company: 'Globex Inc.' → 'Globex'" in ran.out
    assert "drop-recipient  DAT011 (1): --unsafe" in ran.out
    assert "Nothing is written yet" in ran.out
    assert (folder / "recipients.csv").read_text() == LIST


def test_the_diff_is_one_that_patch_applies(shown, tmp_path):
    folder, ran = shown("--unsafe")
    subprocess.run(["patch", "-p0", "-s"], input=ran.out, text=True, cwd=tmp_path, check=True)
    assert (folder / "recipients.csv").read_text() == FIXED.replace("info@initech.com,Kim,Initech\n", "")
    assert "info@initech.com,Kim,Initech" in (folder / "excluded.csv").read_text()


def test_writing_changes_the_files_and_the_second_run_finds_nothing(shown, run):
    folder, ran = shown("--write")
    assert (ran.status, (folder / "recipients.csv").read_text()) == (0, FIXED)
    again = run("fix", "campaign/plan.yaml")
    assert again.status == 0
    assert "campaign/plan.yaml: nothing to change" in again.out


@pytest.mark.slow
def test_an_output_folder_gets_a_copy_that_checks_on_its_own(shown, run, tmp_path):
    folder, ran = shown("--output", "copy", "--unsafe", suppress="email\nomar@globex.com\n", history="none")
    assert (ran.status, (folder / "recipients.csv").read_text()) == (0, LIST)
    assert sorted(path.name for path in (tmp_path / "copy").iterdir()) == [
        "excluded.csv", "message.txt", "optouts.csv", "plan.yaml", "recipients.csv",
    ]  # fmt: skip
    assert run("copy/plan.yaml", "--select", "DAT,OPT003").status == 0
    (refused,) = run("fix", "campaign/plan.yaml", "--output", "copy").err.splitlines()
    assert refused == "copy: is there already, and not empty: name a folder that does not exist"


@pytest.mark.parametrize(
    ("select", "changed"),
    [("name-casing", "Dana,Acme"), ("DAT004", "Dana,Acme"), ("DAT010", "DANA,Acme"), ("HTM", "DANA,Acme")],
)
def test_select_takes_names_of_fixes_and_codes(shown, select, changed):
    folder, _ = shown("--write", "--select", select)
    assert f"dana@acme.com,{changed}" in (folder / "recipients.csv").read_text()


def test_a_selection_that_names_nothing_is_a_mistake(shown):
    _, ran = shown("--select", "name-case")
    assert (ran.status, ran.err) == (2, "there is no fix and no rule 'name-case': did you mean name-casing?\n")


@pytest.mark.parametrize(
    ("options", "is_changed"),
    [((), False), (("--select", "DAT016"), True), (("--select", "DAT"), False), (("--unsafe",), True)],
)
def test_misspelled_domains_are_offered_and_corrected_when_asked_for(shown, options, is_changed):
    folder, ran = shown("--write", *options, recipients=LIST.replace("omar@globex.com", "omar@globex.con"))
    assert ("omar@globex.com" in (folder / "recipients.csv").read_text()) == is_changed
    if not options:
        assert "omar@globex.con is likely misspelled: globex.com instead of globex.con" in " ".join(ran.out.split())


def test_an_acknowledgement_that_the_changes_outdate_is_named(shown):
    _, ran = shown("--write", acknowledged=["ana.ruiz@northwind.com"])
    assert "campaign/plan.ack.yaml covers the send as it was" in ran.out


def test_in_ci_nothing_of_recipients_is_shown(shown, monkeypatch):
    monkeypatch.setenv("CI", "true")
    _, ran = shown("--unsafe")
    assert ran.status == 1
    assert not [word for word in ("DANA", "Dana", "dana@", "Globex", "info@initech.com") if word in ran.out]
    assert "recipients.csv:2  DAT004" in ran.out


def test_one_line_is_enough_where_quiet_is_wanted(shown):
    _, ran = shown("--write", "--quiet")
    assert ran.out.splitlines()[0].startswith("campaign/plan.yaml: 2 changes in recipients.csv; score ")
    assert len(ran.out.splitlines()) == 2


def test_a_plan_that_leads_out_of_the_root_is_refused(shown, tmp_path):
    (tmp_path / "list.csv").write_text(LIST)
    _, ran = shown("--write", "--root", "campaign", plan={"recipients": "../list.csv"})
    assert ran.status == 2
    assert "lies outside campaign" in ran.err
    assert (tmp_path / "list.csv").read_text() == LIST


def test_a_list_that_cannot_be_written_is_told_in_one_line_and_nothing_is_changed(shown, monkeypatch, tmp_path):
    def refuse(*_, **__):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("sigcheck.whole_file.tempfile.mkstemp", refuse)
    folder, ran = shown("--write")
    reason = "cannot be written: its folder may not be written to: check its permissions"
    assert (ran.status, ran.err) == (2, f"campaign/recipients.csv: {reason}\n")
    assert (folder / "recipients.csv").read_text() == LIST


def test_a_linked_list_is_changed_where_it_lies_and_the_link_stays(campaign, in_folder, run):
    plan = campaign(recipients=LIST)
    (in_folder / "shared.csv").write_text(LIST)
    (plan.parent / "recipients.csv").unlink()
    (plan.parent / "recipients.csv").symlink_to("../shared.csv")
    run("fix", plan, "--write")
    assert (plan.parent / "recipients.csv").is_symlink()
    assert (in_folder / "shared.csv").read_text() == FIXED
