"""What a check found: value objects that the formats print and nothing else."""

from __future__ import annotations

from datetime import datetime
from typing import Literal, NamedTuple

from sigcheck.pictures import Pictures

Severity = Literal["error", "warning", "note"]
Verdict = Literal["pass", "fail", "incomplete"]
PackStatus = Literal["passed", "failed", "unchecked", "ignored"]

SEVERITIES: tuple[Severity, ...] = ("error", "warning", "note")
"""From the gravest to the lightest."""


class Related(NamedTuple):
    """Another place that belongs to a finding, such as the other row of a duplicate."""

    file: str | None
    line: int | None
    row: int | None
    message: str


class Wording(NamedTuple):
    """What a finding says, as text, and where in it data was inserted (start and end of each piece)."""

    text: str
    inserted: tuple[tuple[int, int], ...] = ()


class Redaction(NamedTuple):
    """A finding's message and help without the addresses and names of recipients."""

    message: str
    help: str


class Finding(NamedTuple):
    """One thing that is wrong: what, where, whom it affects, and what to do.

    `more_related` says that further places belong to it than `related` holds; `inserted` where in the message and
    in the help data stands; `redaction` what to show to strangers, where that was asked for.
    """

    code: str
    severity: Severity
    message: str
    help: str
    file: str | None = None
    line: int | None = None
    column: int | None = None
    row: int | None = None
    recipients: int = 1
    fix: str | None = None
    related: tuple[Related, ...] = ()
    more_related: bool = False
    inserted: tuple[tuple[tuple[int, int], ...], tuple[tuple[int, int], ...]] = ((), ())
    redaction: Redaction | None = None

    @property
    def place(self) -> str:
        """Return the place as people write it: `file:line:column`, or `file row 12` where a file has no lines."""
        if self.line is None:
            return " ".join(part for part in (self.file or "", f"row {self.row}" if self.row else "") if part)
        return ":".join(str(part) for part in (self.file, self.line, self.column) if part is not None)

    @property
    def sort_key(self) -> tuple[str, int, int, int, str]:
        """Return the key that orders the findings of one rule: by place, then by message."""
        return (self.file or "", self.line or self.row or 0, self.column or 0, self.row or 0, self.message)


class RuleResult(NamedTuple):
    """What one rule found: number of findings, recipients affected, points lost; `why` the rule is there."""

    code: str
    name: str
    pack: str
    severity: Severity
    findings: int
    affected: int
    deducted: float
    arithmetic: str
    why: str = ""
    source: str = ""


class Unchecked(NamedTuple):
    """A rule that applies but could not be checked, why, and what would make it checkable."""

    code: str
    name: str
    pack: str
    severity: Severity
    reason: str
    remedy: str
    on_purpose: bool = False


class Ignored(NamedTuple):
    """Findings of one rule that are set aside: why, and until when (ISO date).

    `listed` holds the findings themselves, or the first of them where they are many. Where the day has passed
    (`expired`) nothing is set aside any longer; `code` is then what the plan says, maybe only the beginning of codes.
    """

    code: str
    pack: str
    reason: str
    until: str | None
    findings: int
    listed: tuple[Finding, ...] = ()
    expired: bool = False


class PackResult(NamedTuple):
    """One sin: points at stake, points kept (None where nothing could be checked) and its state."""

    key: str
    title: str
    points: float
    kept: float | None
    status: PackStatus


class SendSummary(NamedTuple):
    """What is about to be sent: who, to whom and when, in the plan's own time zone.

    `brief` is the file or folder that tells the senders all about it, where the plan names one.
    """

    senders: tuple[str, ...]
    messages: tuple[str, ...]
    list_file: str
    recipients: int
    timezone: str
    first_at: datetime | None
    last_at: datetime | None
    checked_as_of: datetime
    brief: str | None = None


class Report(NamedTuple):
    """The result of checking one plan; the numbers for `pictures` only where they were asked for."""

    plan: str
    name: str
    verdict: Verdict
    score: float
    grade: str
    reasons: tuple[str, ...]
    send: SendSummary
    packs: tuple[PackResult, ...]
    results: tuple[RuleResult, ...]
    findings: tuple[Finding, ...]
    omitted: int = 0
    unchecked: tuple[Unchecked, ...] = ()
    ignored: tuple[Ignored, ...] = ()
    pictures: Pictures | None = None

    @property
    def recipients(self) -> int:
        """Return the number of rows of the recipient list that could be read."""
        return self.send.recipients

    def redacted(self) -> Report:
        """Return the report without the addresses and names of recipients.

        Raises ValueError where the check was not asked to keep them apart (`Options.redact`).
        """
        return self._replace(
            findings=tuple(_redacted(finding) for finding in self.findings),
            ignored=tuple(
                entry._replace(listed=tuple(_redacted(finding) for finding in entry.listed)) for entry in self.ignored
            ),
            pictures=self.pictures.redacted() if self.pictures else None,
        )

    @property
    def exit_status(self) -> int:
        """Return the exit status that the verdict calls for: 0 pass, 1 fail, 3 incomplete."""
        return {"pass": 0, "fail": 1, "incomplete": 3}[self.verdict]


def _redacted(finding: Finding) -> Finding:
    if finding.redaction is None:
        raise ValueError("the check was made without redaction: ask for it with Options(redact=True)")
    return finding._replace(message=finding.redaction.message, help=finding.redaction.help)
