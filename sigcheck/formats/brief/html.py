"""A brief as one web page to read or print: it fetches nothing, and nothing runs in it."""

from __future__ import annotations

from typing import TextIO

from sigcheck import __version__
from sigcheck.brief.model import Brief
from sigcheck.formats.brief import wording
from sigcheck.formats.send_times import sent_at
from sigcheck.formats.web_page import digest_of, source_of, templates_of


def write_html(brief: Brief, stream: TextIO) -> None:
    """Write a brief as one HTML document, whose Content-Security-Policy allows its own style and nothing else."""
    environment = templates_of("sigcheck.formats.brief")
    css = source_of(environment, "brief.css")
    page = environment.get_template("brief.html.jinja").render(
        brief=brief,
        wording=wording,
        sent_at=sent_at,
        css=css,
        policy=f"default-src 'none'; style-src {digest_of(css)}; base-uri 'none'; form-action 'none'",
        version=__version__,
    )
    stream.write(page)
