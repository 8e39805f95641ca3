"""Write what a merge does, as parts of one step."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Generator, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from itertools import islice
from typing import Any, NamedTuple

from planner.engine.terms import Progress
from planner.language import tr
from planner.storage import (
    driver,
    kin,
    merge_lines,
    merge_places,
    merge_settings,
    rows,
    tombstones,
    undo,
)
from planner.storage.base import open_connection
from planner.storage.kin import Kin
from planner.storage.merge_match import AT_ONCE, POINTED_AT, in_batches
from planner.storage.merge_rows import MUSCLES, Coming, Row, Settled, read
from planner.storage.merging import Comparison, Key, Plan, settled, stands_as_there
from planner.storage.problems import DatabaseProblem, NotStored
from planner.storage.rows import execute
from planner.storage.stamps import stamp

_BURY = """INSERT INTO gone (uid, place, lifter_uid, gone_at) VALUES (?, ?, ?, ?)
    ON CONFLICT (uid) DO UPDATE SET gone_at = excluded.gone_at
    WHERE gone_at < excluded.gone_at"""


class _Gone(NamedTuple):
    """A row that was deleted: its table, whose it was, and when."""

    place: str
    lifter_uid: str
    at: int


def carry_out(made: Comparison, planned: Plan, told: Progress) -> Generator[None, None, None]:
    """Write all that merging does, in parts, inside a step that the caller has begun.

    The other file is attached. Until it ends, nothing that is deleted is noted as gone but by
    itself. What was compared stays as it is, so that it can be carried out again.
    """
    ids = {table: {**known} for table, known in made.matched.ids.items()}
    made = replace(made, matched=replace(made.matched, ids=ids))
    undo.came_from_elsewhere()
    parts = [
        *(_bring_in(made, planned, table) for table in kin.TRAVELLING),
        *(_change(made, planned, table) for table in kin.TRAVELLING),
        _delete(planned),
        _note_gone(made, planned),
        _let_lines_stand(made, planned),
        merge_places.part(),
    ]
    done, everything = 0, work(made, planned)
    with tombstones.at_rest(open_connection()):
        for part in parts:
            for number in part:
                done += number
                told(done, everything)
                yield
        merge_settings.name_exercises(made.files, ids["exercise"])
        others = {str(each.id) for each in planned.other if each.kind == "setting"}
        merge_settings.store(made.settings, others)
        for table in POINTED_AT:
            execute(f'DROP TABLE temp."ids {table}"')
        yield


@contextmanager
def fitting(name: str) -> Iterator[None]:
    """Say in words that a file does not go together with the open one; `name` is the file's."""
    unfit: tuple[type[Exception], ...] = (NotStored, *driver.errors("IntegrityError"))
    try:
        yield
    except unfit as error:
        misfit = tr(
            "{name} has entries that do not go together with those here. Nothing was changed; "
            "make the file anew where it comes from."
        )
        raise DatabaseProblem(misfit.format(name=name)) from error


def work(made: Comparison, planned: Plan) -> int:
    """Count the rows that carrying out a plan reads or writes."""
    return sum(map(len, planned.new.values())) + sum(map(len, made.matched.pairs.values()))


def _bring_in(made: Comparison, planned: Plan, table: str) -> Iterator[int]:
    """Store rows of the other file, which is attached, below what they hang below here."""
    each, ids, left = kin.TRAVELLING[table], made.matched.ids[table], iter(planned.new[table])
    sql = _bringing(each)
    while keys := list(islice(left, AT_ONCE)):
        (first,) = rows.fetch_one(f'SELECT coalesce(max(id), 0) + 1 FROM "{table}"')
        here = range(first, first + len(keys))
        with undo.noted_together(table, here):
            execute(sql, json.dumps(keys), first)
        if table in POINTED_AT:
            ids.update(zip(keys, here, strict=True))
        if table == "exercise":
            for key, row in read(made.files.there, table, keys).items():
                _share(ids[key], row)
        yield len(keys)
    if table in POINTED_AT:
        yield from _tell_ids(table, ids)


def _bringing(each: Kin) -> str:
    """Return the statement that stores rows with new ids, and points at what there is here."""
    pointing = {**each.links, **dict(filter(None, [each.owner]))}
    columns = {name: f't."{name}"' for name in each.columns} | {"id": "?2 + k.key"}
    joins = ""
    for column, table in pointing.items():
        columns[column] = f'"of {column}".here'
        told = f'temp."ids {table}" "of {column}"'
        joins += f' LEFT JOIN {told} ON "of {column}".there = t."{column}"'
    names = ", ".join(f'"{name}"' for name in columns)
    return f"""INSERT INTO main."{each.table}" ({names}) SELECT {", ".join(columns.values())}
        FROM json_each(?1) k CROSS JOIN there."{each.table}" t ON t.id = k.value{joins}"""


def _tell_ids(table: str, ids: dict[int, int]) -> Iterator[int]:
    """Let statements know what the ids of the other file are here."""
    execute(f'CREATE TEMP TABLE "ids {table}" (there INTEGER PRIMARY KEY, here INTEGER)')
    pairs = iter(ids.items())
    while some := list(islice(pairs, AT_ONCE)):
        sql = f"""INSERT INTO temp."ids {table}" SELECT json_extract(value, '$[0]'),
            json_extract(value, '$[1]') FROM json_each(?)"""
        execute(sql, json.dumps(some))
        yield 0


def _change(made: Comparison, planned: Plan, table: str) -> Iterator[int]:
    """Store what became of rows with two versions."""
    for some in settled(made, planned, table):
        for each in some:
            _write(planned, table, each)
        yield len(some)


def _write(planned: Plan, table: str, each: Settled) -> None:
    row, owner = dict(each.row), kin.TRAVELLING[table].owner
    if owner and each.pair.here in planned.moved[table]:
        row[owner[0]] = each.theirs[owner[0]]
    if each.filled or Key("pair", table, each.pair.there) in planned.other:
        row["changed_at"] = stamp()
    if row == each.here:
        return
    names = [name for name in row if name not in ("id", MUSCLES)]
    assignments = ", ".join(f'"{name}" = ?' for name in names)
    values = (_stored(row[name]) for name in names)
    execute(f'UPDATE "{table}" SET {assignments} WHERE id = ?', *values, row["id"])
    if row.get(MUSCLES) != each.here.get(MUSCLES):
        _share(row["id"], row)


def _share(key: int, row: Row) -> None:
    """Store the muscles of an exercise in place of those it had."""
    execute("DELETE FROM exercise_muscle WHERE exercise_id = ?", key)
    execute(
        """INSERT INTO exercise_muscle (exercise_id, position, muscle, share)
        SELECT ?, key, json_extract(value, '$[0]'), json_extract(value, '$[1]')
        FROM json_each(?)""",
        key, row[MUSCLES],
    )  # fmt: skip


def _delete(planned: Plan) -> Iterator[int]:
    """Delete what goes, exercises last and only where nothing needs them."""
    unused = " AND ".join(
        f'NOT EXISTS (SELECT 1 FROM "{each.table}" u WHERE u.exercise_id = e.id)'
        for each in kin.TRAVELLING.values()
        if "exercise_id" in each.links
    )
    for table in reversed([*kin.TRAVELLING]):
        if table != "exercise":
            for ids in in_batches(planned.delete[table]):
                execute(f'DELETE FROM "{table}" WHERE id IN (SELECT value FROM json_each(?))', ids)
                yield 0
    for ids in in_batches(planned.delete["exercise"]):
        within = "e.id IN (SELECT value FROM json_each(?))"
        execute(f"DELETE FROM exercise AS e WHERE {within} AND {unused}", ids)


def _note_gone(made: Comparison, planned: Plan) -> Iterator[int]:
    """Let this file know what either deleted, forget what came back, and mind what was chosen."""
    ours, theirs = map(_gone, made.files)
    for uid in _alive({**ours, **theirs}):
        theirs.pop(uid, None)
        if uid in ours:
            execute("DELETE FROM gone WHERE uid = ?", uid)
    for uid, gone in theirs.items():
        if gone.place in kin.TRAVELLING and (uid not in ours or gone.at > ours[uid].at):
            execute(_BURY, uid, *gone)
    for each in planned.other:
        if each.kind == "going":
            rows.touch(each.table, int(each.id))
        elif each.kind == "returning":
            found = read(made.files.there, each.table, [int(each.id)])
            execute(
                "UPDATE gone SET gone_at = ? WHERE uid = ?", stamp(), found[int(each.id)]["uid"]
            )
    yield 0


def _let_lines_stand(made: Comparison, planned: Plan) -> Iterator[int]:
    for each in planned.other:
        if each.kind == "line":
            line = made.lines[int(each.id)]
            merge_lines.stand(line, stands_as_there(line, planned.other))
    yield 0


def _gone(connection: sqlite3.Connection) -> dict[str, _Gone]:
    sql = "SELECT uid, place, lifter_uid, gone_at FROM gone WHERE NOT instr(place, '=')"
    return {uid: _Gone(*rest) for uid, *rest in connection.execute(sql).fetchall()}


def _alive(gone: Mapping[str, _Gone]) -> Iterator[str]:
    """Yield the uids of rows that are here, whatever was noted of them."""
    for table in kin.TRAVELLING:
        sql = f'SELECT uid FROM "{table}" WHERE uid IN (SELECT value FROM json_each(?))'
        for uids in in_batches([uid for uid, each in gone.items() if each.place == table]):
            yield from (uid for (uid,) in rows.fetch(sql, uids))


def _stored(value: Any) -> Any:
    """Return what a column stores; what a row points at may have stayed out."""
    return None if isinstance(value, Coming) else value
