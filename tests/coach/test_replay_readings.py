"""The memory of replays: right after every change, and fair to muscles trained otherwise."""

from dataclasses import replace
from datetime import timedelta

import pytest

from planner.coach import charts, logging, planning, readings
from planner.engine import volume
from planner.engine.terms import CheckIn, LoadKind, LoggedExercise, LoggedSet, Phase, Session
from planner.storage import clients, history, imports, library, log


def fresh(lifter, today):
    """Return the readings as a program that has just started would."""
    readings._memory.clear()
    return readings.readings(lifter, today)


def test_what_is_remembered_equals_what_is_read_anew(squatter, today, train):
    entry = LoggedSet(100, 5, rir=2, load=100)
    readings.readings(squatter, today)
    train(squatter, "leg-press", today - timedelta(days=10), entry, entry)
    train(squatter, "back-squat", today - timedelta(days=4), entry)
    clients.save_check_in(squatter, CheckIn(today - timedelta(days=4), sleep=1))
    clients.record_bodyweight(squatter, today - timedelta(days=40), 91)
    remembered = readings.readings(squatter, today)
    assert remembered == fresh(squatter, today)


def test_a_session_moved_to_another_day_is_replayed_there(squatter, today):
    readings.readings(squatter, today)
    newest = logging.sessions(squatter, limit=1)[0]
    logging.move(newest.id, today - timedelta(days=1))
    assert readings.readings(squatter, today) == fresh(squatter, today)


def test_other_training_of_the_muscles_keeps_a_lift_from_looking_detrained(squatter, today, train):
    away = today + timedelta(days=28)
    alone = readings.readings(squatter, away)["back-squat"]
    for days in (7, 14, 21, 26):
        on = today + timedelta(days=days)
        train(squatter, "leg-press", on, LoggedSet(150, 10, rir=2, load=150))
        train(squatter, "hip-thrust", on, LoggedSet(90, 10, rir=2, load=90))
    busy = readings.readings(squatter, away)["back-squat"]
    assert busy.strength_kg > alone.strength_kg
    assert busy.phase is not Phase.RETURN


def test_a_hard_set_means_the_same_to_the_log_and_the_plan(squatter, today, train):
    sets = [LoggedSet(60, 8, rir=rir, load=60) for rir in (0, 2, 4, 5, 8, None)]
    train(squatter, "bench-press", today, *sets)
    counted = {slug: hard for on, slug, hard in readings.trained(squatter) if on == today}
    assert counted["bench-press"] == volume.hard_sets(sets) == 4


def test_a_day_of_easy_sets_still_counts_as_training_the_muscle(squatter, today, train):
    train(squatter, "leg-press", today, LoggedSet(50, 10, rir=9, load=50))
    assert (today, "leg-press", 0) in history.trained(squatter, most_rir=4)


def test_balance_work_adds_no_hard_sets(squatter, today, train):
    before = charts.weekly_sets(squatter, "Glutes", today).weeks[-1]
    train(squatter, "single-leg-balance", today, LoggedSet(None, None, seconds=30))
    assert charts.weekly_sets(squatter, "Glutes", today).weeks[-1] == before


def test_a_deleted_session_leaves_the_readings(squatter, today):
    before = readings.readings(squatter, today)["back-squat"]
    for made in logging.sessions(squatter)[:3]:
        log.trash_session(made.id)
    after = readings.readings(squatter, today)["back-squat"]
    assert after.sessions == before.sessions - 3
    assert planning.suggestions(squatter, today) is not None


@pytest.mark.parametrize(
    "change",
    [{"similarity": 0.1}, {"parent": None}, {"load_kind": LoadKind.ADDED, "bodyweight_share": 0.9}],
)
def test_a_changed_exercise_is_read_anew(squatter, today, train, change):
    entry = LoggedSet(60, 5, rir=3, load=60)
    train(squatter, "front-squat", today - timedelta(days=9), entry)
    train(squatter, "front-squat", today - timedelta(days=2), entry)
    before = readings.replays(squatter)["front-squat"]
    library.save_exercise(replace(library.exercise("front-squat"), **change))
    remembered = readings.replays(squatter)
    assert remembered["front-squat"] != before
    readings._memory.clear()
    assert remembered == readings.replays(squatter)


def test_only_what_is_new_and_much_takes_long_to_read(squatter, today, train):
    readings.readings(squatter, today)
    assert not readings.takes_long(squatter, today)
    train(squatter, "leg-press", today, LoggedSet(150, 10, rir=2, load=150))
    assert not readings.takes_long(squatter, today), "one session more"
    slot = LoggedExercise("deadlift", (LoggedSet(100, 5, rir=2, load=100),) * 25)
    key = imports.add_import(squatter, "log.csv", "app", today, "0" * 64)
    days = [today - timedelta(days=number) for number in range(200)]
    log.add_sessions(squatter, [Session(on, (slot,)) for on in days], key)
    assert readings.takes_long(squatter, today)
    assert readings.readings(squatter, today) == fresh(squatter, today)
    assert not readings.takes_long(squatter, today)
    clients.change_setting("any", "thing")
    assert not readings.takes_long(squatter, today), "nothing about logs"
    first = min(log.session_keys(squatter))
    logging.move(first.id, first.on - timedelta(days=900))
    assert readings.takes_long(squatter, today), "all that came later is replayed"
