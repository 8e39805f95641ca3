"""Bodyweight: what is said of a day rests on what was weighed by then, and on nothing later."""

from datetime import timedelta

import pytest

from planner.coach import looking_back, readings, replaying
from planner.engine.terms import Lifter, LoggedSet
from planner.storage import clients


@pytest.fixture
def puller(database, today, train):
    """Pull up ten times, every five days up to five days ago, without ever having weighed in."""
    lifter = clients.add_lifter(Lifter(name="Kim"))
    for back in range(10, 0, -1):
        train(lifter, "pull-up", today - timedelta(days=5 * back), LoggedSet(0, 8, rir=1, load=0))
    return lifter


def strength(lifter, on):
    return readings.readings(lifter, on)["pull-up"].strength_kg


@pytest.mark.parametrize("kg", [50.0, 75.0, 110.0])
def test_a_later_bodyweight_never_moves_an_earlier_reading(puller, today, kg):
    days = [today - timedelta(days=back) for back in (40, 15, 1)]
    before = [readings.readings(puller, on) for on in days]
    clients.record_bodyweight(puller, today, kg)
    assert [readings.readings(puller, on) for on in days] == before
    clients.record_bodyweight(puller, today + timedelta(days=3), 90.0)
    assert [readings.readings(puller, on) for on in days] == before


def test_a_later_bodyweight_never_moves_an_earlier_replay(puller, today, train):
    before = list(replaying.replay(puller))
    clients.record_bodyweight(puller, today, 110.0)
    train(puller, "pull-up", today, LoggedSet(0, 8, rir=1, load=0))
    rows = list(replaying.replay(puller))
    assert rows[:-1] == before
    assert rows[-1]["e1rm_kg"] == pytest.approx(strength(puller, today), abs=1e-3)


def test_a_later_bodyweight_never_moves_what_was_said_after_a_session(puller, today):
    on = today - timedelta(days=5)
    before = list(looking_back.sessions(puller, "pull-up", on))
    clients.record_bodyweight(puller, today, 110.0)
    assert list(looking_back.sessions(puller, "pull-up", on)) == before


def test_every_day_before_the_first_bodyweight_is_told_as_it_was_said(puller, today):
    before = list(looking_back.sessions(puller, "pull-up", today))
    clients.record_bodyweight(puller, today, 110.0)
    assert list(looking_back.sessions(puller, "pull-up", today)) == before


def test_the_first_bodyweight_makes_the_whole_history_exact_from_its_day_on(puller, today):
    assumed = strength(puller, today)
    clients.record_bodyweight(puller, today, 110.0)
    known = readings.readings(puller, today)["pull-up"]
    assert known.strength_kg == pytest.approx(assumed * 110 / 75, rel=0.01)
    assert not any("assumed" in fact.template for fact in known.facts)
    assert known.gain_28d == pytest.approx(0.0, abs=0.05)


def test_weighing_in_again_leaves_the_days_before_as_they_were(puller, today):
    clients.record_bodyweight(puller, today - timedelta(days=20), 80.0)
    before = readings.replays(puller)["pull-up"]
    clients.record_bodyweight(puller, today - timedelta(days=1), 84.0)
    assert readings.replays(puller)["pull-up"] == before
