"""Two exercises that turn out to be the same: what uses one of them, and all of it under the other.

Also what imports made: exercises of which nothing is known but what a file said.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import NamedTuple

from planner.storage import imports, library, rows
from planner.storage.fields import read_day
from planner.storage.log_reads import SETS
from planner.storage.rows import execute, fetch, fetch_one
from planner.storage.undo import step

_USES = ("planned_exercise", "decision", "referral", "restriction")  # besides the slots of a log
_MADE_BY_IMPORT = """e.custom
    AND NOT EXISTS (SELECT 1 FROM exercise_muscle m WHERE m.exercise_id = e.id)
    AND EXISTS (SELECT 1 FROM logged_exercise x JOIN session s ON s.id = x.session_id
        WHERE x.exercise_id = e.id AND s.import_id IS NOT NULL)"""


class Use(NamedTuple):
    """What was done of an exercise by all lifters, and in how many planned sessions it stands.

    `loaded` are the sets with a load; `first` and `last` are None where nothing was done.
    """

    sets: int
    loaded: int
    first: date | None
    last: date | None
    planned: int


# reads
def use(slug: str) -> Use:
    """Return what uses an exercise; LookupError when there is none."""
    key = library.id_of(slug)
    sets, loaded, first, last = fetch_one(
        'SELECT count(*), count(nullif(t.load_kg, 0)), min(s."on"), max(s."on") '
        f"FROM {SETS} WHERE s.deleted_at IS NULL AND x.exercise_id = ?", key,
    )  # fmt: skip
    (planned,) = fetch_one(
        "SELECT count(DISTINCT planned_session_id) FROM planned_exercise WHERE exercise_id = ?", key
    )
    return Use(sets, loaded, _day(first), _day(last), planned)


def made_by_imports() -> dict[str, int]:
    """Return the exercises that imports made and nobody described since: their sets, by slug."""
    return dict(
        fetch(
            f"SELECT e.slug, (SELECT count(*) FROM {SETS} "
            "WHERE x.exercise_id = e.id AND s.deleted_at IS NULL) "
            f"FROM exercise e WHERE {_MADE_BY_IMPORT}"
        )
    )


# writes
def merge(slug: str, into: str) -> None:
    """Let all that is of one exercise be of another one, its names too, and delete it.

    An import that is taken back later still takes along what was not edited otherwise. Raises
    LookupError when one of them is not stored.
    """
    old, new = library.ids_of((slug, into))
    with step():
        _move_slots(old, new)
        for table in _USES:
            sql = f'UPDATE "{table}" SET exercise_id = ?, changed_at = ? WHERE exercise_id = ?'
            execute(sql, new, rows.stamp(), old)
        execute(
            "UPDATE decision SET numbers = json_set(numbers, '$.to', ?), changed_at = ? "
            "WHERE json_extract(numbers, '$.to') = ?", into, rows.stamp(), slug,
        )  # fmt: skip
        execute(
            "UPDATE exercise_alias SET exercise_id = ?, custom = 1 WHERE exercise_id = ?", new, old
        )
        _move_kin(slug, into)
        rows.remove("exercise", old)


def _day(stored: str | None) -> date | None:
    return None if stored is None else read_day(stored)


def _move_slots(old: int, new: int) -> None:
    """Move the slots of a log so that none of their imports takes that for an edit.

    What was edited before is stamped once more, after the import itself.
    """
    found = fetch(
        "SELECT DISTINCT s.import_id FROM logged_exercise x JOIN session s ON s.id = x.session_id "
        "WHERE x.exercise_id = ? AND s.import_id IS NOT NULL", old,
    )  # fmt: skip
    edited = [made.id for (key,) in found for made, _ in imports.edited_sessions(key) if made.id]
    at = rows.stamp()
    sql = "UPDATE logged_exercise SET exercise_id = ?, changed_at = ? WHERE exercise_id = ?"
    execute(sql, new, at, old)
    for (key,) in found:
        execute("UPDATE import SET changed_at = ? WHERE id = ?", at, key)
    for key in edited:
        rows.touch("session", key)


def _move_kin(slug: str, into: str) -> None:
    """Let variations and drills point to the exercise that stays, which is none of itself."""
    known = library.as_stored()
    above = known[slug].parent
    for each in known.values():
        if slug not in (each.parent, *each.activations):
            continue
        drills = dict.fromkeys(into if drill == slug else drill for drill in each.activations)
        parent = each.parent
        if parent == slug:
            parent = into if each.slug != into else above if above != into else None
        library.save_exercise(
            replace(
                each,
                parent=parent,
                similarity=each.similarity if parent else 0.0,
                activations=tuple(drill for drill in drills if drill != each.slug),
            )
        )
