import pytest
import yaml

from sigcheck.acknowledge import write_acknowledgement
from sigcheck.acknowledgement import read_acknowledgements
from sigcheck.errors import InputError
from sigcheck.linter import Options, lint
from sigcheck.rule_examples import CLEAN_MESSAGE, CLEAN_RECIPIENTS

ANA = "ana.ruiz@northwind.com"
SND = Options(select=("SND001", "SND002"))


def people(*names, extra=""):
    rows = (f"{name}@company-{name}.com,{name.title()},Company {name}\n" for name in names)
    return "email,first name,company\n" + "".join(rows) + extra


@pytest.fixture
def changes(campaign):
    """A function that acknowledges a send, changes files of it, and returns what SND002 says has changed."""

    def after(changed, **inputs):
        report = lint(campaign(acknowledged=[ANA], changed=changed, **inputs), SND)
        return [finding.message.partition("no longer what is sent: ")[2] for finding in report.findings]

    return after


def test_recipients_added_and_taken_out_are_counted(changes):
    before, after = people("ada", "bo", "cy"), people("bo", "cy", "di", "ed", "flo", "gus")
    assert changes({"recipients.csv": after}, recipients=before) == ["4 recipients added, 1 recipient taken out"]


def test_a_recipient_who_gets_something_else_is_told_from_one_who_is_new(changes):
    after = people("ada", "cy").replace("Ada,", "ADA,")
    assert changes({"recipients.csv": after}, recipients=people("ada", "bo")) == [
        "1 recipient added, 1 recipient taken out, what 1 recipient gets changed"
    ]


def test_the_same_address_twice_counts_twice(changes):
    assert changes({"recipients.csv": people("ada", "bo", "bo")}, recipients=people("ada", "bo")) == [
        "1 recipient added"
    ]


def test_the_order_of_rows_and_a_column_that_is_not_used_change_nothing(changes):
    after = (
        "notes,company,email,first name\n,Company bo,bo@company-bo.com,Bo\ncall,Company ada,ada@company-ada.com,Ada\n"
    )
    assert changes({"recipients.csv": after}, recipients=people("ada", "bo")) == []


def test_a_comment_in_the_plan_changes_nothing(campaign):
    plan = campaign(acknowledged=[ANA])
    plan.write_text("# for the review\n" + plan.read_text())
    assert not lint(plan, SND).findings


def test_a_changed_schedule_and_title_are_named(campaign):
    plan = campaign(acknowledged=[ANA])
    text = plan.read_text().replace("10:07", "10:09").replace("Account Executive", "Chief Executive")
    plan.write_text(text)
    (finding,) = lint(plan, SND).findings
    assert finding.message.endswith(": the schedule changed, the sender's name, address or title changed")


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("Your pallet count", "Your shelf count", "the subject changed"),
        ("pallets today", "shelves today", "the text changed"),
        ("Subject: ", "Reply-To: kim@northwind.com\nSubject: ", "the address in From or Reply-To changed"),
    ],
)
def test_the_part_of_the_message_that_changed_is_named(changes, old, new, said):
    assert changes({"message.txt": CLEAN_MESSAGE.replace(old, new)}) == [said]


def test_a_subject_that_the_plan_sets_is_part_of_the_message(campaign):
    plan = campaign(acknowledged=[], plan={"message": [{"file": "message.txt", "subject": "Pallets"}]})
    write_acknowledgement(plan, ANA)
    plan.write_text(plan.read_text().replace("subject: Pallets", "subject: Shelves"))
    (finding,) = lint(plan, SND).findings
    assert finding.message.endswith(": the subject changed")


def test_several_variations_are_named(changes):
    both = {"a.txt": CLEAN_MESSAGE, "b.txt": CLEAN_MESSAGE.replace("pallet", "shelf")}
    assert changes({"b.txt": both["b.txt"].replace("last spring", "last autumn")}, message=both) == [
        "the text of 'b' changed"
    ]


def test_the_file_names_no_recipient(campaign):
    text = (campaign(acknowledged=[ANA]).parent / "plan.ack.yaml").read_text().lower()
    assert "people:" in text
    assert not any(word in text for word in ("dana", "acme", "omar", "globex"))


def test_the_same_person_has_another_digest_in_another_list(campaign):
    def digests(folder, text):
        written = campaign(folder, acknowledged=[ANA], recipients=text).parent / "plan.ack.yaml"
        return read_acknowledgements(written, "plan.ack.yaml")[0].digests.people

    one, other = digests("one", people("ada")), digests("other", people("ada", "bo"))
    assert len(one) == 8
    assert one[:5] not in other


def test_a_file_of_an_older_version_is_read(campaign):
    plan = campaign(acknowledged=[ANA])
    file = plan.parent / "plan.ack.yaml"
    document = yaml.safe_load(file.read_text())
    (entry,) = document["acknowledged"]
    entry["message"] = {name: digest["digest"] for name, digest in entry["message"].items()}
    del entry["recipients"]["people"]
    file.write_text(yaml.safe_dump(document))
    assert not lint(plan, SND).findings
    (plan.parent / "recipients.csv").write_text(CLEAN_RECIPIENTS + "kim@initech.com,Kim,Park,Initech,United States,\n")
    (plan.parent / "message.txt").write_text(CLEAN_MESSAGE.replace("pallet", "shelf"))
    (finding,) = lint(plan, SND).findings
    assert finding.message.endswith(": the list changed from 2 to 3 recipients, the subject or text changed")


@pytest.mark.parametrize("people_digests", ["?", "AAAA"])
def test_digests_that_are_cut_short_are_one_clear_line(campaign, people_digests):
    plan = campaign(acknowledged=[ANA])
    file = plan.parent / "plan.ack.yaml"
    document = yaml.safe_load(file.read_text())
    document["acknowledged"][0]["recipients"]["people"] = people_digests
    file.write_text(yaml.safe_dump(document))
    with pytest.raises(InputError, match="is not an acknowledgement"):
        lint(plan, SND)


def test_too_many_recipients_are_digested_as_a_whole_only(campaign, monkeypatch):
    monkeypatch.setattr("sigcheck.acknowledge.MAX_PEOPLE", 1)
    plan = campaign(acknowledged=[ANA])
    file = plan.parent / "plan.ack.yaml"
    assert "people" not in file.read_text()
    assert not lint(plan, SND).findings
    (plan.parent / "recipients.csv").write_text(CLEAN_RECIPIENTS.replace("Dana", "DANA"))
    (finding,) = lint(plan, SND).findings
    assert finding.message.endswith(": the list changed")


def test_a_message_that_uses_other_columns_does_not_make_every_recipient_a_changed_one(changes):
    assert changes({"message.txt": CLEAN_MESSAGE.replace("Hi {{first_name}}", "Hello")}) == ["the text changed"]
    with_state = CLEAN_MESSAGE.replace("a warehouse", "a warehouse in {{state}}")
    more = CLEAN_RECIPIENTS + "kim@initech.com,Kim,Park,Initech,United States,\n"
    assert changes({"message.txt": with_state, "recipients.csv": more}) == ["1 recipient added, the text changed"]
