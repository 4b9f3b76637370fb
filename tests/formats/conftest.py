from functools import cache
from pathlib import Path

import pytest

from sigcheck import Options, lint

ROOT = Path(__file__).resolve().parents[2]


@cache
def _sinful():
    return lint(ROOT / "examples" / "sinful" / "plan.yaml", Options(redact=True)).redacted()


@pytest.fixture
def sinful(monkeypatch):
    """The report of the sinful example, seen from the top of the repository, with nobody's name or address."""
    monkeypatch.chdir(ROOT)
    return _sinful()
