"""Which sessions of a log are stored already: whole sessions are compared, never single sets."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from operator import itemgetter
from typing import NamedTuple, TypeAlias

from planner.coach import done_sets, import_rows
from planner.coach.done_sets import Done
from planner.coach.import_kept_out import AllKeptOut, title
from planner.engine.terms import Session, sets_in
from planner.language import tr
from planner.storage import log
from planner.storage.log_reads import SessionKey

SHIFTS = (timedelta(0), timedelta(hours=1), timedelta(hours=-1))

View: TypeAlias = Callable[[Counter[Done]], Counter[Done]]


class Remark(NamedTuple):
    """What to tell about a session: the line where it starts in the file, and the sentence."""

    line: int
    text: str


@dataclass(frozen=True, slots=True)
class Comparison:
    """What is new: whole sessions, and what stored ones have grown by, as sessions beside them.

    `kept_out` tells what stays out since it was deleted or moved here, `kept_out_sets` counts that;
    `deleted_sets` counts what was deleted, whether it stays out or is wanted.
    """

    new: tuple[Session, ...]
    remarks: tuple[Remark, ...]
    kept_out: tuple[Remark, ...]
    kept_out_sets: int
    deleted_sets: int


@dataclass(slots=True)
class _Found:
    """What of a log is not stored, by number of its session, and what to tell about which.

    `grown` are those of which a part is stored, with what of that was typed by hand.
    """

    told: list[tuple[int, Remark]]
    new: dict[int, Session] = field(default_factory=dict)
    grown: dict[int, Counter[Done]] = field(default_factory=dict)
    kept: AllKeptOut = field(default_factory=AllKeptOut)


@dataclass(frozen=True, slots=True)
class _Stored:
    """Stored sessions by the number of the one whose rows they hold; others by their start, whole
    and cut to the minute, by that in UTC where it is known, and by day."""

    by_start: dict[datetime, list[SessionKey]]
    by_minute: dict[datetime, list[SessionKey]]
    by_instant: dict[datetime, list[SessionKey]]
    by_day: dict[date, list[SessionKey]]
    held: Mapping[int, Sequence[SessionKey]]


def comparing(
    lifter_id: int, sessions: Sequence[Session], deleted_too: bool
) -> Generator[None, None, Comparison]:
    """Find part by part what of a log is not stored yet for a lifter.

    A session whose rows a stored one holds is that session, on whatever day it is now; so is one
    with the start of a stored one, also when a spreadsheet cut the seconds of one of them, when
    all starts differ by exactly an hour, or when a computer in another time zone read the same
    UTC. A session without a time is the stored one of its day when they share most sets. Names
    of exercises do not matter when the sets are the same. A stored session that has grown brings
    the new sets as a session of its own; one that differs otherwise stays. A session of our own
    file that was moved here stays out, and what was deleted here, unless `deleted_too`.
    """
    found = yield from _new(sessions, (yield from _keys(lifter_id)))
    kept, new = found.kept, found.new
    for number in (yield from _in_trash(new, (yield from _keys(lifter_id, deleted=True)))):
        kept.keep_trashed(number, new[number])
    yield from kept.keep_deleted(lifter_id, sessions, new, found.grown)
    coming, out = kept.coming(new, deleted_too), kept.staying(deleted_too)
    grown = (
        (number, _grown_remark(coming[number])) for number in found.grown.keys() & coming.keys()
    )
    told = sorted([*found.told, *grown], key=itemgetter(0))
    return Comparison(
        tuple(coming[number] for number in sorted(coming)),
        tuple(remark for _, remark in told),
        tuple(Remark(_line(sessions[number]), each.why) for number, each in out.items()),
        sum(each.sets for each in out.values()),
        kept.deleted_sets(),
    )


def _keys(lifter_id: int, deleted: bool = False) -> Generator[None, None, list[SessionKey]]:
    keys = []
    for part in log.session_keys_in_parts(lifter_id, deleted=deleted):
        keys += part
        yield
    return keys


def _new(sessions: Sequence[Session], keys: Sequence[SessionKey]) -> Generator[None, None, _Found]:
    """Find what of each session is not stored."""
    stored = yield from _storing(sessions, keys)
    shift = yield from _shift(sessions, stored)
    found = _Found(told=[(-1, remark) for remark in _shift_remark(sessions, shift)])
    for number, session in enumerate(sessions):
        if number % done_sets.PART == 0:
            yield
        same, held = _same(session, shift, stored), stored.held.get(number, ())
        if not same and not held:
            found.new[number] = session
            continue
        there = [*same, *held]
        more, differs = _difference(session, done_sets.of_stored(there))
        if more is not None:
            found.new[number] = more
            found.grown[number] = done_sets.by_hand(session, there)
        elif differs:
            found.told.append((number, _differs_remark(session)))
        elif session.uid and not same and all(key.on != session.on for key in held):
            found.kept.keep_moved(number, session, held[0])
    return found


def _in_trash(
    new: Mapping[int, Session], trashed: Sequence[SessionKey]
) -> Generator[None, None, set[int]]:
    """Return which of some sessions, by number, lie in the trash."""
    sessions = list(new.values())
    stored = yield from _storing(sessions, trashed)
    shift = yield from _shift(sessions, stored)
    found = set()
    for at, (number, session) in enumerate(new.items()):
        if at % done_sets.PART == 0:
            yield
        keys = _starting(session, shift, stored) or _same_day(session, stored)
        if at in stored.held or any(done_sets.holds_most(session, key) for key in keys):
            found.add(number)
    return found


def _storing(
    sessions: Sequence[Session], keys: Sequence[SessionKey]
) -> Generator[None, None, _Stored]:
    """Put the stored sessions in order that may be some sessions."""
    held = yield from import_rows.holders(sessions, keys)
    claimed = {key.id for several in held.values() for key in several}
    yield
    return _index((key for key in keys if key.id not in claimed), held)


def _index(keys: Iterable[SessionKey], held: Mapping[int, Sequence[SessionKey]]) -> _Stored:
    by_start, by_minute, by_instant = (defaultdict[datetime, list[SessionKey]](list) for _ in "123")
    stored = _Stored(by_start, by_minute, by_instant, defaultdict(list), held)
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
    for number, session in enumerate(sessions if stored.by_start else ()):
        if number % done_sets.PART == 0:
            yield
        for shift in SHIFTS:
            keys = _starting(session, shift, stored)
            found[shift] += any(
                done_sets.nameless(done_sets.of_session(session))
                == done_sets.nameless(done_sets.of_stored([k]))
                for k in keys
            )
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


def _same(session: Session, shift: timedelta, stored: _Stored) -> list[SessionKey]:
    """Return the stored sessions that one is by its start or its day."""
    keys = _starting(session, shift, stored)
    same = [key for key in keys if key.name == session.name] or keys
    if not same and (day := _same_day(session, stored)) and done_sets.agree(session, day):
        same = day
    return same


def _same_day(session: Session, stored: _Stored) -> list[SessionKey]:
    """Return the stored sessions of a day that may be one of them; not if both know their time."""
    timed = session.started_at is not None
    return [key for key in stored.by_day.get(session.on, []) if not (timed and key.started_at)]


def _difference(session: Session, known: Counter[Done]) -> tuple[Session | None, bool]:
    """Return what a session has that its stored one has not, and whether they differ otherwise."""
    own = done_sets.of_session(session)
    if own <= known or done_sets.nameless(own) <= done_sets.nameless(known):
        return None, False
    for view in (Counter[Done], done_sets.nameless):
        if view(known) <= view(own):
            return _without(session, view(known), view), False
    return None, True


def _grown_remark(more: Session) -> Remark:
    words = tr("{session} is stored already; {sets} new sets come in as a session of their own")
    return Remark(_line(more), words.format(session=title(more), sets=sets_in(more)))


def _differs_remark(session: Session) -> Remark:
    words = tr("{session} is stored already with other sets; what is stored stays")
    return Remark(_line(session), words.format(session=title(session)))


def _without(session: Session, known: Counter[Done], view: View) -> Session:
    """Return a session without the sets that are stored, in its order."""
    left = known.copy()
    slots = []
    for slot in session.exercises:
        more = []
        for entry in slot.sets:
            (done,) = view(Counter([done_sets.done(slot.exercise, entry)]))
            if left[done] > 0:
                left[done] -= 1
            else:
                more.append(entry)
        if more:
            slots.append(replace(slot, sets=tuple(more)))
    return replace(session, exercises=tuple(slots), uid="")


def _line(session: Session) -> int:
    lines = [entry.source_line for slot in session.exercises for entry in slot.sets]
    return min((line for line in lines if line is not None), default=0)
