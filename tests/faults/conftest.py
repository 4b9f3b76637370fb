import os
import signal
import subprocess
import sys

import pytest

COMMAND = [sys.executable, "-m", "sigcheck"]


def heed_all_signals():
    """Undo what whoever runs the tests had ignored, as nohup and a shell's background jobs do."""
    for name in ("SIGINT", "SIGTERM", "SIGHUP"):
        signal.signal(getattr(signal, name), signal.SIG_DFL)


@pytest.fixture
def temporary(tmp_path):
    """Where the processes of a test put their temporary files."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    return folder


@pytest.fixture
def environment(temporary):
    kept = {name: value for name, value in os.environ.items() if name != "CI" and not name.startswith("PYTHONIO")}
    return {**kept, "TMPDIR": str(temporary)}


@pytest.fixture
def start(environment, tmp_path):
    """A function that starts sigcheck as a process of its own; whatever is left of it at the end is killed."""
    started = []

    def begin(*arguments: object, **options: object) -> subprocess.Popen[str]:
        process = subprocess.Popen(
            **{
                "args": [*COMMAND, *map(str, arguments)],
                "cwd": tmp_path,
                "env": environment,
                "stdin": subprocess.DEVNULL,
                "stdout": subprocess.PIPE,
                "stderr": subprocess.PIPE,
                "encoding": "utf-8",
                "preexec_fn": heed_all_signals if os.name == "posix" else None,
                **options,
            },
        )
        started.append(process)
        return process

    yield begin
    for process in started:
        process.kill()
        process.communicate()


@pytest.fixture
def run_apart(start):
    """A function that runs sigcheck as a process of its own and returns its status, output and errors."""

    def to_end(*arguments: object, **options: object) -> tuple[int, str, str]:
        process = start(*arguments, **options)
        out, err = process.communicate(timeout=120)
        return process.returncode, out, err

    return to_end


@pytest.fixture
def slow_rules(tmp_path):
    """A folder with a pack whose one rule, OWN001, would take hours."""
    folder = tmp_path / "rules"
    folder.mkdir()
    header = "{key: OWN, title: Own, points: 10, summary: Ours, source: Ours}\n"
    (folder / "pack.yaml").write_text(header, encoding="utf-8")
    (folder / "slow.yaml").write_text(
        "{code: OWN001, name: slow, severity: note, deduct: 1, per: send, message: m, help: h, why: w, source: s,\n"
        "query: 'SELECT sum(a.range * b.range) AS row FROM range(1000000) AS a CROSS JOIN range(1000000) AS b'}\n",
        encoding="utf-8",
    )
    return folder
