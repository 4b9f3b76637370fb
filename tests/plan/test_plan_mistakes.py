import pytest

from sigcheck.errors import InputError
from sigcheck.plan import load_plan

GOOD = {
    "sender": "{name: Ana Ruiz, email: ana@northwind.com}",
    "message": "message.txt",
    "recipients": "people.csv",
    "schedule": "{at: 2026-12-01 09:10}",
}


@pytest.fixture
def mistakes(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / ".git").mkdir()

    def found(text=None, **changed):
        entries = {**GOOD, **changed}
        lines = [f"{key}: {value}" for key, value in entries.items() if value is not None]
        (tmp_path / "plan.yaml").write_text(text if text is not None else "\n".join(lines), encoding="utf-8")
        with pytest.raises(InputError) as raised:
            load_plan(tmp_path / "plan.yaml")
        return [str(mistake) for mistake in raised.value.mistakes]

    return found


@pytest.mark.parametrize(
    ("key", "hint"),
    [
        ("message", "plan.yaml:1:1: message: is missing: add `message: message.txt`"),
        ("recipients", "plan.yaml:1:1: recipients: is missing: add `recipients: recipients.csv`"),
        (
            "schedule",
            "plan.yaml:1:1: schedule: is missing: add `schedule: {timezone: America/New_York, at: 2026-12-01 09:10}`",
        ),
        (
            "sender",
            "plan.yaml:1:1: sender: is missing: add `sender: {name: Ana Ruiz, email: ana.ruiz@northwind.com}`, "
            "or `senders: {file: senders.csv}` for several",
        ),
    ],
)
def test_a_missing_key_is_reported_with_what_to_add(mistakes, key, hint):
    assert mistakes(**{key: None}) == [hint]


def test_every_mistake_is_reported_at_once_in_the_order_of_the_file(mistakes):
    found = mistakes(
        "recipents: people.csv\n"
        "purpose: invitation\n"
        "sender:\n"
        "  name: 2026\n"
        "  emial: ana@northwind.com\n"
        "message: [a.txt, {subject: Hello}]\n"
        "schedule:\n"
        "  timezone: Amerika/New_York\n"
        "  per_hour: 0\n"
        "fail_under: 120\n"
    )
    assert found == [
        "plan.yaml:1:1: recipients: is missing: add `recipients: recipients.csv`",
        "plan.yaml:1:1: recipents: is not a key of a plan (did you mean recipients?)",
        "plan.yaml:2:10: purpose: 'invitation' is not one of introduction, meeting-request, follow-up, "
        "event-invitation, content-offer, renewal, announcement, survey, promotion, newsletter, internal-update "
        "(did you mean event-invitation?)",
        "plan.yaml:3:1: sender.email: is missing: add `email: ana.ruiz@northwind.com`",
        "plan.yaml:4:9: sender.name: must be text: put quotes around 2026",
        "plan.yaml:5:3: sender.emial: is not a key of 'sender' (did you mean email?)",
        "plan.yaml:6:18: message.file: is missing: add `file: message.txt`",
        "plan.yaml:7:1: schedule: says no time: add `at: 2026-12-01 09:10`, `start` and `end`, or `column`",
        "plan.yaml:8:13: schedule.timezone: 'Amerika/New_York' is not a time zone (did you mean America/New_York?)",
        "plan.yaml:9:13: schedule.per_hour: belongs to a window: add `start` and `end`, or delete it",
        "plan.yaml:9:13: schedule.per_hour: must be more than 0, not 0",
        "plan.yaml:10:13: fail_under: must be at most 100, not 120",
    ]


@pytest.mark.parametrize(
    ("changed", "mistake"),
    [
        # keys
        ({"timezone": "UTC"}, "5:1: timezone: is not a key of a plan (did you mean schedule.timezone?)"),
        ({"path": "x"}, "5:1: path: is not a key of a plan: it has"),
        ({"xyzzy": "1"}, "5:1: xyzzy: is not a key of a plan: it has name, purpose, audience,"),
        ({"_layers": "1"}, "5:1: _layers: is not a key of a plan"),
        (
            {"schedule": "{at: 2026-12-01 09:10, zone: UTC}"},
            "schedule.zone: is not a key of 'schedule': it has timezone",
        ),
        ({"opt_out": "{onwer: me}"}, "5:11: opt_out.onwer: is not a key of 'opt_out' (did you mean owner?)"),
        ({"program": "{goal: {metrik: x}}"}, "program.goal.metrik: is not a key of 'goal' (did you mean metric?)"),
        ({"engine": "{spark: {mastr: x}}"}, "engine.spark.mastr: is not a key of 'spark' (did you mean master?)"),
        ({"ignore": "[{code: A, reason: b, untill: 2026-01-01}]"}, "ignore.untill: is not a key of 'ignore'"),
        ({"suppress": "[{file: a, path: x}]"}, "5:22: suppress.path: is not a key of 'suppress'"),
        # text and sections
        ({"name": "2026-12-01"}, "5:7: name: must be text: put quotes around 2026-12-01"),
        ({"name": "true"}, "name: must be text: put quotes around true"),
        ({"name": "[a]"}, "name: must be text, not a list"),
        ({"name": "''"}, "name: is empty: fill it in, or delete it"),
        ({"relevance": "'  '"}, "relevance: is empty"),
        ({"sender": "Ana"}, "1:9: sender: must hold keys of its own (`key: value`), not 'Ana'"),
        ({"recipients": "[a.csv]"}, "recipients: must hold keys of its own (`key: value`), not a list"),
        ({"recipients": "''"}, "recipients.file: is empty"),
        ({"recipients": '"a\\nb.csv"'}, "recipients.file: 'a\\nb.csv' holds a line break or another control character"),
        ({"message": "7"}, "2:10: message: must hold keys of its own (`key: value`), not '7'"),
        ({"message": "[]"}, "message: is an empty list: add an entry, or delete it"),
        ({"message": "[a.txt, ~]"}, "2:18: message: is empty: fill it in, or delete it"),
        ({"message": "[{file: a, name: x}, {file: b, name: x}]"}, "message: two variations are named 'x'"),
        ({"history": "[]"}, "history: is an empty list"),
        ({"suppress": "[]"}, "suppress: is an empty list"),
        ({"history": "[a.csv, 3]"}, "5:18: history: must be text: put quotes around 3"),
        ({"exclude": "{a: b}"}, "exclude: must be text, not a mapping"),
        ({"rules": "{parameters: {ORG001: 2}}"}, "rules.parameters.ORG001: must hold keys of its own"),
        (
            {"rules": "{parameters: {ORG001: {max: {a: 1}}}}"},
            "rules.parameters.ORG001.max: must be text, a number, true, false or a list of these, not a mapping",
        ),
        # choices
        ({"audience": "customer"}, "audience: 'customer' is not one of prospects, customers, partners, sales (did you"),
        ({"audience": "3"}, "audience: '3' is not one of prospects, customers, partners, sales"),
        ({"fail_on": "errors"}, "fail_on: 'errors' is not one of error, warning, note (did you mean error?)"),
        ({"suppress": "[{file: a, hash: sha-1}]"}, "suppress.hash: 'sha-1' is not one of none, md5, sha1, sha256 (did"),
        ({"suppress": "[{file: a, scope: emails}]"}, "suppress.scope: 'emails' is not one of all, email, introduction"),
        (
            {"recipients": "{file: a, columns: {compny: A}}"},
            "recipients.columns: 'compny' is not the standard name of a",
        ),
        ({"recipients": "{file: a, columns: {company: 3}}"}, "recipients.columns.company: must be text"),
        # numbers
        ({"fail_under": "'80'"}, "fail_under: must be a number: delete the quotes around 80"),
        ({"fail_under": "true"}, "fail_under: must be a number, not true"),
        ({"fail_under": "most"}, "fail_under: must be a number, not 'most'"),
        ({"fail_under": "-1"}, "fail_under: must be at least 0, not -1"),
        # addresses
        ({"sender": "{name: A, email: ana}"}, "sender.email: 'ana' is not an email address: "),
        ({"sender": "{name: A, email: 'Ana <a@b.com>'}"}, "sender.email: 'Ana <a@b.com>' is not an email address: "),
        ({"sender": "{name: A, email: a@b..com}"}, "sender.email: 'a@b..com' is not an email address: "),
        ({"sender": "{name: A, email: .a@b.com}"}, "sender.email: '.a@b.com' is not an email address: "),
        ({"sender": "{name: A, email: 3}"}, "sender.email: '3' is not an email address"),
        ({"sender": "{name: A, email: a@b.com, delegate: desk}"}, "sender.delegate: 'desk' is not an email address: "),
        # dates
        (
            {"sender": "{name: A, email: a@b.com, away: 2026-12-24/2026-12-01}"},
            "sender.away: '2026-12-24/2026-12-01' ends before it starts",
        ),
        (
            {"sender": "{name: A, email: a@b.com, away: [2026-02-30]}"},
            "1:42: sender.away: '2026-02-30' is not a date: day",
        ),
        (
            {"sender": "{name: A, email: a@b.com, away: summer}"},
            "sender.away: 'summer' is not a date: write YYYY-MM-DD",
        ),
        ({"program": "{reviewed: 10.11.2026}"}, "program.reviewed: '10.11.2026' is not a date: write YYYY-MM-DD"),
        ({"program": "{reviewed: 2026-11-10 10:00:00}"}, "program.reviewed: '2026-11-10 10:00:00' is not a date"),
        ({"program": "{goal: {target: [1]}}"}, "program.goal.target: must be a number or text, not a list"),
        ({"ignore": "[{code: A, reason: b, until: soon}]"}, "ignore.until: 'soon' is not a date"),
        ({"ignore": "[{code: A}]"}, "5:10: ignore.reason: is missing: add `reason: agreed with the sender`"),
        ({"ignore": "[{code: A, reason: ' '}]"}, "ignore.reason: is empty"),
        ({"engine": "{time_limit: 0}"}, "engine.time_limit: must be more than 0, not 0"),
        (
            {"engine": "{memory_limit: lots}"},
            "engine.memory_limit: 'lots' is not an amount of memory: write",
        ),
        ({"engine": "{memory_limit: 1MB}"}, "engine.memory_limit: '1MB' is too little: at least 100MB are needed"),
        ({"now": "today"}, "now: 'today' is not a date and time: write YYYY-MM-DD HH:MM"),
        ({"sender": None, "senders": "{match: owner}"}, "senders.file: is missing: add `file: senders.csv`"),
        ({"senders": "{file: reps.csv}"}, "5:10: senders: a plan has either `sender` or `senders`: delete one of them"),
    ],
)
def test_a_mistake_is_named_once_at_its_place(mistakes, changed, mistake):
    found = mistakes(**changed)
    assert len(found) == 1
    assert found[0].startswith("plan.yaml:")
    assert mistake in found[0]


@pytest.mark.parametrize(
    ("schedule", "mistake"),
    [
        ("{}", "4:11: schedule: says no time: add `at: 2026-12-01 09:10`, `start` and `end`, or `column`"),
        ("{at: 2026-12-01 09:10, column: x}", "schedule: gives at and column: keep one of"),
        ("{at: 2026-12-01 09:10, end: 2026-12-01 09:10}", "schedule: gives at and start: keep one of"),
        ("{start: 2026-12-01 09:10}", "schedule: gives start without end: add `end`, or write `at`"),
        ("{end: 2026-12-01 09:10}", "schedule: gives end without start: add `start`, or write `at`"),
        ("{at: 2026-12-01 09:10, per_hour: 5}", "4:44: schedule.per_hour: belongs to a window"),
        ("{column: x, repeat: FREQ=DAILY;COUNT=2}", "schedule.repeat: does not go with `column`"),
        ("{at: 9:30}", "4:16: schedule.at: '9:30' is not a date and time: write YYYY-MM-DD HH:MM"),
        ("{at: 2026-12-01}", "schedule.at: '2026-12-01' needs a time of day too, such as 2026-12-01 09:10"),
        ("{at: '2026-12-01'}", "schedule.at: '2026-12-01' needs a time of day too, such as 2026-12-01 09:10"),
        ("{at: 2026-02-30 09:10}", "schedule.at: '2026-02-30 09:10' is not a date and time: day"),
        ("{at: 2026-12-01 25:10}", "schedule.at: '2026-12-01 25:10' is not a date and time: hour"),
        ("{at: 2026-12-01 25:10:00}", "schedule.at: '2026-12-01 25:10:00' is not a date and time: hour"),
        ("{at: 2026-12-01 9am}", "schedule.at: '2026-12-01 9am' is not a date and time"),
        ("{at: 0202-12-01 09:10}", "schedule.at: the year 202 is out of range"),
        ("{at: 9999-12-31 23:59}", "schedule.at: the year 9999 is out of range"),
        ("{at: true}", "schedule.at: true is not a date and time"),
        ("{column: x, timezone: Mars/Base}", "schedule.timezone: 'Mars/Base' is not a time zone: write one such as"),
        ("{column: x, timezone: New York}", "'New York' is not a time zone (did you mean America/New_York?)"),
        ("{column: x, timezone: America}", "'America' is not a time zone"),
        ("{column: x, timezone: ../../etc/passwd}", "is not a time zone"),
        ("{column: x, timezone: ''}", "an empty text is not a time zone: write one such as America/New_York"),
        ("{column: x, timezone: +01:00}", "'+01:00' is not a time zone"),
        ("{column: x, hours: 9-17}", "schedule.hours: '9-17' is not a range of hours: write HH:MM-HH:MM"),
        ("{column: x, hours: 17:00-09:00}", "schedule.hours: '17:00-09:00' ends before it starts"),
        ("{column: x, hours: 09:60-17:00}", "schedule.hours: '09:60-17:00' holds a time that does not exist"),
        ("{column: x, hours: 09:00-25:00}", "schedule.hours: '09:00-25:00' holds a time that does not exist"),
        ("{start: 2026-12-01 09:10, end: 2026-12-02 09:10, per_hour: -2}", "schedule.per_hour: must be more than 0"),
        ("{at: 2026-12-01 09:10, repeat: weekly}", "'weekly' is not a recurrence rule (RFC 5545), such as FREQ="),
        ("{at: 2026-12-01 09:10, repeat: FREQ=WEEKLY}", "4:42: schedule.repeat: 'FREQ=WEEKLY' needs either COUNT or"),
        (
            "{at: soon, repeat: FREQ=MINUTELY;COUNT=3}",
            "schedule.repeat: 'FREQ=MINUTELY;COUNT=3' needs a FREQ of YEARLY",
        ),
    ],
)
def test_a_mistake_of_the_schedule_is_named(mistakes, schedule, mistake):
    assert any(mistake in found for found in mistakes(schedule=schedule))


def test_no_mistake_speaks_of_pydantic(mistakes):
    found = "\n".join(
        mistakes(
            "name: []\nsender: 3\nmessage: {file: []}\nrecipients: 1.5\nschedule: []\nhistory: {a: 1}\nsuppress: 3\n"
            "opt_out: x\nexclude: 3\nprogram: 3\nrules: {parameters: 3, select: {}}\nignore: 3\nfail_on: []\n"
            "fail_under: []\nengine: 3\nnow: []\nacknowledgement: {}\nrelevance: 3.5\npurpose: []\naudience: {}\n"
        )
    )
    for jargon in (
        "pydantic",
        "https://",
        "Input should",
        "valid ",
        "dictionary",
        "instance",
        "Value error",
        "NoneType",
    ):
        assert jargon not in found
    assert len(found.splitlines()) == 21


def test_mistakes_of_yaml_come_before_those_of_the_plan(mistakes):
    assert mistakes("name: a\nname: b\n") == ["plan.yaml:2:1: name: is already given in line 1: keep one of the two"]


def test_a_value_cannot_steer_the_terminal_or_break_the_line(mistakes):
    found = mistakes(purpose='"\\e[31mred\\n::error::x"')
    assert len(found) == 1
    assert found[0].isprintable()


def test_a_long_value_is_shortened(mistakes):
    assert len(mistakes(now="x" * 5000)[0]) < 250


def test_a_folder_and_a_missing_file_are_named(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    with pytest.raises(InputError, match=r"^absent.yaml: does not exist: check its path$"):
        load_plan(tmp_path / "absent.yaml")
    with pytest.raises(InputError, match="is a folder"):
        load_plan(tmp_path)
