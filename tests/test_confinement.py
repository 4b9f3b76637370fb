import os

import pytest

from sigcheck import InputError, Options, lint
from sigcheck.acknowledge import write_acknowledgement
from sigcheck.fixing.carry_out import write_in_place
from sigcheck.fixing.run import Wishes, fix_plan

needs_links = pytest.mark.skipif(os.name == "nt", reason="symbolic links need rights there")

ROWS = "email,sent_at,name\na@b.com,2026-01-01,Ana\n"


@pytest.fixture
def root(tmp_path):
    folder = tmp_path / "repository"
    folder.mkdir()
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "list.csv").write_text(ROWS, encoding="utf-8")
    return folder


def refusals(plan, root):
    with pytest.raises(InputError) as raised:
        lint(plan, Options(root=root))
    return str(raised.value).splitlines()


def test_a_plan_that_keeps_to_the_folder_is_checked(campaign, root):
    assert lint(campaign("repository/campaign"), Options(root=root, select=("ORG001",))).score == 100.0


NAMED = {
    "message.file": lambda path: {"message": path},
    "recipients.file": lambda path: {"recipients": path},
    "senders.file": lambda path: {"sender": None, "senders": {"file": path}},
    "suppress.file": lambda path: {"suppress": [path]},
    "exclude": lambda path: {"exclude": [path]},
    "history": lambda path: {"history": [path]},
    "rules.paths": lambda path: {"rules": {"paths": [path]}},
    "acknowledgement": lambda path: {"acknowledgement": path},
    "brief": lambda path: {"brief": path},
}


@pytest.mark.parametrize("path", ["../../elsewhere/list.csv", "/etc/passwd"])
@pytest.mark.parametrize("key", NAMED)
def test_a_plan_that_names_anything_outside_is_refused_at_the_place_where_it_does(campaign, root, key, path):
    (line,) = refusals(campaign("repository/campaign", plan=NAMED[key](path)), root)
    assert "plan.yaml:" in line
    assert f"{key}: " in line
    assert "lies outside" in line


@needs_links
@pytest.mark.parametrize("key", NAMED)
def test_a_link_that_leads_outside_is_refused(campaign, root, key):
    plan = campaign("repository/campaign", plan=NAMED[key]("link.csv"))
    (plan.parent / "link.csv").symlink_to(root.parent / "elsewhere" / "list.csv")
    (line,) = refusals(plan, root)
    assert f"{key}: " in line
    assert "lies outside" in line


@needs_links
def test_a_folder_that_is_a_link_is_refused_for_all_in_it(campaign, root):
    plan = campaign("repository/campaign", plan={"recipients": "lists/list.csv", "history": ["lists/*.csv"]})
    (plan.parent / "lists").symlink_to(root.parent / "elsewhere")
    assert [line.partition("lies outside")[0].split(": ")[1] for line in refusals(plan, root)] == [
        "history",
        "recipients.file",
    ]


@pytest.mark.parametrize("pattern", ["../../elsewhere/*.csv", "../../**/nothing-*.csv", "/**/*.shadow"])
def test_a_pattern_that_begins_outside_is_refused_whatever_it_would_find(campaign, root, pattern):
    (line,) = refusals(campaign("repository/campaign", plan={"history": [pattern]}), root)
    assert "history: " in line
    assert "lies outside" in line


@needs_links
def test_a_file_that_a_pattern_finds_through_a_link_is_refused(campaign, root):
    plan = campaign("repository/campaign", plan={"history": ["sent/*.csv"]})
    (plan.parent / "sent").mkdir()
    (plan.parent / "sent" / "a.csv").symlink_to(root.parent / "elsewhere" / "list.csv")
    (line,) = refusals(plan, root)
    assert "history: " in line


@needs_links
@pytest.mark.parametrize("name", ["pack.yaml", "rule.yaml"])
def test_a_file_of_a_rule_pack_that_is_a_link_to_the_outside_is_refused(campaign, root, name):
    plan = campaign("repository/campaign", plan={"rules": {"paths": ["rules"]}})
    (plan.parent / "rules").mkdir()
    (plan.parent / "rules" / "pack.yaml").write_text("key: OWN\n", encoding="utf-8")
    (plan.parent / "rules" / name).unlink(missing_ok=True)
    (plan.parent / "rules" / name).symlink_to(root.parent / "elsewhere" / "list.csv")
    (line,) = refusals(plan, root)
    assert "rules.paths: " in line
    assert f"rules/{name} lies outside" in line


def test_a_plan_outside_is_refused_itself(campaign, root):
    (line,) = refusals(campaign("elsewhere/campaign"), root)
    assert "plan.yaml: " in line
    assert "lies outside" in line


@needs_links
@pytest.mark.parametrize("name", ["plan.yaml", ".sigcheck.yaml"])
def test_a_plan_or_defaults_that_are_a_link_to_the_outside_are_refused_unread(campaign, root, name):
    secret = root.parent / "elsewhere" / "secret"
    secret.write_text("password: hunter2\nwrong", encoding="utf-8")
    plan = campaign("repository/campaign")
    (plan.parent / name).unlink(missing_ok=True)
    (plan.parent / name).symlink_to(secret)
    (line,) = refusals(plan, root)
    assert f"{name}: " in line
    assert "lies outside" in line
    assert "password" not in line


def test_defaults_above_the_folder_are_refused_unread(campaign, root):
    (root.parent / ".sigcheck.yaml").write_text("password: hunter2\n", encoding="utf-8")
    (line,) = refusals(campaign("repository/campaign"), root)
    assert ".sigcheck.yaml: " in line
    assert "password" not in line


@needs_links
def test_a_link_in_a_circle_is_refused_in_one_line(campaign, root):
    plan = campaign("repository/campaign", plan={"recipients": "loop.csv"})
    (plan.parent / "loop.csv").symlink_to("loop.csv")
    (line,) = refusals(plan, root)
    assert line.endswith("loop.csv: is a link that leads back to itself: mend the link")


@pytest.fixture
def in_repository(campaign, root, monkeypatch):
    """A function that writes a campaign into a Git repository, and runs there."""
    (root / ".git").mkdir()
    monkeypatch.chdir(root)

    def write(**inputs):
        return campaign("repository/campaign", **inputs)

    return write


WRITTEN = {
    "../../elsewhere/new.{suffix}": "lies outside .",
    "../.git/hooks/new.{suffix}": "lies in a hidden folder",
    "message.txt": "is a file that the plan reads",
    "recipients.csv": "is a file that the plan reads",
}


@pytest.mark.parametrize("path", WRITTEN)
def test_a_plan_has_no_brief_written_where_it_must_not_be(in_repository, run, path):
    plan = in_repository(plan={"brief": path.format(suffix="md")})
    before = plan.with_name("recipients.csv").read_bytes()
    status, out, err = run("brief", plan)
    assert (status, out) == (2, "")
    assert "brief: " in err
    assert WRITTEN[path] in err
    assert plan.with_name("recipients.csv").read_bytes() == before


@pytest.mark.parametrize("path", WRITTEN)
def test_a_plan_has_no_acknowledgement_written_where_it_must_not_be(in_repository, path):
    plan = in_repository(plan={"acknowledgement": path.format(suffix="yaml")})
    with pytest.raises(InputError, match=f"acknowledgement: .*{WRITTEN[path]}"):
        write_acknowledgement(plan, "ana.ruiz@northwind.com")


@needs_links
def test_an_acknowledgement_replaces_a_link_and_not_what_it_leads_to(in_repository, root):
    plan = in_repository(plan={"acknowledgement": "plan.ack.yaml"})
    (root / "other.yaml").write_text("acknowledged: []\n", encoding="utf-8")
    plan.with_name("plan.ack.yaml").symlink_to(root / "other.yaml")
    write_acknowledgement(plan, "ana.ruiz@northwind.com")
    assert (root / "other.yaml").read_text(encoding="utf-8") == "acknowledged: []\n"


SHOUTING = "email,first name,last name,company\ndana.lee@acme.com,DANA,Lee,Acme\n"


@needs_links
def test_a_fix_does_not_write_through_a_link_out_of_the_repository(in_repository, root):
    plan = in_repository(recipients=SHOUTING)
    outside = root.parent / "elsewhere" / "people.csv"
    outside.write_text(SHOUTING, encoding="utf-8")
    plan.with_name("recipients.csv").unlink()
    plan.with_name("recipients.csv").symlink_to(outside)
    with pytest.raises(InputError, match=r"recipients\.csv: lies outside \., the repository of the plan"):
        write_in_place(fix_plan(plan))
    assert outside.read_text(encoding="utf-8") == SHOUTING


def test_a_fix_does_not_write_over_what_somebody_changed_meanwhile(in_repository):
    plan = in_repository(recipients=SHOUTING)
    fixed = fix_plan(plan)
    plan.with_name("recipients.csv").write_text(SHOUTING.replace("Acme", "Globex"), encoding="utf-8")
    with pytest.raises(InputError, match="changed meanwhile, and nothing is written: fix it again"):
        write_in_place(fixed)
    assert "Globex" in plan.with_name("recipients.csv").read_text(encoding="utf-8")


@needs_links
def test_people_taken_out_do_not_go_through_a_link_out_of_the_folder(campaign, root):
    twice = "email,first name,last name,company\n" + "dana.lee@acme.com,Dana,Lee,Acme\n" * 2
    plan = campaign("repository/campaign", recipients=twice)
    plan.with_name("excluded.csv").symlink_to(root.parent / "elsewhere" / "excluded.csv")
    with pytest.raises(InputError, match="lies outside"):
        fix_plan(plan, Wishes(unsafe=True, root=root))


@pytest.mark.parametrize("option", ["--output", "--write-baseline"])
@pytest.mark.parametrize("name", ["recipients.csv", "message.txt", "plan.yaml"])
def test_a_report_is_not_written_over_what_the_plan_reads(in_repository, run, option, name):
    plan = in_repository()
    before = plan.with_name(name).read_bytes()
    status, out, err = run("check", "campaign", option, f"campaign/{name}", "--select", "ORG001")
    assert (status, out) == (2, "")
    assert err == f"campaign/{name}: is read by campaign/plan.yaml, and is not written over: choose another name\n"
    assert plan.with_name(name).read_bytes() == before
