"""Jumps of loads on charts: marked on their day, and a gain only where the lifter says so."""

import re
from dataclasses import replace
from datetime import timedelta
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


def test_a_jump_is_marked_on_its_day_and_left_out_of_the_gain(per_hand, today):
    chart = charts.strength(per_hand, CURL, today)
    since = load_jumps.question(per_hand, today).since
    (event,) = [each for each in chart.events if each.kind == "jump"]
    assert event.on == since
    assert render(event.text) == "Loads about half of those before: 40 kg → 20 kg"
    assert re.match(r"[+−]?\d %", render(chart.summary[1]))
    assert "the jump in loads left out" in render(chart.summary[1])
    assert abs(charts.gain(chart, chart.level[0])) < 0.1
    assert (
        charts.gain(
            replace(chart, reading=replace(chart.reading, strength_kg=None)), chart.level[0]
        )
        is None
    )


@pytest.mark.parametrize("body_kg", [None, 75.0])
def test_less_help_is_asked_about_marked_and_left_out_of_the_gain(
    log_loads, today, body_kg, answered
):
    lifter = log_loads(PULL_UP, [45.0] * OLD + [10.0] * NEW)
    if body_kg is not None:
        clients.change(replace(clients.lifter(lifter), bodyweight_kg=body_kg))
    made = load_jumps.question(lifter, today)
    assert (made.before.load_kg, made.after.load_kg) == (45.0, 10.0)
    assert made.log_ratio > 0 > log_of(made.load_ratio)
    assert load_jumps.causes(made) == (JumpCause.SETUP,)
    chart = charts.strength(lifter, PULL_UP, today)
    assert [each.kind for each in chart.events].count("jump") == 1
    assert abs(charts.gain(chart, chart.level[0])) < 0.15
    answered(lifter, JumpCause.SETUP, today)


def test_loads_said_to_be_right_are_a_change_of_strength(per_hand, today, answered):
    answered(per_hand, None, today)
    chart = charts.strength(per_hand, CURL, today)
    assert "left out" not in render(chart.summary[1])
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
    assert "left out" not in render(chart.summary[1])
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
