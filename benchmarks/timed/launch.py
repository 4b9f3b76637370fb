"""Run one command and write down what it took: `python -I -S launch.py RESULT.json CGROUP|- COMMAND…`.

A process of its own, because a process counts the peak memory of whoever started it as its own peak, and this one has
next to none. Needs Linux or macOS.
"""

from __future__ import annotations

import json
import os
import sys
import time


def main(result: str, group: str, command: list[str]) -> None:
    if group != "-":
        with open(f"{group}/cgroup.procs", "w", encoding="ascii") as members:  # noqa: PTH123  (pathlib is slow to load)
            members.write(str(os.getpid()))
    began = time.monotonic()
    pid = os.posix_spawnp(command[0], command, os.environ)
    _, status, usage = os.wait4(pid, 0)
    ended = time.monotonic()
    taken = {
        "began": began,
        "ended": ended,
        "cpu": usage.ru_utime + usage.ru_stime,
        "peak": usage.ru_maxrss * (1 if sys.platform == "darwin" else 1024),
        "status": os.waitstatus_to_exitcode(status),
    }
    with open(result, "w", encoding="ascii") as file:  # noqa: PTH123
        json.dump(taken, file)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], sys.argv[3:])
