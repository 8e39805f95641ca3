"""Read much of a log at once, for the engine and the charts. Only `with_trash` reads the trash."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import groupby
from operator import itemgetter

from planner.engine.terms import LoggedSet
from planner.storage import library
from planner.storage.fields import read_day
from planner.storage.hard_sets import hard_sets
from planner.storage.log_reads import MINE, OLDEST_FIRST, SET, SETS
from planner.storage.rows import Row, fetch

History = list[tuple[date, int, tuple[LoggedSet, ...]]]

# Begin with the lifter's sessions: left to itself, SQLite reads what all clients did of a lift.
_OWN_SETS = SETS.replace("session s JOIN", "session s CROSS JOIN")
_ON_DAYS = 's."on" IN (SELECT value FROM json_each(?))'
_IN_ORDER = f"{OLDEST_FIRST}, x.position, x.id, t.position, t.id"


def history(lifter_id: int, slug: str) -> History:
    """Return the sessions of one exercise as (date, session id, sets), oldest first."""
    found = fetch(
        f'SELECT s."on", s.id, {SET.columns("t")} FROM {_OWN_SETS} '
        f"WHERE {MINE} AND x.exercise_id = ? ORDER BY {_IN_ORDER}",
        lifter_id, library.id_of(slug),
    )  # fmt: skip
    return _by_session(found)


def history_in_parts(lifter_id: int, slug: str, at_once: int = 200) -> Iterator[History]:
    """Yield the same in parts, for who must not take long at a time."""
    key = library.id_of(slug)
    keys = fetch(
        f"SELECT DISTINCT s.id FROM {_OWN_SETS} "
        f"WHERE {MINE} AND x.exercise_id = ? ORDER BY {OLDEST_FIRST}",
        lifter_id, key,
    )  # fmt: skip
    for first in range(0, len(keys), at_once):
        part = ", ".join(str(each) for (each,) in keys[first : first + at_once])
        found = fetch(
            f'SELECT s."on", s.id, {SET.columns("t")} FROM {_OWN_SETS} '
            f"WHERE {MINE} AND x.exercise_id = ? AND s.id IN ({part}) ORDER BY {_IN_ORDER}",
            lifter_id, key,
        )  # fmt: skip
        yield _by_session(found)


def histories(lifter_id: int, slugs: Iterable[str]) -> dict[str, History]:
    """Return the same of several exercises by slug; of many it is far quicker than one by one."""
    wanted = list(slugs)
    keys = dict(zip(library.ids_of(wanted), wanted, strict=True))
    found = fetch(
        f'SELECT s."on", s.id, {SET.columns("t")}, x.exercise_id FROM {_OWN_SETS} '
        f"WHERE {MINE} AND x.exercise_id IN (SELECT value FROM json_each(?)) "
        f"ORDER BY x.exercise_id, {_IN_ORDER}",
        lifter_id, json.dumps(list(keys)),
    )  # fmt: skip
    sets = iter(SET.read(found, skip=2))
    made: dict[str, History] = {slug: [] for slug in wanted}
    for (key, on, session_id), group in groupby(found, itemgetter(-1, 0, 1)):
        each = tuple([next(sets) for _ in group])
        made[keys[key]].append((read_day(on), session_id, each))
    return made


def with_trash(lifter_id: int, slug: str) -> list[tuple[date, LoggedSet]]:
    """Return the sets of one exercise with their days, oldest first, those in the trash, too.

    It is for changes that must not miss what may be put back.
    """
    found = fetch(
        f'SELECT s."on", {SET.columns("t")} FROM {SETS} '
        f"WHERE s.lifter_id = ? AND x.exercise_id = ? ORDER BY {_IN_ORDER}",
        lifter_id, library.id_of(slug),
    )  # fmt: skip
    days = [read_day(row[0]) for row in found]
    return list(zip(days, SET.read(found, skip=1), strict=True))


def on_days(lifter_id: int, days: Iterable[date]) -> dict[str, History]:
    """Return, by slug, the sessions of each exercise that was done on some days."""
    found = fetch(
        f'SELECT s."on", s.id, {SET.columns("t")}, e.slug '
        f"FROM {_OWN_SETS} JOIN exercise e ON e.id = x.exercise_id "
        f"WHERE {MINE} AND {_ON_DAYS} ORDER BY e.slug, {_IN_ORDER}",
        lifter_id, _json(days),
    )  # fmt: skip
    sets = iter(SET.read(found, skip=2))
    made: dict[str, History] = {}
    for (slug, on, session_id), group in groupby(found, itemgetter(-1, 0, 1)):
        each = tuple([next(sets) for _ in group])
        made.setdefault(slug, []).append((read_day(on), session_id, each))
    return made


def days_of(lifter_id: int, sessions: Iterable[int]) -> set[date]:
    """Return the days of those of some sessions that are a lifter's."""
    found = fetch(
        f'SELECT DISTINCT s."on" FROM session s '
        f"WHERE {MINE} AND s.id IN (SELECT value FROM json_each(?))",
        lifter_id, json.dumps(list(sessions)),
    )  # fmt: skip
    return {read_day(on) for (on,) in found}


def trained(
    lifter_id: int, most_rir: float, days: Iterable[date] | None = None
) -> list[tuple[date, str, int]]:
    """Return (date, slug, hard sets) of each day and exercise trained, oldest first.

    Hard is a set that ended with at most `most_rir` repetitions in reserve, or with an unknown
    reserve; a day of easy sets only is listed with 0. The sessions of a day are counted each, then
    added up. Without `days`, all days are read.
    """
    chosen = () if days is None else (_json(days),)
    where = f"{MINE} AND {_ON_DAYS}" if chosen else MINE
    found = fetch(
        f"SELECT day, e.slug, sum(hard) FROM ({hard_sets('?1', _OWN_SETS, where)}) "
        "JOIN exercise e ON e.id = key GROUP BY day, e.slug ORDER BY day, e.slug",
        most_rir, lifter_id, *chosen,
    )  # fmt: skip
    return [(read_day(on), slug, sets) for on, slug, sets in found]


def fingerprints(lifter_id: int) -> dict[str, tuple[int, ...]]:
    """Return per slug (sets, sum of their ids, sums of stamps): equal only if nothing changed.

    The stamps are those of sets, slots and sessions, since moving a session moves its sets; each
    has a sum of its own, for what is undone goes back in time as others go on.
    """
    found = fetch(
        "SELECT e.slug, count(*), sum(t.id), sum(t.changed_at), sum(x.changed_at), "
        "sum(s.changed_at) "
        f"FROM {SETS} JOIN exercise e ON e.id = x.exercise_id WHERE {MINE} GROUP BY e.slug",
        lifter_id,
    )
    return {slug: (*sums,) for slug, *sums in found}


def _json(days: Iterable[date]) -> str:
    return json.dumps([on.isoformat() for on in days])


def _by_session(found: Sequence[Row]) -> History:
    sets = iter(SET.read(found, skip=2))
    return [
        (read_day(on), session_id, tuple([next(sets) for _ in group]))
        for (on, session_id), group in groupby(found, itemgetter(0, 1))
    ]
