"""Write lifters into a small file of their own, which another computer merges.

The file is made by inserting what may go along into an empty one: in a copy from which the others
were deleted, free pages would still hold them.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Collection, Generator, Mapping
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeAlias

from planner.storage import backups, driver, durable, kin, listed, migrations, owner_only
from planner.storage.base import open_connection
from planner.storage.merge_known import table_of
from planner.storage.merge_match import in_batches
from planner.storage.problems import plainly
from planner.storage.telling import Progress

PLAN = (
    "lifter", "mesocycle", "microcycle", "planned_session", "planned_exercise", "planned_set",
    "intake", "referral", "restriction",
)  # fmt: skip

Row: TypeAlias = dict[str, Any]
Ids: TypeAlias = dict[str, list[int]]


@dataclass(frozen=True, slots=True)
class Wanted:
    """What goes into a handover file.

    `handed_on` returns what of a row goes along, None for nothing of it; `settings` are those
    that go along, by key.
    """

    lifter_ids: Collection[int]
    settings: Mapping[str, str]
    handed_on: Callable[[str, Row], Row | None]
    plan_only: bool = False


def write(wanted: Wanted, path: Path, told: Progress) -> Generator[None, None, dict[str, int]]:
    """Write a file, in parts; return by table how many rows of it lists show.

    It appears only when it is whole. Raises DatabaseProblem, or what `told` raises.
    """
    part = path.with_name(f".{path.name}.part")
    with backups.folder_problems(path.parent), plainly():
        part.unlink(missing_ok=True)
        owner_only.make(part)
        try:
            with closing(driver.connect_with("", part)) as made:
                migrations.migrate(made)
                yield
                written = yield from _fill(made, wanted, told)
            durable.replace(part, path)
        finally:
            part.unlink(missing_ok=True)
    return written


def _fill(
    made: sqlite3.Connection, wanted: Wanted, told: Progress
) -> Generator[None, None, dict[str, int]]:
    made.execute("PRAGMA foreign_keys = 0")  # rows come before the exercises that they need
    made.execute("BEGIN")
    ids = yield from _theirs(wanted)
    total, done = sum(map(len, ids.values())), 0
    for table, keys in ids.items():
        for batch in in_batches(keys):
            _copy(made, table, batch, wanted)
            done += batch.count(",") + 1
            told(done, total)
            yield
    _copy_library(made)
    yield
    _copy_settings(made, wanted)
    _copy_gone(made, ids)
    _unlink(made)
    yield
    made.execute("COMMIT")
    yield
    return listed.counts(made)


def _theirs(wanted: Wanted) -> Generator[None, None, Ids]:
    """Return the ids of all that hangs below the lifters."""
    found: Ids = {"lifter": [*wanted.lifter_ids]}
    for table, each in kin.TRAVELLING.items():
        if each.owner is None or (wanted.plan_only and table not in PLAN):
            continue
        column, parent = each.owner
        sql = f'SELECT id FROM "{table}" WHERE "{column}" IN (SELECT value FROM json_each(?))'
        found[table] = []
        for batch in in_batches(found[parent]):
            found[table] += [key for (key,) in open_connection().execute(sql, (batch,))]
            yield
    return found


def _copy(made: sqlite3.Connection, table: str, ids: str, wanted: Wanted) -> None:
    """Copy rows as they may be handed on."""
    columns = kin.TRAVELLING[table].columns
    sql = f"""SELECT {_names(columns)} FROM "{table}"
        WHERE id IN (SELECT value FROM json_each(?))"""
    found = (dict(zip(columns, row, strict=True)) for row in open_connection().execute(sql, (ids,)))
    going = [row for each in found if (row := wanted.handed_on(table, each)) is not None]
    _insert(made, table, columns, [tuple(row.values()) for row in going])


def _copy_library(made: sqlite3.Connection) -> None:
    """Copy the exercises that are used, and what these are variants of.

    Their other names do not go along that the user or an import gave them: some may be from
    somebody else's log.
    """
    for batch in in_batches(_with_parents(_used(made))):
        _copy_all(made, "exercise", "slug IN (SELECT value FROM json_each(?))", batch)
    kept = [key for (key,) in made.execute("SELECT id FROM exercise")]
    of_kept = "exercise_id IN (SELECT value FROM json_each(?))"
    for batch in in_batches(kept):
        _copy_all(made, "exercise_muscle", of_kept, batch)
        _copy_all(made, "exercise_alias", f"NOT custom AND {of_kept}", batch)


def _used(made: sqlite3.Connection) -> set[str]:
    keys: set[int] = set()
    for each in kin.TRAVELLING.values():
        if "exercise_id" in each.links:
            found = made.execute(f'SELECT DISTINCT exercise_id FROM "{each.table}"')
            keys |= {key for (key,) in found if key is not None}
    sql = "SELECT slug FROM exercise WHERE id IN (SELECT value FROM json_each(?))"
    here = open_connection()
    return {slug for batch in in_batches(keys) for (slug,) in here.execute(sql, (batch,))}


def _with_parents(slugs: set[str]) -> list[str]:
    parents = dict(open_connection().execute("SELECT slug, parent FROM exercise").fetchall())
    found, left = set(slugs), set(slugs)
    while left:
        left = {parents[slug] for slug in left if parents.get(slug) in parents} - found
        found |= left
    return sorted(found)


def _copy_all(made: sqlite3.Connection, table: str, where: str, value: str) -> None:
    here = open_connection()
    columns = [name for _, name, *_ in here.execute(f'PRAGMA table_info("{table}")')]
    sql = f'SELECT {_names(columns)} FROM "{table}" WHERE {where}'
    _insert(made, table, columns, here.execute(sql, (value,)).fetchall())


def _copy_settings(made: sqlite3.Connection, wanted: Wanted) -> None:
    stamps = dict(open_connection().execute("SELECT key, changed_at FROM setting").fetchall())
    rows = [(key, value, stamps.get(key, 0)) for key, value in wanted.settings.items()]
    _insert(made, "setting", ("key", "value", "changed_at"), rows)


def _copy_gone(made: sqlite3.Connection, ids: Ids) -> None:
    """Copy what was deleted of theirs, so that it goes from the other computer, too."""
    gone = open_connection().execute("SELECT uid, place, lifter_uid, gone_at FROM gone").fetchall()
    theirs = {uid for (uid,) in made.execute("SELECT uid FROM lifter")}
    kept = [row for row in gone if row[2] in theirs and table_of(row[1]) in ids]
    _insert(made, "gone", ("uid", "place", "lifter_uid", "gone_at"), kept)


def _unlink(made: sqlite3.Connection) -> None:
    """Let rows point at nothing where what they pointed at does not go along."""
    for each in kin.TRAVELLING.values():
        for column in each.optional:
            made.execute(
                f'UPDATE "{each.table}" SET "{column}" = NULL '
                f'WHERE "{column}" NOT IN (SELECT id FROM "{each.links[column]}")'
            )


def _insert(
    made: sqlite3.Connection, table: str, columns: Collection[str], rows: list[tuple[Any, ...]]
) -> None:
    places = ", ".join("?" * len(columns))
    made.executemany(f'INSERT INTO "{table}" ({_names(columns)}) VALUES ({places})', rows)


def _names(columns: Collection[str]) -> str:
    return ", ".join(f'"{name}"' for name in columns)
