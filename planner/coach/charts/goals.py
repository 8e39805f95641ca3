"""What lifters want to reach in a lift: an e1RM, or a load for repetitions, and how far it is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from math import exp
from typing import TypeAlias

from planner.coach import lifter_settings
from planner.coach.levels import LevelPoint
from planner.coach.points import held_out
from planner.coach.replay import Replay, ReplayedDay
from planner.engine import evidence, strength, trend
from planner.engine.terms import (
    SUSPECT,
    Exercise,
    LoadKind,
    LoggedSet,
    Phrase,
    Reading,
    SetKind,
    phrase,
)

MOST_REPS = lifter_settings.MOST_GOAL_REPS
_G_PER_KG = 1000
_SAME_KG = 0.01
_ENOUGH_SESSIONS = evidence.GOAL_SESSIONS.value
_FAR = 2.0  # times today's estimate: rule of thumb
_FEW_PCT = 2.0  # up to which the first decimal of what is missing is told
_WORTH_SAYING = 0.01  # of a goal that was reached: what is missing today is told from here on
_SETTING = lifter_settings.GOALS

Span: TypeAlias = tuple[date, date | None]


@dataclass(frozen=True, slots=True)
class LiftGoal:
    """A goal of a lift: `kg` as typed for `reps` repetitions, or, without `reps`, as its e1RM.

    `by` is the day by which it is wanted, None for no such day.
    """

    kg: float
    reps: int | None = None
    by: date | None = None


@dataclass(frozen=True, slots=True)
class GoalState:
    """How a goal stands: `e1rm_kg` is the strength that it takes, `reached_on` the first day on
    which it was there, `words` what to say of it, shortest first.

    `expected` are the first and the last day on which today's rate brings it, within the forecast;
    the last is None where that reaches farther, and all of it where nobody can tell.
    """

    goal: LiftGoal
    e1rm_kg: float
    reached_on: date | None
    expected: Span | None
    words: tuple[Phrase, ...]


# reads
def goal(lifter_id: int, slug: str) -> LiftGoal | None:
    """Return a lifter's goal of a lift, None where none is set; LookupError without a lifter."""
    stored = _goals(lifter_id).get(slug)
    if stored is None:
        return None
    grams, reps, day = stored
    by = date.fromordinal(day) if day else None
    return LiftGoal(grams / _G_PER_KG, reps or None, by)


def standing(
    made: LiftGoal,
    replay: Replay,
    now: Reading,
    forecast: Sequence[LevelPoint] | None,
) -> GoalState | None:
    """Return how a goal stands today; None for one that is no load for this lift.

    `forecast` is that of the chart, oldest first; None where nothing is told of what is to come.
    """
    needed_kg = takes_kg(made, replay, now.on)
    if needed_kg is None:
        return None
    reached_on = _reached_on(made, replay, now.on)
    to_come = reached_on is None and not now.still_away and not now.capped
    to_come = to_come and now.sessions >= _ENOUGH_SESSIONS
    expected = _expected(needed_kg, forecast) if to_come and forecast is not None else None
    when = None if forecast is None else _when(expected, now.on)
    words = tuple(_words(made, needed_kg, reached_on, when, now))
    return GoalState(made, needed_kg, reached_on, expected, words)


def takes_kg(made: LiftGoal, replay: Replay, today: date) -> float | None:
    """Return the e1RM in kg that a goal takes; None for no load, or more help than bodyweight."""
    if made.reps is None:
        return made.kg
    state = replay.state(today)
    bodyweight_kg = strength.bodyweight_for(None, replay.lifter)
    bodyweight_kg = bodyweight_kg if state is None else state.bodyweight_kg
    moved = strength.moved_kg(made.kg, replay.exercise, bodyweight_kg)
    return None if moved is None else strength.e1rm(moved, made.reps)


def _reached_on(made: LiftGoal, replay: Replay, today: date) -> date | None:
    """Return the first day on which strength, or a set, was what is wanted."""
    steps = (step for step in replay.steps if step.day.on <= today)
    if made.reps is None:
        return next((step.day.on for step in steps if _strength(step) >= made.kg - _SAME_KG), None)
    helped = replay.exercise.load_kind is LoadKind.ASSISTED
    left_out = held_out(replay)
    for step in steps:
        trusted = step.session_id not in left_out
        if trusted and any(_does(entry, made, helped) for entry in step.day.sets):
            return step.day.on
    return None


def _strength(step: ReplayedDay) -> float:
    bank = step.state.bank
    return 0.0 if bank is None else exp(trend.middle(bank))


def _does(entry: LoggedSet, made: LiftGoal, helped: bool) -> bool:
    if entry.kind is SetKind.WARMUP or SUSPECT in entry.flags:
        return False
    more = made.kg - (entry.load_kg or 0.0) if helped else (entry.load_kg or 0.0) - made.kg
    return more >= -_SAME_KG and (entry.reps or 0) >= (made.reps or 0)


def _expected(needed_kg: float, forecast: Sequence[LevelPoint]) -> Span | None:
    """Return the days between which the forecast comes to a strength, None where it does not."""
    if _crosses([(point.on, point.kg) for point in forecast], needed_kg) is None:
        return None
    first = _crosses([(point.on, point.high_kg) for point in forecast], needed_kg)
    last = _crosses([(point.on, point.low_kg) for point in forecast], needed_kg)
    return None if first is None else (first, last)


def _crosses(line: Sequence[tuple[date, float]], needed_kg: float) -> date | None:
    """Return the day on which a line comes to a height, None where it stays below."""
    before: tuple[date, float] | None = None
    for on, kg in line:
        if kg >= needed_kg:
            if before is None:
                return on
            share = (needed_kg - before[1]) / (kg - before[1])
            return before[0] + timedelta(days=round(share * (on - before[0]).days))
        before = on, kg
    return None


# words
def name(made: LiftGoal) -> Phrase:
    """Call a goal by its number: 'Goal 140 kg', 'Goal 120 kg × 5'."""
    if made.reps is None:
        return phrase("Goal {goal_e1rm_kg} e1RM", goal_e1rm_kg=made.kg)
    return phrase("Goal {load_kg} × {reps}", load_kg=made.kg, reps=made.reps)


def said(state: GoalState | None) -> tuple[Phrase, ...]:
    """Return one sentence on a goal, none where there is none."""
    if state is None:
        return ()
    first, *rest = state.words
    if len(rest) == 1:
        return (phrase("{goal}: {so_far}.", goal=first, so_far=rest[0]),)
    return (phrase("{goal}: {so_far}; {ahead}.", goal=first, so_far=rest[0], ahead=rest[1]),)


def _words(
    made: LiftGoal,
    needed_kg: float,
    reached_on: date | None,
    when: Phrase | None,
    now: Reading,
) -> Iterator[Phrase]:
    yield name(made)
    if reached_on is not None:
        yield _reached_words(made, reached_on, now)
        return
    enough = now.strength_kg is not None and now.strength_kg >= needed_kg
    if enough and when is None:
        yield phrase("not done yet")
    elif enough:
        yield phrase("today's estimate is enough for it; not done yet")
    else:
        yield _far(made, needed_kg, now)
        yield from () if when is None else (when,)
    if made.by is not None:
        yield _wanted_by(made.by, now.on)


def _reached_words(made: LiftGoal, reached_on: date, now: Reading) -> Phrase:
    kg = now.strength_kg
    if made.reps is None and kg is not None and made.kg - kg >= _WORTH_SAYING * made.kg:
        return phrase("reached on {reached_on}; {away_kg} above today's estimate",
                      reached_on=reached_on, away_kg=made.kg - kg)  # fmt: skip
    return phrase("reached on {reached_on}", reached_on=reached_on)


def _far(made: LiftGoal, needed_kg: float, now: Reading) -> Phrase:
    """Say how far today's estimate is from what a goal takes."""
    kg = now.strength_kg
    if kg is None:
        return phrase("can't tell how far yet")
    away = _away(needed_kg - kg, 100 * (needed_kg - kg) / kg)
    if made.reps:
        return phrase(
            "at most {away} to go, as estimated 1RM"
            if now.capped
            else "about {away} to go, as estimated 1RM",
            away=away,
        )
    return phrase("at most {away} to go" if now.capped else "about {away} to go", away=away)


def _away(kg: float, percent: float) -> Phrase:
    share = round(percent, 1 if percent < _FEW_PCT else 0)
    if share < _FEW_PCT:
        return phrase("{away_kg} ({away_pct})", away_kg=kg, away_pct=share)
    return phrase("{away_e1rm_kg} ({away_pct})", away_e1rm_kg=kg, away_pct=share)


def _when(expected: Span | None, today: date) -> Phrase:
    """Say when today's rate would bring a goal, as far as the forecast tells."""
    if expected is None:
        return phrase("can't tell when")
    first, last = expected
    if last is None and first <= today:
        return phrase("can't tell when, perhaps there already")
    if last is None:
        return phrase("at today's rate not before {first_on}, perhaps later than six weeks",
                      first_on=first)  # fmt: skip
    if first <= today:
        return phrase("at today's rate by {last_on}, perhaps there already", last_on=last)
    return phrase("at today's rate between {first_on} and {last_on}",
                  first_on=first, last_on=last)  # fmt: skip


def _wanted_by(by: date, today: date) -> Phrase:
    days = (by - today).days
    if days > 0:
        return phrase("wanted by {by_on}, in {left_span}", by_on=by, left_span=days)
    return phrase("wanted by {by_on}", by_on=by)


# writes
def change(lifter_id: int, slug: str, made: LiftGoal | None) -> None:
    """Keep a lifter's goal of a lift, None for none; LookupError without a lifter.

    Raises ValueError for a goal that nobody can have.
    """
    kept = {key: stored for key, stored in _goals(lifter_id).items() if key != slug}
    if made is not None:
        if not is_possible(made):
            raise ValueError(f"{made} is no goal")
        kept[slug] = _stored(made)
    lifter_settings.store(lifter_id, _SETTING, kept)


def is_far(made: LiftGoal, exercise: Exercise, now: Reading) -> bool:
    """Say whether a goal is so far above today's estimate that it may be mistyped.

    Of repetitions with a belt or with help that is not said.
    """
    if now.strength_kg is None or (made.reps and exercise.load_kind is not LoadKind.EXTERNAL):
        return False
    return strength.e1rm(made.kg, made.reps or 1) > _FAR * now.strength_kg


def is_possible(made: LiftGoal) -> bool:
    """Say whether a goal can be kept: more than nothing, and no more than anybody lifts."""
    return lifter_settings.is_goal(_stored(made))


def _stored(made: LiftGoal) -> list[int]:
    day = made.by.toordinal() if made.by is not None else 0
    return [round(made.kg * _G_PER_KG), made.reps or 0, day]


def _goals(lifter_id: int) -> dict[str, list[int]]:
    return lifter_settings.read(lifter_id, _SETTING)
