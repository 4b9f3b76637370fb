"""A whole check over Spark Connect says what DuckDB says."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
import spark_here
from standalone import connect_server

pytestmark = [
    pytest.mark.slow,
    pytest.mark.spark,
    pytest.mark.skipif(not spark_here.is_long, reason=f"takes some minutes: set {spark_here.LONG} to run it"),
]

PLAN = Path(__file__).resolve().parents[3] / "examples" / "first-time" / "plan.yaml"


def report_of(*arguments):
    """Return what a check prints, as a user starts it."""
    command = [sys.executable, "-m", "sigcheck", "check", PLAN, "--format", "json", *arguments]
    ended = subprocess.run(command, capture_output=True, text=True, check=False)
    assert ended.stderr == ""
    return json.loads(ended.stdout)


def test_a_check_over_spark_connect_finds_the_same(tmp_path):
    with connect_server(tmp_path, spark_here.SETTINGS) as address:
        found = report_of("--engine", "spark", "--master", address)
    assert found == report_of()
