"""What a change of structure goes by: what was tried, volume, range, days, and what is new."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from planner.coach import clients, deciding, planning, readings, week_edits
from planner.coach.circumstances import Circumstances
from planner.engine.terms import (
    Change,
    Confidence,
    Exercise,
    LoggedSet,
    Suggestion,
    SuggestionKind,
    phrase,
)
from planner.storage import decisions, library as stored_library

Kind = SuggestionKind


def change(lifter: int, today: date) -> Suggestion:
    return next(s for s in planning.suggestions(lifter, today) if s.exercise == "bench-press")


def swap(rule: str = "structure.variation", to: str = "close-grip-bench-press") -> Suggestion:
    return Suggestion(
        Kind.VARIATION, "bench-press", rule, phrase("Swap"), phrase("why"), phrase(""),
        Confidence.LIKELY, (("to", to),), Change(exercise=to),
    )  # fmt: skip


def surroundings(lifter: int, today: date, slug: str = "bench-press"):
    replay = readings.replays(lifter)[slug]
    return Circumstances(lifter, today).training(replay, readings.readings(lifter, today)[slug])


def test_what_was_tried_and_when_comes_from_the_decisions(stuck, today):
    since = today - timedelta(weeks=10)
    decisions.add_decision(stuck, since, change(stuck, today), "accepted", "Add a set")
    training = surroundings(stuck, today)
    assert (training.tried, training.changed_on) == ((Kind.ADD_SET,), since)
    assert change(stuck, today).kind is Kind.REP_RANGE
    before = surroundings(stuck, since - timedelta(days=1))
    assert before.tried == ()


def test_news_that_was_put_away_is_no_change_declined(stuck, today):
    news = replace(change(stuck, today), kind=Kind.LEVEL_OFF, rule="level_off.notice")
    deciding.dismiss(stuck, news, today)
    assert surroundings(stuck, today).declined_on is None


def test_a_lift_that_came_by_a_swap_counts_from_that_day(stuck, today, train):
    decisions.add_decision(stuck, today, swap(), "accepted", "Swap")
    entry = LoggedSet(80, 5, rir=2, load=80)
    train(stuck, "close-grip-bench-press", today, entry)
    assert surroundings(stuck, today, "close-grip-bench-press").changed_on == today


def test_volume_range_and_days_come_from_the_log(stuck, today):
    training = surroundings(stuck, today)
    assert (training.muscle, training.weekly_sets, training.reps) == (phrase("Chest"), 3.0, 5)
    assert training.range_weeks == pytest.approx(19.6, abs=0.1)
    assert (training.days_a_week, training.stays) == (1.0, False)


def test_a_single_day_in_another_range_does_not_begin_a_new_one(stuck, today, train):
    light = LoggedSet(80, 10, rir=2, load=80)
    train(stuck, "bench-press", today - timedelta(days=30), light, light)
    assert surroundings(stuck, today).range_weeks > 19
    train(stuck, "bench-press", today - timedelta(days=31), light, light)
    assert surroundings(stuck, today).range_weeks < 5


def test_missed_sessions_lower_adherence_and_days_trained_off_plan_do_not(stuck, today, train):
    later = today + timedelta(days=14)
    assert Circumstances(stuck, today).adherence is None
    assert Circumstances(stuck, later).adherence == 0.0
    entry = LoggedSet(60, 8, load=60)
    for days in (0, 3):
        train(stuck, "back-squat", today + timedelta(days=days), entry)
    assert Circumstances(stuck, later).adherence == 0.5


def test_no_more_exercises_are_new_than_the_lifter_wants(stuck, today, train):
    assert Circumstances(stuck, today).novelty_left == 2
    train(stuck, "back-squat", today - timedelta(days=3), LoggedSet(60, 8, load=60))
    assert Circumstances(stuck, today).novelty_left == 1
    decisions.add_decision(stuck, today, swap(), "accepted", "Swap")
    assert Circumstances(stuck, today).novelty_left == 0
    clients.change(replace(clients.lifter(stuck), novelty_budget=5))
    assert Circumstances(stuck, today).novelty_left == 3
    assert Circumstances(stuck, today + timedelta(days=20)).novelty_left == 5
    assert Circumstances(stuck, today - timedelta(days=60)).novelty_left == 5


def test_who_wants_nothing_new_is_offered_no_other_exercise(stuck, today, train):
    for days in (2, 1):
        sore = LoggedSet(100, 5, rir=1, pain=4, load=100)
        train(stuck, "bench-press", today - timedelta(days=days), sore, sore)
    assert change(stuck, today).kind is Kind.VARIATION
    clients.change(replace(clients.lifter(stuck), novelty_budget=0))
    asked = planning.suggestions(stuck, today)
    assert Kind.VARIATION not in {way.kind for each in asked for way in (each, *each.others)}


def test_what_is_planned_for_the_first_time_is_new_as_well(stuck, today):
    week = planning.view(stuck, today, today).weeks[0].id
    week_edits.add_exercise(week_edits.add_session(week, 5, "Lower"), "front-squat")
    assert Circumstances(stuck, today).novelty_left == 1


def test_a_held_exercise_has_nothing_to_count(database, lifter, today, train):
    train(lifter, "plank", today, LoggedSet(None, None, seconds=60))
    training = surroundings(lifter, today, "plank")
    assert (training.reps, training.range_weeks) == (0, 0.0)


def test_an_own_exercise_without_muscles_counts_its_own_sets(lifter, today, train):
    stored_library.save_exercise(Exercise("log-lift", "Log lift", custom=True))
    train(lifter, "log-lift", today, LoggedSet(60, 8, load=60))
    training = surroundings(lifter, today, "log-lift")
    assert (training.muscle, training.weekly_sets) == ("Log lift", 0.25)
