"""What was done in a session as plain text, for a chat; pain and technique stay in the log."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from planner.coach import amounts, wording
from planner.coach.entry import MOST_EFFORT
from planner.coach.prescription_words import NO_BREAK, load_with_unit, load_words
from planner.engine.terms import (
    N_,
    SUSPECT,
    UNREAD,
    Exercise,
    LoadKind,
    LoggedExercise,
    LoggedSet,
    SetKind,
    Side,
    Unit,
)
from planner.language import tr
from planner.storage import clients, library, log

_KINDS = {
    SetKind.WARMUP: N_("warm-up {sets}"),
    SetKind.DROP: N_("drop {sets}"),
    SetKind.FAILURE: N_("to failure {sets}"),
}
_SIDES = {
    Side.LEFT: N_("{sets} left"),
    Side.RIGHT: N_("{sets} right"),
    Side.EACH: N_("{sets} each side"),
}
_AS_IT_IS = "{sets}"
_UNKNOWN = "?"


def text(lifter_id: int, session_id: int, title: str) -> str:
    """Write a session below a title, a line an exercise: 'Back squat 3×5 @ 100 kg (RIR 2)'.

    Notes stand in lines of their own.
    """
    session, unit = log.session_of(lifter_id, session_id), clients.lifter(lifter_id).unit
    exercises = library.by_slug()
    lines = [title]
    for slot in session.exercises:
        lines += _slot(slot, exercises[slot.exercise], unit)
    return "\n".join([*lines, *_note("", session.note)]) + "\n"


def _slot(slot: LoggedExercise, exercise: Exercise, unit: Unit) -> list[str]:
    notes = [line for entry in _read(slot) for line in _note("  ", entry.note)]
    line = f"{exercise.name} {sets(slot, exercise, unit)}".strip()
    return [line, *_note("  ", slot.note), *notes]


def sets(slot: LoggedExercise, exercise: Exercise, unit: Unit, *, paper: bool = False) -> str:
    """Write the sets of an exercise in a line: '3×5 @ 100 kg (RIR 2)'.

    On paper without the reserve, and a load stands on one line, whatever room there is.
    """
    runs = [list(run) for _, run in groupby(_read(slot), key=lambda entry: _alike(entry, unit))]
    if paper:
        return wording.in_row(_run(run, exercise, unit, NO_BREAK) for run in runs)
    return wording.in_row(f"{_run(run, exercise, unit)}{_reserve(run, exercise)}" for run in runs)


def _read(slot: LoggedExercise) -> list[LoggedSet]:
    return [entry for entry in slot.sets if UNREAD not in entry.flags]


def _alike(entry: LoggedSet, unit: Unit) -> tuple[object, ...]:
    """Return what sets that stand together have in common."""
    measured = (entry.seconds is None, entry.distance_m is None, entry.reps is None)
    return (entry.kind, entry.side, _load(entry, unit), *measured)


def _run(run: Sequence[LoggedSet], exercise: Exercise, unit: Unit, blank: str = " ") -> str:
    done = [_amount(entry) for entry in run]
    same = len(set(done)) == 1
    amount = f"{len(run)}×{done[0]}" if same else wording.in_row(done)
    sided = tr(_SIDES.get(run[0].side, _AS_IT_IS)).format(sets=amount)
    said = tr(_KINDS.get(run[0].kind, _AS_IT_IS)).format(sets=sided)
    load = _load_words(run[0], exercise, unit, blank)
    return f"{said} @{blank}{load}" if load else said


def _amount(entry: LoggedSet) -> str:
    """Write what a set counted, with a '?' behind it while the set is in doubt."""
    told = (
        amounts.asked_length(entry.distance_m) if entry.distance_m is not None else "",
        amounts.asked_time(entry.seconds) if entry.seconds is not None else "",
        f"{entry.reps}" if entry.reps is not None else "",
    )
    asked = _UNKNOWN if SUSPECT in entry.flags else ""
    return f"{' '.join(filter(None, told))}{asked}" or _UNKNOWN


def _load(entry: LoggedSet, unit: Unit) -> str:
    if entry.load is not None and entry.unit is unit:
        return wording.number(entry.load, 3)
    return "" if entry.load_kg is None else wording.number(wording.in_unit(entry.load_kg, unit), 2)


def _load_words(entry: LoggedSet, exercise: Exercise, unit: Unit, blank: str) -> str:
    if exercise.load_kind is LoadKind.NONE and not entry.load_kg:
        return ""
    return load_with_unit(load_words(exercise, _load(entry, unit)), unit, blank)


def _reserve(run: Sequence[LoggedSet], exercise: Exercise) -> str:
    if all(entry.rir is None for entry in run):
        return ""
    effort = amounts.endures(exercise)
    each = [_effort(entry.rir, effort) for entry in run]
    told = each[0] if len(set(each)) == 1 else wording.in_row(each)
    return f" ({'RPE' if effort else 'RIR'} {told})"


def _effort(rir: float | None, by_rpe: bool) -> str:
    if rir is None:
        return _UNKNOWN
    return wording.number(MOST_EFFORT - rir if by_rpe else rir, 2)


def _note(indent: str, note: str) -> Iterator[str]:
    yield from (f"{indent}{line}" for line in note.splitlines() if line.strip())
