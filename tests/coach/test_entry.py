"""What a lifter may type into the log, and what it means."""

from dataclasses import replace

import pytest
from hypothesis import given, strategies as st

from planner.coach.entry import SetRow, parse_entry, parse_number
from planner.coach.entry_doubt import doubt, ramping
from planner.engine.terms import (
    Exercise,
    LoadKind,
    LoggedSet,
    Measure,
    PlannedSet,
    SetKind,
    Side,
    Unit,
)

SQUAT = Exercise("back-squat", "Back squat")
PULL_UP = Exercise("pull-up", "Pull-up", load_kind=LoadKind.ADDED, bodyweight_share=1.0)
ASSISTED = Exercise("assisted-pull-up", "Assisted pull-up", load_kind=LoadKind.ASSISTED)
PLANK = Exercise("plank", "Plank", load_kind=LoadKind.NONE, measure=Measure.SECONDS)
EMPTY = SetRow(1, None, None, None, None)


def read(text: str, exercise: Exercise = SQUAT, row: SetRow = EMPTY, unit: Unit = Unit.KG):
    draft = parse_entry(text, exercise, unit, row)
    assert not draft.problem, draft.problem
    return [(entry.load_kg, entry.reps, entry.rir) for entry in draft.sets]


@pytest.mark.parametrize(
    ("typed", "sets"),
    [
        ("100x8@2", [(100.0, 8, 2.0)]),
        ("100 x 8 @ 1,5", [(100.0, 8, 1.5)]),
        ("82,5x8", [(82.5, 8, None)]),
        ("82.5×8", [(82.5, 8, None)]),
        ("100x8@9", [(100.0, 8, 1.0)]),
        ("100x8@rir6", [(100.0, 8, 6.0)]),
        ("100x8@rpe5", [(100.0, 8, 5.0)]),
        ("100x8,8,6", [(100.0, 8, None), (100.0, 8, None), (100.0, 6, None)]),
        ("2x100x5", [(100.0, 5, None), (100.0, 5, None)]),
        ("5x5", [(5.0, 5, None)]),
        ("100x0", [(100.0, 0, None)]),
    ],
)
def test_loads_and_reps(typed, sets):
    assert read(typed) == sets


def test_the_load_is_kept_as_typed_and_computed_in_kilograms():
    (entry,) = parse_entry("225x5", SQUAT, Unit.LB, EMPTY).sets
    assert (entry.load, entry.unit) == (225.0, Unit.LB)
    assert entry.load_kg == pytest.approx(102.058, abs=1e-3)


def test_a_unit_typed_with_the_load_wins():
    (entry,) = parse_entry("225lb x 5", SQUAT, Unit.KG, EMPTY).sets
    assert (entry.load, entry.unit) == (225.0, Unit.LB)


@pytest.mark.parametrize(
    ("typed", "load"), [("bw+10x5", 10.0), ("bwx5", 0.0), ("+7,5x5", 7.5), ("-20x5", -20.0)]
)
def test_a_pull_up_takes_load_on_top_of_the_bodyweight(typed, load):
    assert read(typed, PULL_UP) == [(load, 5, None)]


@pytest.mark.parametrize("typed", ["-20x8", "20x8"])
def test_on_the_assisted_machine_the_load_is_the_help(typed):
    assert read(typed, ASSISTED) == [(20.0, 8, None)]


def test_a_barbell_has_no_help():
    assert "help" in parse_entry("-20x8", SQUAT, Unit.KG, EMPTY).problem


@pytest.mark.parametrize(("typed", "seconds"), [("45s", 45), ("1:30", 90), ("2min", 120)])
def test_holds_are_timed(typed, seconds):
    (entry,) = parse_entry(typed, PLANK, Unit.KG, EMPTY).sets
    assert (entry.seconds, entry.reps, entry.load_kg) == (seconds, None, None)


def test_a_bare_number_on_a_hold_is_seconds():
    (entry,) = parse_entry("45", PLANK, Unit.KG, EMPTY).sets
    assert entry.seconds == 45


def test_distance_is_stored_in_metres():
    (entry,) = parse_entry("0.5km", PLANK, Unit.KG, EMPTY).sets
    assert entry.distance_m == 500


@pytest.mark.parametrize(
    ("typed", "side"), [("12/leg", Side.EACH), ("12/l", Side.LEFT), ("12/right", Side.RIGHT)]
)
def test_a_side_can_be_named(typed, side):
    (entry,) = parse_entry(typed, SQUAT, Unit.KG, EMPTY).sets
    assert (entry.reps, entry.side) == (12, side)


@pytest.mark.parametrize(
    ("typed", "kind"),
    [
        ("w60x5", SetKind.WARMUP), ("60x5w", SetKind.WARMUP), ("60 x 5 w", SetKind.WARMUP),
        ("60x5w@4", SetKind.WARMUP), ("60x5@4w", SetKind.WARMUP), ("W60X5", SetKind.WARMUP),
        ("d60x5", SetKind.DROP), ("60x5d", SetKind.DROP), ("60x5f", SetKind.FAILURE),
        ("60x5", SetKind.WORK),
    ],
)  # fmt: skip
def test_a_mark_stands_before_or_behind_with_a_blank_or_without(typed, kind):
    assert [entry.kind for entry in parse_entry(typed, SQUAT, Unit.KG, EMPTY).sets] == [kind]
    assert [(kg, reps) for kg, reps, _ in read(typed)] == [(60.0, 5)]


def test_a_mark_goes_for_all_sets_of_an_entry():
    sets = parse_entry("60x5,5w", SQUAT, Unit.KG, EMPTY).sets
    assert [entry.kind for entry in sets] == [SetKind.WARMUP] * 2


def test_a_warmed_up_bodyweight_lift_is_no_mark_of_its_own():
    (entry,) = parse_entry("wbw+10x5", PULL_UP, Unit.KG, EMPTY).sets
    assert (entry.kind, entry.load_kg) == (SetKind.WARMUP, 10.0)


def test_two_marks_are_one_too_many():
    assert parse_entry("w60x5d", SQUAT, Unit.KG, EMPTY).problem


def test_a_warm_up_is_marked_with_w():
    (entry,) = parse_entry("w 60x5", SQUAT, Unit.KG, EMPTY).sets
    assert entry.kind is SetKind.WARMUP


def test_reps_alone_take_the_load_of_the_plan():
    row = SetRow(1, PlannedSet(5, 5, load_kg=100, load=100), None, None, 100)
    assert read("6", row=row) == [(100, 6, None)]


def test_reps_alone_take_the_load_of_last_time_when_nothing_is_planned():
    row = SetRow(1, None, LoggedSet(90, 5, load=90), None, None)
    assert read("6", row=row) == [(90, 6, None)]


@pytest.mark.parametrize(
    "typed",
    [
        "", "abc", "100x", "x8", "100x8@11", "1e5x3", "100x8@@2", "0x100x5", "1:75", "100x8/zzz",
        "100x99999999999999999999", "99999999999999x5", "99999999999s",
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_said_and_stores_nothing(typed):
    draft = parse_entry(typed, SQUAT, Unit.KG, EMPTY)
    assert draft.problem
    assert draft.sets == ()


@pytest.mark.parametrize(
    ("typed", "problem"),
    [
        ("100x99999999999999999999", "A set has at most 1,000,000 reps."),
        ("99999999999999x5", "A load is at most 10,000 kg."),
        ("bw-99999999x5", "A load is at most 10,000 kg."),
        ("9" * 400 + "x5", "A load is at most 10,000 kg."),
        ("9" * 5000, "A set has at most 1,000,000 reps."),
        ("9" * 5000 + ":00", "A set lasts at most 24 hours."),
        ("25000min", "A set lasts at most 24 hours."),
        ("1001km", "A set goes at most 1,000 km."),
    ],
)
def test_more_than_anybody_can_do_is_refused_with_what_is_possible(typed, problem):
    assert parse_entry(typed, PULL_UP, Unit.KG, EMPTY).problem == problem


def test_a_slip_of_the_keys_can_still_be_logged_after_the_question():
    assert read("20x877777") == [(20.0, 877777, None)]


@given(st.text(max_size=40))
def test_no_text_ever_crashes_the_entry(text):
    draft = parse_entry(text, SQUAT, Unit.KG, EMPTY)
    assert bool(draft.sets) != bool(draft.problem)


@given(st.integers(1, 4000), st.integers(0, 40), st.sampled_from([".", ","]))
def test_every_quarter_kilo_is_read_exactly(quarters, reps, point):
    typed = f"{quarters / 4:.2f}".replace(".", point)
    assert read(f"{typed}x{reps}") == [(quarters / 4, reps, None)]


def test_a_load_far_from_last_time_asks():
    row = SetRow(1, None, LoggedSet(100, 5), None, None)
    assert doubt(LoggedSet(225, 5), row) == "225 kg? Last time 100."
    assert doubt(LoggedSet(105, 5), row) == ""


def test_absurd_repetitions_ask_even_the_first_time():
    assert doubt(LoggedSet(20, 877777), EMPTY) == "877777 reps?"


@pytest.mark.parametrize(("typed", "value"), [("82,5", 82.5), ("82.5", 82.5), (" -20 ", -20)])
def test_numbers_take_comma_and_point(typed, value):
    assert parse_number(typed) == value


@pytest.mark.parametrize("typed", ["", "abc", "1,000.5", "1e3", "nan", "inf"])
def test_what_is_no_number_is_none(typed):
    assert parse_number(typed) is None


def test_an_absurd_count_can_still_be_kept_when_it_is_meant():
    assert read("20x877777") == [(20, 877777, None)]


def test_the_planned_load_is_never_doubted_whatever_was_done_last_time():
    row = SetRow(1, PlannedSet(5, 5, load_kg=105, load=105), LoggedSet(45, 12), None, 105)
    assert doubt(LoggedSet(105, 5), row) == ""
    assert doubt(LoggedSet(1050, 5), row) == "1050 kg? Last time 45."


def test_a_load_that_few_lift_is_asked_about_where_nothing_is_known():
    row = SetRow(1, None, None, None, None)
    assert doubt(LoggedSet(625, 5), row) == "625 kg? There is no last time."
    assert doubt(LoggedSet(120, 5), row) == ""


def test_a_warm_up_is_never_doubted_and_half_of_last_time_is():
    row = SetRow(1, None, LoggedSet(135, 10), None, None)
    assert doubt(LoggedSet(45, 10, kind=SetKind.WARMUP), row) == ""
    assert doubt(LoggedSet(67.5, 8), row) == "67.5 kg? Last time 135."
    assert doubt(LoggedSet(100, 8), row) == ""


def test_a_light_set_may_be_a_warm_up_until_work_begins_or_one_was_marked():
    last = LoggedSet(135, 10)
    row = SetRow(1, None, last, None, None)
    light, heavy = LoggedSet(60, 8), LoggedSet(300, 8)
    assert ramping([row])
    assert doubt(light, row, ramping=True) == ""
    assert doubt(heavy, row, ramping=True) == "300 kg? Last time 135."
    assert ramping([replace(row, logged=light), row])
    assert not ramping([replace(row, logged=LoggedSet(125, 6)), row])
    marked = LoggedSet(45, 10, kind=SetKind.WARMUP)
    assert not ramping([replace(row, last=None, logged=marked), row])


def test_a_load_beyond_any_gym_is_told_in_the_lifters_unit():
    assert parse_entry("99999x5", SQUAT, Unit.LB, EMPTY).problem == ("A load is at most 22,046 lb.")


@pytest.mark.parametrize("text", ["p4", "60x5 p11", "60x5 p4,5", "60x5 p4!"])
def test_pain_that_is_not_understood_says_how_it_is_written(text):
    draft = parse_entry(text, SQUAT, Unit.KG, EMPTY)
    assert draft.problem == (
        "Not understood. Pain stands behind a set, from p0 (none) to p10: 60x5 p4."
    )
