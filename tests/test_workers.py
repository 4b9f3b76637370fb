"""Many plans are shared out among processes, and nothing is different but the time it takes."""

import os
from pathlib import Path

import pytest

from sigcheck import InputError, Options, lint_together
from sigcheck.errors import QueryError
from sigcheck.workers import usual_jobs, workers


def test_reports_are_the_same_and_in_the_same_order(campaign):
    plans = [campaign(name, plan={"name": name}) for name in ("spring", "summer", "autumn", "broken")]
    (plans[-1].parent / "message.txt").unlink()
    options = Options(select=("DUP006", "ORG"))
    alone, shared = lint_together(plans, options), lint_together(plans, options._replace(jobs=2))
    assert shared[:-1] == alone[:-1]
    assert isinstance(shared[-1], InputError)
    assert shared[-1].mistakes == alone[-1].mistakes


def test_a_process_that_ends_too_early_is_told(tmp_path):
    with pytest.raises(QueryError, match="a process ended"), workers(2, tmp_path) as mapped:
        list(mapped(os._exit, [7, 7]))


def test_what_processes_keep_meanwhile_is_kept_in_the_folder(tmp_path):
    with workers(2, tmp_path) as mapped:
        (kept,) = mapped(_a_temporary_file, [None])
    assert Path(kept).parent == tmp_path


def _a_temporary_file(_):
    import tempfile

    with tempfile.NamedTemporaryFile(delete=False) as file:
        return file.name


@pytest.mark.parametrize("tasks", [1, 2, 11])
def test_few_plans_are_checked_in_one_process(tasks, monkeypatch):
    monkeypatch.setattr(os, "cpu_count", lambda: 8)
    assert usual_jobs(tasks) == 1


def test_many_plans_take_all_cores(monkeypatch):
    monkeypatch.setattr(os, "cpu_count", lambda: 4)
    assert usual_jobs(200) == 4
