"""What all web pages share: templates that escape whatever comes from data, and digests for what a page may run."""

from __future__ import annotations

from base64 import b64encode
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from sigcheck.formats.plain_text import counted, plain

if TYPE_CHECKING:
    from jinja2 import Environment


def templates_of(package: str) -> Environment:
    """Return the templates of a package, in which every value is escaped, hidden characters made visible first."""
    from jinja2 import Environment, PackageLoader, StrictUndefined

    environment = Environment(
        loader=PackageLoader(package, "."),
        autoescape=True,
        finalize=_shown,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["counted"] = counted
    return environment


def _shown(value: Any) -> Any:
    """Return a text from data without what could hide or turn it; markup of our own as it is."""
    return plain(value) if type(value) is str else value


def source_of(environment: Environment, name: str) -> str:
    """Return a file beside the templates as it stands, such as a style sheet."""
    return environment.loader.get_source(environment, name)[0] if environment.loader else ""


def digest_of(source: str) -> str:
    """Return the digest by which a Content-Security-Policy lets one style or script in, quotes included."""
    return f"'sha256-{b64encode(sha256(source.encode()).digest()).decode()}'"
