"""The command `sigcheck`, and `python -m sigcheck`: heeds signals before anything that takes time is loaded."""

from __future__ import annotations

import gc
import sys

from sigcheck.signals import disregard_signals, heed_signals, received_signal
from sigcheck.streams import ready_streams, settle


def main() -> None:
    """Run the command line and end the process, in one line and with 128 + its number where a signal ended it."""
    heed_signals()
    try:
        from sigcheck.cli import run

        status = run()
        disregard_signals()
    except BaseException:
        number = received_signal()
        if number is None:
            raise
        ready_streams()
        status = 128 + number
        sys.stderr.write(f"sigcheck: ended by {number.name}\n")
        settle(sys.stdout)
        settle(sys.stderr)
    # Python would go through all objects once more on its way out, which takes a tenth of a short check.
    gc.freeze()
    sys.exit(status)


if __name__ == "__main__":
    main()
