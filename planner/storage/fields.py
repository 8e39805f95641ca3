"""Column types that turn the vocabulary's values into what SQLite stores, and back."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import asdict
from datetime import date, datetime
from enum import StrEnum
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from peewee import Field

from planner.engine.terms import (
    MOST_ADD_ONS,
    Equipment,
    Inventory,
    Limit,
    PhraseValue,
    Skill,
    Topic,
)
from planner.storage.problems import unreadable

Convert = Callable[[Any], Any]
if TYPE_CHECKING:
    AnyField = Field[Any]
else:
    AnyField = Field

_PAIRS_HELD = {"plates_kg", "bars", "bar_of"}  # lists of pairs in an inventory
_ADD_ONS = "stack_add_ons_kg"
_ROWS_HELD = {"dumbbells_kg", _ADD_ONS}  # plain lists in it
_TEXTS = 256  # texts of a column kept as read; most rows of a library hold the same few
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")


def clean(text: str) -> str:
    """Drop control characters and lone surrogates from text; keep tabs and line breaks (as LF)."""
    if text.isprintable():
        return text
    return _CONTROL.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


_DAY = "{c} IS date({c}, '+0 days')"  # a modifier makes SQLite count the days of a month
_MOMENT = "{c} GLOB '????-??-??T??:??*' AND datetime({c}) IS NOT NULL"


class Converted(AnyField):
    """A column whose stored form differs from its value: `store` makes it, `load` undoes that.

    `rule` is what SQL can say of the stored form, with {c} for the column; null is up to `null`.
    """

    field_type = "TEXT"

    def __init__(self, store: Convert, load: Convert, rule: str = "", **options: Any) -> None:
        super().__init__(**options)
        self.store = store
        self.load = load
        self.rule = rule


class Flag(Converted):
    """A column that is 0 or 1."""

    field_type = "INTEGER"


def text(**options: Any) -> Converted:
    """Make a column of typed text, cleaned on the way in."""
    return Converted(_none_or(clean) if options.get("null") else clean, _same, **options)


def word(kind: type[StrEnum], **options: Any) -> Converted:
    """Make a column that holds one word of an enumeration."""
    to_text: dict[Any, str | None] = {each: each.value for each in kind} | {None: None}
    from_text: dict[Any, Any] = {each.value: each for each in kind} | {None: None}
    known = ", ".join(f"'{each.value}'" for each in kind)
    return Converted(to_text.__getitem__, from_text.__getitem__, f"{{c}} IN ({known})", **options)


def words(**options: Any) -> Converted:
    """Make a column that holds a set of words, sorted and separated by blanks."""
    return Converted(_joined, _split, **options)


def day(**options: Any) -> Converted:
    """Make a column that holds a civil date as YYYY-MM-DD."""
    return Converted(_none_or(date.isoformat), _none_or(date.fromisoformat), _DAY, **options)


def moment(**options: Any) -> Converted:
    """Make a column that holds a date and time in ISO form, with an offset only if it has one."""
    convert = _none_or(datetime.isoformat), _none_or(datetime.fromisoformat)
    return Converted(*convert, _MOMENT, **options)


def flag(**options: Any) -> Converted:
    """Make a column that holds yes or no as 1 or 0."""
    return Flag(int, bool, "{c} IN (0, 1)", **options)


def structure(load: Convert, store: Convert, **options: Any) -> Converted:
    """Make a column that holds JSON; `store` gives plain lists and dicts, `load` takes them.

    Rows with the same text share what `load` makes of it, which therefore must never change.
    """
    return Converted(
        lambda value: json.dumps(store(value), ensure_ascii=False, separators=(",", ":")),
        lru_cache(_TEXTS)(lambda text: load(json.loads(text))),
        "json_valid({c})",
        **options,
    )


def read_day(stored: str) -> date:
    """Return the civil date that a column holds; raises DamagedDatabase for anything else."""
    try:
        return date.fromisoformat(stored)
    except (ValueError, TypeError) as error:
        raise unreadable(stored) from error


def read_moment(stored: str) -> datetime:
    """Return the date and time that a column holds; raises DamagedDatabase for anything else."""
    try:
        return datetime.fromisoformat(stored)
    except (ValueError, TypeError) as error:
        raise unreadable(stored) from error


def plain_inventory(inventory: Inventory) -> dict[str, Any]:
    """Return an inventory as JSON can hold it, without what nobody described."""
    return {name: held for name, held in asdict(inventory).items() if held not in ((), "")}


def inventory(stored: dict[str, Any]) -> Inventory:
    """Return the inventory that `plain_inventory` wrote, now or when it held less."""
    held: dict[str, Any] = {"plates_kg": [], **stored}
    for name in _PAIRS_HELD & held.keys():
        held[name] = pairs(held[name])
    for name in _ROWS_HELD & held.keys():
        held[name] = tuple(held[name])
    if _ADD_ONS in held:
        held[_ADD_ONS] = held[_ADD_ONS][:MOST_ADD_ONS]
    return Inventory(**held)


def plain_skill(skill: Skill | None) -> list[int] | None:
    """Return the points of a skill in the order of its fields, as JSON can hold them."""
    return None if skill is None else list(asdict(skill).values())


def skill(stored: list[int] | None) -> Skill | None:
    """Return the skill that `plain_skill` wrote."""
    return None if stored is None else Skill(*stored)


def equipment(stored: list[str]) -> tuple[Equipment, ...]:
    """Return the kinds of equipment that JSON holds as words."""
    return tuple(map(Equipment, stored))


def limits(stored: list[str]) -> tuple[Limit, ...]:
    """Return the limits that JSON holds as words."""
    return tuple(map(Limit, stored))


def answers(stored: list[list[Any]]) -> tuple[tuple[Topic, bool], ...]:
    """Return the answers that JSON holds as pairs of a topic and yes or no."""
    return tuple((Topic(topic), bool(said)) for topic, said in stored)


def pairs(stored: list[list[Any]]) -> tuple[tuple[Any, ...], ...]:
    """Return the pairs that JSON holds as lists."""
    return tuple(tuple(pair) for pair in stored)


def plain_numbers(numbers: tuple[tuple[str, PhraseValue], ...]) -> dict[str, Any]:
    """Return the numbers of a suggestion as JSON can hold them."""
    return {
        name: value.isoformat() if isinstance(value, date) else value for name, value in numbers
    }


def numbers(stored: dict[str, Any]) -> tuple[tuple[str, PhraseValue], ...]:
    """Return the numbers that `plain_numbers` wrote; names that end in `_on` hold dates."""
    return tuple(
        (name, date.fromisoformat(value) if name.endswith("_on") and value else value)
        for name, value in stored.items()
    )


def _none_or(convert: Convert) -> Convert:
    return lambda value: None if value is None else convert(value)


def _same(value: Any) -> Any:
    return value


@lru_cache(maxsize=64)
def _joined(words: frozenset[str]) -> str:
    return " ".join(sorted(words))


@lru_cache(maxsize=64)
def _split(text: str) -> frozenset[str]:
    return frozenset(text.split())
