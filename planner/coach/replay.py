"""A lift's whole history, with what the engine knew after each day."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from math import exp

from planner import engine
from planner.coach.surroundings import LastTrained
from planner.engine import evidence
from planner.engine.session_signs import worst_pain
from planner.engine.terms import Exercise, ExerciseDay, Lifter, Reading

_STRONG_PAIN = evidence.PAIN_REFER.value


@dataclass(frozen=True, slots=True)
class ReplayedDay:
    """One training day of a lift and what the engine knew after it."""

    day: ExerciseDay
    session_id: int
    state: engine.LiftState
    hurt_badly: bool = field(init=False, compare=False)  # kept: each set logged asks for all days

    def __post_init__(self) -> None:
        """Look once at how much the day hurt."""
        object.__setattr__(self, "hurt_badly", worst_pain(self.day.sets) >= _STRONG_PAIN)

    @property
    def bodyweight_kg(self) -> float:
        """What the lifter weighed that day, or was known to weigh."""
        return self.day.bodyweight_kg or self.state.bodyweight_kg

    @property
    def known_e1rm_kg(self) -> float | None:
        """What was known of strength before the day, kg: % of e1RM go by it, on every page.

        None before the second session: what is known then is a guess.
        """
        expected = self.state.expected
        return None if expected is None or self.state.sessions < 2 else exp(expected)


@dataclass(frozen=True)
class Replay:
    """A lift's whole history with the engine's state after each day, oldest first.

    `start` is the state before the first day.
    """

    start: engine.LiftState
    steps: tuple[ReplayedDay, ...]

    @property
    def exercise(self) -> Exercise:
        """The lift."""
        return self.start.exercise

    @property
    def lifter(self) -> Lifter:
        """Who did it."""
        return self.start.lifter

    @cached_property
    def hurt_badly(self) -> tuple[int, ...]:
        """The places of the steps whose day hurt badly."""
        return tuple(place for place, step in enumerate(self.steps) if step.hurt_badly)

    def with_lifter(self, lifter: Lifter) -> Replay:
        """Return the same history of a lifter of whom nothing has changed that it tells of."""
        steps = [replace(s, state=s.state._replace(lifter=lifter)) for s in self.steps]
        return Replay(self.start._replace(lifter=lifter), tuple(steps))

    def state(self, today: date) -> engine.LiftState | None:
        """Return the state after the last day up to today; None before the first."""
        index = bisect_right(self.steps, today, key=lambda step: step.day.on)
        return self.steps[index - 1].state if index else None

    def state_before(self, day: date) -> engine.LiftState | None:
        """Return the state before a day, whatever is done on it; None before the first."""
        index = bisect_left(self.steps, day, key=lambda step: step.day.on)
        return self.steps[index - 1].state if index else None

    def reading(self, today: date, last: LastTrained) -> Reading | None:
        """Return what the engine says today; None before the first day."""
        state = self.state(today)
        if state is None:
            return None
        return engine.read(state, today, last.gap_days(self.exercise, today))
