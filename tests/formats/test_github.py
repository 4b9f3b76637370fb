import re
from pathlib import Path

import pytest
from reports import HOSTILE, finding, report, written

from sigcheck import InputError

COMMAND = re.compile(r"::(error|warning|notice) ([^:]*)::(.*)")


@pytest.fixture(autouse=True)
def no_summary(monkeypatch):
    monkeypatch.delenv("GITHUB_STEP_SUMMARY", raising=False)


def unescaped(text):
    for code, letter in (("%2C", ","), ("%3A", ":"), ("%0A", "\n"), ("%0D", "\r"), ("%25", "%")):
        text = text.replace(code, letter)
    return text


def read(text):
    """The annotations that the runner makes of a step's output, and the lines that it prints."""
    annotations, lines = [], []
    for line in text.removesuffix("\n").split("\n"):
        assert "\r" not in line
        match = COMMAND.fullmatch(line)
        if match:
            pairs = dict(pair.split("=", 1) for pair in match[2].split(","))
            annotations.append((match[1], {key: unescaped(value) for key, value in pairs.items()}, unescaped(match[3])))
        else:
            assert not line.lstrip().startswith("::")
            assert "##[" not in line
            lines.append(line)
    return annotations, lines


def test_a_finding_is_an_annotation_at_its_line():
    ((kind, properties, message),), lines = read(written("github", report(finding(column=5))))
    assert kind == "error"
    assert properties == {"file": "list/recipients.csv", "line": "2", "col": "5", "title": "ORG001 many-contacts"}
    assert message == "2 people at Acme get this email\nKeep one person at each company."
    assert lines == ["sigcheck: list/plan.yaml: fail, score 93.4 of 100 (A)"]


def test_each_severity_has_its_command():
    findings = [finding(severity=severity) for severity in ("note", "warning", "error")]
    annotations, _ = read(written("github", report(*findings)))
    assert [kind for kind, _, _ in annotations] == ["error", "warning", "notice"]


def test_without_a_line_it_is_at_the_file_and_without_a_file_at_the_plan():
    sheet, whole = finding(file="people.xlsx", line=None, row=7, column=2), finding(file=None, line=None, row=None)
    ((_, first, text), (_, second, _)), _ = read(written("github", report(sheet, whole)))
    assert first == {"file": "people.xlsx", "title": "ORG001 many-contacts"}
    assert text.startswith("Row 7: ")
    assert second["file"] == "list/plan.yaml"


def test_of_the_sinful_example_github_keeps_every_annotation_and_the_log_counts_the_rest(sinful):
    annotations, lines = read(written("github", sinful))
    kinds = [kind for kind, _, _ in annotations]
    assert [kinds.count(kind) for kind in ("error", "warning", "notice")] == [10, 10, 10]
    assert kinds == sorted(kinds, key=("error", "warning", "notice").index)
    rest = [int(line.split()[1]) for line in lines if "more findings" in line]
    shared = [int(number) for _, _, text in annotations for number in re.findall(r"and (\d+) more: ", text)]
    assert sum(rest) + sum(shared) + len(annotations) == sum(result.findings for result in sinful.results)
    assert lines[-1].startswith("sigcheck: examples/sinful/plan.yaml: fail, score ")


def test_more_findings_than_github_shows_share_one_annotation_a_rule():
    findings = [finding(f"m{line}", line=line) for line in range(1, 31)] + [finding("elsewhere", file="b.txt", line=4)]
    (annotation,), lines = read(written("github", report(*findings)))
    assert annotation[2].startswith("m1\nand 30 more: line 2, line 3, ")
    assert annotation[2].endswith("line 21, …\nKeep one person at each company.")
    assert len(lines) == 1


def test_the_limit_is_of_all_plans_together():
    reports = [report(finding(), plan=f"{letter}.yaml") for letter in "abcdefghijkl"]
    annotations, lines = read(written("github", *reports))
    assert len(annotations) == 10
    assert lines[0] == "sigcheck: 2 more findings of severity error, of ORG001"
    assert len(lines) == 13


def test_no_findings_are_no_annotations():
    assert read(written("github", report())) == ([], ["sigcheck: list/plan.yaml: pass, score 93.4 of 100 (A)"])


@pytest.mark.parametrize("hostile", HOSTILE)
def test_data_can_give_no_command(hostile):
    text = written("github", report(finding(hostile, help=hostile, file=hostile), plan=hostile))
    ((kind, properties, message),), lines = read(text)
    assert kind == "error"
    assert set(properties) == {"file", "line", "title"}
    assert len(lines) == 1
    assert len(message.split("\n")) == 2
    if hostile.isprintable():
        assert (properties["file"], message) == (hostile, f"{hostile}\n{hostile}")
    text.encode("utf-8")


def test_the_markdown_report_is_added_to_the_summary_of_the_step(tmp_path, monkeypatch):
    summary = tmp_path / "summary.md"
    summary.write_text("before\n", encoding="utf-8")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(summary))
    written("github", report(finding()))
    assert summary.read_text(encoding="utf-8") == "before\n" + written("markdown", report(finding()))


def test_a_summary_that_cannot_be_written_is_one_clear_line(tmp_path, monkeypatch):
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(Path(tmp_path, "none", "summary.md")))
    with pytest.raises(InputError, match="GITHUB_STEP_SUMMARY"):
        written("github", report(finding()))
