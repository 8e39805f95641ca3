"""A session as text for a chat: short, in the lifter's unit, without what is nobody's business."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QLocale

from planner.coach import session_text
from planner.engine.terms import (
    UNREAD,
    LoggedExercise,
    LoggedSet,
    Session,
    SetKind,
    Side,
    Technique,
    Unit,
)
from planner.storage import clients, log


def kg(load: float, reps: int | None, rir: float | None = None, **more: object) -> LoggedSet:
    """Return a set as it was typed in kilograms."""
    return LoggedSet(load, reps, rir, load=load, **more)


def told(lifter: int, *slots: LoggedExercise, note: str = "") -> list[str]:
    """Return the lines below the title."""
    made = log.add_session(lifter, Session(date(2026, 11, 2), slots, "Lower", note=note))
    title, *lines = session_text.text(lifter, made, "Lower · Mon 2 Nov 2026").splitlines()
    assert title == "Lower · Mon 2 Nov 2026"
    return lines


def squats(*sets: LoggedSet, note: str = "") -> LoggedExercise:
    return LoggedExercise("back-squat", sets, note=note)


def test_sets_that_are_alike_stand_together(lifter):
    sets = (
        kg(60, 5, kind=SetKind.WARMUP), *[kg(100, 5, 2)] * 3, kg(102.5, 5, 2), kg(102.5, 4, 0.5),
        kg(80, 8, kind=SetKind.DROP),
    )  # fmt: skip
    assert told(lifter, squats(*sets)) == [
        "Back squat warm-up 1×5 @ 60 kg, 3×5 @ 100 kg (RIR 2), 5, 4 @ 102.5 kg (RIR 2, 0.5), "
        "drop 1×8 @ 80 kg"
    ]


def test_what_has_no_load_says_how_often_how_long_or_how_far(lifter):
    plank = LoggedSet(None, None, seconds=60.0)
    assert told(
        lifter,
        LoggedExercise("plank", (plank, plank)),
        LoggedExercise("pull-up", (LoggedSet(None, 8, 1), kg(10, 6, None))),
        LoggedExercise("farmers-carry", (kg(32, None, distance_m=40.0, side=Side.LEFT),)),
    ) == [
        "Plank 2×60s",
        "Pull-up 1×8 @ bw (RIR 1), 1×6 @ bw+10 kg",
        "Farmer's carry 1×40m left @ 32 kg",
    ]


def test_endurance_says_its_effort(lifter):
    run = LoggedSet(None, None, 4.0, seconds=1500.0, distance_m=5000.0)
    assert told(lifter, LoggedExercise("running", (run,))) == ["Running 1×5km 25min (RPE 6)"]


def test_pain_technique_and_unread_boxes_stay_in_the_log_and_notes_go_along(lifter):
    hurt = kg(100, 5, pain=7, technique=Technique.BREAKDOWN, note="belt on")
    unread = kg(100, None, flags=frozenset({UNREAD}))
    assert told(lifter, squats(hurt, unread, note="wide stance"), note="Good day\n\nreally") == [
        "Back squat 1×5 @ 100 kg", "  wide stance", "  belt on", "Good day", "really",
    ]  # fmt: skip


def test_loads_are_in_the_lifters_unit_and_numbers_as_the_reader_writes_them(lifter):
    clients.update_lifter(replace(clients.lifter(lifter), unit=Unit.LB))
    before = QLocale()
    typed = LoggedSet(102.05828325, 5, 1.5, load=225.0, unit=Unit.LB)
    other, light = kg(100, 5, None), kg(70, 5, None)  # 154.3 lb, which no log shows
    QLocale.setDefault(QLocale("de_DE"))
    try:
        lines = told(lifter, squats(typed, other, light))
    finally:
        QLocale.setDefault(before)
    assert lines == ["Back squat 1×5 @ 225 lb (RIR 1,5), 1×5 @ 220,5 lb, 1×5 @ 154,5 lb"]


def test_a_set_of_which_nothing_is_known_and_an_exercise_without_one(lifter):
    assert told(lifter, squats(kg(100, None), kg(100, None, 2)), squats()) == [
        "Back squat 2×? @ 100 kg (RIR ?, 2)", "Back squat",
    ]  # fmt: skip


@pytest.mark.parametrize("load", [None, 0.0])
def test_a_hold_without_a_load_says_none(lifter, load):
    hold = LoggedSet(load, None, seconds=30.0, side=Side.EACH, load=load)
    assert told(lifter, LoggedExercise("plank", (hold,))) == ["Plank 1×30s each side"]
