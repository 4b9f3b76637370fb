"""The rules as test cases in JUnit's XML, for the test pages of Jenkins, GitLab and others.

A plan is a test suite and a rule a test case. A rule of severity error that found something has failed. What warnings
and notes found is printed as the output of a test that passed: they are for people to weigh, and a page of red that
nobody acts on hides what matters. Whether the send passes as a whole is a test case of its own, `verdict`, so that the
page is never green where sigcheck is not, whatever `fail_on` and `fail_under` say. A rule that could not be checked was
skipped.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TextIO
from xml.etree import ElementTree

from sigcheck.formats import Style
from sigcheck.formats.entries import findings_by_rule
from sigcheck.formats.plain_text import counted, plain
from sigcheck.report import Finding, Report, RuleResult

SHOWN_PER_RULE = 50
"""Findings listed for one rule; Jenkins keeps the text of every failure of every build."""


def write_junit(reports: Sequence[Report], stream: TextIO, style: Style) -> None:
    """Write a test suite a plan.

    With several plans the names of test cases end in their plan's, as GitLab keeps one test case of a name.
    """
    suites = ElementTree.Element("testsuites", name="sigcheck")
    for report in reports:
        suites.append(_suite(report, f" ({plain(report.plan)})" if len(reports) > 1 else ""))
    for count in ("tests", "failures", "errors"):
        suites.set(count, str(sum(int(suite.get(count, "0")) for suite in suites)))
    ElementTree.indent(suites)
    stream.write("<?xml version='1.0' encoding='UTF-8'?>\n")
    stream.write(ElementTree.tostring(suites, encoding="unicode"))
    stream.write("\n")


def _suite(report: Report, suffix: str) -> ElementTree.Element:
    cases = [_verdict(report), *_checked(report), *_unchecked(report)]
    suite = ElementTree.Element("testsuite", name=plain(report.plan), tests=str(len(cases)))
    for attribute, outcome in (("failures", "failure"), ("errors", "error"), ("skipped", "skipped")):
        suite.set(attribute, str(sum(case.find(outcome) is not None for case in cases)))
    properties = ElementTree.SubElement(suite, "properties")
    for name in ("name", "verdict", "score", "grade", "recipients"):
        ElementTree.SubElement(properties, "property", name=name, value=plain(str(getattr(report, name))))
    for case in cases:
        case.set("name", case.get("name", "") + suffix)
    suite.extend(cases)
    return suite


def _case(sin: str, name: str) -> ElementTree.Element:
    return ElementTree.Element("testcase", classname=plain(sin), name=plain(name))


def _verdict(report: Report) -> ElementTree.Element:
    case = _case("sigcheck", "verdict")
    summary = f"{report.verdict}, score {report.score:.1f} of 100 ({report.grade})"
    text = "\n".join((summary, *map(plain, report.reasons)))
    if report.verdict == "pass":
        ElementTree.SubElement(case, "system-out").text = text
    else:
        outcome = "failure" if report.verdict == "fail" else "error"
        ElementTree.SubElement(case, outcome, message=summary, type=report.verdict).text = text
    return case


def _checked(report: Report) -> Iterator[ElementTree.Element]:
    titles = {pack.key: pack.title for pack in report.packs}
    found = findings_by_rule(report)
    for result in report.results:
        case = _case(titles[result.pack], f"{result.code} {result.name}")
        if result.findings:
            _add_findings(case, result, found[result.code])
        yield case


def _add_findings(case: ElementTree.Element, result: RuleResult, findings: Sequence[Finding]) -> None:
    text = "\n".join(_lines(result, findings))
    if result.severity == "error":
        message = counted(result.findings, "finding")
        ElementTree.SubElement(case, "failure", message=message, type=result.severity).text = text
    else:
        ElementTree.SubElement(case, "system-out").text = f"{result.severity}:\n{text}"


def _lines(result: RuleResult, findings: Sequence[Finding]) -> Iterator[str]:
    shown = findings[:SHOWN_PER_RULE]
    same_help = len({finding.help for finding in shown}) == 1
    for finding in shown:
        yield f"{plain(finding.place)}: {plain(finding.message)}" if finding.place else plain(finding.message)
        if not same_help:
            yield f"  -> {plain(finding.help)}"
    if result.findings > len(shown):
        yield f"... and {result.findings - len(shown):,} more"
    if same_help:
        yield f"-> {plain(shown[0].help)}"


def _unchecked(report: Report) -> Iterator[ElementTree.Element]:
    titles = {pack.key: pack.title for pack in report.packs}
    for entry in report.unchecked:
        case = _case(titles[entry.pack], f"{entry.code} {entry.name}")
        reason = f"{entry.reason}: {entry.remedy}" if entry.remedy else entry.reason
        ElementTree.SubElement(case, "skipped", message=plain(reason))
        yield case
