"""Merging a plan that both computers prescribed anew."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from planner.coach import files, library, merging, prescription, week_edits
from planner.coach.merging import Count
from planner.coach.parts import at_once
from planner.engine.terms import (
    Mesocycle,
    Microcycle,
    PlannedExercise,
    PlannedSession,
    PlannedSet,
    Unit,
)
from planner.storage import plan

DAY = date(2026, 11, 3)
PRESS = "machine-chest-press"


def prescribe(line: int, typed: str) -> None:
    sets = prescription.parse_prescription(typed, Unit.KG, library.exercise(PRESS)).sets
    week_edits.prescribe(line, sets)


def test_sets_that_both_prescribed_anew_are_a_choice_and_never_twice_as_many(
    database: Path, lifter: int, tmp_path: Path
) -> None:
    press = PlannedExercise(PRESS, (PlannedSet(8, 12, load_kg=40.0, load=40.0),) * 3)
    week = Microcycle(1, DAY, (PlannedSession("Push", 0, (press,)),))
    made = plan.mesocycle(plan.add_mesocycle(lifter, Mesocycle("Block", DAY, weeks=(week,))))
    line = made.weeks[0].sessions[0].exercises[0].id or 0
    laptop = files.back_up(tmp_path / "laptop.db")
    prescribe(line, "3x8-12 @4 42.5")
    files.open_quickly(laptop)
    prescribe(line, "3x8-12 @4 45")
    files.open_quickly(database)
    preview = at_once(merging.look(merging.fetch(laptop)))
    assert preview.lifters[0].counts == (Count("planned set", changed=3),)
    first = preview.differences[0]
    assert (first.here, first.there) == ("42.5 kg × 8–12", "45 kg × 8–12")
    at_once(merging.apply(preview, {}))
    assert [each.load for each in plan.planned_exercise(line).sets] == [45.0] * 3
