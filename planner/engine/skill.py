"""Where a lifter stands with a movement: practice that is left, its load, what is kept of it."""

from __future__ import annotations

from datetime import date
from functools import partial
from math import exp
from typing import NamedTuple

from planner.engine import evidence, plates
from planner.engine.lift import LiftState
from planner.engine.practice import practice_sessions
from planner.engine.practice_record import (
    AWAY_DAYS,
    COMPLEX,
    PracticeRecord,
    gate_of,
    left_of,
    needed_of,
    rested,
    retained,
)
from planner.engine.strength import typed_kg
from planner.engine.terms import Exercise, Inventory, LoadKind
from planner.engine.variation import Known

CAPPED = (LoadKind.EXTERNAL, LoadKind.ADDED)  # where practice has a load at most
_SHARE = evidence.PRACTICE_LOAD.value
_TINY = 1e-6


class Beside(NamedTuple):
    """What is known of a movement beside its own log.

    `kin_reps` are repetitions of its relatives as far as they are alike, `kin_on` the last day of
    one before the lift was last taken up. `checked_on` is the day on which somebody saw sound
    technique. Nothing is asked when practice does not `act`. `most_kg` is the load that somebody
    limited the lift to, kg as typed; None without a limit.
    """

    kin_reps: int = 0
    kin_on: date | None = None
    checked_on: date | None = None
    acts: bool = True
    most_kg: float | None = None


NOTHING_BESIDE = Beside()


class SkillStanding(NamedTuple):
    """Practice of a movement on a day: `done` of the sessions `needed`, `sound` of `gate` sound.

    `left` is 0 when the movement may get heavier; until then its load is `cap_kg` at most, as
    typed (None: not known yet). `retained` is the share of the skill kept, `away_days` the break.
    """

    needed: int = 0
    done: int = 0
    sound: int = 0
    gate: int = 0
    left: int = 0
    cap_kg: float | None = None
    retained: float = 1.0
    away_days: int = 0

    @property
    def number(self) -> int:
        """The next session of the practice, from 1."""
        return min(self.done + 1, self.needed)


def standing(state: LiftState, on: date, beside: Beside = NOTHING_BESIDE) -> SkillStanding:
    """Return where a lifter stands with a lift before a session on a day."""
    exercise, known = state.exercise, state.known
    made = standing_of(state.record, exercise, on, known, beside)
    if not made.left or exercise.load_kind not in CAPPED:
        return made
    record = rested(state.record, on, partial(practice_sessions, exercise, known))
    expected = _expected(state, record, made.retained)
    base = record.first_kg if expected is None else expected
    light = None if base is None else plates.no_harder(base, exercise, state.lifter.inventory)
    found = [each for each in (light, record.sound_kg) if each is not None]
    if not found:
        return made
    cap_kg = capped(max(found), beside.most_kg, exercise, state.lifter.inventory)
    return made._replace(cap_kg=cap_kg)


def taken_up(state: LiftState, on: date) -> date | None:
    """Return the day on which a lift was last taken up, before a day; None during a break."""
    quota = partial(practice_sessions, state.exercise, state.known)
    return rested(state.record, on, quota).back_on


def standing_of(
    record: PracticeRecord, exercise: Exercise, on: date, known: Known | None, beside: Beside
) -> SkillStanding:
    """Return where a lifter stands with a movement, without the load, from its record."""
    if not beside.acts or exercise.complexity not in COMPLEX:
        return SkillStanding()
    full = practice_sessions(exercise, known)
    record = rested(record, on, lambda: full)
    away = away_days(record, on, beside)
    needed = needed_of(record, full, away, beside.kin_reps)
    gate, left = gate_of(record, needed), left_of(record, needed)
    kept = retained(record.kept_reps + beside.kin_reps, away)
    if _was_checked(record, on, beside):
        left = 0
    return SkillStanding(needed, record.done, record.sound, gate, left, None, kept, away)


def away_days(record: PracticeRecord, on: date, beside: Beside) -> int:
    """Return how long neither the movement nor one like it was done, in the last break; days."""
    if record.before_on is None:
        return 0
    last = max(record.before_on, beside.kin_on or record.before_on)
    return max(((record.back_on or on) - last).days, 0)


def _was_checked(record: PracticeRecord, on: date, beside: Beside) -> bool:
    """Tell whether technique was seen since the last break, or shortly before its end."""
    checked = beside.checked_on
    if checked is None or record.before_on is None:
        return checked is not None
    return ((record.back_on or on) - checked).days < AWAY_DAYS


def _expected(state: LiftState, record: PracticeRecord, kept: float) -> float | None:
    """Return the load to practise with by what is known: of the lift varied, or before the break;
    kg as typed."""
    if record.before_on is not None:
        return None if record.before_kg is None else kept * record.before_kg
    if state.known is None or state.exercise.load_kind is not LoadKind.EXTERNAL:
        return None
    moved = _SHARE * exp(state.known.log_kg)
    return max(typed_kg(moved, state.exercise, state.bodyweight_kg), 0.0)


def capped(load_kg: float, cap_kg: float | None, exercise: Exercise, inventory: Inventory) -> float:
    """Return a load in kg that is no heavier than practice allows, as the gym can set it."""
    if cap_kg is None or load_kg <= cap_kg + _TINY:
        return load_kg
    return plates.settable(cap_kg, exercise, inventory)
