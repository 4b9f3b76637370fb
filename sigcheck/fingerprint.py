"""What makes a finding the same one in the next run, whatever row or line it has moved to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from hashlib import sha256

from sigcheck.report import Finding


def fingerprints(findings: Iterable[Finding]) -> list[str]:
    """Return a fingerprint a finding, of 32 hexadecimal digits: no two are equal, and all are the same in the next run.

    It is a digest of code, file and message; of findings that agree in all three, the first, second … are told apart
    by their order alone.
    """
    seen: Counter[tuple[str, str, str]] = Counter()
    prints = []
    for finding in findings:
        same = (finding.code, finding.file or "", finding.message)
        seen[same] += 1
        prints.append(_digest(*same, str(seen[same])))
    return prints


def _digest(*parts: str) -> str:
    # File names may hold bytes that are no UTF-8; Python keeps them as surrogates, which only this encodes.
    return sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:32]
