"""Who committed an acknowledgement: Git's word that it is the sender's own.

What Git holds is a claim, as everybody can commit under any address; a forge that takes only verified or signed
commits makes it more than that.
"""

from __future__ import annotations

import os
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

from sigcheck.errors import InputError
from sigcheck.paths import label_of
from sigcheck.readable_file import read_bytes
from sigcheck.yaml_source import MAX_BYTES, parse_yaml

_TIMEOUT = 60
"""Seconds that Git may take for one answer."""


_CAUTION = ("-c", "safe.bareRepository=explicit", "-c", "core.fsmonitor=false")
"""A folder of the repository may itself look like one, with a history and a configuration that somebody made up."""

_OF_A_HOOK = frozenset({"GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX"})


class _Commit(NamedTuple):
    """A commit that changed the file; its parents are the nearest earlier commits that did."""

    digest: str
    parents: tuple[str, ...]
    author: str


def problem_with_author(path: Path, sender: str) -> str | None:
    """Return why the entry of `sender` in an acknowledgement file is not the sender's own by Git; None where it is.

    It is where the commit that last changed this entry, whatever became of other senders' entries in the file, was
    authored with the sender's address. Raises InputError where Git cannot be asked.
    """
    file = _File(path)
    entry = _entry(read_bytes(path, label_of(path), MAX_BYTES).decode("utf-8-sig", "replace"), sender)
    commits = file.commits()
    if not commits or entry != _entry(file.text_at("HEAD"), sender):
        return "is not committed"
    changed = _last_change(file, commits, sender, entry)
    if file.is_cut_off_at(changed.digest):
        return "is older than the part of the history that was fetched: fetch all of it (fetch-depth: 0)"
    return None if changed.author.lower() == sender else f"was last changed by {changed.author or 'nobody known'}"


class _File:
    """One file, and what Git says of it."""

    def __init__(self, path: Path) -> None:
        """Find the file's repository; raises InputError where it is in none."""
        self._path = path.resolve()
        self._label = label_of(path)
        self._run("rev-parse", "--show-toplevel")

    def commits(self) -> list[_Commit]:
        """Return the commits that changed the file, the latest first; merges that only brought changes together not."""
        listed = self._run("log", "--no-show-signature", "--parents", "--format=%H%x00%P%x00%ae", "--", self._path.name)
        rows = (line.split("\0") for line in listed.splitlines())
        return [_Commit(digest, tuple(parents.split()), author) for digest, parents, author in rows]

    def text_at(self, commit: str) -> str:
        """Return the file as a commit has it; empty where it has none."""
        return self._run("cat-file", "blob", f"{commit}:./{self._path.name}", otherwise="")

    def is_cut_off_at(self, commit: str) -> bool:
        """Return whether a shallow clone ends at a commit, so that it seems to have written all there is."""
        if self._run("rev-parse", "--is-shallow-repository").strip() != "true":
            return False
        return not self._run("log", "--no-show-signature", "-1", "--format=%P", commit, "--").strip()

    def _run(self, *arguments: str, otherwise: str | None = None) -> str:
        try:
            ran = subprocess.run(  # noqa: S603 - the arguments are ours, names of files and digests
                ["git", *_CAUTION, *arguments],  # noqa: S607 - whichever Git the user has
                cwd=self._path.parent,
                env=_environment(),
                capture_output=True,
                encoding="utf-8",
                errors="replace",
                timeout=_TIMEOUT,
                check=False,
            )
        except (OSError, subprocess.TimeoutExpired) as error:
            raise self._cannot(f"git cannot be run ({error})") from None
        if ran.returncode == 0:
            return ran.stdout
        if otherwise is not None:
            return otherwise
        raise self._cannot(ran.stderr.strip().partition("\n")[0] or f"git ended with {ran.returncode}")

    def _cannot(self, reason: str) -> InputError:
        return InputError.at(self._label, f"who committed it cannot be told, as --require-git asks: {reason}")


def _last_change(file: _File, commits: list[_Commit], sender: str, entry: object) -> _Commit:
    """Return the commit that made the entry what it is: none of its parents has it so."""
    by_digest = {commit.digest: commit for commit in commits}
    commit = commits[0]
    while True:
        same = (parent for parent in commit.parents if parent in by_digest)
        earlier = next((parent for parent in same if _entry(file.text_at(parent), sender) == entry), None)
        if earlier is None:
            return commit
        commit = by_digest[earlier]


def _entry(text: str, sender: str) -> Any:
    """Return a sender's entry in the text of an acknowledgement file; None where there is none."""
    try:
        listed = parse_yaml(text, Path(), "").data.get("acknowledged")
    except InputError:
        return None
    entries = [entry for entry in listed if isinstance(entry, Mapping)] if isinstance(listed, list) else []
    return [entry for entry in entries if str(entry.get("sender")).lower() == sender] or None


def _environment() -> dict[str, str]:
    """Return the environment without what a hook sets for its own repository; files and commits are what they say."""
    own = {name: value for name, value in os.environ.items() if name not in _OF_A_HOOK}
    return {**own, "GIT_LITERAL_PATHSPECS": "1", "GIT_NO_REPLACE_OBJECTS": "1", "LC_ALL": "C"}
