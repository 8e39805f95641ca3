"""A backup of FitNotes holds the log that its CSV has; nothing in the file is run."""

import json
import sqlite3
import time
from datetime import date, datetime

import pytest
from hypothesis import given, settings, strategies as st

from planner.engine.terms import Session, Stopped, Unit
from planner.formats.detection import read
from planner.formats.parsed import FormatProblem, ParsedLog
from tests.formats.fitnotes_backups import CURL, KG_PER_LB, PLANK, RUN, SQUAT, backup

MONDAY, FRIDAY = "2025-05-05", "2025-05-09"
CSV = """Date,Exercise,Category,Weight,Weight Unit,Reps,Distance,Distance Unit,Time,Comment
2025-05-05,Barbell Squat,Legs,100.0,kgs,5,,,,
2025-05-05,Barbell Squat,Legs,100.0,kgs,5,,,,deep
2025-05-05,Dumbbell Curl,Biceps,25.0,lbs,12,,,,
2025-05-05,Barbell Squat,Legs,61.23,kgs,0,,,,
2025-05-09,Running (Outdoor),Cardio,,,,5.0,km,0:31:40,
2025-05-09,Plank,Abs,10.0,kgs,,,,0:01:30,
"""
SETS = (
    (SQUAT, MONDAY, 100, 5),
    (SQUAT, MONDAY, 100, 5),
    (CURL, MONDAY, 25 * KG_PER_LB, 12),
    (SQUAT, MONDAY, 135 * KG_PER_LB, 0),
    (RUN, FRIDAY, 0, 0, 5000, 1900),
    (PLANK, FRIDAY, 10, 0, 0, 90),
)
DEEP = f"INSERT INTO Comment VALUES (1, '{MONDAY}', 1, 2, 'deep')"


def log(*sets: tuple[object, ...], metric: int | None = 1, more: tuple[str, ...] = ()) -> ParsedLog:
    return read(backup(*sets, metric=metric, more=more), "FitNotes_Backup.fitnotes")


def told(session: Session) -> list[object]:
    """Return what a session says, without where it stands in its file."""
    return [
        (slot.exercise, entry.load_kg, entry.load, entry.unit, entry.reps, entry.seconds,
         entry.distance_m, entry.note)
        for slot in session.exercises
        for entry in slot.sets
    ]  # fmt: skip


def test_a_backup_says_the_same_as_the_csv_of_the_log():
    made, csv = log(*SETS, more=(DEEP,)), read(CSV.encode(), "FitNotes_Export.csv")
    assert [told(session) for session in made.sessions] == [told(each) for each in csv.sessions]
    assert (made.rows, made.sets, made.unit, made.unit_stated) == (6, 6, Unit.KG, True)
    assert (made.format, csv.format) == ("FitNotes backup", "FitNotes")


def test_an_exercise_has_its_own_unit_or_that_of_the_settings():
    made = log(*SETS[:3], metric=0)
    squat, curl = made.sessions[0].exercises
    assert (squat.sets[0].load, squat.sets[0].unit) == (100.0, Unit.KG)  # 220.462 lb
    assert (curl.sets[0].load, curl.sets[0].unit) == (25.0, Unit.LB)
    assert made.unit is Unit.LB


def test_without_settings_the_unit_is_that_of_the_file():
    assert log(SETS[0], metric=None).unit is Unit.KG


def test_the_number_and_the_columns_of_a_set_are_kept():
    entry = log(SETS[0], SETS[4]).sessions[1].exercises[0].sets[0]
    assert entry.source_line == 2
    assert json.loads(entry.source_text) == {
        "exercise": "Running (Outdoor)",
        "_id": 2,
        "exercise_id": RUN,
        "date": FRIDAY,
        "distance": 5000,
        "duration_seconds": 1900,
    }


def test_a_day_has_its_time_length_and_notes():
    span = (
        f"INSERT INTO WorkoutTime VALUES (1, '{MONDAY}', '{MONDAY} 18:05:00', '{MONDAY} 19:20:00')"
    )
    note = f"INSERT INTO WorkoutComment VALUES (1, '{MONDAY}', 'slept well')"
    old = f"INSERT INTO Comment VALUES (2, '{MONDAY}', 2, 0, 'new shoes')"
    (session,) = log(SETS[0], more=(span, note, old)).sessions
    assert session.started_at == datetime(2025, 5, 5, 18, 5)
    assert (session.duration_s, session.note) == (75 * 60, "new shoes\nslept well")


@pytest.mark.parametrize(
    ("day", "start", "end"),
    [
        (MONDAY, "?", f"{MONDAY} 19:20:00"),
        ("?", f"{MONDAY} 18:05:00", f"{MONDAY} 19:20:00"),
        (FRIDAY, f"{FRIDAY} 18:05:00", f"{FRIDAY} 19:20:00"),
        (MONDAY, f"{FRIDAY} 18:05:00", f"{FRIDAY} 19:20:00"),
    ],
)
def test_a_time_that_fits_no_day_with_sets_is_no_time_of_a_session(day, start, end):
    span = f"INSERT INTO WorkoutTime VALUES (1, '{day}', '{start}', '{end}')"
    (session,) = log(SETS[0], more=(span,)).sessions
    assert (session.started_at, session.duration_s) == (None, None)


def test_a_workout_that_goes_on_has_a_start_and_no_length():
    span = f"INSERT INTO WorkoutTime VALUES (1, '{MONDAY}', '{MONDAY} 18:05:00', '')"
    (session,) = log(SETS[0], more=(span,)).sessions
    assert (session.started_at, session.duration_s) == (datetime(2025, 5, 5, 18, 5), None)


def test_a_clock_left_running_is_told():
    span = (
        f"INSERT INTO WorkoutTime VALUES (1, '{MONDAY}', '{MONDAY} 08:00:00', '{FRIDAY} 08:00:00')"
    )
    made = log(SETS[0], more=(span,))
    assert made.sessions[0].duration_s is None
    assert made.flagged == ((1, "the session's length of 96 h, left open, is not kept"),)


def test_partners_of_a_superset_stay_together():
    groups = tuple(
        f"INSERT INTO WorkoutGroupExercise (exercise_id, date, routine_section_id, "
        f"workout_group_id) VALUES ({exercise}, '{day}', 0, 17)"
        for exercise, day in ((SQUAT, MONDAY), (CURL, MONDAY), (PLANK, ""), (99, MONDAY))
    )
    first, second = log(*SETS, (PLANK, MONDAY, 0, 0, 0, 60), more=groups).sessions
    assert [slot.superset for slot in first.exercises] == [0, 0, 0, None]
    assert [slot.superset for slot in second.exercises] == [None, None]


def test_supersets_of_a_day_without_sets_do_no_harm():
    group = f"INSERT INTO WorkoutGroupExercise VALUES (1, {SQUAT}, '{FRIDAY}', 0, 1)"
    assert log(SETS[0], more=(group,)).sessions[0].exercises[0].superset is None


def test_what_is_no_set_is_told():
    note = f"INSERT INTO WorkoutComment VALUES (1, '{FRIDAY}', 'ill')"
    made = log(SETS[0], more=(note, "INSERT INTO MeasurementRecord VALUES (1, 80.5)"))
    assert [flag.reason for flag in made.flagged] == [
        "measurements in this file: 1; only its sets come in",
        "the note on 9 May 2025, a day without sets, is left out: ill",
    ]


def test_an_empty_note_on_a_day_without_sets_is_nothing_to_tell():
    note = f"INSERT INTO WorkoutComment VALUES (1, '{FRIDAY}', '')"
    assert log(SETS[0], more=(note,)).flagged == ()


def test_a_row_without_exercise_date_or_load_is_listed():
    made = log((99, MONDAY, 5, 5), (SQUAT, "?", 5, 5), (SQUAT, MONDAY, "heavy", 5), SETS[0])
    assert [(row.line, row.reason) for row in made.skipped] == [
        (1, "the row names no exercise"),
        (2, "'?' is no date"),
        (3, "the load 'heavy' is no number above zero"),
    ]
    assert made.rows == 4


def test_a_backup_of_an_old_version_without_the_later_columns_is_read():
    made = sqlite3.connect(":memory:", isolation_level=None)
    made.execute("CREATE TABLE exercise(_id INTEGER PRIMARY KEY, name TEXT)")
    made.execute(
        "CREATE TABLE training_log(_id INTEGER PRIMARY KEY, exercise_id, date, metric_weight, reps)"
    )
    made.execute("INSERT INTO exercise VALUES (7, 'Row')")
    made.execute(f"INSERT INTO training_log VALUES (1, 7, '{MONDAY}', 50.5, 10)")
    (session,) = read(made.serialize(), "old.fitnotes").sessions
    made.close()
    assert (session.on, session.exercises[0].sets[0].load) == (date(2025, 5, 5), 50.5)


def test_a_backup_that_was_written_with_a_log_beside_it_is_read():
    data = bytearray(backup(SETS[0]))
    data[18:20] = b"\2\2"
    assert read(bytes(data), "wal.fitnotes").sets == 1


def test_text_that_is_no_text_does_no_harm():
    broken = "UPDATE exercise SET name = CAST(x'53ff00' AS TEXT), category_id = x'00'"
    (slot,) = log(SETS[0], more=(broken,)).sessions[0].exercises
    assert slot.exercise == "S\ufffd"


def test_an_empty_backup_is_told():
    with pytest.raises(FormatProblem, match="It is a FitNotes backup log without rows"):
        log()


def refused(data: bytes) -> str:
    before = time.perf_counter()
    with pytest.raises(FormatProblem) as problem:
        read(data, "file.db")
    assert time.perf_counter() - before < 1.0
    return str(problem.value)


def test_the_database_of_another_program_is_refused_naming_what_was_looked_for():
    with sqlite3.connect(":memory:") as other:
        other.execute("CREATE TABLE invoice(amount)")
        said = refused(other.serialize())
    other.close()
    assert said == (
        "file.db cannot be imported. It is another program's database. I looked for a FitNotes "
        "backup (tables 'training_log' and 'exercise')."
    )


def test_a_view_in_the_place_of_the_log_is_not_run():
    forever = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n"
    trap = ("DROP TABLE training_log", f"CREATE VIEW training_log AS {forever}")
    assert "another program's database" in refused(backup(more=trap))


@pytest.mark.parametrize("part", [16, 100, 4096, 9000])
def test_a_backup_that_breaks_off_is_refused(part):
    assert "It is a damaged SQLite file." in refused(backup(*SETS)[:part])


def test_tables_that_share_a_page_are_refused_instead_of_read_for_ever():
    data = backup(*SETS, more=("PRAGMA writable_schema = 1",
        "UPDATE sqlite_schema SET rootpage = 1 WHERE name = 'training_log'"))  # fmt: skip
    assert "It is a damaged SQLite file." in refused(data)


def test_reading_a_backup_can_be_followed_and_cancelled():
    seen: list[tuple[int, int]] = []
    read(backup(*SETS), "a.fitnotes", progress=lambda *row: seen.append(row))
    assert seen == [(0, 6), (6, 6)]

    def stop(_done: int, _rows: int) -> None:
        raise Stopped

    with pytest.raises(Stopped):
        read(backup(*SETS), "a.fitnotes", progress=stop)


@given(
    st.lists(
        st.tuples(
            st.sampled_from([SQUAT, CURL, RUN, PLANK, 99, None, "x"]).filter(bool),
            st.sampled_from([MONDAY, FRIDAY, "?", ""]),
            st.one_of(st.floats(0, 500), st.sampled_from([-1, "x", 2**62, float("inf"), b"\0"])),
            st.one_of(st.integers(-1, 50), st.sampled_from([2**62, 1.5, "?"])),
            st.one_of(st.floats(0, 9000), st.just("?")),
            st.one_of(st.integers(0, 9000), st.just(-5)),
        ),
        min_size=1,
        max_size=20,
    )
)
@settings(max_examples=40, deadline=None)
def test_each_set_is_stored_or_listed_exactly_once(sets):
    made = log(*sets)
    stored = [
        entry.source_line
        for each in made.sessions
        for slot in each.exercises
        for entry in slot.sets
    ]
    assert sorted([*stored, *(row.line for row in made.skipped)]) == [*range(1, len(sets) + 1)]
    assert made.rows == len(sets)


@given(st.lists(st.tuples(st.integers(0, 40_000), st.integers(0, 255)), max_size=20))
@settings(max_examples=80, deadline=None)
def test_no_damage_crashes_the_reader(changes):
    data = bytearray(backup(*SETS, more=(DEEP,)))
    for at, byte in changes:
        data[at % len(data)] = byte
    try:
        made = read(bytes(data), "damaged.fitnotes")
    except FormatProblem:
        return
    assert made.rows == made.sets + len(made.skipped)
