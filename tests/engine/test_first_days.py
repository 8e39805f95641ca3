"""The first days of a lift as a coach reads them: a lone heavy set is a ramp-up or a slip.

A row is a day and its sets (`20×10@5 40×10@3`: 20 kg, ten repetitions, five left, …); after the
arrow what the day leaves to be believed: e1RM in kg, give or take one standard deviation in per
cent, and `held` for a day that is set aside until the next one decides.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

import pytest

from planner import engine
from planner.engine.terms import Exercise, ExerciseDay, Lifter, LoggedSet, Pattern

BENCH = Exercise("bench", "Bench press", pattern=Pattern.HORIZONTAL_PUSH)
SET = re.compile(r"([\d.]+)×(\d+)@(\d)")

A_RAMP = """
    20×10@5 40×10@3           → 42 ± 33
    20×10@5 40×10@3           → 57 ± 6
    20×10@5 40×10@3           → 58 ± 4
    40×10@3 40×10@3           → 58 ± 3
"""
A_RAMP_AND_THEN_WORK = """
    20×10@5 40×10@3           → 42 ± 33
    40×10@3 40×10@3 40×10@3   → 58 ± 4
    42.5×10@3 42.5×10@3       → 60 ± 3
"""
POUNDS_IN_ONE_SET = """
    30×8@2 66×8@2             → 59 ± 40
    30×8@2 30×8@2             → 40 ± 4
    30×8@2 30×8@2             → 40 ± 3
"""
TEN_TIMES_IN_ONE_SET = """
    30×8@2 300×8@2            → 40 ± 5
    30×8@2 30×8@2             → 40 ± 3
"""
A_SLIP_BETWEEN_EQUAL_SETS = """
    30×8@2 66×8@2 30×8@2      → 40 ± 4
    30×8@2 30×8@2             → 40 ± 3
"""


@pytest.mark.parametrize(
    "rows",
    [
        A_RAMP,
        A_RAMP_AND_THEN_WORK,
        POUNDS_IN_ONE_SET,
        TEN_TIMES_IN_ONE_SET,
        A_SLIP_BETWEEN_EQUAL_SETS,
    ],
)
def test_a_lone_top_of_a_first_day_is_left_open_until_the_second_settles_it(rows: str) -> None:
    assert retold(rows) == [" ".join(row.split()) for row in rows.strip().splitlines()]


def test_a_first_day_that_is_left_open_promises_no_repetitions() -> None:
    state = followed(["20×10@5 40×10@3"])[-1]
    forecast = engine.forecast_sets(state, state.last_on or date.max, 40.0)
    low, high = forecast.reps_interval()
    assert low < 5
    assert high > 15


def followed(days: list[str]) -> list[engine.LiftState]:
    state, states = engine.start(BENCH, Lifter(bodyweight_kg=80.0)), []
    for number, done in enumerate(days):
        sets = [LoggedSet(float(kg), int(reps), float(rir)) for kg, reps, rir in SET.findall(done)]
        on = date(2026, 3, 2) + timedelta(days=3 * number)
        state = engine.update(state, ExerciseDay(on, tuple(sets)))
        states.append(state)
    return states


def retold(rows: str) -> list[str]:
    days = [row.split("→")[0].strip() for row in rows.strip().splitlines()]
    return [
        f"{' '.join(done.split())} → {told(state)}"
        for done, state in zip(days, followed(days), strict=True)
    ]


def told(state: engine.LiftState) -> str:
    reading = engine.read(state, state.last_on or date.max)
    kg, sd = reading.strength_kg or 0.0, reading.strength_sd or 0.0
    return f"{kg:.0f} ± {100 * sd / kg:.0f}" + (" held" if state.held else "")
