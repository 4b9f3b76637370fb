import importlib.util
import re
from pathlib import Path

import click
import pytest

from sigcheck.cli import COMMANDS, application
from sigcheck.fixes.catalogue import FIXES
from sigcheck.plan import load_plan
from sigcheck.rule import load_packs

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")

spec = importlib.util.spec_from_file_location("generate", ROOT / "docs" / "generate.py")
generate = importlib.util.module_from_spec(spec)
spec.loader.exec_module(generate)


@pytest.mark.parametrize("page", generate.PAGES)
def test_generated_pages_say_what_is_true_now(page):
    assert (ROOT / "docs" / page).read_text(encoding="utf-8") == generate.PAGES[page](), "run python docs/generate.py"


def test_the_readme_names_every_command_and_pack():
    for command in COMMANDS:
        assert f"sigcheck {command}" in README
    for pack in load_packs():
        assert pack.header.key in README


def test_links_of_the_documents_lead_somewhere():
    for page in [ROOT / "README.md", *(ROOT / "docs").glob("*.md")]:
        for target in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", page.read_text(encoding="utf-8")):
            assert (page.parent / target).exists(), f"{page.name}: {target}"


@pytest.mark.parametrize("name", COMMANDS)
def test_the_page_of_commands_says_what_help_says(name):
    page = (ROOT / "docs" / "commands.md").read_text(encoding="utf-8")
    (chapter,) = re.findall(rf"^## sigcheck {name}\n(.*?)(?=^## |\Z)", page, re.DOTALL | re.MULTILINE)
    context = click.Context(application, info_name="sigcheck")
    command = application.get_command(context, name)
    told = command.get_help(
        click.Context(command, info_name=name, parent=context, terminal_width=200, max_content_width=200)
    )
    option = r"(?<![\w-])--[a-z][a-z-]*"
    described = told.partition("Options:")[2]
    assert set(re.findall(option, chapter.partition("| option |")[2])) == set(re.findall(option, described))
    for paragraph in command.help.split("\n\n"):
        assert " ".join(paragraph.split()) in " ".join(chapter.split())


def test_the_page_of_fixes_lists_all_in_the_order_in_which_they_work():
    rows = re.findall(
        r"^\|[^|]*\| `([a-z-]+)` \| (\w+) \|", (ROOT / "docs" / "fix.md").read_text(encoding="utf-8"), re.M
    )
    kinds = {True: "safe", False: "unsafe"}
    assert rows == [(fix.name, "offered" if fix.is_offered else kinds[fix.is_safe]) for fix in FIXES]


def test_help_lists_every_command():
    told = application.get_help(click.Context(application, info_name="sigcheck"))
    for command in COMMANDS:
        assert f"\n  {command} " in told


def test_the_example_on_the_page_of_the_plan_is_a_plan(tmp_path):
    (text,) = re.findall(r"```yaml\n(.*?)```", (ROOT / "docs" / "plan.md").read_text(encoding="utf-8"), re.DOTALL)
    (tmp_path / "plan.yaml").write_text(text, encoding="utf-8")
    assert load_plan(tmp_path / "plan.yaml").message[1].subject == "Breakfast on the 9th?"
