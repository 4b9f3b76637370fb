"""What all parts of a plan share: the base of the models and the kinds of text."""

from __future__ import annotations

from typing import Annotated, Literal, TypeAlias

from pydantic import AfterValidator, BaseModel, ConfigDict, StringConstraints

from sigcheck.plan.shorthand import Parsed
from sigcheck.plan.values import parse_address
from sigcheck.wording import shown

Purpose: TypeAlias = Literal[
    "introduction",
    "meeting-request",
    "follow-up",
    "event-invitation",
    "content-offer",
    "renewal",
    "announcement",
    "survey",
    "promotion",
    "newsletter",
    "internal-update",
]
"""Why an email is sent."""

Audience: TypeAlias = Literal["prospects", "customers", "partners", "sales"]
"""To whom an email is sent; `sales` is the sender's own sales force."""


LONGEST_PATH = 1_000
"""Characters of a path, well within what file systems take."""


class Section(BaseModel):
    """A mapping of the plan: it cannot be changed, and refuses keys that it does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)


def _path(path: str) -> str:
    if not path.isprintable():
        raise ValueError(f"{path!r} holds a line break or another control character: write the path on one line")
    if len(path) > LONGEST_PATH:
        raise ValueError(f"{shown(path)} is longer than any path: check it")
    return path


Text: TypeAlias = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
"""Text that says something."""

PathText: TypeAlias = Annotated[Text, AfterValidator(_path)]
"""A path, relative to the folder of the file that names it."""

Address: TypeAlias = Annotated[str, Parsed(parse_address, {"type": "string", "format": "email"})]
"""An email address, as written."""
