"""How the models read what a plan may write in more than one way, each with one set of mistakes.

pydantic tries every member of a union and reports the mistakes of each; here the value is brought into its
full form first, so that a mistake is told once, in terms of what was written.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from typing import Any

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler, ValidationError
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, ErrorDetails, InitErrorDetails, PydanticCustomError, core_schema

Problem = tuple[tuple[str | int, ...], str]
"""The keys of a value and what is wrong with it."""


@dataclass(frozen=True)
class Parsed:
    """A value that a function reads; the function raises ValueError."""

    parse: Callable[[Any], Any]
    json: Mapping[str, Any] = field(default_factory=lambda: {"type": "string"}, hash=False)

    def __get_pydantic_core_schema__(self, source: object, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Return a schema that calls the function alone, whatever the annotated type is."""
        return core_schema.no_info_plain_validator_function(self.parse)

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        """Return the JSON Schema given for the value."""
        return dict(self.json)


@dataclass(frozen=True)
class Keyed:
    """A mapping that may be written as its one text: `recipients: list.csv` for `recipients: {file: list.csv}`."""

    key: str

    def __get_pydantic_core_schema__(self, source: object, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Return the schema of the mapping with the text brought into it first."""
        return core_schema.no_info_before_validator_function(self._expanded, handler(source))

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        """Return the JSON Schema of both ways."""
        return {"anyOf": [{"type": "string"}, handler(schema)]}

    def _expanded(self, value: object) -> object:
        return {self.key: value} if isinstance(value, str) else value


@dataclass(frozen=True)
class Listed:
    """A tuple of `items` that may be written as one item alone; with `none`, also as the word none."""

    items: Any
    at_least_one: bool = False
    none: bool = False

    def __get_pydantic_core_schema__(self, source: object, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Return the schema of the tuple with a single item brought into a list first."""
        return core_schema.no_info_wrap_validator_function(self._validated, handler.generate_schema(self.items))

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        """Return the JSON Schema of all ways."""
        listed = handler(schema)
        ways: list[JsonSchemaValue] = [{"const": "none"}] if self.none else []
        if self.at_least_one:
            listed["minItems"] = 1
        return {"anyOf": [*ways, listed["items"], listed]}

    def _validated(self, value: object, handler: Callable[[object], Any]) -> object:
        if self.none and isinstance(value, str) and value.strip().casefold() == "none":
            return "none"
        items = tuple(value) if isinstance(value, list | tuple) else (value,)
        if self.at_least_one and not items:
            raise ValueError("is an empty list: add an entry, or delete it")
        return handler(items)


def validated_with(
    title: str,
    data: object,
    handler: Callable[[object], Any],
    find_problems: Callable[[Collection[str]], list[Problem]],
) -> Any:
    """Return what `handler` makes of a model's data.

    Raises ValidationError with its mistakes and, together with them, the problems that are found in the choice of
    keys: a validator of the finished model would be asked only once all else is right.
    """
    problems = (
        find_problems({key for key, value in data.items() if value is not None}) if isinstance(data, dict) else []
    )
    errors = [
        InitErrorDetails(type=PydanticCustomError("value_error", "{text}", {"text": text}), loc=keys, input=data)
        for keys, text in problems
    ]
    try:
        validated = handler(data)
    except ValidationError as error:
        errors += [_kept(found) for found in error.errors(include_url=False)]
    if errors:
        raise ValidationError.from_exception_data(title, errors)
    return validated


def _kept(found: ErrorDetails) -> InitErrorDetails:
    context = {**found.get("ctx", {}), "text": found["msg"]}
    return InitErrorDetails(
        type=PydanticCustomError(found["type"], "{text}", context), loc=found["loc"], input=found["input"]
    )
