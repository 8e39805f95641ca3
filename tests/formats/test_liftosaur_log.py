"""Liftosaur: planned and done side by side, times in UTC, notes that repeat on every row."""

import time
from collections.abc import Callable, Iterator
from datetime import date, datetime

import pytest

from planner.engine.terms import LoggedExercise, LoggedSet, SetKind, Unit
from planner.formats.detection import read
from planner.formats.parsed import ParsedLog

HEADER = (
    "Workout DateTime,Program,Day Name,Exercise,Is Warmup Set?,Required Reps,Completed Reps,"
    "Is AMRAP?,Required RPE,Completed RPE,Log RPE?,Required Weight Value,Required Weight Unit,"
    "Completed Weight Value,Completed Weight Unit,Ask Weight?,Completed Reps Time,Target Muscles,"
    "Synergist Muscles,Notes"
)
USUAL = {
    "Workout DateTime": "2025-10-07T23:30:00.000Z",
    "Program": "Steady Strength",
    "Day Name": "Day 2",
    "Exercise": '"Squat, Barbell"',
    "Is Warmup Set?": "0",
    "Required Reps": "5",
    "Completed Reps": "5",
    "Is AMRAP?": "0",
    "Required Weight Value": "100",
    "Required Weight Unit": "kg",
    "Completed Weight Value": "100",
    "Completed Weight Unit": "kg",
    "Completed Reps Time": "2025-10-07T23:36:30.000Z",
}
Clock = Callable[[str], None]


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Iterator[Clock]:
    """Return a function that sets the time zone of the computer."""

    def turn(zone: str) -> None:
        monkeypatch.setenv("TZ", zone)
        time.tzset()

    yield turn
    monkeypatch.undo()
    time.tzset()


def rows(*changes: dict[str, str], header: str = HEADER) -> ParsedLog:
    lines = [
        ",".join({**USUAL, **change}.get(column, "") for column in header.split(","))
        for change in changes
    ]
    return read("\n".join([header, *lines, ""]).encode(), "liftosaur.csv")


def slots(log: ParsedLog) -> tuple[LoggedExercise, ...]:
    (session,) = log.sessions
    return session.exercises


def one_set(**change: str) -> LoggedSet:
    (slot,) = slots(rows({name.replace("_", " "): text for name, text in change.items()}))
    return slot.sets[0]


def test_a_session_is_named_after_its_day_and_notes_its_program():
    (session,) = rows({}).sessions
    assert (session.name, session.note) == ("Day 2", "Program: Steady Strength")
    assert rows({"Day Name": ""}).sessions[0].name == "Steady Strength"


def test_utc_becomes_the_time_of_this_computers_clock_and_the_offset_is_kept(clock):
    clock("Europe/Berlin")
    (session,) = rows({}).sessions
    assert (session.on, session.started_at) == (date(2025, 10, 8), datetime(2025, 10, 8, 1, 30))
    assert session.utc_offset_min == 120
    clock("America/New_York")
    (session,) = rows({}).sessions
    assert (session.on, session.started_at) == (date(2025, 10, 7), datetime(2025, 10, 7, 19, 30))
    assert session.utc_offset_min == -240


def test_each_session_has_the_offset_of_its_own_season(clock):
    clock("Europe/Berlin")
    winter = {"Workout DateTime": "2025-12-01T17:00:00.000Z", "Completed Reps Time": ""}
    assert [session.utc_offset_min for session in rows(winter, {}).sessions] == [120, 60]


def test_the_preview_says_once_whose_clock_was_taken(clock):
    clock("Europe/Berlin")
    (flag,) = rows({}, {}).flagged
    assert flag.line == 2
    assert flag.reason == (
        "the file's times are UTC, read by this computer's clock: 23:30 is 01:30 here"
    )
    clock("UTC")
    (flag,) = rows({}).flagged
    assert flag.reason.endswith("this computer's clock: UTC too")


@pytest.mark.parametrize(
    ("text", "at", "offset"),
    [
        ("2025-10-07 18:00", datetime(2025, 10, 7, 18), None),
        ("2025-10-07T18:00:00-05:00", datetime(2025, 10, 7, 18), -300),
        ("1960-10-07T18:00:00Z", datetime(1960, 10, 7, 18), 0),
    ],
)
def test_a_time_that_is_not_in_utc_stays_as_it_is_written(clock, text, at, offset):
    clock("Asia/Tokyo")
    (session,) = rows({"Workout DateTime": text, "Completed Reps Time": ""}).sessions
    assert (session.started_at, session.utc_offset_min) == (at, offset)


def test_a_set_has_its_time_and_the_session_lasts_to_the_last(clock):
    clock("Europe/Berlin")
    later = {"Completed Reps Time": "2025-10-08T00:15:00.000Z"}
    (session,) = rows(later, {}).sessions
    assert [entry.logged_at for entry in session.exercises[0].sets] == [
        datetime(2025, 10, 8, 2, 15),
        datetime(2025, 10, 8, 1, 36, 30),
    ]
    assert session.duration_s == 45 * 60


@pytest.mark.parametrize("text", ["", "soon", "2025-10-09T10:00:00Z", "2025-10-07T22:00:00Z"])
def test_a_time_outside_the_session_is_no_time_of_a_set(text):
    (session,) = rows({"Completed Reps Time": text}).sessions
    assert session.exercises[0].sets[0].logged_at is None
    assert session.duration_s is None


def test_what_was_planned_stands_beside_what_was_done():
    entry = one_set(Required_Reps="8", Completed_Reps="6", Completed_RPE="9.5", Required_RPE="8")
    assert (entry.target_reps, entry.reps, entry.rir) == (8, 6, 0.5)
    assert entry.note == "planned RPE 8"


def test_another_load_than_planned_and_as_many_reps_as_possible_are_noted():
    entry = one_set(**{"Completed Weight Value": "97.5", "Is AMRAP?": "1", "Required_RPE": "9"})
    assert (entry.load, entry.note) == (97.5, "AMRAP, planned 100 kg @ RPE 9")


def test_the_same_load_in_the_other_unit_is_no_other_load():
    done = {"Completed Weight Value": "220.46", "Completed Weight Unit": "lb"}
    assert one_set(**done).note == ""


def test_a_planned_load_that_cannot_be_read_is_noted_as_it_is():
    assert one_set(**{"Required Weight Value": "heavy"}).note == "planned heavy kg"


def test_a_set_without_a_load_of_its_own_was_done_with_the_planned_one():
    entry = one_set(**{"Completed Weight Value": "", "Completed Weight Unit": ""})
    assert (entry.load, entry.unit, entry.note) == (100.0, Unit.KG, "")


def test_each_row_has_its_own_unit():
    pounds = {"Completed Weight Value": "45", "Completed Weight Unit": "lb", "Required Reps": "?"}
    log = rows({}, {}, pounds)
    assert [(s.load, s.unit) for s in slots(log)[0].sets][1:] == [(100, Unit.KG), (45, Unit.LB)]
    assert (log.unit, log.unit_stated) == (Unit.KG, True)
    assert (4, "the planned number of reps '?' cannot be read and is left out") in log.flagged


def test_bodyweight_has_no_load():
    done = {"Completed Weight Value": "0", "Required Weight Value": "0", "Exercise": "Pull Up"}
    entry = one_set(**done)
    assert (entry.load, entry.reps, entry.note) == (None, 5, "")


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({}, "planned and not done: 5 reps at 100 kg"),
        ({"Required Weight Value": ""}, "planned and not done: 5 reps"),
        ({"Required Weight Value": "", "Required Reps": ""}, "planned and not done"),
    ],
)
def test_a_planned_set_that_was_skipped_is_listed_with_the_plan(change, reason):
    log = rows({"Completed Reps": "", **change}, {})
    assert (log.rows, log.sets, log.skipped) == (2, 1, ((2, reason),))


def test_a_missed_set_keeps_its_load_and_zero_reps():
    entry = one_set(Completed_Reps="0")
    assert (entry.load, entry.reps) == (100.0, 0)


def test_warm_ups_begin_an_exercise_that_comes_again():
    warm_up = {"Is Warmup Set?": "1", "Completed Weight Value": "60"}
    first, second = slots(rows(warm_up, {}, {}, warm_up, {}))
    assert [entry.kind for entry in first.sets] == [SetKind.WARMUP, SetKind.WORK, SetKind.WORK]
    assert [entry.kind for entry in second.sets] == [SetKind.WARMUP, SetKind.WORK]


def test_a_note_that_repeats_on_every_row_is_kept_once():
    note = {"Notes": '"Belt on,\nslow"'}
    (slot,) = slots(rows(note, note, note))
    assert slot.note == "Belt on,\nslow"
    assert [entry.note for entry in slot.sets] == ["", "", ""]


def test_an_old_file_has_one_weight_and_the_equipment_apart():
    header = (
        "Workout DateTime,Program,Day Name,Exercise,Equipment,Is Warmup Set?,Required Reps,"
        "Completed Reps,RPE,Is AMRAP?,Weight Value,Weight Unit,Completed Reps Time,Notes"
    )
    old = {"Exercise": "Squat", "Equipment": "barbell", "RPE": "8", "Weight Value": "225"}
    (slot,) = slots(rows({**old, "Weight Unit": "lb"}, header=header))
    assert slot.exercise == "Squat, barbell"
    assert (slot.sets[0].load, slot.sets[0].unit, slot.sets[0].rir) == (225.0, Unit.LB, 2.0)


def test_a_row_without_a_date_is_listed():
    assert rows({"Workout DateTime": "?"}, {}).skipped == ((2, "'?' is no date"),)
