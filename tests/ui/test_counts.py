"""One of a thing is never written as several."""

import pytest

from planner.ui import counts
from planner.ui.charts import chart_words


@pytest.mark.parametrize(
    ("write", "one", "many"),
    [
        (counts.sets, "1 set", "6,625 sets"),
        (counts.sessions, "1 session", "6,625 sessions"),
        (counts.exercises, "1 exercise", "6,625 exercises"),
        (counts.rows, "1 row", "6,625 rows"),
        (counts.weeks, "1 week", "6,625 weeks"),
        (counts.days, "1 day", "6,625 days"),
        (counts.training_days, "1 training day", "6,625 training days"),
    ],
)
def test_one_and_many(write, one, many):
    assert (write(1), write(6625)) == (one, many)


def test_half_a_hard_set_counts():
    assert [counts.hard_sets(n) for n in (1, 7.5, 0)] == [
        "1 hard set", "7.5 hard sets", "0 hard sets",
    ]  # fmt: skip


def test_the_totals_of_a_short_log():
    assert chart_words.totals(1, 3) == "1 session · 3 sets"
