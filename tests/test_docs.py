import importlib.util
import re
from pathlib import Path

import pytest

from sigcheck.cli import COMMANDS
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
