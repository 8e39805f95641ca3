"""Charts tell a lift's past as ever, and nothing ahead where its load is kept back, and why."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from planner.coach import charts, health, loads, looking_back, scope, wording
from planner.coach.charts import goals, records_page, strength_chart
from planner.coach.charts.goals import LiftGoal
from planner.engine.terms import (
    Absence,
    Intake,
    LoggedSet,
    Phase,
    Restriction,
    Topic,
)
from planner.storage import clients

SQUAT = "back-squat"
DAY = timedelta(days=1)


def held(lifter, today):
    """Return why nothing ahead is told of the squat; '' where it is, alike on both pages."""
    chart = charts.strength(lifter, SQUAT, today)
    known = records_page.read(lifter, SQUAT, today)
    assert chart.level
    assert any(row.best for row in known.rep_records)
    assert chart.no_load == known.no_load
    ahead = chart.forecast, chart.next_session, chart.outlook, known.curve
    if chart.no_load is None:
        assert all(ahead)
        return ""
    assert not any(ahead)
    assert not any(row.estimate or row.lie for row in known.rep_records)
    assert not known.harder
    return wording.render(chart.no_load.why)


def test_a_heart_told_of_leaves_the_past_alone(squatter, today):
    assert held(squatter, today) == ""
    health.answer(squatter, Intake(today, ((Topic.HEART, True),)))
    words = "Waiting for clearance since 5 Nov: no load is suggested until it is entered."
    assert held(squatter, today) == words
    assert charts.strength(squatter, SQUAT, today).no_load.waits
    assert held(squatter, today - DAY) == "", "the day before nobody knew"


def test_what_comes_next_waits_in_looking_back_too(squatter, today):
    first, second = list(looking_back.sessions(squatter, SQUAT, today))[:2]
    assert first.headline is not None
    health.answer(squatter, Intake(today, ((Topic.HEART, True),)))
    made = list(looking_back.sessions(squatter, SQUAT, today))[:2]
    assert [each.headline for each in made] == [None, second.headline]


def test_a_plateau_is_told_and_what_to_do_about_it_left_to_the_suggestions(squatter, today):
    reading = charts.strength(squatter, SQUAT, today).reading
    flat = replace(
        reading, phase=Phase.PLATEAU, phase_probabilities={Phase.PLATEAU: 0.8},
        levelled_off_on=None,
    )  # fmt: skip
    said = wording.render(strength_chart._state_sentence(flat, None))
    assert said == "Flat for weeks (8 in 10 sure)."


def test_who_is_ill_gets_well_first(squatter, today):
    clients.add_absence(squatter, Absence(today - DAY, reason="ill"))
    assert held(squatter, today).startswith("Ill since 4 Nov: nothing is suggested")
    assert not charts.strength(squatter, SQUAT, today).no_load.waits


@pytest.mark.parametrize("most_kg", [None, 60.0])
def test_a_limit_leaves_out_what_strength_would_allow(squatter, today, most_kg):
    scope.keep(squatter, Restriction(today, exercise=SQUAT, words="Go easy", most_kg=most_kg))
    assert held(squatter, today).startswith("Go easy")


def test_a_lift_that_hurt_badly_is_not_to_be_tried(squatter, today, train):
    train(squatter, SQUAT, today, LoggedSet(100.0, 5, 2.0, load=100.0, pain=8))
    assert held(squatter, today).startswith("Pain of 8 out of 10: stop this exercise")


@pytest.mark.parametrize("days", [1, 13, 14, 21, 60])
def test_after_a_pause_no_load_is_told_either_before_the_load_was_done_again(
    squatter, today, train, days
):
    train(squatter, SQUAT, today, LoggedSet(100.0, 5, 2.0, load=100.0, pain=6))
    back = today + days * DAY
    assert loads.LoadBasis(squatter, back).asks_load(SQUAT, back)
    assert held(squatter, back) != ""
    train(squatter, SQUAT, back, LoggedSet(40.0, 5, 4.0, load=40.0, pain=0))
    assert held(squatter, back) != ""
    train(squatter, SQUAT, back + DAY, LoggedSet(100.0, 5, 2.0, load=100.0, pain=0))
    assert charts.strength(squatter, SQUAT, back + DAY).no_load is None


def test_pain_leaves_no_room_to_try(squatter, today, train):
    assert records_page.read(squatter, SQUAT, today).harder
    train(squatter, SQUAT, today, LoggedSet(100.0, 5, 2.0, load=100.0, pain=4))
    known = records_page.read(squatter, SQUAT, today)
    assert known.no_load is None
    assert not known.harder


@pytest.mark.parametrize("goal", [LiftGoal(124.0), LiftGoal(100.0, 1), LiftGoal(110.0)])
def test_a_goal_is_kept_but_not_foretold(squatter, today, goal):
    goals.change(squatter, SQUAT, goal)
    health.answer(squatter, Intake(today, ((Topic.HEART, True),)))
    state = charts.strength(squatter, SQUAT, today).goal
    [said] = [wording.render(each) for each in goals.said(state)]
    assert state.expected is None
    for word in ("rate", "when", "enough", "perhaps"):
        assert word not in said
    assert said.startswith("Goal ")
    assert not said.endswith(": .")
