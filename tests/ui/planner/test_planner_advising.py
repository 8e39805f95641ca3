"""What is advised beside the week is worked out once for all cards."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from datetime import date, timedelta

import pytest

from planner.coach import suggesting
from planner.engine.terms import LoggedExercise, LoggedSet, Session
from planner.storage import clients, log
from planner.storage.base import db

TODAY = date(2026, 11, 5)


def pressed(lifter: int, rir: float) -> None:
    """Log eight weeks of presses up to the day before."""
    entry = LoggedSet(60.0, 8, rir=rir, load=60.0)
    for week in range(8):
        on = TODAY - timedelta(days=1 + 7 * week)
        slot = LoggedExercise("bench-press", (entry,) * 3)
        log.add_session(lifter, Session(on, (slot,), name="Day", finished=True))


def asked_for(work: Callable[[], object]) -> Counter[str]:
    """Return how often each statement is run by some work."""
    read: Counter[str] = Counter()
    db.connection().set_trace_callback(lambda sql: read.update([sql]))
    work()
    db.connection().set_trace_callback(None)
    return read


@pytest.mark.parametrize("rir", [0.0, 2.0])
def test_a_look_at_the_week_asks_for_advice_once(lifter, planner, rir):
    pressed(lifter, rir)
    planner.refresh()
    clients.change_setting("written", "once")
    once = asked_for(lambda: suggesting.advised(lifter, TODAY))
    clients.change_setting("written", "twice")
    look, again = asked_for(planner.refresh), asked_for(planner.refresh)
    assert min(look[sql] / count for sql, count in once.items()) == 1
    assert min(again[sql] / count for sql, count in once.items()) == 0  # nobody wrote
