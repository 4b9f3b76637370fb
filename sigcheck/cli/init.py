"""`sigcheck init`: a new planned send, from a few questions."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from sigcheck.cli.questions import QUESTIONS, Question


def _options(function: Any) -> Any:
    for question in reversed(QUESTIONS):
        name = f"--{question.key.replace('_', '-')}"
        function = click.option(name, metavar=question.metavar, help=f"{question.text}.")(function)
    return function


@click.command(name="init", short_help="Write the files of a new planned send.")
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False), default=".", metavar="[DIR]")
@_options
@click.option("--yes", "-y", is_flag=True, help="Ask nothing; what no option says is filled in with examples.")
@click.option("--force", is_flag=True, help="Write over files that exist.")
def command(folder: Path, yes: bool, force: bool, **given: str | None) -> int:
    """Write the files of a new planned send: plan.yaml, message.txt, recipients.csv, plan.ack.yaml.

    Asks what no option says. Nothing is written over unless you say --force.
    """
    from sigcheck.clock import utc_now
    from sigcheck.paths import label_of
    from sigcheck.starter import Answers, write_starter

    for question in QUESTIONS:
        if given[question.key] is not None:
            given[question.key] = _checked(question, str(given[question.key]))
    is_asking = sys.stdin.isatty() and not yes
    answers = {question.key: _answer(question, given, is_asking) for question in QUESTIONS}
    now = utc_now()
    written = write_starter(folder, Answers(**answers), now, force)
    click.echo(f"Wrote {', '.join(label_of(path) for path in written)}.")
    _print_next_steps(label_of(folder / "plan.yaml"), answers, [] if is_asking else _left_out(given))
    return 0


def _answer(question: Question, given: dict[str, str | None], is_asking: bool) -> Any:
    answer = given[question.key]
    if answer is None:
        default = question.default()
        if not is_asking:
            return default
        reader = _reader(question)
        answer = click.prompt(question.text, default=default or "", show_default=bool(default), value_proc=reader)
    return answer or (None if question.default() is None else "")


def _reader(question: Question) -> Callable[[str], str]:
    return lambda answer: _checked(question, answer)


def _checked(question: Question, answer: str) -> str:
    """Return an answer as the plan will hold it; raises UsageError, on which a prompt asks again."""
    try:
        return question.read(answer.strip())
    except ValueError as error:
        raise click.UsageError(f"--{question.key.replace('_', '-')}: {error}") from None


def _left_out(given: dict[str, str | None]) -> list[str]:
    return [question.key for question in QUESTIONS if question.is_example and given[question.key] is None]


def _print_next_steps(plan: str, answers: dict[str, Any], left_out: list[str]) -> None:
    if left_out:
        click.echo(f"Examples, for you to replace: {', '.join(left_out)}.")
    click.echo("Next: write the message in your own words, put your recipients into recipients.csv, then")
    click.echo(f"  sigcheck {plan}")
    click.echo(f"  sigcheck acknowledge {plan} --as {answers['sender_email']}")
