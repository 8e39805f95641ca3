"""A session that is done, on paper: on which day, and beside each exercise what was done."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import replace

from planner.coach import session_text, sheet_slots, wording
from planner.coach.loads import LoadBasis
from planner.coach.sheet import NOTHING, SheetLine, SheetSession
from planner.coach.sheet_box_words import ASKED
from planner.engine.terms import UNREAD, LoggedExercise, PlannedExercise, PlannedSession, Session
from planner.language import filled, tr
from planner.storage import log


def sessions(done: Mapping[int, int], under_way: Container[int]) -> dict[int, Session]:
    """Return what was logged of planned sessions, by their ids; of those still `under_way` none."""
    return {planned: log.session(key) for planned, key in done.items() if planned not in under_way}


def session(
    asked: SheetSession, made: PlannedSession, logged: Session, basis: LoadBasis
) -> SheetSession:
    """Return a session with what was done in place of boxes; what was not planned stands below."""
    lines = tuple(_lines(asked.lines, made.exercises, logged, basis))
    said = filled(tr("Done on {day}."), day=wording.short_date(logged.on))
    return replace(asked, lines=lines, note="", done=said)


def _lines(
    lines: Iterable[SheetLine],
    planned: Iterable[PlannedExercise],
    logged: Session,
    basis: LoadBasis,
) -> Iterator[SheetLine]:
    left = list(logged.exercises)
    for line, each in zip(lines, planned, strict=True):
        slots = sheet_slots.slots_of(each, left)
        left = [other for other in left if other not in slots]
        told = (_told(slot, each.exercise, basis) for slot in slots)
        done = wording.in_row(filter(None, told)) or NOTHING
        yield replace(line, boxes=0, box_words=(), warm_up=(), note="", done=done)
    for slot in left:
        name, done = basis.exercises[slot.exercise].name, _told(slot, slot.exercise, basis)
        yield SheetLine(name, NOTHING, NOTHING, NOTHING, "", "", 0, "", "", done=done or NOTHING)


def _told(slot: LoggedExercise, planned: str, basis: LoadBasis) -> str:
    """Return the sets of an exercise in words, after its name where it is not the one planned; a
    box that could not be read is a '?' behind them."""
    exercise = basis.exercises[slot.exercise]
    unread = [ASKED for entry in slot.sets if UNREAD in entry.flags]
    known = session_text.sets(slot, exercise, basis.lifter.unit, paper=True)
    done = wording.in_row([*filter(None, [known]), *unread])
    return f"{exercise.name} {done}" if done and slot.exercise != planned else done
