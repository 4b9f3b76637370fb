import os
import tempfile
from pathlib import Path

import pytest
from hypothesis import settings

from sigcheck.rule_examples import write_example

# In CI the same examples each time, so that a change fails for its own faults alone; elsewhere always new ones.
settings.register_profile("ci", derandomize=True, deadline=None)
settings.register_profile("here", deadline=None)
settings.load_profile("ci" if os.environ.get("CI") else "here")

os.environ["SIGCHECK_CACHE_DIR"] = tempfile.mkdtemp(prefix="sigcheck-test-cache-")


@pytest.fixture
def campaign(tmp_path):
    """A function that writes a planned send in miniature and returns its plan; what is not given is clean."""

    def write(folder: str = "campaign", **inputs: object) -> Path:
        return write_example(inputs, tmp_path / folder)

    return write


@pytest.fixture
def in_folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return tmp_path
