"""An MCP server: an assistant may check and preview the planned sends of one folder, and look rules up.

Nothing is written, nothing outside the folder is read, and recipients' addresses and names are masked unless the
server was started with `--no-redact`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import wraps
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING, Any, ParamSpec, TypeVar

from sigcheck import __version__
from sigcheck.errors import InputError, QueryError

if TYPE_CHECKING:
    from mcp.server.mcpserver import MCPServer

    from sigcheck.preview import Preview

MOST_FINDINGS = 200
"""Findings of one plan that are handed over unless more are asked for: as much as an assistant reads at once."""

INSTRUCTIONS = """\
sigcheck reads planned mass emails that look personal and checks them against ten deadly sins. Check a plan with
check_plan, look a rule of its findings up with explain_rule, and see one recipient's email with preview. Paths are
relative to the folder that the server was started for. Nothing is ever sent or changed."""

_Given = ParamSpec("_Given")
_Returned = TypeVar("_Returned")


def server_for(root: Path, *, redact: bool = True) -> MCPServer:
    """Return a server for the planned sends below `root`."""
    from mcp.server.mcpserver import MCPServer
    from mcp.types import ToolAnnotations

    server = MCPServer("sigcheck", version=__version__, instructions=INSTRUCTIONS, log_level="WARNING")
    tools = Tools(root.resolve(), redact)
    reads_only = ToolAnnotations(
        read_only_hint=True, destructive_hint=False, idempotent_hint=True, open_world_hint=False
    )
    for tool in (tools.check_plan, tools.list_rules, tools.explain_rule, tools.preview):
        server.tool(annotations=reads_only)(_with_plain_errors(tool))
    return server


def _with_plain_errors(tool: Callable[_Given, _Returned]) -> Callable[_Given, _Returned]:
    """Return the tool with mistakes in what it was given told as such, one a line."""
    from mcp.server.mcpserver.exceptions import ToolError

    @wraps(tool)
    def told(*arguments: _Given.args, **named: _Given.kwargs) -> _Returned:
        try:
            return tool(*arguments, **named)
        except (InputError, QueryError) as error:
            raise ToolError(str(error)) from None

    return told


class Tools:
    """What the server can do; each method is a tool, its docstring what an assistant is told of it."""

    def __init__(self, root: Path, redact: bool) -> None:
        """Keep to `root`, an absolute path without links."""
        self._root = root
        self._redact = redact

    def check_plan(
        self, plan: str = "plan.yaml", select: list[str] | None = None, most_findings: int = MOST_FINDINGS
    ) -> dict[str, Any]:
        """Check a planned send and return its report: verdict, score, each sin, and what was found with what to do.

        plan: path of the plan, such as campaigns/spring/plan.yaml.
        select: run only these rules, by code or beginning of a code, such as ORG or DAT004.
        most_findings: the most findings to return, the gravest first; `omitted` counts the others.
        """
        from sigcheck.formats.json import plan_of
        from sigcheck.linter import Options, lint
        from sigcheck.report import SEVERITIES

        options = Options(select=tuple(select or ()), redact=self._redact, root=self._root)
        report = lint(self._path(plan), options)
        shown = report.redacted() if self._redact else report
        gravest = sorted(shown.findings, key=lambda finding: SEVERITIES.index(finding.severity))[
            : max(0, most_findings)
        ]
        left_out = len(shown.findings) - len(gravest)
        return visible_texts(plan_of(shown._replace(findings=tuple(gravest), omitted=shown.omitted + left_out)))

    def list_rules(self) -> str:
        """Return all rules as a Markdown table: code, name, severity, points, and the sin that each looks for."""
        from sigcheck.formats.rule_list import write_rule_list
        from sigcheck.rule import load_packs

        page = StringIO()
        write_rule_list("markdown", load_packs((), with_examples=False), page)
        return page.getvalue()

    def explain_rule(self, code: str) -> str:
        """Return all about a rule: what it finds and why, the law or source, what to do, parameters, query, examples.

        code: a rule's code (ORG001) or name (many-contacts), or a sin's key (ORG).
        """
        from sigcheck.formats.explanation import write_explanation
        from sigcheck.rule import load_packs
        from sigcheck.rule_catalogue import find_rule_or_pack

        page = StringIO()
        write_explanation(find_rule_or_pack(load_packs(()), code), page)
        return page.getvalue()

    def preview(self, plan: str = "plan.yaml", row: int | None = None) -> dict[str, Any]:
        """Return the email just as one recipient would get it: subject, text, sender, local time, and what is missing.

        plan: path of the plan.
        row: the recipient's row in the list, the header being row 1; the first recipient where it is not given.
        """
        from sigcheck.masked_errors import masked_errors
        from sigcheck.preview import preview

        if not self._redact:
            return visible_texts(_preview_of(preview(self._path(plan), row, root=self._root)))
        with masked_errors():
            return visible_texts(_preview_of(_masked(preview(self._path(plan), row, root=self._root))))

    def _path(self, plan: str) -> Path:
        from sigcheck.confinement import is_inside

        path = self._root / plan
        if not is_inside(path, self._root):
            raise InputError.at(plan, "lies outside the folder that this server is confined to")
        return path


def visible_texts(values: Mapping[str, Any]) -> dict[str, Any]:
    """Return a JSON object with what is hidden in its texts made visible: nothing speaks to the assistant alone."""
    return {key: _visible(value) for key, value in values.items()}


def _visible(value: Any) -> Any:
    from sigcheck.formats.plain_text import plain

    if isinstance(value, str):
        return "\n".join(plain(line) for line in value.split("\n"))
    if isinstance(value, list):
        return [_visible(entry) for entry in value]
    return visible_texts(value) if isinstance(value, dict) else value


def _masked(shown: Preview) -> Preview:
    """Return a preview without the recipient's address and name, wherever in it they stand."""
    from sigcheck.redaction import People, masked, names_in

    people = People(names_in(shown.names), (), frozenset({shown.from_email or ""}))
    return shown._replace(
        to_name=masked(shown.to_name, people) if shown.to_name else None,
        to_email=masked(shown.to_email, people),
        subject=masked(shown.subject, people) if shown.subject else None,
        body=masked(shown.body, people),
    )


def _preview_of(shown: Preview) -> dict[str, Any]:
    return {
        "row": shown.row,
        "variation": shown.variant,
        "to": {"name": shown.to_name, "email": shown.to_email},
        "from": {"name": shown.from_name, "email": shown.from_email, "reply_to": shown.reply_to},
        "subject": shown.subject,
        "body": shown.body,
        "missing": [gap._asdict() for gap in shown.gaps],
        "sent": [
            {
                "utc": time.send_at.isoformat() if time.send_at else None,
                "local": time.local_at.isoformat() if time.local_at else None,
                "zones": list(time.zones),
                "holiday": time.holiday,
                "problem": time.problem,
            }
            for time in shown.times
        ],
    }
