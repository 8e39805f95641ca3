"""Sessions that look like a typing error are the same ones to every page."""

from datetime import timedelta

import pytest

from planner.coach import points, readings
from planner.engine.terms import SUSPECT, LoggedSet

WRONG = LoggedSet(1000, 5, load=1000)
RIGHT = LoggedSet(100, 5, rir=2, load=100)
FLAGGED = LoggedSet(1000, 5, load=1000, flags=frozenset({SUSPECT}))
HELD = LoggedSet(None, None, seconds=60)


@pytest.mark.parametrize(
    ("done", "left_out"),
    [
        ((RIGHT,), 0),
        ((WRONG,), 1),
        ((WRONG, RIGHT), 1),
        ((WRONG, HELD, RIGHT), 1),
        ((WRONG, WRONG), 0),
        ((FLAGGED, RIGHT), 0),
        ((HELD,), 0),
    ],
)
def test_what_is_left_out_is_what_the_plot_marks(squatter, today, train, done, left_out):
    for days, entry in enumerate(reversed(done)):
        train(squatter, "back-squat", today - timedelta(days=days), entry)
    replay = readings.replays(squatter, today)["back-squat"]
    marked = {point.session_id for point in points.points(replay) if point.held_out}
    assert points.held_out(replay) == marked
    assert len(marked) == left_out
