from io import StringIO
from xml.etree import ElementTree

import pytest
from junitparser import Error, Failure, JUnitXml, Skipped
from reports import HOSTILE, finding, report, written

# What Jenkins' schema (junit-10.xsd of its xUnit plugin) lets each element have.
ATTRIBUTES = {
    "testsuites": {"name", "time", "tests", "failures", "errors"},
    "testsuite": {"name", "tests", "failures", "errors", "skipped", "time", "timestamp", "hostname", "id", "package"},
    "testcase": {"name", "classname", "time", "group"},
    "properties": set(),
    "property": {"name", "value"},
    "failure": {"type", "message"},
    "error": {"type", "message"},
    "skipped": {"type", "message"},
    "system-out": set(),
}


def suites_of(*reports, style=None):
    text = written("junit", *reports, style=style)
    for element in ElementTree.fromstring(text.encode("utf-8")).iter():
        assert set(element.attrib) <= ATTRIBUTES[element.tag]
    parsed = JUnitXml.fromstring(text.encode("utf-8"))
    for suite in parsed:
        told = (suite.tests, suite.failures, suite.errors, suite.skipped)
        suite.update_statistics()
        assert told == (suite.tests, suite.failures, suite.errors, suite.skipped)
    return list(parsed)


def case(suite, code):
    return next(case for case in suite if case.name.startswith(code))


def test_the_sinful_example_fails_at_each_rule_of_severity_error_and_at_the_verdict(sinful):
    (suite,) = suites_of(sinful)
    failed = {case.name.split()[0] for case in suite if any(isinstance(result, Failure) for result in case.result)}
    errors = {result.code for result in sinful.results if result.findings and result.severity == "error"}
    assert failed == errors | {"verdict"}
    assert suite.tests == len(sinful.results) + 1
    assert case(suite, "FRQ001").classname == "Frequent use"


def test_a_failure_lists_places_and_says_what_to_do():
    (suite,) = suites_of(report(finding(line=2), finding("3 people at Initech get this email", line=9)))
    (failure,) = case(suite, "ORG001").result
    assert failure.message == "2 findings"
    assert failure.text.splitlines() == [
        "list/recipients.csv:2: 2 people at Acme get this email",
        "list/recipients.csv:9: 3 people at Initech get this email",
        "-> Keep one person at each company.",
    ]


def test_help_that_differs_stands_with_each_finding():
    (suite,) = suites_of(report(finding("x", help="Do a."), finding("y", help="Do b.")))
    (failure,) = case(suite, "ORG001").result
    assert [line.strip() for line in failure.text.splitlines()][1::2] == ["-> Do a.", "-> Do b."]


def test_warnings_and_notes_pass_and_are_printed():
    (suite,) = suites_of(report(finding("w", code="ORG002", severity="warning"), verdict="pass"))
    warned = case(suite, "ORG002")
    assert warned.is_passed
    assert warned.system_out.startswith("warning:\nlist/recipients.csv:2: w")
    assert suite.failures == 0


def test_what_could_not_be_checked_is_skipped_with_the_reason():
    (suite,) = suites_of(report())
    (skipped,) = case(suite, "FRQ001").result
    assert isinstance(skipped, Skipped)
    assert skipped.message == "no history: name a file under 'history:'"


@pytest.mark.parametrize(("verdict", "outcome"), [("fail", Failure), ("incomplete", Error)])
def test_the_page_is_not_green_where_the_verdict_is_not(verdict, outcome):
    (suite,) = suites_of(report(verdict=verdict, reasons=("the score is under 95",)))
    (result,) = case(suite, "verdict").result
    assert isinstance(result, outcome)
    assert "the score is under 95" in result.text


def test_test_cases_of_several_plans_have_names_of_their_own():
    suites = suites_of(report(plan="a.yaml"), report(plan="b.yaml"))
    names = [case.name for suite in suites for case in suite]
    assert len(set(names)) == len(names) == 10


def test_many_findings_are_capped_and_the_rest_counted():
    (suite,) = suites_of(report(*(finding(line=line) for line in range(1, 2001))))
    (failure,) = case(suite, "ORG001").result
    assert failure.text.count("people at Acme") == 50
    assert "... and 1,950 more" in failure.text


@pytest.mark.parametrize("hostile", HOSTILE)
def test_a_hostile_text_stays_text(hostile):
    (suite,) = suites_of(report(finding(hostile, file=hostile), plan=hostile, name=hostile, reasons=(hostile,)))
    (failure,) = case(suite, "ORG001").result
    assert len(failure.text.splitlines()) == 2
    if hostile.isprintable():
        assert hostile.replace("##[", "# #[") in failure.text.replace(": :error", "::error")


def test_the_document_says_its_encoding():
    text = written("junit", report(finding("Jürgen — 東京")))
    assert text.startswith("<?xml version='1.0' encoding='UTF-8'?>\n")
    assert "Jürgen — 東京" in text
    assert ElementTree.parse(StringIO(text)).getroot().get("failures") == "2"
