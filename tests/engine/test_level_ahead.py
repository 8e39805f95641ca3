"""Levels ahead: the band grows with days, and with what the lift's own levels missed by."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, strategies

from planner import engine
from planner.engine import evidence, level_ahead
from planner.engine.terms import Exercise, ExerciseDay, Lifter, LoggedSet

FIRST = date(2026, 1, 5)
SQUAT = Exercise("back-squat", "Back squat")
USUAL = evidence.LEVEL_MISS.value


def states(*loads, days=4):
    state, made = engine.start(SQUAT, Lifter(bodyweight_kg=80.0)), []
    for number, load in enumerate(loads):
        sets = (LoggedSet(load, 5, rir=1.0, load=load),) * 3
        state = engine.update(state, ExerciseDay(FIRST + timedelta(days=number * days), sets))
        made.append(state)
    return made


def reading(made, days=0):
    return engine.read(made[-1], made[-1].last_on + timedelta(days=days), 0)


def last_miss(made):
    return list(level_ahead.misses(made))[-1]


CALM = states(*[100.0] * 20)


@given(
    first=strategies.integers(0, 300),
    more=strategies.integers(0, 60),
    miss=strategies.floats(0.0, 0.1),
    gain=strategies.floats(-0.5, 0.5),
)
def test_the_band_is_never_narrower_for_more_days(first, more, miss, gain):
    read = replace(reading(CALM), gain_28d=gain)
    near, far = (level_ahead.ahead(read, days, miss) for days in (first, first + more))
    assert far.high_kg - far.low_kg >= near.high_kg - near.low_kg
    assert near.low_kg < near.kg < near.high_kg


def test_on_the_day_of_a_session_it_is_what_was_read():
    read = reading(CALM)
    made = level_ahead.ahead(read, 0, USUAL)
    spread = evidence.BAND_SD.value * read.strength_sd
    assert made.kg == pytest.approx(read.strength_kg)
    assert made.high_kg - made.kg == pytest.approx(spread, rel=0.05)


def test_days_since_the_last_session_count():
    today, later = (level_ahead.ahead(reading(CALM, days), 7, USUAL) for days in (0, 6))
    assert later.high_kg - later.low_kg > today.high_kg - today.low_kg


def test_levels_come_out_higher_more_often_than_lower():
    made = level_ahead.ahead(reading(CALM), 28, USUAL)
    assert made.high_kg - made.kg > 2 * (made.kg - made.low_kg)


def test_a_calm_lift_gets_a_narrow_band_and_a_restless_one_a_wide_one():
    restless = states(*[100.0, 85.0, 115.0, 95.0] * 5)
    assert last_miss(CALM) < USUAL / 3 < last_miss(restless)


def test_one_session_has_missed_nothing_so_the_usual_counts():
    assert list(level_ahead.misses(CALM[:1])) == [pytest.approx(USUAL)]


def test_only_the_newest_sessions_count():
    made = states(60.0, 120.0, *[100.0] * 60)
    newest = made[-level_ahead.SEEN - 1 :]
    assert last_miss(made) == pytest.approx(last_miss(newest))


def test_over_a_layoff_nothing_was_forecast():
    assert list(level_ahead.misses(states(100.0, 140.0, days=20)))[-1] == pytest.approx(USUAL)


def test_what_tells_no_strength_has_no_level_ahead():
    state = engine.start(SQUAT, Lifter())
    held = ExerciseDay(FIRST, (LoggedSet(None, None, seconds=60),))
    empty = engine.update(state, held)
    assert level_ahead.ahead(engine.read(empty, FIRST), 7, USUAL) is None
    assert list(level_ahead.misses([empty, empty])) == [pytest.approx(USUAL)] * 2
