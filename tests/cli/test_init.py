import os
import subprocess
import sys

import pytest

from sigcheck import lint, load_plan
from sigcheck.cli.questions import QUESTIONS

ALL = [
    *("--name", "Spring visit", "--sender-name", "Maya Okafor", "--sender-email", "maya.okafor@proseware.com"),
    *("--sender-title", "Account Executive", "--purpose", "introduction", "--audience", "customers"),
    *("--timezone", "america/chicago", "--postal-address", "480 Pecan Street, Austin, TX 78701"),
    *("--opt-out-owner", "privacy@proseware.com", "--relevance", "Both run a warehouse.", "--history", "none"),
    *("--suppress", "none"),
]


def test_all_can_be_said_as_options(run, in_folder):
    ran = run("init", "send", *ALL)
    assert (ran.status, ran.err) == (0, "")
    assert ran.out.startswith("Wrote send/plan.yaml, send/message.txt, send/recipients.csv, send/plan.ack.yaml.\n")
    assert "for you to replace" not in ran.out
    assert "  sigcheck acknowledge send/plan.yaml --as maya.okafor@proseware.com\n" in ran.out
    plan = load_plan(in_folder / "send" / "plan.yaml")
    assert (plan.purpose, plan.audience, plan.schedule.timezone) == ("introduction", "customers", "America/Chicago")


def test_what_is_not_said_is_filled_in_with_examples_that_are_named(run, in_folder):
    ran = run("init", "--yes", "--sender-name", "Maya Okafor")
    assert ran.status == 0
    named = "sender_email, sender_title, postal_address, opt_out_owner"
    assert f"Examples, for you to replace: {named}.\n" in ran.out
    plan = load_plan(in_folder / "plan.yaml")
    assert (plan.sender.name, plan.sender.email) == ("Maya Okafor", "ana.ruiz@northwind.com")


def test_what_it_wrote_can_be_checked_at_once(run, in_folder):
    run("init", "--yes")
    errors = {finding.code for finding in lint("plan.yaml").findings if finding.severity == "error"}
    assert errors == {"SND001"}


def test_nothing_is_written_over_without_force(run, in_folder):
    run("init", "--yes")
    (in_folder / "message.txt").write_text("mine", encoding="utf-8")
    ran = run("init", "--yes")
    assert (ran.status, ran.out, ran.err.count("\n")) == (2, "", 4)
    assert "message.txt: exists already: name another folder, or write over it with --force\n" in ran.err
    assert (in_folder / "message.txt").read_text(encoding="utf-8") == "mine"
    assert run("init", "--yes", "--force").status == 0


@pytest.mark.parametrize(
    "arguments",
    [
        ["--sender-email", "ana"],
        ["--timezone", "Atlantis"],
        ["--purpose", "fun"],
        ["--audience", "everybody"],
        ["--name", ""],
        ["--sender-name", "Ana\nRuiz"],
        ["--relevance", "x" * 400],
    ],
)
def test_a_wrong_answer_ends_in_status_2_and_writes_nothing(run, in_folder, arguments):
    ran = run("init", "--yes", *arguments)
    assert (ran.status, ran.out) == (2, "")
    assert arguments[0] in ran.err
    assert list(in_folder.iterdir()) == []


def test_every_question_has_an_option_and_an_answer_of_its_own():
    assert len({question.key for question in QUESTIONS}) == len(QUESTIONS)
    for question in QUESTIONS:
        default = question.default()
        assert default is None or question.read(default) == default


@pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")
def test_at_a_terminal_it_asks_and_asks_again_after_a_wrong_answer(tmp_path):
    import pty

    main_end, other_end = pty.openpty()
    answers = [
        "Visit",
        "Maya Okafor",
        "maya",
        "maya@proseware.com",
        "",
        "",
        "",
        "UTC",
        "1 Elm Street",
        "",
        "",
        "none",
        "",
    ]
    os.write(main_end, "".join(f"{answer}\n" for answer in answers).encode())
    command = [sys.executable, "-m", "sigcheck", "init"]
    ran = subprocess.run(
        command, cwd=tmp_path, stdin=other_end, capture_output=True, text=True, timeout=60, check=False
    )
    os.close(main_end)
    os.close(other_end)
    assert ran.returncode == 0, ran.stderr
    assert "Error: --sender-email: " in ran.stdout + ran.stderr
    plan = load_plan(tmp_path / "plan.yaml")
    assert (plan.name, plan.sender.email, plan.sender.title) == ("Visit", "maya@proseware.com", "Account Executive")
    assert (plan.history, plan.suppress) == ("none", None)
