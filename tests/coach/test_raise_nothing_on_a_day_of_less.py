"""On a day that asks to ease or to rest, nothing raises what is planned for that day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from planner.coach import (
    blocks,
    holding_back,
    planning,
    suggesting,
    switches,
    today as coach,
    week_edits,
)
from planner.coach.switches import Switch
from planner.engine import simulate
from planner.engine.terms import (
    Change,
    DayVerdict,
    LoggedExercise,
    PlannedSet,
    Session,
    Suggestion,
    SuggestionKind,
)
from planner.storage import library, log, plan

DAY = timedelta(days=1)
SLUGS = ("back-squat", "bench-press", "barbell-row")


@pytest.fixture(params=[0, 3, 21])
def simulated(lifter: int, today: date, request: pytest.FixtureRequest) -> tuple[int, date]:
    """Three simulated lifts until two days ago, planned twice as they were done last."""
    known = library.by_slug()
    blocks.new_mesocycle(lifter, "Block", today, weeks=1)
    (week,) = planning.view(lifter, today, today).weeks
    sessions = [week_edits.add_session(week.id, day, "Full body") for day in (0, 3)]
    for seed, slug in enumerate(SLUGS, start=request.param):
        made = simulate.simulate(seed, exercise=known[slug], weeks=16)
        later = today - 2 * DAY - made.days[-1].on
        for day in made.days:
            sets = tuple(replace(each, load=each.load_kg) for each in day.sets)
            done = Session(day.on + later, (LoggedExercise(slug, sets),), finished=True)
            log.add_session(lifter, done)
        load = made.days[-1].sets[0].load_kg
        for session in sessions:
            line = week_edits.add_exercise(session, slug)
            week_edits.prescribe(line, (PlannedSet(5, 5, 2, load_kg=load, load=load),) * 3)
    return lifter, today


def raising(lifter: int, on: date, until: date) -> list[Suggestion]:
    """Return what asks for more than is planned up to a day."""
    known, ahead = library.by_slug(), plan.next_exercises(lifter, on, until)
    return [
        made
        for made in suggesting.advised(lifter, on).every
        if made.exercise in ahead
        and holding_back.asks_more(made, ahead[made.exercise][1], known[made.exercise])
    ]


def test_a_day_of_less_raises_nothing_of_its_own_session(simulated: tuple[int, date]) -> None:
    lifter, on = simulated
    coach.choose(lifter, on, DayVerdict.HOLD)
    usual = raising(lifter, on, on)
    assert usual
    for verdict in (DayVerdict.EASE, DayVerdict.REST):
        coach.choose(lifter, on, verdict)
        assert raising(lifter, on, on) == []
    coach.choose(lifter, on, DayVerdict.PUSH)
    assert raising(lifter, on, on) == usual
    coach.choose(lifter, on, DayVerdict.EASE)
    switches.set_on(lifter, Switch.VERDICT, False)
    assert raising(lifter, on, on) == usual  # who is shown no verdict is not held back by one


def test_what_is_planned_for_later_may_rise_on_a_day_of_less(simulated: tuple[int, date]) -> None:
    lifter, on = simulated
    coach.choose(lifter, on + DAY, DayVerdict.EASE)
    block = plan.mesocycle_on(lifter, on)
    assert block is not None
    first = block.weeks[0].sessions[0]
    log.add_session(lifter, Session(on, (), finished=True, planned_session_id=first.id))
    assert raising(lifter, on + DAY, on + 6 * DAY)


def test_more_load_sets_or_repetitions_than_planned_are_more(simulated: tuple[int, date]) -> None:
    lifter, on = simulated
    squat = library.by_slug()["back-squat"]
    planned = plan.next_exercises(lifter, on, on)["back-squat"][1]
    coach.choose(lifter, on, DayVerdict.HOLD)
    load = planned.sets[0].load_kg
    assert load is not None
    held = replace(raising(lifter, on, on)[0], kind=SuggestionKind.HOLD)
    for change, more in (
        (Change(load_kg=load + 1), True), (Change(load_kg=load), False), (Change(sets=4), True),
        (Change(sets=3), False), (Change(reps_low=5, reps_high=7), True), (None, False),
    ):  # fmt: skip
        assert holding_back.asks_more(replace(held, change=change), planned, squat) is more
