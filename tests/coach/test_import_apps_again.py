"""The same log once more: from another time zone, or as the backup of what came in as a table."""

import time
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import pytest

from planner.coach import importing
from planner.storage import log
from tests.formats.fitnotes_backups import SQUAT, backup

LIFTOSAUR = """Workout DateTime,Day Name,Exercise,Is Warmup Set?,Required Reps,Completed Reps
2025-10-07T20:30:00.000Z,Day 1,"Squat, Barbell",0,5,5
2025-12-09T21:30:00.000Z,Day 1,"Squat, Barbell",0,5,5
"""
FITNOTES = """Date,Exercise,Category,Weight,Weight Unit,Reps,Distance,Distance Unit,Time,Comment
2025-05-05,Barbell Squat,Legs,100.0,kgs,5,,,,
2025-05-05,Barbell Squat,Legs,100.0,kgs,5,,,,
"""
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


def test_a_log_in_utc_is_the_same_when_the_computer_has_moved(lifter, tmp_path, bring, clock):
    path = tmp_path / "liftosaur.csv"
    path.write_text(LIFTOSAUR)
    clock("Europe/Berlin")
    bring(lifter, path)
    assert log.session_keys(lifter)[0].started_at == datetime(2025, 10, 7, 22, 30)
    clock("Asia/Tokyo")  # the next day, and without summer time
    assert importing.preview(lifter, path).new_sets == 0
    path.write_text(LIFTOSAUR.replace(",0,5,5\n", ",0,5,5,\n").replace("Reps\n", "Reps,Notes\n"))
    assert importing.preview(lifter, path).new_sets == 0  # by the time alone


def both(folder: Path) -> tuple[Path, Path]:
    """Return a log of FitNotes as its table, and as its backup, which knows the time too."""
    table, copy = folder / "FitNotes_Export.csv", folder / "FitNotes_Backup.fitnotes"
    table.write_text(FITNOTES)
    day = "2025-05-05"
    time = f"INSERT INTO WorkoutTime VALUES (1, '{day}', '{day} 18:05:00', '{day} 19:00:00')"
    copy.write_bytes(backup((SQUAT, day, 100, 5), (SQUAT, day, 100, 5), more=(time,)))
    return table, copy


@pytest.mark.parametrize("cut", ["2021-02-10 16:46", "2/13/2021 16:46"])
def test_a_spreadsheet_that_cut_the_seconds_brings_nothing_twice(lifter, write, bring, cut):
    day = "2021-02-10" if "-" in cut else "2021-02-13"
    rows = [("Legs", "Squat (Barbell)", 100, 5), ("Legs", "Squat (Barbell)", 105, 4)]
    whole = [(f"{day} 16:46:13", *row) for row in rows]
    saved = [(cut, *row) for row in rows]
    for first, then in ((whole, saved), (saved, whole)):
        bring(lifter, write(*first))
        (brought,) = importing.imports(lifter)
        assert importing.preview(lifter, write(*then)).new_sets == 0
        importing.undo_import(brought.id)


def test_two_sessions_of_one_minute_are_two_where_the_seconds_are_known(lifter, write, bring):
    bring(lifter, write(("2024-01-01 18:00:05", "A", "Squat (Barbell)", 100, 5)))
    other = ("2024-01-01 18:00:50", "B", "Plank", 0, 30)
    assert importing.preview(lifter, write(other)).new_sets == 1


def test_the_backup_adds_nothing_to_the_table_of_the_same_log(lifter, tmp_path, bring):
    table, copy = both(tmp_path)
    bring(lifter, table)
    assert importing.preview(lifter, copy).new_sets == 0


def test_the_table_adds_nothing_to_the_backup_of_the_same_log(lifter, tmp_path, bring):
    table, copy = both(tmp_path)
    bring(lifter, copy)
    assert importing.preview(lifter, table).new_sets == 0
