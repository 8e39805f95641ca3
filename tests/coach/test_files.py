"""The database file: opened with its library, backed up daily, restored, tried out."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from planner.coach import clients, files, library, steps
from planner.coach.files import NotADatabase, ReadOnlyDatabase, Reason
from planner.engine.terms import Lifter


def names() -> list[str]:
    return [made.name for made in clients.lifters()]


def test_a_new_file_holds_the_exercise_library(tmp_path: Path) -> None:
    path = tmp_path / "new" / "planner.db"
    files.open_file(path)
    try:
        assert library.exercise("back-squat").name == "Back squat"
    finally:
        files.close_file()


def test_a_window_may_open_the_file_before_the_library_is_installed(tmp_path: Path) -> None:
    files.open_quickly(tmp_path / "planner.db")
    try:
        assert library.exercises() == []
        files.install_library()
        assert library.exercises()
    finally:
        files.close_file()


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(ReadOnlyDatabase, match="cannot be made"):
        files.open_file(tmp_path / "file" / "planner.db")


def test_a_step_that_is_reverted_twice_is_done_again(lifter: int) -> None:
    made, step = steps.do(lambda: clients.add(Lifter(name="Ada")))
    assert clients.lifter(made).name == "Ada"
    again = steps.revert(step)
    assert names() == ["Sam Lifter"]
    steps.revert(again)
    assert names() == ["Ada", "Sam Lifter"]


def test_a_step_that_fails_leaves_nothing_behind(lifter: int) -> None:
    def fail() -> None:
        clients.add(Lifter(name="Ada"))
        raise ValueError("changed my mind")

    with pytest.raises(ValueError, match="changed my mind"):
        steps.do(fail)
    assert names() == ["Sam Lifter"]


def test_a_trial_can_be_read_back_and_leaves_nothing_behind(lifter: int) -> None:
    with steps.trial():
        clients.add(Lifter(name="Ada"))
        assert names() == ["Ada", "Sam Lifter"]
    assert names() == ["Sam Lifter"]


def test_backups_are_listed_newest_first_with_their_reason(database: Path) -> None:
    older, newer = files.back_up(), files.back_up(reason=Reason.IMPORT, of="strong.csv")
    tomorrow = (datetime.now() + timedelta(days=1)).timestamp()
    os.utime(older, (tomorrow, tomorrow))  # as a copy of the folder may do
    made = files.backups(database)
    assert [(each.path, each.reason, each.of) for each in made] == [
        (newer, Reason.IMPORT, "strong.csv"),
        (older, Reason.BY_HAND, ""),
    ]
    assert files.last_backup(database) == made[0].made_at
    assert made[0].size_bytes == newer.stat().st_size


def test_a_backup_is_counted_without_opening_it(database: Path, lifter: int) -> None:
    backup = files.back_up()
    clients.add(Lifter(name="Ada"))
    assert files.contents(backup)["lifter"] == 1
    assert files.check().counts["lifter"] == 2


def test_restoring_goes_back_and_keeps_what_was_there(database: Path, lifter: int) -> None:
    backup = files.back_up()
    clients.add(Lifter(name="Ada"))
    files.restore(backup)
    assert names() == ["Sam Lifter"]
    assert sorted(files.contents(made.path)["lifter"] for made in files.backups(database)) == [1, 2]


def test_restoring_something_else_changes_nothing(lifter: int, tmp_path: Path) -> None:
    photo = tmp_path / "photo.db"
    photo.write_bytes(b"\x89PNG" * 600)
    with pytest.raises(NotADatabase):
        files.restore(photo)
    assert names() == ["Sam Lifter"]


def test_an_old_backup_brings_the_library_of_today(database: Path, tmp_path: Path) -> None:
    bare = tmp_path / "bare.db"
    files.back_up(bare)
    connection = sqlite3.connect(bare)
    connection.execute("PRAGMA foreign_keys = 1")
    connection.execute("DELETE FROM setting WHERE key = 'library_version'")
    connection.execute("DELETE FROM exercise")
    connection.commit()
    connection.close()
    files.restore(bare)
    assert library.exercise("back-squat")


def test_only_what_another_program_writes_counts_as_changed_elsewhere(
    database: Path, lifter: int
) -> None:
    steps.changed_elsewhere()
    clients.add(Lifter(name="Ada"))
    assert not steps.changed_elsewhere()
    write = (
        "import sqlite3, sys; db = sqlite3.connect(sys.argv[1]);"
        "db.execute(\"UPDATE lifter SET note = 'hello'\"); db.commit()"
    )
    subprocess.run([sys.executable, "-c", write, str(database)], check=True)
    assert steps.changed_elsewhere()
    assert not steps.changed_elsewhere()
