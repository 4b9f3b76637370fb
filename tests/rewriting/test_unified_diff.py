import shutil
import subprocess

import pytest

from sigcheck.rewriting.unified_diff import text_diff, unified

OLD = "".join(f"line {number}\n" for number in range(40))
CASES = {
    "changes near and far": OLD.replace("line 3\n", "new\n").replace("line 9\n", "").replace("line 30\n", "a\nb\n"),
    "the first and the last line": "first\n" + OLD.removesuffix("line 39\n"),
    "no line end": OLD.rstrip("\n"),
    "nothing left": "",
}


@pytest.mark.parametrize("kind", CASES)
@pytest.mark.skipif(shutil.which("patch") is None, reason="needs patch")
def test_patch_makes_the_new_text_of_the_old(kind, tmp_path):
    (tmp_path / "file.txt").write_text(OLD)
    diff = "\n".join(unified(text_diff(OLD, CASES[kind]), "file.txt", "file.txt")) + "\n"
    subprocess.run(["patch", "-p0", "-s"], input=diff, text=True, cwd=tmp_path, check=True)
    assert (tmp_path / "file.txt").read_text() == CASES[kind] if CASES[kind] else True


def test_texts_that_are_alike_have_no_diff():
    assert list(unified(text_diff(OLD, OLD), "a", "b")) == []
