"""The connection to Spark: started, reused or reached, and quiet."""

from __future__ import annotations

import os
import re
import sys
import tempfile
import warnings
from collections.abc import Callable
from typing import IO, TYPE_CHECKING, Any, NamedTuple

from sigcheck.errors import InputError

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

_SETTINGS = {
    "spark.sql.session.timeZone": "UTC",
    "spark.sql.ansi.enabled": "true",
    "spark.sql.caseSensitive": "false",
}
"""Settings of each session of ours; whatever else is set stays as the cluster has it."""

_QUIET = {"spark.app.name": "sigcheck", "spark.ui.showConsoleProgress": "false", "spark.log.level": "ERROR"}
"""Settings of a Spark that is started for us, unless the machine's own defaults say otherwise."""

_ENDING = {"spark.task.reaper.enabled": "true", "spark.task.reaper.killTimeout": "60s"}
"""Settings by which a cluster ends a worker's process that goes on with a query although that was stopped."""


def new_session(master: str) -> SparkSession:
    """Return a session of its own: on the Spark of this process where it has one, else on `master`.

    `master` is local[N], spark://host:port, yarn …, or sc://host:port for Spark Connect. Raises InputError where
    it cannot be reached.
    """
    warnings.filterwarnings("ignore", message="PySpark does not yet fully support pandas", category=FutureWarning)
    session = _connected(master) if _is_remote(master) else _started(master)
    for name, value in _SETTINGS.items():
        session.conf.set(name, value)
    return session


def is_local(master: str) -> bool:
    """Return whether the workers are part of this machine's own process."""
    return master.startswith("local")


class JobTags(NamedTuple):
    """How a thread marks what it asks from here on, and how that is stopped from any other thread."""

    add: Callable[[str], None]
    remove: Callable[[str], None]
    stop: Callable[[str], object]


def job_tags(session: SparkSession, master: str) -> JobTags:
    """Return how jobs of a session on `master` are marked and stopped."""
    if _is_remote(master):
        return JobTags(session.addTag, session.removeTag, session.interruptTag)
    # Here a session's own tags are known to no thread but the one that has set them.
    context = session.sparkContext
    return JobTags(context.addJobTag, context.removeJobTag, context.cancelJobsWithTag)


def _is_remote(master: str) -> bool:
    return master.startswith("sc://")


def _connected(url: str) -> SparkSession:
    from pyspark.errors import PySparkException
    from pyspark.sql import SparkSession

    try:
        session: SparkSession = SparkSession.builder.remote(url).create()
        session.sql("SELECT 1").collect()
    except ImportError as error:
        raise _unavailable(f"cannot use Spark Connect: {first_line(error)}: pip install 'pyspark[connect]'") from None
    except (PySparkException, OSError) as error:
        raise _unavailable(f"cannot be reached at {url}: {first_line(error)}") from None
    return session


def _started(master: str) -> SparkSession:
    from pyspark import SparkConf, SparkContext
    from pyspark.errors import PySparkException
    from pyspark.sql import SparkSession

    if SparkContext._active_spark_context is not None:
        return SparkSession.builder.getOrCreate().newSession()
    if is_local(master):
        os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    settings = SparkConf(loadDefaults=False)
    settings.setAll([*_QUIET.items(), *_ENDING.items(), ("spark.master", master)])
    with tempfile.TemporaryFile() as log:
        try:
            return SparkSession(SparkContext(conf=settings, gateway=_gateway(settings, log))).newSession()
        except (PySparkException, Exception) as error:
            log.seek(0)
            said = log.read().decode("utf-8", "replace")
            raise _unavailable(f"cannot start on {master}: {_reason(error, said)}") from None


def _gateway(settings: Any, log: IO[bytes]) -> Any:
    """Return the way to a new Java machine, which says what it has to say into `log`."""
    from pyspark.java_gateway import launch_gateway

    return launch_gateway(settings, popen_kwargs={"stderr": log})


def _reason(error: Exception, log: str) -> str:
    """Return in one line why Spark did not start."""
    if "JAVA_HOME is not set" in log or "java: not found" in log or "No such file" in log:
        return "Java is missing: install Java 17 or newer (openjdk-17-jre-headless), or set JAVA_HOME"
    if "UnsupportedClassVersionError" in log:
        return "Java is too old: install Java 17 or newer, and set JAVA_HOME to it"
    told = [
        line.strip() for line in log.splitlines() if "Exception" in line or "ERROR" in line or line.startswith("Error")
    ]
    return (told[0] if told else first_line(error)).removeprefix('Exception in thread "main" ')


def first_line(error: BaseException) -> str:
    """Return in one line what an error says: its first, or what went wrong in Python on a worker."""
    lines = [line.strip() for line in str(error).strip().splitlines() if line.strip()]
    if lines and "Python worker" in lines[0]:
        raised = [line for line in lines if re.match(r"[\w.]+(Error|Exception): ", line)]
        if raised and "No module named 'sigcheck'" in raised[-1]:
            return "sigcheck is not installed where Spark's workers run: install the same version there"
        return raised[-1] if raised else lines[0]
    if len(lines) > 1 and lines[0].startswith("An error occurred while calling"):
        return lines[1].removeprefix(": ")
    return lines[0] if lines else type(error).__name__


def _unavailable(text: str) -> InputError:
    return InputError.at("spark", text)
