"""What is asked about a set before it is logged, and what is taken to be meant."""

from __future__ import annotations

from dataclasses import replace

import pytest

from planner import language
from planner.coach.entry import SetRow, load_fields
from planner.coach.entry_doubt import Doubt, asked
from planner.coach.prescription_words import prescription_text
from planner.engine.terms import LoggedSet, PlannedSet, SetKind, Unit

HUNDRED = LoggedSet(102.5, 8, load=102.5)


def lifted(load: float | None, reps: int | None, unit: Unit = Unit.KG, **more: object) -> LoggedSet:
    fields = load_fields(load, unit) if load is not None else {"load_kg": None}
    return LoggedSet(reps=reps, **fields, **more)


def ask(entry: LoggedSet, last: LoggedSet | None = HUNDRED, **row: object) -> Doubt | None:
    return asked(entry, replace(SetRow(1, None, last, None, None), **row))


@pytest.mark.parametrize(
    ("typed", "question", "says", "meant"),
    [
        (lifted(1000, 8), "1000 kg? Last time 102.5.", "100 kg", lifted(100, 8)),
        (lifted(10, 8), "10 kg? Last time 102.5.", "100 kg", lifted(100, 8)),
        (lifted(225, 8), "225 kg? Last time 102.5.", "225 lb (102 kg)", lifted(225, 8, Unit.LB)),
        (lifted(8, 100), "8 kg? Last time 102.5.", "100 × 8", lifted(100, 8)),
        (lifted(100, 80), "80 reps? Last time 8.", "8 reps", lifted(100, 8)),
        (lifted(100, 50), "50 reps? Last time 8.", "5 reps", lifted(100, 5)),
    ],
)  # fmt: skip
def test_a_slip_of_load_or_reps_is_asked_about_with_what_was_meant(typed, question, says, meant):
    made = ask(typed)
    assert made is not None
    assert (made.question, made.says, made.meant) == (question, says, meant)


def test_without_a_last_time_the_plan_is_what_a_load_is_held_against():
    made = ask(lifted(200, 8), None, suggested_kg=20.0)
    assert made == Doubt("200 kg? Planned 20.", lifted(20, 8), "20 kg")


def test_a_lifter_in_pounds_who_typed_kilograms_is_asked():
    made = ask(lifted(100, 5, Unit.LB), lifted(225, 5, Unit.LB))
    assert made == Doubt("100 lb? Last time 225.", lifted(100, 5, Unit.KG), "100 kg (220 lb)")


@pytest.mark.parametrize(
    "typed", [lifted(140, 3), lifted(60, 15), lifted(100, 20), lifted(102.5, 8)]
)
def test_an_unusual_day_is_no_slip(typed):
    assert ask(typed) is None


def test_what_has_no_likely_slip_is_only_asked():
    assert ask(lifted(300, 8)) == Doubt("300 kg? Last time 102.5.")
    assert ask(lifted(625, 5), None) == Doubt("625 kg? There is no last time.")


def test_reps_of_a_bodyweight_set_are_compared_by_themselves():
    made = ask(lifted(None, 120), lifted(None, 12))
    assert made is not None
    assert (made.question, made.says) == ("120 reps? Last time 12.", "12 reps")


@pytest.mark.parametrize(
    ("typed", "last", "question", "says", "seconds"),
    [
        (2, 120, "2 s? Last time 2 min.", "2 min", 120),
        (5400, 90, "90 min? Last time 90 s.", "90 s", 90),
        (450, 45, "7:30 min? Last time 45 s.", "45 s", 45),
        (3, 75, "3 s? Last time 75 s.", "", None),
    ],
)
def test_seconds_and_minutes_are_told_apart(typed, last, question, says, seconds):
    held = LoggedSet(None, None, seconds=float(last))
    made = ask(replace(held, seconds=float(typed)), held)
    assert made is not None
    assert (made.question, made.says) == (question, says)
    assert made.meant is None if seconds is None else made.meant.seconds == seconds


def test_kilometres_typed_for_metres_are_asked_about():
    run = LoggedSet(None, None, distance_m=5000.0)
    made = ask(replace(run, distance_m=5.0), run)
    assert made is not None
    assert (made.question, made.says) == ("5 m? Last time 5 km.", "5 km")
    assert ask(replace(run, distance_m=6000.0), run) is None


def test_kilometres_have_the_readers_decimal_sign():
    run = LoggedSet(None, None, distance_m=1500.0)
    with language.saying("de"):
        made = ask(replace(run, distance_m=1.5), run)
    assert made is not None
    assert made.says == "1,5 km"


def test_an_effort_that_is_likely_an_rpe_is_asked_about():
    made = ask(lifted(100, 8, rir=8.0))
    assert made == Doubt(
        "8 reps in reserve?", lifted(100, 8, rir=2.0), "RPE 8, 2 in reserve"
    )  # fmt: skip
    assert ask(lifted(100, 8, rir=4.0)) is None
    assert ask(lifted(60, 8, rir=8.0, kind=SetKind.WARMUP)) is None
    planned = PlannedSet(8, 8, rir=6.0, load_kg=100.0)
    assert ask(lifted(100, 8, rir=6.0), target=planned) is None


def test_a_set_to_failure_has_none_in_reserve():
    made = ask(lifted(100, 8, rir=2.0, kind=SetKind.FAILURE))
    assert made is not None
    assert made.question == "To failure, and 2 in reserve?"
    assert made.meant == lifted(100, 8, rir=0.0, kind=SetKind.FAILURE)


BENCH = SetRow(1, None, LoggedSet(62.5, 8, load=62.5), None, None, bar_kg=20.0, e1rm_kg=78.0)


@pytest.mark.parametrize(
    ("typed", "question"),
    [
        (lifted(4, 5), "4 kg? Last time 62.5. W marks a warm-up."),
        (lifted(6, 5, rir=2.0), "6 kg? Last time 62.5. W marks a warm-up."),
        (lifted(20.5, 5), "20.5 kg? Last time 62.5. W marks a warm-up."),
    ],
)
def test_a_first_set_too_light_for_a_warm_up_is_asked_about(typed, question):
    made = asked(typed, BENCH, ramping=True)
    assert made is not None
    assert made.question == question
    assert asked(replace(typed, kind=SetKind.WARMUP), BENCH, ramping=True) is None


@pytest.mark.parametrize("load", [20, 40])
def test_a_warm_up_with_the_bar_or_half_the_load_needs_no_mark(load):
    assert asked(lifted(load, 8), BENCH, ramping=True) is None


def test_a_load_below_the_bar_is_asked_about_even_the_first_time():
    made = asked(lifted(6, 5), replace(BENCH, last=None))
    assert made == Doubt("6 kg? The bar weighs 20.")
    light = replace(BENCH, last=LoggedSet(10.0, 8, load=10.0))
    assert asked(lifted(12, 8), light, ramping=True) is None


def test_an_average_reserve_is_written_whole():
    planned = PlannedSet(5, 5, rir=2.25, load_kg=100.0)
    assert prescription_text((planned,), Unit.KG)[0] == "1×5 @2.25"


def test_many_reps_far_beyond_the_e1rm_are_asked_about():
    press = replace(BENCH, last=LoggedSet(37.5, 4, load=37.5), e1rm_kg=45.0)
    made = asked(lifted(61.23, 8), press)
    assert made is not None
    assert made.question == "61.2 kg × 8? Last time 37.5 × 4, e1RM about 45."
    assert asked(lifted(40, 8), press) is None
    planned = PlannedSet(8, 8, load_kg=61.23)
    assert asked(lifted(61.23, 8), replace(press, target=planned)) is None


@pytest.mark.parametrize(
    ("row", "question"),
    [
        ({"target": PlannedSet(seconds=1500.0)}, "20 s? Planned are 25 min."),
        ({"endures": True}, "20 s?"),
    ],
)
def test_a_run_of_bare_minutes_is_asked_about_by_its_plan_or_its_kind(row, question):
    run = LoggedSet(None, None, seconds=20.0)
    assert ask(run, None, **row) == Doubt(question, replace(run, seconds=1200.0), "20 min")
    assert ask(replace(run, seconds=1200.0), None, **row) is None


def test_short_sprints_are_asked_about_neither_by_plan_nor_with_their_distance():
    sprint = LoggedSet(None, None, seconds=20.0)
    assert ask(sprint, None, target=PlannedSet(seconds=20.0), endures=True) is None
    assert ask(replace(sprint, distance_m=120.0), None, endures=True) is None
    assert ask(sprint, None) is None


@pytest.mark.parametrize(("load", "reps"), [(40.0, 8), (45.0, 8), (150.0, 8), (120.0, 12)])
def test_what_the_row_itself_offers_is_not_asked_about(load, reps):
    offered = {"suggested_kg": load, "e1rm_kg": 110.0}
    assert ask(lifted(load, reps), **offered) is None
    assert ask(lifted(3 * load, reps), **offered) is not None


def test_what_is_far_beyond_strength_is_asked_about_though_offered_or_done_last_time():
    assert ask(lifted(200, 8), suggested_kg=200.0, e1rm_kg=110.0) is not None
    made = ask(lifted(1000, 10), lifted(1000, 10), suggested_kg=107.5, e1rm_kg=142.0)
    assert made is not None
    assert made.question == "1000 kg × 10? Last time 1000 × 10, e1RM about 142."
    assert ask(lifted(140, 10), lifted(140, 10), e1rm_kg=142.0) is None
