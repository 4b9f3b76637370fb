"""`sigcheck mcp`: a server for AI assistants."""

from __future__ import annotations

from pathlib import Path

import click


@click.command(name="mcp", short_help="Serve checks and previews to an AI assistant (MCP over stdio).")
@click.option(
    "--root",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=".",
    help="The folder that is served; nothing outside it is read (default: the current one).",
)
@click.option("--redact/--no-redact", default=True, help="Mask recipients' addresses and names (default: yes).")
def command(root: Path, redact: bool) -> int:
    """Serve checks and previews of the planned sends in a folder to an AI assistant, over standard input and output.

    The tools check_plan, list_rules, explain_rule and preview read only. Needs the extra `mcp`.
    """
    try:
        from sigcheck.mcp_server import server_for

        server = server_for(root, redact=redact)
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] != "mcp":
            raise
        raise click.ClickException("needs the extra 'mcp': pip install 'sigcheck[mcp]'") from None
    server.run("stdio")
    return 0
