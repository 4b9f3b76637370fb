import json
import sys

import pytest

from sigcheck import memory


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    monkeypatch.setenv("SIGCHECK_CACHE_DIR", str(tmp_path / "cache"))
    monkeypatch.setattr(memory, "_unwritten", set())
    memory._load.cache_clear()
    yield tmp_path / "cache"
    memory._load.cache_clear()


def end_this_run():
    memory.write_down()
    memory._load.cache_clear()


def test_an_answer_is_computed_once_and_then_remembered_between_runs(folder):
    assert memory.remembered("kind", "1", "a", lambda: {"x": [1, "ü"]}) == {"x": [1, "ü"]}
    end_this_run()
    assert memory.remembered("kind", "1", "a", lambda: pytest.fail("asked again")) == {"x": [1, "ü"]}
    assert [path.name for path in folder.iterdir()] == ["kind-1.json"]


def test_another_version_is_asked_anew():
    memory.remembered("kind", "1", "a", lambda: 1)
    assert memory.remembered("kind", "2", "a", lambda: 2) == 2


@pytest.mark.parametrize("content", ["", "{", "[1]", "\x00", "null"])
def test_a_damaged_file_is_no_harm(folder, content):
    folder.mkdir()
    (folder / "kind-1.json").write_text(content)
    assert memory.remembered("kind", "1", "a", lambda: 3) == 3
    end_this_run()
    assert json.loads((folder / "kind-1.json").read_text()) == {"a": 3}


def test_a_folder_that_cannot_be_written_is_no_harm(folder):
    folder.write_text("a file in its place")
    assert memory.remembered("kind", "1", "a", lambda: 4) == 4
    end_this_run()


@pytest.mark.skipif(sys.platform == "win32", reason="other systems have other places")
def test_the_folder_is_the_users_own_cache(monkeypatch):
    monkeypatch.delenv("SIGCHECK_CACHE_DIR")
    monkeypatch.setenv("XDG_CACHE_HOME", "/somewhere")
    assert memory.cache_folder().name == "sigcheck"
