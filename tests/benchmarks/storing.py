"""Bringing a log in and reading a history, against the least that Python and SQLite can do."""

from __future__ import annotations

import csv
import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import date
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeAlias
from uuid import uuid4

import made_up
from bars import Bar, interleaved, ratio, seconds

from planner.coach import files, importing
from planner.engine.terms import Lifter
from planner.storage import clients, history

Sessions: TypeAlias = dict[tuple[str, str, str], int]
Slots: TypeAlias = dict[int, tuple[int, str]]
Sets: TypeAlias = list[tuple[int, int, float, int, float, float, str, float]]

ROWS = 25_000
PLAIN = """
CREATE TABLE session (id INTEGER PRIMARY KEY, "on" TEXT, name TEXT, minutes TEXT);
CREATE TABLE logged_set (
    id INTEGER PRIMARY KEY, session_id INTEGER, exercise TEXT, number INTEGER, load REAL,
    reps INTEGER, distance REAL, seconds REAL, note TEXT, rpe REAL
);
CREATE INDEX by_session ON logged_set (session_id, id);
"""


def measure_import() -> list[Bar]:
    """Measure a log of 25,000 rows from its file to the disk, preview included.

    Bare Python stores it twice: in two tables of its own, and in ours with their ids and checks,
    after a backup. The second has the bar: it leaves out only what an import is for, to know the
    exercises, to doubt what looks mistyped, to find what is stored already, and to be undone.
    """
    with TemporaryDirectory() as folder:
        path = Path(folder) / "export.csv"
        made_up.export(path, ROWS)
        works = (_store_plain, _store_alike, _bring)
        plain, alike, ours = interleaved([partial(_fresh, work, path) for work in works])
    bare = "csv + executemany"
    return [
        Bar(f"import of {ROWS:,} rows", ours, "s", 2.0),
        ratio("  the same", ours, alike, 3.0, f"{bare} into the same tables ({alike:.2f} s)"),
        ratio("  the same", ours, plain, None, f"{bare} into two plain tables ({plain:.2f} s)"),
    ]


def _fresh(work: Callable[[Path, Path], None], path: Path) -> float:
    """Return how long a file takes to come into a database that holds nothing but the library."""
    with TemporaryDirectory() as folder:
        database = Path(folder) / "planner.db"
        files.open_file(database)
        clients.add_lifter(Lifter(name="Importer", bodyweight_kg=80.0))
        took = seconds(partial(work, database, path))
        files.close_file()
    return took


def _bring(_database: Path, path: Path) -> None:
    lifter_id = clients.lifters()[0].id or 0
    importing.commit(lifter_id, importing.preview(lifter_id, path), made_up.TODAY)


def _store_plain(database: Path, path: Path) -> None:
    connection = sqlite3.connect(database.with_name("plain.db"))
    connection.execute("PRAGMA journal_mode=wal")
    connection.executescript(PLAIN)
    sessions, slots, sets = _parsed(path)
    names = {slot: name for slot, (_, name) in slots.items()}
    owners = {slot: session for slot, (session, _) in slots.items()}
    with connection:
        connection.executemany(
            "INSERT INTO session VALUES (?, ?, ?, ?)",
            [(key, *session) for session, key in sessions.items()],
        )
        connection.executemany(
            "INSERT INTO logged_set VALUES (NULL, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [(owners[slot], names[slot], *rest) for slot, *rest in sets],
        )
    connection.close()


def _store_alike(database: Path, path: Path) -> None:
    connection = sqlite3.connect(database)
    with closing(sqlite3.connect(database.with_name("before.db"))) as before:
        connection.backup(before)
    sessions, slots, sets = _parsed(path)
    exercises = dict.fromkeys(name for _, name in slots.values())
    ids = connection.execute("SELECT id FROM exercise").fetchall()
    known = {name: key for name, (key,) in zip(exercises, ids, strict=False)}
    with connection:
        connection.executemany(
            'INSERT INTO session (id, uid, changed_at, lifter_id, "on", name, note, finished) '
            "VALUES (?, ?, 1, 1, ?, ?, '', 1)",
            [(key, uuid4().hex, at[:10], name) for (at, name, _), key in sessions.items()],
        )
        connection.executemany(
            "INSERT INTO logged_exercise (id, uid, changed_at, session_id, position, exercise_id, "
            "note) VALUES (?, ?, 1, ?, 0, ?, '')",
            [(slot, uuid4().hex, owner, known[name]) for slot, (owner, name) in slots.items()],
        )
        connection.executemany(
            "INSERT INTO logged_set (uid, changed_at, logged_exercise_id, position, load_kg, reps, "
            "distance_m, seconds, note, rir, kind, tempo, side, unit, flags, source_text) "
            "VALUES (?, 1, ?, ?, ?, ?, ?, ?, ?, ?, 'work', '', 'both', 'kg', '[]', '')",
            [(uuid4().hex, *entry) for entry in sets],
        )
    connection.close()


def _parsed(path: Path) -> tuple[Sessions, Slots, Sets]:
    """Read a log: sessions by their columns, slots by their id, and the sets of the slots."""
    sessions: Sessions = {}
    slots: Slots = {}
    sets: Sets = []
    with path.open(encoding="utf-8", newline="") as file:
        rows = csv.reader(file)
        next(rows)
        for at, workout, took, name, number, load, reps, distance, secs, note, _, rpe in rows:
            session = sessions.setdefault((at, workout, took), len(sessions) + 1)
            if slots.get(len(slots)) != (session, name):
                slots[len(slots) + 1] = session, name
            sets.append((len(slots), int(number), float(load), int(reps), float(distance),
                         float(secs), note, float(rpe)))  # fmt: skip
    return sessions, slots, sets


def measure_history(database: Path, lifter_id: int) -> list[Bar]:
    """Measure reading every set of one exercise in ten years; `database` is open."""
    connection = sqlite3.connect(database)
    raw, ours = interleaved(
        [
            partial(seconds, partial(_raw_history, connection, lifter_id)),
            partial(seconds, partial(history.history, lifter_id, "bench-press")),
        ],
        15,
    )
    connection.close()
    return [ratio("whole history of an exercise", ours, raw, 2.0, f"raw sqlite3 ({raw:.3f} s)")]


def _raw_history(connection: sqlite3.Connection, lifter_id: int) -> list[tuple[date, object]]:
    """Read the columns that a set is made of, days as days."""
    rows = connection.execute(
        'SELECT s."on", s.id, t.* FROM session s '
        "JOIN logged_exercise x ON x.session_id = s.id "
        "JOIN exercise e ON e.id = x.exercise_id "
        "JOIN logged_set t ON t.logged_exercise_id = x.id "
        "WHERE s.lifter_id = ? AND s.deleted_at IS NULL AND e.slug = 'bench-press' "
        'ORDER BY s."on", s.id, x.position, t.position',
        (lifter_id,),
    ).fetchall()
    return [(date.fromisoformat(row[0]), row) for row in rows]
