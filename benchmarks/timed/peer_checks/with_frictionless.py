"""The subset with frictionless: all but companies and opt-outs, for which its schemas have no word."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from pathlib import Path

from frictionless import Checklist, Detector, Resource, Schema
from subset import ADDRESS, CONSENT_FIRST, NO_STRAY_SPACE, PLACEHOLDERS, run

LIMIT = 100_000_000
"""Errors after which it would give up; by default that is a thousand, so that it would hardly look at a large list."""

_WORDS = "|".join(word.replace("/", r"\/") for word in PLACEHOLDERS)
_CASED = "(?=.*[a-zà-ÿ])(?=.*[A-ZÀ-Þ])"
_CONSENT = "|".join(CONSENT_FIRST)

FIELDS = {
    "Email": {"required": True, "unique": True, "pattern": ADDRESS},
    "First Name": {"required": True, "pattern": f"(?!(?:{_WORDS})$){_CASED}{NO_STRAY_SPACE.strip('^$')}"},
    "Company Name": {"pattern": f"(?!(?:{_WORDS})$).*"},
    "Country": {"pattern": f"(?!(?:{_CONSENT})$).*"},
}
"""A field has one pattern, so that casing, placeholders and stray space of a first name are told as one."""

_NAMES = {
    ("Email", "constraint-error"): "address",
    ("Email", "unique-error"): "duplicate",
    ("First Name", "constraint-error"): "casing",
    ("Company Name", "constraint-error"): "placeholder",
    ("Country", "constraint-error"): "country",
}


def check(recipients: Path, opt_outs: Path) -> Mapping[str, int]:
    """Return how many rows break each check."""
    titles = recipients.read_text(encoding="utf-8").partition("\n")[0].strip().split(",")
    fields = [{"name": title, "type": "string", "constraints": FIELDS.get(title, {})} for title in titles]
    resource = Resource(
        path=recipients.name,
        basepath=str(recipients.parent),
        schema=Schema.from_descriptor({"fields": fields}),
        detector=Detector(sample_size=100),
    )
    report = resource.validate(Checklist(), limit_errors=LIMIT)
    errors = report.flatten(["fieldName", "type", "note"])
    return Counter(_name(*error) for error in errors)


def _name(field: str, kind: str, note: str) -> str:
    if field == "First Name" and "required" in note:
        return "first name"
    return _NAMES.get((field, kind), f"{field} {kind}")


if __name__ == "__main__":
    run(check)
