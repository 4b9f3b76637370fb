"""A brief as one web page to read or print: it fetches nothing, and nothing runs in it."""

from __future__ import annotations

from base64 import b64encode
from hashlib import sha256
from typing import TYPE_CHECKING, Any, TextIO

from sigcheck import __version__
from sigcheck.brief.model import Brief
from sigcheck.formats.brief import wording
from sigcheck.formats.plain_text import counted, plain
from sigcheck.formats.send_times import sent_at

if TYPE_CHECKING:
    from jinja2 import Environment


def write_html(brief: Brief, stream: TextIO) -> None:
    """Write a brief as one HTML document, whose Content-Security-Policy allows its own style and nothing else."""
    environment = _environment()
    loader = environment.loader
    css = loader.get_source(environment, "brief.css")[0] if loader else ""
    digest = b64encode(sha256(css.encode()).digest()).decode()
    page = environment.get_template("brief.html.jinja").render(
        brief=brief,
        wording=wording,
        sent_at=sent_at,
        css=css,
        policy=f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'",
        version=__version__,
    )
    stream.write(page)


def _environment() -> Environment:
    """Return the templates, in which every value is escaped, hidden characters made visible first."""
    from jinja2 import Environment, PackageLoader, StrictUndefined

    environment = Environment(
        loader=PackageLoader("sigcheck.formats.brief", "."),
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
