"""The report as one web page that can be mailed on: it fetches nothing, and nothing runs in it but its own script."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, TextIO

from sigcheck import __version__
from sigcheck.formats import Style
from sigcheck.formats.html.page import findings_cap, page_of
from sigcheck.formats.plain_text import counted, plain
from sigcheck.report import Report

if TYPE_CHECKING:
    from jinja2 import Environment


def write_html(reports: Sequence[Report], stream: TextIO, style: Style) -> None:
    """Write the reports as one HTML document; all findings that the reports hold where the style is verbose.

    The Content-Security-Policy allows the page's own style and script, by their digests, and nothing else.
    """
    environment = _environment()
    css, script = (_source(environment, name) for name in ("report.css", "report.js"))
    cap = None if style.verbose else findings_cap(reports)
    page = environment.get_template("report.html.jinja").render(
        pages=[page_of(report, f"plan-{number}", cap) for number, report in enumerate(reports, start=1)],
        css=css,
        script=script,
        policy=f"default-src 'none'; style-src {_digest(css)}; script-src {_digest(script)}; "
        "base-uri 'none'; form-action 'none'",
        version=__version__,
    )
    stream.write(page)


def _environment() -> Environment:
    """Return the templates, in which every value is escaped, hidden characters made visible first."""
    from jinja2 import Environment, PackageLoader, StrictUndefined

    environment = Environment(
        loader=PackageLoader(__name__, "."),
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


def _source(environment: Environment, name: str) -> str:
    return environment.loader.get_source(environment, name)[0] if environment.loader else ""


def _digest(source: str) -> str:
    """Return the source expression of the Content-Security-Policy for a text."""
    from base64 import b64encode
    from hashlib import sha256

    return f"'sha256-{b64encode(sha256(source.encode()).digest()).decode()}'"
