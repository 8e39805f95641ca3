"""Files that are no training log are refused at once, and the message says what was looked for."""

import gzip
import json
import random
import time

import pytest
from hypothesis import given, strategies as st

from planner.engine.terms import Stopped
from planner.formats.detection import read
from planner.formats.parsed import FormatProblem

STRONG = "Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,RPE\n"
ROW = "2024-01-01 10:00:00,A,1h,Squat (Barbell),1,100,5,0,0,\n"


def test_a_foreign_table_is_refused_naming_what_was_looked_for():
    with pytest.raises(FormatProblem) as problem:
        read(b"Invoice,Amount\n1,2\n", "bills.csv")
    said = str(problem.value)
    assert said.startswith("bills.csv cannot be imported.")
    for name in ("Strong", "Hevy", "FitNotes", "a log of this program", "Invoice"):
        assert name in said


def test_a_long_foreign_line_is_quoted_short():
    with pytest.raises(FormatProblem, match=r"'(word ){8}…'"):
        read(b"word " * 500, "notes.txt")


FILES = {
    "empty": b"",
    "only a byte order mark": b"\xef\xbb\xbf",
    "compressed": gzip.compress(STRONG.encode() * 100),
    "random bytes": random.Random(1).randbytes(2_000_000),
    "huge line": b"a" * 20_000_000,
    "huge quoted line": b'"' + b"a" * 20_000_000,
    "half a header": STRONG[:20].encode(),
    "header alone": STRONG.encode(),
    "half a document": b'{"program": "workout-planner", "schema": 1, "lifters": [{"lif',
    "foreign document": json.dumps({"workouts": [1] * 100_000}).encode(),
    "deep document": b"[" * 1_000_000,
    "page": b"<!DOCTYPE html><html><body>Please sign in</body></html>",
    "blank lines first": b"\n" * 50_000 + STRONG.encode(),
    "many foreign rows": b"a,b,c\n" * 2_000_000,
}


@pytest.mark.parametrize("name", FILES)
def test_what_is_no_log_is_refused_within_a_second(name):
    before = time.perf_counter()
    with pytest.raises(FormatProblem, match="cannot be imported"):
        read(FILES[name], "file.csv")
    assert time.perf_counter() - before < 1.0


def test_a_half_written_log_comes_in_up_to_where_it_breaks_off():
    text = (STRONG + ROW * 3)[:-20]
    parsed = read(text.encode(), "log.csv")
    assert (parsed.rows, parsed.sets) == (3, 2)
    assert [note.line for note in parsed.skipped] == [4]
    assert "breaks off" in parsed.skipped[0].reason


def test_a_tail_of_zeros_after_a_power_cut_does_no_harm():
    assert read((STRONG + ROW).encode() + b"\0" * 4096, "log.csv").sets == 1


def test_progress_is_told_up_to_the_last_row():
    told: list[tuple[int, int]] = []
    read((STRONG + ROW * 1200).encode(), "log.csv", progress=lambda *row: told.append(row))
    assert told == [(0, 1200), (500, 1200), (1000, 1200), (1200, 1200)]


def test_reading_can_be_cancelled():
    def stop(done: int, _rows: int) -> None:
        if done:
            raise Stopped

    with pytest.raises(Stopped):
        read((STRONG + ROW * 1200).encode(), "log.csv", progress=stop)


@given(st.binary(max_size=400))
def test_no_bytes_crash_the_reader(data):
    for start in (b"", STRONG.encode(), (STRONG + ROW).encode()):
        try:
            parsed = read(start + data, "log.csv")
        except FormatProblem:
            continue
        assert parsed.rows == parsed.sets + len(parsed.skipped)
