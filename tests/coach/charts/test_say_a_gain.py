"""What 'In short' says of a gain, and what it leaves out where nobody can tell."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from planner.coach import charts, wording
from planner.engine.terms import LoggedSet
from planner.storage import clients

DAY = timedelta(days=1)


@pytest.fixture
def trained(lifter, today, train):
    """Return a function that logs an exercise so many days ago and reads its chart."""

    def made(slug, *days, load=100.0):
        for back in days:
            train(lifter, slug, today - back * DAY, LoggedSet(load, 5, rir=2.0, load=load))
        return charts.strength(lifter, slug, today)

    return made


def short(chart):
    return " ".join(wording.render(each) for each in (*chart.summary, *chart.outlook))


@pytest.mark.parametrize("days", [(20,), (20, 7), (13, 6, 0)])
def test_one_session_or_less_than_two_weeks_show_no_gain(trained, days):
    assert "since" not in short(trained("back-squat", *days))


def test_a_gain_counts_from_the_first_session(trained):
    assert "since the first session on 20 Oct." in short(trained("back-squat", 16, 9, 2))


def test_a_bodyweight_that_nobody_told_leaves_the_forecast_open(trained, lifter, today):
    chart = trained("pull-up", 28, 21, 14, 7, 0, load=10.0)
    assert "takes your bodyweight for" in short(chart)
    assert chart.next_session is None
    assert "in four weeks" not in short(chart)
    clients.record_bodyweight(lifter, date(2026, 9, 1), 80.0)
    assert charts.strength(lifter, "pull-up", today).next_session is not None


@pytest.mark.parametrize(("p", "said"), [(0.69, "7 in 10"), (0.99, "9 in 10"), (0.02, "1 in 10")])
def test_how_sure_is_rounded_as_the_chip_is(p, said):
    assert wording.nearest_odds(p) == said
