"""Bests of a lift: heaviest load per rep count, highest e1RM, most tonnage in a session."""

from __future__ import annotations

from collections.abc import Iterator, Set
from dataclasses import dataclass
from datetime import date

from planner.coach import wording
from planner.coach.readings import Replay, Step
from planner.engine import strength
from planner.engine.terms import LoadKind, LoggedSet, Phrase, SetKind, phrase

REP_COUNTS = (1, 3, 5, 8, 10, 12)


@dataclass(frozen=True, slots=True)
class Record:
    """A best: `what` is '1RM est.', '5 reps', 'Volume'; `value_kg` in kg, `set_text` the set."""

    what: Phrase
    value_kg: float
    on: date
    set_text: str


def records(replay: Replay, held_out: Set[int]) -> tuple[Record, ...]:
    """Return the bests of a lift; sessions held out as typing errors never count."""
    steps = [step for step in replay.steps if step.session_id not in held_out]
    found = [_best_e1rm(replay, steps)]
    if replay.exercise.load_kind is not LoadKind.ASSISTED:  # more help is no record
        found += [_best_load(steps, reps) for reps in REP_COUNTS]
    found.append(_best_tonnage(replay, steps))
    return tuple(record for record in found if record is not None)


def set_text(entry: LoggedSet) -> str:
    """Write a set as it was typed: 100 × 5 @2."""
    load = "" if entry.load is None else f"{wording.number(entry.load, 2)} × "
    amount = f"{entry.reps}" if entry.reps is not None else f"{entry.seconds or 0:.0f} s"
    effort = "" if entry.rir is None else f" @{wording.number(entry.rir)}"
    return f"{load}{amount}{effort}"


def _counting(steps: list[Step]) -> Iterator[tuple[date, LoggedSet]]:
    for step in steps:
        for entry in step.day.sets:
            if entry.kind is not SetKind.WARMUP and "suspect" not in entry.flags:
                yield step.day.on, entry


def _best_e1rm(replay: Replay, steps: list[Step]) -> Record | None:
    best: Record | None = None
    for step in steps:
        bodyweight_kg = strength.bodyweight_for(step.day, replay.lifter)
        found = strength.best_set(step.day.sets, replay.exercise, bodyweight_kg)
        if found is not None and (best is None or found[1] > best.value_kg):
            best = Record(phrase("1RM est."), found[1], step.day.on, set_text(found[0]))
    return best


def _best_load(steps: list[Step], reps: int) -> Record | None:
    best: Record | None = None
    for on, entry in _counting(steps):
        load_kg = entry.load_kg or 0.0
        if load_kg > 0 and (entry.reps or 0) >= reps and (best is None or load_kg > best.value_kg):
            what = phrase("{reps} reps", reps=reps) if reps > 1 else phrase("1 rep")
            best = Record(what, load_kg, on, set_text(entry))
    return best


def _best_tonnage(replay: Replay, steps: list[Step]) -> Record | None:
    best: Record | None = None
    for step in steps:
        bodyweight_kg = strength.bodyweight_for(step.day, replay.lifter)
        total = strength.tonnage(step.day.sets, replay.exercise, bodyweight_kg)
        if total > 0 and (best is None or total > best.value_kg):
            text = f"{len(step.day.sets)} sets"
            best = Record(phrase("Volume"), total, step.day.on, text)
    return best
