"""Fitbod: always in kg, loads typed in lb, newest first, one time for a whole workout."""

from datetime import date, datetime

import pytest

from planner.engine.terms import SetKind, Unit
from planner.formats.detection import read
from planner.formats.parsed import ParsedLog

HEADER = (
    "Date,Exercise,Reps,Weight(kg),Duration(s),Distance(m),Incline,Resistance,isWarmup,Note,"
    "multiplier\n"
)
SUPPORT = (
    "date,exercise_name,Reps,weight_kg,duration_seconds,distance_meters,Incline,Resistance,"
    "isWarmup\n"
)
EVENING, MORNING = "2025-03-11 19:02:44 +0000", "2025-03-09 08:30:10 +0200"


def rows(*lines: str, header: str = HEADER) -> ParsedLog:
    return read((header + "".join(f"{line}\n" for line in lines)).encode(), "fitbod.csv")


def press(at: str = EVENING, reps: str = "8", kg: str = "40.0", more: str = "false,, 1.0") -> str:
    return f"{at},Dumbbell Bench Press, {reps},{kg},0.0,0.0,0.0,0.0,{more}"


def test_a_workout_is_the_rows_of_one_time_and_the_oldest_comes_first():
    log = rows(press(), press(), press(MORNING), press(MORNING))
    assert [session.started_at for session in log.sessions] == [
        datetime(2025, 3, 9, 8, 30, 10),
        datetime(2025, 3, 11, 19, 2, 44),
    ]
    assert [len(session.exercises[0].sets) for session in log.sessions] == [2, 2]


def test_the_time_is_that_of_the_lifters_clock_with_its_offset_beside_it():
    log = rows(press(), press(), press("2025-03-09 23:50:00 -0500"))
    late, _ = log.sessions
    assert (late.on, late.utc_offset_min) == (date(2025, 3, 9), -300)


def test_times_of_single_sets_make_one_workout_up_to_a_long_pause_in_their_order():
    sets = (press(f"2025-03-11 19:{at} +0000", at) for at in ("20", "12", "05"))
    noon, session = rows(*sets, press("2025-03-11 12:00"), press("?")).sessions
    assert noon.started_at == datetime(2025, 3, 11, 12)
    assert session.started_at == datetime(2025, 3, 11, 19, 5)
    assert [entry.reps for entry in session.exercises[0].sets] == [5, 12, 20]


def test_two_short_workouts_of_a_day_stay_two():
    log = rows(press(), press("2025-03-11 07:00:00 +0000"))
    assert len(log.sessions) == 2


def test_pounds_in_kilograms_are_pounds_again_and_that_is_told_once():
    log = rows(press(kg="20.41168092460379"), press(kg="61.23504277381137"), press(kg="22.5"))
    (slot,) = log.sessions[0].exercises
    assert [(entry.load, entry.unit) for entry in slot.sets] == [
        (45.0, Unit.LB),
        (135.0, Unit.LB),
        (22.5, Unit.KG),
    ]
    assert log.flagged == ((2, "Loads: 20.41168092460379 is 45 lb, kept so, 2 sets in all"),)


def test_the_file_is_in_kilograms_whatever_was_chosen():
    data = (HEADER + press() + "\n").encode()
    log = read(data, "fitbod.csv", Unit.LB)
    assert (log.format, log.unit, log.unit_stated) == ("Fitbod", Unit.KG, True)


def test_warm_ups_notes_and_blanks_after_commas_are_read():
    log = rows(press(more="true,, 1.0"), press(more='false,"slow, deep", 1.0'))
    warm_up, work = log.sessions[0].exercises[0].sets
    assert (warm_up.kind, warm_up.reps, warm_up.note) == (SetKind.WARMUP, 8, "")
    assert (work.kind, work.note) == (SetKind.WORK, "slow, deep")


def test_cardio_has_time_distance_and_how_the_machine_was_set():
    log = rows(f"{EVENING},Treadmill, 0,0.0,600.0,1609.344,2.5,0.0,false,, 0.0")
    (entry,) = log.sessions[0].exercises[0].sets
    assert (entry.load, entry.reps, entry.seconds, entry.distance_m) == (None, None, 600, 1609.344)
    assert entry.note == "incline 2.5"


def test_a_row_of_the_older_layout_is_as_many_sets_as_it_counts():
    header = "Date,Exercise,Sets,Reps,Weight,isWarmup,Note\n"
    log = rows(
        "2018-05-07,Back Squat,3,5,60,false,", "2018-05-07,Pull Up,,9,0,false,", header=header
    )
    squat, pull_up = log.sessions[0].exercises
    assert [(entry.reps, entry.load, entry.source_line) for entry in squat.sets] == [(5, 60, 2)] * 3
    assert [(entry.reps, entry.load) for entry in pull_up.sets] == [(9, None)]
    assert (log.rows, log.sets, log.sessions[0].started_at) == (4, 4, None)


@pytest.mark.parametrize("sets", ["877", "-1", "x", "1000000000"])
def test_a_number_of_sets_that_cannot_be_is_one_set_and_told(sets):
    header = "Date,Exercise,Sets,Reps,Weight,isWarmup,Note\n"
    log = rows(f"2018-05-07,Back Squat,{sets},5,60,false,", header=header)
    assert log.sets == 1
    assert log.flagged == ((2, f"the number of sets '{sets}' cannot be; taken as one set"),)


def test_what_the_support_sends_has_other_headings_and_no_time():
    log = rows("2025-06-23,Leg Curl,5,31.751465900000003,,,,,false", header=SUPPORT)
    (session,) = log.sessions
    (entry,) = session.exercises[0].sets
    assert (session.on, session.started_at) == (date(2025, 6, 23), None)
    assert (session.exercises[0].exercise, entry.load, entry.unit) == ("Leg Curl", 70.0, Unit.LB)


def test_a_row_without_a_date_is_listed():
    log = rows(press(at="yesterday"), press())
    assert log.skipped == ((2, "'yesterday' is no date"),)


def test_a_row_that_cannot_be_taken_apart_is_listed():
    log = rows(press(), '2025-03-11,"' + "x" * 200_000)
    assert (log.rows, log.sets, [note.line for note in log.skipped]) == (2, 1, [3])
