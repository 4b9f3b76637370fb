"""A check of a million rows on a cluster that loses one of its two workers meanwhile."""

import json
import os
import subprocess
import sys

import pytest
import spark_here
from planned_sends import Size, write_planned_send
from standalone import HOST, cluster, free_port, page, wait_for

pytestmark = [
    pytest.mark.slow,
    pytest.mark.spark,
    pytest.mark.skipif(not spark_here.is_long, reason=f"takes many minutes: set {spark_here.LONG} to run it"),
]

SIZE = Size(recipients=100_000, history=900_000)
RULES = "FRQ,ORG,DUP"
"""Those that ask for the list and the history together, with facts about both."""


def settings(ui):
    given = {
        "spark.ui.enabled": "true",
        "spark.ui.port": ui,
        "spark.driver.host": HOST,
        "spark.driver.memory": "1g",
        "spark.executor.memory": "1000m",
        "spark.sql.shuffle.partitions": 4,
    }
    return " ".join(f"--conf {name}={value}" for name, value in given.items()) + " pyspark-shell"


def tasks_done(ui):
    """Return how many tasks each executor has done."""
    (application,) = page(ui, "api/v1/applications")
    found = page(ui, f"api/v1/applications/{application['id']}/executors")
    return {one["id"]: one["completedTasks"] for one in found if one["id"] != "driver"}


def report_of(plan, *arguments, **environment):
    """Start a check as a user does."""
    command = [sys.executable, "-m", "sigcheck", "check", plan, "--select", RULES, "--format", "json", *arguments]
    return subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env={**os.environ, **environment}
    )


def test_a_million_rows_are_checked_right_though_a_worker_stops_in_mid_run(tmp_path):
    plan = write_planned_send(tmp_path / "send", SIZE)
    expected, _ = report_of(plan).communicate()
    ui = free_port()
    with cluster(tmp_path, workers=2) as running:
        checking = report_of(plan, "--engine", "spark", "--master", running.master, PYSPARK_SUBMIT_ARGS=settings(ui))
        try:
            wait_for(lambda: sum(done > 5 for done in tasks_done(ui).values()) == 2)
            assert checking.poll() is None
            running.kill_worker(0)
            found, said = checking.communicate()
        finally:
            checking.kill()
        wait_for(lambda: running.alive_workers() == 1)
    assert said == ""
    assert json.loads(found) == json.loads(expected)
    assert json.loads(expected)["plans"][0]["findings"]
