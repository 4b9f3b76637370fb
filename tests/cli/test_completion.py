import os
import shutil
import subprocess
import sys

import pytest


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_the_script_of_a_shell_is_printed(run, shell):
    ran = run("completion", shell)
    assert (ran.status, ran.err) == (0, "")
    assert f"_SIGCHECK_COMPLETE={shell}_complete" in ran.out


def test_another_shell_is_refused(run):
    assert run("completion", "cmd").status == 2


@pytest.mark.parametrize(
    ("words", "completed"),
    [
        ("sigcheck ex", ["plain,explain"]),
        ("sigcheck explain --r", ["plain,--rules"]),
        ("sigcheck plan", ["file,plan"]),
        ("sigcheck check plan", ["file,plan"]),
        ("sigcheck plan.yaml --form", ["plain,--format"]),
    ],
)
def test_commands_options_and_files_are_completed(words, completed):
    asked = {"_SIGCHECK_COMPLETE": "bash_complete", "COMP_WORDS": words, "COMP_CWORD": str(words.count(" "))}
    command = [sys.executable, "-c", "from sigcheck.cli import main; main()"]
    ran = subprocess.run(command, env={**os.environ, **asked}, capture_output=True, text=True, check=False)
    assert ran.stdout.split() == completed


@pytest.mark.skipif(shutil.which("bash") is None, reason="needs bash")
def test_bash_can_read_its_script(run):
    ran = subprocess.run(
        ["bash", "-n"], input=run("completion", "bash").out, text=True, capture_output=True, check=False
    )
    assert (ran.returncode, ran.stderr) == (0, "")
