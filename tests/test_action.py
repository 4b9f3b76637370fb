"""The GitHub Action: linted with real linters, and its steps run as a runner would run them."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parent.parent
ACTION = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))


def lint(*command):
    program = shutil.which(command[0], path=Path(sys.executable).parent)
    return subprocess.run([program, *command[1:]], cwd=ROOT, capture_output=True, text=True, check=False)


def test_the_action_has_the_form_that_github_asks_for():
    checked = lint("check-jsonschema", "--builtin-schema", "vendor.github-actions", "action.yml")
    assert checked.returncode == 0, checked.stdout


def test_the_action_has_no_hole_that_a_security_linter_knows():
    checked = lint("zizmor", "--offline", "--pedantic", "--no-progress", "action.yml")
    assert checked.returncode == 0, checked.stdout + checked.stderr


def run_step(number, folder, temporary, inputs):
    """Run a step of the action in `folder`, with the inputs given and the environment that a runner sets."""
    defaults = {name: entry["default"] for name, entry in ACTION["inputs"].items()}
    values = {**defaults, "python": sys.executable, **inputs}
    step = ACTION["runs"]["steps"][number]
    given = {name: values[text.split("inputs.")[1].split()[0]] for name, text in step["env"].items()}
    runner = {
        "RUNNER_TEMP": str(temporary),
        "GITHUB_ACTION_PATH": str(ROOT),
        "GITHUB_OUTPUT": str(temporary / "output"),
        "GITHUB_STEP_SUMMARY": str(temporary / "summary.md"),
        "CI": "true",
    }
    return subprocess.run(
        ["bash", "-e", "-o", "pipefail", "-c", step["run"]],
        cwd=folder,
        env={**os.environ, **runner, **given},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture(scope="module")
def runner(tmp_path_factory):
    """The temporary folder of a runner on which the first step has installed sigcheck."""
    temporary = tmp_path_factory.mktemp("runner")
    installed = run_step(0, temporary, temporary, {})
    assert installed.returncode == 0, installed.stderr
    return temporary


@pytest.mark.slow
def test_a_runner_gets_annotations_a_summary_and_the_exit_status(campaign, runner):
    folder = campaign(recipients="email,company\na@acme.com,Acme\nb@acme.com,Acme\n").parent
    (runner / "output").unlink(missing_ok=True)
    ran = run_step(1, folder, runner, {"paths": "plan.yaml\n\n", "fail-under": "99", "require-git": "true"})
    assert ran.returncode == 1, ran.stderr
    assert "::error file=recipients.csv,line=2" in ran.stdout
    assert "ORG001" in (runner / "summary.md").read_text(encoding="utf-8")
    assert (runner / "output").read_text(encoding="utf-8") == "exit-status=1\n"


def test_an_input_is_an_argument_whatever_it_holds(campaign, tmp_path):
    folder = campaign().parent
    ran = run_step(1, folder, tmp_path, {"paths": "$(touch hacked); `touch hacked`"})
    assert ran.returncode == 2
    assert not (folder / "hacked").exists()
    assert (tmp_path / "output").read_text(encoding="utf-8") == "exit-status=2\n"
