"""What a window had in a file that another program replaced: kept, shown, and put back."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from peewee import OperationalError

from planner.engine.terms import Lifter
from planner.storage import clients, database, file_place, gate, inspection, rescuing
from planner.storage.base import db
from planner.storage.problems import Loss, OpenedReadOnly


@pytest.fixture
def elsewhere(opened: Path, tmp_path: Path) -> Path:
    """Return the file as another computer went on with it, while Bob was added here."""
    clients.add_lifter(Lifter(name="Ann"))
    made = tmp_path / "elsewhere.db"
    database.back_up(made)
    with closing(sqlite3.connect(made)) as other:
        other.execute("UPDATE lifter SET name = 'Ann of elsewhere'")
        other.commit()
    clients.add_lifter(Lifter(name="Bob"))
    return made


def here() -> list[str]:
    return [made.name for made in clients.lifters()]


def names(path: Path) -> list[str]:
    with closing(inspection.look(path)) as other:
        return [name for (name,) in other.execute("SELECT name FROM lifter ORDER BY id")]


def rescued() -> Path:
    saved = rescuing.rescue()
    assert saved is not None
    return saved


def test_all_that_the_window_had_is_kept_and_shown(opened: Path, elsewhere: Path) -> None:
    elsewhere.replace(opened)
    saved = rescued()
    assert here() == names(saved) == ["Ann", "Bob"]
    assert names(opened) == ["Ann of elsewhere"]
    assert "replaced" in saved.name


def test_meanwhile_nothing_is_written_anywhere(opened: Path, elsewhere: Path) -> None:
    elsewhere.replace(opened)
    rescuing.rescue()
    for write in (lambda: clients.add_lifter(Lifter(name="Cem")), database.back_up):
        with pytest.raises(OpenedReadOnly, match="read-only"):
            write()
    with pytest.raises(OpenedReadOnly):
        database.restore(elsewhere)
    assert here() == ["Ann", "Bob"]


@pytest.mark.parametrize("overwritten", [False, True])
def test_what_the_window_had_is_put_back_and_the_other_kept(
    opened: Path, elsewhere: Path, overwritten: bool
) -> None:
    shutil.copyfile(elsewhere, opened) if overwritten else elsewhere.replace(opened)
    kept = rescuing.put_back(rescued())
    assert here() == ["Ann", "Bob"]
    assert kept is not None
    assert names(kept) == ["Ann of elsewhere"]
    clients.add_lifter(Lifter(name="Cem"))
    database.close_database()
    assert names(opened) == ["Ann", "Bob", "Cem"]


def test_the_file_that_is_there_now_is_opened_as_it_is(opened: Path, elsewhere: Path) -> None:
    elsewhere.replace(opened)
    rescuing.rescue()
    database.reopen()
    assert here() == ["Ann of elsewhere"]


@pytest.mark.usefixtures("elsewhere")
def test_a_deleted_file_is_put_back(opened: Path) -> None:
    opened.unlink()
    assert rescuing.put_back(rescued()) is None
    assert here() == ["Ann", "Bob"]
    assert opened.exists()


@pytest.mark.usefixtures("elsewhere")
def test_what_cannot_be_opened_is_kept_beside(opened: Path) -> None:
    opened.with_name("torn").write_bytes(opened.read_bytes()[:9000])
    opened.with_name("torn").replace(opened)
    assert rescuing.put_back(rescued()) is None
    assert here() == ["Ann", "Bob"]
    (torn,) = opened.parent.glob("*unreadable.db")
    assert torn.stat().st_size == 9000


def test_without_anything_whole_to_read_nothing_is_open(opened: Path) -> None:
    database.close_database()
    database.open_database(opened)  # with nothing in its log
    opened.write_bytes(bytes(opened.stat().st_size))
    assert rescuing.rescue() is None
    assert db.is_closed()


def test_what_mixes_both_files_and_does_not_hold_together_is_set_aside(
    opened: Path, elsewhere: Path
) -> None:
    with closing(sqlite3.connect(elsewhere)) as other:  # a weight of somebody unknown here
        other.execute("INSERT INTO bodyweight VALUES (1, 'a', 1, 99, '2026-11-05', 80)")
        other.commit()
    shutil.copyfile(elsewhere, opened)
    db.connection().execute("PRAGMA shrink_memory")  # as if it were too large for the cache
    assert rescuing.rescue() is None
    assert db.is_closed()
    (aside,) = opened.parent.glob("training-*-unreadable.db")
    assert names(aside) == ["Ann", "Bob"]
    assert not list(file_place.last.backup_dir.glob("*replaced*"))


def test_closing_the_window_before_anybody_noticed_keeps_what_it_had(
    opened: Path, elsewhere: Path
) -> None:
    elsewhere.replace(opened)
    saved = database.close_database()
    assert saved is not None
    assert names(saved) == ["Ann", "Bob"]
    assert names(opened) == ["Ann of elsewhere"]


def put_with_its_log(elsewhere: Path, opened: Path) -> None:
    """Put a file in the place of the open one whose newest name is in its log only."""
    with closing(sqlite3.connect(elsewhere)) as other:
        other.execute("PRAGMA journal_mode = wal")
        other.execute("UPDATE lifter SET name = 'Ann of its log'")
        other.commit()
        for end in ("", "-wal"):
            copy = opened.with_name("copy" + end)
            shutil.copyfile(elsewhere.with_name(elsewhere.name + end), copy)
            copy.replace(opened.with_name(opened.name + end))


def test_the_log_of_the_file_that_is_there_now_stays_its_own(opened: Path, elsewhere: Path) -> None:
    put_with_its_log(elsewhere, opened)
    database.close_database()
    assert names(opened) == ["Ann of its log"]


def test_that_log_comes_back_when_the_lost_file_cannot_be_closed(
    opened: Path, elsewhere: Path
) -> None:
    put_with_its_log(elsewhere, opened)
    with db.atomic(), pytest.raises(OperationalError), gate.parting(Loss.REPLACED):
        db.close()
    assert not list(opened.parent.glob("*.theirs"))
    database.close_database()
    assert names(opened) == ["Ann of its log"]
