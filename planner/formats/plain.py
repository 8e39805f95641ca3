"""Frozen dataclasses as the plain values that JSON knows, and back, led by their type hints."""

from __future__ import annotations

import re
import types
from collections.abc import Callable, Mapping
from dataclasses import MISSING, Field, fields, is_dataclass
from datetime import date
from enum import Enum
from functools import cache
from typing import Any, NamedTuple, TypeVar, Union, get_args, get_origin, get_type_hints

from planner.formats import ranges
from planner.language import tr

T = TypeVar("T")
CAPITAL = re.compile(r"(?<=[a-z])[A-Z]")


class _Codec(NamedTuple):
    write: Callable[[Any], Any]
    read: Callable[[Any], Any]


def to_plain(value: object) -> Any:
    """Turn a dataclass into dicts, lists, text and numbers; defaults are left out."""
    kind: Any = type(value)
    return _codec(kind).write(value)


def from_plain(kind: type[T], value: Any) -> T:
    """Build a dataclass again; TypeError, ValueError or LookupError when the value does not fit."""
    hint: Any = kind
    made: T = _codec(hint).read(value)
    return made


@cache
def _codec(hint: Any) -> _Codec:
    origin, parts = get_origin(hint), get_args(hint)
    if origin in (Union, types.UnionType):
        return _union([part for part in parts if part is not types.NoneType])
    if origin is tuple:
        return _tuple(parts)
    if origin is frozenset:
        item = _codec(parts[0])
        return _Codec(lambda v: sorted(map(item.write, v)), lambda v: frozenset(map(item.read, v)))
    if origin is Mapping:
        return _mapping(_codec(parts[1]))
    return _single(hint)


def _single(hint: Any) -> _Codec:
    if is_dataclass(hint):
        return _dataclass(hint)
    if issubclass(hint, Enum):
        return _Codec(lambda value: value.value, lambda value: _member(hint, value))
    if issubclass(hint, date):
        return _Codec(lambda value: value.isoformat(), hint.fromisoformat)
    allowed = (int, float) if hint is float else hint
    return _Codec(lambda value: value, lambda value: _checked(value, allowed))


def _member(kind: type[Enum], value: Any) -> Enum:
    try:
        return kind(value)
    except ValueError:
        words = CAPITAL.sub(r" \g<0>", kind.__name__).lower()
        article = "an" if words[0] in "aeiou" else "a"
        unknown = tr("{what} that this version does not know: {value}")
        raise ValueError(unknown.format(what=f"{article} {words}", value=value)) from None


def _checked(value: Any, allowed: Any) -> Any:
    if not isinstance(value, allowed) or (isinstance(value, bool) and allowed is not bool):
        raise TypeError(tr("{value} has the wrong type").format(value=repr(value)))
    if isinstance(value, str):
        value.encode()  # ValueError for half a character
    elif not ranges.holdable(value):
        raise ValueError(tr("{value} is no number that a log can hold").format(value=repr(value)))
    return value


def _union(members: list[Any]) -> _Codec:
    """Make the codec of `X | None`, or of plain values of which only a date needs a mark."""
    if len(members) == 1:
        item = _codec(members[0])
        return _Codec(
            lambda v: None if v is None else item.write(v),
            lambda v: None if v is None else item.read(v),
        )
    return _Codec(
        lambda v: {"date": v.isoformat()} if isinstance(v, date) else v,
        lambda v: date.fromisoformat(v["date"]) if isinstance(v, dict) else v,
    )


def _tuple(parts: tuple[Any, ...]) -> _Codec:
    if parts[-1] is Ellipsis:
        item = _codec(parts[0])
        return _Codec(lambda v: list(map(item.write, v)), lambda v: tuple(map(item.read, v)))
    items = [_codec(part) for part in parts]
    return _Codec(
        lambda v: [item.write(each) for item, each in zip(items, v, strict=True)],
        lambda v: tuple(item.read(each) for item, each in zip(items, v, strict=True)),
    )


def _mapping(item: _Codec) -> _Codec:
    return _Codec(
        lambda v: {key: item.write(each) for key, each in v.items()},
        lambda v: {key: item.read(each) for key, each in v.items()},
    )


def _dataclass(kind: Any) -> _Codec:
    hints = get_type_hints(kind)
    members = [(f.name, _default(f), _codec(hints[f.name])) for f in fields(kind)]
    codecs = {name: codec for name, _, codec in members}

    def write(value: Any) -> dict[str, Any]:
        return {
            name: codec.write(held)
            for name, default, codec in members
            if (held := getattr(value, name)) != default
        }

    def read(value: Any) -> Any:
        known = {name: codecs[name].read(each) for name, each in value.items()}
        return kind(**known)

    return _Codec(write, read)


def _default(field: Field[Any]) -> Any:
    return MISSING if field.default is MISSING else field.default
