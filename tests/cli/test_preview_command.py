import pytest

PEOPLE = (
    "email,full name,first name,country,state\n"
    "dana@acme.com,Dana Lee,,United States,New York\n"
    "kim@x.com,Kim,Kim,United States,\n"
)
MESSAGE = (
    "Subject: Hi\n\nHi {{first_name}},\n\n" + "A long line. " * 12 + "\n\n{{unsubscribe_link}}\n\nBest,\nAna Ruiz\n"
)


@pytest.fixture
def plan(campaign):
    return campaign(recipients=PEOPLE, message=MESSAGE)


def test_the_email_stands_below_its_headers_and_above_what_is_missing(run, plan, in_folder):
    ran = run("preview", plan)
    assert (ran.status, ran.err) == (0, "")
    order = [
        "From       Ana Ruiz <ana.ruiz@northwind.com>",
        "To         Dana Lee <dana@acme.com>",
        "Subject    Hi",
        "Sent       Tue 1 Dec 2026 10:07 (America/New_York, UTC-05:00), 15:07 UTC",
        "Recipient  row 2 of campaign/recipients.csv",
        "Message    campaign/message.txt (variation 'message')",
        "─" * 80,
        "Hi ⟦first_name is empty⟧,",
        "⟦unsubscribe_link: from the sending tool⟧",
        "─" * 80,
        "Missing",
        "  first_name is empty in this row, and the tag names no default: {{first_name}}",
        "Not known here",
        "  the sending tool fills in {{unsubscribe_link}}",
    ]
    lines = ran.out.splitlines()
    found = [lines.index(line) for line in order if line != order[6]]
    assert found == sorted(found)
    assert "\x1b" not in ran.out


def test_lines_of_the_message_stay_whole_in_a_pipe(run, plan):
    assert ("A long line. " * 12).strip() in run("preview", plan).out


def test_several_possible_zones_are_a_span(run, plan):
    page = run("preview", plan, "--row", 3).out
    assert "zones of their country), 15:07 UTC" in " ".join(page.split())


def test_control_characters_of_a_list_do_not_reach_the_terminal(run, campaign):
    plan = campaign(recipients="email,first name\ndana@acme.com,Da\x1b[31mna\n")
    page = run("preview", plan).out
    assert "\x1b" not in page
    assert "Da\\u001b[31mna" in page


def test_somebody_who_is_not_in_the_list_is_one_clear_line(run, plan, in_folder):
    ran = run("preview", plan, "--email", "dna@acme.com")
    assert ran == (2, "", "campaign/recipients.csv: has no recipient 'dna@acme.com' (did you mean dana@acme.com?)\n")


@pytest.mark.parametrize(
    "arguments", [["--row", "0"], ["--row", "x"], ["--row", "2", "--email", "dana@acme.com"], ["--email"]]
)
def test_misuse_ends_in_status_2(run, plan, arguments):
    ran = run("preview", plan, *arguments)
    assert (ran.status, ran.out) == (2, "")
    assert ran.err


def test_a_plan_that_does_not_exist_is_one_clear_line(run, in_folder):
    assert run("preview", "nowhere.yaml") == (2, "", "nowhere.yaml: does not exist: check its path\n")
