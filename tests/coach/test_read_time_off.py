"""Time off as the charts are given it: where it begins and ends, and what is said of it."""

from datetime import timedelta

import pytest

from planner.coach import charts
from planner.coach.wording import render
from planner.engine.terms import LoggedSet


def test_a_long_break_is_marked_when_training_starts_again(squatter, today, train):
    back = today + timedelta(weeks=6)
    train(squatter, "back-squat", back, LoggedSet(90, 5, rir=3, load=90))
    chart = charts.strength(squatter, "back-squat", back)
    (event,) = [made for made in chart.events if made.kind == "layoff"]
    assert event.on == back
    assert render(event.text) == "Back after 7 weeks without this lift"


def test_time_off_is_said_as_such_until_the_first_session_back(squatter, today, train):
    later = today + timedelta(weeks=12)
    chart = charts.strength(squatter, "back-squat", later)
    assert chart.reading.still_away
    last = today - timedelta(weeks=1)
    known = charts.strength(squatter, "back-squat", last).reading
    said, *more = map(render, chart.summary)
    assert said == (
        f"About {chart.reading.strength_kg:.0f} kg expected for one repetition on the first day "
        "back, about 7 % less than before; from 10 sessions."
    )
    lost = 1 - chart.reading.strength_kg / known.strength_kg  # what is said is lost once
    assert lost == pytest.approx(1 - chart.reading.retained, abs=0.005)
    assert not any("less" in each for each in more)
    away = chart.events[-1]
    assert (away.kind, away.on) == ("away", today - timedelta(weeks=1))
    assert render(away.text) == "Time off begins: 91 days so far"
    train(squatter, "back-squat", later, LoggedSet(80, 5, rir=3, load=80))
    chart = charts.strength(squatter, "back-squat", later)
    assert not chart.reading.still_away
    assert render(chart.summary[-1]).startswith("Coming back after time off")
    assert chart.events[-1].kind == "layoff"


def test_of_three_weeks_of_nothing_it_is_not_said_that_other_lifts_kept_strength(
    squatter, today, train
):
    last = today - timedelta(weeks=1)
    for days in (21, 25, 29):
        chart = charts.strength(squatter, "back-squat", last + timedelta(days=days))
        assert "expected for one repetition on the first day back" in render(chart.summary[0])
        assert not any("other lifts" in render(each) for each in chart.summary)


def test_a_lift_left_out_while_its_muscles_work_keeps_most(squatter, today, train):
    for week in range(8):
        for slug in ("leg-press", "hip-thrust"):
            train(squatter, slug, today + timedelta(weeks=week), LoggedSet(150, 10, load=150))
    chart = charts.strength(squatter, "back-squat", today + timedelta(weeks=7))
    assert render(chart.summary[-1]) == (
        "56 days without this lift; other lifts kept most of its strength."
    )
    assert render(chart.events[-1].text) == "Only other lifts from here: 56 days so far"


def test_training_the_muscles_otherwise_is_no_layoff(squatter, today, train):
    for week in range(6):
        train(squatter, "leg-press", today + timedelta(weeks=week), LoggedSet(150, 10, load=150))
        train(squatter, "hip-thrust", today + timedelta(weeks=week), LoggedSet(100, 10, load=100))
    back = today + timedelta(weeks=6)
    train(squatter, "back-squat", back, LoggedSet(90, 5, rir=3, load=90))
    chart = charts.strength(squatter, "back-squat", back)
    assert not [made for made in chart.events if made.kind == "layoff"]


def test_no_phase_is_claimed_for_time_off_and_the_line_across_is_what_was_expected(
    squatter, today, train
):
    last, back = today - timedelta(weeks=1), today + timedelta(weeks=9)
    for week in range(3):
        on = back + timedelta(weeks=week)
        train(squatter, "back-squat", on, LoggedSet(85, 5, rir=3, load=85))
    chart = charts.strength(squatter, "back-squat", back + timedelta(weeks=2))
    (off,) = chart.time_off
    assert (off.since, off.until, off.whole) == (last, back, True)
    assert all(span.until <= last or span.since >= back for span in chart.spans)
    ((left, expected),) = chart.across
    assert (left.on, expected.on) == (last, back)
    assert expected.kg < left.kg
    assert expected.high_kg - expected.low_kg > left.high_kg - left.low_kg


def test_time_off_that_goes_on_reaches_to_today(squatter, today):
    later = today + timedelta(weeks=5)
    (off,) = charts.strength(squatter, "back-squat", later).time_off
    assert (off.until, off.whole, off.ongoing) == (later, True, True)
    ((left, *_, expected),) = charts.strength(squatter, "back-squat", later).across
    assert (left.on, expected.on) == (off.since, later)
    assert expected.kg < left.kg


def test_weeks_with_other_lifts_only_are_a_gap_but_no_time_off(squatter, today, train):
    for week in range(8):
        for slug in ("leg-press", "hip-thrust"):
            train(squatter, slug, today + timedelta(weeks=week), LoggedSet(150, 10, load=150))
    (off,) = charts.strength(squatter, "back-squat", today + timedelta(weeks=7)).time_off
    assert not off.whole


def test_time_off_begins_when_the_last_of_its_muscles_was_trained(squatter, today, train):
    """No squat for half a year; leg presses once in a while, the last of them five weeks ago."""
    pressed = today + timedelta(weeks=20)
    for weeks in (8, 20):
        for slug in ("leg-press", "hip-thrust"):
            train(squatter, slug, today + timedelta(weeks=weeks), LoggedSet(150, 10, load=150))
    now = pressed + timedelta(weeks=5)
    chart = charts.strength(squatter, "back-squat", now)
    (off,) = chart.time_off
    assert (off.whole, off.rested, off.rests_since) == (False, True, pressed)
    told = [(each.on, render(each.text)) for each in chart.events if each.kind in ("away", "rest")]
    assert told == [
        (off.since, "Not trained from here: 182 days so far"),
        (pressed, "Time off begins: 35 days so far"),
    ]
    (off,) = charts.strength(squatter, "back-squat", pressed + timedelta(weeks=1)).time_off
    assert (off.whole, off.rested, off.rests_since) == (False, True, None)
