"""A number in a cell means the same with a mark behind it: `25 p4` is `25`, and pain of 4."""

from __future__ import annotations

from dataclasses import replace

import pytest

from planner.coach.entry import SetRow
from planner.engine.terms import (
    Category,
    Exercise,
    LoadKind,
    LoggedSet,
    Measure,
    PlannedSet,
    SetKind,
    Side,
    Technique,
    Unit,
)
from planner.ui import row_draft, set_draft
from planner.ui.set_columns import Field
from planner.ui.set_offers import Entry, number_in, unmarked

SQUAT = Exercise("squat", "Squat")
RUN = Exercise(
    "run", "Run", category=Category.ENDURANCE, load_kind=LoadKind.NONE, measure=Measure.DISTANCE
)
CARRY = Exercise("carry", "Carry", load_kind=LoadKind.NONE, measure=Measure.DISTANCE)
PLANK = Exercise("plank", "Plank", load_kind=LoadKind.NONE, measure=Measure.SECONDS)
REACH = Exercise("reach", "Reach", load_kind=LoadKind.NONE, measure=Measure.REACH)
EMPTY = SetRow(1, None, None, None, None)
PLANNED = replace(EMPTY, target=PlannedSet(5, 5, 2.0, load_kg=100.0, load=100.0))
TIME, FAR, RPE = Field.SECONDS, Field.DISTANCE, Field.RPE
MARKS = {
    "p4": {"pain": 4},
    "q2": {"technique": Technique.MINOR},
    "w": {"kind": SetKind.WARMUP},
    "@3": {"rir": 3.0},
    "/left": {"side": Side.LEFT},
    "3-1-3-0": {"tempo": "3-1-3-0"},
}


def entry(exercise: Exercise, row: SetRow = EMPTY) -> Entry:
    return Entry(row, None, exercise, Unit.KG)


@pytest.mark.parametrize("mark", MARKS)
@pytest.mark.parametrize(
    ("exercise", "field", "number"),
    [
        (RUN, TIME, "25"), (RUN, TIME, "25:00"), (RUN, FAR, "5000"), (RUN, FAR, "5km"),
        (SQUAT, Field.REPS, "8"),
    ],
)  # fmt: skip
def test_it_is_read_as_without_its_mark(exercise, field, number, mark) -> None:
    (bare,) = set_draft.read(entry(exercise), {field: number}).sets
    (marked,) = set_draft.read(entry(exercise), {field: f"{number} {mark}"}).sets
    assert marked == replace(bare, **MARKS[mark])


@pytest.mark.parametrize(
    "cells", [{TIME: "25:00 p4", FAR: "5000"}, {TIME: "25:00", FAR: "5 km p4"}]
)
def test_the_cells_beside_it_are_read_with_it(cells) -> None:
    (made,) = set_draft.read(entry(RUN), {**cells, RPE: "7"}).sets
    assert (made.seconds, made.distance_m, made.rir, made.pain) == (1500.0, 5000.0, 3.0, 4)


@pytest.mark.parametrize(("text", "rir"), [("2 p4", 2.0), ("1,5 p4", 1.5)])
def test_behind_an_effort_it_is_no_number_of_reps(text, rir) -> None:
    row = entry(SQUAT, PLANNED)
    (made,) = set_draft.read(row, {Field.LOAD: "100", Field.REPS: "5", Field.RIR: text}).sets
    assert (made.load, made.reps, made.rir, made.pain) == (100.0, 5, rir, 4)
    assert not row_draft.whole(row, {Field.LOAD: "", Field.REPS: "", Field.RIR: text})


@pytest.mark.parametrize("mark", ["p0", "p4", "q3"])
def test_the_reserve_that_was_planned_goes_with_the_reps_that_were(mark) -> None:
    (made,) = set_draft.read(entry(SQUAT, PLANNED), {Field.REPS: f"5 {mark}"}).sets
    assert (made.reps, made.rir) == (5, 2.0)


@pytest.mark.parametrize("mark", ["", " p4"])
@pytest.mark.parametrize(
    ("exercise", "field", "text", "done"),
    [
        (CARRY, FAR, "30, 25", [30.0, 25.0]), (RUN, FAR, "400, 400", [400.0, 400.0]),
        (PLANK, TIME, "45, 9", [45.0, 9.0]), (REACH, Field.REACH, "30, 25", [0.3, 0.25]),
    ],
)  # fmt: skip
def test_a_comma_with_a_blank_stands_between_two_sets(exercise, field, text, done, mark) -> None:
    made = set_draft.read(entry(exercise), {field: text + mark}).sets
    assert [each.seconds or each.distance_m for each in made] == pytest.approx(done)


@pytest.mark.parametrize(
    ("exercise", "field", "text", "value"),
    [
        (SQUAT, Field.RIR, "1, 5", 1.5), (RUN, RPE, "7, 5", 7.5), (RUN, TIME, "30, 5", 30.5),
    ],
)  # fmt: skip
def test_in_any_other_cell_it_is_a_decimal_comma(exercise, field, text, value) -> None:
    texts, _ = unmarked({field: text}, exercise)
    assert number_in(field, texts[field]) == value


@pytest.mark.parametrize("text", ["w5", "5d", "5 f"])
def test_the_reserve_that_was_planned_is_not_that_of_another_kind_of_set(text) -> None:
    (made,) = set_draft.read(entry(SQUAT, PLANNED), {Field.REPS: text}).sets
    assert (made.reps, made.rir) == (5, None)


def test_beside_a_whole_entry_another_cell_has_to_be_empty() -> None:
    draft = set_draft.read(entry(SQUAT), {Field.REPS: "100x8", Field.RIR: "2 p4"})
    assert draft.sets == ()
    assert draft.problem.startswith("Type a whole entry in one cell")


def test_of_a_set_that_is_stored_the_other_cells_stay() -> None:
    done = LoggedSet(None, None, seconds=1500.0, distance_m=5000.0, rir=3.0, pain=2)
    cells = {TIME: "24:30 p4", FAR: "5000", RPE: "7"}
    draft = set_draft.revise(entry(RUN, replace(EMPTY, logged=done)), done, cells)
    assert draft.sets == (replace(done, seconds=1470.0, pain=4),)


def test_the_load_of_its_row_is_known_before_its_reps_are() -> None:
    assert set_draft.load_kg(entry(SQUAT), {Field.LOAD: "100", Field.RIR: "2 p4"}) == 100.0


@pytest.mark.parametrize("text", ["8@2", "8 p4"])
def test_in_the_cell_of_the_load_it_is_what_was_done_with_that_load(text) -> None:
    (made,) = set_draft.read(entry(SQUAT, PLANNED), {Field.LOAD: text}).sets
    assert (made.load, made.reps) == (100.0, 8)


@pytest.mark.parametrize(
    ("cells", "problem"),
    [
        ({TIME: "25:00 p4", FAR: "5000 p5"}, "Type a whole entry in one cell"),
        ({TIME: "25:00 p4 p5"}, "One pain a set"),
        ({TIME: "25:00 /wrist"}, "'/wrist' is no side."),
    ],
)
def test_marks_that_say_two_things_or_nothing_are_no_set(cells, problem) -> None:
    assert set_draft.read(entry(RUN), cells).problem.startswith(problem)


@pytest.mark.parametrize("mark", ["", " p4", " q2", "w", " @3"])
def test_seconds_of_a_run_are_asked_about_with_any_mark(desk, mark) -> None:
    desk.start("running")
    desk.type(f"25{mark}")
    desk.enter()
    assert desk.stored() == []
    assert desk.says() == "25 s? Enter keeps it, Space takes 25 min."
    desk.type(" ")
    assert [made.seconds for made in desk.stored()] == [1500.0]
