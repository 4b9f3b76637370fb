import os
import tempfile
from pathlib import Path

import pytest

from sigcheck.rule_examples import write_example

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
