"""A standalone Spark cluster on this machine: a master and workers, each a process of its own on loopback.

And a server of Spark Connect, which runs a Spark of its own.
"""

import json
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

HOST = "127.0.0.1"
PATIENCE = 900
"""Seconds to wait for what takes some twenty on a machine that is idle."""


class Cluster(NamedTuple):
    """A cluster: its address, the port of the master's page, and its workers' processes."""

    master: str
    page: int
    workers: list

    def alive_workers(self):
        """Return how many workers the master knows to be alive."""
        return sum(worker["state"] == "ALIVE" for worker in page(self.page, "json/")["workers"])

    def kill_worker(self, number):
        """End a worker at once, and what runs on it, as when its machine fails."""
        os.killpg(self.workers[number].pid, signal.SIGKILL)
        self.workers[number].wait()


@contextmanager
def cluster(folder: Path, workers: int):
    """Start a master and workers of one core each; end them all."""
    port, web = free_port(), free_port()
    master = f"spark://{HOST}:{port}"
    started = [_start(folder, "master.Master", "--host", HOST, "--port", port, "--webui-port", web)]
    try:
        wait_for(lambda: page(web, "json/"))
        started += [
            _start(
                folder, "worker.Worker", "--host", HOST, "--cores", 1, "--memory", "1200m", "--webui-port", 0, master
            )
            for _ in range(workers)
        ]
        running = Cluster(master, web, started[1:])
        wait_for(lambda: running.alive_workers() == workers)
        yield running
    finally:
        for process in started:
            if process.poll() is None:
                os.killpg(process.pid, signal.SIGKILL)
                process.wait()


@contextmanager
def connect_server(folder: Path, settings):
    """Start a server of Spark Connect; give its address, and end it."""
    port = free_port()
    options = [f"--conf={name}={value}" for name, value in settings.items()]
    command = [
        *("SparkSubmit", "--master", "local[2]", "--conf", f"spark.connect.grpc.binding.port={port}"),
        *("--conf", f"spark.connect.grpc.binding.address={HOST}", *options),
        *("--class", "org.apache.spark.sql.connect.service.SparkConnectServer", "spark-internal"),
    ]
    server = _start(folder, *command, memory="1500m")
    try:
        wait_for(lambda: server.poll() is not None or socket.create_connection((HOST, port)).close() is None)
        assert server.poll() is None, "the server has ended"
        yield f"sc://{HOST}:{port}"
    finally:
        os.killpg(server.pid, signal.SIGKILL)
        server.wait()


def wait_for(happens):
    """Wait until something is so, whatever cannot be asked meanwhile; return what it is."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        try:
            if found := happens():
                return found
        except (OSError, ValueError):
            pass
        time.sleep(0.2)
    raise AssertionError("it did not happen")


def page(port, path):
    """Return what a page of Spark's says in JSON."""
    with urllib.request.urlopen(f"http://{HOST}:{port}/{path}", timeout=10) as answer:
        return json.load(answer)


def free_port():
    """Return a port that nobody listens at."""
    with socket.socket() as listening:
        listening.bind((HOST, 0))
        return listening.getsockname()[1]


def _start(folder, kind, *arguments, memory="400m"):
    import pyspark

    home = Path(pyspark.__file__).parent
    environment = {
        **os.environ,
        "SPARK_HOME": str(home),
        "SPARK_LOCAL_IP": HOST,
        "SPARK_WORKER_DIR": str(folder / "work"),
        "SPARK_LOCAL_DIRS": str(folder / "local"),
        "PYSPARK_PYTHON": sys.executable,
        "SPARK_DAEMON_MEMORY": memory,
    }
    command = [str(home / "bin" / "spark-class"), f"org.apache.spark.deploy.{kind}", *map(str, arguments)]
    with (folder / f"{kind}.log").open("ab") as log:
        return subprocess.Popen(command, env=environment, stdout=log, stderr=log, start_new_session=True)
