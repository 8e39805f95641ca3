"""Store what was typed from a sheet: sessions with their sets, the check-in, the bodyweight."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import NamedTuple

from planner.coach import bodyweight
from planner.coach.entry import SetRow, UnclearText
from planner.coach.sheet_boxes import ASKED, Reading, unread
from planner.coach.sheet_grid import (
    ANSWERS,
    WEIGHT,
    Edits,
    GridSession,
    Line,
    SheetGrid,
    check_day,
    day_of,
    read,
)
from planner.coach.wording import mass
from planner.engine.terms import SUSPECT, UNREAD, CheckIn, LoggedExercise, LoggedSet, Session, Unit
from planner.language import tr
from planner.storage import clients, log

_ANSWER = re.compile("[1-5]")


class Saved(NamedTuple):
    """What was stored: sets, boxes still open, and the texts that say nothing yet.

    Open are boxes that could not be read, and sets that look like a slip.
    """

    sets: int
    unread: int
    doubted: int
    left: dict[str, str]


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
    What looks like a slip is stored as SUSPECT until it is confirmed.

    A session that was logged already changes only where its boxes were changed.
    """
    left: dict[str, str] = {}
    made: list[LoggedSet] = []
    for session in grid.sessions:
        typed = [_typed(line, edits, grid.unit) for line in session.lines]
        wrong = dict(_unclear(typed, edits))
        left |= wrong
        if any(key not in wrong for key in edits if _belongs(key, session)):
            made += _save_session(grid.lifter_id, session, typed, edits)
    left |= _save_answers(grid, edits)
    boxes = sum(UNREAD in entry.flags for entry in made)
    doubted = sum(SUSPECT in entry.flags for entry in made)
    return Saved(len(made) - boxes - doubted, boxes, doubted, left)


def answer_problem(grid: SheetGrid, key: str, text: str) -> str:
    """Return what is wrong with an answer of the check-in or a bodyweight, or ''.

    One that cannot be read is none.
    """
    if text.strip() == ASKED:
        return ""
    try:
        if key == WEIGHT:
            _weight_kg(text, grid.unit)
        else:
            _answer(text)
    except UnclearText as problem:
        return str(problem)
    return ""


def weight_question(grid: SheetGrid, text: str) -> str:
    """Return what to ask about a bodyweight that looks like a slip, or ''."""
    if text.strip() == ASKED:
        return ""
    kg = _weight_kg(text, grid.unit)
    return "" if kg is None else bodyweight.doubt(kg, grid.bodyweight_kg, grid.unit)


def _typed(line: Line, edits: Edits, unit: Unit) -> _Typed:
    read_boxes = zip(line.boxes, read(line, edits, unit), strict=True)
    readings = tuple(_in_box(made, box.row) for box, made in read_boxes)
    return _Typed(line, readings, edits.get(line.note_key, line.note))


def _in_box(made: Reading, row: SetRow) -> Reading:
    """Return what a box says with the number of the box, so that a gap before it stays one."""
    sets = (unread(row),) if made.problem and row.logged is None else made.sets
    return replace(made, sets=(*(replace(e, source_line=row.number) for e in sets[:1]), *sets[1:]))


def _unclear(typed: Iterable[_Typed], edits: Edits) -> Iterable[tuple[str, str]]:
    for each in typed:
        for box, reading in zip(each.line.boxes, each.readings, strict=True):
            if reading.problem and box.key in edits:
                yield box.key, edits[box.key]


def _belongs(key: str, session: GridSession) -> bool:
    whose = key.rpartition(".")[0]
    return whose == session.key or any(whose == line.key for line in session.lines)


def _save_session(
    lifter_id: int, session: GridSession, typed: list[_Typed], edits: Edits
) -> list[LoggedSet]:
    """Store a session; return the sets that are new or changed."""
    note = edits.get(session.note_key, session.note)
    if session.session_id is not None:
        return _change_session(session, typed, note, edits)
    noted = note or any(each.note for each in typed)
    if not noted and not any(each.sets() for each in typed):
        return []
    made = Session(
        day_of(session, edits), tuple(map(_slot, typed)), session.name, note=note, finished=True,
        planned_session_id=session.planned_session_id,
    )  # fmt: skip
    log.add_session(lifter_id, made)
    return [entry for each in typed for entry in each.sets()]


def _slot(typed: _Typed) -> LoggedExercise:
    planned, slug = typed.line.planned, typed.line.exercise.slug
    if planned is None:
        return LoggedExercise(slug, typed.sets(), note=typed.note)
    return LoggedExercise(
        slug, typed.sets(), planned.superset, planned.rest_s, typed.note or planned.note, planned.id
    )


def _change_session(
    session: GridSession, typed: list[_Typed], note: str, edits: Edits
) -> list[LoggedSet]:
    session_id = session.session_id or 0
    stored = log.session(session_id)
    wanted = replace(stored, on=day_of(session, edits), note=note, finished=True)
    if wanted != stored:
        log.update_session(wanted)
    made: list[LoggedSet] = []
    for each in typed:
        if each.line.slot_id is not None:
            made += _change_line(each.line.slot_id, each, edits)
        elif each.sets() or each.note:
            log.add_logged_exercise(session_id, _slot(each))
            made += each.sets()
    return made


def _change_line(slot_id: int, typed: _Typed, edits: Edits) -> list[LoggedSet]:
    _, slot = log.slot(slot_id)
    if typed.note != slot.note:
        log.update_logged_exercise(replace(slot, note=typed.note))
    order, made = [entry.id for entry in slot.sets], list[LoggedSet]()
    stored = [box.row.logged.id for box in typed.line.boxes if box.row.logged]
    place = order.index(stored[0]) if stored else len(order)
    for box, reading in zip(typed.line.boxes, typed.readings, strict=True):
        old, sets = box.row.logged, list(reading.sets)
        if old is not None:
            place = order.index(old.id) + 1
        if box.key not in edits or (old is not None and reading.problem):
            continue
        made += sets
        if old is not None and sets:
            log.update_set(_changed(old, sets.pop(0)))
        elif old is not None and old.id is not None:
            log.delete_set(old.id)
            place -= 1
            order.remove(old.id)
        for entry in sets:
            order.insert(place, log.add_set(slot_id, entry, place))
            place += 1
    return made


def _changed(old: LoggedSet, typed: LoggedSet) -> LoggedSet:
    """Return a stored set with what was typed over it; ratings, notes and pain stay."""
    return replace(
        old,
        load_kg=typed.load_kg, load=typed.load, unit=typed.unit, reps=typed.reps, rir=typed.rir,
        seconds=typed.seconds, distance_m=typed.distance_m, kind=typed.kind, side=typed.side,
        technique=typed.technique or old.technique, source_line=typed.source_line,
        flags=(old.flags - {UNREAD, SUSPECT}) | typed.flags,
    )  # fmt: skip


def _save_answers(grid: SheetGrid, edits: Edits) -> dict[str, str]:
    """Store check-in and bodyweight; return the texts that cannot be read."""
    on = check_day(grid.sessions, edits)
    typed = {k: text for k, text in edits.items() if k in grid.answers and text.strip() != ASKED}
    wrong = {key: text for key, text in typed.items() if answer_problem(grid, key, text)}
    clear = {key: text for key, text in typed.items() if key not in wrong}
    if on is None or not clear:
        return wrong
    weight = clear.pop(WEIGHT, None)
    if weight is not None:
        _save_weight(grid, on, weight)
    answers = {
        name: _answer(clear[f"check.{name}"]) for name in ANSWERS if f"check.{name}" in clear
    }
    if answers:
        before = clients.check_in(grid.lifter_id, on) or CheckIn(on)
        clients.save_check_in(grid.lifter_id, _answered(before, answers))
    return wrong


def _answered(before: CheckIn, answers: dict[str, int | None]) -> CheckIn:
    made = {name: answers.get(name, getattr(before, name)) for name in ANSWERS}
    return replace(before, **made)


def _save_weight(grid: SheetGrid, on: date, text: str) -> None:
    kg = _weight_kg(text, grid.unit)
    if kg is None:
        clients.forget_bodyweight(grid.lifter_id, on)
    else:
        clients.record_bodyweight(grid.lifter_id, on, kg)


def _answer(text: str) -> int | None:
    if not text.strip():
        return None
    if not _ANSWER.fullmatch(text.strip()):
        raise UnclearText(tr("1 to 5, as on the sheet; empty when there is no answer."))
    return int(text)


def _weight_kg(text: str, unit: Unit) -> float | None:
    if not text.strip():
        return None
    kg = bodyweight.read(text, unit)
    if kg is None:
        least, most = (mass(each, unit, 0) for each in (bodyweight.LEAST_KG, bodyweight.MOST_KG))
        words = tr("A bodyweight is between {least} and {most} {unit}.")
        raise UnclearText(words.format(least=least, most=most, unit=unit))
    return kg
