"""Prescriptions of two files: the sets of a planned exercise stand as one file has them.

Of two prescriptions the later one stands whole, whichever of its sets was changed or deleted last:
sets of both together would be a prescription that nobody wrote.
"""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from collections.abc import Collection, Generator, Iterator, Mapping
from typing import NamedTuple, TypeAlias

from planner.engine.terms import PlannedSet
from planner.storage import plan_tree, rows, tombstones
from planner.storage.merge_attached import Files
from planner.storage.merge_gone import Fates
from planner.storage.merge_match import Matched, in_batches
from planner.storage.stamps import stamp

SET = "planned_set"
_SETS = f"""SELECT planned_exercise_id, uid, id, changed_at FROM "{SET}"
    WHERE planned_exercise_id IN (SELECT value FROM json_each(?))"""
_LINES = f"""SELECT DISTINCT planned_exercise_id FROM "{SET}"
    WHERE id IN (SELECT value FROM json_each(?))"""
_ONLY_HERE = f"""SELECT DISTINCT planned_exercise_id FROM main."{SET}"
    WHERE planned_exercise_id IN (SELECT value FROM json_each(?))
    AND uid NOT IN (SELECT uid FROM there."{SET}")"""


class _Set(NamedTuple):
    id: int
    changed_at: int


class Line(NamedTuple):
    """A planned exercise whose sets are not the same in both files.

    Its ids and uid; when its sets were last changed or deleted; by id, the uids of sets that only
    one file has, and the ids there of those that both have.
    """

    here: int
    there: int
    uid: str
    here_at: int
    there_at: int
    only_here: Mapping[int, str]
    only_there: Mapping[int, str]
    both: frozenset[int]
    there_is_later: bool


Lines: TypeAlias = dict[int, Line]  # by the id there
_Sets: TypeAlias = dict[str, _Set]  # by uid


def find(files: Files, made: Matched) -> Generator[None, None, Lines]:
    """Find, in parts, the planned exercises of both files whose sets are not the same."""
    ids = made.ids["planned_exercise"]
    there = {here: key for key, here in ids.items()}
    changed = yield from _changed(files, made, there)
    lines: Lines = {}
    for batch in in_batches(changed):
        ours = _sets(files.here, json.loads(batch))
        theirs = _sets(files.there, [there[key] for key in json.loads(batch)])
        gone = [_gone(files.here, theirs), _gone(files.there, ours)]
        for key in json.loads(batch):
            mine, other = ours[key], theirs[there[key]]
            lines[there[key]] = _line(key, there[key], mine, other, *gone)
        yield
    _name(files.here, lines)
    return lines


def set_aside(lines: Lines, made: Matched, fates: Fates) -> None:
    """Let nothing but the lines say what becomes of their sets that only one file has."""
    theirs = {key for line in lines.values() for key in line.only_there}
    ours = {key for line in lines.values() for key in line.only_here}
    made.new[SET] = [key for key in made.new[SET] if key not in theirs]
    for of_one, aside in (
        (fates.returning, theirs), (fates.left, theirs), (fates.staying, ours), (fates.going, ours)
    ):  # fmt: skip
        of_one[SET] = {key: at for key, at in of_one[SET].items() if key not in aside}


def sets(connection: sqlite3.Connection, line: int) -> tuple[PlannedSet, ...]:
    """Return what a planned exercise of a file prescribes, in order."""
    sql = f"""SELECT {plan_tree.SET.columns("t")} FROM "{SET}" t
        WHERE t.planned_exercise_id = ? ORDER BY t.position, t.id"""
    return tuple(plan_tree.SET.read(connection.execute(sql, (line,)).fetchall()))


def stand(line: Line, theirs: bool) -> None:
    """Let a prescription that was chosen against the later one win on every computer."""
    at, fell = stamp(), line.only_here if theirs else line.only_there
    rows.execute(f'UPDATE "{SET}" SET changed_at = ? WHERE planned_exercise_id = ?', at, line.here)
    uids = [*fell.values()]
    rows.execute(tombstones.noting(SET), json.dumps([[uid, line.here] for uid in uids]), at)
    within = f"place = '{SET}' AND uid IN (SELECT value FROM json_each(?))"
    rows.execute(f"UPDATE gone SET gone_at = ? WHERE {within}", at, json.dumps(uids))


def _changed(
    files: Files, made: Matched, there: Mapping[int, int]
) -> Generator[None, None, list[int]]:
    """Return the ids here of planned exercises that both files have, with other sets."""
    found: set[int] = set()
    for batch in in_batches([pair.here for pair in made.pairs[SET]]):
        found.update(key for (key,) in files.here.execute(_LINES, (batch,)).fetchall())
        yield
    ids = made.ids["planned_exercise"]
    for batch in in_batches([*made.new[SET], *made.back[SET]]):
        keys = {key for (key,) in files.there.execute(_LINES, (batch,)).fetchall()}
        found.update(ids[key] for key in keys & ids.keys())
        yield
    for batch in in_batches(there):
        found.update(key for (key,) in files.here.execute(_ONLY_HERE, (batch,)).fetchall())
        yield
    return sorted(found & there.keys())


def _sets(connection: sqlite3.Connection, keys: Collection[int]) -> dict[int, _Sets]:
    found = defaultdict[int, _Sets](dict)
    for line, uid, *rest in connection.execute(_SETS, (json.dumps(list(keys)),)).fetchall():
        found[line][uid] = _Set(*rest)
    return found


def _gone(connection: sqlite3.Connection, lines: Mapping[int, _Sets]) -> dict[str, int]:
    """Return when a file deleted sets that the other one has, by uid."""
    sql = "SELECT uid, gone_at FROM gone WHERE uid IN (SELECT value FROM json_each(?))"
    uids = json.dumps([uid for each in lines.values() for uid in each])
    return dict(connection.execute(sql, (uids,)).fetchall())


def _line(
    here: int,
    there: int,
    ours: _Sets,
    theirs: _Sets,
    gone_here: Mapping[str, int],
    gone_there: Mapping[str, int],
) -> Line:
    versions = [
        (max([*_stamps(sets), *(gone[uid] for uid in other.keys() & gone.keys())], default=0),
         len(sets), sorted(zip(sets, _stamps(sets), strict=True)))
        for sets, other, gone in ((ours, theirs, gone_here), (theirs, ours, gone_there))
    ]  # fmt: skip
    return Line(
        here,
        there,
        "",
        versions[0][0],
        versions[1][0],
        {each.id: uid for uid, each in ours.items() if uid not in theirs},
        {each.id: uid for uid, each in theirs.items() if uid not in ours},
        frozenset(each.id for uid, each in theirs.items() if uid in ours),
        versions[1] > versions[0],
    )


def _stamps(sets: _Sets) -> Iterator[int]:
    return (each.changed_at for each in sets.values())


def _name(connection: sqlite3.Connection, lines: Lines) -> None:
    sql = "SELECT id, uid FROM planned_exercise WHERE id IN (SELECT value FROM json_each(?))"
    keys = json.dumps([line.here for line in lines.values()])
    uids = dict(connection.execute(sql, (keys,)).fetchall())
    for key, line in lines.items():
        lines[key] = line._replace(uid=uids[line.here])
