"""Which sessions of a log are stored already: whole sessions are compared, never single sets."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import NamedTuple, TypeAlias

from planner.coach import import_rows
from planner.engine.terms import LoggedSet, Session, sets_in
from planner.language import tr
from planner.storage.log_reads import SessionKey

SHIFTS = (timedelta(0), timedelta(hours=1), timedelta(hours=-1))
PART = 50  # sessions compared at once, some 5 ms
SAME_SHARE = 0.5  # of a day's sets that make an untimed session the same one; rule of thumb

Done: TypeAlias = tuple[str, int, int, int]  # slug, tenths of a kg, reps, seconds
View: TypeAlias = Callable[[Counter["Done"]], Counter["Done"]]


class Remark(NamedTuple):
    """What to tell about a session: the line where it starts in the file, and the sentence."""

    line: int
    text: str


@dataclass(frozen=True, slots=True)
class Comparison:
    """What is new: whole sessions, and what stored ones have grown by, as sessions beside them."""

    new: tuple[Session, ...]
    remarks: tuple[Remark, ...]


@dataclass(frozen=True, slots=True)
class _Stored:
    """Stored sessions by their start, whole and cut to the minute; by that in UTC where it is
    known; and by day."""

    by_start: dict[datetime, list[SessionKey]]
    by_minute: dict[datetime, list[SessionKey]]
    by_instant: dict[datetime, list[SessionKey]]
    by_day: dict[date, list[SessionKey]]


def comparing(
    sessions: Sequence[Session], keys: Sequence[SessionKey]
) -> Generator[None, None, Comparison]:
    """Find part by part what of a log is not stored yet.

    A session whose rows a stored one holds is that session, on whatever day it is now; so is one
    with the start of a stored one, also when a spreadsheet cut the seconds of one of them, when
    all starts differ by exactly an hour, or when a computer in another time zone read the same
    UTC. A session without a time is the stored one of its day when they share most sets. Names
    of exercises do not matter when the sets are the same. A stored session that has grown brings
    the new sets as a session of its own; one that differs otherwise stays.
    """
    held = yield from import_rows.holders(sessions, keys)
    claimed = {key.id for several in held.values() for key in several}
    stored = _index(key for key in keys if key.id not in claimed)
    yield
    shift = yield from _shift(sessions, stored)
    new: list[Session] = []
    remarks = list(_shift_remark(sessions, shift))
    for number, session in enumerate(sessions):
        if number % PART == 0:
            yield
        known = _known(session, shift, stored, held.get(number, ()))
        more, said = (session, "") if known is None else _difference(session, known)
        if more is not None:
            new.append(more)
        if said:
            remarks.append(Remark(_line(session), said))
    return Comparison(tuple(new), tuple(remarks))


def _index(keys: Iterable[SessionKey]) -> _Stored:
    stored = _Stored(defaultdict(list), defaultdict(list), defaultdict(list), defaultdict(list))
    for key in keys:
        stored.by_day[key.on].append(key)
        if key.started_at is not None:
            stored.by_start[key.started_at].append(key)
            stored.by_minute[_minute(key.started_at)].append(key)
            if key.utc_offset_min is not None:
                stored.by_instant[_utc(key.started_at, key.utc_offset_min)].append(key)
    return stored


def _minute(at: datetime) -> datetime:
    return at.replace(second=0, microsecond=0)


def _utc(at: datetime, offset_min: int) -> datetime:
    return at - timedelta(minutes=offset_min)


def _shift(sessions: Iterable[Session], stored: _Stored) -> Generator[None, None, timedelta]:
    """Return the shift of all starts under which most sessions are stored with the same sets."""
    found: Counter[timedelta] = Counter()
    for number, session in enumerate(sessions):
        if number % PART == 0:
            yield
        for shift in SHIFTS:
            keys = _starting(session, shift, stored)
            found[shift] += any(_nameless(_own(session)) == _nameless(_sets([k])) for k in keys)
    return max(SHIFTS, key=lambda shift: found[shift])


def _shift_remark(sessions: Sequence[Session], shift: timedelta) -> Iterator[Remark]:
    if shift:
        text = tr("all starts differ by an hour from what is stored; taken as the same sessions")
        yield Remark(min(map(_line, sessions)), text)


def _starting(session: Session, shift: timedelta, stored: _Stored) -> list[SessionKey]:
    """Return the stored sessions that began when one did, or by the clock of another time zone."""
    at, offset = session.started_at, session.utc_offset_min
    if at is None:
        return []
    there = [] if shift or offset is None else stored.by_instant.get(_utc(at, offset), [])
    found = stored.by_start.get(at + shift, there)
    return found or [
        key
        for key in stored.by_minute.get(_minute(at + shift), [])
        if at == _minute(at) or key.started_at == _minute(at + shift)
    ]


def _known(
    session: Session, shift: timedelta, stored: _Stored, held: Sequence[SessionKey]
) -> Counter[Done] | None:
    """Return the sets of the stored session that this one is, None when there is none.

    `held` are the stored sessions that hold its rows.
    """
    keys = _starting(session, shift, stored)
    same = [key for key in keys if key.name == session.name] or keys or _same_day(session, stored)
    return _sets([*same, *held]) if same or held else None


def _same_day(session: Session, stored: _Stored) -> list[SessionKey]:
    """Return the stored sessions of a day when they share most sets, and one has no time."""
    timed = session.started_at is not None
    keys = [key for key in stored.by_day.get(session.on, []) if not (timed and key.started_at)]
    known, own = _sets(keys), _own(session)
    same = (known & own).total()
    if _nameless(known) == _nameless(own):
        same = own.total()
    return keys if same > SAME_SHARE * min(known.total(), own.total()) else []


def _difference(session: Session, known: Counter[Done]) -> tuple[Session | None, str]:
    """Return what a session has that its stored one has not, and what to tell about it."""
    own = _own(session)
    if own <= known or _nameless(own) <= _nameless(known):
        return None, ""
    for view in (Counter[Done], _nameless):
        if view(known) <= view(own):
            more = _without(session, view(known), view)
            words = tr(
                "{session} is stored already; {sets} new sets come in as a session of their own"
            )
            return more, words.format(session=_title(session), sets=sets_in(more))
    words = tr("{session} is stored already with other sets; what is stored stays")
    return None, words.format(session=_title(session))


def _without(session: Session, known: Counter[Done], view: View) -> Session:
    """Return a session without the sets that are stored, in its order."""
    left = known.copy()
    slots = []
    for slot in session.exercises:
        more = []
        for entry in slot.sets:
            (done,) = view(Counter([_done(slot.exercise, entry)]))
            if left[done] > 0:
                left[done] -= 1
            else:
                more.append(entry)
        if more:
            slots.append(replace(slot, sets=tuple(more)))
    return replace(session, exercises=tuple(slots), uid="")


def _own(session: Session) -> Counter[Done]:
    return Counter(_done(x.exercise, entry) for x in session.exercises for entry in x.sets)


def _sets(keys: Iterable[SessionKey]) -> Counter[Done]:
    return Counter(_rounded(*done) for key in keys for done in key.sets)


def _done(slug: str, entry: LoggedSet) -> Done:
    return _rounded(slug, entry.load_kg, entry.reps, entry.seconds)


def _rounded(slug: str, kg: float | None, reps: int | None, seconds: float | None) -> Done:
    return slug, round((kg or 0.0) * 10), reps or 0, round(seconds or 0.0)


def _nameless(sets: Counter[Done]) -> Counter[Done]:
    """Return the sets as if all were of one exercise: exports rename exercises."""
    bare: Counter[Done] = Counter()
    for (_, kg, reps, seconds), count in sets.items():
        bare["", kg, reps, seconds] += count
    return bare


def _line(session: Session) -> int:
    lines = [entry.source_line for slot in session.exercises for entry in slot.sets]
    return min((line for line in lines if line is not None), default=0)


def _title(session: Session) -> str:
    words = tr("{session} of {day}") if session.name else "{day}"
    return words.format(session=session.name, day=session.on)
