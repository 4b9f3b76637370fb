"""The engine for a cluster: Apache Spark."""

from __future__ import annotations

from sigcheck.engine import Engine
from sigcheck.engine.limits import Limits
from sigcheck.errors import InputError


def open_spark(master: str, limits: Limits) -> Engine:
    """Return a new engine on a Spark master. Raises InputError where Spark is not installed or cannot be reached."""
    try:
        from sigcheck.engine.spark.engine import SparkEngine
    except ImportError as error:
        text = f"needs the extra 'spark' ({error.name} is missing): pip install 'sigcheck[spark]'"
        raise InputError.at("spark", text) from None
    return SparkEngine(master, limits)
