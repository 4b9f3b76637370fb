"""Whether Spark can be started here, and how it is set up for many small queries rather than for few large ones."""

import os
import shutil
import sys

REQUIRED = "SIGCHECK_REQUIRE_SPARK"
"""Where this is set, as it is in CI, a Spark that is missing fails the tests instead of skipping them."""

LONG = "SIGCHECK_LONG_TESTS"
"""Where this is set, all that takes long is tested. On Spark: all examples of rules, many random sends, a cluster."""

is_long = bool(os.environ.get(LONG))

MASTER = "local[2]"

SETTINGS = {
    "spark.ui.enabled": "false",
    "spark.driver.memory": "1500m",
    "spark.driver.extraJavaOptions": "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC",
    "spark.default.parallelism": "1",
    "spark.sql.shuffle.partitions": "1",
    "spark.sql.adaptive.enabled": "false",
    "spark.sql.codegen.wholeStage": "false",
    "spark.sql.codegen.factoryMode": "NO_CODEGEN",
}
"""What makes a query over a few rows cheap; none of it changes what the query returns."""


def missing():
    """Return what Spark lacks here; None where it can be started."""
    try:
        import pyspark  # noqa: F401
        import sqlglot  # noqa: F401
    except ImportError as error:
        return f"the extra 'spark' is not installed ({error.name})"
    if not os.environ.get("JAVA_HOME") and shutil.which("java") is None:
        return "there is no Java"
    return None


def set_up():
    """Have the Spark that this process starts with its first engine set up for tests."""
    options = " ".join(f"--conf '{name}={value}'" for name, value in SETTINGS.items())
    os.environ["PYSPARK_SUBMIT_ARGS"] = f"{options} pyspark-shell"
    os.environ["PYSPARK_PYTHON"] = sys.executable
