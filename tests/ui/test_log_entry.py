"""What the cells of a set row offer, show and mean."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, strategies as st
from PySide6.QtCore import QLocale

from planner.coach.entry import SetRow
from planner.engine.terms import (
    KG_PER_LB,
    Category,
    Exercise,
    LoadKind,
    LoggedSet,
    Measure,
    PlannedSet,
    SetKind,
    Side,
    Unit,
)
from planner.ui import row_words, set_columns, set_draft, set_offers
from planner.ui.set_columns import Field, columns, done_text, result_text
from planner.ui.set_offers import Entry
from planner.ui.set_target import target_text

SQUAT = Exercise("squat", "Squat")
PULL_UP = replace(SQUAT, slug="pull-up", load_kind=LoadKind.ADDED)
HELPED = replace(SQUAT, slug="helped", load_kind=LoadKind.ASSISTED)
PLANK = Exercise("plank", load_kind=LoadKind.NONE, measure=Measure.SECONDS)
CARRY = Exercise("carry", measure=Measure.DISTANCE)
REACH = Exercise(
    "reach", load_kind=LoadKind.NONE, measure=Measure.REACH, category=Category.NEUROMUSCULAR
)
EMPTY = SetRow(1, None, None, None, None)
DONE = LoggedSet(100.0, 5, 2.0, load=100.0)


def entry(exercise: Exercise = SQUAT, unit: Unit = Unit.KG, **row: object) -> Entry:
    return Entry(replace(EMPTY, **row), None, exercise, unit)


def one(made: set_draft.EntryDraft) -> LoggedSet:
    assert made.problem == ""
    (found,) = made.sets
    return found


@pytest.mark.parametrize(
    ("exercise", "titles"),
    [
        (SQUAT, ["Load kg", "Reps", "RIR"]),
        (PULL_UP, ["Added kg", "Reps", "RIR"]),
        (HELPED, ["Help kg", "Reps", "RIR"]),
        (replace(SQUAT, load_kind=LoadKind.BODYWEIGHT), ["Reps", "RIR"]),
        (PLANK, ["Seconds"]),
        (CARRY, ["Load kg", "Metres"]),
        (REACH, ["Reach cm"]),
    ],
)
def test_every_exercise_has_the_columns_that_fit_it(exercise, titles) -> None:
    assert [made.title for made in columns(exercise, Unit.KG)] == titles


@pytest.mark.parametrize(
    ("target", "text"),
    [
        (PlannedSet(5, 5, 2.0, load_kg=120.0), "5 @2 · 120"),
        (PlannedSet(8, 12, 1.0), "8–12 @1"),
        (PlannedSet(5, amrap=True), "5+"),
        (PlannedSet(amrap=True), "as many as possible"),
        (PlannedSet(seconds=30.0), "30 s"),
        (PlannedSet(5, 5, load_kg=102.0, load=225.0, unit=Unit.LB), "5 · 102"),
    ],
)
def test_targets_read_like_a_plan(target, text) -> None:
    assert target_text(target, EMPTY, SQUAT, Unit.KG) == text


def test_a_percentage_shows_the_load_it_means() -> None:
    target = PlannedSet(5, 5, percent_e1rm=80.0, load_kg=110.0, load=110.0)
    assert target_text(target, EMPTY, SQUAT, Unit.KG) == "5 · 110 (80 %)"


def test_a_percentage_of_nothing_known_is_no_load_of_last_time() -> None:
    row = replace(EMPTY, suggested_kg=110.0)
    target = PlannedSet(5, 5, percent_e1rm=80.0)
    assert target_text(target, row, SQUAT, Unit.KG) == "5 · 80 %"


@pytest.mark.parametrize(
    ("done", "exercise", "text"),
    [
        (LoggedSet(117.5, 5, 2.0), SQUAT, "117.5 × 5 @2"),
        (LoggedSet(10.0, 8), PULL_UP, "+10 × 8"),
        (LoggedSet(0.0, 8), PULL_UP, "bw × 8"),
        (LoggedSet(20.0, 8), HELPED, "−20 × 8"),
        (LoggedSet(None, None, seconds=45.0), PLANK, "45 s"),
        (LoggedSet(40.0, None, distance_m=30.0), CARRY, "40 × 30 m"),
        (LoggedSet(None, 8), SQUAT, "8"),
    ],
)
def test_results_read_like_a_log(done, exercise, text) -> None:
    assert result_text(done, exercise, Unit.KG) == text


def test_decimals_follow_the_readers_locale() -> None:
    before = QLocale()
    QLocale.setDefault(QLocale(QLocale.Language.German))
    try:
        assert done_text(Field.LOAD, LoggedSet(82.5, 5), SQUAT, Unit.KG) == "82,5"
    finally:
        QLocale.setDefault(before)


@given(
    load=st.floats(0, 500).map(lambda kg: round(kg * 4) / 4),
    reps=st.integers(0, 40),
    rir=st.none() | st.sampled_from([0.0, 0.5, 1.0, 2.0, 5.0]),
    unit=st.sampled_from(Unit),
    comma=st.booleans(),
)
def test_what_is_typed_comes_back_as_it_was_typed(load, reps, rir, unit, comma) -> None:
    texts = {
        Field.LOAD: f"{load:g}".replace(".", "," if comma else "."),
        Field.REPS: str(reps),
        Field.RIR: "?" if rir is None else f"{rir:g}",
    }
    made = one(set_draft.read(entry(unit=unit), texts))
    assert (made.load, made.unit, made.reps, made.rir) == (load, unit, reps, rir)
    again = {field: done_text(field, made, SQUAT, unit) for field in texts}
    assert one(set_draft.revise(entry(unit=unit, logged=made), made, again)) == made


def test_a_question_mark_refuses_the_offered_effort() -> None:
    planned = entry(target=PlannedSet(5, 5, 2.0, load_kg=100.0), suggested_kg=100.0)
    assert one(set_draft.read(planned, {Field.RIR: "?"})).rir is None
    assert one(set_draft.read(planned, {})).rir == 2.0


def test_effort_typed_beside_a_whole_entry_belongs_to_it() -> None:
    made = one(set_draft.read(entry(), {Field.LOAD: "100x5", Field.RIR: "1,5"}))
    assert (made.load_kg, made.reps, made.rir) == (100.0, 5, 1.5)


def test_a_load_may_carry_its_unit() -> None:
    made = one(set_draft.read(entry(), {Field.LOAD: "225 lb", Field.REPS: "5"}))
    assert (made.load, made.unit, round(made.load_kg or 0, 1)) == (225.0, Unit.LB, 102.1)


def test_help_is_the_same_with_and_without_a_minus() -> None:
    for text in ("20", "-20", "−20"):
        typed = {Field.LOAD: text, Field.REPS: "5"}
        assert one(set_draft.read(entry(HELPED), typed)).load_kg == 20.0


def test_bw_alone_adds_nothing() -> None:
    typed = {Field.LOAD: "bw", Field.REPS: "5"}
    assert one(set_draft.read(entry(PULL_UP), typed)).load_kg == 0.0


def test_reach_is_typed_in_centimetres() -> None:
    made = one(set_draft.read(entry(REACH), {Field.REACH: "64"}))
    assert made.distance_m == 0.64
    assert done_text(Field.REACH, made, REACH, Unit.KG) == "64"


def test_one_sided_exercises_are_logged_for_each_side() -> None:
    exercise = replace(SQUAT, per_side=True)
    typed = {Field.LOAD: "20", Field.REPS: "8"}
    assert one(set_draft.read(entry(exercise), typed)).side is Side.EACH
    left = LoggedSet(20.0, 8, side=Side.LEFT)
    assert one(set_draft.read(entry(exercise, last=left), typed)).side is Side.LEFT


@pytest.mark.parametrize(
    ("texts", "problem"),
    [
        ({Field.REPS: "5.5"}, "Reps are whole numbers."),
        ({Field.REPS: "5", Field.RIR: "11"}, "RIR is how many more reps you could have done"),
        ({Field.LOAD: "-20", Field.REPS: "5"}, "A minus means help"),
        ({Field.LOAD: "100x5", Field.REPS: "5"}, "Type a whole entry in one cell"),
        ({Field.LOAD: "100x5", Field.RIR: "12"}, "RIR is how many more reps you could have done"),
        ({Field.LOAD: "877777777 laps"}, "Not understood."),
        ({Field.LOAD: "99999999999999", Field.REPS: "5"}, "A load is at most 10,000 kg."),
        ({Field.LOAD: "100", Field.REPS: "9" * 400}, "A set has at most 1,000,000 reps."),
        ({Field.LOAD: "100x99999999999999999999"}, "A set has at most 1,000,000 reps."),
    ],
)
def test_problems_say_what_would_be_right(texts, problem) -> None:
    made = set_draft.read(entry(), texts)
    assert made.problem.startswith(problem)
    assert made.sets == ()


@pytest.mark.parametrize(
    ("exercise", "field", "text", "problem"),
    [
        (PLANK, Field.SECONDS, "9" * 5000 + ":00", "A set lasts at most 24 hours."),
        (CARRY, Field.DISTANCE, "9" * 20, "A set goes at most 1,000 km."),
        (REACH, Field.REACH, "9" * 20, "A set goes at most 1,000 km."),
    ],
)
def test_times_and_distances_have_an_end(exercise, field, text, problem) -> None:
    assert set_draft.read(entry(exercise), {field: text}).problem == problem


def test_no_plates_are_looked_up_for_a_load_that_cannot_be() -> None:
    assert set_draft.load_kg(entry(), {Field.LOAD: "9" * 400}) is None


@pytest.mark.parametrize(
    ("exercise", "field", "ask"),
    [
        (PLANK, Field.SECONDS, "How many seconds?"),
        (CARRY, Field.DISTANCE, "How far?"),
        (REACH, Field.REACH, "How far?"),
    ],
)
def test_what_is_missing_is_asked_for(exercise, field, ask) -> None:
    assert set_draft.read(entry(exercise), {field: ""}).problem == ask


def test_a_stored_set_keeps_what_was_not_retyped() -> None:
    pounds = LoggedSet(102.0582, 5, load=225.0, unit=Unit.LB)
    shown = {Field.LOAD: "102.06", Field.REPS: "6", Field.RIR: ""}
    made = one(set_draft.revise(entry(logged=pounds), pounds, shown))
    assert made == replace(pounds, reps=6)


def test_a_whole_entry_replaces_a_stored_set() -> None:
    typed = {Field.LOAD: "110x3@1", Field.REPS: "5", Field.RIR: "2"}
    made = one(set_draft.revise(entry(logged=DONE), DONE, typed))
    assert (made.load_kg, made.reps, made.rir) == (110.0, 3, 1.0)


def test_a_stored_row_is_one_set() -> None:
    typed = {Field.LOAD: "3x110x3", Field.REPS: "5", Field.RIR: "2"}
    made = set_draft.revise(entry(logged=DONE), DONE, typed)
    assert made.problem == "This row is one set. Add rows for more."


def test_an_emptied_stored_row_is_refused() -> None:
    made = set_draft.revise(entry(logged=DONE), DONE, {Field.LOAD: "100", Field.REPS: ""})
    assert made.problem == "How many reps?"


def test_seconds_and_metres_of_a_stored_set_can_be_corrected() -> None:
    held = LoggedSet(None, None, seconds=45.0)
    made = one(set_draft.revise(entry(PLANK, logged=held), held, {Field.SECONDS: "1:00"}))
    assert made.seconds == 60.0
    carried = LoggedSet(40.0, None, distance_m=30.0, load=40.0)
    shown = {Field.LOAD: "40", Field.DISTANCE: "35"}
    assert one(set_draft.revise(entry(CARRY, logged=carried), carried, shown)).distance_m == 35.0


def test_the_next_load_is_known_while_it_is_typed() -> None:
    planned = entry(suggested_kg=100.0)
    assert set_draft.load_kg(planned, {}) == 100.0
    assert set_draft.load_kg(planned, {Field.LOAD: "105"}) == 105.0
    assert set_draft.load_kg(planned, {Field.LOAD: "3x110x5"}) == 110.0
    assert set_draft.load_kg(planned, {Field.LOAD: "11x"}) is None
    assert set_draft.load_kg(entry(PLANK), {}) is None


def test_a_warm_up_typed_whole_stays_one() -> None:
    made = one(set_draft.read(entry(), {Field.LOAD: "w 60x5"}))
    assert made.kind is SetKind.WARMUP


def test_an_offer_in_pounds_is_rounded_to_what_can_be_read() -> None:
    assert set_offers.offers(entry(unit=Unit.LB, suggested_kg=100.0), {})[Field.LOAD] == "220.5"


def test_a_converted_offer_means_the_load_it_was_converted_from() -> None:
    planned = entry(unit=Unit.LB, suggested_kg=120.0)
    made = one(set_draft.read(planned, {Field.REPS: "5"}))
    assert (made.load, made.unit, made.load_kg) == (264.5, Unit.LB, 120.0)


def test_last_time_in_kilograms_is_read_in_half_pounds_and_stays_what_it_was() -> None:
    bell = entry(unit=Unit.LB, last=LoggedSet(28.0, 10, load=28.0))
    assert set_offers.offers(bell, {})[Field.LOAD] == "61.5"
    assert row_words.last_text(bell) == "61.5 × 10"
    made = one(set_draft.read(bell, {Field.REPS: "10"}))
    assert (made.load, made.unit, made.load_kg) == (61.5, Unit.LB, 28.0)
    typed = one(set_draft.read(bell, {Field.LOAD: "61.73", Field.REPS: "10"}))
    assert (typed.load, set_columns.value(Field.LOAD, typed, Unit.LB)) == (61.73, 61.73)
    assert set_columns.in_unit(1.25 * KG_PER_LB, Unit.LB) == 1.25


def test_a_target_typed_in_the_lifters_unit_is_offered_as_typed() -> None:
    target = PlannedSet(5, 5, load_kg=102.0583, load=225.0, unit=Unit.LB)
    offered = set_offers.offers(entry(unit=Unit.LB, target=target, suggested_kg=102.0583), {})
    assert offered[Field.LOAD] == "225"
