"""What a card says while its sets are logged: the set to come, another load, and what they show."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from planner.coach import (
    absences,
    before_session,
    blocks,
    logging,
    next_set,
    planning,
    readings,
    week_edits,
)
from planner.coach.next_set import NOTHING, NextLine
from planner.coach.wording import render
from planner.engine.terms import Absence, LoggedSet, PlannedSet, SetKind, Technique, Unit
from planner.storage import plan


@pytest.fixture
def planned(squatter: int, today: date) -> int:
    """Plan four sets of five squats at 100 kg for today; return the open session's id."""
    blocks.new_mesocycle(squatter, "Block", today, weeks=1)
    week = planning.view(squatter, today, today).weeks[0].id
    session = week_edits.add_session(week, 0, "Lower")
    line = week_edits.add_exercise(session, "back-squat")
    week_edits.prescribe(line, (PlannedSet(5, 5, 2.0, 100.0, load=100.0),) * 4)
    return logging.start_planned(squatter, session, today)


def card(lifter: int, session: int, today: date) -> logging.ExerciseCard:
    return logging.session_view(lifter, session, today).cards[0]


def say(
    lifter: int,
    session: int,
    today: date,
    *sets: LoggedSet,
    kg: float | None = None,
    kind: SetKind = SetKind.WORK,
) -> NextLine:
    slot = card(lifter, session, today).logged_exercise_id
    if sets:
        logging.log_sets(slot, list(sets))
    shown = card(lifter, session, today)
    row = next(row for row in shown.rows if row.logged is None)
    return next_set.next_line(next_set.grounds(lifter, shown), shown, row, kg, kind)


def done(reps: int, rir: float | None, **more: object) -> LoggedSet:
    return replace(LoggedSet(100.0, reps, rir, load=100.0), **more)


def test_the_next_set_is_forecast_with_a_range_and_its_odds(squatter, planned, today):
    said = say(squatter, planned, today, done(5, 2.0))
    text = render(said.forecast)
    assert text.startswith("Next: ")
    assert " at 100 kg; " in text
    assert text.endswith(" in 10 for 5")
    assert (said.offer, said.news) == (None, None)


def test_loads_are_said_in_the_lifters_unit(squatter, planned, today):
    assert "220.5 lb" in render(say(squatter, planned, today, done(5, 2.0)).forecast, Unit.LB)


def test_a_set_far_short_offers_a_lighter_load_that_is_forecast_when_taken(
    squatter, planned, today
):
    said = say(squatter, planned, today, done(2, 0.0))
    assert said.offer_kg is not None
    assert said.offer_kg < 100.0
    assert render(said.offer).startswith("The last set had 2. 100 kg leaves about 1 in 10 for 5, ")
    taken = say(squatter, planned, today, kg=said.offer_kg)
    assert taken.offer is None
    assert taken.forecast.value("load_kg") == said.offer_kg
    assert taken.forecast.value("hit_p") == pytest.approx(said.offer.value("hit_p"), abs=1e-3)


def test_whoever_is_ill_is_offered_no_load_and_not_told_once_more(squatter, planned, today):
    absences.add(squatter, Absence(today - timedelta(days=2), None, "ill"))
    before = say(squatter, planned, today)
    assert (before.news, before.offer) == (None, None)
    said = say(squatter, planned, today, done(2, 0.0))
    assert (said.offer, said.offer_kg) == (None, None)
    assert said.forecast is not None
    assert said.news is None
    hurt = say(squatter, planned, today, done(2, 0.0, pain=4))
    assert "Pain of 4" in render(hurt.news)


def test_in_a_deload_two_easy_sets_offer_no_more(squatter, planned, today):
    easy = [done(5, 5.0)] * 2
    assert say(squatter, planned, today, *easy).offer_kg == 102.5
    week = plan.mesocycle_on(squatter, today).weeks[0]
    plan.update_week(replace(week, deload=True))
    assert say(squatter, planned, today).offer is None


def test_nothing_is_forecast_of_a_warm_up_or_before_a_history(squatter, planned, today):
    assert say(squatter, planned, today, kind=SetKind.WARMUP) == NOTHING
    session = logging.start_free(squatter, today)
    logging.add_exercise(session, "bench-press")
    assert say(squatter, session, today, kg=60.0) == NOTHING


def test_a_free_session_is_forecast_at_the_load_typed_and_offers_none(squatter, today):
    session = logging.start_free(squatter, today)
    logging.add_exercise(session, "back-squat")
    said = say(squatter, session, today, done(2, 0.0), kg=90.0)
    assert said.forecast.value("load_kg") == 90.0
    assert said.offer is None


def test_pain_is_answered_and_severe_pain_ends_the_forecast(squatter, planned, today):
    said = say(squatter, planned, today, done(5, 2.0, pain=4))
    assert render(said.news) == "Pain of 4 out of 10: hold the load, or take less."
    assert said.forecast is not None
    said = say(squatter, planned, today, done(5, 2.0, pain=6))
    assert render(said.news).startswith("Pain of 6 out of 10: stop this exercise and")
    assert said.forecast is None


def test_two_breakdowns_are_told_at_once(squatter, planned, today):
    broken = done(5, 2.0, technique=Technique.BREAKDOWN)
    said = say(squatter, planned, today, broken, broken)
    assert render(said.news) == "2 breakdowns today: the load will not rise next time."


def test_effort_that_rose_over_three_sessions_is_told_in_the_next_and_flat_is_not(
    squatter, today, train
):
    for days, rir in ((6, 3.0), (4, 2.0), (2, 1.0)):
        entry = LoggedSet(100.0, 5, rir=rir, load=100.0)
        train(squatter, "back-squat", today - timedelta(days=days), entry, entry, entry)
    session = logging.start_free(squatter, today)
    logging.add_exercise(session, "back-squat")
    assert render(say(squatter, session, today).news).startswith("It gets harder: the same sets")


def test_that_a_lift_is_to_be_left_out_is_told_before_anything_else_of_it(squatter, today, train):
    for days, rir, pain in ((6, 3.0, None), (4, 2.0, None), (2, 1.0, 6)):
        entry = LoggedSet(100.0, 5, rir=rir, load=100.0, pain=pain)
        train(squatter, "back-squat", today - timedelta(days=days), entry, entry, entry)
    session = logging.start_free(squatter, today)
    logging.add_exercise(session, "back-squat")
    assert render(say(squatter, session, today).news).startswith("Pain of 6 out of 10")


def test_the_day_before_is_read_once_while_its_sets_are_logged(squatter, planned, today):
    say(squatter, planned, today)
    first = before_session.before(squatter, "back-squat", today)
    say(squatter, planned, today, done(5, 2.0))
    assert before_session.before(squatter, "back-squat", today) is first
    earlier = readings.replays(squatter)["back-squat"].steps[3].session_id
    slot = logging.session_view(squatter, earlier, today).cards[0]
    logging.change_set(replace(slot.rows[0].logged, reps=8))
    assert before_session.before(squatter, "back-squat", today) is not first


def test_sessions_of_other_lifts_typed_in_afterwards_shorten_the_rest_of_the_muscles(
    squatter, today, train
):
    on, entry = today + timedelta(days=60), LoggedSet(140.0, 10, rir=2.0, load=140.0)
    resting = before_session.before(squatter, "back-squat", on)
    assert resting.gap_days == 67
    for week in range(8):
        train(squatter, "leg-press", on - timedelta(days=3 + 7 * week), *[entry] * 3)
    known = before_session.before(squatter, "back-squat", on)
    assert (known.gap_days, known.context.muscle_gap_days) == (7, 7)
    assert known.reading != resting.reading
