"""Text from data, made safe to show."""

from __future__ import annotations

import unicodedata


def plain(value: str) -> str:
    """Return a text with control and bidi characters made visible, so that data cannot steer a terminal."""
    return "".join(
        letter if unicodedata.category(letter) not in {"Cc", "Cf"} else f"\\u{ord(letter):04x}" for letter in value
    )
