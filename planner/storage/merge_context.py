"""Tell what rows are about: whose, of which day, which exercise, the how-manieth.

What the program brought is named in the language in use, as everywhere.
"""

from __future__ import annotations

import json
import sqlite3
from collections import Counter
from collections.abc import Collection, Generator, Mapping
from types import MappingProxyType
from typing import NamedTuple

from planner.language import tr
from planner.storage import kin, library
from planner.storage.merge_match import in_batches

_EXERCISE = "JOIN exercise e ON e.id = {of}.exercise_id"
_MAYBE = "LEFT JOIN exercise e ON e.id = r.exercise_id"
_LIFTER = "JOIN lifter l ON l.id = {of}.lifter_id"
_SESSION = f"JOIN session s ON s.id = {{of}}.session_id {_LIFTER.format(of='s')}"
_WEEK = f"""JOIN microcycle w ON w.id = {{of}}.microcycle_id
    JOIN mesocycle m ON m.id = w.mesocycle_id {_LIFTER.format(of="m")}"""
_PLANNED = f"JOIN planned_session p ON p.id = {{of}}.planned_session_id {_WEEK.format(of='p')}"
_NTH = """(SELECT count(*) FROM {table} o
    WHERE o.{owner} = r.{owner} AND (o.position, o.id) <= (r.position, r.id))"""
_ON = 'r."on"'


class About(NamedTuple):
    """What a row is about; '', 0 or None for what does not apply."""

    lifter: str
    on: str = ""
    name: str = ""
    number: int = 0
    week: int = 0
    whose: str = ""  # the lifter's uid


def _query(table: str, joins: str, *columns: str) -> str:
    """Return a query for id, lifter, day, name, number, week, the lifter's uid, a slug.

    The slug is that of an exercise that the program brought, if the name is one's.
    """
    whose = {"l.name": "l.uid", "r.name": "r.uid", "''": "''"}[columns[0]]
    of = "r" if table == "exercise" else "e"
    slug = f"iif({of}.custom, '', {of}.slug)" if "e.name" in columns or of == "r" else "''"
    shown = ", ".join((*columns, *("''", "''", "0", "0")[len(columns) - 1 :], whose, slug))
    return f"""SELECT r.id, {shown} FROM "{table}" r {joins}
        WHERE r.id IN (SELECT value FROM json_each(?))"""


_OF_LIFTER = _LIFTER.format(of="r")
_QUERIES = {
    "lifter": _query("lifter", "", "r.name", "''", "r.name"),
    "exercise": _query("exercise", "", "''", "''", "r.name"),
    "program": _query("program", "", "''", "''", "r.name"),
    "bodyweight": _query("bodyweight", _OF_LIFTER, "l.name", _ON),
    "check_in": _query("check_in", _OF_LIFTER, "l.name", _ON),
    "intake": _query("intake", _OF_LIFTER, "l.name", _ON),
    "absence": _query("absence", _OF_LIFTER, "l.name", "r.since"),
    "import": _query("import", _OF_LIFTER, "l.name", _ON, "r.file_name"),
    "session": _query("session", _OF_LIFTER, "l.name", _ON, "r.name"),
    "mesocycle": _query("mesocycle", _OF_LIFTER, "l.name", "r.started_on", "r.name"),
    "decision": _query("decision", f"{_OF_LIFTER} {_MAYBE}", "l.name", _ON, "e.name"),
    "referral": _query("referral", f"{_OF_LIFTER} {_MAYBE}", "l.name", _ON, "e.name"),
    "restriction": _query("restriction", f"{_OF_LIFTER} {_MAYBE}", "l.name", "r.since", "e.name"),
    "microcycle": _query(
        "microcycle",
        f"JOIN mesocycle m ON m.id = r.mesocycle_id {_LIFTER.format(of='m')}",
        "l.name", "r.starts_on", "m.name", "0", "r.number",
    ),
    "planned_session": _query(
        "planned_session", _WEEK.format(of="r"), "l.name", "''", "r.name", "0", "w.number"
    ),
    "planned_exercise": _query(
        "planned_exercise", f"{_PLANNED.format(of='r')} {_EXERCISE.format(of='r')}",
        "l.name", "''", "e.name", "0", "w.number",
    ),
    "planned_set": _query(
        "planned_set",
        "JOIN planned_exercise x ON x.id = r.planned_exercise_id "
        f"{_PLANNED.format(of='x')} {_EXERCISE.format(of='x')}",
        "l.name", "''", "e.name",
        _NTH.format(table="planned_set", owner="planned_exercise_id"), "w.number",
    ),
    "logged_exercise": _query(
        "logged_exercise", f"{_SESSION.format(of='r')} {_EXERCISE.format(of='r')}",
        "l.name", 's."on"', "e.name",
    ),
    "logged_set": _query(
        "logged_set",
        "JOIN logged_exercise x ON x.id = r.logged_exercise_id "
        f"{_SESSION.format(of='x')} {_EXERCISE.format(of='x')}",
        "l.name", 's."on"', "e.name",
        _NTH.format(table="logged_set", owner="logged_exercise_id"),
    ),
}  # fmt: skip


def about(connection: sqlite3.Connection, table: str, ids: Collection[int]) -> dict[int, About]:
    """Return what rows are about, by id."""
    found: dict[int, About] = {}
    for batch in in_batches(ids):
        for key, lifter, on, name, *rest, slug in connection.execute(_QUERIES[table], (batch,)):
            found[key] = About(lifter, on, _called(name or "", slug or ""), *rest)
    return found


def _called(name: str, slug: str) -> str:
    """Name an exercise that the program brought as the library does, others as they are stored."""
    known = library.by_slug().get(slug) if slug else None
    return known.name if known else tr(name) if slug else name


def names(connection: sqlite3.Connection) -> dict[str, str]:
    """Return what lifters are called, by uid."""
    return dict(connection.execute("SELECT uid, name FROM lifter").fetchall())


def sessions(connection: sqlite3.Connection, lifter_ids: list[int]) -> dict[str, set[int]]:
    """Return the ids of all sessions of some lifters that are not in the trash, by their uid."""
    found: dict[str, set[int]] = {}
    sql = """SELECT l.uid, s.id FROM lifter l
        LEFT JOIN session s ON s.lifter_id = l.id AND s.deleted_at IS NULL
        WHERE l.id IN (SELECT value FROM json_each(?))"""
    for ids in in_batches(lifter_ids):
        for uid, key in connection.execute(sql, (ids,)).fetchall():
            found.setdefault(uid, set()).update([] if key is None else [key])
    return found


def last_change(connection: sqlite3.Connection) -> Generator[None, None, int]:
    """Return the latest stamp of all rows, in parts."""
    latest = 0
    for table in kin.TRAVELLING:
        ((at,),) = connection.execute(f'SELECT max(changed_at) FROM "{table}"').fetchall()
        latest = max(latest, at or 0)
        yield
    return latest


def counted(
    connection: sqlite3.Connection,
    table: str,
    ids: Collection[int],
    hidden: Mapping[str, Collection[int]] = MappingProxyType({}),
) -> Counter[str]:
    """Count rows by the uid of whose they are, '' for nobody's; but for those that are `hidden`,
    told by table, or hang below one."""
    found: Counter[str] = Counter()
    steps = kin.way_up(kin.TRAVELLING[table])
    joins = "".join(
        f' JOIN "{parent}" a{n} ON a{n}.id = a{n - 1}."{column}"'
        for n, (column, parent) in enumerate(steps, start=1)
    )
    whose = f"a{len(steps)}.uid" if steps or table == "lifter" else "''"
    above = {f"a{n}": name for n, name in enumerate([table, *(parent for _, parent in steps)])}
    out = {name: json.dumps([*hidden[of]]) for name, of in above.items() if hidden.get(of)}
    shown = "".join(f" AND {name}.id NOT IN (SELECT value FROM json_each(?))" for name in out)
    sql = f"""SELECT {whose}, count(*) FROM "{table}" a0{joins}
        WHERE a0.id IN (SELECT value FROM json_each(?)){shown} GROUP BY 1"""
    for batch in in_batches(ids):
        found.update(dict(connection.execute(sql, (batch, *out.values())).fetchall()))
    return found


def trashed(
    connection: sqlite3.Connection, rows: Mapping[str, Collection[int]]
) -> dict[str, list[int]]:
    """Return which of some rows, told by table, lie in the trash themselves."""
    found: dict[str, list[int]] = {}
    for table, each in kin.TRAVELLING.items():
        if "deleted_at" in each.columns:
            sql = f"""SELECT id FROM "{table}" WHERE deleted_at NOT NULL
                AND id IN (SELECT value FROM json_each(?))"""
            batches = in_batches(rows[table])
            found[table] = [key for ids in batches for (key,) in connection.execute(sql, (ids,))]
    return found
