import subprocess

import pytest

from sigcheck.acknowledge import write_acknowledgement
from sigcheck.errors import InputError
from sigcheck.linter import Options, lint

ANA, MAX, KIM = "ana.ruiz@northwind.com", "max.stone@northwind.com", "kim.park@northwind.com"
GIT = Options(select=("SND001", "SND002"), require_git=True)
ROSTER = f"name,email\nAna Ruiz,{ANA}\nMax Stone,{MAX}\n"
LIST = "email,owner\ndana.lee@acme.com,Ana Ruiz\nomar.diaz@globex.com,Max Stone\n"


class Repository:
    """A repository of one campaign; every commit takes in all that changed."""

    def __init__(self, folder):
        self.folder = folder
        self.git("init", "-q", "-b", "main")

    def git(self, *arguments, author=KIM):
        settings = ("-c", f"user.email={author}", "-c", "user.name=Somebody", "-c", "commit.gpgsign=false")
        subprocess.run(["git", *settings, *arguments], cwd=self.folder, check=True, capture_output=True)

    def commit(self, author):
        self.git("add", "-A")
        self.git("commit", "-q", "-m", "change", author=author)


@pytest.fixture
def repository(campaign, tmp_path, monkeypatch):
    """A function that writes a campaign into a new repository; nobody's own settings of Git count."""
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(tmp_path / "none"))
    monkeypatch.setenv("GIT_CONFIG_SYSTEM", str(tmp_path / "none"))

    def write(**inputs):
        plan = campaign(acknowledged=[], **inputs)
        found = Repository(plan.parent)
        found.commit(KIM)
        return plan, found

    return write


def problems(plan, options=GIT):
    marks = ((finding, finding.message.partition("in that name")) for finding in lint(plan, options).findings)
    return [
        (finding.code, rest.removeprefix(": the acknowledgement in plan.ack.yaml ")) for finding, (*_, rest) in marks
    ]


def test_an_acknowledgement_that_the_sender_committed_counts(repository):
    plan, repo = repository()
    write_acknowledgement(plan, ANA)
    repo.commit("Ana.Ruiz@northwind.com")
    assert problems(plan) == []


def test_one_that_somebody_else_committed_does_not(repository):
    plan, repo = repository()
    write_acknowledgement(plan, ANA)
    repo.commit(MAX)
    assert problems(plan) == [("SND001", f"was last changed by {MAX}")]
    assert problems(plan, GIT._replace(require_git=False)) == []


def test_one_that_is_not_committed_does_not(repository):
    plan, repo = repository()
    write_acknowledgement(plan, ANA)
    assert problems(plan) == [("SND001", "is not committed")]
    repo.commit(ANA)
    (plan.parent / "recipients.csv").write_text("email\nsomebody@else.com\n")
    write_acknowledgement(plan, ANA)
    assert problems(plan) == [("SND001", "is not committed")]


def test_what_others_change_after_the_sender_ends_it(repository):
    plan, repo = repository()
    write_acknowledgement(plan, ANA)
    repo.commit(ANA)
    file = plan.parent / "plan.ack.yaml"
    file.write_text(file.read_text().replace("count: 2", "count: 3"))
    repo.commit(MAX)
    assert problems(plan) == [("SND001", f"was last changed by {MAX}")]


def test_a_comment_or_another_file_by_somebody_else_ends_nothing(repository):
    plan, repo = repository()
    write_acknowledgement(plan, ANA)
    repo.commit(ANA)
    file = plan.parent / "plan.ack.yaml"
    file.write_text("# seen\n" + file.read_text())
    plan.write_text("# seen\n" + plan.read_text())
    repo.commit(MAX)
    assert problems(plan) == []


def test_a_stale_one_of_the_senders_own_is_still_stale(repository):
    plan, repo = repository()
    write_acknowledgement(plan, ANA)
    repo.commit(ANA)
    plan.write_text(plan.read_text().replace("10:07", "10:09"))
    repo.commit(KIM)
    assert [finding.code for finding in lint(plan, GIT).findings] == ["SND002"]


def test_each_of_a_roster_commits_their_own_entry(repository):
    plan, repo = repository(senders=ROSTER, recipients=LIST)
    write_acknowledgement(plan, ANA)
    repo.commit(ANA)
    write_acknowledgement(plan, MAX)
    repo.commit(MAX)
    assert problems(plan) == []
    write_acknowledgement(plan, ANA)
    repo.commit(ANA)
    assert problems(plan) == []


def test_one_of_a_roster_cannot_vouch_for_another(repository):
    plan, repo = repository(senders=ROSTER, recipients=LIST)
    write_acknowledgement(plan, ANA)
    write_acknowledgement(plan, MAX)
    repo.commit(MAX)
    assert problems(plan) == [("SND001", f"was last changed by {MAX}")]


def test_entries_that_came_on_two_branches_keep_their_authors(repository):
    plan, repo = repository(senders=ROSTER, recipients=LIST)
    repo.git("switch", "-q", "-c", "max")
    write_acknowledgement(plan, MAX)
    repo.commit(MAX)
    of_max = (plan.parent / "plan.ack.yaml").read_text()
    repo.git("switch", "-q", "main")
    write_acknowledgement(plan, ANA)
    repo.commit(ANA)
    of_ana = (plan.parent / "plan.ack.yaml").read_text()
    repo.git("merge", "-q", "-s", "ours", "--no-commit", "max")
    (plan.parent / "plan.ack.yaml").write_text(of_ana + of_max.partition("acknowledged:\n")[2])
    repo.commit(KIM)
    assert problems(plan) == []


def test_an_address_mapped_by_the_repository_itself_is_not_believed(repository):
    plan, repo = repository()
    write_acknowledgement(plan, ANA)
    (plan.parent / ".mailmap").write_text(f"Ana Ruiz <{ANA}> <{MAX}>\n")
    repo.commit(MAX)
    assert problems(plan) == [("SND001", f"was last changed by {MAX}")]


def test_a_shallow_clone_tells_nothing(repository, tmp_path):
    plan, repo = repository()
    write_acknowledgement(plan, ANA)
    repo.commit(MAX)
    plan.write_text("# seen\n" + plan.read_text())
    repo.commit(ANA)
    repo.git("clone", "-q", "--depth", "1", f"file://{repo.folder}", tmp_path / "shallow")
    ((code, problem),) = problems(tmp_path / "shallow" / "plan.yaml")
    assert code == "SND001"
    assert "fetch all of it (fetch-depth: 0)" in problem


def test_a_folder_without_a_repository_is_one_clear_line(campaign, monkeypatch, tmp_path):
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    with pytest.raises(InputError, match="as --require-git asks: fatal: not a git repository"):
        lint(campaign(acknowledged=[ANA]), GIT)


def test_a_machine_without_git_is_one_clear_line(campaign, monkeypatch):
    plan = campaign(acknowledged=[ANA])
    monkeypatch.setenv("PATH", "")
    with pytest.raises(InputError, match="as --require-git asks: git cannot be run"):
        lint(plan, GIT)


def test_a_plan_that_nobody_acknowledged_asks_git_nothing(campaign, monkeypatch):
    plan = campaign(acknowledged=[])
    monkeypatch.setenv("PATH", "")
    assert [finding.code for finding in lint(plan, GIT).findings] == ["SND001"]


def test_a_folder_that_passes_itself_off_for_a_repository_is_refused(repository):
    plan, made_up = repository()
    write_acknowledgement(plan, ANA)
    made_up.commit(ANA)
    Repository(plan.parent.parent).commit(KIM)
    for path in (plan.parent / ".git").iterdir():
        path.rename(plan.parent / path.name)
    (plan.parent / ".git").rmdir()
    made_up.git("--git-dir=.", "config", "core.worktree", ".")
    with pytest.raises(InputError, match="who committed it cannot be told"):
        problems(plan)
