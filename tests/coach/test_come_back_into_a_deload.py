"""A return after time off wins over the deload that is planned; the lighter of both holds."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from planner.coach import changing, suggesting
from planner.coach.wording import render
from planner.engine.terms import (
    Mesocycle,
    Microcycle,
    PlannedExercise,
    PlannedSession,
    PlannedSet,
    SuggestionKind,
)
from planner.storage import plan

BACK = timedelta(days=22)  # after the fixture's today: 29 days after the last squats


def planned(lifter: int, starts_on: date, entry: PlannedSet, sets: int, *, deload: bool) -> int:
    slot = PlannedExercise("back-squat", (entry,) * sets)
    week = Microcycle(1, starts_on, (PlannedSession("Legs", 0, (slot,)),), deload=deload)
    return plan.add_mesocycle(lifter, Mesocycle("Block", starts_on, weeks=(week,)))


@pytest.mark.parametrize("kg", [100.0, 70.0])
def test_the_return_eases_a_deload_that_is_heavier_and_spares_a_lighter_one(
    squatter, today, kg
) -> None:
    now = today + BACK
    entry = PlannedSet(5, 5, rir=4.0, load_kg=kg, load=kg)
    planned(squatter, now + timedelta(days=1), entry, 2, deload=True)
    [card] = suggesting.suggestions(squatter, now)
    assert card.kind is SuggestionKind.RETURN_RAMP
    assert card.change.load_kg == (90.0 if kg == 100.0 else 70.0)
    assert (card.change.sets, card.change.rir) == (2, 4.0)
    changing.apply(squatter, card, now)
    [(_, _, made)] = plan.future_exercises(squatter, "back-squat", now)
    assert [(e.load_kg, e.rir) for e in made.sets] == [(card.change.load_kg, 4.0)] * 2


def test_a_deload_is_no_heavier_than_the_same_return_to_a_plain_week(squatter, today) -> None:
    now, found = today + BACK, []
    for sets, rir, deload in ((3, 2.0, False), (2, 4.0, True)):
        entry = PlannedSet(5, 5, rir=rir, load_kg=100.0, load=100.0)
        block = planned(squatter, now + timedelta(days=1), entry, sets, deload=deload)
        found += suggesting.suggestions(squatter, now)
        plan.trash_mesocycle(block)
    plain, light = (made.change for made in found)
    assert (light.load_kg, light.sets, light.rir) == (plain.load_kg, plain.sets, plain.rir)


def test_a_deload_without_time_off_still_asks_for_nothing(squatter, today) -> None:
    entry = PlannedSet(5, 5, rir=4.0, load_kg=95.0, load=95.0)
    planned(squatter, today + timedelta(days=1), entry, 2, deload=True)
    told = [render(made.headline) for made in suggesting.all_suggestions(squatter, today)]
    assert told == []
