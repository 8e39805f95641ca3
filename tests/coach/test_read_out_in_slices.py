"""What is exported is read bit by bit, so that a window answers meanwhile."""

from datetime import timedelta

from planner.coach import exporting
from planner.engine.terms import LoggedSet
from planner.storage import log


def test_a_long_log_is_read_in_parts_and_whole(lifter, today, train):
    for days in range(120):
        train(lifter, "back-squat", today - timedelta(days=days), LoggedSet(100.0, 5))
    reading = exporting.reading_document([lifter])
    slices = sum(1 for _ in iter(lambda: next(reading, reading), reading))
    assert slices >= 4
    (made,) = exporting.document(lifter).lifters
    assert list(made.sessions) == log.sessions(lifter)
