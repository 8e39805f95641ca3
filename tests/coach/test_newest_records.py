"""Which of a lift's records are new: of all lifts, a line each."""

from __future__ import annotations

from datetime import timedelta

from planner.coach.charts import records_all
from tests.coach.test_read_records import did, finish


def test_the_newest_record_and_those_of_six_weeks_are_the_same_records(lifter, today, train):
    """Fifteen at a light load are a first, as their e1RM is no best: no record is renewed."""
    train(lifter, "back-squat", today - timedelta(weeks=12), did(100, 8))
    train(lifter, "back-squat", today - timedelta(weeks=8), did(105, 8))
    train(lifter, "back-squat", today - timedelta(weeks=3), did(80, 15))
    (line,) = finish(records_all.reading_all(lifter, today))
    assert (line.newest, line.recent) == (today - timedelta(weeks=8), 0)
    train(lifter, "back-squat", today - timedelta(weeks=2), did(107.5, 8))
    (line,) = finish(records_all.reading_all(lifter, today))
    assert line.newest == today - timedelta(weeks=2)
    assert line.recent > 0
