"""The package as others get it: a wheel in an empty environment, and a pre-commit hook in a git repository."""

import os
import shutil
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

from sigcheck.rule import load_packs

ROOT = Path(__file__).parent.parent

pytestmark = pytest.mark.slow


def run(*command, cwd, **environment):
    return subprocess.run(
        [str(part) for part in command],
        cwd=cwd,
        capture_output=True,
        text=True,
        encoding="utf-8",
        env={**os.environ, **environment},
        check=False,
    )


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    folder = tmp_path_factory.mktemp("dist")
    built = run(sys.executable, "-m", "build", "--wheel", "--outdir", folder, ROOT, cwd=folder)
    assert built.returncode == 0, built.stdout + built.stderr
    (path,) = folder.glob("*.whl")
    return path


def test_the_wheel_holds_every_rule_every_template_and_the_marker_of_types(wheel):
    names = set(zipfile.ZipFile(wheel).namelist())
    rules = {path.relative_to(ROOT).as_posix() for path in (ROOT / "rules").rglob("*.yaml")}
    assert {f"sigcheck/{name}" for name in rules} <= names
    templates = {path.relative_to(ROOT).as_posix() for path in (ROOT / "sigcheck/formats/html").iterdir()}
    assert {name for name in templates if "__pycache__" not in name} <= names
    assert {"sigcheck/formats/html/report.html.jinja", "sigcheck/formats/html/report.css"} <= names
    assert {"sigcheck/py.typed", "sigcheck/facts/data/legal_forms.txt"} <= names
    assert not [name for name in names if name.startswith("tests/")]


def test_a_wheel_in_an_empty_environment_finds_its_rules(wheel, tmp_path, campaign):
    environment = tmp_path / "environment"
    venv.create(environment, with_pip=True)
    python = environment / ("Scripts" if os.name == "nt" else "bin") / "python"
    installed = run(python, "-m", "pip", "install", "-q", wheel, cwd=tmp_path)
    assert installed.returncode == 0, installed.stderr
    ran = run(python.with_name("sigcheck"), campaign(), "--format", "json", cwd=tmp_path)
    assert ran.stderr == ""
    codes = {loaded.code for pack in load_packs() if pack.header.key != "INT" for loaded in pack.rules}
    assert sum(code in ran.stdout for code in codes) == len(codes)
    ran = run(python.with_name("sigcheck"), "campaign/plan.yaml", "--output", "report.html", cwd=tmp_path)
    assert ran.stderr == ""
    assert "</html>" in (tmp_path / "report.html").read_text(encoding="utf-8")


@pytest.fixture
def repository(tmp_path, campaign):
    """A git repository that holds a campaign and uses the hook of this checkout."""
    source = tmp_path / "sigcheck"
    tracked = run("git", "ls-files", "--cached", "--others", "--exclude-standard", cwd=ROOT).stdout.splitlines()
    for name in tracked:
        if (ROOT / name).is_file():
            (source / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, source / name)
    git(source, "init", "-q")
    git(source, "add", "-A")
    git(source, "commit", "-q", "-m", "sigcheck")
    folder = campaign("repository", history="none").parent
    revision = git(source, "rev-parse", "HEAD").stdout.strip()
    (folder / ".pre-commit-config.yaml").write_text(
        f"repos:\n- repo: {source}\n  rev: {revision}\n  hooks: [{{id: sigcheck, args: [--select, ORG001]}}]\n"
    )
    (folder / "notes.txt").write_text("Nothing to see here.\n")
    git(folder, "init", "-q")
    git(folder, "add", "-A")
    git(folder, "commit", "-q", "-m", "campaign")
    return folder


def git(folder, *words):
    identity = ("-c", "user.name=Ana", "-c", "user.email=ana@northwind.com", "-c", "commit.gpgsign=false")
    return run("git", *identity, *words, cwd=folder)


def commit(folder, name, text):
    """Commit a change of one file and return what pre-commit said."""
    with (folder / name).open("a", encoding="utf-8") as file:
        file.write(text)
    git(folder, "add", name)
    return run(sys.executable, "-m", "pre_commit", "run", "--verbose", "--color", "never", cwd=folder)


def test_pre_commit_checks_the_plan_of_whatever_changed(repository):
    for name, text in (("plan.yaml", "# a comment\n"), ("message.txt", "\nPS: hello\n")):
        passed = commit(repository, name, text)
        assert passed.returncode == 0, passed.stdout + passed.stderr
        assert "plan.yaml" in passed.stdout
    ignored = commit(repository, "notes.txt", "Nor here.\n")
    assert ignored.returncode == 0
    git(repository, "commit", "-q", "--no-verify", "-m", "changes")
    ignored = commit(repository, "notes.txt", "Nor here again.\n")
    assert (ignored.returncode, "plan.yaml" in ignored.stdout) == (0, False)
    git(repository, "commit", "-q", "--no-verify", "-m", "notes")
    failed = commit(repository, "recipients.csv", "kim.wu@acme.com,Kim,Wu,Acme,United States,New York\n")
    assert failed.returncode == 1
    assert "2 people at Acme get this email" in failed.stdout
