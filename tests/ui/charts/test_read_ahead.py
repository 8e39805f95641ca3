"""What takes long of the charts is read while nobody waits for it."""

from __future__ import annotations

from datetime import date

import pytest

from planner.coach import demo, readings, steps
from planner.coach.charts import records_page
from planner.coach.parts import at_once
from planner.ui import region
from planner.ui.charts import read_ahead
from planner.ui.charts.pages import PageName

SLUG = "back-squat"


@pytest.fixture
def trained(database, today: date) -> int:
    """Store somebody who trained for twelve weeks; return the id."""
    made = demo.add_made_up(demo.Sample("Ada", 12, seed=1), today)
    at_once(readings.replaying(made, today))
    return made


def test_the_pages_come_first_then_what_they_tell_of_the_lift_shown(trained, today):
    jobs = read_ahead.jobs(trained, SLUG, today)
    assert list(jobs) == [*PageName, "reading"]
    at_once(jobs["reading"]())
    known = records_page.read(trained, SLUG, today, region.first_weekday())
    assert known is not None
    assert records_page.read(trained, SLUG, today, region.first_weekday()) is known


def test_without_a_lift_there_are_only_pages_to_import(today):
    assert list(read_ahead.jobs(None, "", today)) == list(PageName)


def test_somebody_whom_undo_took_away_meanwhile_is_not_read(database, today):
    sample = demo.Sample("Ada", 12, seed=1)
    lifter, step = steps.do(lambda: demo.add_made_up(sample, today))
    work = read_ahead.jobs(lifter, SLUG, today)["reading"]()
    next(work)
    steps.revert(step)
    at_once(work)
