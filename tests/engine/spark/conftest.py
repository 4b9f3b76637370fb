import pytest
import spark_here


@pytest.fixture
def engine():
    from sigcheck.engine.limits import Limits
    from sigcheck.engine.spark import open_spark

    opened = open_spark(spark_here.MASTER, Limits())
    yield opened
    opened.close()
