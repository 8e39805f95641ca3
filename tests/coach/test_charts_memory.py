"""What charts remember between two looks, and when they must not."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from datetime import date

import pytest

from planner.coach import charts, lift_past, readings, steps
from planner.coach.charts.training_days_page import days_trained
from planner.engine.terms import LoggedExercise, LoggedSet, Session
from planner.storage import clients, log

TODAY = date(2026, 11, 5)


def squat(load: float) -> Session:
    entry = LoggedSet(load, 5, rir=2.0, load=load)
    return Session(TODAY, (LoggedExercise("back-squat", (entry, entry)),), finished=True)


def points(lifter: int) -> list[float]:
    chart = charts.strength(lifter, "back-squat", TODAY)
    return [round(point.e1rm_kg) for point in chart.points]


def test_a_new_set_shows_at_once(lifter):
    log.add_session(lifter, squat(100.0))
    before = points(lifter)
    log.add_session(lifter, squat(120.0))
    assert points(lifter) != before
    assert [day.hard_sets for day in days_trained(lifter, TODAY)] == [4]


def test_what_was_rolled_back_is_not_remembered(lifter):
    log.add_session(lifter, squat(100.0))
    before = points(lifter)

    def fail() -> None:
        log.add_session(lifter, squat(150.0))
        assert points(lifter) != before
        raise ValueError("taken back")

    with pytest.raises(ValueError, match="taken back"):
        steps.do(fail)
    assert points(lifter) == before


def test_a_replay_that_was_given_up_leaves_nothing_half_remembered(lifter):
    log.add_session(lifter, squat(100.0))
    before = readings.trained(lifter)
    _, step = steps.do(lambda: log.add_session(lifter, squat(120.0)))
    readings.forget(clients.lifter(lifter).uid)
    going = readings.replaying(lifter)
    next(going)
    next(going)
    going.close()
    steps.revert(step)
    assert readings.trained(lifter) == before


def test_what_another_program_writes_is_seen(lifter, database):
    log.add_session(lifter, squat(100.0))
    before = points(lifter)
    with sqlite3.connect(database) as other:
        other.execute("UPDATE logged_set SET load_kg = 150, changed_at = changed_at + 1")
    other.close()
    assert points(lifter) != before


def test_a_long_history_keeps_every_session_but_reads_the_level_less_often(lifter):
    for day in range(700):
        log.add_session(lifter, _on(TODAY.toordinal() - 2 * day))
    chart = charts.strength(lifter, "back-squat", TODAY)
    assert len(chart.points) == 700
    assert len(chart.level) < 400
    assert chart.level[0].on == chart.points[0].on
    assert chart.level[-1].on == chart.points[-1].on


def _on(number: int) -> Session:
    entry = LoggedSet(100.0, 5, rir=2.0, load=100.0)
    slot = LoggedExercise("back-squat", (entry,))
    return Session(date.fromordinal(number), (slot,), finished=True)


def test_bests_and_levels_are_worked_out_once_and_anew_after_a_set(lifter):
    log.add_session(lifter, squat(100.0))
    replay = readings.replays(lifter, TODAY)["back-squat"]
    known = lift_past.past(replay)
    assert lift_past.past(readings.replays(lifter, TODAY)["back-squat"]) is known
    log.add_session(lifter, squat(120.0))
    changed = lift_past.past(readings.replays(lifter, TODAY)["back-squat"])
    assert max(best.value_kg for best in changed.records) > max(
        best.value_kg for best in known.records
    )


def test_only_the_lifts_looked_at_last_are_remembered(lifter):
    log.add_session(lifter, squat(100.0))
    replay = readings.replays(lifter, TODAY)["back-squat"]
    known = lift_past.past(replay)
    others = [replace(replay) for _ in range(40)]
    assert all(lift_past.past(each) == known for each in others)
    assert lift_past.past(others[-1]) is lift_past.past(others[-1])
    assert lift_past.past(replay) is not known
