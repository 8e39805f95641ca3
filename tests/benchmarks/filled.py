"""Loads that are filled in after a session, by the code that fills them in, and their laws."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from advised import Advised, gate_closed, is_harder

from planner.coach import loads
from planner.coach.quiet import Quiet
from planner.coach.replay import Replay
from planner.engine import evidence
from planner.engine.skill import SkillStanding
from planner.engine.target import LiftContext, last_load
from planner.engine.terms import Exercise, Lifter, PlannedExercise, PlannedSet, Reading

_OPEN = (PlannedSet(1, 1), PlannedSet(3, 5, 1.0), PlannedSet(8, 12, 2.0))
_SHARES = tuple(PlannedSet(3, 3, percent_e1rm=share) for share in (50.0, 85.0, 100.0))


@dataclass(frozen=True)
class _Basis(loads.LoadBasis):
    """What loads are computed from after a session of a simulated lifter, without a file."""

    asked: Advised

    @cached_property
    def lifter(self) -> Lifter:
        """The lifter in the gym of the day."""
        return replace(self.asked.lift.lifter, inventory=self.asked.context.inventory)

    @cached_property
    def exercises(self) -> Mapping[str, Exercise]:
        """The lift alone."""
        return {self.asked.lift.exercise.slug: self.asked.lift.exercise}

    @cached_property
    def _replays(self) -> Mapping[str, Replay]:
        return {}

    def quiet(self, on: date) -> Quiet:
        """Nothing is waited for, and nothing limited."""
        return Quiet()

    def context(self, slug: str, on: date) -> LiftContext | None:
        """Return what advice was given by."""
        return self.asked.context

    def reading(self, slug: str, on: date) -> Reading | None:
        """Return what was known after the session."""
        return self.asked.reading

    def practice(self, slug: str, on: date) -> SkillStanding:
        """Return where the lifter stands with the movement."""
        return self.asked.context.practice


def computed(asked: Advised) -> list[float]:
    """Return the loads that open sets and shares of strength get for the next session."""
    basis = _Basis(0, asked.context.today, asked)
    slug, on = asked.lift.exercise.slug, asked.context.session_on
    made = (
        loads.with_open_loads(PlannedExercise(slug, _OPEN), on, basis),
        loads.by_percent(PlannedExercise(slug, _SHARES), on, basis),
    )
    return [entry.load_kg for each in made for entry in each.sets if entry.load_kg is not None]


def broken(asked: Advised) -> Iterator[str]:
    """Yield the name of each law that the loads filled in for the next session break."""
    yield from broken_by(computed(asked), asked)


def broken_by(filled_kg: Sequence[float], asked: Advised) -> Iterator[str]:
    """Yield the name of each law that loads computed for the next session break."""
    context = asked.context
    if filled_kg and _stops(context):
        yield "a load filled in after strong pain"
    last = last_load(context.exercise, context.last_sets)
    closed = gate_closed(context) or context.practice.left > 0
    if closed and last is not None:
        rises = (is_harder(load, last, context.exercise) for load in filled_kg)
        if any(rises):
            yield "a rise filled in with the gate closed"


def _stops(context: LiftContext) -> bool:
    """Tell whether strong pain stops a lift: twice always, once until it comes back from a pause."""
    strong = [(pain or 0) >= evidence.PAIN_REFER.value for pain in context.pain[-2:]]
    rested = context.days_off >= evidence.LAYOFF_DAYS.value
    left_out = context.days_without >= evidence.LIFT_AWAY_DAYS.value
    return strong == [True, True] or (strong[-1:] == [True] and not (rested or left_out))
