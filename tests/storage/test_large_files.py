"""Large files: at once only the ends are looked at, all of it beside the window."""

from __future__ import annotations

import random
import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from planner.engine.terms import LoggedExercise, LoggedSet, Session
from planner.storage import backups, clients, database, inspection, log, meanwhile
from planner.storage.base import db, open_connection
from planner.storage.problems import DamagedDatabase
from planner.storage.telling import Progress, unheard

SQUATS = LoggedExercise("squat", (LoggedSet(100.0, 5, note="x" * 200),) * 60)


@pytest.fixture(autouse=True)
def _large(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let every file be a large one."""
    monkeypatch.setattr(inspection, "_LARGE_BYTES", 0)


@pytest.fixture
def years(opened: Path, ann: int) -> Path:
    """Return a closed file with some thousand sets, and a backup of it."""
    for _ in range(20):
        log.add_session(ann, Session(date(2026, 3, 2), (SQUATS,)))
    database.back_up()
    database.close_database()
    return opened


def spoil(path: Path, page: int) -> None:
    with path.open("r+b") as file:
        file.seek((page - 1) * 4096)
        file.write(random.Random(page).randbytes(4096))


def pages(path: Path, table: str) -> list[int]:
    """Return the pages of a table: the root, then the leaves in the order of the rows."""
    with closing(sqlite3.connect(path)) as connection:
        sql = "SELECT rootpage FROM sqlite_schema WHERE name = ?"
        (root,) = connection.execute(sql, (table,)).fetchone()
    page = path.read_bytes()[(root - 1) * 4096 : root * 4096]
    cells = [int.from_bytes(page[at : at + 2], "big") for at in range(12, 12 + 2 * _count(page), 2)]
    last = int.from_bytes(page[8:12], "big")
    return [root, *(int.from_bytes(page[at : at + 4], "big") for at in cells), last]


def _count(page: bytes) -> int:
    return int.from_bytes(page[3:5], "big")


def test_a_sound_one_opens_and_its_check_finds_nothing(years: Path) -> None:
    database.open_database(years)
    assert meanwhile.checking()(unheard) is None
    database.close_database()
    database.open_to_look(years)
    assert meanwhile.checking()(unheard) is None


@pytest.mark.parametrize("which", [0, 1, -1])
def test_one_whose_first_or_last_rows_cannot_be_read_is_damaged(years: Path, which: int) -> None:
    spoil(years, pages(years, "logged_set")[which])
    before = years.read_bytes()
    with pytest.raises(DamagedDatabase, match="Restore the newest good backup"):
        database.open_database(years)
    assert years.read_bytes() == before


def test_one_that_is_cut_off_is_damaged(years: Path) -> None:
    years.write_bytes(years.read_bytes()[: years.stat().st_size // 2])
    with pytest.raises(DamagedDatabase):
        database.open_database(years)


def test_damage_in_the_middle_is_found_by_the_check_which_names_the_backup(years: Path) -> None:
    (backup,) = (years.parent / "backups").iterdir()
    leaves = pages(years, "logged_set")[1:]
    spoil(years, leaves[len(leaves) // 2])
    database.open_database(years)
    found = meanwhile.checking()(unheard)
    assert isinstance(found, DamagedDatabase)
    assert found.newest_backup == backup
    assert clients.lifters()[0].name == "Ann"


def test_rows_that_cannot_be_counted_keep_no_others_from_being_counted(years: Path) -> None:
    leaves = pages(years, "logged_set")[1:]
    spoil(years, leaves[len(leaves) // 2])
    database.open_database(years)
    counted = database.counts()
    assert counted["session"] == 20
    assert "logged_set" not in counted or counted["logged_set"] == 1200


def test_a_backup_of_a_damaged_one_is_refused_and_a_restore_keeps_it_aside(years: Path) -> None:
    (backup,) = (years.parent / "backups").iterdir()
    leaves = pages(years, "logged_set_uid")[1:]
    spoil(years, leaves[len(leaves) // 2])
    ruin = years.read_bytes()
    database.open_database(years)
    with pytest.raises(DamagedDatabase, match="came out damaged"):
        database.back_up()
    with database.restoring(backup) as work:
        assert work(unheard) is None
    assert database.check().ok
    assert open_connection() is db.connection()
    (kept,) = years.parent.glob("*-unreadable.db")
    assert kept.read_bytes()[100:] == ruin[100:]


def test_a_disk_that_garbles_backups_stops_a_restore_and_sound_data_stay(
    years: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (backup,) = (years.parent / "backups").iterdir()
    write = backups._write

    def garble(source: sqlite3.Connection, part: Path, told: Progress) -> None:
        write(source, part, told)
        spoil(part, pages(part, "logged_set")[1])

    monkeypatch.setattr(backups, "_write", garble)
    database.open_database(years)
    with pytest.raises(DamagedDatabase, match="came out damaged"):
        database.restore(backup)
    assert database.check().ok
    assert not list(years.parent.glob("*-unreadable.db"))
