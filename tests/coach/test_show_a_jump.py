"""Jumps of loads on charts: marked on their day, and a gain only where the lifter says so."""

from dataclasses import replace
from datetime import date, timedelta
from math import log as log_of

import pytest

from planner.coach import charts, clients, load_jumps
from planner.coach.wording import render
from planner.engine.terms import (
    JumpCause,
    LoggedSet,
)

CURL = "dumbbell-bench-press"
PULL_UP = "assisted-pull-up"
OLD, NEW = 20, 6  # sessions before and since


def test_a_jump_is_marked_on_its_day_and_no_gain_is_told_across_it(per_hand, today):
    chart = charts.strength(per_hand, CURL, today)
    since = load_jumps.question(per_hand, today).since
    (event,) = [each for each in chart.events if each.kind == "jump"]
    assert event.on == since
    assert render(event.text) == "Loads about half of those before: 40 kg → 20 kg"
    told = render(chart.summary[1], dates=date.isoformat)
    first = chart.level[0]
    assert told == f"Loads jumped on {since}: how strength changed since {first.on} can't be told."
    assert charts.gain(chart, first) is None
    assert charts.jumped_on(chart, first.on) == since
    assert charts.jumped_on(chart, chart.level[-1].on) is None
    assert charts.gain(chart, chart.level[-1]) is None, "one session is no gain"
    unknown = replace(chart, reading=replace(chart.reading, strength_kg=None))
    assert charts.gain(unknown, chart.level[-1]) is None


def test_the_climb_after_a_drop_of_the_loads_is_no_gain_over_what_was_before(log_loads, today):
    """Loads fell by a fourth and came back within eight sessions: on the whole nothing changed."""
    climb = [60.0 + 3 * step for step in range(1, 9)]
    lifter = log_loads("machine-chest-press", [80.0] * OLD + [60.0] * 3 + climb)
    chart = charts.strength(lifter, "machine-chest-press", today)
    assert chart.jumps
    assert charts.gain(chart, chart.level[0]) is None
    assert "can't be told" in render(chart.summary[1])


def test_a_session_held_out_after_a_jump_still_has_the_level_of_the_loads_before(per_hand, today):
    chart = charts.strength(per_hand, CURL, today)
    (jump,) = chart.jumps
    held = next(made for made in chart.level if made.on == jump.since)
    assert held.kg > 1.5 * chart.level[-1].kg
    assert charts.gain(chart, held) is None


@pytest.mark.parametrize("body_kg", [None, 75.0])
def test_less_help_is_asked_about_marked_and_no_gain(log_loads, today, body_kg, answered):
    lifter = log_loads(PULL_UP, [45.0] * OLD + [10.0] * NEW)
    if body_kg is not None:
        clients.change(replace(clients.lifter(lifter), bodyweight_kg=body_kg))
    made = load_jumps.question(lifter, today)
    assert (made.before.load_kg, made.after.load_kg) == (45.0, 10.0)
    assert made.log_ratio > 0 > log_of(made.load_ratio)
    assert load_jumps.causes(made) == (JumpCause.SETUP,)
    chart = charts.strength(lifter, PULL_UP, today)
    assert [each.kind for each in chart.events].count("jump") == 1
    assert charts.gain(chart, chart.level[0]) is None
    answered(lifter, JumpCause.SETUP, today)


def test_loads_said_to_be_right_are_a_change_of_strength(per_hand, today, answered):
    answered(per_hand, None, today)
    chart = charts.strength(per_hand, CURL, today)
    assert "jumped" not in render(chart.summary[1])
    assert charts.gain(chart, chart.level[0]) < -0.4
    (event,) = [each for each in chart.events if each.kind == "jump"]
    told = "Loads about half of those before, right as typed: 40 kg → 20 kg"
    assert render(event.text) == told


def test_the_way_back_from_loads_that_are_right_is_right(per_hand, today, train, answered):
    answered(per_hand, None, today)
    for back in range(1, NEW + 1):
        entry = LoggedSet(40.0, 10, rir=2.0, load=40.0)
        train(per_hand, CURL, today + timedelta(days=3 * back), entry, entry)
    later = today + timedelta(days=3 * NEW)
    assert load_jumps.question(per_hand, later) is None
    chart = charts.strength(per_hand, CURL, later)
    assert "jumped" not in render(chart.summary[1])
    assert abs(charts.gain(chart, chart.level[0])) < 0.15


@pytest.mark.parametrize("cause", [JumpCause.SIDES, JumpCause.SETUP])
def test_an_answered_jump_stays_marked_on_its_day(per_hand, today, cause, answered):
    since = load_jumps.question(per_hand, today).since
    done = answered(per_hand, cause, today)
    chart = charts.strength(per_hand, CURL, today)
    (event,) = [each for each in chart.events if each.kind in ("jump", "decision")]
    assert (event.on, event.kind, render(event.text)) == (since, "jump", done)


def test_loads_said_to_be_right_stay_marked_as_they_were(per_hand, today, answered):
    answered(per_hand, None, today)
    events = charts.strength(per_hand, CURL, today).events
    assert [each.kind for each in events].count("jump") == 1
