"""Rules and packs: loaded from YAML, validated, and compiled to one query each."""

from __future__ import annotations

import hashlib
import string
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Annotated, Any, Literal, NamedTuple, TypeAlias, TypeVar

from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator, model_validator

from sigcheck import __version__
from sigcheck.errors import InputError, Mistake
from sigcheck.memory import remembered
from sigcheck.pack_folders import HEADER, pack_files, pack_folders
from sigcheck.paths import label_of
from sigcheck.readable_file import Stamp, check_file, read_bytes, stamp_of
from sigcheck.report import Severity
from sigcheck.validation import describe_errors
from sigcheck.yaml_source import MAX_BYTES, read_yaml

_Model = TypeVar("_Model", bound=BaseModel)

Scalar: TypeAlias = str | bool | int | float
ParameterValue: TypeAlias = Scalar | list[Scalar]

PARTS = ("subject", "greeting", "body", "signature", "disclaimer", "quoted", "html")
RESERVED_COLUMNS = frozenset({"file", "line", "column", "row", "recipients", "related_rows", "is_fixable"})
"""Result columns that place a finding, size it, or say that no fix mends it; all others fill in the message."""


_KEPT_FILES = 1_000
"""Files of rules that a process keeps in mind: several plans are checked by the same ones."""


class _Frozen(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)


class Match(_Frozen):
    """Plain wording to look for: lines of the named parts that match any of the expressions and none of `unless`.

    Wording that runs on over the end of a line is found where it begins.
    """

    parts: list[Literal["subject", "greeting", "body", "signature", "disclaimer", "quoted", "html"]] = Field(alias="in")
    any_of: Annotated[list[str], Field(alias="any", min_length=1)]
    unless: list[str] = []

    @field_validator("parts", mode="before")
    @classmethod
    def _one_or_several(cls, value: object) -> object:
        return [value] if isinstance(value, str) else value


class Example(_Frozen):
    """A planned send in miniature that the rule must find something in (`bad`) or must leave alone (`good`)."""

    bad: dict[str, Any] | None = None
    good: dict[str, Any] | None = None
    finds: list[str] = []
    why: str | None = None

    @model_validator(mode="after")
    def _is_either(self) -> Example:
        if (self.bad is None) == (self.good is None):
            raise ValueError("is either 'bad' or 'good'")
        if (self.bad is not None) != bool(self.finds):
            raise ValueError("a bad example needs 'finds' with the messages, a good one has none")
        return self

    @property
    def inputs(self) -> dict[str, Any]:
        """Return the files and plan keys of the example."""
        return self.bad if self.bad is not None else self.good or {}


class Rule(_Frozen):
    """One rule as its file has it; `query` is what runs, also where the file says `match`."""

    code: Annotated[str, Field(pattern=r"^[A-Z]{2,8}[0-9]{3}$", description="the pack's key and three digits")]
    name: Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", description="short name, words joined by -")]
    severity: Severity = Field(description="what fails a send, what should change, what is worth knowing")
    deduct: Annotated[float, Field(ge=0, le=10, description="points of its pack that a finding takes")]
    per: Literal["recipient", "send"] = Field(description="points by the share of recipients affected, or once")
    needs: list[Annotated[str, Field(pattern=r"^[a-z_]+(\.[A-Za-z0-9_ ]+)?$")]] = Field(
        default=[], description="relations, or relation.column, without which it cannot be checked"
    )
    when: str | None = Field(default=None, description="SQL over the relation plan: applies only where this is true")
    parameters: dict[str, ParameterValue] = Field(default={}, description="defaults of the query's $parameters")
    query: str | None = Field(default=None, description="one SELECT that returns what is wrong, a row a finding")
    match: Match | None = Field(default=None, description="plain wording to look for, in place of a query")
    wordings: dict[str, Annotated[list[str], Field(min_length=1)]] = Field(
        default={},
        description="$name of an expression: any, case aside, of those over lines of messages that the parameters hold",
    )
    message: str = Field(description="what a finding says; {names} are columns of the query")
    help: str = Field(description="what to do about it; {names} as in the message")
    fix: str | None = Field(default=None, description="name of the fix that mends it")
    why: str = Field(description="why it matters")
    source: str = Field(description="what the rule rests on: the sin, a law, a study")
    examples: list[Example] = Field(default=[], description="sends in miniature that test the rule")

    @model_validator(mode="after")
    def _has_one_form(self) -> Rule:
        if (self.query is None) == (self.match is None):
            raise ValueError("needs either 'query' or 'match'")
        return self

    @model_validator(mode="after")
    def _has_the_words_it_names(self) -> Rule:
        for name in (name for names in self.wordings.values() for name in names):
            if not isinstance(self.parameters.get(name), list):
                raise ValueError(f"wordings: '{name}' is not a parameter that holds a list of expressions")
        return self

    @field_validator("message", "help")
    @classmethod
    def _is_plain_template(cls, template: str) -> str:
        try:
            fields = [field for field in string.Formatter().parse(template) if field[1] is not None]
        except ValueError:
            raise ValueError("has a brace that is not closed: write {{ for a plain brace") from None
        if any(not str(name).isidentifier() or form or conversion for _, name, form, conversion in fields):
            raise ValueError("may only hold {names} of result columns or parameters")
        return " ".join(line.strip() for line in template.splitlines()).strip()

    @property
    def sql(self) -> str:
        """Return the query, compiled from `match` where the rule is plain wording."""
        return self.query if self.query is not None else _match_query(self.match)

    def bindings(self, overrides: Mapping[str, ParameterValue]) -> dict[str, ParameterValue]:
        """Return the parameters to bind: the rule's defaults and the overrides."""
        bound: dict[str, ParameterValue] = {**self.parameters, **overrides}
        if self.match is not None:
            bound["match_parts"] = list(self.match.parts)
        return bound

    def wordings_of(self, overrides: Mapping[str, ParameterValue]) -> dict[str, list[str]]:
        """Return the expressions over what messages say that are bound as one under each name, case aside."""
        if self.match is not None:
            return {"match_any": self.match.any_of, "match_unless": self.match.unless}
        values = {**self.parameters, **overrides}
        return {
            name: [str(one) for key in keys for one in _listed(values[key])] for name, keys in self.wordings.items()
        }


def _listed(value: ParameterValue) -> list[Scalar]:
    return value if isinstance(value, list) else [value]


def _match_query(match: Match | None) -> str:
    """Return the query for lines that match, and for wording that a hard line break cuts in two."""
    unless = "\n    AND NOT regexp_matches(text, $match_unless)" if match and match.unless else ""
    following = "OVER (PARTITION BY variant, part ORDER BY line)"
    return (
        "WITH lines AS (\n"
        "  SELECT variant, file, line, text,\n"
        f"    CASE WHEN LEAD(line) {following} = line + 1 THEN trim(LEAD(text) {following}) ELSE '' END AS next_text\n"
        "  FROM message_lines\n"
        "  WHERE list_contains($match_parts, part)\n"
        "),\n"
        "passages AS (\n"
        "  SELECT variant, file, line, text\n"
        "  FROM lines\n"
        "  UNION ALL\n"
        "  SELECT variant, file, line, concat(trim(text), ' ', next_text) AS text\n"
        "  FROM lines\n"
        "  WHERE next_text <> '' AND trim(text) <> ''\n"
        "    AND NOT regexp_matches(text, $match_any) AND NOT regexp_matches(next_text, $match_any)\n"
        ")\n"
        "SELECT variant, file, line, text, regexp_extract(text, $match_any) AS match\n"
        "FROM passages\n"
        f"WHERE regexp_matches(text, $match_any){unless}"
    )


class PackHeader(_Frozen):
    """What `pack.yaml` says of a pack."""

    key: Annotated[str, Field(pattern=r"^[A-Z]{2,8}$")]
    title: str
    points: Annotated[float, Field(gt=0, le=100)]
    summary: str
    source: str
    when: str | None = None


class LoadedRule(NamedTuple):
    """A rule with the file it comes from."""

    rule: Rule
    file: str

    @property
    def code(self) -> str:
        """Return the rule's code."""
        return self.rule.code


class Pack(NamedTuple):
    """A folder of rules that share a sin and its points."""

    header: PackHeader
    folder: Path
    rules: tuple[LoadedRule, ...]

    def condition(self, rule: Rule) -> str | None:
        """Return when a rule of this pack applies, as SQL over `plan`; None for always."""
        conditions = [f"({condition}\n)" for condition in (self.header.when, rule.when) if condition]
        return " AND ".join(conditions) or None


def builtin_rules_folder() -> Path:
    """Return the folder of our own packs: inside the installed package, or at the top of a checkout."""
    packaged = Path(__file__).parent / "rules"
    return packaged if packaged.is_dir() else Path(__file__).parent.parent / "rules"


def load_packs(folders: Sequence[Path] = (), with_examples: bool = True) -> tuple[Pack, ...]:
    """Return our own packs and those found in `folders`, in the order of their folders' names.

    A folder is a pack (it holds `pack.yaml`), or holds packs. Examples may be left out, as a check does not need
    them. Raises InputError with every mistake found in any of the files.
    """
    mistakes: list[Mistake] = []
    packs: list[Pack] = []
    ours = builtin_rules_folder()
    for folder in (ours, *folders):
        reading = _Reading(with_examples, is_ours=folder is ours)
        for pack_folder in pack_folders(folder):
            packs.append(_load_pack(pack_folder, reading, mistakes))
    mistakes.extend(_repeated_codes(packs))
    if mistakes:
        raise InputError(*mistakes)
    return tuple(packs)


class _Reading(NamedTuple):
    """How files are read: with their examples or without, and whether their queries are ours, or to be looked at."""

    with_examples: bool
    is_ours: bool


def _load_pack(folder: Path, reading: _Reading, mistakes: list[Mistake]) -> Pack:
    header = _read(PackHeader, folder / HEADER, reading, mistakes)
    rules = []
    for path in pack_files(folder):
        rule = _read(Rule, path, reading, mistakes)
        if rule is None:
            continue
        label = label_of(path)
        if header is not None and not rule.code.startswith(header.key):
            text = f"code: {rule.code} does not begin with the pack's key {header.key}"
            mistakes.append(Mistake(label, 1, 1, text))
        rules.append(LoadedRule(rule=rule, file=label))
    fallback = PackHeader(key="NONE", title="", points=1, summary="", source="")
    return Pack(header=header or fallback, folder=folder, rules=tuple(sorted(rules, key=lambda loaded: loaded.code)))


def _read(model: type[_Model], path: Path, reading: _Reading, mistakes: list[Mistake]) -> _Model | None:
    """Return what a file holds, its mistakes noted. Without examples, a text that was sound before is not read anew."""
    try:
        if reading.with_examples:
            return _validated(model, path, reading)
        sound: _Model = _sound(model, path, stamp_of(check_file(path, label_of(path))), reading)
        return sound
    except InputError as error:
        mistakes.extend(error.mistakes)
    return None


@lru_cache(maxsize=_KEPT_FILES)
def _sound(model: type[_Model], path: Path, stamp: Stamp, reading: _Reading) -> _Model:
    """Return what a sound file holds as long as its stamp is the same. Raises InputError with all mistakes in it."""
    kind = f"{model.__name__}:{','.join(model.model_fields)}:{reading.is_ours}"
    key = hashlib.sha256(kind.encode() + read_bytes(path, label_of(path), MAX_BYTES)).hexdigest()
    data = remembered("rules", __version__, key, lambda: _dumped(_validated(model, path, reading)))
    return model.model_construct(**{**data, "match": _match(data)} if "match" in data else data)


def _validated(model: type[_Model], path: Path, reading: _Reading) -> _Model:
    source = read_yaml(path, label_of(path))
    try:
        validated = model.model_validate(source.data)
    except ValidationError as error:
        raise InputError(*describe_errors(error, source, model)) from None
    problems = [] if reading.is_ours else list(_problems_with_sql(source.data))
    if problems:
        raise InputError(*(source.mistake([key], f"{key}: {problem}") for key, problem in problems))
    return validated


def _problems_with_sql(data: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield the keys of a file that hold what a rule may not ask, and why."""
    from sigcheck.rule_query import problem_with_condition, problem_with_query

    for key, problem_with in (("query", problem_with_query), ("when", problem_with_condition)):
        problem = problem_with(data[key]) if data.get(key) is not None else None
        if problem is not None:
            yield key, problem


def _dumped(model: BaseModel) -> dict[str, Any]:
    return model.model_dump(exclude={"examples"})


def _match(data: Mapping[str, Any]) -> Match | None:
    return None if data["match"] is None else Match.model_construct(**data["match"])


def _repeated_codes(packs: Sequence[Pack]) -> Iterable[Mistake]:
    seen: dict[str, str] = {}
    for pack in packs:
        for loaded in pack.rules:
            if loaded.code in seen:
                yield Mistake(loaded.file, 1, 1, f"code: {loaded.code} is already taken by {seen[loaded.code]}")
            seen.setdefault(loaded.code, loaded.file)
