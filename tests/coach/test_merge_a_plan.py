"""Merging a plan that both computers prescribed anew."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from planner.coach import (
    files,
    library,
    merging,
    prescription,
    prescription_words,
    steps,
    week_edits,
)
from planner.coach.merging import MergePreview, Side
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


@pytest.fixture
def line(database: Path, lifter: int) -> int:
    """Plan three sets of chest press; return the id of that line."""
    press = PlannedExercise(PRESS, (PlannedSet(8, 12, load_kg=40.0, load=40.0),) * 3)
    week = Microcycle(1, DAY, (PlannedSession("Push", 0, (press,)),))
    made = plan.mesocycle(plan.add_mesocycle(lifter, Mesocycle("Block", DAY, weeks=(week,))))
    return made.weeks[0].sessions[0].exercises[0].id or 0


@pytest.fixture
def laptop(line: int, tmp_path: Path) -> Path:
    """Copy the file to a laptop."""
    return files.back_up(tmp_path / "laptop.db")


def on(path: Path, line: int, typed: str) -> None:
    files.open_quickly(path)
    prescribe(line, typed)


def look(path: Path) -> MergePreview:
    return at_once(merging.look(merging.fetch(path)))


def written(line: int) -> str:
    return prescription_words.prescription_source(plan.planned_exercise(line).sets, Unit.KG)


def take_in(path: Path, *chosen: Side) -> None:
    preview = look(path)
    choices = dict(zip((each.key for each in preview.differences), chosen, strict=False))
    at_once(merging.apply(preview, choices))


def test_what_both_prescribed_anew_is_one_choice_of_a_whole_line(
    laptop: Path, database: Path, line: int
) -> None:
    on(laptop, line, "4x10 @3 20")
    on(database, line, "5x5 @2 25")
    [found] = look(laptop).differences
    assert found.what == "Machine chest press, planned in week 1"
    assert (found.here, found.there) == ("5×5 @2, 25 kg", "4×10 @3, 20 kg")
    assert found.later is Side.HERE
    take_in(laptop)
    assert written(line) == "5x5 @2 25"
    assert look(laptop).differences == ()


@pytest.mark.parametrize("typed", [("4x10 @3 20", "5x5 @2 25"), ("5x5 @2 25", "2x3 90")])
@pytest.mark.parametrize("side", Side)
@pytest.mark.parametrize("desk_is_later", [True, False])
def test_the_chosen_prescription_stands_on_both_computers(
    laptop: Path, database: Path, line: int, typed: tuple[str, str], side: Side, desk_is_later: bool
) -> None:
    at_desk, at_laptop = typed if desk_is_later else typed[::-1]
    computers = ((laptop, at_laptop), (database, at_desk))
    for path, text in computers if desk_is_later else computers[::-1]:
        on(path, line, text)
    files.open_quickly(database)
    take_in(laptop, side)
    chosen = at_desk if side is Side.HERE else at_laptop
    assert written(line) == chosen
    assert look(laptop).differences == ()
    files.open_quickly(laptop)
    take_in(database)
    assert written(line) == chosen
    files.open_quickly(database)
    assert look(laptop).is_empty()


def test_a_line_without_sets_may_be_chosen_too(laptop: Path, database: Path, line: int) -> None:
    files.open_quickly(database)
    week_edits.prescribe(line, ())
    on(laptop, line, "4x10 @3 20")
    files.open_quickly(database)
    [found] = look(laptop).differences
    assert (found.here, found.later) == ("–", Side.THERE)
    take_in(laptop, Side.HERE)
    files.open_quickly(laptop)
    take_in(database)
    assert plan.planned_exercise(line).sets == ()


def test_what_fell_comes_back_when_the_merge_is_taken_back(
    laptop: Path, database: Path, line: int
) -> None:
    on(laptop, line, "5x5 @2 25")
    on(database, line, "2x3 90")
    merged = at_once(
        merging.apply(preview := look(laptop), {preview.differences[0].key: Side.THERE})
    )
    assert written(line) == "5x5 @2 25"
    steps.revert(merged.step)
    assert written(line) == "2x3 90"
