"""Which files are taken in for merging: ours, sound, and nothing in them that runs."""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path
from time import time

import pytest

from planner.coach import files
from planner.storage import clients, database, log, other_file
from planner.storage.base import db
from planner.storage.problems import (
    DamagedDatabase,
    DatabaseProblem,
    NewerDatabase,
    NotADatabase,
)
from tests.storage.merging.computers import Computers

STORED = Path(__file__).parents[2] / "data" / "databases"
DAY = date(2026, 3, 2)
LATER = 4_102_444_800_000


def spoil(path: Path, *statements: str) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA foreign_keys = 0")
        for statement in statements:
            connection.execute(statement)


@pytest.mark.parametrize("stored", sorted(STORED.glob("*.db")), ids=lambda path: path.stem)
def test_files_of_every_earlier_version_are_merged(
    computers: Computers, stored: Path, tmp_path: Path
) -> None:
    before = stored.read_bytes()
    earlier = Path(shutil.copyfile(stored, tmp_path / stored.name))
    computers.at(computers.desk)
    computers.merge(earlier)
    assert [each.name for each in clients.lifters()] == ["Ann", "Björn"]
    assert log.counts(clients.lifters()[1].id or 0) == (1, 2)
    assert earlier.read_bytes() == before


@pytest.mark.parametrize(
    ("statement", "said"),
    [
        ("CREATE TRIGGER t AFTER INSERT ON lifter BEGIN DELETE FROM lifter; END", "a trigger"),
        ("CREATE VIEW v AS SELECT 1", "a view"),
        ("CREATE TABLE more (id INTEGER)", "more"),
        ("ALTER TABLE lifter ADD COLUMN height REAL", "height"),
        ("UPDATE lifter SET unit = 'stone'", "unit 'stone'"),
        ("UPDATE lifter SET archived_on = 'never'", "archived_on 'never'"),
        ("UPDATE lifter SET uid = 'a' || char(7)", "the uid"),
        ("UPDATE lifter SET name = CAST(x'ff41' AS TEXT)", "is no text"),
        ("INSERT INTO bodyweight VALUES (1, 'u', 1, 99, '2026-01-01', 80)", "belongs to no lifter"),
    ],
)
def test_a_file_that_this_program_did_not_write_is_refused_in_words(
    computers: Computers, statement: str, said: str
) -> None:
    spoil(computers.laptop, statement)
    with pytest.raises(NotADatabase, match="Make it anew") as caught:
        other_file.fetch(computers.laptop)
    assert said in str(caught.value)


def test_missing_empty_foreign_damaged_and_newer_files_are_refused(
    computers: Computers, tmp_path: Path
) -> None:
    other = tmp_path / "other.planner"
    with pytest.raises(NotADatabase, match="missing or empty"):
        other_file.fetch(other)
    other.write_text("Date,Workout Name\n")
    with pytest.raises(NotADatabase, match="Import"):
        other_file.fetch(other)
    other.write_bytes(computers.laptop.read_bytes()[:9000])
    with pytest.raises(DamagedDatabase):
        other_file.fetch(other)
    spoil(computers.laptop, "PRAGMA user_version = 99")
    with pytest.raises(NewerDatabase):
        other_file.fetch(computers.laptop)


def test_the_file_that_is_open_is_not_merged_into_itself(computers: Computers) -> None:
    computers.at(computers.desk)
    with pytest.raises(DatabaseProblem, match="is open"):
        other_file.fetch(computers.desk)


def test_control_characters_stay_out_and_so_do_stamps_of_no_time(computers: Computers) -> None:
    spoil(
        computers.laptop,
        "UPDATE lifter SET note = 'a' || char(7) || 'b', changed_at = 9000000000000000000",
        "INSERT INTO gone VALUES ('x', 'session', 'y', 9000000000000000000)",
    )
    computers.at(computers.desk)
    computers.merge(computers.laptop)
    assert clients.lifters()[0].note == "ab"
    clients.update_lifter(clients.lifters()[0])
    assert db.connection().execute("SELECT changed_at FROM lifter").fetchone() == (LATER + 1,)
    assert db.connection().execute("SELECT gone_at FROM gone").fetchone() == (LATER,)


def refuse_spoilt_copy(
    computers: Computers, all_rows: Callable[[], list[str]], *statements: str
) -> None:
    """Merge the desk's file as the laptop has it once spoilt: refused, and all is as it was."""
    database.close_database()
    computers.laptop.write_bytes(computers.desk.read_bytes())
    spoil(computers.laptop, *statements)
    computers.at(computers.desk)
    before = all_rows()
    with pytest.raises(DatabaseProblem, match="do not go together"):
        computers.merge(computers.laptop)
    assert all_rows() == before


def test_rows_that_do_not_go_together_leave_everything_as_it_was(
    computers: Computers, all_rows: Callable[[], list[str]]
) -> None:
    computers.at(computers.desk)
    clients.record_bodyweight(1, DAY, 80.0)
    clients.record_bodyweight(1, DAY + timedelta(days=1), 81.0)
    refuse_spoilt_copy(
        computers,
        all_rows,
        "DELETE FROM bodyweight WHERE id = 2",
        """UPDATE bodyweight SET "on" = '2026-03-03', changed_at = changed_at + 9""",
    )


def test_days_that_were_changed_round_are_not_taken_for_each_other(
    computers: Computers, all_rows: Callable[[], list[str]]
) -> None:
    computers.at(computers.desk)
    clients.record_bodyweight(1, DAY, 80.0)
    refuse_spoilt_copy(
        computers,
        all_rows,
        """UPDATE bodyweight SET "on" = '2026-03-03', changed_at = changed_at + 9""",
        "INSERT INTO bodyweight VALUES (9, 'another', 1, 1, '2026-03-02', 82)",
    )


def test_the_copy_is_removed_and_nothing_is_left_of_one_that_was_refused(
    computers: Computers, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "temp"))
    (tmp_path / "temp").mkdir()
    found = other_file.fetch(computers.laptop)
    assert found.connection().execute("SELECT count(*) FROM lifter").fetchone() == (1,)
    found.close()
    found.close()
    spoil(computers.laptop, "CREATE VIEW v AS SELECT 1")
    with pytest.raises(NotADatabase):
        other_file.fetch(computers.laptop)
    assert list((tmp_path / "temp").iterdir()) == []


def test_a_copy_that_a_killed_program_left_goes_a_day_later_and_no_other(
    computers: Computers, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "temp"))
    (tmp_path / "temp").mkdir()
    left, used = other_file.fetch(computers.laptop), other_file.fetch(computers.laptop)
    yesterday = time() - 25 * 3600
    os.utime(left.copy.parent, (yesterday, yesterday))
    files.open_file(computers.desk)
    assert list((tmp_path / "temp").iterdir()) == [used.copy.parent]
    used.close()


def test_a_file_that_is_open_elsewhere_is_read_with_all_that_was_written(
    computers: Computers,
) -> None:
    with closing(sqlite3.connect(computers.laptop, isolation_level=None)) as at_work:
        at_work.execute("UPDATE lifter SET note = 'just now', changed_at = changed_at + 1")
        computers.at(computers.desk)
        computers.merge(computers.laptop)
    assert clients.lifters()[0].note == "just now"
    assert database.check().ok
