"""Which hosts stand between a link and the page that it leads to."""

from __future__ import annotations

from sigcheck.facts.word_lists import entries


def link_tracking(host: str | None) -> str | None:
    """Return `shortener` or `click-tracker` where `host` (lower case) is known as one; else None.

    A host below a known click-tracker is one too, below a shortener only `www`. The lists are data/click_trackers.txt
    and data/link_shorteners.txt.
    """
    name = (host or "").removeprefix("www.")
    if name in entries("link_shorteners"):
        return "shortener"
    labels = name.split(".")
    above = (".".join(labels[index:]) for index in range(len(labels) - 1))
    return "click-tracker" if any(domain in entries("click_trackers") for domain in above) else None
