"""Which set of a session spared what hurt before it in the session."""

from __future__ import annotations

import pytest

from planner.coach import pain_stop
from planner.coach.entry import SetRow
from planner.engine.terms import KG_PER_LB, Exercise, LoadKind, LoggedSet, Unit

SQUAT = Exercise("back-squat")
PULL_UP = Exercise("assisted-pull-up", load_kind=LoadKind.ASSISTED)


def row(entry: LoggedSet) -> SetRow:
    return SetRow(1, None, None, entry, None)


def is_spared(load: LoggedSet, hurt: LoggedSet, exercise: Exercise = SQUAT) -> bool:
    made = row(load)
    return pain_stop.is_spared(made, [row(hurt), made], exercise)


def test_the_load_that_hurt_is_not_spared_by_typing_it_in_pounds() -> None:
    hurt = LoggedSet(100.0, 5, load=100.0, pain=7)
    pounds = LoggedSet(220 * KG_PER_LB, 5, load=220.0, unit=Unit.LB)
    assert not is_spared(pounds, hurt)


@pytest.mark.parametrize(("exercise", "load"), [(SQUAT, 97.5), (PULL_UP, 105.0)])
def test_a_plate_less_or_more_help_spares_it(exercise, load) -> None:
    hurt = LoggedSet(100.0, 5, load=100.0, pain=7)
    assert is_spared(LoggedSet(load, 5, load=load), hurt, exercise)


def test_what_is_harder_spares_nothing() -> None:
    hurt = LoggedSet(100.0, 5, load=100.0, pain=7)
    assert not is_spared(LoggedSet(105.0, 5, load=105.0), hurt)
    assert not is_spared(LoggedSet(95.0, 5, load=95.0), hurt, PULL_UP)
