import atexit
import gc
import os
import shutil
import tempfile
from pathlib import Path
from typing import NamedTuple

import pytest
import spark_here
from hypothesis import settings

from sigcheck.cli import main
from sigcheck.rule_examples import write_example

# In CI the same examples each time, so that a change fails for its own faults alone; elsewhere always new ones.
settings.register_profile("ci", derandomize=True, deadline=None)
settings.register_profile("here", deadline=None)
settings.load_profile("ci" if os.environ.get("CI") else "here")

os.environ["SIGCHECK_CACHE_DIR"] = tempfile.mkdtemp(prefix="sigcheck-test-cache-")
atexit.register(shutil.rmtree, os.environ["SIGCHECK_CACHE_DIR"], ignore_errors=True)


def pytest_configure(config):
    # Where tests are shared out among processes, those on Spark stay together, so that it is started once.
    if getattr(config.option, "dist", "no") == "load":
        config.option.dist = "loadgroup"


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items):
    for item in items:
        if item.get_closest_marker("spark") is not None:
            item.add_marker(pytest.mark.xdist_group("spark"))


def pytest_runtest_setup(item):
    if item.get_closest_marker("spark") is None:
        return
    reason = spark_here.missing()
    if reason is not None and os.environ.get(spark_here.REQUIRED):
        pytest.fail(f"{spark_here.REQUIRED} is set, but {reason}")
    if reason is not None:
        pytest.skip(reason)
    spark_here.set_up()


class Ran(NamedTuple):
    status: int
    out: str
    err: str


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


@pytest.fixture
def run(capsys):
    """A function that runs the command line in this process."""

    def call(*arguments: object) -> Ran:
        threshold = gc.get_threshold()
        try:
            with pytest.raises(SystemExit) as ended:
                main([str(argument) for argument in arguments])
        finally:
            gc.set_threshold(*threshold)  # the command line sets its own
        printed = capsys.readouterr()
        return Ran(ended.value.code, printed.out, printed.err)

    return call
