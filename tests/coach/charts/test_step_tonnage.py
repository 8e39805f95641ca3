"""The tonnage of a lift's day: the same on every page, without a set that was mistyped."""

from __future__ import annotations

from datetime import timedelta

import pytest

from planner.coach import clients
from planner.coach.charts import records_page, week_work
from planner.coach.charts.lift_measures import LiftMeasure, measured
from planner.engine.terms import LoggedSet

SQUAT, PULL_UP = "back-squat", "pull-up"


def everywhere(lifter, slug, today):
    """Return the tonnage of the last day as volume, measures and records have it."""
    bout = next(b for b in week_work.bouts(lifter, today) if b.exercise.slug == slug)
    record = next(r for r in records_page.read(lifter, slug, today).bests if not r.estimate)
    return (
        bout.tonnage_kg,
        measured(lifter, slug, LiftMeasure.TONNAGE, today).values[-1].value,
        record.value_kg,
    )


def test_one_set_with_a_digit_too_many_is_left_out_and_its_others_are_not(squatter, today, train):
    sets = [LoggedSet(kg, 5, rir=2.0, load=kg) for kg in (100.0, 100.0, 1000.0)]
    train(squatter, SQUAT, today, *sets)
    assert measured(squatter, SQUAT, LiftMeasure.TONNAGE, today).values[-1].value == 1000
    days = [b for b in week_work.bouts(squatter, today) if b.on == today]
    assert [b.tonnage_kg for b in days] == [1000]


def test_pull_ups_weigh_the_same_on_every_page_when_the_weight_was_told_later(lifter, today, train):
    train(lifter, PULL_UP, today - timedelta(days=3), LoggedSet(None, 8, rir=1.0))
    clients.record_bodyweight(lifter, today, 90.0)
    volume, measure, record = everywhere(lifter, PULL_UP, today)
    assert volume == pytest.approx(measure) == pytest.approx(record)
