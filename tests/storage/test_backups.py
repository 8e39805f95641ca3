"""Backups: whole, verified, named and thinned."""

from __future__ import annotations

import re
import sqlite3
import struct
from contextlib import closing
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given, strategies as st

from planner.engine.terms import LoggedExercise, LoggedSet, Session
from planner.storage import backup_names, backups, database, driver, inspection, log, meanwhile
from planner.storage.backup_names import BackupName, Reason
from planner.storage.base import open_connection
from planner.storage.problems import DatabaseProblem, ReadOnlyDatabase

SESSION = Session(date(2026, 3, 2), (LoggedExercise("squat", (LoggedSet(100.0, 5),)),))
PAGE, OTHER_TABLES = 4096, 300  # bytes; pages before those of the settings
UNREADABLE = Path("/proc/self/mem")  # Linux's; opens, and fails when it is read from the start
ROWS = 0x0A  # how a page of settings begins: https://www.sqlite.org/fileformat.html#b_tree_pages


def backup_at(folder: Path, made: datetime, reason: Reason | None = Reason.IMPORT) -> Path:
    """Make an empty file that is called like a backup of that moment."""
    folder.mkdir(exist_ok=True)
    path = folder / BackupName(made, reason=reason).text()
    path.touch()
    return path


def left(folder: Path) -> set[Path]:
    """Thin a folder of backups and return what is left."""
    backups.thin(folder, backup_names.USUAL)
    return set(folder.iterdir())


def rows_of(path: Path) -> dict[str, int]:
    """Count the rows of every table of a file."""
    with closing(inspection.look(path)) as connection:
        return inspection.counts(connection)


def test_a_backup_holds_what_is_only_in_the_write_ahead_log(opened: Path, ann: int) -> None:
    key = log.add_session(ann, SESSION)
    copy = database.back_up()
    assert inspection.counts_of(copy)["logged_set"] == 1
    with closing(sqlite3.connect(copy)) as other:
        assert other.execute("SELECT id FROM session").fetchall() == [(key,)]
        assert other.execute("PRAGMA journal_mode").fetchone() == ("delete",)
    assert {path.name for path in copy.parent.iterdir()} == {copy.name}


def test_a_backup_is_called_by_date_and_time_and_never_replaces_one(opened: Path) -> None:
    made = [database.back_up() for _ in range(3)]
    assert len(set(made)) == 3
    assert all(re.match(r"training-\d{4}-\d\d-\d\d_\d{6}", path.name) for path in made)
    assert backups.newest_good_backup([made[0].parent], {"training"}) == made[-1]


def test_a_backup_goes_to_a_file_of_the_users_choice(opened: Path, tmp_path: Path) -> None:
    target = tmp_path / "stick" / "my log.db"
    assert database.back_up(target) == target
    assert database.back_up(target) == target
    assert rows_of(target)["exercise"] == 3


def test_a_backup_over_the_database_itself_is_refused(opened: Path) -> None:
    with pytest.raises(DatabaseProblem, match="itself"):
        database.back_up(opened)
    assert database.check().ok


def test_a_backup_into_a_file_as_folder_is_refused(opened: Path, tmp_path: Path) -> None:
    (tmp_path / "stick").touch()
    with pytest.raises(ReadOnlyDatabase, match="cannot be written"):
        database.back_up(tmp_path / "stick" / "my log.db")


@pytest.fixture
def large(opened: Path) -> Path:
    """Let the open file have more rows than a backup copies at a time: some 14 MB."""
    open_connection().execute(
        """WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 20000)
        INSERT INTO setting SELECT i, hex(zeroblob(300)), 1 FROM n"""
    )
    return opened


def test_a_backup_that_misses_rows_is_not_kept(large: Path, tmp_path: Path) -> None:
    half = tmp_path / "copy.db.part"

    def lose_a_row(_done: int, _total: int) -> None:
        """Let a page that was written a while ago tell of a row less than it has."""
        with half.open("r+b") as file:
            for place in range(OTHER_TABLES * PAGE, half.stat().st_size, PAGE):
                file.seek(place)
                kind, count = struct.unpack(">BxxH", file.read(5))
                if kind == ROWS:
                    file.seek(place + 3)
                    file.write(struct.pack(">H", count - 1))
                    return

    with pytest.raises(DatabaseProblem, match="incomplete"):
        backups.copy(open_connection(), tmp_path / "copy.db", lose_a_row)
    assert not list(tmp_path.glob("copy*"))


def test_fifty_imports_in_a_row_leave_every_older_day_and_the_first_of_today(
    tmp_path: Path,
) -> None:
    folder, noon = tmp_path / "backups", datetime(2026, 3, 20, 12)
    days = [backup_at(folder, noon - timedelta(days=n), Reason.DAILY) for n in range(1, 7)]
    morning = backup_at(folder, noon.replace(hour=8), Reason.DAILY)
    by_hand = backup_at(folder, noon.replace(hour=11, minute=59), Reason.BY_HAND)
    loop = [backup_at(folder, noon + timedelta(seconds=n)) for n in range(53)]
    (folder / "my own copy.db").touch()
    own = {folder / "my own copy.db"}
    assert left(folder) == own | {*days, morning, by_hand, loop[0], *loop[-10:]}


def test_of_a_day_the_first_and_the_newest_backup_stay(tmp_path: Path) -> None:
    folder, noon = tmp_path / "backups", datetime(2026, 3, 20, 12)
    older = [
        [backup_at(folder, noon - timedelta(days=day, minutes=10 * n)) for n in (2, 1, 0)]
        for day in (1, 2)
    ]
    today = [backup_at(folder, noon + timedelta(hours=n)) for n in range(12)]
    kept = {*today, *(made for day in older for made in (day[0], day[-1]))}
    assert left(folder) == kept


def test_a_backup_made_by_hand_stays_for_thirty_days(tmp_path: Path) -> None:
    folder, noon = tmp_path / "backups", datetime(2026, 3, 20, 12)
    last_month = noon - timedelta(days=28, minutes=30)
    by_hand = backup_at(folder, last_month, Reason.BY_HAND)
    imported = backup_at(folder, last_month + timedelta(minutes=1))
    for n in range(20):
        backup_at(folder, noon - timedelta(days=n))
        backup_at(folder, noon - timedelta(days=n, minutes=1))
    daily = backup_at(folder, last_month + timedelta(minutes=2), Reason.DAILY)
    kept = left(folder)
    assert {by_hand, daily} <= kept
    assert imported not in kept
    backup_at(folder, noon + timedelta(days=20_000))  # with a clock set ahead
    assert by_hand in left(folder)
    for day in (20, 21):
        backup_at(folder, noon + timedelta(days=day))
    assert by_hand not in left(folder)


@pytest.mark.parametrize("a_day", [1, 3])
def test_over_two_years_seven_days_four_weeks_and_twelve_months_stay(
    tmp_path: Path, a_day: int
) -> None:
    folder, start = tmp_path / "backups", datetime(2024, 12, 27, 9)
    for hours in range(0, 2 * 365 * 24, 24 // a_day):
        now = start + timedelta(hours=hours)
        backup_at(folder, now, Reason.DAILY)
        days = sorted({each.made_at.date() for each in named(left(folder))}, reverse=True)
        age = (now - start).days
        assert days[: min(7, age + 1)] == [
            now.date() - timedelta(n) for n in range(min(7, age + 1))
        ]
    kept = named(left(folder))
    weeks = {each.made_at.isocalendar()[:2] for each in kept}
    months = {(each.made_at.year, each.made_at.month) for each in kept}
    assert {(now - timedelta(weeks=n)).isocalendar()[:2] for n in range(4)} <= weeks
    assert len(months) == 12
    assert len(kept) <= 45


def test_backups_made_all_day_for_months_stay_few(tmp_path: Path) -> None:
    folder, start = tmp_path / "backups", datetime(2026, 1, 1, 8)
    for day in range(120):
        for n in range(20):
            backup_at(folder, start + timedelta(days=day, minutes=35 * n))
        assert len(left(folder)) <= 45


def copy_at(backup: Path, made: datetime) -> Path:
    """Copy a backup, called like one of that moment."""
    copy = backup.with_name(BackupName(made, reason=Reason.DAILY).text())
    copy.write_bytes(backup.read_bytes())
    return copy


def test_backups_of_an_empty_log_never_push_out_the_newest_with_training(
    opened: Path, ann: int, tmp_path: Path
) -> None:
    empty, now = database.back_up(tmp_path / "backups" / "empty.db"), datetime(2026, 3, 20, 12)
    log.add_session(ann, SESSION)
    full = database.back_up(tmp_path / "backups" / "full.db")
    older, newest = (copy_at(full, now - timedelta(days=days)) for days in (801, 800))
    for n in range(60):
        copy_at(empty, now - timedelta(days=12 * n))
    kept = left(empty.parent)
    assert newest in kept
    assert older not in kept
    copy_at(full, now + timedelta(days=1))
    assert newest not in left(empty.parent)


@pytest.mark.skipif(not UNREADABLE.is_file(), reason="needs a file that even root cannot read")
def test_a_backup_that_cannot_be_read_now_stays_beside_the_newest_with_training(
    opened: Path, ann: int, tmp_path: Path
) -> None:
    empty, now = database.back_up(tmp_path / "backups" / "empty.db"), datetime(2026, 3, 20, 12)
    log.add_session(ann, SESSION)
    full = copy_at(database.back_up(tmp_path / "backups" / "full.db"), now - timedelta(days=900))
    newer, older = (backup_at(empty.parent, now - timedelta(days=days)) for days in (800, 1000))
    for unread in (newer, older):
        unread.unlink()
        unread.symlink_to(UNREADABLE)
    for n in range(60):
        copy_at(empty, now - timedelta(days=12 * n))
    kept = left(empty.parent)
    assert {full, newer} <= kept
    assert older not in kept


def test_a_backup_that_another_program_keeps_locked_stays(
    opened: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(driver, "WAIT_S", 0.01)
    empty, now = database.back_up(tmp_path / "backups" / "empty.db"), datetime(2026, 3, 20, 12)
    for n in range(60):
        copy_at(empty, now - timedelta(days=12 * n))
    locked = copy_at(empty, now - timedelta(days=900))
    with closing(sqlite3.connect(locked, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        assert locked in left(empty.parent)
    assert locked not in left(empty.parent)


def named(paths: set[Path]) -> list[BackupName]:
    """Read the names of backups."""
    return [made for path in paths if (made := backup_names.read(path.name))]


@given(st.lists(st.datetimes(datetime(2025, 1, 1), datetime(2026, 12, 31)), max_size=40))
def test_thinning_again_deletes_nothing_more(times: list[datetime]) -> None:
    made = {BackupName(each.replace(microsecond=0)) for each in times}
    kept = backup_names.kept(made)
    assert backup_names.kept(kept) == kept


@pytest.mark.parametrize("of", ["", "strong.csv", "Mein Log: März/2026?.csv", "x" * 300])
def test_the_name_of_a_backup_says_why_it_was_made(of: str) -> None:
    name = BackupName(datetime(2026, 3, 20, 12, 5, 9), 2, Reason.IMPORT, of)
    text = name.text()
    assert text.startswith("planner-2026-03-20_120509-2_import")
    assert len(text.encode()) < 255
    again = backup_names.read(text)
    assert again is not None
    assert (again.made_at, again.number, again.reason) == (name.made_at, 2, Reason.IMPORT)
    assert again.text() == text


@pytest.mark.parametrize("name", ["planner-2026-02-30_120000.db", "planner.db", "my copy.db"])
def test_what_the_program_did_not_name_is_never_thinned(name: str) -> None:
    assert backup_names.read(name) is None


def test_the_newest_good_backup_of_an_empty_folder_is_none(tmp_path: Path) -> None:
    assert backups.newest_good_backup([tmp_path / "nowhere"], {"training"}) is None


def test_what_is_written_while_a_backup_is_made_does_not_spoil_it(large: Path) -> None:
    written: list[int] = []

    def write(done: int, _total: int) -> None:
        with closing(sqlite3.connect(large, isolation_level=None)) as other:
            other.execute("INSERT INTO setting VALUES (hex(randomblob(8)), 'x', 1)")
        written.append(done)

    before = inspection.counts(open_connection())
    made = meanwhile.backing_up(Reason.DAILY)(write)
    assert made is not None
    assert rows_of(made.path) == before
    assert written[0] < written[-1]


def test_the_name_of_a_backup_before_a_merge_has_one_ending() -> None:
    name = BackupName(datetime(2026, 3, 20, 12, 5, 9), reason=Reason.MERGE, of="laptop.db")
    assert name.text() == "planner-2026-03-20_120509_merge_laptop.db"
