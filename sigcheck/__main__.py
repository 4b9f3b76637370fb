"""`python -m sigcheck`."""

from sigcheck.cli import main

main()
