"""Reports and hostile texts that the tests of all formats share."""

from io import StringIO

from sigcheck.formats import Style, write_reports
from sigcheck.report import Finding, PackResult, Report, RuleResult, SendSummary, Unchecked

HOSTILE = (
    "![x](https://evil.example/p.png)",
    "[click](https://evil.example)",
    "<img src=x onerror=alert(1)>",
    "<https://evil.example>",
    "@everyone look at octo/repo#1 and #2",
    "www.evil.example and dana@evil.example",
    "</details><script>alert(1)</script>",
    "`code` ``more`` `",
    "a | b \\| c",
    "&lt;b&gt; &amp; \\<b\\>",
    "**bold** __bold__ ~~gone~~ :smile: $x^2$ [^1]",
    "# head",
    "1. one",
    "- [ ] task",
    "::error::forged",
    "##[error]forged",
    "first\n::error::forged\r\n::add-mask::x",
    "]]></failure>",
    "=HYPERLINK(1)",
    "100 % %0A %25",
    "\x00\x08\x1b[31m\x7f\x85\u2028\u202e\ufffe",
    "bytes \udcfc",
)
"""Texts that a list, a file name or a rule of one's own may hold."""


def written(format_name, *reports, style=None):
    """The text that a format writes."""
    stream = StringIO()
    write_reports(format_name, reports, stream, style or Style())
    return stream.getvalue()


def finding(message="2 people at Acme get this email", **changes):
    values = {"code": "ORG001", "severity": "error", "help": "Keep one person at each company.", "message": message}
    place = {"file": "list/recipients.csv", "line": 2, "row": 2, "recipients": 2}
    return Finding(**{**values, **place, **changes})


def report(*findings, plan="list/plan.yaml", **changes):
    """A report of a rule of each severity, with these findings; one rule could not be checked."""
    results = tuple(
        RuleResult(code, name, "ORG", severity, sum(f.code == code for f in findings), 1, 1.5, "10", "Colleagues talk.")
        for code, name, severity in (
            ("ORG001", "many-contacts", "error"),
            ("ORG002", "contacted-before", "warning"),
            ("ORG003", "company-unknown", "note"),
        )
    )
    values = {
        "plan": plan,
        "name": "Boston breakfast",
        "verdict": "fail" if findings else "pass",
        "score": 93.4,
        "grade": "A",
        "reasons": ("1 rule of severity error found something",) if findings else (),
        "send": SendSummary((), (), "recipients.csv", 412, "UTC", None, None, None),
        "packs": (
            PackResult("FRQ", "Frequent use", 10, None, "unchecked"),
            PackResult("ORG", "One company, many contacts", 10, 8.697, "failed" if findings else "passed"),
        ),
        "results": results,
        "findings": findings,
        "unchecked": (Unchecked("FRQ001", "too-soon", "FRQ", "error", "no history", "name a file under 'history:'"),),
    }
    return Report(**{**values, **changes})
