"""Longer forecasts: levels four weeks ahead, and what came of a levelling off that was told."""

from datetime import date, timedelta

import pytest

from planner import engine
from planner.coach.charts import forecast_levels
from planner.coach.replay import ReplayedDay
from planner.engine.terms import Exercise, ExerciseDay, Lifter, LoggedSet

FIRST = date(2026, 1, 5)
WEEK = timedelta(weeks=1)
LEG_PRESS = Exercise("leg-press", "Leg press")


def steps(*loads, days=7):
    """Train with loads, one session every so many days; None is a session left out."""
    state, made = engine.start(LEG_PRESS, Lifter(bodyweight_kg=80.0)), []
    for number, load in enumerate(loads):
        if load is not None:
            sets = (LoggedSet(load, 8, rir=1.0, load=load),) * 3
            day = ExerciseDay(FIRST + number * timedelta(days=days), sets)
            state = engine.update(state, day)
            made.append(ReplayedDay(day, 100 + number, state))
    return made


def told(made, *places):
    """Return the steps as if a levelling off had been told from one place to the next."""
    found = []
    for number, step in enumerate(made):
        begun = [place for place in places if place <= number]
        on = made[begun[-1]].day.on if len(begun) % 2 else None
        course = step.state.course._replace(levelled_off_on=on)
        found.append(ReplayedDay(step.day, step.session_id, step.state._replace(course=course)))
    return found


def ahead(made):
    return list(forecast_levels.levels_ahead("Leg press", made))


def calls(made, today=date(2027, 1, 1)):
    return list(forecast_levels.level_off_calls("Leg press", made, today))


def test_each_forecast_begins_where_the_one_before_ended():
    made = ahead(steps(*[100.0 + week for week in range(16)]))
    spans = [((each.made_on - FIRST) / WEEK, (each.on - FIRST) / WEEK) for each in made]
    assert spans == [(0, 4), (4, 8), (8, 12)]
    assert [each.session_id for each in made] == [104, 108, 112]
    assert all(each.low_kg < each.kg < each.high_kg for each in made)


def test_a_level_is_inside_its_band_or_is_not():
    steady = ahead(steps(*[100.0 + week for week in range(20)]))[-1]
    assert steady.inside
    fell = ahead(steps(*[100.0] * 17, 97.0, 91.0, 84.0, 78.0))[-1]
    assert not fell.inside
    assert fell.then_kg < fell.low_kg


def test_a_span_with_two_weeks_off_is_left_out():
    made = ahead(steps(*[100.0] * 6, None, *[100.0] * 9))
    starts = [(each.made_on - FIRST) / WEEK for each in made]
    assert starts == [0, 7, 11]


def test_a_span_over_a_jump_of_the_loads_is_left_out():
    made = ahead(steps(*[100.0] * 9, *[160.0] * 10))
    assert made
    assert not any(each.made_on < FIRST + 9 * WEEK <= each.on for each in made)


def test_what_tells_no_strength_is_no_forecast():
    lunge = Exercise("lunge", "Lunge")
    state, made = engine.start(lunge, Lifter()), []
    for week in range(8):
        day = ExerciseDay(FIRST + week * WEEK, (LoggedSet(None, None, seconds=60),))
        state = engine.update(state, day)
        made.append(ReplayedDay(day, week, state))
    assert ahead(made) == []
    assert calls(made) == []


def test_without_a_levelling_off_there_is_nothing_to_tell():
    assert calls(told(steps(*[100.0] * 10))) == []
    assert calls([]) == []


def test_a_call_tells_how_the_level_moved_on_both_sides():
    made = steps(*[100.0 + 2 * week for week in range(12)], *[122.0] * 12)
    (call,) = calls(told(made, 12))
    assert call.called_on == FIRST + 12 * WEEK
    assert call.before.low <= call.before.share <= call.before.high
    assert call.before.share > 0.03 > call.after.share
    assert (call.taken_back_on, call.waits) == (None, False)


def test_a_call_that_was_taken_back_says_when():
    first, second = calls(told(steps(*[100.0] * 30), 8, 11, 20))
    assert first.taken_back_on == FIRST + 11 * WEEK
    assert second.called_on == FIRST + 20 * WEEK
    assert second.taken_back_on is None


def test_the_weeks_after_a_call_are_waited_for():
    (call,) = calls(told(steps(*[100.0] * 14), 12), today=FIRST + 15 * WEEK)
    assert call.waits
    assert call.after is None


@pytest.mark.parametrize(
    ("loads", "place"),
    [([100.0] * 20, 2), ([*[100.0] * 8, *[160.0] * 12], 12)],
    ids=["too short", "over a jump"],
)
def test_what_is_not_known_of_before_is_not_told(loads, place):
    (call,) = calls(told(steps(*loads), place))
    assert call.before is None
    assert call.after is not None
