"""Whether what an import brought was edited since, told by the stamps of its rows.

Whatever an import stored carries its stamp; a later one shows an edit, unless that was taken back,
and deleting a set or slot stamps what it belonged to. To delete a session, or to put it back, is
no edit of it.
"""

from __future__ import annotations

from planner.storage import undo_traces
from planner.storage.rows import execute, fetch, fetch_one

# Of a row, `at` is its stamp; `i` is the import.
_LATER = f"""at > i.changed_at AND at NOT IN (
        SELECT b.value FROM setting k, json_each(k.value) b
        WHERE k.key = '{undo_traces.AS_BROUGHT}'
    )"""
EDITED = f"""EXISTS (
        SELECT 1 FROM (
            SELECT s.changed_at AS at WHERE s.changed_at IS NOT s.deleted_at
            UNION SELECT x.changed_at FROM logged_exercise x WHERE x.session_id = s.id
            UNION SELECT t.changed_at FROM logged_exercise x
            JOIN logged_set t ON t.logged_exercise_id = x.id WHERE x.session_id = s.id
        ) WHERE {_LATER}
    )"""  # of a session `s`
_ITSELF = f"""SELECT 1 FROM (
        SELECT changed_at AS at, import_id FROM session WHERE id = ?
    ) s JOIN import i ON i.id = s.import_id WHERE NOT ({_LATER})"""

_ONLY_DELETED = "SELECT 1 FROM session WHERE id = ? AND changed_at = deleted_at"


def is_as_brought(session_id: int) -> bool:
    """Say whether an import brought a session whose own fields nobody changed since."""
    return fetch_one(_ITSELF, session_id) is not None


def only_deleted(session_id: int) -> None:
    """Let the stamp of a session that has just been deleted show nothing but that."""
    execute("UPDATE session SET deleted_at = changed_at WHERE id = ?", session_id)


def is_only_deleted(session_id: int) -> bool:
    """Say whether the stamp of a session shows nothing but that it was deleted."""
    return fetch_one(_ONLY_DELETED, session_id) is not None


def only_put_back(session_id: int) -> None:
    """Let the stamp of a session that has just been put back show nothing but that."""
    found = fetch("SELECT changed_at FROM session WHERE id = ?", session_id)
    undo_traces.keep_brought({at for (at,) in found})
