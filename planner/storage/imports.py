"""Imports: which files were brought in, and how to take one back."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from planner.engine.terms import Session
from planner.storage import log, models, rows
from planner.storage.fields import read_day
from planner.storage.import_edits import EDITED
from planner.storage.log_reads import OLDEST_FIRST, READ
from planner.storage.rows import Layout, execute, fetch
from planner.storage.undo import step


@dataclass(frozen=True, slots=True)
class _Import:
    file_name: str
    format: str
    on: date
    text_sha256: str
    id: int | None = None
    uid: str = ""


class ImportSummary(NamedTuple):
    """An import in the list of imports, with what is left of it."""

    id: int
    file_name: str
    format: str
    on: date
    sessions: int
    sets: int


_IMPORT = Layout(models.Import, _Import)


def add_import(lifter_id: int, file_name: str, format: str, on: date, text_sha256: str) -> int:  # noqa: A002
    """Store that a file is brought in; return the id, which `log.add_sessions` takes."""
    made = _Import(file_name, format, on, text_sha256)
    with step():
        return rows.add(_IMPORT, [made], lifter_id=[lifter_id])[0]


def imports(lifter_id: int) -> list[ImportSummary]:
    """List a lifter's imports, newest first, with the sessions and sets that are still there."""
    sql = f"""
        SELECT i.id, i.file_name, i.format, i."on", count(DISTINCT s.id), count(t.id)
        FROM import i
        LEFT JOIN session s ON s.import_id = i.id AND s.deleted_at IS NULL
        LEFT JOIN logged_exercise x ON x.session_id = s.id
        LEFT JOIN logged_set t ON t.logged_exercise_id = x.id AND {READ}
        WHERE i.lifter_id = ? GROUP BY i.id ORDER BY i."on" DESC, i.id DESC"""
    return [
        ImportSummary(key, name, made_by, read_day(on), sessions, sets)
        for key, name, made_by, on, sessions, sets in fetch(sql, lifter_id)
    ]


def edited_sessions(import_id: int) -> list[tuple[Session, bool]]:
    """Return the sessions of an import that were edited since, oldest first.

    Each without content, with whether it is in the trash.
    """
    sql = (
        f"SELECT s.deleted_at IS NOT NULL, {log.SESSION.columns('s')} "
        "FROM session s JOIN import i ON i.id = s.import_id "
        f"WHERE s.import_id = ? AND {EDITED} ORDER BY {OLDEST_FIRST}"
    )
    found = fetch(sql, import_id)
    made = log.SESSION.read(found, skip=1, exercises=[()] * len(found))
    return [(each, bool(row[0])) for each, row in zip(made, found, strict=True)]


def exercises_of(import_id: int) -> list[str]:
    """Return the slugs of the exercises in the sessions of an import, those in the trash too."""
    sql = (
        "SELECT DISTINCT e.slug FROM session s JOIN logged_exercise x ON x.session_id = s.id "
        "JOIN exercise e ON e.id = x.exercise_id WHERE s.import_id = ? ORDER BY e.slug"
    )
    return [slug for (slug,) in fetch(sql, import_id)]


def untouched_sessions(import_id: int) -> list[int]:
    """Return the keys of the sessions of an import not edited since, those in the trash too."""
    sql = f"""
        SELECT s.id FROM session s JOIN import i ON i.id = s.import_id
        WHERE s.import_id = ? AND NOT {EDITED} ORDER BY s.id"""
    return [key for (key,) in fetch(sql, import_id)]


def delete_sessions(keys: Sequence[int]) -> None:
    """Delete sessions for good, with all that is in them."""
    with step():
        execute(
            "DELETE FROM session WHERE id IN (SELECT value FROM json_each(?))", json.dumps(keys)
        )


def delete_import(import_id: int) -> None:
    """Take an import back: delete its sessions but those edited since, which become ordinary.

    Those edited and then deleted stay in the trash. Raises LookupError when there is no such
    import.
    """
    with step():
        delete_sessions(untouched_sessions(import_id))
        rows.remove("import", import_id)
