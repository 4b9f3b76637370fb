import pytest

from sigcheck.sizes import parse_memory_limit, parse_size


@pytest.mark.parametrize(
    ("written", "size"),
    [
        ("4GB", 4_000_000_000),
        ("500 MB", 500_000_000),
        ("1.5 GiB", 1_610_612_736),
        ("18.8 gib", 20_186_346_291),
        ("0 bytes", 0),
        (" 2tb ", 2_000_000_000_000),
    ],
)
def test_a_size_is_read(written, size):
    assert parse_size(written) == size


@pytest.mark.parametrize("written", ["4", "GB", "-4GB", "4 G B", "4QB", "1e9GB", "", None, 4, "٤GB", "9" * 99 + "GB"])
def test_anything_else_is_refused(written):
    with pytest.raises(ValueError, match="is not an amount of memory"):
        parse_size(written)


def test_a_limit_that_nothing_can_be_done_with_is_refused():
    with pytest.raises(ValueError, match="at least 100MB are needed"):
        parse_memory_limit("1MB")
