from datetime import datetime
from io import StringIO

import pytest

from sigcheck.formats import Style, write_reports
from sigcheck.report import Finding, Ignored, PackResult, Related, Report, RuleResult, SendSummary, Unchecked

SEND = SendSummary(
    senders=("Ana Ruiz <ana.ruiz@northwind.com>",),
    messages=("message-a.txt", "message-b.txt"),
    list_file="recipients.csv",
    recipients=412,
    timezone="America/New_York",
    first_at=datetime(2026, 12, 1, 9, 10),
    last_at=datetime(2026, 12, 3, 16, 30),
    checked_as_of=datetime(2026, 11, 30, 17),
)


def finding(row, message="2 people at Acme get this email", **changes):
    values = {"code": "ORG001", "severity": "error", "message": message, "help": "Keep one person at each company."}
    place = {"file": "recipients.csv", "line": row, "row": row, "recipients": 2}
    return Finding(**{**values, **place, **changes})


REPORT = Report(
    plan="plan.yaml",
    name="Boston breakfast seminar",
    verdict="fail",
    score=93.4,
    grade="A",
    reasons=("1 rule of severity error found something",),
    send=SEND,
    packs=(
        PackResult("FRQ", "Frequent use", 10, None, "unchecked"),
        PackResult("ORG", "One company, many contacts", 10, 8.697, "failed"),
        PackResult("VAR", "No message variations", 10, 10, "passed"),
    ),
    results=(RuleResult("ORG001", "many-contacts", "ORG", "error", 9, 7, 1.303, "10 × √(7 ÷ 412)"),),
    findings=tuple(finding(row) for row in range(2, 11)),
    unchecked=(Unchecked("FRQ001", "too-soon", "FRQ", "error", "no history", "name a file under 'history:'"),),
    ignored=(Ignored("HRS005", "HRS", "agreed with the rep", "2027-01-31", 1),),
)


class Screen(StringIO):
    def isatty(self):
        return True


def text_of(report, style=None, stream=None):
    stream = stream or StringIO()
    write_reports("text", [report], stream, style or Style())
    return stream.getvalue()


def test_the_page_tells_the_send_the_sins_the_findings_and_the_verdict_in_this_order():
    page = text_of(REPORT)
    order = [
        "Boston breakfast seminar",
        "plan.yaml",
        "Ana Ruiz <ana.ruiz@northwind.com>",
        "412 recipients in recipients.csv",
        "message-a.txt, message-b.txt",
        "Tue 1 Dec 2026 09:10 to Thu 3 Dec 2026 16:30 (America/New_York)",
        "FRQ",
        "ORG001 error",
        "recipients.csv:2",
        "Keep one person",
        "Not checked",
        "no history: FRQ001",
        "Ignored",
        "HRS005: 1 finding (agreed with the rep, until 2027-01-31)",
        "Score 93.4 of 100, grade A: FAIL",
        "1 rule of severity error",
    ]
    places = [page.index(part) for part in order]
    assert places == sorted(places)


def test_nothing_is_wider_than_80_columns_coloured_or_padded_when_piped():
    long = REPORT._replace(findings=(finding(2, "a very long message " * 20),), name="n" * 200)
    lines = text_of(long).splitlines()
    assert max(map(len, lines)) <= 80
    assert all(line == line.rstrip() for line in lines)
    assert "\x1b" not in text_of(long)


def test_a_screen_gets_colour_unless_no_color_is_set(monkeypatch):
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm-256color")
    assert "\x1b[" in text_of(REPORT, stream=Screen())
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b[3" not in text_of(REPORT, stream=Screen())


def test_findings_of_one_rule_are_capped_with_the_number_left_out():
    page = text_of(REPORT)
    assert page.count("2 people at Acme") == 5
    assert "… and 4 more" in page


def test_verbose_shows_every_finding_and_the_arithmetic():
    page = text_of(REPORT, Style(verbose=True))
    assert page.count("2 people at Acme") == 9
    assert "−1.30 = 10 × √(7 ÷ 412)" in page


def test_quiet_is_one_line():
    assert text_of(REPORT, Style(quiet=True)) == "plan.yaml: fail, score 93.4 (A)\n"


def test_points_are_cut_so_that_ten_means_that_nothing_was_lost():
    pack = PackResult("ORG", "Companies", 10, 9.999, "failed")
    assert "9.9 / 10" in text_of(REPORT._replace(packs=(pack,)))


def test_help_that_differs_stands_with_each_finding():
    findings = (finding(2, help="Write Frank."), finding(3, help="Write Ann."))
    page = text_of(REPORT._replace(findings=findings))
    assert page.index("Write Frank.") < page.index("recipients.csv:3") < page.index("Write Ann.")


def test_related_places_are_named():
    related = (Related("recipients.csv", 19, 19, "also here"),)
    assert "also line 19" in text_of(REPORT._replace(findings=(finding(2, related=related),)))


@pytest.mark.parametrize("evil", ["\x1b[31mred", "bell\x07", "\u202egnp.exe", "zero\u200bwidth", "\rover"])
def test_data_cannot_steer_the_terminal(evil):
    page = text_of(REPORT._replace(name=evil, findings=(finding(2, evil, help=evil, file=evil),)), stream=Screen())
    hidden = next(letter for letter in evil if not letter.isprintable())
    assert hidden not in page.replace("\x1b[", "") or hidden == "\x1b"
    assert "\x1b[31mred" not in page


def test_rich_markup_in_data_is_shown_as_it_stands():
    assert "[bold]x[/bold]" in text_of(REPORT._replace(findings=(finding(2, "[bold]x[/bold]"),)))
