"""The report as one web page that can be mailed on: it fetches nothing, and nothing runs in it but its own script."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TextIO

from sigcheck import __version__
from sigcheck.formats import Style
from sigcheck.formats.html.page import findings_cap, page_of
from sigcheck.formats.web_page import digest_of, source_of, templates_of
from sigcheck.report import Report


def write_html(reports: Sequence[Report], stream: TextIO, style: Style) -> None:
    """Write the reports as one HTML document; all findings that the reports hold where the style is verbose.

    The Content-Security-Policy allows the page's own style and script, by their digests, and nothing else.
    """
    environment = templates_of(__name__)
    css, script = (source_of(environment, name) for name in ("report.css", "report.js"))
    cap = None if style.verbose else findings_cap(reports)
    page = environment.get_template("report.html.jinja").render(
        pages=[page_of(report, f"plan-{number}", cap) for number, report in enumerate(reports, start=1)],
        css=css,
        script=script,
        policy=f"default-src 'none'; style-src {digest_of(css)}; script-src {digest_of(script)}; "
        "base-uri 'none'; form-action 'none'",
        version=__version__,
    )
    stream.write(page)
