"""Bests of a lift: heaviest load per rep count, highest e1RM, most tonnage in a session."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from planner.coach import wording
from planner.coach.readings import Replay, Step
from planner.engine import strength
from planner.engine.terms import LoadKind, LoggedSet, Phrase, SetKind, phrase

REP_COUNTS = (1, 3, 5, 8, 10, 12)

Best: TypeAlias = tuple[LoggedSet, float] | None


@dataclass(frozen=True, slots=True)
class Record:
    """A best: `what` is '1RM est.', '5 reps', 'Volume'; `value_kg` in kg, `set_text` the set.

    `estimate` tells that nobody lifted that much.
    """

    what: Phrase
    value_kg: float
    on: date
    set_text: str
    estimate: bool = False


def best_sets(replay: Replay, steps: Sequence[Step]) -> list[Best]:
    """Return each step's (set with the highest e1RM, that e1RM in kg), or None."""
    exercise, lifter = replay.exercise, replay.lifter
    return [
        strength.best_set(step.day.sets, exercise, strength.bodyweight_for(step.day, lifter))
        for step in steps
    ]


def records(replay: Replay, bests: Sequence[Best], held_out: Set[int]) -> tuple[Record, ...]:
    """Return the bests of a lift; sessions held out as typing errors never count.

    `bests` holds the best set of each step.
    """
    kept = [
        (step, best)
        for step, best in zip(replay.steps, bests, strict=True)
        if step.session_id not in held_out
    ]
    steps = [step for step, _ in kept]
    found = [_best_e1rm(kept)]
    if replay.exercise.load_kind is not LoadKind.ASSISTED:  # more help is no record
        found += _best_loads(steps)
    found.append(_best_tonnage(replay, steps))
    return tuple(record for record in found if record is not None)


def set_text(entry: LoggedSet) -> str:
    """Write a set as it was typed: 100 × 5 @2."""
    load = "" if entry.load is None else f"{wording.number(entry.load, 2)} × "
    amount = f"{entry.reps}" if entry.reps is not None else f"{entry.seconds or 0:.0f} s"
    effort = "" if entry.rir is None else f" @{wording.number(entry.rir)}"
    return f"{load}{amount}{effort}"


def _counting(steps: Sequence[Step]) -> Iterator[tuple[date, LoggedSet]]:
    for step in steps:
        for entry in step.day.sets:
            if entry.kind is not SetKind.WARMUP and "suspect" not in entry.flags:
                yield step.day.on, entry


def _best_e1rm(kept: Sequence[tuple[Step, Best]]) -> Record | None:
    counted = [(best[1], step, best[0]) for step, best in kept if best is not None]
    if not counted:
        return None
    kg, step, entry = max(counted, key=lambda each: each[0])
    return Record(phrase("1RM est."), kg, step.day.on, set_text(entry), estimate=True)


def _best_loads(steps: Sequence[Step]) -> list[Record]:
    """Return the first set with the heaviest load of at least each count of repetitions."""
    bests: dict[int, tuple[float, date, LoggedSet]] = {}
    for on, entry in _counting(steps):
        load_kg, done = entry.load_kg or 0.0, entry.reps or 0
        for reps in REP_COUNTS:
            if done < reps:
                break
            if load_kg > (bests[reps][0] if reps in bests else 0.0):
                bests[reps] = load_kg, on, entry
    return [
        Record(_reps(reps), load_kg, on, set_text(entry))
        for reps, (load_kg, on, entry) in sorted(bests.items(), key=lambda item: item[0])
    ]


def _reps(reps: int) -> Phrase:
    return phrase("{reps} reps", reps=reps) if reps > 1 else phrase("1 rep")


def _best_tonnage(replay: Replay, steps: Sequence[Step]) -> Record | None:
    best: Record | None = None
    for step in steps:
        bodyweight_kg = strength.bodyweight_for(step.day, replay.lifter)
        total = strength.tonnage(step.day.sets, replay.exercise, bodyweight_kg)
        if total > 0 and (best is None or total > best.value_kg):
            text = f"{len(step.day.sets)} sets"
            best = Record(phrase("Volume"), total, step.day.on, text)
    return best
