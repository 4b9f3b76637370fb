"""The inputs that fuzzing begins with, and those that once broke something, keep what the targets promise."""

import pytest
from fuzz.found import FOUND
from fuzz.seeds import SEEDS
from fuzz.targets import TARGETS


@pytest.mark.parametrize("name", TARGETS)
def test_a_reader_keeps_its_promises(name):
    assert SEEDS[name]
    for data in (*SEEDS[name], *FOUND.get(name, ()), b"", b"\xff", b"\0", b"\r\n\r\n"):
        TARGETS[name](data)
