"""What holds for every log: each row is stored or listed, in its order, with its source."""

import csv
import io

from hypothesis import given, settings, strategies as st

from planner.formats.detection import read
from planner.formats.parsed import ParsedLog

NUMBERS = st.one_of(
    st.sampled_from(["", "0", "0.0", "-1", "abc", "5", "8.0", "7.5", "22.68", "330.69", "877777"]),
    st.decimals(0, 500, places=2).map(str),
)
NAMES = st.sampled_from(["Squat", "Bench Press", "Row, Wide", 'The "Plank"', "", "Kniebeuge ü"])
LETTERS = st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"], include_characters="\n\t")
NOTES = st.text(LETTERS, max_size=12)
DATES = st.sampled_from(["2024-01-01 10:00:00", "2024-01-02 10:00:00", "2024-01-03 09:00:00", "x"])

STRONG = {
    "Date": DATES,
    "Workout Name": st.sampled_from(["A", "B", ""]),
    "Duration": st.sampled_from(["1h 5m", "48h 40m", "", "?"]),
    "Exercise Name": NAMES,
    "Set Order": st.sampled_from(["1", "2", "W", "D", "F", "Rest Timer", "Note", "?", ""]),
    "Weight": NUMBERS,
    "Reps": NUMBERS,
    "Distance": NUMBERS,
    "Seconds": NUMBERS,
    "Notes": NOTES,
    "Workout Notes": NOTES,
    "RPE": NUMBERS,
}
HEVY = {
    "title": st.sampled_from(["A", "B"]),
    "start_time": st.sampled_from(["8 Apr 2026, 16:50", "9 Mai 2026, 06:05", "never"]),
    "end_time": st.sampled_from(["8 Apr 2026, 17:50", ""]),
    "description": NOTES,
    "exercise_title": NAMES,
    "superset_id": st.sampled_from(["", "0", "1"]),
    "exercise_notes": NOTES,
    "set_index": st.sampled_from(["0", "1", "2", ""]),
    "set_type": st.sampled_from(["normal", "warmup", "dropset", "failure", "?"]),
    "weight_kg": NUMBERS,
    "reps": NUMBERS,
    "distance_km": NUMBERS,
    "duration_seconds": NUMBERS,
    "rpe": NUMBERS,
}
FITNOTES = {
    "Date": st.sampled_from(["2024-01-01", "2024-01-02", "?"]),
    "Exercise": NAMES,
    "Category": st.sampled_from(["Legs", "Cardio"]),
    "Weight": NUMBERS,
    "Weight Unit": st.sampled_from(["kgs", "lbs", ""]),
    "Reps": NUMBERS,
    "Distance": NUMBERS,
    "Distance Unit": st.sampled_from(["km", "mi", "m", "?", ""]),
    "Time": st.sampled_from(["0:01:30", "", "?"]),
    "Comment": NOTES,
}
FITNOTES_IOS = {
    "Date": FITNOTES["Date"],
    "Exercise": NAMES,
    "Category": FITNOTES["Category"],
    "Weight (kg)": NUMBERS,
    "Weight (lbs)": NUMBERS,
    "Reps": NUMBERS,
    "Distance": NUMBERS,
    "Distance Unit": FITNOTES["Distance Unit"],
    "Time": FITNOTES["Time"],
    "Notes": NOTES,
    "Kind": st.sampled_from(["wr", "dt", "w", "", "?"]),
}
FITBOD = {
    "Date": st.sampled_from(
        ["2024-01-03 10:00:00 +0000", "2024-01-02 07:00:00 -0500", "2024-01-01", "x"]
    ),
    "Exercise": NAMES,
    "Reps": NUMBERS.map(" {}".format),
    "Weight(kg)": NUMBERS,
    "Duration(s)": NUMBERS,
    "Distance(m)": NUMBERS,
    "Incline": NUMBERS,
    "Resistance": st.just("0.0"),
    "isWarmup": st.sampled_from(["true", "false", ""]),
    "Note": NOTES,
    "multiplier": st.sampled_from([" 1.0", " 2.0"]),
}
LIFTOSAUR = {
    "Workout DateTime": st.sampled_from(["2024-01-03T23:10:00.000Z", "2024-01-02 10:00", "x", ""]),
    "Program": st.sampled_from(["P", ""]),
    "Day Name": st.sampled_from(["Day 1", ""]),
    "Exercise": NAMES,
    "Is Warmup Set?": st.sampled_from(["0", "1", ""]),
    "Required Reps": NUMBERS,
    "Completed Reps": NUMBERS,
    "Is AMRAP?": st.sampled_from(["0", "1"]),
    "Required RPE": NUMBERS,
    "Completed RPE": NUMBERS,
    "Required Weight Value": NUMBERS,
    "Required Weight Unit": st.sampled_from(["kg", "lb", "?"]),
    "Completed Weight Value": NUMBERS,
    "Completed Weight Unit": st.sampled_from(["kg", "lb", ""]),
    "Completed Reps Time": st.sampled_from(["2024-01-03T23:15:00.000Z", "x", ""]),
    "Notes": NOTES,
}
APPS = [STRONG, HEVY, FITNOTES, FITNOTES_IOS, FITBOD, LIFTOSAUR]


@st.composite
def files(draw: st.DrawFn) -> tuple[bytes, int]:
    columns = draw(st.sampled_from(APPS))
    rows = draw(st.lists(st.tuples(*columns.values()), min_size=1, max_size=30))
    text = io.StringIO()
    style = draw(st.sampled_from([csv.QUOTE_MINIMAL, csv.QUOTE_ALL]))
    end = draw(st.sampled_from(["\n", "\r\n"]))
    writer = csv.writer(text, quoting=style, lineterminator=end)
    writer.writerows([columns, *rows])
    return text.getvalue().encode(draw(st.sampled_from(["utf-8", "utf-8-sig"]))), len(rows)


def lines(parsed: ParsedLog) -> list[int]:
    stored = [
        entry.source_line or 0
        for session in parsed.sessions
        for slot in session.exercises
        for entry in slot.sets
    ]
    return stored + [note.line for note in parsed.skipped]


@given(files())
@settings(max_examples=150)
def test_each_row_is_stored_or_listed_exactly_once(file):
    data, rows = file
    parsed = read(data, "log.csv")
    assert parsed.rows == rows == parsed.sets + len(parsed.skipped)
    assert len(set(lines(parsed))) == rows


@given(files())
@settings(max_examples=60)
def test_the_rows_of_a_slot_keep_their_order_and_their_text(file):
    data, _ = file
    parsed = read(data, "log.csv")
    physical = io.StringIO(data.decode("utf-8-sig"), newline="").readlines()
    for session in parsed.sessions:
        for slot in session.exercises:
            at = [entry.source_line for entry in slot.sets]
            assert at == sorted(at)
            for entry in slot.sets:
                start = physical[entry.source_line - 1].rstrip("\r\n")
                assert entry.source_text.startswith(start)


@given(files())
@settings(max_examples=60)
def test_sessions_come_oldest_first_and_none_is_empty(file):
    parsed = read(file[0], "log.csv")
    assert [s.on for s in parsed.sessions] == sorted(s.on for s in parsed.sessions)
    assert all(slot.sets for session in parsed.sessions for slot in session.exercises)
