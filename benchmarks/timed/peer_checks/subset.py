"""The subset of checks, in the plain terms that every tool knows."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

CHECKS = {
    "address": "DAT001",
    "duplicate": "DUP001",
    "first name": "DAT002",
    "casing": "DAT004",
    "placeholder": "DAT006",
    "stray space": "DAT008",
    "company": "ORG001",
    "opted out": "OPT003",
    "country": "OPT007",
}
"""Check and the rule of sigcheck that does it."""

KEPT = 1_000
"""Rows of each check that are kept to be shown."""

ADDRESS = r"^\s*[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)*\.[A-Za-z]{2,}\s*$"
CASED = r"^.*[a-zà-ÿ].*$"
NOT_LOWER = r"^.*[A-ZÀ-Þ].*$"
NO_STRAY_SPACE = r"^\S(.*\S)?$"
PLACEHOLDERS = ("n/a", "N/A", "null", "NULL", "none", "unknown", "test", "-", "First Name")
PROVIDERS = ("gmail.com", "yahoo.com", "hotmail.com", "outlook.com", "gmx.de", "web.de", "icloud.com", "orange.fr")
CONSENT_FIRST = (
    *("Austria", "Australia", "Belgium", "Canada", "Switzerland", "Germany", "Denmark", "Spain", "Italy"),
    *("South Korea", "Netherlands", "Norway", "New Zealand", "Poland", "South Africa"),
)


def run(check: Callable[[Path, Path], Mapping[str, int]]) -> None:
    """Check the send in the folder that the command line names and write down how many rows break each check."""
    folder, suffix, result = Path(sys.argv[1]), sys.argv[2], Path(sys.argv[3])
    found = check(folder / f"recipients.{suffix}", folder / "optouts.csv")
    result.write_text(json.dumps(found), encoding="ascii")
