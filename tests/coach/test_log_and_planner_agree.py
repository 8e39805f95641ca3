"""The log and the planner say the same of a lift: of the set to come, and of its next time."""

from __future__ import annotations

from datetime import date, timedelta

from planner.coach import before_session, logging, next_set
from planner.coach.next_time import looking_ahead
from planner.coach.parts import at_once
from planner.coach.wording import render
from planner.engine.prediction import forecast_sets
from planner.engine.terms import (
    LoggedSet,
    Mesocycle,
    Microcycle,
    PlannedExercise,
    PlannedSession,
    PlannedSet,
)
from planner.storage import log, plan

WEEK = timedelta(weeks=1)


def started(lifter: int, today: date, slug: str, *targets: PlannedSet) -> int:
    """Plan three sets of an exercise for today and for the same day of each week after it, and
    start today's session."""
    weeks = tuple(
        Microcycle(
            n + 1,
            today + n * WEEK,
            (PlannedSession("Day", 0, (PlannedExercise(slug, (target,) * 3),)),),
        )
        for n, target in enumerate(targets)
    )
    plan.add_mesocycle(lifter, Mesocycle("Block", today, weeks=weeks))
    ((key, _),) = logging.planned_today(lifter, today)
    return logging.start_planned(lifter, key, today)


def test_what_was_missed_today_is_asked_for_again_next_week(squatter, today):
    asked = [PlannedSet(5, 5, 2.0, kg, load=kg) for kg in (100.0, 105.0)]
    session = started(squatter, today, "back-squat", *asked)
    done = ((5, 2.0), (5, 1.0), (4, 0.0))
    slot = log.session(session).exercises[0].id or 0
    logging.log_sets(slot, [LoggedSet(100.0, reps, rir, load=100.0) for reps, rir in done])
    view = logging.session_view(squatter, session, today)
    (made,) = at_once(looking_ahead(squatter, view, today)).lifts
    assert made.changes
    assert render(made.headline) == "Take 100 kg next time"
    assert made.why is not None
    assert render(made.why) == "At 100 kg a set had 4 of 5 reps: 105 kg can wait."


def test_a_set_that_led_up_to_work_is_no_measure_for_work_planned_with_its_load(
    lifter, today, train
):
    done = [LoggedSet(kg, reps, load=kg) for kg, reps in ((55, 12), (90, 6), *[(100, 13)] * 3)]
    for week in range(8, 0, -1):
        train(lifter, "leg-press", today - week * WEEK, *done)
    session = started(lifter, today, "leg-press", PlannedSet(10, 12, load_kg=92.5, load=92.5))
    card = logging.session_view(lifter, session, today).cards[0]
    said = next_set.next_line(next_set.grounds(lifter, card), card, card.rows[0])
    known = before_session.before(lifter, "leg-press", today)
    assert known is not None
    assert said.forecast is not None
    planner = forecast_sets(known.state, today, 92.5, 3, known.gap_days)
    assert said.forecast.value("hit_p") > 0.8
    assert planner.p_reserve(10, 0.0) > 0.8
    assert said.forecast.value("low") >= 9
