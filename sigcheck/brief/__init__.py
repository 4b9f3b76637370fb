"""What the person whose name is on a send has to know before it goes out."""

from __future__ import annotations

from sigcheck.brief.compose import briefs_of
from sigcheck.brief.model import Brief

__all__ = ["Brief", "briefs_of"]
