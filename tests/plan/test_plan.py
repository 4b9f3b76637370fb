from datetime import date, datetime, timedelta, timezone
from pathlib import Path

import pytest
from pydantic import ValidationError

from sigcheck.plan import DateRange, Plan, TimeRange, json_schema, load_plan

SMALLEST = """\
sender: {name: Ana Ruiz, email: ana@northwind.com}
message: message.txt
recipients: people.csv
schedule: {at: 2026-12-01 09:10}
"""

WHOLE = """\
name: Seminar in Lyon
purpose: event-invitation
audience: customers
sender:
  name: Zoë Åkerlund
  email: zoe.akerlund@northwind.com
  title: Account Executive
  away: [2026-12-24/2027-01-02, 2026-11-11]
  delegate: desk@northwind.com
message:
  - first.txt
  - {file: second.eml, subject: "Lunch on the 9th?", name: b}
recipients:
  file: people.csv
  columns: {company: Nom du compte, send_at: Quand}
schedule:
  timezone: Europe/Paris
  start: 2026-12-01 09:10
  end: 2026-12-03T16:30:15
  per_hour: 40
  hours: 08:30-18:00
history: [history/*.parquet, old.csv]
suppress:
  - {file: out.csv, source: marketing automation, scope: event-invitation, hash: sha256, as_of: 2026-11-01}
  - more.csv
opt_out: {owner: privacy@northwind.com, process: by hand, systems: [sales force automation, service]}
exclude: [invited.csv]
acknowledgement: plan.ack.yaml
relevance: They asked for a seminar in their town.
program:
  name: Seminars
  goal: {metric: registrations, target: 12}
  test: two subjects
  results: 9 registrations in Nantes
  reviewed: 2026-11-10
rules:
  select: [ORG, FRQ001]
  ignore: [HRS005]
  parameters: {ORG001: {max_per_company: 2}, OPT007: {countries: [NO, DE]}}
  paths: [our-rules/]
ignore:
  - {code: HRS005, reason: agreed with the rep, until: 2027-01-31, company: Acme}
fail_on: warning
fail_under: 80
engine: {spark: {master: "local[2]"}}
now: 2026-11-30 12:00
"""


@pytest.fixture
def load(tmp_path):
    (tmp_path / ".git").mkdir()

    def write_and_load(text, name="plan.yaml"):
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return load_plan(path)

    return write_and_load


def scheduled(load, schedule):
    return load(SMALLEST.replace("{at: 2026-12-01 09:10}", schedule)).schedule


def test_the_smallest_plan_has_every_default(load, tmp_path):
    plan = load(SMALLEST)
    assert (plan.name, plan.purpose, plan.audience) == (tmp_path.name, None, "prospects")
    assert plan.sender.name == "Ana Ruiz"
    assert (plan.sender.title, plan.sender.away, plan.sender.delegate, plan.senders) == (None, (), None, None)
    assert [(one.file, one.subject, one.name) for one in plan.message] == [("message.txt", None, "message")]
    assert (plan.recipients.file, dict(plan.recipients.columns)) == ("people.csv", {})
    assert (plan.schedule.timezone, plan.schedule.at) == ("UTC", datetime(2026, 12, 1, 9, 10))
    assert (plan.schedule.hours, plan.schedule.working_hours) == (None, (540, 1020))
    assert (plan.history, plan.suppress, plan.exclude, plan.acknowledgement) == (None, None, (), None)
    assert (plan.opt_out.owner, plan.opt_out.systems) == (None, ())
    assert (plan.program.name, plan.program.goal.metric, plan.program.reviewed) == (None, None, None)
    assert (plan.rules.select, plan.rules.ignore, dict(plan.rules.parameters), plan.rules.paths) == ((), (), {}, ())
    assert (plan.ignore, plan.fail_on, plan.fail_under, plan.engine.spark, plan.now) == ((), "error", None, None, None)


def test_a_whole_plan_is_read(load):
    plan = load(WHOLE)
    assert (plan.name, plan.purpose, plan.audience) == ("Seminar in Lyon", "event-invitation", "customers")
    assert plan.sender.name == "Zoë Åkerlund"
    assert plan.sender.delegate == "desk@northwind.com"
    assert plan.sender.away == (
        DateRange(date(2026, 12, 24), date(2027, 1, 2)),
        DateRange(date(2026, 11, 11), date(2026, 11, 11)),
    )
    assert [str(days) for days in plan.sender.away] == ["2026-12-24/2027-01-02", "2026-11-11"]
    assert [one.name for one in plan.message] == ["first", "b"]
    assert plan.message[1].subject == "Lunch on the 9th?"
    assert plan.recipients.columns == {"company": "Nom du compte", "send_at": "Quand"}
    assert plan.schedule.timezone == "Europe/Paris"
    assert plan.schedule.start == datetime(2026, 12, 1, 9, 10)
    assert plan.schedule.end == datetime(2026, 12, 3, 16, 30, 15)
    assert (plan.schedule.per_hour, plan.schedule.hours) == (40, TimeRange(510, 1080))
    assert plan.schedule.working_hours == (510, 1080)
    assert plan.history == ("history/*.parquet", "old.csv")
    assert [(one.file, one.source, one.scope, one.hash, one.as_of) for one in plan.suppress] == [
        ("out.csv", "marketing automation", "event-invitation", "sha256", datetime(2026, 11, 1)),
        ("more.csv", None, "all", "none", None),
    ]
    assert plan.opt_out.systems == ("sales force automation", "service")
    assert plan.exclude == ("invited.csv",)
    assert plan.program.goal.target == 12
    assert plan.program.reviewed == date(2026, 11, 10)
    assert plan.rules.select == ("ORG", "FRQ001")
    assert plan.rules.parameters == {"ORG001": {"max_per_company": 2}, "OPT007": {"countries": ["NO", "DE"]}}
    assert [(one.code, one.until, one.company, one.address) for one in plan.ignore] == [
        ("HRS005", date(2027, 1, 31), "Acme", None)
    ]
    assert (plan.fail_on, plan.fail_under) == ("warning", 80)
    assert plan.engine.spark.master == "local[2]"
    assert plan.now == datetime(2026, 11, 30, 12)


def test_a_plan_cannot_be_changed(load):
    plan = load(SMALLEST)
    with pytest.raises(ValidationError):
        plan.name = "other"
    with pytest.raises(ValidationError):
        plan.sender.email = "other@northwind.com"


def test_shorthands_mean_their_full_forms(load):
    plan = load(
        "senders: {file: reps.csv}\nmessage: {file: a.txt, subject: Hi}\nrecipients: {file: people.csv}\n"
        "schedule: {column: when}\nhistory: sent.csv\nsuppress: out.csv\nexclude: had-it.csv\n"
        "opt_out: {systems: CRM}\nignore: {code: SIG, reason: because}\nrules: {select: ORG}\n"
    )
    assert (plan.senders.match, plan.senders.file, plan.sender) == ("owner", "reps.csv", None)
    assert [(one.file, one.subject) for one in plan.message] == [("a.txt", "Hi")]
    assert plan.schedule.kind == "column"
    assert (plan.history, plan.exclude, plan.rules.select) == (("sent.csv",), ("had-it.csv",), ("ORG",))
    assert [one.file for one in plan.suppress] == ["out.csv"]
    assert plan.opt_out.systems == ("CRM",)
    assert [one.code for one in plan.ignore] == ["SIG"]


@pytest.mark.parametrize("word", ["none", "None", "NONE"])
def test_history_and_suppress_may_say_none_on_purpose(load, word):
    plan = load(f"{SMALLEST}history: {word}\nsuppress: {word}\n")
    assert (plan.history, plan.suppress) == ("none", "none")


def test_an_empty_value_is_the_same_as_none_given(load):
    plan = load(f"{SMALLEST}purpose:\nhistory:\nsuppress: ~\nprogram: {{name: }}\nfail_under:\n")
    assert (plan.purpose, plan.history, plan.suppress, plan.program.name, plan.fail_under) == (None,) * 5


@pytest.mark.parametrize(
    ("file_name", "name"),
    [("plan.yaml", "spring-fair"), ("plan.yml", "spring-fair"), ("lyon.yaml", "lyon"), ("lyon.plan.yaml", "lyon.plan")],
)
def test_the_name_comes_from_the_file_or_its_folder(tmp_path, file_name, name):
    folder = tmp_path / "spring-fair"
    folder.mkdir()
    (folder / file_name).write_text(SMALLEST)
    assert load_plan(folder / file_name).name == name


def test_variations_get_names_of_their_own(load):
    text = SMALLEST.replace("message.txt", "[a/x.txt, b/x.txt, {file: c/x.txt, name: x-2}, d/x.md]")
    assert [one.name for one in load(text).message] == ["x", "x-3", "x-2", "x-4"]


@pytest.mark.parametrize(
    ("written", "moment"),
    [
        ("2026-12-01 09:10", datetime(2026, 12, 1, 9, 10)),
        ("2026-12-01 9:10", datetime(2026, 12, 1, 9, 10)),
        ("2026-12-01T09:10", datetime(2026, 12, 1, 9, 10)),
        ("2026-12-01T09:10:05", datetime(2026, 12, 1, 9, 10, 5)),
        ("2026-12-01 9:10:05.25", datetime(2026, 12, 1, 9, 10, 5)),
        ("'2026-12-01 9:10:05'", datetime(2026, 12, 1, 9, 10, 5)),
        ("2026-12-01T09:10Z", datetime(2026, 12, 1, 9, 10, tzinfo=timezone.utc)),
        ("2026-12-01 09:10 +0100", datetime(2026, 12, 1, 9, 10, tzinfo=timezone(timedelta(hours=1)))),
        ("2026-12-01 09:10:00-05:00", datetime(2026, 12, 1, 9, 10, tzinfo=timezone(timedelta(hours=-5)))),
    ],
)
def test_times_are_kept_as_written(load, written, moment):
    at = scheduled(load, f"{{at: {written}}}").at
    assert at == moment
    assert at.utcoffset() == moment.utcoffset()


def test_times_become_utc_by_the_schedules_zone_or_their_own_offset(load):
    schedule = scheduled(load, "{timezone: America/New_York, at: 2026-12-01 09:10}")
    assert schedule.utc(schedule.at) == datetime(2026, 12, 1, 14, 10)
    assert schedule.utc(datetime(2026, 7, 1, 9, 10)) == datetime(2026, 7, 1, 13, 10)
    assert schedule.utc(datetime(2026, 7, 1, 9, 10, tzinfo=timezone.utc)) == datetime(2026, 7, 1, 9, 10)
    assert schedule.utc(schedule.at).tzinfo is None


def test_an_end_before_the_start_is_left_to_the_rules(load):
    schedule = scheduled(load, "{start: 2026-12-03 09:10, end: 2026-12-01 09:10}")
    assert (schedule.kind, schedule.end < schedule.start) == ("window", True)


@pytest.mark.parametrize(
    ("hours", "minutes"),
    [("09:00-17:00", (540, 1020)), ("9:30 – 18:15", (570, 1095)), ("00:00-24:00", (0, 1440))],
)
def test_working_hours_are_minutes(load, hours, minutes):
    assert scheduled(load, f"{{at: 2026-12-01 09:10, hours: {hours}}}").working_hours == minutes


def test_a_schedule_lists_its_occurrences(load):
    monday = datetime(2026, 12, 7, 9, 10)
    repeating = scheduled(load, "{at: 2026-12-07 09:10, repeat: FREQ=WEEKLY;BYDAY=MO;COUNT=3}")
    assert repeating.occurrences() == (monday, monday + timedelta(days=7), monday + timedelta(days=14))
    assert scheduled(load, "{at: 2026-12-07 09:10}").occurrences() == (monday,)
    assert scheduled(load, "{start: 2026-12-07 09:10, end: 2026-12-08 09:10}").occurrences() == (monday,)
    assert scheduled(load, "{column: when}").occurrences() == ()


def test_norway_and_other_words_stay_text(load):
    plan = load(
        f"{SMALLEST}name: NO\nrules: {{parameters: {{OPT007: {{countries: [NO, SE], strict: true, mode: off}}}}}}\n"
    )
    assert plan.name == "NO"
    assert plan.rules.parameters["OPT007"] == {"countries": ["NO", "SE"], "strict": True, "mode": "off"}


def test_values_know_where_they_stand(load, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    plan = load(WHOLE)
    assert plan.position("recipients", "file") == ("plan.yaml", 14, 9)
    assert plan.position("message", 1, "subject") == ("plan.yaml", 12, 33)
    assert plan.position("sender") == ("plan.yaml", 4, 1)
    assert plan.position("history", 1) == ("plan.yaml", 22, 30)
    assert str(plan.mistake(("exclude", 0), "is not there")) == "plan.yaml:27:11: is not there"


def test_a_shorthands_full_form_stands_where_the_shorthand_does(load, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    plan = load(f"{SMALLEST}suppress: out.csv\n")
    assert plan.position("recipients", "file") == ("plan.yaml", 3, 13)
    assert plan.position("message", 0, "file") == ("plan.yaml", 2, 10)
    assert plan.position("suppress", 0, "file") == ("plan.yaml", 5, 11)


def test_the_label_is_relative_to_the_working_directory(tmp_path, monkeypatch):
    folder = tmp_path / "sends"
    folder.mkdir()
    path = folder / "plan.yaml"
    path.write_text(SMALLEST)
    monkeypatch.chdir(tmp_path)
    assert load_plan(path).label == "sends/plan.yaml"
    assert load_plan(Path("sends/plan.yaml")).label == "sends/plan.yaml"
    assert load_plan(path, "as given").label == "as given"
    assert (load_plan(Path("sends/plan.yaml")).path, load_plan(path).folder) == (path, folder)


def test_files_are_those_that_a_check_reads(load, tmp_path):
    deep = tmp_path / "history" / "2026" / "q4"
    deep.mkdir(parents=True)
    for path in (tmp_path / "history" / "a.csv", deep / "b.csv", deep / "c.txt"):
        path.write_text("")
    plan = load(WHOLE.replace("history/*.parquet", "'history/**/*.csv'").replace("first.txt", "../first.txt"))
    assert [str(path.relative_to(tmp_path.parent)) for path in plan.files()] == [
        f"{tmp_path.name}/plan.yaml",
        "first.txt",
        *(
            f"{tmp_path.name}/{name}"
            for name in (
                "second.eml",
                "people.csv",
                "out.csv",
                "more.csv",
                "invited.csv",
                "plan.ack.yaml",
                "history/2026/q4/b.csv",
                "history/a.csv",
                "old.csv",
            )
        ),
    ]


def test_files_hold_the_roster(load, tmp_path):
    plan = load(SMALLEST.replace("sender: {name: Ana Ruiz, email: ana@northwind.com}", "senders: {file: reps.csv}"))
    assert tmp_path / "reps.csv" in plan.files()


def test_a_file_whose_name_looks_like_a_pattern_is_itself(load, tmp_path):
    (tmp_path / "sent[1].csv").write_text("")
    (tmp_path / "sent1.csv").write_text("")
    plan = load(f"{SMALLEST}history: 'sent[1].csv'\n")
    assert plan.matching("sent[1].csv", ("history", 0)) == (tmp_path / "sent[1].csv",)
    assert plan.matching("sent[0-9].csv", ("history", 0)) == (tmp_path / "sent1.csv",)
    assert plan.matching("nothing*.csv", ("history", 0)) == ()


def test_a_folder_whose_name_looks_like_a_pattern_is_no_pattern(tmp_path):
    folder = tmp_path / "sends [2026]"
    folder.mkdir()
    (folder / "plan.yaml").write_text(f"{SMALLEST}history: '*.csv'\n")
    (folder / "sent.csv").write_text("")
    assert folder / "sent.csv" in load_plan(folder / "plan.yaml").files()


def test_rule_folders_are_beside_the_plan(load, tmp_path):
    assert load(WHOLE).rule_folders() == (tmp_path / "our-rules",)


def test_a_plan_made_in_python_is_checked_too():
    with pytest.raises(ValidationError, match="either `sender` or `senders`"):
        Plan(
            sender={"name": "Ana", "email": "ana@northwind.com"},
            senders={"file": "reps.csv"},
            message="a.txt",
            recipients="people.csv",
            schedule={"column": "when"},
        )


def test_the_json_schema_allows_what_plans_say():
    schema = json_schema()
    properties = schema["properties"]
    assert set(properties) == set(Plan.model_fields)
    assert "required" not in schema
    assert schema["additionalProperties"] is False
    assert {"type": "string"} in properties["recipients"]["anyOf"]
    assert {"const": "none"} in properties["history"]["anyOf"]
    assert "event-invitation" in properties["purpose"]["anyOf"][0]["enum"]
    assert schema["$defs"]["Ignore"]["required"] == ["code", "reason"]
    assert "default" not in properties["name"]
