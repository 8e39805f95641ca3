"""What days without training do to a reading: nothing rises by itself."""

from __future__ import annotations

from datetime import timedelta
from functools import cache
from itertools import pairwise

from hypothesis import given, settings, strategies as st

from planner import engine
from planner.engine import evidence, simulate
from planner.engine.terms import Experience, Lifter, Reading

BAND_SD = 1.645  # of the 90 % range that is drawn
TINY = 1e-9

SEEDS = st.integers(0, 30)
SHARES = st.floats(0.1, 1.0)
GROWS_DAYS = int(evidence.GROWTH_GAP_DAYS.value)  # after training; what is built then is gain
PAUSE = st.integers(GROWS_DAYS, 800)
SHORT = st.integers(GROWS_DAYS + 1, int(evidence.LONG_PAUSE.value))


@cache
def lived(seed: int) -> tuple[engine.LiftState, ...]:
    """The state after each session of a lifter whose check-ins show tiredness."""
    person = Lifter(tuple(Experience)[seed % len(Experience)], bodyweight_kg=75.0)
    made = simulate.simulate(seed, lifter=person, weeks=30, wellness=1.0)
    state, states = engine.start(made.exercise, made.lifter), []
    for day in made.days:
        state = engine.update(state, day)
        states.append(state)
    return tuple(states)


def at(seed: int, share: float) -> engine.LiftState:
    states = lived(seed)
    return states[round(share * (len(states) - 1))]


def read_after(state: engine.LiftState, days: int, trains: bool = False) -> Reading:
    """Read the lift so many days on; `trains` says that its muscles are trained otherwise."""
    assert state.last_on is not None
    return engine.read(
        state, state.last_on + timedelta(days=days), min(days, 3) if trains else None
    )


def band(reading: Reading) -> tuple[float, float]:
    assert reading.strength_kg is not None
    assert reading.strength_sd is not None
    spread = BAND_SD * reading.strength_sd
    return reading.strength_kg - spread, reading.strength_kg + spread


@given(SEEDS, SHARES, PAUSE, PAUSE, st.booleans())
@settings(max_examples=60, deadline=None)
def test_strength_never_rises_in_a_pause(
    seed: int, share: float, one: int, other: int, trains: bool
) -> None:
    state = at(seed, share)
    before, after = [read_after(state, days, trains) for days in sorted((one, other))]
    assert (after.strength_kg or 0.0) <= (before.strength_kg or 0.0) * (1 + TINY)
    assert band(after)[0] <= band(before)[0] * (1 + TINY)
    assert after.retained <= before.retained + TINY


@given(SEEDS, SHARES, SHORT, SHORT)
@settings(max_examples=60, deadline=None)
def test_neither_end_of_the_band_rises_in_the_first_two_months(
    seed: int, share: float, one: int, other: int
) -> None:
    state = at(seed, share)
    before, after = [band(read_after(state, days)) for days in sorted((one, other))]
    assert all(b <= a * (1 + TINY) for a, b in zip(before, after, strict=True))


@given(SEEDS, SHARES)
@settings(max_examples=100, deadline=None)
def test_tiredness_never_rises_in_a_week_without_training(seed: int, share: float) -> None:
    tired = [read_after(at(seed, share), days).fatigue or 0.0 for days in range(8)]
    assert all(after <= before + TINY for before, after in pairwise(tired))
