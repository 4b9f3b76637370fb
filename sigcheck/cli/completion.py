"""`sigcheck completion`: the script that lets a shell complete commands and options."""

from __future__ import annotations

import click

VARIABLE = "_SIGCHECK_COMPLETE"
"""Environment variable by which the script asks sigcheck what fits."""


@click.command(name="completion", short_help="Print the script that lets a shell complete sigcheck's commands.")
@click.argument("shell", type=click.Choice(("bash", "zsh", "fish")))
def command(shell: str) -> int:
    """Print the script that lets a shell complete sigcheck's commands.

    Add to ~/.bashrc: eval "$(sigcheck completion bash)"; to ~/.zshrc: eval "$(sigcheck completion zsh)". For fish:
    sigcheck completion fish > ~/.config/fish/completions/sigcheck.fish
    """
    from click.shell_completion import get_completion_class

    from sigcheck.cli import application

    completion = get_completion_class(shell)
    if completion is None:
        raise click.UsageError(f"there is no completion for {shell}")
    click.echo(completion(application, {}, "sigcheck", VARIABLE).source())
    return 0
