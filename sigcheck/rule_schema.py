"""The JSON Schemas of rule files and of `pack.yaml`, for editors."""

from __future__ import annotations

from typing import Any

from sigcheck.rule import PackHeader, Rule

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def rule_schema() -> dict[str, Any]:
    """Return the JSON Schema of a rule's file."""
    schema = Rule.model_json_schema()
    definitions = schema["$defs"]
    wording = definitions["Match"]["properties"]["in"]
    definitions["Match"]["properties"]["in"] = {"anyOf": [wording["items"], wording], "title": "In"}
    definitions["Example"]["oneOf"] = [{"required": ["bad", "finds"]}, {"required": ["good"]}]
    return {"$schema": DIALECT, **_without_nulls(schema), "title": "sigcheck rule", "oneOf": _either("query", "match")}


def pack_schema() -> dict[str, Any]:
    """Return the JSON Schema of a pack's `pack.yaml`."""
    return {"$schema": DIALECT, **_without_nulls(PackHeader.model_json_schema()), "title": "sigcheck pack"}


def _either(*keys: str) -> list[dict[str, Any]]:
    return [{"required": [key]} for key in keys]


def _without_nulls(schema: dict[str, Any]) -> dict[str, Any]:
    """Return the schema without the nulls of what may be absent: a file leaves a key out rather than empty."""
    return {key: _cleaned(value) for key, value in schema.items() if not (key == "default" and value is None)}


def _cleaned(value: Any) -> Any:
    if isinstance(value, dict):
        kept = [way for way in value.get("anyOf", ()) if way != {"type": "null"}]
        rest = {key: inner for key, inner in value.items() if key != "anyOf"}
        merged = {**rest, **(kept[0] if len(kept) == 1 else {"anyOf": kept} if kept else {})}
        return _without_nulls(merged)
    return [_cleaned(item) for item in value] if isinstance(value, list) else value
