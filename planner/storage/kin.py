"""How the tables hang together: what hangs below what, and what only points at a row."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from peewee import ForeignKeyField, Model

from planner.storage import base, models


@dataclass(frozen=True, slots=True)
class Kin:
    """A table whose rows travel: its columns; (column, table) of what a row hangs below.

    `links` are the tables that other columns point at, `optional` those of them that may be null.
    """

    table: str
    columns: tuple[str, ...]
    owner: tuple[str, str] | None
    links: Mapping[str, str]
    optional: frozenset[str]


def _kin(model: type[Model]) -> Kin:
    meta = model._meta
    keys = [each for each in meta.sorted_fields if isinstance(each, ForeignKeyField)]
    owners = [each for each in keys if each.on_delete == "CASCADE"]
    links = [each for each in keys if each.on_delete != "CASCADE"]
    return Kin(
        meta.table_name,
        tuple(each.column_name for each in meta.sorted_fields),
        next(((each.column_name, _table(each)) for each in owners), None),
        {each.column_name: _table(each) for each in links},
        frozenset(each.column_name for each in links if each.null),
    )


def _table(key: ForeignKeyField) -> str:
    name: str = key.rel_model._meta.table_name
    return name


# Parents come before what hangs below them.
TRAVELLING: Mapping[str, Kin] = {
    model._meta.table_name: _kin(model)
    for model in models.TABLES
    if issubclass(model, base.Travelling)
}
BELOW: Mapping[str, tuple[str, ...]] = {
    parent: tuple(
        each.table for each in TRAVELLING.values() if each.owner and each.owner[1] == parent
    )
    for parent in TRAVELLING
}


def way_up(kin: Kin) -> list[tuple[str, str]]:
    """Return the (column, table) steps from a row to the lifter whose it is; empty for nobody's."""
    steps = []
    while kin.owner is not None:
        steps.append(kin.owner)
        kin = TRAVELLING[kin.owner[1]]
    return steps
