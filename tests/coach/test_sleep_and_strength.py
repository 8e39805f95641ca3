"""Nights beside the session after them: told only from twenty nights on, and never as a cause."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random

import pytest

from planner.coach.charts import sleep_and_strength
from planner.coach.charts.sleep_and_strength import SleepAndStrength
from planner.coach.wording import render
from planner.engine.terms import CheckIn, LoggedSet
from planner.storage import clients
from tests.coach.test_recovery_over_days import whole

DAY = timedelta(days=1)


def read(lifter: int, today: date) -> SleepAndStrength:
    return whole(sleep_and_strength.reading(lifter, today))[0]


def said(made: SleepAndStrength) -> list[str]:
    return [render(each) for each in sleep_and_strength.words(made)]


@pytest.fixture
def sleeper(lifter, today, train):
    """Return a function that logs squats every third day, better by `gain` for each hour slept."""

    def store(sessions: int, gain: float, **same: object) -> int:
        random = Random(5)
        for number in range(sessions + 1):
            on = today - 3 * (sessions - number) * DAY
            hours = random.choice([5.0, 6.0, 7.0, 8.0, 9.0])
            load = round(100.0 * (1.0 + gain * (hours - 7.0) + random.gauss(0.0, 0.01)), 1)
            entry = LoggedSet(load, 5, rir=1.0, load=load)
            train(lifter, "back-squat", on, entry, entry, entry)
            answer = {"sleep_hours": hours, **same}
            clients.save_check_in(lifter, CheckIn(on, **answer))
        return lifter

    return store


def test_before_twenty_nights_it_says_how_many_are_missing(sleeper, today):
    made = read(sleeper(8, 0.0), today)
    assert (len(made.nights), made.line, made.missing) == (8, None, 12)
    assert said(made) == [
        "How sleep went with the next session appears after 12 more nights noted before training."
    ]


def test_the_first_session_has_no_forecast_and_the_last_missing_night_is_one(sleeper, today):
    made = read(sleeper(19, 0.0), today)
    assert "after 1 more night noted" in said(made)[0]
    assert min(night.on for night in made.nights) == today - 3 * 18 * DAY


def test_sleep_that_goes_with_strength_is_found_with_its_range(sleeper, today):
    made = read(sleeper(40, 0.02), today)
    assert made.line.tells
    assert 0.01 < made.line.low < made.line.slope < made.line.high < 0.03
    first, last = said(made)
    assert first.startswith("From 40 nights: one hour more sleep went with +")
    assert first.endswith("in the next session.")
    assert last == "What went together need not have caused each other."
    assert {night.lifts for night in made.nights} == {1}


def test_sleep_that_does_not_is_told_as_no_difference(sleeper, today):
    made = read(sleeper(40, 0.0), today)
    assert made.line.low < 0.0 < made.line.high
    assert said(made)[0].endswith("in the next session: can't tell apart from none.")


def test_nights_all_alike_compare_with_nothing(sleeper, today):
    made = read(sleeper(25, 0.0, sleep_hours=8.0), today)
    assert (made.missing, made.line) == (0, None)
    assert said(made) == ["From 25 nights: they were too much alike to compare."]


def test_who_notes_how_well_and_not_how_long_is_told_in_points(sleeper, today):
    lifter = sleeper(25, 0.0, sleep_hours=None, sleep=4)
    clients.save_check_in(lifter, CheckIn(today, sleep=2, sleep_hours=6.0))
    for ago in range(0, 60, 6):
        clients.save_check_in(lifter, CheckIn(today - ago * DAY, sleep=2))
    made = read(lifter, today)
    assert (made.by, len(made.nights)) == ("sleep", 25)
    assert "one point better sleep, of 5, went with" in said(made)[0]


def test_a_typing_error_is_no_result_and_lifts_of_a_day_are_one_night(sleeper, today, train):
    lifter = sleeper(25, 0.0)
    wrong = LoggedSet(1000.0, 5, rir=1.0, load=1000.0)
    train(lifter, "back-squat", today + 3 * DAY, wrong, wrong, wrong)
    clients.save_check_in(lifter, CheckIn(today + 3 * DAY, sleep_hours=8.0))
    for ago in (9, 6, 3):
        train(lifter, "bench-press", today - ago * DAY, LoggedSet(60.0, 5, rir=1.0, load=60.0))
    made = read(lifter, today + 3 * DAY)
    assert max(night.on for night in made.nights) == today
    assert [night.lifts for night in made.nights[-4:]] == [1, 2, 2, 1]


def test_without_any_night_all_are_missing(squatter, today):
    made = read(squatter, today)
    assert (made.nights, made.missing) == ((), 20)


def test_a_share_is_written_with_its_sign():
    assert [sleep_and_strength.percent(share) for share in (0.004, -0.003, 0.0001)] == [
        "+0.4 %",
        "−0.3 %",
        "0 %",
    ]
