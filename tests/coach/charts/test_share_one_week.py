"""A week is the same on every page of the charts: it begins on the reader's first weekday."""

from datetime import date, timedelta

import pytest

from planner.coach.charts import compare, records_page, training_days_page, volume_page
from planner.coach.parts import at_once
from planner.engine.terms import LoggedSet

SUNDAY, MONDAY, SATURDAY = date(2026, 11, 1), date(2026, 11, 2), date(2026, 11, 7)
TODAY = date(2026, 11, 10)
FIVE = LoggedSet(100, 5, rir=2, load=100)


@pytest.fixture
def trained(lifter: int, train) -> int:
    """Squat on a Sunday, on the Monday after it, and on the Saturday of that week."""
    for on in (SUNDAY, MONDAY, SATURDAY):
        train(lifter, "back-squat", on, FIVE)
    return lifter


def weeks_of(lifter, first):
    """Return by page (first day, what was done) of each week that is over."""
    sets = volume_page.weekly_sets(lifter, "Quads", TODAY, first).weeks
    loads = volume_page.week_loads(lifter, TODAY, first)
    tonnage = volume_page.weekly_tonnage(lifter, "Quads", TODAY, first).rows
    zones = volume_page.weekly_zones(lifter, "Quads", TODAY, first).rows
    (line,) = at_once(compare.lines(lifter, ["back-squat"], TODAY, first))
    return {
        "sets": sets[:-1],
        "all": tuple((each.starts_on, each.load) for each in loads[:-1]),
        "tonnage": tuple((on, kg / 500) for on, (kg,) in tonnage[:-1]),
        "zones": tuple((on, sum(counts)) for on, counts in zones[:-1]),
        "compare": tuple((each.starts_on, each.sets) for each in line.weeks),
    }


@pytest.mark.parametrize(
    ("first", "weeks"),
    [(1, ((SUNDAY - timedelta(days=6), 1.0), (MONDAY, 2.0))), (7, ((SUNDAY, 3.0),))],
)
def test_every_page_counts_the_same_weeks(trained, first, weeks):
    for page, found in weeks_of(trained, first).items():
        assert found == weeks, page
    on, sets = weeks[-1]
    best = records_page.read(trained, "back-squat", TODAY, first).bests[-1]
    assert (best.on, best.value_kg) == (on, 500 * sets)
    row = training_days_page.training_days(trained, TODAY, first).regular.best
    assert (row.since, row.weeks) == (weeks[0][0], len(weeks))
    ((_, most),) = volume_page.exercises_of(trained, "", on, TODAY)
    assert most == sets
