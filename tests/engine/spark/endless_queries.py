"""A program that asks Spark what would take for ever, and says what became of it.

It is a process of its own as Spark cannot stop the threads of such a query on one machine: they end with the process.
"""

import threading
import time

import spark_here

from sigcheck.engine.limits import Limits
from sigcheck.engine.spark import open_spark
from sigcheck.errors import LimitError, QueryError
from sigcheck.relations import Column

ROWS = [(number, "a") for number in range(2, 2_000)]
COLUMNS = [Column("row", "INTEGER", ""), Column("email", "VARCHAR", "")]
ENDLESS = "SELECT max(a.row + b.row + c.row + d.row + e.row) AS x FROM " + ", ".join(
    f"recipients AS {name}" for name in "abcde"
)


def opened(seconds):
    """Return a locked engine with room for all that will not end."""
    engine = open_spark("local[4]", Limits(seconds))
    engine.create("recipients", COLUMNS, ROWS)
    engine.lock()
    return engine


def stop_at_the_limit():
    engine = opened(3)
    try:
        with engine.limited("a rule"):
            engine.query(ENDLESS)
    except LimitError as error:
        print("the first:", error)
    print("the next:", engine.query("SELECT count(*) AS x FROM recipients").rows)
    engine.close()


def interrupt_all():
    engine = opened(600)
    ended = []

    def ask():
        try:
            engine.query(ENDLESS)
        except QueryError as error:
            ended.append("CANCELLED" in str(error))

    threads = [threading.Thread(target=ask) for _ in range(2)]
    for thread in threads:
        thread.start()
    while any(thread.is_alive() for thread in threads):
        time.sleep(0.5)
        engine.interrupt()
    print("cancelled:", ended)
    engine.close()


spark_here.set_up()
stop_at_the_limit()
interrupt_all()
