"""Many runs at once on one repository do not disturb each other: files are whole, and each ends as if alone."""

import json
import os
import re
import subprocess
import sys

import pytest
import yaml

pytestmark = pytest.mark.skipif(os.name == "nt", reason="starts many processes by fork")

SENDERS = [f"sender{number}@northwind.com" for number in range(3)]

SEVERAL = """\
import os, sys
from sigcheck.cli import main

for number, arguments in enumerate({commands!r}):
    if os.fork() == 0:
        out = os.open(f"out-{{number}}", os.O_WRONLY | os.O_CREAT)
        os.dup2(out, 1)
        os.dup2(out, 2)
        try:
            main(arguments)
        except SystemExit as ended:
            sys.stdout.flush()
            os._exit(ended.code or 0)
        os._exit(99)
ended = [os.wait() for _ in {commands!r}]
print([os.waitstatus_to_exitcode(status) for _, status in sorted(ended)])
"""


def all_at_once(commands, environment, folder):
    """Run the commands at the same time, and return the exit status and the output of each."""
    program = [sys.executable, "-c", SEVERAL.format(commands=commands)]
    ran = subprocess.run(program, cwd=folder, env=environment, capture_output=True, encoding="utf-8", check=True)
    outputs = [(folder / f"out-{number}").read_text(encoding="utf-8") for number in range(len(commands))]
    return list(zip(json.loads(ran.stdout.splitlines()[-1]), outputs, strict=True))


@pytest.mark.slow
def test_twenty_runs_at_once(campaign, environment, temporary, tmp_path):
    people = (f"p{number}@firm{number}.com,DANA,Firm{number},{SENDERS[number % 3]}\n" for number in range(20))
    rows = f"email,first name,company,owner\n{''.join(people)}"
    senders = "name,email,title\n" + "".join(f"Ana Ruiz,{address},Account Executive\n" for address in SENDERS)
    plan = campaign(recipients=rows, senders=senders, plan={"acknowledgement": "plan.ack.yaml"})
    quick = ("--select", "DAT,ORG,SND")
    commands = [
        *([["fix", "campaign/plan.yaml", "--write"]] * 4),
        *([["check", "campaign", *quick, "--output", "report.html", "--output", "report.json"]] * 6),
        *([["check", "campaign", *quick, "--quiet"]] * 4),
        *(["acknowledge", "campaign/plan.yaml", "--as", address] for address in SENDERS),
        *([["brief", "campaign/plan.yaml", "--output", "brief.md"]] * 3),
    ]
    assert len(commands) == 20
    for (status, output), command in zip(all_at_once(commands, environment, tmp_path), commands, strict=True):
        assert "Traceback" not in output
        assert "fault of sigcheck" not in output
        assert status in (0, 1, 2, 3), (command, output)
        if status == 2:
            assert re.search("changed|plan.ack.yaml: does not exist", output), (command, output)
            assert len(output.splitlines()) == 1
    assert (
        json.loads((tmp_path / "report.json").read_text(encoding="utf-8"))["plans"][0]["plan"] == "campaign/plan.yaml"
    )
    assert (tmp_path / "report.html").read_text(encoding="utf-8").rstrip().endswith("</html>")
    assert (plan.parent / "recipients.csv").read_text(encoding="utf-8") == rows.replace("DANA", "Dana")
    words = yaml.safe_load((plan.parent / "plan.ack.yaml").read_text(encoding="utf-8"))
    assert all(address in str(words) for address in SENDERS)
    assert list(temporary.iterdir()) == []
    assert not [path for path in tmp_path.rglob(".*") if path.name != ".git"]
