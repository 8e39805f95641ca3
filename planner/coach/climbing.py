"""Climb a ladder: when the next step is suggested, and what accepting it does to the plan."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from planner.coach import amounts, filling, ladders, library_words
from planner.coach.replay import Replay
from planner.engine import ladder as climbing
from planner.engine.ladder import LadderStanding, Step, balances as balances
from planner.engine.terms import (
    Exercise,
    ExerciseDay,
    Measure,
    PlannedExercise,
    PlannedSet,
    SetKind,
    Suggestion,
    SuggestionKind,
)
from planner.storage import library, plan


def step_of(slug: str, exercises: Mapping[str, Exercise]) -> Step | None:
    """Return the step that an exercise is on the ladder that goes on from it, else on its last.

    None for what is on no ladder, and for what progresses by its load.
    """
    exercise = exercises[slug]
    places = ladders.ladder_of(slug) if climbing.climbs(exercise) else []
    going_on = [(made, at) for made, at in places if at + 1 < len(made.steps)]
    for made, at in (going_on or places)[:1]:
        return Step(exercise, made.sets, made.counts[at])
    return None


def above(slug: str, exercises: Mapping[str, Exercise]) -> Step | None:
    """Return the next harder step; None at the top, and for what is on no ladder."""
    following = ladders.next_step(slug)
    return None if following is None else step_of(following, exercises)


def place(exercise: Exercise) -> tuple[str, int, int] | None:
    """Return (ladder, step counted from 1, steps) of what progresses by difficulty, else None."""
    places = ladders.ladder_of(exercise.slug) if climbing.climbs(exercise) else []
    going_on = [(made, at) for made, at in places if at + 1 < len(made.steps)]
    found = (going_on or places)[:1]
    return next(((made.name, at + 1, len(made.steps)) for made, at in found), None)


def short_of_step(exercise: Exercise, planned: Sequence[PlannedSet]) -> str:
    """Write what a set has to reach for the next step, '60 s', where the plan asks for less.

    '' where it asks for enough, for nothing, or where the ladder ends.
    """
    step = step_of(exercise.slug, {exercise.slug: exercise})
    asked = [amount for entry in planned if (amount := _planned(entry, exercise)) is not None]
    if step is None or not asked or max(asked) >= step.count:
        return ""
    goes_on = ladders.next_step(exercise.slug) is not None
    return library_words.amount(step.count, exercise.measure) if goes_on else ""


def _planned(entry: PlannedSet, exercise: Exercise) -> float | None:
    if exercise.measure is Measure.SECONDS:
        return entry.seconds
    if amounts.covers(exercise):
        return entry.distance_m
    return (entry.reps_high or entry.reps_low) if exercise.measure is Measure.REPS else None


def standing(days: Sequence[ExerciseDay], step: Step) -> LadderStanding:
    """Return how near the next step is after some days, oldest first."""
    return climbing.standing(days, step)


def suggest(replay: Replay, exercises: Mapping[str, Exercise], today: date) -> list[Suggestion]:
    """Return the next step of an exercise when it is due, or to stay; nothing for other lifts."""
    slug = replay.exercise.slug
    step = step_of(slug, exercises)
    days = [made.day for made in replay.steps if made.day.on <= today]
    if step is None or not days:
        return []
    made = climbing.suggest(standing(days, step), step, above(slug, exercises), today)
    return [] if made is None else [made]


def climb(lifter_id: int, suggestion: Suggestion, today: date) -> int:
    """Let the next step take an exercise's place in all sessions ahead; return in how many.

    The number of sets, rests and notes stay; what each set asks for is that of the step.
    """
    ahead = plan.future_exercises(lifter_id, suggestion.exercise, today)
    for _, key, planned in ahead:
        made = taking_over(planned, suggestion)
        plan.update_planned_exercise(made)
        plan.set_planned_sets(key, made.sets)
    return len(ahead)


def taking_over(planned: PlannedExercise, suggestion: Suggestion) -> PlannedExercise:
    """Return a planned exercise as it is when another one is accepted in its place.

    Of a ladder's step that is what the step asks for; anything else stays as planned.
    """
    slug = suggestion.change.exercise if suggestion.change is not None else None
    climbs = slug is not None and suggestion.kind is SuggestionKind.CLIMB
    step = step_of(slug, library.by_slug()) if slug is not None and climbs else None
    return planned if step is None else climbed(planned, step)


def climbed(planned: PlannedExercise, step: Step) -> PlannedExercise:
    """Return a planned exercise with a step of a ladder in its place."""
    work = [entry for entry in planned.sets if entry.kind is not SetKind.WARMUP]
    asked = _asked(step, work)
    sets = tuple(replace(asked, kind=entry.kind) for entry in work)
    return replace(planned, exercise=step.exercise.slug, sets=sets, tempo=step.exercise.tempo)


def _asked(step: Step, before: Sequence[PlannedSet]) -> PlannedSet:
    """Return what a set of a step asks for; where quality counts, as much as before."""
    if step.exercise.measure is Measure.SECONDS:
        return PlannedSet(seconds=float(step.count))
    if amounts.covers(step.exercise):
        return PlannedSet(distance_m=float(step.count))
    if step.exercise.measure is Measure.REPS:
        return PlannedSet(step.count, step.count)
    plain = [replace(entry, id=None, uid="", amrap=False) for entry in before]
    return next(iter(plain), filling.default_sets(step.exercise)[0])
