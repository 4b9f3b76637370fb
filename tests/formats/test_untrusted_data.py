"""Hostile texts in whatever field data can fill, through every command: what is shown is theirs only to be read.

The texts of a whole campaign, its list, history, senders, file names and rules of its own are hostile at once; what is
asserted is general, and holds for each line of each output.
"""

import csv
import io
import json
import re
import unicodedata
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree

import cmarkgfm
import pytest
import yaml
from cmarkgfm.cmark import Options as MarkdownOptions
from reports import HOSTILE

from sigcheck.formats import FORMATS

TEXTS = (
    *HOSTILE,
    '"><evil onevil="1">',
    "'><evil onevil='1'>--><evil>",
    "[go](javascript:onevil) ![x](https://evil.example)",
    "##vso[task.setvariable variable=x]y",
    " ::set-output name=x::y",
    "\u2066\u2067a\u2069\u061c\u200b",
    "\x9b31m\x1b]8;;https://evil.example\x07go\x1b]8;;\x07",
    "=cmd|'/C calc'!A0",
    "@SUM(1+1)*cmd|' /C calc'!A0",
    "{{ 7 * 7 }} {% raw %} ${x} $(evil) `evil`",
    "x" * 2_000,
    "",
)

PRINTABLE = " ".join(text for text in TEXTS if text.isprintable() and len(text) < 100)
ONE_LINE = "".join(
    letter for text in TEXTS if len(text) < 100 for letter in text if letter not in "\r\n\x85\u2028\0\udcfc"
)
LINES = "\n".join(text.replace("\0", "").replace("\udcfc", "") for text in TEXTS)

PLAIN = LINES.replace("{", "(").replace("}", ")")
"""What can stand in a text of a rule, where braces hold names of columns."""

COMMAND = re.compile(r"::(error|warning|notice)( (file|line|col|title)=[^\n]*)?::")
"""How the lines begin that we give GitHub as commands."""


@pytest.fixture
def hostile_campaign(in_folder):
    folder = Path("spring ::error::<evil onevil=1>")
    folder.mkdir()
    pack = folder / "own [evil](https:evil.example)"
    pack.mkdir()
    yaml_file(pack / "pack.yaml", {"key": "OWN", "title": LINES, "points": 10, "summary": LINES, "source": LINES})
    rule = {
        **{"code": "OWN001", "name": "hostile", "severity": "error", "deduct": 10, "per": "send"},
        **{
            "message": "{shown} " + PLAIN,
            "help": PLAIN,
            "why": PLAIN,
            "source": LINES,
        },
        "query": "SELECT row, line, concat(first_name, company, note) AS shown FROM recipients",
    }
    yaml_file(pack / "rule.yaml", rule)
    yaml_file(
        folder / "plan.yaml",
        {
            "name": LINES,
            "purpose": "event-invitation",
            "sender": {"name": LINES, "email": "ana.ruiz@northwind.com", "title": LINES},
            "message": [{"file": "a ##[error].txt", "name": ONE_LINE}],
            "recipients": "list ::error::.jsonl",
            "schedule": {"timezone": "America/New_York", "start": "2026-12-01 09:10", "end": "2026-12-03 16:30"},
            "history": ["history.csv"],
            "suppress": [{"file": "outs.csv", "source": LINES, "scope": "all"}],
            "relevance": LINES,
            "opt_out": {"owner": LINES, "process": LINES, "systems": [LINES]},
            "rules": {"paths": [pack.name]},
            "ignore": [{"code": "DAT001", "reason": LINES, "until": "2027-01-31"}],
            "now": "2026-11-30 12:00",
        },
    )
    message = f"---\nsubject: {json.dumps(ONE_LINE)}\n---\nHi {{{{first_name}}}},\n\n{LINES}\nhttps://evil.example/?{PRINTABLE}\n"
    (folder / "a ##[error].txt").write_text(message, encoding="utf-8")
    names = ("first_name", "last_name", "company", "title", "country", "timezone", "note", PRINTABLE)
    rows = [{"email": f"p{number}@firm{number}.com", **dict.fromkeys(names, text)} for number, text in enumerate(TEXTS)]
    rows += [{"email": text, "first_name": "Dana", "note": text} for text in TEXTS]
    (folder / "list ::error::.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="ascii")
    table(folder / "history.csv", ("email", "sent_at", "campaign", "sender", "subject"), "2026-11-29 12:00")
    table(folder / "outs.csv", ("email", "reason"), "x")
    return folder


def yaml_file(path, content):
    path.write_text(yaml.safe_dump(content, allow_unicode=False), encoding="utf-8")


def table(path, columns, second):
    """Write a table with a row for each text, in all columns but the first two."""
    with path.open("w", encoding="utf-8", errors="ignore", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(columns)
        for number, text in enumerate(TEXTS):
            writer.writerow([f"p{number}@firm{number}.com", second, *[text.replace("\0", "")] * (len(columns) - 2)])


class Page(HTMLParser):
    """What a page is made of."""

    def __init__(self, text):
        super().__init__()
        self.made = []
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        self.made.append(
            (tag, *(f"{name}={value}" for name, value in attributes if name in ("href", "src") or name[:2] == "on"))
        )


def check_is_only_shown(text):
    """No character steers what shows the text, and no line commands a CI server."""
    hidden = {
        f"U+{ord(letter):04X}" for letter in text if letter not in "\r\n" and unicodedata.category(letter) in HIDDEN
    }
    assert hidden <= set(), hidden
    assert "\r" not in text.replace("\r\n", "\n")
    check_commands_nothing(text)


def check_commands_nothing(text):
    for line in text.splitlines():
        assert not re.search(r"##\w*\[", line), line
        assert not line.lstrip().startswith("::"), line


HIDDEN = ("Cc", "Cf", "Cs", "Zl", "Zp")


def check_page(text):
    made = [part for element in Page(text).made for part in element]
    assert not [part for part in made if "evil" in part or part.startswith(("img", "on", "href=http", "src=http"))]


def check_csv(text):
    rows = list(csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline=""), strict=True))
    assert {len(row) for row in rows} == {len(rows[0])}
    assert not [cell for row in rows for cell in row if re.match(r"[\s\"]*[=+@＝]|[\s\"]*-\D", cell)]


def check_github(text):
    """A line that is a command of ours is read as that, whatever else it holds."""
    check_commands_nothing("\n".join(line for line in text.splitlines() if not COMMAND.match(line)))


CHECKS = {
    "html": check_page,
    "csv": check_csv,
    "json": json.loads,
    "sarif": json.loads,
    "gitlab": json.loads,
    "junit": ElementTree.fromstring,
    "markdown": lambda text: check_page(
        cmarkgfm.github_flavored_markdown_to_html(text, MarkdownOptions.CMARK_OPT_UNSAFE)
    ),
    "github": check_github,
    "text": check_commands_nothing,
}


@pytest.mark.slow
def test_every_format_of_a_report(hostile_campaign, run, monkeypatch):
    monkeypatch.delenv("GITHUB_STEP_SUMMARY", raising=False)
    assert set(CHECKS) == set(FORMATS)
    outputs = [part for name in CHECKS for part in ("--format", name, "--output", f"out.{name}")]
    ran = run("check", hostile_campaign, "--verbose", "--no-redact", *outputs)
    assert ran.status == 1, ran
    check_is_only_shown(ran.out + ran.err)
    for name, check in CHECKS.items():
        text = Path(f"out.{name}").read_bytes().decode("utf-8")
        check(text)
        shown = text.removeprefix("\ufeff")
        if name == "github":
            assert not [letter for letter in shown if letter != "\n" and unicodedata.category(letter) in HIDDEN]
        else:
            check_is_only_shown(shown)


@pytest.mark.slow
@pytest.mark.parametrize(
    "command",
    [
        ("preview", "{plan}", "--row", "25"),
        ("brief", "{plan}"),
        ("brief", "{plan}", "--format", "markdown"),
        ("brief", "{plan}", "--format", "html"),
        ("explain", "OWN001", "--rules", "{pack}"),
        ("explain", "OWN", "--rules", "{pack}"),
        ("rules", "--rules", "{pack}"),
        ("rules", "--rules", "{pack}", "--format", "json"),
    ],
    ids=lambda command: "-".join(command).replace("{", "").replace("}", ""),
)
def test_every_command(hostile_campaign, run, command):
    names = {"plan": hostile_campaign / "plan.yaml", "pack": next(hostile_campaign.glob("own*"))}
    ran = run(*(part.format(**names) for part in command))
    assert ran.status == 0, ran.err
    assert "evil" in ran.out
    check_is_only_shown(ran.out)
    check_is_only_shown(ran.err)
    if "markdown" in command:
        CHECKS["markdown"](ran.out)
    elif "html" in command:
        check_page(ran.out)


@pytest.mark.slow
def test_a_fix_is_a_patch_whose_lines_all_begin_as_one_does(hostile_campaign, run):
    ran = run("fix", hostile_campaign / "plan.yaml", "--unsafe", "--no-redact")
    assert ran.status in (0, 1), ran
    check_is_only_shown(ran.err)
    assert all(re.match(r"[-+ @\\#]|$", line) for line in ran.out.split("\n") if line.startswith(("-", "+", ":", "#")))


@pytest.mark.parametrize("text", [text for text in TEXTS if "\udcfc" not in text], ids=range(len(TEXTS) - 1))
def test_mistakes_in_a_plan(in_folder, run, text):
    yaml_file(
        Path("plan.yaml"),
        {"name": [text], text: text, "purpose": text, "sender": {"email": text, text: 1}, "message": text},
    )
    ran = run("check", "plan.yaml")
    assert (ran.status, ran.out) == (2, "")
    check_is_only_shown(ran.err)
    assert all(line.startswith("plan.yaml") for line in ran.err.splitlines())
