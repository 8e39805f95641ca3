"""A set of endurance in the log: how long, how far and how hard, each in its cell, no load."""

from __future__ import annotations

from dataclasses import replace

import pytest

from planner.coach.entry import SetRow
from planner.engine.terms import Category, Exercise, LoadKind, LoggedSet, Measure, PlannedSet, Unit
from planner.ui import set_draft
from planner.ui.set_columns import Field, columns, done_text, result_text
from planner.ui.set_offers import Entry, offers
from planner.ui.set_target import target_text

RUN = Exercise(
    "run", "Run", category=Category.ENDURANCE, load_kind=LoadKind.NONE, measure=Measure.DISTANCE
)
BIKE = replace(RUN, slug="bike", measure=Measure.SECONDS)
SLED = replace(RUN, slug="sled", load_kind=LoadKind.EXTERNAL)
EMPTY = SetRow(1, None, None, None, None)
TIME, FAR, RPE = Field.SECONDS, Field.DISTANCE, Field.RPE
DONE = LoggedSet(None, None, seconds=1500.0, distance_m=5000.0, rir=3.0)


def entry(row=EMPTY, exercise=RUN, **fields):
    return Entry(replace(row, **fields), None, exercise, Unit.KG)


def read(texts, **fields):
    draft = set_draft.read(entry(**fields), texts)
    return [(made.seconds, made.distance_m, made.rir) for made in draft.sets] or draft.problem


def test_endurance_has_a_time_a_distance_and_an_effort_but_no_load():
    for exercise in (RUN, BIKE):
        titles = [each.title for each in columns(exercise, Unit.KG)]
        assert titles == ["Time", "Metres", "RPE"]
    assert [each.field for each in columns(SLED, Unit.KG)] == [Field.LOAD, TIME, FAR, RPE]


@pytest.mark.parametrize("exercise", [RUN, BIKE])
@pytest.mark.parametrize("cell", [TIME, FAR, RPE])
@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("5km 25:00", (1500.0, 5000.0, None)),
        ("2000m 8:10 @3", (490.0, 2000.0, 3.0)),
        ("20min @rpe 4", (1200.0, None, 6.0)),
        ("21.1km 1:45:30 rpe 9", (6330.0, 21100.0, 1.0)),
    ],
)
def test_a_whole_entry_is_one_set_in_any_cell(exercise, cell, text, made):
    assert read({cell: text}, exercise=exercise) == [made]


@pytest.mark.parametrize(
    ("texts", "made"),
    [
        ({TIME: "25:00", FAR: "5000", RPE: "7"}, (1500.0, 5000.0, 3.0)),
        ({TIME: "25min", FAR: "5 km"}, (1500.0, 5000.0, None)),
        ({TIME: "1:05:00"}, (3900.0, None, None)),
        ({FAR: "5km", RPE: "3"}, (None, 5000.0, 7.0)),
    ],
)
def test_cells_are_read_together_with_their_units(texts, made):
    assert read(texts) == [made]


def test_a_set_needs_a_time_or_a_distance_and_has_one_of_each():
    assert read({RPE: "7"}) == "How long, or how far?"
    assert read({FAR: "5km 3km"}) == "One time and one distance a set: 5km 25:00."


def test_what_only_the_lifter_can_know_is_not_offered():
    last = LoggedSet(None, None, seconds=1560.0, distance_m=5000.0)
    assert offers(entry(last=last), {}) == {TIME: "", FAR: "5000", RPE: ""}
    assert offers(entry(last=last), {TIME: "20:00"})[FAR] == ""
    far = PlannedSet(distance_m=3000.0, rir=4.0)
    assert offers(entry(last=last, target=far), {TIME: "20:00"}) == {
        TIME: "",
        FAR: "3000",
        RPE: "6",
    }
    long = PlannedSet(seconds=1200.0)
    assert offers(entry(last=last, target=long), {}) == {TIME: "20:00", FAR: "", RPE: ""}


def test_a_cell_that_is_retyped_leaves_the_others():
    def again(**texts):
        cells = {c.field: done_text(c.field, DONE, RUN, Unit.KG) for c in columns(RUN, Unit.KG)}
        assert cells == {TIME: "25:00", FAR: "5000", RPE: "7"}
        draft = set_draft.revise(entry(logged=DONE), DONE, {**cells, **texts})
        return draft.sets[0] if draft.sets else draft.problem

    assert again(seconds="24:30") == replace(DONE, seconds=1470.0)
    assert again(distance="") == replace(DONE, distance_m=None)
    assert again(distance="6km 29:00") == replace(DONE, seconds=1740.0, distance_m=6000.0)
    assert again(seconds="", distance="") == "How long, or how far?"


def test_what_was_done_and_planned_is_written_as_it_is_typed():
    assert result_text(DONE, RUN, Unit.KG) == "5 km 25:00 @RPE 7"
    assert result_text(DONE, BIKE, Unit.KG) == "25:00 5 km @RPE 7"
    sled = LoggedSet(40.0, None, seconds=15.0, distance_m=20.0, load=40.0)
    assert result_text(sled, SLED, Unit.KG) == "40 × 20 m 15 s"
    target = PlannedSet(distance_m=400.0, rir=1.0)
    assert target_text(target, EMPTY, RUN, Unit.KG) == "400 m @RPE 9"
    carry = Exercise("carry", measure=Measure.DISTANCE)
    loaded = PlannedSet(distance_m=40.0, load_kg=32.0, load=32.0)
    assert target_text(loaded, EMPTY, carry, Unit.KG) == "40 m · 32"
    assert offers(entry(exercise=carry, target=loaded), {})[FAR] == "40"
