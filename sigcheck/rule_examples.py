"""Running the examples of a rule file: each is a planned send in miniature, filled up with a clean one.

An example names only what matters to its rule:

    plan           keys of plan.yaml, merged over the clean plan (null takes a key away)
    message        text of message.txt, or file name → text for several variations or other formats
    recipients     text of recipients.csv
    history        text of history.csv, or none
    suppress       text of optouts.csv, or none
    senders        text of senders.csv: a roster, matched to the recipients by their column 'owner'
    exclude        text of exclude.csv
    acknowledged   addresses of senders who acknowledge the send
    changed        file name → text: files that change after that
    other          another planned send in miniature, with the same keys, that is checked together with this one
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml

from sigcheck.errors import InputError
from sigcheck.linter import Options
from sigcheck.plans_together import lint_together
from sigcheck.rule import Example, LoadedRule

CLEAN_PLAN: dict[str, Any] = {
    "name": "Example",
    "purpose": "meeting-request",
    "audience": "prospects",
    "sender": {"name": "Ana Ruiz", "email": "ana.ruiz@northwind.com", "title": "Account Executive"},
    "message": "message.txt",
    "recipients": "recipients.csv",
    "schedule": {"timezone": "America/New_York", "at": "2026-12-01 10:07"},
    "opt_out": {"owner": "privacy@northwind.com"},
    "relevance": "Both run their own warehouses.",
    "now": "2026-11-30 12:00",
}

CLEAN_MESSAGE = """\
Subject: Your pallet count at {{company}}

Hi {{first_name}},

I looked after the move of a warehouse much like yours last spring. Could we talk for a quarter of an hour
on Thursday? I would like to hear how you count pallets today.

If you would rather not hear from me, just reply and say so, and I won't write again.

Best regards,
Ana Ruiz
Account Executive, Northwind
12 Harbor Street, Boston, MA 02110
"""

CLEAN_RECIPIENTS = """\
email,first name,last name,company,country,state
dana.lee@acme.com,Dana,Lee,Acme,United States,New York
omar.diaz@globex.com,Omar,Diaz,Globex,United States,Massachusetts
"""

_TABLES = {"history": "history.csv", "suppress": "optouts.csv", "exclude": "exclude.csv", "senders": "senders.csv"}


def problem_with(loaded: LoadedRule, example: Example, folder: Path, rule_folder: Path | None = None) -> str | None:
    """Return what differs between what an example promises and what the rule finds; None where it keeps its word.

    The example's files are written into `folder`. `rule_folder` is the pack's where it is not one of ours.
    """
    plan = write_example(example.inputs, folder)
    extra = (rule_folder,) if rule_folder else ()
    plans = [plan, *([write_example(example.inputs["other"], folder / "other")] if "other" in example.inputs else [])]
    report = lint_together(plans, Options(select=(loaded.code,), rule_folders=extra))[0]
    if isinstance(report, InputError):
        raise report
    found = [finding.message for finding in report.findings]
    if sorted(found) != sorted(example.finds):
        kind = "bad" if example.bad is not None else "good"
        why = "; ".join(f"{entry.code} was not checked: {entry.reason}" for entry in report.unchecked)
        return f"the {kind} example expects {example.finds} but the rule finds {found} {why}".strip()
    if report.unchecked:
        return f"the example leaves the rule unchecked: {report.unchecked[0].reason}"
    return None


def write_example(inputs: Mapping[str, Any], folder: Path) -> Path:
    """Write the files of an example into `folder` and return the path of its plan."""
    plan = dict(CLEAN_PLAN)
    files: dict[str, str] = {"recipients.csv": inputs.get("recipients", CLEAN_RECIPIENTS)}
    message = inputs.get("message", CLEAN_MESSAGE)
    messages = message if isinstance(message, dict) else {"message.txt": message}
    plan["message"] = list(messages)
    files.update(messages)
    for key, file in _TABLES.items():
        if key in inputs:
            plan.update(_named(key, file, inputs[key]))
            files[file] = inputs[key]
    if "senders" in inputs:
        plan.pop("sender")
    if "acknowledged" in inputs:
        plan["acknowledgement"] = "plan.ack.yaml"
    for name, text in files.items():
        _write(folder / name, text)
    path = folder / "plan.yaml"
    _write(path, yaml.safe_dump(_merged(plan, inputs.get("plan", {})), allow_unicode=True))
    _acknowledge(path, inputs)
    return path


def _named(key: str, file: str, text: str) -> dict[str, Any]:
    if text == "none":
        return {key: "none"}
    named: dict[str, Any] = {
        "history": file,
        "suppress": [{"file": file, "source": "marketing automation"}],
        "exclude": [file],
        "senders": {"match": "owner", "file": file},
    }
    return {key: named[key]}


def _acknowledge(path: Path, inputs: Mapping[str, Any]) -> None:
    if "acknowledged" in inputs:
        from sigcheck.acknowledge import write_acknowledgement

        _write(path.parent / "plan.ack.yaml", "acknowledged: []\n")
        for sender in inputs["acknowledged"]:
            write_acknowledgement(path, sender)
    for name, text in inputs.get("changed", {}).items():
        _write(path.parent / name, text)


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="")


def _merged(base: Mapping[str, Any], changes: Mapping[str, Any]) -> dict[str, Any]:
    merged = dict(base)
    for key, value in changes.items():
        if value is None:
            merged.pop(key, None)
        elif isinstance(value, Mapping) and isinstance(merged.get(key), Mapping):
            merged[key] = _merged(merged[key], value)
        else:
            merged[key] = value
    return merged
