"""The MCP server as a real subprocess, spoken to by the SDK's own client."""

import asyncio
import json
import sys

import pytest
from mcp import ClientSession, StdioServerParameters, stdio_client

LIST = "email,first name,last name,company\ndana.lee@acme.com,DANA,Lee,Acme\nomar@acme.com,Omar,Diaz,Acme\n"


def ask(root, *calls, arguments=()):
    """Start the server for `root`, make the calls (tool, arguments) one after the other, and return the answers."""

    async def session():
        command = ["-m", "sigcheck", "mcp", "--root", str(root), *arguments]
        async with (
            stdio_client(StdioServerParameters(command=sys.executable, args=command)) as (read, write),
            ClientSession(read, write) as client,
        ):
            await client.initialize()
            tools = await client.list_tools()
            return tools.tools, [await client.call_tool(tool, given) for tool, given in calls]

    return asyncio.run(session())


def text_of(answer):
    return "\n".join(part.text for part in answer.content)


@pytest.fixture
def root(campaign):
    return campaign("root/spring", recipients=LIST).parent.parent


def test_the_tools_say_that_they_only_read(root):
    tools, _ = ask(root)
    assert {tool.name for tool in tools} == {"check_plan", "list_rules", "explain_rule", "preview"}
    assert all(tool.annotations.read_only_hint and not tool.annotations.destructive_hint for tool in tools)
    assert all(tool.description for tool in tools)


def test_a_plan_is_checked_with_everybody_masked(root):
    _, (answer, few) = ask(
        root,
        ("check_plan", {"plan": "spring/plan.yaml", "select": ["DAT004", "ORG001"]}),
        ("check_plan", {"plan": "spring/plan.yaml", "select": ["DAT004", "ORG001"], "most_findings": 1}),
    )
    report = json.loads(text_of(answer))
    assert {finding["code"] for finding in report["findings"]} == {"DAT004", "ORG001"}
    assert not [word for word in ("DANA", "Dana", "dana.lee", "Omar", "Diaz") if word in text_of(answer)]
    cut = json.loads(text_of(few))
    assert (len(cut["findings"]), cut["omitted"]) == (1, 1)


def test_a_preview_is_masked_and_only_unmasked_when_the_server_was_started_so(root):
    call = ("preview", {"plan": "spring/plan.yaml", "row": 2})
    _, (masked,) = ask(root, call)
    _, (plain,) = ask(root, call, arguments=["--no-redact"])
    assert "***@acme.com" in text_of(masked)
    assert not [word for word in ("DANA", "dana.lee", "Lee") if word in text_of(masked)]
    assert "DANA" in text_of(plain)


def test_rules_are_listed_and_explained(root):
    _, (listed, explained, unknown) = ask(
        root, ("list_rules", {}), ("explain_rule", {"code": "ORG001"}), ("explain_rule", {"code": "ORG0001"})
    )
    assert "ORG001" in text_of(listed)
    assert "many-contacts" in text_of(explained)
    assert unknown.is_error
    assert "there is no rule" in text_of(unknown)


@pytest.mark.parametrize("plan", ["../outside/plan.yaml", "/etc/passwd", "spring/leads-out.yaml"])
def test_nothing_outside_the_folder_is_read(root, campaign, plan):
    campaign("outside")
    inside = (root / "spring" / "plan.yaml").read_text(encoding="utf-8")
    (root / "spring" / "leads-out.yaml").write_text(
        inside.replace("recipients.csv", "../../outside/recipients.csv"), encoding="utf-8"
    )
    _, answers = ask(root, ("check_plan", {"plan": plan}), ("preview", {"plan": plan}))
    assert all(answer.is_error and "lies outside" in text_of(answer) for answer in answers)


def test_a_mistake_is_told_in_a_line_and_the_server_goes_on(root):
    _, (missing, checked) = ask(
        root, ("check_plan", {"plan": "nothing.yaml"}), ("check_plan", {"plan": "spring/plan.yaml"})
    )
    assert missing.is_error
    assert "nothing.yaml" in text_of(missing)
    assert "Traceback" not in text_of(missing)
    assert not checked.is_error
