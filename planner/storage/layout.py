"""How the vocabulary's dataclasses and the tables correspond, column by column."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import fields
from operator import attrgetter
from typing import Any, ClassVar, Generic, Protocol, TypeVar

from peewee import Model

from planner.engine.terms import several
from planner.storage.fields import Converted
from planner.storage.problems import unreadable


class Value(Protocol):
    """A dataclass of the vocabulary that has a row of its own."""

    __dataclass_fields__: ClassVar[dict[str, Any]]

    @property
    def id(self) -> int | None:
        """Return the key of the row, None when the value is not stored."""

    @property
    def uid(self) -> str:
        """Return what names the row on every computer."""


V = TypeVar("V", bound=Value)
Row = tuple[Any, ...]


class Layout(Generic[V]):
    """How a dataclass and a table correspond: columns are the fields that both have."""

    def __init__(self, model: type[Model], value: type[V]) -> None:
        columns = model._meta.columns
        names = [each.name for each in fields(value) if each.name in columns]
        self.table: str = model._meta.table_name
        self.names = tuple(names)
        self.written = tuple(name for name in names if name not in ("id", "uid"))
        self._value = value
        self._loads = [(i, c.load) for i, c in _converted(columns[n] for n in self.names)]
        self._stores = [(i, c.store) for i, c in _converted(columns[n] for n in self.written)]

    def columns(self, alias: str) -> str:
        """Return the column list of a SELECT, in the order that `read` takes."""
        return ", ".join(f'{alias}."{name}"' for name in self.names)

    def read(self, rows: Sequence[Row], skip: int = 0, **others: Iterable[Any]) -> list[V]:
        """Build the values from rows, whose first `skip` columns are something else.

        `others` are the fields that are not columns, one item a row. Raises DamagedDatabase for
        what the program never writes.
        """
        stored = [iter(column) for column in zip(*rows, strict=True)][skip:]
        for index, load in self._loads if rows else ():
            stored[index] = map(load, stored[index])
        columns = dict(zip(self.names, stored, strict=False))
        try:
            return several(self._value, len(rows), {**columns, **others})
        except (KeyError, ValueError, TypeError) as error:
            raise unreadable(error.args[0] if error.args else error) from error

    def write(self, values: Sequence[V]) -> list[Iterable[Any]]:
        """Return what the `written` columns hold for the values, column by column."""
        stored: list[Iterable[Any]] = [map(attrgetter(name), values) for name in self.written]
        for index, store in self._stores:
            stored[index] = map(store, stored[index])
        return stored


def _converted(columns: Iterable[Any]) -> list[tuple[int, Converted]]:
    return [(i, column) for i, column in enumerate(columns) if isinstance(column, Converted)]
