"""What lifters and apps do in years: other units for a while, other words, typing errors."""

from datetime import date, datetime

import pytest

from planner.engine.terms import LoggedSet, SetKind, Unit
from planner.formats.detection import read
from planner.formats.parsed import ParsedLog

STRONG = "Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,RPE\n"
HEVY = (
    "title,start_time,end_time,description,exercise_title,superset_id,exercise_notes,set_index,"
    "set_type,{weight},reps,distance_km,duration_seconds,rpe\n"
)


def sets(parsed: ParsedLog) -> list[LoggedSet]:
    return [s for session in parsed.sessions for slot in session.exercises for s in slot.sets]


def strong(*loads: float | str, name: str = "Bench Press (Barbell)", days: int = 3) -> ParsedLog:
    """Read a Strong log of one load a session, every `days` days."""
    start = date(2024, 1, 1).toordinal()
    rows = [
        f"{date.fromordinal(start + days * at)} 18:00:00,A,1h,{name},1,{load},5,0,0,\n"
        for at, load in enumerate(loads)
    ]
    return read((STRONG + "".join(rows)).encode(), "strong.csv")


def hevy(*rows: str, weight: str = "weight_kg", start: str = "5 Mai 2026, 18:00") -> ParsedLog:
    """Read a Hevy log of rows from the exercise on."""
    text = "".join(f'Push,"{start}","{start}",,{row}\n' for row in rows)
    return read((HEVY.format(weight=weight) + text).encode(), "hevy.csv")


POUNDS = (45, 95, 115, 135, 145, 155, 165, 175, 185, 195, 205)
KILOGRAMS = (20, 40, 52.5, 60, 62.5, 65, 67.5, 70, 72.5)


def test_a_spell_of_kilograms_inside_a_log_in_pounds_stays_kilograms():
    parsed = strong(*POUNDS, 88.18, 220.46, 330.69, *POUNDS)
    assert (parsed.unit, parsed.unit_stated) == (Unit.LB, False)
    assert parsed.unit_confidence > 0.8
    spell = sets(parsed)[len(POUNDS) :][:3]
    assert [(s.load, s.unit) for s in spell] == [
        (40.0, Unit.KG), (100.0, Unit.KG), (150.0, Unit.KG),
    ]  # fmt: skip
    assert {s.unit for s in sets(parsed)[: len(POUNDS)]} == {Unit.LB}


def test_a_spell_of_pounds_inside_a_log_in_kilograms_stays_pounds():
    parsed = strong(*KILOGRAMS, 22.68, 45.36, "74.99999999999999", *KILOGRAMS)
    assert (parsed.unit, parsed.unit_stated) == (Unit.KG, False)
    assert parsed.unit_confidence > 0.8
    spell = sets(parsed)[len(KILOGRAMS) :][:3]
    assert [(s.load, s.unit) for s in spell] == [
        (50.0, Unit.LB), (100.0, Unit.LB), (75.0, Unit.KG),
    ]  # fmt: skip


def test_a_bench_press_that_is_counted_with_the_bar_from_one_day_on_is_no_progress():
    parsed = strong(20, 20, 22.5, 57.5, 57.5, 60, 60)
    assert [bool(s.flags) for s in sets(parsed)] == [False, False, False, True, False, False, False]
    [note] = [note for note in parsed.flagged if "another way of counting" in note.reason]
    assert note.line == 5


@pytest.mark.parametrize(
    ("reps", "seconds", "load", "expected"),
    [
        ("0", "45", "0", (None, 45.0, None)),
        ("0.0", "45.0", "0.0", (None, 45.0, None)),
        ("", "45", "", (None, 45.0, None)),
        ("8.0", "0", "0", (8, None, None)),
        ("8", "", "", (8, None, None)),
        ("8", "0.0", "0.0", (8, None, None)),
    ],
)
def test_zero_and_blank_both_say_does_not_apply(reps, seconds, load, expected):
    row = f"2024-01-01 18:00:00,A,1h,Plank,1,{load},{reps},0,{seconds},\n"
    [entry] = sets(read((STRONG + row).encode(), "strong.csv", Unit.KG))
    assert (entry.reps, entry.seconds, entry.load_kg) == expected


@pytest.mark.parametrize(
    ("length", "seconds"),
    [
        ("55s", 55), ("7m", 420), ("1h 6m", 3960), ("21min", 1260), ("1h 14min", 4440),
        ("6h", 21600), ("6h 1m", None), ("48h 40m", None), ("234h 29m", None),
    ],
)  # fmt: skip
def test_a_workout_left_open_has_no_length(length, seconds):
    row = f"2024-01-01 18:00:00,A,{length},Squat,1,100,5,0,0,\n"
    parsed = read((STRONG + row).encode(), "strong.csv", Unit.KG)
    assert parsed.sessions[0].duration_s == seconds
    assert any("left open" in note.reason for note in parsed.flagged) == (seconds is None)


def test_marks_in_place_of_numbers_are_kinds_and_a_rest_timer_is_no_set():
    rows = [
        f"2024-01-01 18:00:00,A,1h,Squat,{order},{load},5,0,{seconds},\n"
        for order, load, seconds in (
            ("W", 60, 0), ("Rest Timer", 0, 120.0), ("1", 100, 0), ("F", 100, 0), ("D", 80, 0),
        )
    ]  # fmt: skip
    parsed = read((STRONG + "".join(rows)).encode(), "strong.csv", Unit.KG)
    assert [s.kind for s in sets(parsed)] == [
        SetKind.WARMUP, SetKind.WORK, SetKind.FAILURE, SetKind.DROP,
    ]  # fmt: skip
    assert parsed.sessions[0].exercises[0].rest_s == 120
    assert [note.line for note in parsed.skipped] == [3]


@pytest.mark.parametrize(
    ("start", "at"),
    [
        ("5 Mai 2026, 18:00", datetime(2026, 5, 5, 18)),
        ("11 Nis 2026, 6:05", datetime(2026, 4, 11, 6, 5)),
        ("3 févr. 2026, 18:00", datetime(2026, 2, 3, 18)),
        ("3 sept. 2026, 18:00", datetime(2026, 9, 3, 18)),
        ("3 de fev. de 2026, 18:00", datetime(2026, 2, 3, 18)),
        ("3 paź 2026, 18:00", datetime(2026, 10, 3, 18)),
        ("3 сент. 2026 г., 18:00", datetime(2026, 9, 3, 18)),
        ("3 Ağu 2026, 18:00", datetime(2026, 8, 3, 18)),
        ("3 mrt 2026, 18:00", datetime(2026, 3, 3, 18)),
        ("3 giu 2026, 18:00", datetime(2026, 6, 3, 18)),
        ("2026-01-07 17:15:00", datetime(2026, 1, 7, 17, 15)),
    ],
)
def test_hevy_writes_months_in_the_language_of_the_app(start, at):
    assert hevy("Squat,,,0,normal,100,5,,,", start=start).sessions[0].started_at == at


def test_partners_of_a_superset_share_a_number_that_its_neighbours_have_not():
    parsed = hevy(
        "Curl,0,,0,normal,20,8,,,", "Pushdown,0,,0,normal,30,8,,,",
        "Curl,0,,1,normal,20,8,,,", "Pushdown,0,,1,normal,30,8,,,", "Row,,,0,normal,60,8,,,",
    )  # fmt: skip
    slots = [(slot.exercise, slot.superset) for slot in parsed.sessions[0].exercises]
    assert {number for name, number in slots if name != "Row"} == {0}
    assert slots[-1] == ("Row", None)


def test_a_backslash_and_an_n_are_a_line_break():
    [slot] = hevy(r'Squat,,"slow\ndeep",0,normal,100,5,,,').sessions[0].exercises
    assert slot.note == "slow\ndeep"


@pytest.mark.parametrize("rpe", ["6", "7", "7.5", "8", "8.5", "9", "9.5", "10"])
def test_every_rpe_of_hevy_is_kept(rpe):
    [entry] = sets(hevy(f"Squat,,,0,failure,100,5,,,{rpe}"))
    assert (entry.rir, entry.kind) == (10 - float(rpe), SetKind.FAILURE)


def test_pounds_rounded_to_kilograms_stay_pounds_and_kilograms_in_pounds_kilograms():
    assert [s.load for s in sets(hevy("A,,,0,normal,18.14,5,,,", "A,,,1,normal,22.68,5,,,"))] == [
        40.0, 50.0,
    ]  # fmt: skip
    [entry] = sets(hevy("A,,,0,normal,132.28,5,,,", weight="weight_lbs"))
    assert (entry.load, entry.unit) == (60.0, Unit.KG)


@pytest.mark.parametrize(("load", "reps"), [("860", "5"), ("8", "5"), ("90", "877777")])
def test_typing_errors_come_in_with_a_flag(load, reps):
    rows = [f"A,,,{at},normal,90,5,,," for at in range(3)]
    odd = [*rows, f"A,,,3,normal,{load},{reps},,,"]
    days = [(f"{day} May 2026, 18:00", odd if day == 3 else rows) for day in (1, 3, 5)]
    text = "".join(f'Push,"{day}","{day}",,{row}\n' for day, each in days for row in each)
    parsed = read((HEVY.format(weight="weight_kg") + text).encode(), "hevy.csv")
    assert parsed.sets == 10
    assert [s.flags for s in sets(parsed) if s.flags] == [{"suspect"}]
