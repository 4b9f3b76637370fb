"""The plan of a send: what its file says, and what is meant where it says nothing."""

from __future__ import annotations

import glob
import os
from collections.abc import Callable, Collection, Iterator, Mapping
from datetime import datetime
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import Field, PrivateAttr, field_validator, model_validator

from sigcheck.errors import EXAMPLE_ADDRESS, InputError, Mistake
from sigcheck.paths import Location, Url, is_url
from sigcheck.plan.layers import Layers
from sigcheck.plan.parts import (
    EngineSettings,
    Ignore,
    MessageFile,
    OptOut,
    Program,
    RecipientList,
    Roster,
    RuleSettings,
    Sender,
    SuppressionList,
)
from sigcheck.plan.patterns import matching_files
from sigcheck.plan.schedule import Schedule
from sigcheck.plan.section import Audience, PathText, Purpose, Section, Text
from sigcheck.plan.shorthand import Keyed, Listed, Parsed, Problem, validated_with
from sigcheck.plan.values import parse_day_or_moment
from sigcheck.report import Severity
from sigcheck.wording import shown
from sigcheck.yaml_source import Keys


class Plan(Section):
    """A planned send. A plan read by `load_plan` also knows where each of its values stands."""

    name: Text = Field(default="", description="name of the send; the file's or folder's name where absent")
    purpose: Purpose | None = Field(default=None, description="why the email is sent")
    audience: Audience = Field(default="prospects", description="to whom it is sent")
    sender: Sender | None = Field(default=None, description="the person in whose name it is sent")
    senders: Roster | None = Field(default=None, description="several senders, in place of `sender`")
    message: Annotated[
        tuple[MessageFile, ...],
        Listed(tuple[Annotated[MessageFile, Keyed("file")], ...], at_least_one=True),
    ] = Field(description="the message: a path, or one entry a variation", examples=["message.txt"])
    recipients: Annotated[RecipientList, Keyed("file")] = Field(
        description="the recipient list", examples=["recipients.csv"]
    )
    schedule: Schedule = Field(
        description="when it is sent", examples=["{timezone: America/New_York, at: 2026-12-01 09:10}"]
    )
    history: Annotated[
        Literal["none"] | tuple[str, ...] | None,
        Listed(tuple[PathText, ...], at_least_one=True, none=True),
    ] = Field(default=None, description="files of emails sent before; `none` where there is no history")
    suppress: Annotated[
        Literal["none"] | tuple[SuppressionList, ...] | None,
        Listed(tuple[Annotated[SuppressionList, Keyed("file")], ...], at_least_one=True, none=True),
    ] = Field(default=None, description="lists of people who opted out; `none` where there are none")
    opt_out: OptOut = Field(default={}, validate_default=True, description="how opt-outs are handled")
    exclude: Annotated[tuple[str, ...], Listed(tuple[PathText, ...])] = Field(
        default=(), description="lists of people whom this send must not reach"
    )
    acknowledgement: PathText | None = Field(default=None, description="file that `sigcheck acknowledge` writes")
    brief: PathText | None = Field(
        default=None, description="file or folder that `sigcheck brief` writes, for the senders to read"
    )
    relevance: Text | None = Field(default=None, description="why this message matters to this segment")
    program: Program = Field(default={}, validate_default=True, description="program that the send belongs to")
    rules: RuleSettings = Field(default={}, validate_default=True, description="which rules run, and how")
    ignore: Annotated[tuple[Ignore, ...], Listed(tuple[Ignore, ...])] = Field(
        default=(), description="findings that are known and accepted"
    )
    fail_on: Severity = Field(default="error", description="lightest severity that fails the check")
    fail_under: Annotated[float, Field(strict=True, ge=0, le=100, allow_inf_nan=False)] | None = Field(
        default=None, description="score, out of 100, below which the check fails"
    )
    engine: EngineSettings = Field(default={}, validate_default=True, description="what the rules run on")
    now: Annotated[datetime, Parsed(parse_day_or_moment)] | None = Field(
        default=None, description="check as of then, in the schedule's time zone; the present where absent"
    )

    _layers: Layers = PrivateAttr()
    _read_instead: Mapping[Path, Path] = PrivateAttr(default={})

    @model_validator(mode="wrap")
    @classmethod
    def _has_one_kind_of_sender(cls, data: object, handler: Callable[[object], Any]) -> Any:
        return validated_with(cls.__name__, data, handler, _sender_problems)

    @field_validator("message")
    @classmethod
    def _with_names(cls, message: tuple[MessageFile, ...]) -> tuple[MessageFile, ...]:
        given = [variation.name for variation in message if variation.name]
        repeated = next((name for name in given if given.count(name) > 1), None)
        if repeated is not None:
            raise ValueError(f"two variations are named '{repeated}': give each its own name")
        taken = set(given)
        return tuple(one if one.name else one.model_copy(update={"name": _free_name(one, taken)}) for one in message)

    @property
    def path(self) -> Path:
        """Return the absolute path of the plan's file."""
        return self._layers.plan.path

    @property
    def folder(self) -> Path:
        """Return the folder of the plan's file."""
        return self._layers.plan.folder

    @property
    def label(self) -> str:
        """Return the path of the plan's file as the user should read it."""
        return self._layers.plan.label

    def position(self, *keys: str | int) -> tuple[str, int, int]:
        """Return label of the file, line and column, from 1, of the value at `keys` or of the nearest one around it."""
        mistake = self.mistake(keys, "")
        return mistake.file, mistake.line or 1, mistake.column or 1

    def mistake(self, keys: Keys, text: str) -> Mistake:
        """Return a mistake placed at the value of `keys`, in the plan or in the defaults, wherever it comes from."""
        return self._layers.mistake(keys, text)

    def resolve(self, path: str, keys: Keys) -> Path:
        """Return the absolute path of a file named at `keys`: relative to the folder of the file that names it.

        Raises InputError where it is a URL.
        """
        if is_url(path):
            raise InputError(self.mistake(keys, f"{shown(path)} is a URL, where a file beside the plan is needed"))
        named = self._layers.of(keys).folder / path
        return self._read_instead.get(Path(os.path.abspath(named)), named)  # noqa: PTH100 - follows no links

    def locate(self, path: str, keys: Keys) -> Location:
        """Return where a list named at `keys` lies: its absolute path, or its URL."""
        return Url(path) if is_url(path) else self.resolve(path, keys)

    def located(self, pattern: str, keys: Keys) -> tuple[Location, ...]:
        """Return where the lists lie that a pattern named at `keys` fits, as `matching` does; a URL stays as it is."""
        return (Url(pattern),) if is_url(pattern) else self.matching(pattern, keys)

    def layer_of(self, keys: Keys) -> Path:
        """Return the absolute path of the file, plan or defaults, that the value at `keys` comes from."""
        return self._layers.of(keys).path

    def reading(self, instead: Mapping[Path, Path]) -> Plan:
        """Return the plan with files read in the place of others, by the absolute paths of those."""
        plan = self.model_copy()
        plan._read_instead = dict(instead)
        return plan

    def matching(self, pattern: str, keys: Keys) -> tuple[Path, ...]:
        """Return the absolute paths of the files that a pattern named at `keys` fits, sorted; `**` is any depth.

        A path without `*`, `?` or `[`, or one that exists as it stands, is returned as it is.
        """
        folder = self._layers.of(keys).folder
        if not glob.has_magic(pattern) or os.path.exists(folder / pattern):  # noqa: PTH110 - Path's may raise
            return (folder / pattern,)
        return matching_files(folder, pattern)

    def rule_folders(self) -> tuple[Path, ...]:
        """Return the folders of further rules."""
        return tuple(self.resolve(path, ("rules", "paths", index)) for index, path in enumerate(self.rules.paths))

    def files(self) -> tuple[Path, ...]:
        """Return every file that a check of this plan reads, the plan first; the history's patterns expanded.

        Paths are absolute and without `..`; symbolic links are not followed. Files need not exist. URLs are left out.
        """
        return self._files_but(())

    def inputs(self) -> tuple[Path, ...]:
        """Return the same files but for those that sigcheck writes: the acknowledgement and the brief."""
        return self._files_but(("acknowledgement", "brief"))

    def _files_but(self, left_out: Collection[str]) -> tuple[Path, ...]:
        found = [*self.layer_paths()]
        named = ((path, keys) for path, keys in self.named_files() if not is_url(path))
        found += [self.resolve(path, keys) for path, keys in named if keys[0] not in left_out]
        if isinstance(self.history, tuple):
            for index, pattern in enumerate(self.history):
                found += () if is_url(pattern) else self.matching(pattern, ("history", index))
        return tuple(dict.fromkeys(Path(os.path.abspath(path)) for path in found))  # noqa: PTH100 - follows no links

    def layer_paths(self) -> tuple[Path, ...]:
        """Return the absolute paths of the plan's own file and of the defaults beneath it."""
        return tuple(layer.path for layer in self._layers.all)

    def named_files(self) -> Iterator[tuple[str, Keys]]:
        """Yield every path that the plan names, as it is written, and its keys; not the patterns of the history."""
        for index, variation in enumerate(self.message):
            yield variation.file, ("message", index, "file")
        yield self.recipients.file, ("recipients", "file")
        if self.senders is not None:
            yield self.senders.file, ("senders", "file")
        if isinstance(self.suppress, tuple):
            for index, entry in enumerate(self.suppress):
                yield entry.file, ("suppress", index, "file")
        for index, path in enumerate(self.exclude):
            yield path, ("exclude", index)
        if self.acknowledgement is not None:
            yield self.acknowledgement, ("acknowledgement",)
        if self.brief is not None:
            yield self.brief, ("brief",)


def _sender_problems(given: Collection[str]) -> list[Problem]:
    if "sender" in given and "senders" in given:
        return [(("senders",), "a plan has either `sender` or `senders`: delete one of them")]
    if "sender" not in given and "senders" not in given:
        hint = (
            f"`sender: {{name: Ana Ruiz, email: {EXAMPLE_ADDRESS}}}`, or `senders: {{file: senders.csv}}` for several"
        )
        return [(("sender",), f"is missing: add {hint}")]
    return []


def _free_name(variation: MessageFile, taken: set[str]) -> str:
    stem = Path(variation.file).stem
    name, number = stem, 2
    while name in taken:
        name, number = f"{stem}-{number}", number + 1
    taken.add(name)
    return name
