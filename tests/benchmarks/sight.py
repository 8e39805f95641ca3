"""What the log tab shows, and what its file has, in the same words, so that they can be compared.

The file is read by a connection of its own: only what is on disk counts.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeAlias

from planner.engine.terms import LoggedSet
from planner.ui.log_tab import LogTab
from planner.ui.session_model import SESSION_ROLE
from planner.ui.set_columns import done_text

Row: TypeAlias = tuple[Any, ...]
Card: TypeAlias = tuple[str, tuple[Row, ...]]  # slug and sets of an exercise
TABLES = ("lifter", "session", "logged_exercise", "logged_set", "check_in", "bodyweight")
FIELDS = (
    "id", "load_kg", "load", "unit", "reps", "rir", "seconds", "distance_m", "kind", "side",
    "technique", "pain", "tempo", "note",
)  # fmt: skip

_SESSIONS = (
    "SELECT id FROM session WHERE lifter_id = ? AND deleted_at IS NULL "
    'ORDER BY "on" DESC, started_at DESC, id DESC'
)
_SLOTS = (
    "SELECT x.id, e.slug FROM logged_exercise x JOIN exercise e ON e.id = x.exercise_id "
    "WHERE x.session_id = ? ORDER BY x.position, x.id"
)


@dataclass(frozen=True, slots=True)
class Sight:
    """The open session, its cards in order, and the ids of all sessions, newest first."""

    session: int | None
    cards: tuple[Card, ...]
    sessions: tuple[int, ...]


def of_window(tab: LogTab) -> Sight:
    """Return what a log tab shows; no session counts as open while the start page is shown."""
    shown = tab._middle.currentWidget() is tab.session
    cards = tab.session.cards if shown else []
    model = tab.days.sessions.model()
    rows = (model.index(number, 0).data(SESSION_ROLE) for number in range(model.rowCount()))
    return Sight(
        tab.place.session_id if shown else None,
        tuple(
            (card.card.exercise.slug, tuple(_row(line.stored) for line in card.rows if line.stored))
            for card in cards
        ),
        tuple(each.id for each in rows if each is not None),
    )


def of_file(database: Path, lifter_id: int, session: int | None) -> Sight:
    """Return what the file has of a lifter: all sessions, and the content of one of them."""
    with closing(sqlite3.connect(database)) as file:
        ids = file.execute(_SESSIONS, (lifter_id,)).fetchall()
        slots = file.execute(_SLOTS, (session,)).fetchall()
        cards = tuple((slug, _sets(file, key)) for key, slug in slots)
    return Sight(session, cards, tuple(key for (key,) in ids))


def everything(database: Path) -> dict[str, list[Row]]:
    """Return every row of what lifters did, by table."""
    with closing(sqlite3.connect(database)) as file:
        return {
            table: file.execute(f'SELECT * FROM "{table}" ORDER BY id').fetchall()
            for table in TABLES
        }


def strangers(tab: LogTab) -> list[str]:
    """Return the texts of stored rows that are not being edited and not what their set holds."""
    lines = [line for card in tab.session.cards for line in card.rows if line.stored]
    return [
        cell.text()
        for line in lines
        if line.stored is not None and not line.edited()
        for field, cell in line.cells.items()
        if cell.text() != done_text(field, line.stored, line._entry.exercise, line._entry.unit)
    ]


def _sets(file: sqlite3.Connection, slot: int) -> tuple[Row, ...]:
    found = file.execute(
        f"SELECT {', '.join(FIELDS)} FROM logged_set WHERE logged_exercise_id = ? "
        "AND flags NOT LIKE '%unread%' ORDER BY position, id",
        (slot,),
    )
    return tuple(found)


def _row(entry: LoggedSet) -> Row:
    return tuple(getattr(entry, name) for name in FIELDS)
