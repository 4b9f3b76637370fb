import pytest

from sigcheck.errors import InputError
from sigcheck.fixing.copy import write_copy
from sigcheck.linter import lint
from sigcheck.plan import load_plan


def contents(folder):
    return {path.relative_to(folder).as_posix(): path.read_text() for path in folder.rglob("*") if path.is_file()}


def test_files_elsewhere_are_copied_too_and_the_plan_of_the_copy_names_them_there(campaign, in_folder):
    plan = campaign(
        "mail/spring",
        plan={
            "recipients": "../lists/list.csv",
            "history": ["../sent/*.csv", "old.csv"],
            "suppress": [{"file": str(in_folder / "optouts.csv"), "source": "marketing automation"}],
            "exclude": ["../lists/list-2.csv", "../other/list-2.csv"],
        },
    )
    row = "email,sent_at,kind\na@acme.com,2026-01-02 10:07,branded\n"
    for name in ("mail/sent/1.csv", "mail/sent/2.csv", "mail/spring/old.csv"):
        write(in_folder / name, row)
    for name in ("mail/lists/list.csv", "mail/lists/list-2.csv", "mail/other/list-2.csv", "optouts.csv"):
        write(in_folder / name, "email,first name,company\ndana@acme.com,Dana,Acme\n")
    write(in_folder / "mail/.sigcheck.yaml", "fail_under: 12\n")
    before = lint(plan)
    copied = write_copy(
        plan,
        {(in_folder / "mail/lists/list.csv"): b"email,first name,company\nd@acme.com,D,Acme\n"},
        in_folder / "copy",
    )
    assert copied == in_folder / "copy/plan.yaml"
    assert sorted(contents(in_folder / "copy")) == [
        ".sigcheck.yaml", "message.txt", "named/history-0/0-1.csv", "named/history-0/1-2.csv", "named/list-2-2.csv",
        "named/list-2.csv", "named/list.csv", "named/optouts.csv", "old.csv", "plan.yaml",
    ]  # fmt: skip
    assert contents(in_folder / "copy")["named/list.csv"] == "email,first name,company\nd@acme.com,D,Acme\n"
    again = load_plan(copied)
    assert (again.history, again.exclude) == (
        ("named/history-0/*.csv", "old.csv"),
        ("named/list-2.csv", "named/list-2-2.csv"),
    )
    assert again.fail_under == 12
    (in_folder / "mail").rename(in_folder / "gone")
    (in_folder / "optouts.csv").unlink()
    assert lint(copied).send.recipients == before.send.recipients


def test_a_folder_that_holds_something_is_refused_and_stays(campaign, in_folder):
    plan = campaign()
    write(in_folder / "copy/mine.txt", "mine")
    with pytest.raises(InputError, match="is there already, and not empty"):
        write_copy(plan, {}, in_folder / "copy")
    assert contents(in_folder / "copy") == {"mine.txt": "mine"}


def test_a_copy_that_fails_leaves_nothing_behind(campaign, in_folder, monkeypatch):
    plan = campaign()
    monkeypatch.setattr(
        "sigcheck.fixing.copy.shutil.copyfile", lambda *_: (_ for _ in ()).throw(OSError(28, "No space"))
    )
    with pytest.raises(InputError, match="copy: cannot be written: the disk is full"):
        write_copy(plan, {}, in_folder / "copy")
    assert [path.name for path in in_folder.iterdir()] == ["campaign"]


def write(path, text):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)
