from datetime import datetime

import pytest

import sigcheck
from sigcheck import InputError, Options, lint, lint_together
from sigcheck.rule_run import LARGE_LIST

COLLEAGUES = "email,first name,company\ndana@acme.com,Dana,Acme\nomar@acme.com,Omar,Acme\nkim@initech.com,Kim,Initech\n"


def rule_pack(folder, query="SELECT row, email FROM recipients WHERE email LIKE '%acme%'", **changes):
    keys = {
        "code": "OUR001",
        "name": "our-rule",
        "severity": "error",
        "deduct": 4,
        "per": "recipient",
        "message": "'{email} is at Acme'",
        "help": "Leave Acme alone.",
        "why": "They asked.",
        "source": "us",
        **changes,
    }
    folder.mkdir(exist_ok=True)
    (folder / "pack.yaml").write_text("key: OUR\ntitle: Our own\npoints: 10\nsummary: Ours\nsource: us\n")
    text = "".join(f"{key}: {value}\n" for key, value in keys.items() if value is not None)
    (folder / "our-rule.yaml").write_text(f"{text}query: |\n  {query}\n")
    return folder


def test_the_public_api_is_there_without_importing_it_all():
    assert callable(sigcheck.lint)
    assert {"Report", "Finding", "Plan", "InputError"} <= set(sigcheck.__all__)


def test_a_finding_has_its_place_its_related_rows_and_its_price(campaign):
    report = lint(campaign(recipients=COLLEAGUES), Options(select=("ORG001",)))
    (finding,) = report.findings
    assert (finding.code, finding.severity, finding.row, finding.line, finding.recipients) == (
        "ORG001",
        "error",
        2,
        2,
        2,
    )
    assert [(place.row, place.line) for place in finding.related] == [(3, 3)]
    (result,) = report.results
    assert (result.findings, result.affected) == (1, 2)
    assert result.deducted == pytest.approx(10 * (2 / 3) ** 0.5)
    assert report.score == 18.3
    assert (report.verdict, report.grade, report.exit_status) == ("fail", "F", 1)


def test_on_a_large_list_a_finding_names_the_first_of_its_related_rows_as_on_a_small_one(campaign, monkeypatch):
    people = "".join(f"kim{number}@acme.com,Acme\n" for number in range(9))
    plan = campaign(recipients=f"email,company\ndana@initech.com,Initech\n{people}")
    (small,) = lint(plan, Options(select=("ORG001",))).findings
    monkeypatch.setattr("sigcheck.rule_run.LARGE_LIST", 1)
    (large,) = lint(plan, Options(select=("ORG001",))).findings
    assert large == small
    assert [place.row for place in large.related] == [4, 5, 6, 7, 8]


def test_lines_of_findings_are_true_where_cells_hold_newlines(campaign):
    recipients = 'email,company\nkim@initech.com,"Init\nech"\ndana@acme.com,Acme\nomar@acme.com,Acme\n'
    (finding,) = lint(campaign(recipients=recipients), Options(select=("ORG001",))).findings
    assert (finding.row, finding.line) == (3, 4)


def test_a_plan_changes_parameters_within_their_kind(campaign):
    plan = campaign(recipients=COLLEAGUES, plan={"rules": {"parameters": {"ORG001": {"max_per_company": 2}}}})
    assert lint(plan, Options(select=("ORG001",))).findings == ()


@pytest.mark.parametrize(
    ("rules", "message"),
    [
        ({"parameters": {"ORG001": {"max": 2}}}, "'max' is no parameter of ORG001: it has max_per_company"),
        ({"parameters": {"ORG001": {"max_per_company": "two"}}}, "'max_per_company' of ORG001 is a number, not a text"),
        ({"parameters": {"ORG0": {}}}, "there is no rule 'ORG0'"),
        ({"select": ["ORG01"]}, "there is no rule 'ORG01' (did you mean ORG001?)"),
        ({"ignore": ["XYZ"]}, "there is no rule 'XYZ': codes begin with FRQ"),
    ],
)
def test_rule_settings_that_fit_no_rule_are_mistakes_with_their_place(campaign, rules, message):
    with pytest.raises(InputError) as caught:
        lint(campaign(plan={"rules": rules}))
    assert any(mistake.text.startswith(message) and mistake.line for mistake in caught.value.mistakes)


def test_what_is_missing_leaves_a_rule_unchecked_and_the_verdict_incomplete(campaign):
    report = lint(campaign(), Options(select=("FRQ001",)))
    (unchecked,) = report.unchecked
    assert (unchecked.code, unchecked.reason) == ("FRQ001", "no history")
    assert "history:" in unchecked.remedy
    assert (report.verdict, report.exit_status, report.score) == ("incomplete", 3, 0.0)
    assert report.packs[0].kept is None


def test_none_on_purpose_leaves_a_rule_unchecked_without_blame(campaign):
    report = lint(campaign(history="none"), Options(select=("FRQ000", "FRQ001")))
    assert [entry.on_purpose for entry in report.unchecked] == [True]
    assert (report.verdict, report.score) == ("pass", 100.0)


def test_an_ignored_rule_costs_nothing_and_is_listed_until_its_day(campaign):
    ignore = [{"code": "ORG001", "reason": "agreed", "until": "2026-12-01"}]
    plan = campaign(recipients=COLLEAGUES, plan={"ignore": ignore})
    report = lint(plan, Options(select=("ORG001",)))
    assert (report.findings, report.score, report.packs[0].status) == ((), 100.0, "ignored")
    assert [(entry.code, entry.reason, entry.until, entry.findings) for entry in report.ignored] == [
        ("ORG001", "agreed", "2026-12-01", 1)
    ]
    later = lint(plan, Options(select=("ORG001",), now=datetime(2026, 12, 2)))
    assert len(later.findings) == 1


def test_fail_on_and_fail_under_of_the_caller_win_over_the_plan(campaign):
    plan = campaign(plan={"fail_on": "warning"})
    assert lint(plan, Options(select=("FRQ000",))).verdict == "fail"
    assert lint(plan, Options(select=("FRQ000",), fail_on="error")).verdict == "pass"
    assert lint(plan, Options(select=("FRQ000",), fail_on="error", fail_under=60)).verdict == "fail"


def test_a_rule_of_ones_own_runs_like_ours(campaign, tmp_path):
    options = Options(select=("OUR",), rule_folders=(rule_pack(tmp_path / "ours"),))
    report = lint(campaign(recipients=COLLEAGUES), options)
    assert [finding.message for finding in report.findings] == ["dana@acme.com is at Acme", "omar@acme.com is at Acme"]
    assert report.packs[0].title == "Our own"


def test_findings_beyond_the_most_that_are_kept_still_count(campaign, tmp_path):
    rows = "".join(f"p{number}@acme{number}.com,P{number}\n" for number in range(1_500))
    options = Options(select=("OUR",), rule_folders=(rule_pack(tmp_path / "ours"),))
    report = lint(campaign(recipients=f"email,first name\n{rows}"), options)
    (result,) = report.results
    assert (result.findings, result.affected, result.deducted) == (1_500, 1_500, 4.0)
    assert (len(report.findings), report.omitted) == (1_000, 500)
    assert [finding.row for finding in report.findings[:3]] == [2, 3, 4]


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"query": "SELECT nothing FROM recipients"}, "OUR001: query: Binder Error"),
        ({"query": "SELECT 1; SELECT 2"}, "query: is not exactly one SELECT"),
        ({"query": "DROP TABLE recipients"}, "query: is not exactly one SELECT"),
        (
            {"query": "SELECT row, email FROM recipients WHERE row > $least"},
            "$least is not among the rule's parameters",
        ),
        ({"query": "SELECT row FROM recipients"}, "message: {email} is no column of the query's result"),
        (
            {"query": "SELECT * FROM read_csv('/etc/passwd')"},
            "query: read_csv() is not among the functions that a rule may call",
        ),
        ({"when": "purpos = 'x'"}, "OUR001: when: Binder Error"),
        ({"severity": "grave"}, "severity: 'grave' is not one of error, warning, note"),
        ({"deduct": 11}, "deduct"),
        ({"help": None}, "help: is missing"),
        ({"massage": "x"}, "massage: is not a key of"),
        ({"code": "ABC001"}, "ABC001 does not begin with the pack's key OUR"),
        ({"message": "'{email.__class__}'"}, "may only hold {names}"),
    ],
)
def test_a_faulty_rule_is_reported_by_file(campaign, tmp_path, changes, message):
    folder = rule_pack(tmp_path / "ours", **changes)
    with pytest.raises(InputError) as caught:
        lint(campaign(), Options(select=("OUR",), rule_folders=(folder,)))
    assert [mistake for mistake in caught.value.mistakes if mistake.file.endswith("our-rule.yaml")]
    assert message in str(caught.value)


def test_the_order_of_rows_never_changes_the_score(campaign):
    lines = COLLEAGUES.splitlines(keepends=True)
    shuffled = "".join([lines[0], lines[3], lines[2], lines[1]])
    reports = [lint(campaign(name, recipients=text)) for name, text in (("one", COLLEAGUES), ("other", shuffled))]
    assert reports[0].score == reports[1].score
    assert [result.affected for result in reports[0].results] == [result.affected for result in reports[1].results]


def test_mistakes_of_all_inputs_are_told_at_once(campaign):
    plan = campaign()
    (plan.parent / "message.txt").unlink()
    (plan.parent / "recipients.csv").unlink()
    with pytest.raises(InputError) as caught:
        lint(plan)
    assert len(caught.value.mistakes) == 2


def test_plans_given_together_know_of_each_others_sends(campaign):
    plans = [campaign(name, plan={"name": name}) for name in ("spring", "autumn")]
    reports = lint_together(plans, Options(select=("DUP006",)))
    assert [[finding.message for finding in report.findings] for report in reports] == [
        ["2 people also get the email of the plan 'autumn' within 14 days of this one"],
        ["2 people also get the email of the plan 'spring' within 14 days of this one"],
    ]


def test_a_plan_alone_and_a_broken_one_beside_it_are_checked_all_the_same(campaign):
    good, broken = campaign("good"), campaign("broken")
    (broken.parent / "message.txt").unlink()
    (alone,) = lint_together([good], Options(select=("DUP006",)))
    beside, error = lint_together([good, broken], Options(select=("DUP006",)))
    assert alone == beside
    assert isinstance(error, InputError)


def test_sends_of_other_plans_are_no_history(campaign):
    plans = [campaign(name, plan={"name": name}) for name in ("spring", "autumn")]
    report = lint_together(plans, Options(select=("FRQ001",)))[0]
    assert [entry.reason for entry in report.unchecked] == ["no history"]


def test_a_faulty_rule_is_reported_by_file_on_a_large_list_too(campaign, tmp_path):
    rows = "".join(f"p{number}@acme{number}.com,P\n" for number in range(LARGE_LIST + 1))
    folder = rule_pack(tmp_path / "ours", query="SELECT nothing FROM recipients")
    with pytest.raises(InputError, match=r"our-rule.yaml: OUR001: query: Binder Error"):
        lint(campaign(recipients=f"email,first name\n{rows}"), Options(select=("OUR",), rule_folders=(folder,)))
