"""Find lifters who were made on two computers, and pair what was logged of them on both.

Such a lifter, brought in twice from the same export, has the same name and sessions but other
uids. Sessions are the same by when they began and by their sets.
"""

from __future__ import annotations

import sqlite3
from collections import Counter, defaultdict
from collections.abc import Collection, Generator, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter
from typing import Any, NamedTuple, TypeAlias

from planner.storage import kin

SHARE = 0.5  # of the smaller log that is the same: from here on two are taken for one person
_AT_ONCE = 2000  # rows
_TABLES = ("import", "absence", "decision", "referral", "restriction")  # the same by content
_LOG = """SELECT s.id, s.uid, s."on", s.started_at, x.uid, e.slug, t.uid, t.load_kg, t.reps,
        t.seconds, t.distance_m
    FROM session s LEFT JOIN logged_exercise x ON x.session_id = s.id
    LEFT JOIN exercise e ON e.id = x.exercise_id
    LEFT JOIN logged_set t ON t.logged_exercise_id = x.id
    WHERE s.lifter_id = ? AND s.deleted_at IS NULL
    ORDER BY s.id, x.position, x.id, t.position, t.id"""

Amount: TypeAlias = tuple[Any, ...]  # load, reps, seconds, metres
Uids: TypeAlias = dict[str, dict[str, str]]  # by table: the uid here of each uid there


class Slot(NamedTuple):
    """An exercise of a session: its uid and slug, its sets' uids and what they are."""

    uid: str
    slug: str
    sets: tuple[tuple[str, Amount], ...]


class Done(NamedTuple):
    """A session: its uid, when it began, and its slots."""

    uid: str
    start: tuple[str, str]
    slots: tuple[Slot, ...]

    def content(self) -> tuple[Any, ...]:
        """Return what makes it the same as another one."""
        return tuple((slot.slug, tuple(amount for _, amount in slot.sets)) for slot in self.slots)

    def sets(self) -> Counter[Any]:
        """Count its sets by what they are."""
        return Counter((slot.slug, amount) for slot in self.slots for _, amount in slot.sets)


@dataclass(frozen=True, slots=True)
class Twin:
    """A lifter of either file, by name and uids; `same` of the `of` sessions that the smaller log
    has are in both."""

    name: str
    here: str
    there: str
    same: int
    of: int
    uids: Uids

    def is_likely(self) -> bool:
        """Say whether the logs tell that both are one person."""
        return self.same > 0 and self.same >= SHARE * self.of


def find(
    here: sqlite3.Connection, there: sqlite3.Connection
) -> Generator[None, None, tuple[Twin, ...]]:
    """Return the lifters of the other file who are here under another uid, in parts.

    Each lifter is the twin of one at most: of several of a name the one with most in common.
    """
    ours, theirs = _lifters(here), _lifters(there)
    found = []
    for uid in theirs.keys() - ours.keys():
        for own in ours.keys() - theirs.keys():
            if _plain(ours[own][1]) == _plain(theirs[uid][1]):
                made = yield from _compare(here, there, (own, *ours[own]), (uid, *theirs[uid]))
                found.append(made)
    found.sort(key=lambda twin: (-twin.same, twin.here, twin.there))
    return tuple(_each_once(found))


def _each_once(found: Sequence[Twin]) -> Iterator[Twin]:
    taken: set[str] = set()
    for twin in found:
        if taken.isdisjoint((twin.here, twin.there)):
            taken |= {twin.here, twin.there}
            yield twin


def _lifters(connection: sqlite3.Connection) -> dict[str, tuple[int, str]]:
    sql = "SELECT uid, id, name FROM lifter WHERE deleted_at IS NULL"
    return {uid: (key, name) for uid, key, name in connection.execute(sql).fetchall()}


def _plain(name: str) -> str:
    return " ".join(name.split()).casefold()


def _compare(
    here: sqlite3.Connection,
    there: sqlite3.Connection,
    own: tuple[str, int, str],
    other: tuple[str, int, str],
) -> Generator[None, None, Twin]:
    ours = yield from _log(here, own[1])
    theirs = yield from _log(there, other[1])
    uids: Uids = {"lifter": {other[0]: own[0]}}
    pairs = yield from _pairs(ours, theirs)
    for one, two in pairs:
        _name(uids, one, two)
        yield
    for table in _TABLES:
        uids[table] = _alike(here, there, table, own[1], other[1])
        yield
    return Twin(own[2], own[0], other[0], len(pairs), min(len(ours), len(theirs)), uids)


def _log(connection: sqlite3.Connection, lifter_id: int) -> Generator[None, None, list[Done]]:
    rows: list[Any] = []
    left = connection.execute(_LOG, (lifter_id,))
    while some := left.fetchmany(_AT_ONCE):
        rows += some
        yield
    found = []
    for _, of_one in groupby(rows, itemgetter(0)):
        found.append(_session(list(of_one)))
        yield
    return found


def _session(rows: Sequence[Any]) -> Done:
    _, uid, on, started_at, *_ = rows[0]
    slots = [list(of_one) for slot, of_one in groupby(rows, itemgetter(4)) if slot]
    return Done(uid, (on, (started_at or "")[:16]), tuple(map(_slot, slots)))


def _slot(rows: Sequence[Any]) -> Slot:
    _, _, _, _, uid, slug, *_ = rows[0]
    sets = tuple((row[6], tuple(map(_rounded, row[7:]))) for row in rows if row[6])
    return Slot(uid, slug, sets)


def _rounded(value: float | None) -> float | None:
    """Forget what kilograms and pounds, turned there and back, differ in."""
    return None if value is None else round(value, 1)


def _pairs(
    ours: Sequence[Done], theirs: Sequence[Done]
) -> Generator[None, None, list[tuple[Done, Done]]]:
    """Pair sessions that are the same; then those that began together and share half their sets.

    That is done in parts.
    """
    by_content, by_start = defaultdict[Any, list[Done]](list), defaultdict[Any, list[Done]](list)
    for one in ours:
        by_content[one.start, one.content()].append(one)
        yield
    pairs, left = [], []
    for two in theirs:
        known = by_content[two.start, two.content()]
        if known:
            pairs.append((known.pop(0), two))
        else:
            left.append(two)
        yield
    for one in (one for known in by_content.values() for one in known):
        by_start[one.start].append(one)
    for two in left:
        near = next((one for one in by_start[two.start] if _share_half(one, two)), None)
        if near is not None:
            by_start[two.start].remove(near)
            pairs.append((near, two))
        yield
    return pairs


def _share_half(one: Done, two: Done) -> bool:
    ours, theirs = one.sets(), two.sets()
    both = (ours & theirs).total()
    return both > 0 and 2 * both >= max(ours.total(), theirs.total())


def _name(uids: Uids, one: Done, two: Done) -> None:
    """Pair the uids of two sessions, their slots by exercise, and the sets of those."""
    uids.setdefault("session", {})[two.uid] = one.uid
    left = defaultdict[str, list[Slot]](list)
    for slot in one.slots:
        left[slot.slug].append(slot)
    for slot in two.slots:
        if left[slot.slug]:
            own = left[slot.slug].pop(0)
            uids.setdefault("logged_exercise", {})[slot.uid] = own.uid
            uids.setdefault("logged_set", {}).update(_sets(own, slot))


def _sets(own: Slot, other: Slot) -> dict[str, str]:
    """Pair sets that are equal, in order; then the others by place."""
    known = defaultdict[Amount, list[str]](list)
    for uid, amount in own.sets:
        known[amount].append(uid)
    found = {uid: known[amount].pop(0) for uid, amount in other.sets if known[amount]}
    taken = {*found.values()}
    places = zip(own.sets, other.sets, strict=False)
    free = ((a, b) for (a, _), (b, _) in places if a not in taken and b not in found)
    return found | {b: a for a, b in free}


def _alike(
    here: sqlite3.Connection, there: sqlite3.Connection, table: str, own: int, other: int
) -> dict[str, str]:
    """Pair rows below two lifters that say the same of the same exercise.

    Which session, plan or import they are of is left aside: those may have other ids.
    """
    sql = _saying(table)
    known = defaultdict[Any, list[str]](list)
    for uid, *content in here.execute(sql, (own,)).fetchall():
        known[tuple(content)].append(uid)
    rows = reversed(there.execute(sql, (other,)).fetchall())
    return {uid: known[tuple(row)].pop() for uid, *row in rows if known[tuple(row)]}


def _saying(table: str) -> str:
    """Return a query for the uid, and what is said, of a lifter's rows, the latest first."""
    each = kin.TRAVELLING[table]
    aside: Collection[str] = {"id", "uid", "changed_at", "lifter_id", *each.links}
    said = [f't."{name}"' for name in each.columns if name not in aside]
    joined = ""
    if "exercise_id" in each.links:
        said.append("e.slug")
        joined = "LEFT JOIN exercise e ON e.id = t.exercise_id"
    return f"""SELECT t.uid, {", ".join(said)} FROM "{table}" t {joined}
        WHERE t.lifter_id = ? ORDER BY t.id DESC"""
