"""Store what was typed from a sheet: sessions with their sets, the check-in, the bodyweight."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import islice
from typing import NamedTuple

from planner.coach import sheet_answers, sheet_days, sheet_hurt, sheet_keys, sheet_pain, sheet_sides
from planner.coach.entry import SetRow
from planner.coach.sheet_boxes import Reading, unread
from planner.coach.sheet_grid import (
    Edits,
    GridSession,
    Line,
    SheetGrid,
    day_of,
    read,
)
from planner.engine.terms import SUSPECT, UNREAD, LoggedExercise, LoggedSet, Session, Unit
from planner.storage import log


class Saved(NamedTuple):
    """What was stored: sets, boxes still open, and the texts that are not, by the keys of now.

    Open are boxes that could not be read, and sets that look like a slip. Sets are `deleted` by
    emptying their boxes, or by a `?` in them. `hurt` says what strong pain asks for, a sentence an
    exercise.
    """

    sets: int
    unread: int
    doubted: int
    left: dict[str, str]
    deleted: int = 0
    hurt: tuple[str, ...] = ()

    @property
    def days(self) -> list[str]:
        """The texts left that are no days: nothing of their sessions is stored."""
        return sheet_days.unclear(self.left)

    @property
    def unclear(self) -> bool:
        """Whether a text says nothing yet, so that it is left."""
        return bool(self.days) or any(not sheet_keys.is_of_session(key) for key in self.left)

    @property
    def noted(self) -> bool:
        """Whether a note is left, since its session has no set."""
        return not self.days and any(map(sheet_keys.is_of_session, self.left))


class _Stored(NamedTuple):
    """Sets that are new or changed, and that are gone; the keys of boxes that could not be read,
    by their old ones; what strong pain asks for."""

    sets: list[LoggedSet]
    keys: dict[str, str]
    deleted: list[LoggedSet]
    hurt: list[str]


@dataclass(frozen=True, slots=True)
class _Typed:
    """An exercise with what its boxes say."""

    line: Line
    readings: tuple[Reading, ...]
    note: str

    def sets(self) -> tuple[LoggedSet, ...]:
        """Return its sets in order."""
        return tuple(entry for made in self.readings for entry in made.sets)


def save(grid: SheetGrid, edits: Edits) -> Saved:
    """Store what was typed into a sheet; what was not touched stays as it is.

    A box whose text says nothing is stored as one that could not be read: it holds its place.
    What looks like a slip is stored as SUSPECT until it is confirmed. A note on a session of which
    no box says anything is left: nobody knows whether it was done.

    A session that was logged already changes only where its boxes were changed. Of one whose day is
    not understood nothing is stored, nor the check-in: nobody knows of which day it is. They are
    stored in the order of their days: what hurt on one is asked for on the next.
    """
    left: dict[str, str] = {}
    made = _Stored([], {}, [], [])
    for shown in sorted(grid.sessions, key=lambda session: day_of(session, edits)):
        session = sheet_hurt.on_its_day(shown, edits, grid.lifter_id)
        mine = {key: text for key, text in edits.items() if _belongs(key, session)}
        known = sheet_days.is_understood(mine.get(session.on_key, ""))
        left |= _save_typed(grid, session, mine, made) if known else mine
    answers = {key: text for key, text in edits.items() if key in grid.answers}
    left |= answers if sheet_days.unclear(left) else sheet_answers.save(grid, edits)
    boxes = sum(UNREAD in entry.flags for entry in made.sets)
    doubted = sum(SUSPECT in entry.flags for entry in made.sets)
    sets, deleted = len(made.sets) - boxes - doubted, len(made.deleted)
    return Saved(sets, boxes, doubted, left, deleted, tuple(made.hurt))


def _save_typed(
    grid: SheetGrid, session: GridSession, mine: Edits, made: _Stored
) -> dict[str, str]:
    """Store what was typed of a session and note its sets in `made`; return the texts left."""
    typed = [_typed(line, mine, grid.unit) for line in session.lines]
    wrong = dict(_unclear(typed, mine))
    if session.session_id is None and not any(each.sets() for each in typed):
        return _noted(mine)
    if mine.keys() == wrong.keys():
        return wrong
    stored = _save_session(grid.lifter_id, session, typed, mine)
    made.sets.extend(stored.sets)
    made.deleted.extend(stored.deleted)
    made.hurt.extend(stored.hurt)
    return {stored.keys.get(key, key): text for key, text in wrong.items()}


def _typed(line: Line, edits: Edits, unit: Unit) -> _Typed:
    read_boxes = zip(line.boxes, read(line, edits, unit), strict=True)
    readings = tuple(_in_box(made, box.row) for box, made in read_boxes)
    return _Typed(line, readings, edits.get(line.note_key, line.note))


def _in_box(made: Reading, row: SetRow) -> Reading:
    """Return what a box says with the number of the box, so that a gap before it stays one."""
    sets = (unread(row),) if made.problem and row.logged is None else made.sets
    first = (replace(e, source_line=sheet_sides.number(e, row)) for e in sets[:1])
    return replace(made, sets=(*first, *sets[1:]))


def _unclear(typed: Iterable[_Typed], edits: Edits) -> Iterable[tuple[str, str]]:
    for each in typed:
        for box, reading in zip(each.line.boxes, each.readings, strict=True):
            if reading.problem and box.key in edits:
                yield box.key, edits[box.key]


def _belongs(key: str, session: GridSession) -> bool:
    whose = key.rpartition(".")[0]
    return whose == session.key or any(whose == line.key for line in session.lines)


def _noted(mine: Edits) -> dict[str, str]:
    """Return the texts of a session without a set, if there is a note among them."""
    kept = {key: text for key, text in mine.items() if text.strip()}
    return kept if any(key.endswith(".note") for key in kept) else {}


def _save_session(
    lifter_id: int, session: GridSession, typed: list[_Typed], edits: Edits
) -> _Stored:
    note = edits.get(session.note_key, session.note)
    if session.session_id is not None:
        return _change_session(session, typed, note, edits)
    made = Session(
        day_of(session, edits), tuple(map(_slot, typed)), session.name, note=note, finished=True,
        planned_session_id=session.planned_session_id,
    )  # fmt: skip
    session_id = log.add_session(lifter_id, made)
    stored = log.session(session_id).exercises
    keys = (_keys(each, slot.sets) for each, slot in zip(typed, stored, strict=True))
    sets = [entry for each in typed for entry in each.sets()]
    hurt = sheet_pain.refer(session_id, {})
    return _Stored(sets, {old: new for known in keys for old, new in known}, [], hurt)


def _keys(typed: _Typed, stored: Iterable[LoggedSet]) -> Iterator[tuple[str, str]]:
    """Yield the old and the new keys of boxes that say nothing, of a slot stored with all sets."""
    left = iter(stored)
    for box, reading in zip(typed.line.boxes, typed.readings, strict=True):
        for entry in islice(left, len(reading.sets)):
            if reading.problem:
                yield box.key, sheet_keys.holding(box.key, entry)


def _slot(typed: _Typed) -> LoggedExercise:
    planned, slug = typed.line.planned, typed.line.exercise.slug
    if planned is None:
        return LoggedExercise(slug, typed.sets(), note=typed.note)
    return LoggedExercise(
        slug, typed.sets(), planned.superset, planned.rest_s, typed.note or planned.note, planned.id
    )


def _change_session(session: GridSession, typed: list[_Typed], note: str, edits: Edits) -> _Stored:
    session_id = session.session_id or 0
    stored = log.session(session_id)
    wanted = replace(stored, on=day_of(session, edits), note=note, finished=True)
    if wanted != stored:
        log.update_session(wanted)
    made = _Stored([], {}, [], [])
    for each in typed:
        if each.line.slot_id is not None:
            _free(each)
            _change_line(each.line.slot_id, each, edits, made)
        elif each.sets() or each.note:
            _, slot = log.slot(log.add_logged_exercise(session_id, _slot(each)))
            made.sets.extend(each.sets())
            made.keys.update(_keys(each, slot.sets))
    made.hurt.extend(sheet_pain.refer(session_id, sheet_pain.known(stored)))
    return made


def _change_line(slot_id: int, typed: _Typed, edits: Edits, made: _Stored) -> None:
    """Store what was changed in an exercise, and note it in `made`."""
    _, slot = log.slot(slot_id)
    if typed.line.note_key in edits and typed.note != slot.note:
        log.update_logged_exercise(replace(slot, note=typed.note))
    order = [entry.id for entry in slot.sets]
    stored = [box.row.logged.id for box in typed.line.boxes if box.row.logged]
    place = order.index(stored[0]) if stored else len(order)
    for box, reading in zip(typed.line.boxes, typed.readings, strict=True):
        old, sets = box.row.logged, list(reading.sets)
        if old is not None:
            place = order.index(old.id) + 1
        if box.key not in edits or (old is not None and reading.problem):
            continue
        made.sets.extend(sets)
        if old is not None and (not sets or UNREAD in sets[0].flags - old.flags):
            made.deleted.extend(() if UNREAD in old.flags else (old,))
        if old is not None and sets:
            log.update_set(_changed(old, sets.pop(0)))
        elif old is not None and old.id is not None:
            log.delete_set(old.id)
            place -= 1
            order.remove(old.id)
        for entry in sets:
            order.insert(place, log.add_set(slot_id, entry, place))
            if reading.problem:
                made.keys[box.key] = sheet_keys.holding(box.key, log.set_(order[place] or 0))
            place += 1


def _free(typed: _Typed) -> None:
    """Take the doubt from stored sets for which a box has the answer now."""
    for box, reading in zip(typed.line.boxes, typed.readings, strict=True):
        old, sets = box.row.logged, reading.sets
        is_sure = bool(sets) and SUSPECT not in sets[0].flags
        if is_sure and old is not None and SUSPECT in old.flags:
            log.update_set(replace(old, flags=old.flags - {SUSPECT}))


def _changed(old: LoggedSet, typed: LoggedSet) -> LoggedSet:
    """Return a stored set with what was typed over it; its note stays, and what was said of how it
    was done while it can be read."""
    unread = UNREAD in typed.flags
    known = replace(old, technique=None, tempo="", flags=frozenset()) if unread else old
    return replace(
        old,
        load_kg=typed.load_kg, load=typed.load, unit=typed.unit, reps=typed.reps, rir=typed.rir,
        seconds=typed.seconds, distance_m=typed.distance_m, kind=typed.kind, side=typed.side,
        technique=typed.technique or known.technique, tempo=typed.tempo or known.tempo,
        pain=typed.pain, source_line=typed.source_line,
        flags=(known.flags - {UNREAD, SUSPECT}) | typed.flags,
    )  # fmt: skip
