"""The command line: arguments in, reports out; no logic beyond that. One module a command."""

from __future__ import annotations

import gc
import sys
from importlib import import_module
from typing import Any, NoReturn

import click

from sigcheck import __version__
from sigcheck.cli.ending import exit_status
from sigcheck.process import own_process
from sigcheck.streams import ready_streams

COMMANDS = {
    "check": "Check planned sends and print a scored report (the command that runs when none is named).",
    "fix": "Change what was found, as far as it can be changed for you.",
    "acknowledge": "Confirm, as the sender, that you have seen this send.",
    "brief": "Write what a sender has to know before the send.",
    "init": "Write the files of a new planned send.",
    "preview": "Show the email just as one recipient would get it.",
    "explain": "Tell all about a rule, or about a sin and its rules.",
    "rules": "List all rules.",
    "schema": "Print the JSON Schema of plans, rules or packs, for editors.",
    "mcp": "Serve checks and previews to an AI assistant (MCP over stdio).",
    "completion": "Print the script that lets a shell complete sigcheck's commands.",
}


class _Commands(click.Group):
    """Loads a command's module when it is called, and takes `check` where the first word names no command."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(f"sigcheck.cli.{cmd_name}").command
        return command

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[Any]:
        """Complete commands and options; files where none fits, as the first word may be a plan."""
        found = super().shell_complete(ctx, incomplete)
        if found or incomplete.startswith("-"):
            return found
        from click.shell_completion import CompletionItem

        return [CompletionItem(incomplete, type="file")]

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        if args and args[0] not in COMMANDS and args[0] not in {"--help", "-h", "--version"}:
            args = ["check", *args]
        return super().parse_args(ctx, args)


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="sigcheck")
def application() -> None:
    """Check signature-driven emails before they are sent.

    sigcheck PATH… is short for sigcheck check PATH…
    """


def main(arguments: list[str] | None = None) -> NoReturn:
    """Run the command line and end the process: 0 pass, 1 fail, 2 could not check, 3 incomplete."""
    sys.exit(run(arguments))


def run(arguments: list[str] | None = None) -> int:
    """Run the command line and return its exit status."""
    # A short run makes next to no cyclic garbage, and looking for it takes some 4 % of the time.
    gc.set_threshold(200_000)
    ready_streams()
    with own_process():
        return exit_status(lambda: application.main(args=arguments, prog_name="sigcheck", standalone_mode=False))
