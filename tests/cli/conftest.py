import gc
from typing import NamedTuple

import pytest

from sigcheck.cli import main


class Ran(NamedTuple):
    status: int
    out: str
    err: str


@pytest.fixture
def run(capsys):
    """A function that runs the command line in this process."""

    def call(*arguments: object) -> Ran:
        threshold = gc.get_threshold()
        try:
            with pytest.raises(SystemExit) as ended:
                main([str(argument) for argument in arguments])
        finally:
            gc.set_threshold(*threshold)  # the command line sets its own
        printed = capsys.readouterr()
        return Ran(ended.value.code, printed.out, printed.err)

    return call
