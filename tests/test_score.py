from math import sqrt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sigcheck.report import SEVERITIES
from sigcheck.score import PackTally, deduction, grade_of, pack_result, total_score, verdict_of

points = st.floats(0, 10, allow_nan=False)
tallies = st.builds(
    PackTally,
    key=st.sampled_from(["FRQ", "DUP", "HTM", "ORG"]),
    title=st.just("A sin"),
    points=st.just(10.0),
    deductions=st.lists(points, max_size=6).map(tuple),
    checked=st.integers(0, 6),
    unchecked=st.integers(0, 3),
    ignored=st.integers(0, 2),
)


def results(packs):
    return [pack_result(pack) for pack in packs]


def test_a_rule_per_recipient_takes_its_points_times_the_root_of_the_share_affected():
    assert deduction(10, "recipient", affected=7, recipients=412) == pytest.approx(10 * sqrt(7 / 412))


def test_a_rule_per_send_takes_all_of_its_points():
    assert deduction(5, "send", affected=1, recipients=412) == 5


def test_a_rule_that_finds_nothing_takes_nothing():
    assert deduction(10, "recipient", 0, 412) == 0
    assert deduction(10, "send", 0, 412) == 0


def test_more_affected_than_recipients_takes_no_more_than_all():
    assert deduction(8, "recipient", 20, 10) == 8


def test_a_pack_never_falls_below_zero():
    assert pack_result(PackTally("OPT", "", 10, (10, 5, 5), 3, 0, 0)).kept == 0


def test_a_pack_without_a_checked_rule_puts_nothing_at_stake():
    clean = PackTally("DUP", "", 10, (), 3, 0, 0)
    unknown = PackTally("FRQ", "", 10, (), 0, 3, 0)
    assert pack_result(unknown).status == "unchecked"
    assert pack_result(unknown).kept is None
    assert total_score(results([clean, unknown])) == 100
    assert total_score(results([unknown])) == 0


def test_the_score_is_points_kept_over_points_at_stake():
    half = PackTally("FRQ", "", 10, (5.0,), 2, 0, 0)
    clean = PackTally("DUP", "", 10, (), 2, 0, 0)
    assert total_score(results([half, clean])) == 75


def test_the_score_is_a_hundred_only_where_nothing_was_lost():
    packs = [PackTally(f"P{number}", "", 10, (0.003,) if number == 0 else (), 1, 0, 0) for number in range(11)]
    assert total_score(results(packs)) == 99.9


@pytest.mark.parametrize(
    ("score", "grade"), [(100, "A"), (90, "A"), (89.9, "B"), (80, "B"), (79.9, "C"), (70, "C"), (60, "D"), (59.9, "F")]
)
def test_grades(score, grade):
    assert grade_of(score) == grade


@pytest.mark.parametrize(
    ("tally", "status"),
    [
        (PackTally("A", "", 10, (1.0,), 2, 1, 1), "failed"),
        (PackTally("A", "", 10, (0.0,), 2, 0, 0), "failed"),
        (PackTally("A", "", 10, (), 2, 0, 1), "ignored"),
        (PackTally("A", "", 10, (), 2, 1, 0), "unchecked"),
        (PackTally("A", "", 10, (), 2, 0, 0), "passed"),
    ],
)
def test_states_of_a_pack(tally, status):
    assert pack_result(tally).status == status


@given(st.lists(tallies))
def test_the_score_lies_between_0_and_100(packs):
    assert 0 <= total_score(results(packs)) <= 100


@given(st.lists(tallies, min_size=1), st.data(), points)
def test_another_finding_never_raises_the_score(packs, data, lost):
    index = data.draw(st.integers(0, len(packs) - 1))
    pack = packs[index]
    worse = PackTally(
        pack.key, pack.title, pack.points, (*pack.deductions, lost), pack.checked, pack.unchecked, pack.ignored
    )
    assert total_score(results([*packs[:index], worse, *packs[index + 1 :]])) <= total_score(results(packs))


@given(st.integers(0, 1000), st.integers(0, 1000), st.integers(1, 1000), points)
def test_one_more_recipient_affected_never_takes_less(affected, more, recipients, deduct):
    fewer = deduction(deduct, "recipient", affected, recipients)
    assert deduction(deduct, "recipient", affected + more, recipients) >= fewer


@given(st.lists(tallies), st.randoms(use_true_random=False))
def test_the_order_of_packs_and_findings_never_matters(packs, random):
    shuffled = [
        PackTally(
            pack.key,
            pack.title,
            pack.points,
            tuple(random.sample(pack.deductions, len(pack.deductions))),
            pack.checked,
            pack.unchecked,
            pack.ignored,
        )
        for pack in random.sample(packs, len(packs))
    ]
    assert total_score(results(shuffled)) == total_score(results(packs))


@pytest.mark.parametrize(
    ("severities", "score", "unchecked", "fail_on", "fail_under", "verdict"),
    [
        ([], 100, 0, "error", None, "pass"),
        (["warning"], 95, 0, "error", None, "pass"),
        (["warning"], 95, 0, "warning", None, "fail"),
        (["note"], 95, 0, "warning", None, "pass"),
        (["error"], 95, 0, "error", None, "fail"),
        ([], 79.9, 0, "error", 80, "fail"),
        ([], 80.0, 0, "error", 80, "pass"),
        ([], 100, 2, "error", None, "incomplete"),
        (["error"], 50, 2, "error", None, "fail"),
    ],
)
def test_verdicts(severities, score, unchecked, fail_on, fail_under, verdict):
    assert verdict_of(severities, score, unchecked, fail_on, fail_under)[0] == verdict


@given(st.lists(st.sampled_from(SEVERITIES)), st.sampled_from(SEVERITIES))
def test_a_verdict_gives_its_reasons(severities, fail_on):
    verdict, reasons = verdict_of(severities, 100, 0, fail_on, None)
    assert (verdict == "pass") == (reasons == ())
