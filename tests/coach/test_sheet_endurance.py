"""Endurance on paper: a box each for minutes, metres and effort, and typing them back."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, strategies as st

from planner.coach import shipped
from planner.coach.entry import SetRow
from planner.coach.sheet_boxes import planned_text, read_line, typed_text
from planner.coach.sheet_lines import glossary, lines
from planner.engine.terms import (
    LoggedSet,
    PlannedExercise,
    PlannedSession,
    PlannedSet,
    SetKind,
    Unit,
)

EMPTY = SetRow(1, None, None, None, None)
SECONDS = st.none() | st.integers(1, 20_000).map(lambda s: s / 2)
METRES = st.none() | st.integers(1, 90_000).map(lambda m: m / 4)
EFFORTS = st.none() | st.integers(0, 20).map(lambda rir: rir / 2)


@pytest.fixture(scope="module")
def run():
    return next(made for made in shipped.exercises() if made.slug == "running")


def read(text, exercise, row=EMPTY):
    (made,) = read_line([text], [row], exercise, Unit.KG)
    return made.problem or [(e.seconds, e.distance_m, e.rir) for e in made.sets]


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("25 5000 7", (1500.0, 5000.0, 3.0)),
        ("24:30 5000", (1470.0, 5000.0, None)),
        ("5km 25:00 @3", (1500.0, 5000.0, 3.0)),
        ("20min", (1200.0, None, None)),
        ("5000", (None, 5000.0, None)),
    ],
)
def test_what_stands_in_the_boxes_is_typed_in_their_order(run, text, made):
    assert read(text, run) == [made]


@pytest.fixture(scope="module")
def bike():
    return next(made for made in shipped.exercises() if made.slug == "assault-bike")


@pytest.mark.parametrize("text", ["w10", "w 10", "10w", "w10 p0", "10 @7 w"])
def test_a_warm_up_by_the_clock_has_its_minutes(bike, text):
    (made,) = read_line([text], [EMPTY], bike, Unit.KG)
    assert [(entry.seconds, entry.kind) for entry in made.sets] == [(600.0, SetKind.WARMUP)]


@pytest.mark.parametrize("mark", [" p4", "p4", " q2", " w", " p0 q3", "/left", " right p4"])
@pytest.mark.parametrize("text", ["25 5000 7", "24:30 5000", "5000", "25:00", "5km 25:00 @3"])
def test_a_mark_behind_what_was_done_changes_nothing_of_it(run, text, mark):
    assert read(f"{text}{mark}", run) == read(text, run)


@pytest.mark.parametrize("effort", ["@7", " @7", " @rpe 7", " rpe 7", " rir 3", " @7 p4"])
@pytest.mark.parametrize(
    ("text", "seconds", "metres"), [("25", 1500.0, None), ("25 5000", 1500.0, 5000.0)]
)
def test_an_effort_written_out_changes_no_minutes_and_no_metres(
    bike, effort, text, seconds, metres
):
    assert read(f"{text}{effort}", bike) == [(seconds, metres, 3.0)]


@pytest.mark.parametrize("metres", ["800", "5000", "15000", "1000.25m"])
def test_metres_behind_a_time_with_its_unit_are_no_tempo(bike, metres):
    assert read(f"25min {metres} @7", bike) == [(1500.0, float(metres.rstrip("m")), 3.0)]


@pytest.mark.parametrize("text", ["25 @7 5000", "25:00 @7 5000", "25min 0,500"])
def test_metres_that_stand_where_none_are_looked_for_are_asked_about(bike, text):
    assert "Not understood" in read(text, bike)


def test_an_effort_told_twice_is_asked_about(run):
    assert "One effort a set" in read("25 5000 7 @8", run)


def test_a_bare_number_with_pain_behind_it_is_minutes_all_the_same(bike):
    (made,) = read_line(["25 p4"], [EMPTY], bike, Unit.KG)
    assert [(entry.seconds, entry.pain) for entry in made.sets] == [(1500.0, 4)]


def test_a_bare_number_is_minutes_where_time_is_counted(bike):
    row = replace(EMPTY, target=PlannedSet(seconds=1200.0))
    assert read("25", bike, row) == read("25,0", bike, row) == [(1500.0, None, None)]
    assert read("8000m", bike, row) == [(None, 8000.0, None)]


@given(seconds=SECONDS, metres=METRES, rir=EFFORTS)
def test_what_is_stored_reads_as_the_same_set(run, seconds, metres, rir):
    if seconds is None and metres is None:
        return
    entry = LoggedSet(None, None, rir, seconds=seconds, distance_m=metres, pain=4)
    assert read(typed_text(entry, run, Unit.KG), run) == [(seconds, metres, rir)]


def test_what_is_planned_stands_in_the_empty_box_and_is_taken_by_a_dot(run):
    row = replace(EMPTY, target=PlannedSet(distance_m=5000.0))
    assert planned_text(row, run, Unit.KG) == "5 km"
    assert read(".", run, row) == [(None, 5000.0, None)]
    timed = replace(EMPTY, target=PlannedSet(seconds=1200.0))
    assert planned_text(timed, run, Unit.KG) == "20:00"


def test_a_set_of_endurance_has_three_boxes_and_no_load(run):
    session = PlannedSession(
        "A", 0, (PlannedExercise("running", (PlannedSet(distance_m=5e3),) * 2),)
    )
    (line,) = made = lines(session, {"running": run}, Unit.KG)
    assert (line.boxes, line.box_words) == (6, ("min", "m", "RPE") * 2)
    assert (line.sets, line.load) == ("2×5km", "–")
    told = glossary([session], made)
    assert "RPE = effort" in told
    assert "left, right" not in told


def test_the_sheet_writes_the_effort_that_is_planned_as_an_rpe(run):
    sets = (PlannedSet(seconds=1200.0, rir=4.0), PlannedSet(seconds=1200.0, rir=3.0))
    (line,) = lines(
        PlannedSession("Run", 0, (PlannedExercise("running", sets),)), {"running": run}, Unit.KG
    )
    assert line.rir == "RPE 6–7"


@pytest.mark.parametrize("text", ["200, 400", "200,  400", "200 , 400"])
def test_a_comma_with_a_blank_stands_between_two_sets(text, run) -> None:
    assert read(text, run) == [(None, 200.0, None), (None, 400.0, None)]
