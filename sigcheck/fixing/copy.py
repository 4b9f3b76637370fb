"""A corrected copy of a plan with all that it names, in a folder of its own, where it can be checked by itself."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path, PurePosixPath

from sigcheck.errors import InputError
from sigcheck.fixing.draft import absolute
from sigcheck.paths import label_of
from sigcheck.plan import Plan, load_plan
from sigcheck.rewriting.text_file import decode_exactly
from sigcheck.rewriting.yaml_file import with_scalar
from sigcheck.whole_file import cannot_write, umask
from sigcheck.yaml_source import Keys

OUTSIDE = "named"
"""Folder of the copy for files that lie outside the plan's own folder."""


def write_copy(plan_path: Path, files: Mapping[Path, bytes], folder: Path) -> Path:
    """Write the plan and all that it names into `folder`, with what `files` holds in the place of what is on disk.

    Returns the plan of the copy. Files of the plan's folder keep their places in it; others go into a folder `named`,
    and the plan of the copy names them there. The copy appears whole or not at all. Raises InputError where the folder
    holds anything, or cannot be written.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise InputError.at(label_of(folder), "is there already, and not empty: name a folder that does not exist")
    target = absolute(folder)
    temporary = ""
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        temporary = tempfile.mkdtemp(dir=target.parent, prefix=f".{target.name}.")
        made = Path(temporary)
        _Copy(plan_path, files, made).write()
        made.chmod(0o777 & ~umask())
        if target.exists():
            target.rmdir()
        made.replace(target)
    except OSError as error:
        raise cannot_write(folder, error) from None
    finally:
        if temporary:
            shutil.rmtree(temporary, ignore_errors=True)
    return folder / absolute(plan_path).name


class _Copy:
    """Lays out one copy: where each named file goes, and what the plan has to call it there."""

    def __init__(self, plan_path: Path, files: Mapping[Path, bytes], folder: Path) -> None:
        self._files = files
        self._folder = folder
        self._places: dict[Path, PurePosixPath] = {}
        layers = load_plan(plan_path).layer_paths()
        self._texts = {path: decode_exactly(self._content(path), "utf-8").text for path in layers}
        self._plan = load_plan(plan_path, texts=self._texts)

    def write(self) -> None:
        """Write all files of the copy."""
        for path, keys in _named(self._plan):
            self._copy_named(path, keys)
        if isinstance(self._plan.history, tuple):
            for index, pattern in enumerate(self._plan.history):
                self._copy_matching(pattern, ("history", index))
        for file, content in self._files.items():
            if file not in self._places and file not in self._texts:
                self._write(self._place(file), content)
        for layer, text in self._texts.items():
            (self._folder / layer.name).write_bytes(decode_exactly(self._content(layer), "utf-8").with_text(text))

    def _content(self, path: Path) -> bytes:
        return self._files[path] if path in self._files else path.read_bytes()

    def _copy_named(self, path: str, keys: Keys) -> None:
        source = absolute(self._plan.resolve(path, keys))
        place = self._place(source)
        self._rename(keys, path, str(place))
        if source in self._files:
            self._write(place, self._files[source])
        elif source.is_dir():
            shutil.copytree(source, self._folder / place, dirs_exist_ok=True)
        elif source.exists():
            self._write(place, source)

    def _copy_matching(self, pattern: str, keys: Keys) -> None:
        """Copy the files of a pattern; one that leads out of the plan's folder becomes one for a folder of the copy."""
        found = [absolute(path) for path in self._plan.matching(pattern, keys)]
        if all(path.is_relative_to(self._plan.folder) for path in found) and self._is_of_plan(keys):
            for path in found:
                self._write(self._place(path), path)
            return
        folder = PurePosixPath(OUTSIDE, f"history-{keys[-1]}")
        suffixes = sorted({path.suffix for path in found})
        for number, path in enumerate(found):
            self._write(folder / f"{number}-{path.name}", path)
        self._rename(keys, pattern, str(folder / (f"*{suffixes[0]}" if len(suffixes) == 1 else "*")))

    def _place(self, source: Path) -> PurePosixPath:
        """Return where a file goes in the copy."""
        if source not in self._places:
            if source.is_relative_to(self._plan.folder):
                place = PurePosixPath(source.relative_to(self._plan.folder).as_posix())
            else:
                place = PurePosixPath(OUTSIDE, source.name)
                number = 2
                while place in self._places.values():
                    place, number = PurePosixPath(OUTSIDE, f"{source.stem}-{number}{source.suffix}"), number + 1
            self._places[source] = place
        return self._places[source]

    def _is_of_plan(self, keys: Keys) -> bool:
        return self._plan.layer_of(keys) == self._plan.path

    def _rename(self, keys: Keys, old: str, new: str) -> None:
        """Have the file that names a path call it as the copy does."""
        if os.path.normpath(old) == os.path.normpath(new):
            return
        layer = self._plan.layer_of(keys)
        try:
            self._texts[layer] = with_scalar(self._texts[layer], keys, new)
        except ValueError as error:
            raise InputError.at(label_of(layer), f"cannot be copied with what it names: {error}") from None

    def _write(self, place: PurePosixPath, content: bytes | Path) -> None:
        target = self._folder / place
        target.parent.mkdir(parents=True, exist_ok=True)
        if isinstance(content, bytes):
            target.write_bytes(content)
        else:
            shutil.copyfile(content, target)


def _named(plan: Plan) -> Iterator[tuple[str, Keys]]:
    yield from plan.named_files()
    for index, path in enumerate(plan.rules.paths):
        yield path, ("rules", "paths", index)
    for index, entry in enumerate(plan.ignore):
        if entry.file:
            yield entry.file, ("ignore", index, "file")
