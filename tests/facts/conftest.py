import signal

import pytest

MOST = 20
"""Seconds of the processor's time, however busy the machine: many times what work in linear time needs."""


@pytest.fixture
def without_end_is_a_failure():
    """Fail where a test takes up the processor as only work does that grows faster than its input."""
    if not hasattr(signal, "setitimer"):
        yield
        return

    def stop(*_):
        pytest.fail(f"took more than {MOST} seconds of the processor's time")

    before = signal.signal(signal.SIGVTALRM, stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, MOST)
    yield
    signal.setitimer(signal.ITIMER_VIRTUAL, 0)
    signal.signal(signal.SIGVTALRM, before)
