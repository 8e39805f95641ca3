"""A plan by distance and by the clock: metres for carries and runs, and what is made of them."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import example, given, strategies as st

from planner.coach import blocks, filling, library, planning, prescription_spoken, week_edits
from planner.coach.prescription import parse_prescription
from planner.coach.prescription_words import prescription_source, prescription_text
from planner.engine import deload, volume
from planner.engine.terms import (
    Exercise,
    Lifter,
    LoggedSet,
    PlannedExercise,
    PlannedSession,
    PlannedSet,
    Unit,
)
from planner.storage import plan

CARRY = Exercise("carry")
METRES = st.integers(1, 999).map(float) | st.integers(10, 500).map(lambda m: m * 100.0)


def read(text):
    made = parse_prescription(text, Unit.KG, CARRY)
    return made.problem or [(s.distance_m, s.seconds, s.load_kg, s.rir) for s in made.sets]


@pytest.mark.parametrize(
    ("text", "sets"),
    [
        ("3x40m", [(40.0, None, None, None)] * 3),
        ("2x5km", [(5000.0, None, None, None)] * 2),
        ("3x400m rest 2:00", [(400.0, None, None, None)] * 3),
        ("3x40m @2 24", [(40.0, None, 24.0, 2.0)] * 3),
        ("1x64cm", [(0.64, None, None, None)]),
        ("5km rpe 7", [(5000.0, None, None, 3.0)]),
        ("20min", [(None, 1200.0, None, None)]),
        ("2x8:10", [(None, 490.0, None, None)] * 2),
        ("400m/800m", [(400.0, None, None, None), (800.0, None, None, None)]),
    ],
)
def test_a_distance_or_a_time_is_typed_with_its_unit(text, sets):
    assert read(text) == sets


def test_what_is_too_far_is_told_in_place():
    assert "km" in read("2x5000km")


@example([PlannedSet(distance_m=16_100.0)])
@given(st.lists(st.builds(PlannedSet, distance_m=METRES), min_size=1, max_size=4))
def test_what_is_written_of_a_distance_reads_as_the_same(sets):
    text = prescription_source(sets, Unit.KG)
    assert parse_prescription(text, Unit.KG, CARRY).sets == tuple(sets), text


def test_a_distance_is_written_and_said():
    run = (PlannedSet(distance_m=400.0, rir=1.0),) * 3
    assert prescription_text(run, Unit.KG) == ("3×400m @1", "")
    assert prescription_spoken.spoken(run, Unit.KG, CARRY) == "3 sets of 400 m, 1 left"
    assert prescription_text((PlannedSet(seconds=1200.0),), Unit.KG)[0] == "1×20min"


def test_a_distance_takes_time_and_is_never_eased(lifter):
    carry, run = library.exercise("farmers-carry"), library.exercise("running")
    known = {made.slug: made for made in (carry, run)}

    def minutes(slug, *sets):
        line = PlannedExercise(slug, sets, rest_s=0)
        return volume.joining_minutes(PlannedSession("A", 0, (line,)), known)

    assert minutes("running", PlannedSet(distance_m=5000.0)) == pytest.approx(31, abs=2)
    walked = [minutes("farmers-carry", *(PlannedSet(distance_m=m),) * 3) for m in (40.0, 160.0)]
    assert walked[0] < walked[1] < 12
    planned = PlannedExercise("farmers-carry", (PlannedSet(distance_m=40.0),) * 4)
    light = deload.lighter(PlannedSession("A", 0, (planned,)), known, Lifter("Ann"))
    (line,) = light.exercises
    assert len(line.sets) < 4
    assert {entry.distance_m for entry in line.sets} == {40.0}


def test_an_exercise_added_to_a_plan_asks_for_what_it_counts(lifter, today, train):
    asked = {
        slug: filling.default_sets(library.exercise(slug))[0]
        for slug in ("farmers-carry", "running", "broad-jump")
    }
    assert asked["farmers-carry"] == PlannedSet(distance_m=20.0)
    assert asked["running"] == PlannedSet(seconds=1200.0)
    assert asked["broad-jump"].reps_low is not None
    done = LoggedSet(32.0, None, load=32.0, distance_m=40.0)
    train(lifter, "farmers-carry", today - timedelta(days=3), done, done, replace(done))
    blocks.new_mesocycle(lifter, "Base", today + timedelta(days=1), weeks=1)
    session = week_edits.add_session(planning.view(lifter, today, today).weeks[0].id, 0, "A")
    key = filling.add_usual_exercise(session, "farmers-carry", lifter_id=lifter, today=today)
    line = plan.planned_exercise(key)
    assert [(entry.distance_m, entry.load_kg) for entry in line.sets] == [(40.0, None)] * 3
