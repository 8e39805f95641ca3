"""The JSON Schema of our own document, made of the terms, so that it never differs from them."""

from __future__ import annotations

import inspect
import types
from collections.abc import Mapping
from dataclasses import MISSING, fields, is_dataclass
from datetime import date, datetime
from enum import Enum
from typing import Any, Union, get_args, get_origin, get_type_hints

from planner.formats import envelope, json_log

DIALECT = "https://json-schema.org/draft/2020-12/schema"
_PLAIN = {str: "string", bool: "boolean", int: "integer", float: "number"}
_DATE = {"type": "string", "format": "date"}
_MOMENT = {"type": "string", "description": "Local date and time, ISO 8601."}
_MARKED_DATE = {"type": "object", "properties": {"date": _DATE}, "required": ["date"]}


def schema() -> dict[str, Any]:
    """Return the schema of what `json_log.write` writes; a field left out has its default."""
    known: dict[str, Any] = {}
    document = _described(json_log.Document, known)
    told = {"program": {"const": envelope.PROGRAM}, "schema": {"const": json_log.SCHEMA}}
    return {
        "$schema": DIALECT,
        "title": json_log.NAME,
        **document,
        "properties": {**told, **document["properties"]},
        "required": [*told, *document["required"]],
        "$defs": known,
    }


def _of(hint: Any, known: dict[str, Any]) -> dict[str, Any]:
    origin, parts = get_origin(hint), get_args(hint)
    if origin in (Union, types.UnionType):
        return _union(parts, known)
    if origin is tuple and parts[-1] is not Ellipsis:
        items = [_of(part, known) for part in parts]
        return {"type": "array", "prefixItems": items, "items": False, "minItems": len(items)}
    if origin in (tuple, frozenset):
        return {"type": "array", "items": _of(parts[0], known)}
    if origin is Mapping:
        return {"type": "object", "additionalProperties": _of(parts[1], known)}
    return _single(hint, known)


def _union(parts: tuple[Any, ...], known: dict[str, Any]) -> dict[str, Any]:
    """Return the schema of `X | None`, or of plain values of which a date has a mark."""
    some = [part for part in parts if part is not types.NoneType]
    if len(some) == 1:
        return {"anyOf": [_of(some[0], known), {"type": "null"}]}
    marked = [_MARKED_DATE if part is date else _of(part, known) for part in some]
    return {"anyOf": [*marked, *([{"type": "null"}] if len(some) < len(parts) else [])]}


def _single(hint: Any, known: dict[str, Any]) -> dict[str, Any]:
    if is_dataclass(hint):
        name = getattr(hint, "__name__", "")
        if name not in known:
            known[name] = {}  # stands while it is described, should it hold itself
            known[name] = _described(hint, known)
        return {"$ref": f"#/$defs/{name}"}
    if issubclass(hint, Enum):
        return {"enum": [each.value for each in hint]}
    if issubclass(hint, date):
        return _MOMENT if issubclass(hint, datetime) else _DATE
    return {"type": _PLAIN[hint]}


def _described(kind: Any, known: dict[str, Any]) -> dict[str, Any]:
    hints = get_type_hints(kind)
    needed = [f.name for f in fields(kind) if f.default is MISSING and f.default_factory is MISSING]
    return {
        "type": "object",
        "description": " ".join((inspect.getdoc(kind) or "").split()),
        "properties": {f.name: _of(hints[f.name], known) for f in fields(kind)},
        "required": needed,
        "additionalProperties": False,
    }
