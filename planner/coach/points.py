"""The sessions of a lift as the engine saw them: one e1RM a session, for chart and records."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice, zip_longest
from typing import NamedTuple

from planner.coach import amounts, wording
from planner.coach.replay import Replay, ReplayedDay
from planner.engine import evidence, strength
from planner.engine.terms import SUSPECT, LoggedSet, Unit

AGREE = evidence.GATE_AGREE.value  # share within which the next session confirms a surprise


@dataclass(frozen=True, slots=True)
class SessionPoint:
    """A session's e1RM in kg; `held_out` marks what looks like a typing error."""

    on: date
    e1rm_kg: float
    sets: int
    session_id: int
    best_set: str
    held_out: bool


class Seen(NamedTuple):
    """What the engine saw of a session: its e1RM in kg, and whether that was held out."""

    step: ReplayedDay
    e1rm_kg: float
    held_out: bool


def points(replay: Replay) -> tuple[SessionPoint, ...]:
    """Return those of a lift's sessions that tell its strength, oldest first."""
    return tuple(_point(replay, *each) for each in seen(replay, replay.steps))


def seen(replay: Replay, steps: Sequence[ReplayedDay]) -> list[Seen]:
    """Return what the engine saw of a lift's last `steps` that tell its strength, in order."""
    known = list(_known(replay, len(replay.steps) - len(steps)))
    followers = [kg for _, kg in known[1:]]
    return [
        Seen(step, kg, _suspect(step.day.sets) or _held(step, kg, after))
        for (step, kg), after in zip_longest(known, followers)
    ]


def held_out(replay: Replay) -> frozenset[int]:
    """Return the sessions of a lift that look like a typing error as a whole.

    No number of theirs is shown or counted as done, whatever the page. Only where the engine had
    a doubt is looked at: most histories have none.
    """
    return frozenset(
        step.session_id
        for place, step in enumerate(replay.steps)
        if (_suspect(step.day.sets) or _waits(step)) and _left_out(replay, place)
    )


def _left_out(replay: Replay, place: int) -> bool:
    """Tell whether a session that is in doubt tells strength, and the next one does not agree."""
    found = list(islice(_known(replay, place), 2))
    if not found or found[0][0] is not replay.steps[place]:
        return False
    (step, kg), *later = found
    return _suspect(step.day.sets) or _held(step, kg, later[0][1] if later else None)


def _known(replay: Replay, first: int) -> Iterator[tuple[ReplayedDay, float]]:
    """Yield (session, its e1RM in kg) of those from a place on that tell strength, in order."""
    before = replay.steps[first - 1].state if first else replay.start
    for step in replay.steps[first:]:
        kg = strength.day_e1rm(step.day, replay.exercise, replay.lifter, before.expected)
        if kg is not None:
            yield step, kg
        before = step.state


def set_text(entry: LoggedSet, unit: Unit | None = None) -> str:
    """Write a set as it was typed: 100 × 5 @2; for a reader of a unit: 93 kg (205 lb) × 5 @2."""
    load = "" if entry.load is None else f"{_load(entry, unit)} × "
    amount = f"{entry.reps}" if entry.reps is not None else _measured(entry)
    effort = "" if entry.rir is None else f" @{wording.number(entry.rir, 2)}"
    return f"{load}{amount}{effort}"


def as_typed(entry: LoggedSet, unit: Unit) -> str:
    """Write a set as it was typed, with its unit where that is not the reader's: 205 lb × 5 @2."""
    return set_text(entry, None if entry.unit is unit else entry.unit)


def _measured(entry: LoggedSet) -> str:
    way = "" if entry.distance_m is None else amounts.length(entry.distance_m)
    time = "" if entry.seconds is None else amounts.clock(entry.seconds)
    return " ".join(filter(None, (way, time)))


def _load(entry: LoggedSet, unit: Unit | None) -> str:
    typed = wording.number(entry.load or 0.0, 2)
    if unit is None:
        return typed
    if entry.unit is unit or entry.load_kg is None:
        return f"{typed} {entry.unit}"
    return f"{wording.mass(entry.load_kg, unit, 0)} {unit} ({typed} {entry.unit})"


def _held(step: ReplayedDay, e1rm_kg: float, after_kg: float | None) -> bool:
    """Say whether the engine left a session out and the next one did not agree with it."""
    if not _waits(step):
        return False
    return after_kg is None or abs(after_kg / e1rm_kg - 1) > AGREE


def _waits(step: ReplayedDay) -> bool:
    """Tell whether the engine waits for the next session to confirm this one."""
    return step.state.held is not None and step.state.held.on == step.day.on


def _point(replay: Replay, step: ReplayedDay, e1rm_kg: float, held_out: bool) -> SessionPoint:
    day = step.day
    bodyweight_kg = strength.bodyweight_for(day, replay.lifter)
    best = strength.best_set(day.sets, replay.exercise, bodyweight_kg)
    text = as_typed(best[0], replay.lifter.unit) if best else ""
    return SessionPoint(day.on, e1rm_kg, len(day.sets), step.session_id, text, held_out)


def _suspect(sets: Sequence[LoggedSet]) -> bool:
    return bool(sets) and all(SUSPECT in entry.flags for entry in sets)
