"""The bulk reads that the engine and the charts stand on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from planner.engine.terms import (
    Lifter,
    LoggedExercise,
    LoggedSet,
    Session,
    SetKind,
    Side,
)
from planner.storage import clients, history, log, undo

DAY = date(2026, 3, 2)


def work(*reps: int) -> tuple[LoggedSet, ...]:
    return tuple(LoggedSet(100.0, each) for each in reps)


def train(lifter: int, on: date, *slots: tuple[str, tuple[LoggedSet, ...]], hour: int = 18) -> int:
    made = tuple(LoggedExercise(slug, sets) for slug, sets in slots)
    return log.add_session(lifter, Session(on, made, started_at=datetime(2026, 1, 1, hour)))


def test_a_history_is_oldest_first_with_all_slots_of_a_session_together(ann: int) -> None:
    later = train(ann, DAY + timedelta(days=2), ("squat", work(3)))
    evening = train(ann, DAY, ("squat", work(5, 4)), ("bench_press", work(9)), ("squat", work(2)))
    morning = train(ann, DAY, ("squat", work(8)), hour=8)
    found = history.history(ann, "squat")
    assert [(on, key, [s.reps for s in sets]) for on, key, sets in found] == [
        (DAY, morning, [8]),
        (DAY, evening, [5, 4, 2]),
        (DAY + timedelta(days=2), later, [3]),
    ]


def test_lifters_do_not_see_each_others_sets(ann: int) -> None:
    bo = clients.add_lifter(Lifter(name="Bo"))
    train(bo, DAY, ("squat", work(5)))
    assert history.history(ann, "squat") == []
    assert len(history.history(bo, "squat")) == 1


def test_hard_sets_leave_out_warm_ups_and_sets_in_which_nothing_was_done(ann: int) -> None:
    sets = (
        LoggedSet(60.0, 10, kind=SetKind.WARMUP),
        LoggedSet(100.0, 5),
        LoggedSet(100.0, 0, kind=SetKind.FAILURE),
        LoggedSet(80.0, 8, kind=SetKind.DROP),
        LoggedSet(100.0, None),
        LoggedSet(None, None, seconds=30.0),
    )
    train(ann, DAY + timedelta(days=1), ("squat", sets), ("bench_press", work(5)))
    train(ann, DAY, ("squat", sets[:1]), ("bench_press", work(5)))
    train(ann, DAY, ("bench_press", work(5)))
    assert history.trained(ann, most_rir=4) == [
        (DAY, "bench_press", 2),
        (DAY + timedelta(days=1), "bench_press", 1),
        (DAY + timedelta(days=1), "squat", 3),
    ]


def test_a_set_of_the_left_and_one_of_the_right_are_one_hard_set(ann: int) -> None:
    left, right = (LoggedSet(20.0, 10, side=side) for side in (Side.LEFT, Side.RIGHT))
    train(ann, DAY, ("bench_press", (left, right, left, right, left)), ("squat", work(5)))
    assert history.trained(ann, most_rir=4) == [(DAY, "bench_press", 3), (DAY, "squat", 1)]


def _first_slot(key: int) -> LoggedExercise:
    return log.session(key).exercises[0]


CHANGES: dict[str, Callable[[int], object]] = {
    "a changed set": lambda key: log.update_set(replace(_first_slot(key).sets[0], reps=6)),
    "a new set": lambda key: log.add_set(_first_slot(key).id or 0, work(3)[0]),
    "a deleted set": lambda key: log.delete_set(_first_slot(key).sets[0].id or 0),
    "another day": lambda key: log.update_session(replace(log.session(key), on=date.today())),
    "the trash": log.trash_session,
    "another exercise": lambda key: log.update_logged_exercise(
        replace(_first_slot(key), exercise="bench_press")
    ),
}


def test_a_carry_logged_by_its_metres_alone_counts_as_trained(ann: int) -> None:
    train(ann, DAY, ("squat", (LoggedSet(40.0, None, distance_m=30.0),)))
    assert history.trained(ann, 4.0) == [(DAY, "squat", 1)]


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_a_fingerprint_changes_with_the_history_and_with_its_undo(
    ann: int, change: Callable[[int], object]
) -> None:
    key = train(ann, DAY, ("squat", work(5, 5)))
    train(ann, DAY, ("squat", work(5)))
    train(ann, DAY, ("bench_press", work(5)))
    before = history.fingerprints(ann)
    with undo.step() as step:
        change(key)
    after = history.fingerprints(ann)
    assert after["squat"] != before["squat"]
    undo.revert(step)
    assert history.fingerprints(ann)["squat"] != after["squat"]
    assert history.fingerprints(ann)["bench_press"] == before["bench_press"]


def test_logging_a_set_leaves_the_other_exercises_fingerprints_alone(ann: int) -> None:
    key = train(ann, DAY, ("squat", work(5)), ("bench_press", work(5)))
    before = history.fingerprints(ann)
    log.add_set(_first_slot(key).id or 0, work(5)[0])
    after = history.fingerprints(ann)
    assert after["bench_press"] == before["bench_press"]
    assert after["squat"] != before["squat"]
    assert after["squat"][0] == 2
