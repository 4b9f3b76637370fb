from io import StringIO

import pytest
from rich.text import Text

from sigcheck.formats.page import write_page


class Screen(StringIO):
    def isatty(self):
        return True


@pytest.fixture(autouse=True)
def terminal(monkeypatch):
    for name in ("NO_COLOR", "FORCE_COLOR", "COLORTERM", "TTY_COMPATIBLE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("COLUMNS", "40")


def page_on(stream):
    write_page(stream, Text("one " * 20, "red"), Text("[b]:smile:"))
    return stream.getvalue()


def test_a_pipe_gets_80_columns_without_colour_and_without_spaces_at_the_end():
    assert page_on(StringIO()) == f"{('one ' * 20).rstrip()}\n[b]:smile:\n"


def test_a_terminal_gets_its_own_width_and_colour():
    page = page_on(Screen())
    assert "\x1b[31m" in page
    assert page.count("\n") == 3


def test_no_color_is_honoured(monkeypatch):
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b[31m" not in page_on(Screen())
