import pytest

from sigcheck.errors import InputError
from sigcheck.plan import load_plan

PLAN = """\
sender: {name: Ana Ruiz, email: ana@northwind.com}
message: message.txt
recipients: people.csv
schedule: {at: 2026-12-01 09:10}
"""


@pytest.fixture
def load(tmp_path, monkeypatch):
    """Load a plan in `sends/q4` of a repository whose root holds the given defaults."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / ".git").mkdir()
    folder = tmp_path / "sends" / "q4"
    folder.mkdir(parents=True)

    def write_and_load(defaults, plan=PLAN):
        (tmp_path / ".sigcheck.yaml").write_text(defaults)
        (folder / "plan.yaml").write_text(plan)
        return load_plan(folder / "plan.yaml")

    return write_and_load


def mistakes_of(load, *texts):
    with pytest.raises(InputError) as raised:
        load(*texts)
    return str(raised.value).splitlines()


def test_defaults_fill_in_what_the_plan_does_not_say(load):
    plan = load("audience: partners\nfail_under: 70\nschedule: {timezone: Europe/Berlin, hours: 08:00-16:00}\n")
    assert (plan.audience, plan.fail_under) == ("partners", 70)
    assert (plan.schedule.timezone, plan.schedule.working_hours) == ("Europe/Berlin", (480, 960))


def test_the_plan_wins_and_mappings_are_merged_key_by_key(load):
    plan = load(
        "audience: partners\nopt_out: {owner: Bo, process: by hand, systems: [CRM, service]}\n"
        "rules: {parameters: {ORG001: {max_per_company: 2}, DUP006: {days: 7}}, ignore: [SIG]}\n",
        f"{PLAN}audience: sales\nopt_out: {{owner: Ana, systems: [CRM]}}\n"
        "rules: {parameters: {ORG001: {max_per_company: 3}}, ignore: []}\n",
    )
    assert plan.audience == "sales"
    assert (plan.opt_out.owner, plan.opt_out.process, plan.opt_out.systems) == ("Ana", "by hand", ("CRM",))
    assert plan.rules.parameters == {"ORG001": {"max_per_company": 3}, "DUP006": {"days": 7}}
    assert plan.rules.ignore == ()


def test_an_empty_value_takes_a_default_back(load):
    plan = load("history: [sent.csv]\npurpose: survey\n", f"{PLAN}history:\n")
    assert (plan.history, plan.purpose) == (None, "survey")


def test_a_default_list_of_senders_gives_way_to_a_sender_and_the_reverse(load):
    plan = load("senders: {file: reps.csv}\n")
    assert (plan.senders, plan.sender.name) == (None, "Ana Ruiz")
    text = PLAN.replace("sender: {name: Ana Ruiz, email: ana@northwind.com}", "senders: {file: reps.csv}")
    plan = load("sender: {name: Bo, email: bo@northwind.com}\n", text)
    assert (plan.sender, plan.senders.file) == (None, "reps.csv")


def test_a_default_sender_completes_the_same_person_only(load):
    default = "sender: {name: Ana Ruiz, email: ana@northwind.com, title: Account Executive}\n"
    assert load(default).sender.title == "Account Executive"
    assert load(default, PLAN.replace("Ana Ruiz", "Bo Li").replace("ana@", "bo@")).sender.title is None
    assert load("sender: {delegate: desk@northwind.com}\n").sender.delegate == "desk@northwind.com"


@pytest.mark.parametrize(
    ("default", "own", "kind"),
    [
        ("{start: 2026-12-01 09:00, end: 2026-12-02 09:00, per_hour: 5}", "{at: 2026-12-01 09:10}", "at"),
        ("{at: 2026-12-01 09:00}", "{start: 2026-12-01 09:00, end: 2026-12-02 09:00}", "window"),
        ("{at: 2026-12-01 09:00, repeat: FREQ=DAILY;COUNT=2}", "{column: when}", "column"),
        ("{column: when}", "{at: 2026-12-01 09:10}", "at"),
        ("{start: 2026-12-01 09:00, end: 2026-12-02 09:00}", "{end: 2026-12-04 09:00}", "window"),
    ],
)
def test_the_plans_kind_of_time_replaces_the_defaults(load, default, own, kind):
    plan = load(f"schedule: {default}\n", PLAN.replace("{at: 2026-12-01 09:10}", own))
    assert plan.schedule.kind == kind


def test_a_lists_path_alone_keeps_the_default_columns(load):
    plan = load("recipients: {columns: {company: Account Name}}\n")
    assert (plan.recipients.file, plan.recipients.columns) == ("people.csv", {"company": "Account Name"})


def test_paths_are_relative_to_the_file_that_names_them(load, tmp_path):
    plan = load("suppress: [lists/out.csv]\nhistory: 'sent/*.csv'\nrules: {paths: rules}\n")
    assert plan.resolve(plan.suppress[0].file, ("suppress", 0, "file")) == tmp_path / "lists" / "out.csv"
    assert plan.resolve(plan.recipients.file, ("recipients", "file")) == tmp_path / "sends" / "q4" / "people.csv"
    assert plan.rule_folders() == (tmp_path / "rules",)


def test_patterns_of_the_defaults_are_relative_to_the_defaults(load, tmp_path):
    (tmp_path / "sent").mkdir()
    (tmp_path / "sent" / "a.csv").write_text("")
    plan = load("history: 'sent/*.csv'\n")
    assert tmp_path / "sent" / "a.csv" in plan.files()


def test_the_defaults_are_among_the_files(load, tmp_path):
    plan = load("audience: sales\n")
    assert plan.files()[:2] == (tmp_path / "sends" / "q4" / "plan.yaml", tmp_path / ".sigcheck.yaml")


def test_values_stand_in_the_file_they_come_from(load):
    plan = load("# ours\nhistory: [a.csv, b.csv]\nschedule: {hours: 08:00-16:00}\n")
    assert plan.position("history", 1) == (".sigcheck.yaml", 2, 18)
    assert plan.position("schedule", "hours") == (".sigcheck.yaml", 3, 19)
    assert plan.position("schedule", "at") == ("sends/q4/plan.yaml", 4, 16)
    assert plan.position("absent") == ("sends/q4/plan.yaml", 1, 1)


def test_a_list_of_the_plan_hides_the_whole_list_of_the_defaults(load):
    plan = load("history: [a.csv, b.csv]\n", f"{PLAN}history: [c.csv]\n")
    assert plan.history == ("c.csv",)
    assert plan.position("history", 1)[0] == "sends/q4/plan.yaml"


def test_mistakes_name_the_file_they_come_from_all_at_once(load):
    found = mistakes_of(
        load,
        "fail_on: errors\nschedule:\n  timezone: Mars/Base\nsender: {titel: x}\n",
        PLAN.replace("ana@northwind.com", "ana"),
    )
    assert [mistake.rpartition(": ")[0].split(": ")[0] for mistake in found] == [
        ".sigcheck.yaml:1:10",
        ".sigcheck.yaml:3:13",
        ".sigcheck.yaml:4:10",
        "sends/q4/plan.yaml:1:33",
    ]


def test_a_default_that_the_plan_replaces_is_not_checked(load):
    assert load("purpose: nonsense\n", f"{PLAN}purpose: survey\n").purpose == "survey"


def test_broken_yaml_in_both_files_is_reported_at_once(load):
    assert mistakes_of(load, "a: b: c\n", "a: 1\na: 2\n") == [
        ".sigcheck.yaml:1:5: a text that holds ': ' needs quotes around it",
        "sends/q4/plan.yaml:2:1: a: is already given in line 1: keep one of the two",
    ]


def test_the_nearest_defaults_count(load, tmp_path):
    (tmp_path / "sends" / ".sigcheck.yaml").write_text("audience: customers\n")
    plan = load("audience: partners\nfail_under: 70\n")
    assert (plan.audience, plan.fail_under) == ("customers", None)


def test_defaults_above_the_root_of_the_repository_do_not_count(load, tmp_path):
    (tmp_path / "sends" / ".git").write_text("gitdir: elsewhere\n")
    assert load("audience: partners\n").audience == "prospects"


def test_defaults_without_a_repository_are_found_too(load, tmp_path):
    (tmp_path / ".git").rmdir()
    assert load("audience: partners\n").audience == "partners"


def test_a_relative_plan_finds_its_defaults(load, tmp_path, monkeypatch):
    load("audience: partners\n")
    monkeypatch.chdir(tmp_path / "sends")
    plan = load_plan(tmp_path / "sends" / "q4" / ".." / "q4" / "plan.yaml")
    assert (plan.audience, plan.label) == ("partners", "q4/plan.yaml")
    assert plan.position("audience")[0].endswith(".sigcheck.yaml")


def test_defaults_that_are_a_folder_are_a_mistake(load, tmp_path):
    (tmp_path / "sends" / ".sigcheck.yaml").mkdir()
    assert mistakes_of(load, "audience: sales\n") == ["sends/.sigcheck.yaml: is a folder: name the file in it"]
