import json
from io import StringIO

from sigcheck import lint
from sigcheck.formats import Style, write_reports

COLLEAGUES = "email,first name,company\ndana@acme.com,Dana,Acme\nomar@acme.com,Omar,Äcme GmbH\n"


def document_of(*reports):
    stream = StringIO()
    write_reports("json", reports, stream, Style())
    return stream.getvalue()


def test_the_document_has_the_keys_that_other_programs_rely_on(campaign, in_folder):
    document = json.loads(document_of(lint(campaign(recipients=COLLEAGUES))))
    assert list(document) == ["version", "tool", "plans"]
    assert (document["version"], document["tool"]["name"]) == (1, "sigcheck")
    (plan,) = document["plans"]
    assert {"plan", "name", "verdict", "score", "grade", "recipients", "packs", "results", "findings"} <= set(plan)
    assert {"omitted", "unchecked", "ignored"} <= set(plan)
    assert plan["plan"] == "campaign/plan.yaml"
    assert set(plan["packs"][0]) == {"key", "title", "points", "kept", "status"}
    assert set(plan["results"][0]) == {"code", "name", "severity", "findings", "affected", "deducted"}
    (found,) = [finding for finding in plan["findings"] if finding["code"] == "ORG001"]
    assert found["message"] == "2 people at Acme get this email"
    assert (found["file"], found["line"], found["column"], found["row"]) == ("campaign/recipients.csv", 2, None, 2)
    assert found["related"] == [{"file": "campaign/recipients.csv", "line": 3, "row": 3, "message": "also here"}]


def test_the_score_can_be_reckoned_again_from_the_document(campaign):
    (plan,) = json.loads(document_of(lint(campaign(recipients=COLLEAGUES))))["plans"]
    for pack in plan["packs"]:
        lost = sum(result["deducted"] for result in plan["results"] if result["code"].startswith(pack["key"]))
        if pack["kept"] is not None:
            assert abs(pack["kept"] - max(0, pack["points"] - lost)) < 0.02
    checked = [pack for pack in plan["packs"] if pack["kept"] is not None]
    score = 100 * sum(pack["kept"] for pack in checked) / sum(pack["points"] for pack in checked)
    assert abs(plan["score"] - score) < 0.11


def test_the_same_input_gives_the_same_document(campaign):
    plan = campaign(recipients=COLLEAGUES)
    assert document_of(lint(plan)) == document_of(lint(plan))
