import os

import pytest

from sigcheck.errors import InputError
from sigcheck.plan.patterns import fixed_folder, matching_files


@pytest.fixture
def tree(tmp_path):
    for name in ("a.csv", "b.txt", ".hidden.csv", "x/c.csv", "x/y/d.csv", ".git/e.csv", "x[1]/f.csv"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("email\n", encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("pattern", "files"),
    [
        ("*.csv", ["a.csv"]),
        ("?.*", ["a.csv", "b.txt"]),
        (".*.csv", [".hidden.csv"]),
        ("*/*.csv", ["x/c.csv", "x[1]/f.csv"]),
        ("x/../*.csv", ["x/../a.csv"]),
        ("**/*.csv", ["a.csv", "x/c.csv", "x/y/d.csv", "x[1]/f.csv"]),
        ("**/**/d.csv", ["x/y/d.csv"]),
        ("x/**", ["x/c.csv", "x/y/d.csv"]),
        ("x[[]1]/f.csv", ["x[1]/f.csv"]),
        ("nowhere/*.csv", []),
        ("a.csv/*", []),
        ("*/nothing.csv", []),
    ],
)
def test_a_pattern_fits_files_as_a_shell_has_it(tree, pattern, files):
    assert matching_files(tree, pattern) == tuple(tree / name for name in files)


def test_an_absolute_pattern_is_taken_as_it_stands(tree):
    assert matching_files(tree / "x", f"{tree}/*.csv") == (tree / "a.csv",)


@pytest.mark.skipif(os.name == "nt", reason="symbolic links need rights there")
def test_folders_that_are_linked_in_circles_are_looked_into_once(tree):
    for name in ("one", "two", "three"):
        (tree / "x" / name).symlink_to(tree)
    assert matching_files(tree, "**/*.csv") == tuple(
        tree / name for name in ("a.csv", "x/c.csv", "x/y/d.csv", "x[1]/f.csv")
    )
    found = matching_files(tree, "x/" + "*/" * 60 + "*.csv")
    assert len({path.resolve() for path in found}) == len(found)


def test_a_folder_that_may_not_be_looked_into_is_no_silent_gap(tree, monkeypatch):
    scandir = os.scandir

    def refuse(path):
        if str(path).endswith("/y"):
            raise PermissionError(13, "Permission denied")
        return scandir(path)

    monkeypatch.setattr(os, "scandir", refuse)
    with pytest.raises(InputError, match=r"x/y: may not be read: check its permissions"):
        matching_files(tree, "**/*.csv")


@pytest.mark.parametrize(
    ("pattern", "folder"),
    [("*.csv", "."), ("a/b/*.csv", "a/b"), ("/a/**", "/a"), ("../x/[ab].csv", "../x"), ("a/b.csv", "a")],
)
def test_the_folder_in_which_a_pattern_begins_to_look(pattern, folder):
    assert fixed_folder(pattern) == folder
