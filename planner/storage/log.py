"""What was done: sessions, their slots and sets. Sessions in the trash are not there to readers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from planner.engine.terms import LoggedExercise, LoggedSet, Session
from planner.storage import deleted_log, import_edits, library, models, rows
from planner.storage.log_reads import (
    MINE,
    OLDEST_FIRST,
    SET,
    counts as counts,
    key_of as key_of,
    last_on as last_on,
    last_sets as last_sets,
    session_keys as session_keys,
    session_keys_in_parts as session_keys_in_parts,
    summaries as summaries,
    uid_of as uid_of,
    unfinished as unfinished,
)
from planner.storage.rows import Layout, execute, fetch, fetch_one, found
from planner.storage.undo import step

SESSION = Layout(models.Session, Session)
SLOT = Layout(models.LoggedExercise, LoggedExercise)


def session(session_id: int) -> Session:
    """Return a session with all its content; LookupError when there is none."""
    return found(_read("s.id = ?", session_id), session_id)[0]


def session_of(lifter_id: int, session_id: int) -> Session:
    """Return the same; LookupError, too, when it is another lifter's."""
    sql = f"SELECT 1 FROM session s WHERE {MINE} AND s.id = ?"
    found(fetch_one(sql, lifter_id, session_id), session_id)
    return session(session_id)


def sessions(lifter_id: int) -> list[Session]:
    """List a lifter's sessions with all their content, oldest first."""
    return _read("s.lifter_id = ?", lifter_id)


def sessions_in_parts(lifter_id: int, at_once: int = 50) -> Iterator[list[Session]]:
    """Yield the same in parts, for who must not take long at a time."""
    sql = f"SELECT s.id FROM session s WHERE {MINE} ORDER BY {OLDEST_FIRST}"
    keys = [row[0] for row in fetch(sql, lifter_id)]
    for first in range(0, len(keys), at_once):
        part = ", ".join(map(str, keys[first : first + at_once]))
        yield _read(f"s.lifter_id = ? AND s.id IN ({part})", lifter_id)


def add_session(lifter_id: int, session: Session) -> int:
    """Store a new session with all its content; return the id."""
    with step():
        return _add(lifter_id, [session])[0]


def add_sessions(
    lifter_id: int, sessions: Sequence[Session], import_id: int | None = None
) -> list[int]:
    """Store sessions, of an import or of none, with all their content; return their ids."""
    with step():
        if import_id is None:
            return _add(lifter_id, sessions)
        row = fetch_one("SELECT changed_at FROM import WHERE id = ?", import_id)
        (at,) = found(row, import_id)
        return _add(lifter_id, sessions, at, import_id=[import_id] * len(sessions))


def update_session(session: Session) -> None:
    """Store a session's own fields, not its content; LookupError when there is none."""
    with step():
        rows.change(SESSION, session)


def trash_session(session_id: int) -> None:
    """Put a session into the trash; LookupError when there is none."""
    with step():
        as_brought = import_edits.is_as_brought(session_id)
        rows.touch("session", session_id, deleted_at=rows.stamp())
        if as_brought:
            import_edits.only_deleted(session_id)


def purge_trash_until(at: int) -> None:
    """Delete for good what was put into the trash before a time, in milliseconds UTC."""
    with step():
        deleted_log.note_purged(at)
        for table in ("session", "mesocycle"):
            execute(f"DELETE FROM {table} WHERE deleted_at < ?", at)


def slot(logged_exercise_id: int) -> tuple[int, LoggedExercise]:
    """Return (session's id, the slot with its sets); LookupError when there is none."""
    sql = (
        f"SELECT x.session_id, e.slug, {SLOT.columns('x')} FROM logged_exercise x "
        "JOIN exercise e ON e.id = x.exercise_id "
        "JOIN session s ON s.id = x.session_id WHERE x.id = ? AND s.deleted_at IS NULL"
    )
    row = found(fetch_one(sql, logged_exercise_id), logged_exercise_id)
    sets = fetch(
        f"SELECT {SET.columns('t')} FROM logged_set t WHERE logged_exercise_id = ? "
        "ORDER BY position, id",
        logged_exercise_id,
    )
    (made,) = SLOT.read([row], skip=2, exercise=[row[1]], sets=[tuple(SET.read(sets))])
    return row[0], made


def add_logged_exercise(
    session_id: int, logged: LoggedExercise, position: int | None = None
) -> int:
    """Store a new slot with its sets as number `position` (0-based, None: last); return the id."""
    with step():
        place = rows.make_room("logged_exercise", "session_id", session_id, position)
        return _add_slots([(session_id, [logged])], start=place)[0]


def update_logged_exercise(logged: LoggedExercise) -> None:
    """Store a slot's own fields, not its sets; LookupError when there is none."""
    with step():
        rows.change(SLOT, logged, exercise_id=library.id_of(logged.exercise))


def change_exercise(
    lifter_id: int, slug: str, other: str, since: date, until: date | None = None
) -> int:
    """Let a lifter's slots of an exercise be of another one; return how many there were.

    Those of the sessions from a day on are meant, up to the day before `until`; in the trash, too.
    """
    sql = """UPDATE logged_exercise SET exercise_id = ?, changed_at = max(?, changed_at + 1)
        WHERE exercise_id = ? AND session_id IN (
            SELECT id FROM session WHERE lifter_id = ? AND "on" >= ? AND ("on" < ? OR ? IS NULL))"""
    old, new = library.ids_of((slug, other))
    end = None if until is None else until.isoformat()
    with step():
        return execute(sql, new, rows.stamp(), old, lifter_id, since.isoformat(), end, end)


def move_logged_exercise(logged_exercise_id: int, position: int) -> None:
    """Move a slot to be number `position` (0-based) of its session; LookupError without one."""
    with step():
        session_id, _ = slot(logged_exercise_id)
        place = rows.make_room(
            "logged_exercise", "session_id", session_id, position, logged_exercise_id
        )
        rows.touch("logged_exercise", logged_exercise_id, position=place)


def delete_logged_exercise(logged_exercise_id: int) -> None:
    """Delete a slot with its sets; LookupError when there is none."""
    with step():
        session_id, _ = slot(logged_exercise_id)
        deleted_log.note_slot(logged_exercise_id)
        rows.remove("logged_exercise", logged_exercise_id)
        rows.touch("session", session_id)


def set_(set_id: int) -> LoggedSet:
    """Return one set; LookupError when there is none."""
    sql = (
        f"SELECT {SET.columns('t')} FROM logged_set t "
        "JOIN logged_exercise x ON x.id = t.logged_exercise_id "
        "JOIN session s ON s.id = x.session_id WHERE t.id = ? AND s.deleted_at IS NULL"
    )
    return SET.read([found(fetch_one(sql, set_id), set_id)])[0]


def add_set(logged_exercise_id: int, entry: LoggedSet, position: int | None = None) -> int:
    """Store a new set as number `position` (0-based, None: last) of its slot; return the id."""
    with step():
        place = rows.make_room("logged_set", "logged_exercise_id", logged_exercise_id, position)
        return _add_sets([(logged_exercise_id, [entry])], start=place)[0]


def update_set(entry: LoggedSet) -> None:
    """Store a changed set; LookupError when there is none."""
    with step():
        rows.change(SET, entry)


def delete_set(set_id: int) -> None:
    """Delete one set; LookupError when there is none."""
    with step():
        row = fetch_one("SELECT logged_exercise_id FROM logged_set WHERE id = ?", set_id)
        (slot_id,) = found(row, set_id)
        deleted_log.note_set(set_id)
        rows.remove("logged_set", set_id)
        rows.touch("logged_exercise", slot_id)


def _add(
    lifter_id: int, sessions: Sequence[Session], at: int | None = None, **links: Sequence[int]
) -> list[int]:
    ids = rows.add(SESSION, sessions, at, lifter_id=[lifter_id] * len(sessions), **links)
    _add_slots([(key, each.exercises) for key, each in zip(ids, sessions, strict=True)], at)
    return ids


def _add_slots(
    groups: Iterable[tuple[int, Sequence[LoggedExercise]]], at: int | None = None, start: int = 0
) -> list[int]:
    slots, parents, positions = rows.spread(groups, start)
    exercises = library.ids_of(each.exercise for each in slots)
    ids = rows.add(SLOT, slots, at, session_id=parents, position=positions, exercise_id=exercises)
    _add_sets([(key, each.sets) for key, each in zip(ids, slots, strict=True)], at)
    return ids


def _add_sets(
    groups: Iterable[tuple[int, Sequence[LoggedSet]]], at: int | None = None, start: int = 0
) -> list[int]:
    sets, parents, positions = rows.spread(groups, start)
    return rows.add(SET, sets, at, logged_exercise_id=parents, position=positions)


def _read(where: str, key: int) -> list[Session]:
    shown = f"session s WHERE {where} AND s.deleted_at IS NULL"
    sql = f"SELECT s.id, {SESSION.columns('s')} FROM {shown} ORDER BY {OLDEST_FIRST}"
    slots, found = _slots(shown, key), fetch(sql, key)
    return SESSION.read(found, skip=1, exercises=[tuple(slots[row[0]]) for row in found])


def _slots(shown: str, key: int) -> dict[int, list[LoggedExercise]]:
    sets = _sets(shown, key)
    found = fetch(
        f"SELECT x.session_id, x.id, e.slug, {SLOT.columns('x')} FROM logged_exercise x "
        "JOIN exercise e ON e.id = x.exercise_id "
        f"WHERE x.session_id IN (SELECT s.id FROM {shown}) ORDER BY x.position, x.id",
        key,
    )
    made = SLOT.read(
        found,
        skip=3,
        exercise=[row[2] for row in found],
        sets=[tuple(sets[row[1]]) for row in found],
    )
    return rows.grouped((row[0] for row in found), made)


def _sets(shown: str, key: int) -> dict[int, list[LoggedSet]]:
    found = fetch(
        f"SELECT t.logged_exercise_id, {SET.columns('t')} FROM logged_set t "
        "JOIN logged_exercise x ON x.id = t.logged_exercise_id "
        f"WHERE x.session_id IN (SELECT s.id FROM {shown}) ORDER BY t.position, t.id",
        key,
    )
    return rows.grouped((row[0] for row in found), SET.read(found, skip=1))
