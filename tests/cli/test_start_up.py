import subprocess
import sys

import pytest

from sigcheck.cli import COMMANDS


@pytest.mark.parametrize("modules", ["sigcheck.cli", ", ".join(f"sigcheck.cli.{command}" for command in COMMANDS)])
def test_no_command_loads_heavy_libraries_before_it_runs(modules):
    code = f"import {modules}, sys; print(*sys.modules)"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert not {"rich", "pydantic", "duckdb", "yaml", "jinja2", "holidays"} & set(ran.stdout.split())


def test_naming_the_commands_loads_none_of_them():
    code = "from sigcheck.cli import main; import sys\ntry: main(['--version'])\nfinally: print(*sys.modules)"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert not {f"sigcheck.cli.{command}" for command in COMMANDS} & set(ran.stdout.split())
