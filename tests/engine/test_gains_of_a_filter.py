"""What a filter of the bank expects to be gained, and what it has still to regain."""

from datetime import date, timedelta
from math import exp

import pytest
from hypothesis import given, strategies as st

from planner import engine
from planner.engine import trend
from planner.engine.layoff import Loss
from planner.engine.terms import Exercise, ExerciseDay, Experience, Lifter, LoggedSet

BEGAN = date(2025, 1, 6)


def bank(sessions: int, experience: Experience = Experience.NOVICE) -> trend.Bank:
    """Return what is believed after sessions that got heavier by 2 kg each."""
    state = engine.start(Exercise("squat"), Lifter(experience, bodyweight_kg=80.0))
    for number in range(sessions):
        done = (LoggedSet(60.0 + 2.0 * number, 5, rir=2.0),) * 3
        state = engine.update(state, ExerciseDay(BEGAN + timedelta(days=3 * number), done))
    assert state.bank is not None
    return state.bank


@given(st.integers(2, 20), st.integers(1, 9), st.floats(1.0, 40.0))
def test_what_is_gained_is_what_the_level_rises_by(sessions: int, days: int, steps: float) -> None:
    """With one filter alone, no loss to regain, and the days of a week or so."""
    alone = bank(sessions).filters[0]
    alone = (*alone[:3], 0.0, *alone[4:])
    before = trend.Bank((1.0, 0.0, 0.0), (alone,) * 3)
    after = trend.advance(before, (steps,) * 3, float(days), Loss(0.0, 0.0))
    learned = 1.0 - exp(-(0.5 + 0.5 * days / 3.5) / steps)
    gain, variance = trend.gained(alone, days, learned)
    assert gain == pytest.approx(trend.middle(after) - trend.middle(before))
    assert variance >= 0.0


@given(st.integers(2, 20), st.floats(0.0, 60.0), st.floats(0.0, 5.0))
def test_a_gain_is_sure_as_far_as_its_two_parts_and_what_they_share(
    sessions: int, days: float, learned: float
) -> None:
    for each in bank(sessions).filters:
        (_, growth), (_, learning) = trend.gained(each, days, 0.0), trend.gained(each, 0.0, learned)
        both = trend.gained(each, days, learned)[1]
        most = (growth**0.5 + learning**0.5) ** 2
        least = (growth**0.5 - learning**0.5) ** 2
        assert least - 1e-9 <= both <= most + 1e-9


def test_a_returner_has_a_loss_to_regain_that_gets_smaller_and_surer() -> None:
    first, later = bank(1, Experience.RETURNER), bank(12, Experience.RETURNER)
    believed = trend.PRIORS[Experience.RETURNER]
    assert trend.to_regain(first) == pytest.approx((believed.loss, believed.loss_sd**2))
    assert trend.to_regain(later)[0] < 0.5 * believed.loss
    assert trend.to_regain(later)[1] < believed.loss_sd**2
