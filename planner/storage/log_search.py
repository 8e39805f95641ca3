"""Find sessions by the sets in them, and what was written about them."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable
from typing import Literal, NamedTuple, TypeAlias

from planner.engine.terms import LoggedSet
from planner.storage.log_reads import MINE, READ, SET
from planner.storage.rows import fetch

# The heaviest set, of equally heavy ones that of most repetitions, then the longest.
_BEST = (
    "max(ifnull(t.load_kg, 0) * iif(e.load_kind = 'assisted', -1, 1) * 1e4 "
    "+ ifnull(t.reps, 0) + ifnull(t.seconds, 0) / 1e5)"
)


Column: TypeAlias = Literal["load_kg", "reps", "seconds"]
_OF_SLOT = "t.logged_exercise_id = x.id"


class Range(NamedTuple):
    """What a set must have; both ends are included."""

    column: Column
    low: float
    high: float


class Wanted(NamedTuple):
    """At least `times` sets of exercises, of any with None, each in all ranges.

    Without ranges an exercise without sets will do. Where several sets are asked for, warm-ups do
    not count.
    """

    slugs: Collection[str] | None
    ranges: tuple[Range, ...] = ()
    times: int = 1


class Best(NamedTuple):
    """The best set of a session that fits, None for an exercise without, and how many sets do."""

    slug: str
    entry: LoggedSet | None
    sets: int


class Text(NamedTuple):
    """Words on a session: its name, or a note on it, on an exercise or on a set."""

    session_id: int
    text: str
    name: bool


def doing(lifter_id: int, wanted: Wanted) -> set[int]:
    """Return the ids of the sessions with the sets that are wanted."""
    sets, where, values = _asked(wanted)
    joined = sets if wanted.ranges else ""
    inside = f"FROM logged_exercise x {joined} WHERE {where} AND x.session_id = s.id"
    several = f"(SELECT count(*) {inside}) >= {int(wanted.times)}"
    fits = several if wanted.times > 1 else f"EXISTS (SELECT 1 {inside})"
    found = fetch(f"SELECT s.id FROM session s WHERE {MINE} AND {fits}", lifter_id, *values)
    return {session_id for (session_id,) in found}


def best(session_ids: Iterable[int], wanted: Wanted) -> dict[int, Best]:
    """Return, of the sets that are wanted, the best of each of some sessions that has one."""
    sets, where, values = _asked(wanted)
    found = fetch(
        f"""SELECT x.session_id, count(t.id), {_BEST}, e.slug, {SET.columns("t")}
        FROM logged_exercise x JOIN exercise e ON e.id = x.exercise_id {sets}
        WHERE {where} AND x.session_id IN (SELECT value FROM json_each(?)) GROUP BY x.session_id""",
        *values,
        json.dumps(list(session_ids)),
    )
    done, bare = [row for row in found if row[1]], [row for row in found if not row[1]]
    made = {row[0]: Best(row[3], None, 0) for row in bare}
    for (session_id, number, _, slug, *_), entry in zip(done, SET.read(done, skip=4), strict=True):
        made[session_id] = Best(slug, entry, number)
    return made


def _asked(wanted: Wanted) -> tuple[str, str, list[str | float]]:
    """Return how sets are joined to their slot `x`, the condition on it, and the values of both."""
    joined = "JOIN" if wanted.ranges else "LEFT JOIN"
    asked = [f"t.{each.column} BETWEEN ? AND ?" for each in wanted.ranges]
    asked += ["t.kind <> 'warmup'"] if wanted.times > 1 else []
    sets = f"{joined} logged_set t ON {' AND '.join((_OF_SLOT, READ, *asked))}"
    values: list[str | float] = [end for each in wanted.ranges for end in (each.low, each.high)]
    if wanted.slugs is None:
        return sets, "1", values
    # The plus keeps SQLite from looking up each of many exercises in each session.
    named = "+x.exercise_id IN (SELECT k.id FROM json_each(?) JOIN exercise k ON k.slug = value)"
    return sets, named, [*values, json.dumps(sorted(wanted.slugs))]


def texts(lifter_id: int) -> list[Text]:
    """List the names of a lifter's sessions and all notes in them."""
    slots = "session s JOIN logged_exercise x ON x.session_id = s.id"
    found = fetch(
        f"""SELECT s.id, s.name, 1 FROM session s WHERE {MINE} AND s.name <> ''
        UNION ALL SELECT s.id, s.note, 0 FROM session s WHERE {MINE} AND s.note <> ''
        UNION ALL SELECT s.id, x.note, 0 FROM {slots} WHERE {MINE} AND x.note <> ''
        UNION ALL SELECT s.id, t.note, 0 FROM {slots}
            JOIN logged_set t ON t.logged_exercise_id = x.id
            WHERE {MINE} AND t.note <> '' AND {READ}""",
        *(lifter_id,) * 4,
    )
    return [Text(session_id, text, bool(name)) for session_id, text, name in found]
