"""Strong's exports of ten years come in whole, whatever version wrote them."""

from datetime import date, datetime
from pathlib import Path

import pytest

from planner.engine.terms import LoggedSet, SetKind, Unit
from planner.formats.detection import read
from planner.formats.parsed import ParsedLog

LOGS = Path(__file__).parents[1] / "data" / "logs"


def log(name: str, unit: Unit | None = None) -> ParsedLog:
    return read((LOGS / name).read_bytes(), name, unit)


def sets(parsed: ParsedLog) -> list[LoggedSet]:
    return [s for session in parsed.sessions for slot in session.exercises for s in slot.sets]


def reasons(parsed: ParsedLog) -> dict[int, str]:
    return {note.line: note.reason for note in (*parsed.skipped, *parsed.flagged)}


@pytest.mark.parametrize(
    ("name", "rows", "unit", "stated"),
    [
        ("strong-2016.csv", 3, Unit.LB, True),
        ("strong-2018.csv", 3, Unit.KG, False),
        ("strong-2021.csv", 12, Unit.KG, False),
        ("strong-2025.csv", 4, Unit.KG, True),
        ("strong-2026.csv", 2, Unit.KG, False),
        ("strong-android.csv", 4, Unit.LB, True),
        ("strong-headerless.csv", 2, Unit.LB, True),
        ("strong-excel.csv", 2, Unit.KG, False),
    ],
)
def test_every_variant_is_recognised_and_every_row_is_stored_or_listed(name, rows, unit, stated):
    parsed = log(name)
    assert (parsed.format, parsed.rows, parsed.unit, parsed.unit_stated) == (
        "Strong", rows, unit, stated,
    )  # fmt: skip
    assert parsed.rows == parsed.sets + len(parsed.skipped)


def test_a_session_is_the_rows_of_one_date_and_name():
    first, second = log("strong-2021.csv").sessions
    assert (first.on, first.name) == (date(2021, 7, 10), "Legs 2")
    assert first.started_at == datetime(2021, 7, 10, 16, 35, 45)
    assert first.duration_s == 4860
    assert first.finished
    assert second.name == "Left Open"


def test_the_same_exercise_twice_in_a_session_is_two_slots():
    names = [slot.exercise for slot in log("strong-2021.csv").sessions[0].exercises]
    assert names == ["Squat (Barbell)", "Leg Curl", "Squat (Barbell)", "Plank", "Pull Up"]


def test_marks_in_the_set_order_are_the_kind_of_set():
    squat, curl, *_ = log("strong-2021.csv").sessions[0].exercises
    assert [s.kind for s in squat.sets] == [SetKind.WARMUP, SetKind.WORK, SetKind.FAILURE]
    assert [s.kind for s in curl.sets] == [SetKind.WORK, SetKind.DROP]


def test_a_rest_timer_is_listed_and_becomes_the_rest_of_the_exercise():
    parsed = log("strong-2021.csv")
    assert parsed.sessions[0].exercises[0].rest_s == 120
    assert [note.line for note in parsed.skipped] == [3, 6]
    assert "a rest of 120.0 s" in parsed.skipped[0].reason


def test_rpe_is_kept_as_reps_in_reserve():
    assert [s.rir for s in sets(log("strong-2021.csv"))][:3] == [None, 2.0, 0.0]


def test_a_note_with_a_line_break_is_kept_and_lines_are_still_counted_as_in_the_file():
    parsed = log("strong-2021.csv")
    squat = parsed.sessions[0].exercises[0]
    assert squat.sets[1].note == "belt on\nand chalk"
    assert [s.source_line for s in squat.sets] == [2, 4, 7]
    assert squat.sets[1].source_text.endswith('"belt on\nand chalk",,8')


def test_a_note_of_the_workout_is_kept_though_it_stands_on_some_rows_only():
    assert log("strong-2021.csv").sessions[0].note == "good day"


def test_a_hold_has_seconds_and_no_reps_and_bodyweight_has_no_load():
    *_, plank, pull_up = log("strong-2021.csv").sessions[0].exercises
    assert (plank.sets[0].reps, plank.sets[0].seconds, plank.sets[0].load) == (None, 45.0, None)
    assert (pull_up.sets[0].reps, pull_up.sets[0].load_kg) == (8, None)


def test_a_workout_left_open_has_no_length_and_is_pointed_at():
    parsed = log("strong-2021.csv")
    assert parsed.sessions[1].duration_s is None
    assert "49 h, left open" in reasons(parsed)[13]


def test_a_row_of_zeros_comes_in_and_is_pointed_at():
    parsed = log("strong-2021.csv")
    assert sets(parsed)[-1].reps is None
    assert "neither reps nor time nor distance" in reasons(parsed)[14]


def test_columns_named_after_their_units_state_the_unit_even_when_sets_count_from_zero():
    squat, run = log("strong-2016.csv").sessions[0].exercises
    assert [s.load for s in squat.sets] == [135.0, 225.0]
    assert squat.sets[0].load_kg == pytest.approx(61.235, abs=0.001)
    assert run.sets[0].distance_m == pytest.approx(1.5 * 1609.344)


def test_a_note_on_a_later_set_stays_with_that_set():
    squat, _ = log("strong-2016.csv").sessions[0].exercises
    assert [s.note for s in squat.sets] == ["", "felt slow"]
    assert squat.note == ""


def test_rows_may_state_their_own_units():
    bench, run, dips = log("strong-android.csv").sessions[0].exercises
    assert [(s.load, s.unit) for s in bench.sets] == [(135.0, Unit.LB), (60.0, Unit.KG)]
    assert bench.sets[0].rir == 2.5
    assert run.sets[0].distance_m == pytest.approx(2.4 * 1609.344)
    assert dips.sets[0].unit is Unit.KG


def test_a_note_row_becomes_the_note_of_its_exercise_and_is_listed():
    parsed = log("strong-2025.csv")
    assert parsed.sessions[0].exercises[0].note == "narrow grip"
    assert [note.line for note in parsed.skipped] == [2]
    assert parsed.sessions[0].duration_s == 3134
    assert parsed.sessions[0].exercises[1].sets[0].distance_m == 2000.0


def test_pounds_inside_a_kilogram_log_stay_pounds():
    entry = log("strong-2025.csv").sessions[0].exercises[0].sets[1]
    assert (entry.load, entry.unit) == (100.0, Unit.LB)


def test_a_file_that_excel_has_changed_is_read_with_umlauts_and_american_dates():
    parsed = log("strong-excel.csv")
    assert [session.on for session in parsed.sessions] == [date(2024, 11, 2), date(2024, 11, 18)]
    assert parsed.sessions[0].name == "Übung"
    assert [s.load for s in sets(parsed)] == [62.5, 65.0]


def test_the_unit_that_the_lifter_chose_counts_when_the_file_states_none():
    parsed = log("strong-2018.csv", Unit.LB)
    assert (parsed.unit, parsed.unit_stated, parsed.unit_confidence) == (Unit.LB, False, 1.0)
    assert sets(parsed)[0].load_kg == pytest.approx(28.35, abs=0.001)


HEADER = "Date,Workout Name,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,RPE\n"
START = "2024-01-01 10:00:00,A,"


def one(*rows: str) -> ParsedLog:
    text = HEADER + "".join(START + row + "\n" for row in rows)
    return read(text.encode(), "log.csv", Unit.KG)


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ("Squat,1,abc,5,0,0,", "the load 'abc' is no number"),
        ("Squat,1,-20,5,0,0,", "the load '-20' is no number"),
        ("Squat,1,100,five,0,0,", "the reps 'five' are no number"),
        ("Squat,1,1e12,5,0,0,", "the load '1e12'"),
        (",1,100,5,0,0,", "names no exercise"),
        ("Squat,1,100,5,0,0,,surplus", "10 columns where the header has 9"),
    ],
)
def test_a_row_that_is_no_set_is_listed_with_its_line_and_why(row, reason):
    parsed = one("Squat,1,100,5,0,0,", row)
    assert parsed.sets == 1
    assert parsed.skipped[0].line == 3
    assert reason in parsed.skipped[0].reason


def test_a_row_without_a_date_is_listed():
    text = HEADER + START + "Squat,1,100,5,0,0,\n,A,Squat,2,100,5,0,0,\nsoon,A,Squat,2,100,5,0,0,\n"
    skipped = read(text.encode(), "log.csv").skipped
    assert [note.reason for note in skipped] == ["the row has no date", "'soon' is no date"]


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ("Squat,X,100,5,0,0,", "the set mark 'X' is unknown"),
        ("Squat,1,100,7.5,0,0,", "7.5 reps count as 7"),
        ("Squat,1,100,5,0,-3,", "the time '-3' cannot be read"),
        ("Squat,1,100,5,0,0,11", "the RPE '11' cannot be read"),
        ("Run,1,0,0,far,60,", "the distance 'far' cannot be read"),
    ],
)
def test_an_odd_cell_does_not_cost_the_set(row, reason):
    parsed = one(row)
    assert parsed.sets == 1
    assert reason in parsed.flagged[0].reason


def test_a_lift_that_was_missed_keeps_its_zero():
    assert sets(one("Squat,1,100,0,0,0,"))[0].reps == 0


def test_straight_sets_are_never_taken_for_duplicates():
    assert one(*["Squat,1,100,5,0,0,"] * 5).sets == 5


def test_a_note_row_whose_exercise_has_no_set_goes_to_the_session():
    text = HEADER.replace("RPE", "Notes") + (
        START + "Squat,1,100,5,0,0,\n" + START + "Sauna,Note,,,,,went long\n"
    )
    assert read(text.encode(), "log.csv").sessions[0].note == "Sauna: went long"


def test_a_session_of_rests_alone_is_no_session():
    assert one("Squat,Rest Timer,0,0,0,90,", "Squat,Rest Timer,0,0,0,soon,").sessions == ()


@pytest.mark.parametrize("length", ["long", "9" * 320 + "h", "9" * 320 + ":00:00"])
def test_a_length_that_is_no_duration_is_pointed_at(length):
    text = HEADER.replace("RPE", "Duration") + START + f"Squat,1,100,5,0,0,{length}\n"
    parsed = read(text.encode(), "log.csv")
    assert f"'{length}'" in parsed.flagged[0].reason


def test_an_unknown_unit_in_a_row_is_pointed_at():
    text = HEADER.replace("RPE", "Weight Unit") + START + "Squat,1,100,5,0,0,stone\n"
    parsed = read(text.encode(), "log.csv")
    assert "the unit 'stone' is unknown" in parsed.flagged[0].reason


def test_doubts_stand_on_the_sets_and_are_told_once():
    days = [f"2024-01-{day:02},A,Curl,{n},{kg},8,0,0,\n" for day, kg in
            [(1, 12), (4, 12), (8, 24), (11, 24), (15, 240), (18, 24)] for n in (1, 2)]  # fmt: skip
    parsed = read((HEADER + "".join(days)).encode(), "log.csv", Unit.KG)
    flags = [entry.flags for entry in sets(parsed)]
    assert flags[4:6] == [{"convention"}] * 2
    assert flags[8:10] == [{"suspect"}] * 2
    assert [note.line for note in parsed.flagged] == [6, 10, 11]
    assert parsed.flagged[0].reason.startswith("Curl: the usual load goes from 12 to 24 kg")
