"""Print one of the README's shell commands, so that what newcomers are told to run is what is run here."""

import re
import sys
from pathlib import Path

NAMES = {"try": 0, "test": 1}

text = Path(__file__).parent.parent.joinpath("README.md").read_text(encoding="utf-8")
blocks = re.findall(r"^```sh\n(.*?)^```", text, re.MULTILINE | re.DOTALL)
print(blocks[NAMES[sys.argv[1]]], end="")
