"""What pydantic finds wrong with a file, in words for the people who write it, at the place where it stands."""

from __future__ import annotations

import types
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, Protocol, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from sigcheck.errors import Mistake
from sigcheck.wording import one_line, shown, suggestion


class Located(Protocol):
    """Something that knows where its values stand, such as a YAML file."""

    def mistake(self, keys: Sequence[str | int], text: str, at_key: bool = False) -> Mistake:
        """Return a mistake placed at the value of `keys`, or at the key itself."""


def describe_errors(error: ValidationError, source: Located, model: type[BaseModel]) -> list[Mistake]:
    """Return a mistake for each thing that is wrong with the data of `model`, which comes from `source`.

    Texts begin with the keys of the value, places in lists left out: `schedule.timezone: …`.
    """
    mistakes = []
    for found in error.errors(include_url=False):
        keys = tuple(key for key in found["loc"] if key != "[key]")
        name = one_line(".".join(key for key in keys if isinstance(key, str)))
        text = one_line(_text(found, keys, model))
        at_key = found["type"] in ("missing", "extra_forbidden")
        mistakes.append(source.mistake(keys, f"{name}: {text}" if name else text, at_key))
    return list(dict.fromkeys(mistakes))


def _text(found: ErrorDetails, keys: Sequence[str | int], model: type[BaseModel]) -> str:
    context = found.get("ctx", {})
    kind = found["type"]
    if kind == "extra_forbidden":
        return _unknown_key(keys, model)
    if kind == "missing":
        return _missing_key(keys, model)
    if found["input"] is None:
        return "is empty: fill it in, or delete it"
    if kind == "value_error":
        return str(context.get("error", found["msg"]))
    if kind == "string_type":
        return _not_text(found["input"])
    wording = _WORDING.get(kind)
    return wording(found["input"], context) if wording else found["msg"].replace("Input should", "should")


def _not_text(value: object) -> str:
    if isinstance(value, list | tuple | dict):
        return f"must be text, not {shown(value)}"
    return f"must be text: put quotes around {str(value).lower() if isinstance(value, bool) else value}"


def _not_one_of(value: object, context: Mapping[str, Any]) -> str:
    known = [part.strip("'") for part in str(context["expected"]).replace(" or ", ", ").split(", ")]
    meant = suggestion(value, known) if isinstance(value, str) else ""
    return f"{shown(value)} is not one of {', '.join(known)}{meant}"


def _no_number(value: object, _: Mapping[str, Any]) -> str:
    if isinstance(value, str) and value.strip().replace(".", "", 1).isdigit():
        return f"must be a number: delete the quotes around {value}"
    return f"must be a number, not {shown(value)}"


def _no_mapping(value: object, _: Mapping[str, Any]) -> str:
    return f"must hold keys of its own (`key: value`), not {shown(value)}"


def _no_list(value: object, _: Mapping[str, Any]) -> str:
    return f"must be a list, not {shown(value)}"


def _bound(words: str, name: str) -> Callable[[object, Mapping[str, Any]], str]:
    return lambda value, context: f"must be {words} {context[name]:g}, not {value}"


_WORDING: Mapping[str, Callable[[object, Mapping[str, Any]], str]] = {
    "literal_error": _not_one_of,
    "float_type": _no_number,
    "float_parsing": _no_number,
    "int_type": _no_number,
    "int_parsing": _no_number,
    "int_from_float": lambda value, _: f"must be a whole number, not {value}",
    "finite_number": _no_number,
    "bool_type": lambda value, _: f"must be true or false, not {shown(value)}",
    "bool_parsing": lambda value, _: f"must be true or false, not {shown(value)}",
    "model_type": _no_mapping,
    "dict_type": _no_mapping,
    "mapping_type": _no_mapping,
    "list_type": _no_list,
    "tuple_type": _no_list,
    "string_too_short": lambda _, __: "is empty: fill it in, or delete it",
    "string_pattern_mismatch": lambda value, context: f"{shown(value)} does not have the form {context['pattern']}",
    "too_short": lambda _, __: "is an empty list: add an entry, or delete it",
    "greater_than": _bound("more than", "gt"),
    "greater_than_equal": _bound("at least", "ge"),
    "less_than": _bound("less than", "lt"),
    "less_than_equal": _bound("at most", "le"),
}
"""What is wrong, by pydantic's name for it."""


def _unknown_key(keys: Sequence[str | int], model: type[BaseModel]) -> str:
    *above, key = keys
    section = _model_at(above, model) or model
    place = next((part for part in reversed(above) if isinstance(part, str)), "")
    known = _keys_of(section)
    meant = suggestion(str(key), known) or _elsewhere(str(key), model)
    owner = f"'{place}'" if place else f"a {model.model_config.get('title') or model.__name__.lower()}"
    listed = ", ".join(known)
    return f"is not a key of {owner}{meant or f': it has {listed}'}"


def _elsewhere(key: str, model: type[BaseModel]) -> str:
    for name, field in model.model_fields.items():
        if any(key in _keys_of(section) for section in _models_in(field.annotation)):
            return f" (did you mean {name}.{key}?)"
    return ""


def _missing_key(keys: Sequence[str | int], model: type[BaseModel]) -> str:
    *above, key = keys
    section = _model_at(above, model) or model
    field = next((field for name, field in section.model_fields.items() if key in (name, field.alias)), None)
    example = field.examples[0] if field is not None and field.examples else "…"
    return f"is missing: add `{key}: {example}`"


def _model_at(keys: Sequence[str | int], model: type[BaseModel]) -> type[BaseModel] | None:
    section: type[BaseModel] | None = model
    for key in keys:
        if isinstance(key, str) and section is not None:
            fields = (field for name, field in section.model_fields.items() if key in (name, field.alias))
            section = next((found for field in fields for found in _models_in(field.annotation)), None)
    return section


def _models_in(annotation: object) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and not isinstance(annotation, types.GenericAlias):
        if issubclass(annotation, BaseModel):
            yield annotation
        return
    for argument in get_args(annotation):
        yield from _models_in(argument)


def _keys_of(model: type[BaseModel]) -> list[str]:
    return [field.alias or name for name, field in model.model_fields.items()]
