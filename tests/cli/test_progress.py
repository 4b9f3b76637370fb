import io
import os
import re
import signal
import subprocess
import sys
import time

import pytest

from sigcheck.cli import progress
from sigcheck.cli.progress import Watch
from sigcheck.cli.progress_bar import describe, drawn, far
from sigcheck.stages import Stage, begin, opened

ENDLESS_RULE = {
    "pack.yaml": "key: LONG\ntitle: Long\npoints: 10\nsummary: Takes long.\nsource: A test.\n",
    "long.yaml": """\
code: LONG001
name: long
severity: error
deduct: 1
per: send
query: SELECT 1 AS row FROM range(100000000) AS a(i), range(100000000) AS b(i) WHERE a.i * b.i % 1000003 = -1
message: Never said.
help: Wait.
why: It takes long.
source: A test.
examples: []
""",
}


class FakeEngine:
    def __init__(self, share=None):
        self.share, self.interrupted = share, 0

    def progress(self):
        return self.share

    def interrupt(self):
        self.interrupted += 1


class Terminal(io.StringIO):
    def isatty(self):
        return True


def until(holds):
    ends = time.monotonic() + 20
    while not holds():
        assert time.monotonic() < ends
        time.sleep(0.01)


@pytest.fixture
def terminal(monkeypatch):
    """A function that makes standard error a terminal from then on, and returns it."""
    monkeypatch.setattr(progress, "PATIENCE", 0.001)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("COLUMNS", "80")

    def switch_on() -> Terminal:
        screen = Terminal()
        monkeypatch.setattr(sys, "stderr", screen)
        return screen

    return switch_on


def test_long_work_is_shown_on_a_terminal_and_wiped_out_in_the_end(terminal):
    screen = terminal()
    with progress.show_progress():
        opened(FakeEngine(0.4))
        begin("reading", "history.csv")
        until(lambda: "40%" in screen.getvalue())
        assert "Reading history.csv" in screen.getvalue()
    assert screen.getvalue().endswith("\x1b[2K")


def test_short_work_draws_nothing(terminal, monkeypatch):
    monkeypatch.setattr(progress, "PATIENCE", 60.0)
    screen = terminal()
    with progress.show_progress():
        opened(FakeEngine())
        begin("reading")
    assert screen.getvalue() == ""


def test_nothing_is_drawn_where_there_is_no_terminal(monkeypatch):
    monkeypatch.setattr(sys, "stderr", io.StringIO())
    monkeypatch.setattr(progress, "PATIENCE", 0.001)
    with progress.show_progress():
        opened(FakeEngine())
        begin("reading")
        time.sleep(0.2)
    assert sys.stderr.getvalue() == ""


def test_no_engine_no_thread():
    watch = Watch()
    watch.began(Stage("reading"))
    watch.stop()
    assert watch._thread is None


def test_what_is_done_is_said_in_words_and_figures():
    watch = Watch()
    watch.began(Stage("rules", steps=84))
    watch.advanced()
    assert (describe(watch), far(watch, watch.share())) == ("Checking the rules", "1/84")
    watch.began(Stage("facts", "[bold]list\x1b.csv"))
    assert describe(watch).startswith("Working out the facts of [bold]list")
    assert "\x1b" not in describe(watch)
    assert far(watch, watch.share()) == ""


def test_a_line_leaves_room_for_the_echo_of_ctrl_c(terminal):
    screen = terminal()
    watch = Watch()
    watch.began(Stage("reading", "a-very-long-name" * 10))
    with drawn(watch) as draw:
        draw()
    drawn_lines = [re.sub(r"\x1b\[[^A-Za-z]*[A-Za-z]", "", line) for line in re.split(r"[\r\n]", screen.getvalue())]
    assert {len(line) for line in drawn_lines if line} == {77}


def test_ctrl_c_interrupts_what_runs_and_whatever_is_begun_before_it_is_heard(monkeypatch):
    monkeypatch.setattr(progress, "REFRESH", 0.01)
    heard = []
    former = signal.signal(signal.SIGINT, lambda *_: heard.append(True))
    try:
        with progress.show_progress():
            engine = FakeEngine()
            opened(engine)
            os.kill(os.getpid(), signal.SIGINT)
            until(lambda: engine.interrupted > 2)
    finally:
        signal.signal(signal.SIGINT, former)
    assert heard
    assert signal.set_wakeup_fd(-1) == -1


@pytest.mark.skipif(sys.platform == "win32", reason="Windows sends no SIGINT to one process")
@pytest.mark.slow
def test_ctrl_c_ends_a_long_check_with_one_line_and_leaves_nothing_behind(campaign, tmp_path):
    rules, scratch = tmp_path / "rules" / "long", tmp_path / "scratch"
    for folder in (rules, scratch):
        folder.mkdir(parents=True)
    for name, text in ENDLESS_RULE.items():
        (rules / name).write_text(text)
    command = [
        sys.executable,
        "-m",
        "sigcheck",
        str(campaign()),
        "--rules",
        str(rules.parent),
        "--output",
        "report.json",
    ]
    started = subprocess.Popen(
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        cwd=tmp_path,
        env={**os.environ, "TMPDIR": str(scratch)},
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # noqa: PLW1509 - no threads here
    )
    until(lambda: any(scratch.iterdir()))
    time.sleep(1)
    assert started.poll() is None
    started.send_signal(signal.SIGINT)
    printed, told = started.communicate(timeout=60)
    assert (started.returncode, printed, told.strip()) == (130, "", "sigcheck: ended by SIGINT")
    assert not any(scratch.iterdir())
    assert not (tmp_path / "report.json").exists()
