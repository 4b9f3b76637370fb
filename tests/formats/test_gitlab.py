import json

import pytest
from jsonschema import Draft202012Validator
from reports import HOSTILE, finding, report, written

# The fields of https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
SCHEMA = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["description", "check_name", "fingerprint", "severity", "location"],
        "properties": {
            "description": {"type": "string", "minLength": 1},
            "check_name": {"type": "string", "minLength": 1},
            "fingerprint": {"type": "string", "minLength": 1},
            "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
            "location": {
                "type": "object",
                "required": ["path", "lines"],
                "properties": {
                    "path": {"type": "string", "pattern": r"^(?!\./)"},
                    "lines": {
                        "type": "object",
                        "required": ["begin"],
                        "properties": {"begin": {"type": "integer", "minimum": 1}},
                    },
                },
            },
        },
    },
}


def issues_of(*reports):
    issues = json.loads(written("gitlab", *reports))
    Draft202012Validator(SCHEMA).validate(issues)
    assert len({issue["fingerprint"] for issue in issues}) == len(issues)
    return issues


def test_the_sinful_example_is_a_code_quality_report(sinful):
    issues = issues_of(sinful)
    assert len(issues) == len(sinful.findings)
    assert {issue["severity"] for issue in issues} == {"critical", "minor", "info"}
    assert issues[0]["location"]["path"] == "examples/sinful/kontakte.csv"


def test_an_issue_says_what_is_wrong_what_to_do_and_where():
    (issue,) = issues_of(report(finding(line=12)))
    assert issue["description"] == "2 people at Acme get this email. Keep one person at each company."
    assert issue["check_name"] == "ORG001 many-contacts"
    assert issue["location"] == {"path": "list/recipients.csv", "lines": {"begin": 12}}


def test_what_has_no_line_is_placed_all_the_same():
    sheet, whole = issues_of(
        report(finding(file="list/people.xlsx", line=None, row=7), finding(file=None, line=None, row=None))
    )
    assert sheet["location"] == {"path": "list/people.xlsx", "lines": {"begin": 7}}
    assert whole["location"] == {"path": "list/plan.yaml", "lines": {"begin": 1}}


def test_without_findings_it_is_an_empty_list():
    assert issues_of(report()) == []


@pytest.mark.parametrize("hostile", HOSTILE)
def test_a_hostile_text_stays_text(hostile):
    (issue,) = issues_of(report(finding(hostile, file=hostile)))
    assert issue["description"].isprintable()
    written("gitlab", report(finding(hostile, file=hostile))).encode("utf-8")


def test_the_same_finding_in_two_plans_is_told_apart():
    assert len(issues_of(report(finding(), plan="a.yaml"), report(finding(), plan="b.yaml"))) == 2
