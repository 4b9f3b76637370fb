"""JSON that means what it meant, and shows nothing else when it is printed."""

from __future__ import annotations

import json
import re
from typing import Any

from sigcheck.formats.plain_text import is_hidden

_BEYOND_ASCII = re.compile(r"[^\x20-\x7e\n]")


def json_text(document: Any) -> str:
    """Return a document as JSON over several lines, ended by a line feed.

    Characters that could steer a terminal or turn what it shows are escaped, and so is what a CI server would take for
    a command; whoever reads the JSON gets them as they are.
    """
    text = json.dumps(document, indent=2, ensure_ascii=False)
    return _BEYOND_ASCII.sub(_escaped, text).replace("##", "#\\u0023") + "\n"


def _escaped(match: re.Match[str]) -> str:
    character = match.group()
    return json.dumps(character)[1:-1] if is_hidden(character) else character
