"""StrongLifts' exports come in whole: a row a workout, or a row an exercise."""

from datetime import date, datetime

import pytest

from planner.engine.terms import LoggedSet, SetKind, Unit
from planner.formats.detection import read
from planner.formats.parsed import ParsedLog

SIDE_BY_SIDE = (
    '"Date","Note","Body Weight (KG)","Body Weight (LB)",'
    '"Exercise 1","Weight (KG)","Weight (LB)","Set 1","Set 2","Set 3",'
    '"Exercise 2","Weight (KG)","Weight (LB)","Set 1","Set 2","Set 3"\r\n'
    '"03/25/17","day one","80","","Squat","60","","5","5","0","Bench Press","","95","5","4",""\r\n'
    '"04/02/17","","","","Squat","62.5","137.79","5","5","5","","","","","",""\r\n'
)
BY_EXERCISE = (
    "Date (yyyy/mm/dd),Workout,Workout Name,Program Name,Body Weight (KG),Exercise,SetsxReps,"
    "SetsxTime,Top Set Reps x KG,Duration (hours),Start Time (h:mm),End Time (h:mm),Notes,"
    "Set 1 (Reps), Set 1 (KG),Set 2 (Reps), Set 2 (KG)\n"
    '"2026/04/30","7","Workout B","","80","Squat","2x5","","5x60","0.75","7:05 PM","7:50 PM",'
    '"calm\nday","5","60","0","62.5"\n'
    '"2026/04/30","7","Workout B","","80","Chinups","2x5","","5x-5","0.75","7:05 PM","7:50 PM",'
    '"calm\nday","5","-5","3","-5"\n'
    '"2026/04/30","7","Workout B","","80","Plank","","3x60","","0.75","7:05 PM","7:50 PM",'
    '"calm\nday","","","",""\n'
    '"2026/05/02","8","Workout A","","","Push Up","1x12","","12x0","","","","","12","0","","20"\n'
)


def log(text: str, unit: Unit | None = None) -> ParsedLog:
    parsed = read(text.encode("utf-8-sig"), "stronglifts.csv", unit)
    assert parsed.format == "StrongLifts"
    assert parsed.rows == parsed.sets + len(parsed.skipped)
    return parsed


def sets(parsed: ParsedLog) -> list[LoggedSet]:
    return [s for session in parsed.sessions for slot in session.exercises for s in slot.sets]


def told(parsed: ParsedLog) -> list[str]:
    return [note.reason for note in (*parsed.skipped, *parsed.flagged)]


def test_exercises_side_by_side_are_a_session_of_their_sets():
    first, second = log(SIDE_BY_SIDE).sessions
    assert (first.on, second.on) == (date(2017, 3, 25), date(2017, 4, 2))
    assert [(slot.exercise, len(slot.sets)) for slot in first.exercises] == [
        ("Squat", 3), ("Bench Press", 2),
    ]  # fmt: skip
    assert first.note == "day one"
    assert first.finished


def test_a_set_of_no_reps_failed_and_stays():
    squat = log(SIDE_BY_SIDE).sessions[0].exercises[0]
    assert [(s.reps, s.kind) for s in squat.sets] == [
        (5, SetKind.WORK), (5, SetKind.WORK), (0, SetKind.FAILURE),
    ]  # fmt: skip


def test_a_failed_set_without_a_load_stays_too():
    text = SIDE_BY_SIDE.replace('"Squat","60"', '"Dips",""')
    assert sets(log(text))[2].reps == 0


def test_what_was_typed_is_kept_of_two_columns_of_loads():
    typed = [(s.load, s.unit) for s in sets(log(SIDE_BY_SIDE))]
    assert typed == [(60.0, Unit.KG)] * 3 + [(95.0, Unit.LB)] * 2 + [(62.5, Unit.KG)] * 3


@pytest.mark.parametrize(
    ("kg", "lb", "kept"),
    [
        ("43.09", "95", (95.0, Unit.LB)),
        ("43.1", "95", (95.0, Unit.LB)),
        ("20", "44.09", (20.0, Unit.KG)),
        ("20", "45", (20.0, Unit.KG)),
        ("20.41", "", (45.0, Unit.LB)),
        ("21.83", "48.13", (21.83, Unit.KG)),
    ],
)
def test_the_round_one_of_two_loads_is_the_one_typed(kg, lb, kept):
    text = SIDE_BY_SIDE.replace('"62.5","137.79"', f'"{kg}","{lb}"')
    entry = sets(log(text))[-1]
    assert (entry.load, entry.unit) == kept


def test_the_unit_is_that_of_most_sets():
    assert (log(SIDE_BY_SIDE).unit, log(SIDE_BY_SIDE).unit_stated) == (Unit.KG, True)
    pounds = SIDE_BY_SIDE.replace('"60",""', '"","60"').replace('"62.5","137.79"', '"","135"')
    assert log(pounds).unit is Unit.LB


def test_a_two_digit_year_and_days_above_twelve_tell_the_order_of_a_date():
    text = SIDE_BY_SIDE.replace("03/25/17", "25/03/17").replace("04/02/17", "02/04/17")
    assert [session.on for session in log(text).sessions] == [date(2017, 3, 25), date(2017, 4, 2)]


def test_a_row_an_exercise_has_loads_times_and_notes_of_the_workout():
    first, second = log(BY_EXERCISE).sessions
    assert (first.name, first.started_at) == ("Workout B", datetime(2026, 4, 30, 19, 5))
    assert (first.duration_s, first.note) == (2700, "calm\nday")
    squat, _, plank = first.exercises
    assert [(s.load, s.reps, s.kind) for s in squat.sets] == [
        (60.0, 5, SetKind.WORK), (62.5, 0, SetKind.FAILURE),
    ]  # fmt: skip
    assert [s.seconds for s in plank.sets] == [60.0] * 3
    assert (second.started_at, second.exercises[0].sets[0].load) == (None, None)


def test_a_load_below_zero_is_help():
    parsed = log(BY_EXERCISE)
    chins = parsed.sessions[0].exercises[1]
    assert chins.exercise == "Chinups (Assisted)"
    assert [(s.load, s.reps) for s in chins.sets] == [(5.0, 5), (5.0, 3)]
    assert "Chinups: -5 kg is help; kept as 'Chinups (Assisted)'" in told(parsed)


def test_a_load_without_repetitions_is_listed():
    parsed = log(BY_EXERCISE)
    assert [note.line for note in parsed.skipped] == [8]
    assert "Push Up: a load without repetitions; the set was not done" in told(parsed)


def test_bodyweights_are_pointed_at():
    assert "bodyweights in this file: 3; only its sessions come in" in told(log(BY_EXERCISE))


def test_columns_in_pounds_and_for_seconds_are_read():
    text = (
        "Date,Exercise,Start Time (h:mm),Set 1 (Reps),Set 1 (LB),Set 1 (Time)\n"
        "2026/05/02,Squat,soon,5,135,\n2026/05/03,Hang,,0,,40\n"
    )
    squat, hang = sets(log(text))
    assert (squat.load, squat.unit) == (135.0, Unit.LB)
    assert (hang.reps, hang.seconds, hang.kind) == (None, 40.0, SetKind.WORK)
    assert "the start 'soon' cannot be read and is left out" in told(log(text))


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ("2026/05/02,,5,60", "the row names no exercise"),
        ("2026/05/02,Squat,,", "the row holds no set"),
        ("soon,Squat,5,60", "'soon' is no date"),
        ("2026/05/02,Squat,five,60", "the reps 'five' are no number above zero"),
        ("2026/05/02,Squat,5,heavy", "the load 'heavy' is no number above zero"),
        ("2026/05/02,Squat,5,60,,1", "the row has 6 columns where the header has 4"),
        ('2026/05/02,"Squat,5,60', "the row holds no set"),
    ],
)
def test_what_is_no_set_is_listed_with_its_line_and_why(row, reason):
    header = "Date,Exercise,Set 1 (Reps),Set 1 (KG)\n"
    parsed = log(header + "2026/05/01,Squat,5,60\n" + row + "\n")
    assert parsed.sets == 1
    assert [(note.line, note.reason) for note in parsed.skipped] == [(3, reason)]


def test_every_set_keeps_its_row():
    for entry in sets(log(BY_EXERCISE)):
        assert entry.source_text.startswith('"2026/0')
    assert [s.source_line for s in sets(log(BY_EXERCISE))] == [2, 2, 4, 4, 6, 6, 6, 8]
