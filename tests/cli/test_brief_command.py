import pytest

from sigcheck import InputError, lint

ANA, MAX = "ana.ruiz@northwind.com", "max.stone@northwind.com"
ROSTER = f"name,email\nAna Ruiz,{ANA}\nMax Stone,{MAX}\n"
LIST = "email,owner\ndana.lee@acme.com,Ana Ruiz\nomar.diaz@globex.com,Max Stone\n"


def test_the_brief_of_the_one_sender_is_printed(run, campaign):
    ran = run("brief", campaign())
    assert (ran.status, ran.err) == (0, "")
    assert ran.out.startswith("# Example: what goes out in your name\n")


def test_the_format_follows_from_the_file(run, campaign, in_folder):
    ran = run("brief", campaign(), "--output", "ana.html")
    assert ran == (0, "ana.html: what Ana Ruiz has to know\n", "")
    assert (in_folder / "ana.html").read_text(encoding="utf-8").startswith("<!doctype html>")


def test_a_roster_needs_one_sender_or_a_folder(run, campaign, in_folder):
    plan = campaign(senders=ROSTER, recipients=LIST)
    ran = run("brief", plan)
    assert ran.status == 2
    assert "has 2 senders: choose --sender EMAIL, or --output DIR for all" in ran.err
    ran = run("brief", plan, "--sender", MAX.upper())
    assert "omar.diaz@globex.com" in ran.out
    assert "dana.lee@acme.com" not in ran.out
    assert run("brief", plan, "--format", "csv", "--output", "briefs").status == 0
    assert sorted(file.name for file in (in_folder / "briefs").iterdir()) == [f"{ANA}.csv", f"{MAX}.csv"]


def test_one_sender_goes_into_a_folder_too(run, campaign, in_folder):
    assert run("brief", campaign(), "--output", "briefs/").status == 0
    assert (in_folder / "briefs" / f"{ANA}.md").is_file()


def test_an_address_with_a_slash_stays_in_the_folder_and_apart_from_others(run, campaign, in_folder):
    senders = "name,email\nAna Ruiz,a/b@northwind.com\nMax Stone,a_b@northwind.com\n"
    plan = campaign(senders=senders, recipients=LIST)
    assert run("brief", plan, "--output", "briefs").status == 0
    names = sorted(file.name for file in (in_folder / "briefs").iterdir())
    assert names == ["a_b@northwind.com-2.md", "a_b@northwind.com.md"]


def test_a_file_in_the_way_of_a_folder_is_one_clear_line(run, campaign, in_folder):
    (in_folder / "briefs").write_text("")
    plan = campaign(senders=ROSTER, recipients=LIST)
    assert run("brief", plan, "--output", "briefs") == (2, "", "briefs: cannot be made a folder: file exists\n")


def test_a_roster_without_recipients_is_one_clear_line(run, campaign, in_folder):
    plan = campaign(senders=ROSTER, recipients="email,owner\na@acme.com,Nobody\n")
    assert run("brief", plan) == (2, "", "campaign/plan.yaml: no sender of this plan has a recipient\n")


def test_redact_masks_recipients(run, campaign):
    page = run("brief", campaign(), "--redact").out
    assert "Dana" not in page
    assert "Names and addresses of recipients are masked in this copy." in page


def test_a_brief_that_the_plan_names_is_written_there_and_must_exist(run, campaign, in_folder):
    plan = campaign(plan={"brief": "brief.md", "acknowledgement": "plan.ack.yaml"}, acknowledged=[])
    with pytest.raises(InputError, match=r"'brief\.md' does not exist: write it with 'sigcheck brief"):
        lint(plan)
    assert run("brief", plan).out == "campaign/brief.md: what Ana Ruiz has to know\n"
    assert lint(plan).send.brief == "campaign/brief.md"
    assert "  Brief    brief.md\n" in run("check", plan).out
    ran = run("acknowledge", plan, "--as", ANA)
    assert ran.out.splitlines()[0] == "campaign/brief.md: who gets it, and what to know for their replies"
    assert run("brief", plan, "--output", "-").out.startswith("# Example")


def test_a_plan_that_cannot_be_read_is_one_clear_line(run, in_folder):
    assert run("brief", "nowhere.yaml") == (2, "", "nowhere.yaml: does not exist: check its path\n")
