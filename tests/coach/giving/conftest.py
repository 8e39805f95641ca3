"""Lifters of different strength, and a week of one of them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest

from planner.engine.plates import standard_inventory
from planner.engine.terms import (
    Lifter,
    LoggedSet,
    Mesocycle,
    Microcycle,
    PlannedExercise,
    PlannedSession,
    PlannedSet,
    Unit,
)
from planner.storage import clients, plan

MONDAY = date(2026, 11, 9)


@pytest.fixture
def squat() -> PlannedExercise:
    """Sets by load and reserve, by percentage, and by load alone."""
    return PlannedExercise(
        "back-squat",
        (
            PlannedSet(5, 5, rir=2.0, load_kg=80.0, load=80.0),
            PlannedSet(3, 3, percent_e1rm=80.0),
            PlannedSet(8, 8, load_kg=40.0, load=40.0),
        ),
    )


@pytest.fixture
def bench() -> PlannedExercise:
    return PlannedExercise("bench-press", (PlannedSet(5, 5, rir=2.0, load_kg=60.0, load=60.0),))


@pytest.fixture
def three(today: date, train: Callable[..., int], squatter: int) -> list[int]:
    """A stronger one in pounds, a weaker one, and one who never squatted."""
    made = []
    for name, kg, unit in (("Ann", 140.0, Unit.LB), ("Ben", 60.0, Unit.KG), ("Cem", 0, Unit.KG)):
        lifter = Lifter(name=name, unit=unit, inventory=standard_inventory(unit))
        made.append(clients.add_lifter(lifter))
        for week in range(10, 0, -1) if kg else ():
            entry = LoggedSet(kg, 5, rir=2.0, load=kg)
            train(made[-1], "back-squat", today - timedelta(weeks=week), entry, entry)
    return made


@pytest.fixture
def week(squatter: int, squat: PlannedExercise, bench: PlannedExercise) -> int:
    """A week of the squatter's with loads, a percentage and a lift that nobody did; its id."""
    session = PlannedSession("A", 2, (squat, bench))
    made = (Microcycle(1, MONDAY, (session, replace(session, name="B", day=4)), note="easy"),)
    block = plan.mesocycle(plan.add_mesocycle(squatter, Mesocycle("Strong", MONDAY, made)))
    assert block.weeks[0].id is not None
    return block.weeks[0].id
