"""A passphrase for the database file: nobody reads it without, and nothing is lost on the way."""

from __future__ import annotations

import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from planner.engine.terms import Lifter
from planner.storage import clients, conversion, database, driver, log, protection, undo
from planner.storage.base import open_connection
from planner.storage.problems import (
    DamagedDatabase,
    DatabaseProblem,
    LockedDatabase,
    NotADatabase,
    PassphraseNeeded,
    WrongPassphrase,
)
from tests.storage.protecting import SESSION, WORDS, protect, reopen

pytest.importorskip("sqlcipher3")
HOLDING = """
import sqlite3, sys
held = sqlite3.connect(sys.argv[1], isolation_level=None)
held.execute("BEGIN")
held.execute("SELECT * FROM lifter").fetchall()
print("holding", flush=True)
sys.stdin.read()
"""


def test_a_protected_file_shows_nothing_and_opens_with_its_passphrase(
    opened: Path, ann: int
) -> None:
    log.add_session(ann, SESSION)
    protect(opened, WORDS)
    assert protection.is_set()
    assert log.counts(ann) == (1, 1)
    reopen(opened, WORDS)
    assert log.counts(ann) == (1, 1)
    assert database.check().ok
    database.close_database()
    assert b"Squat" not in opened.read_bytes()
    assert [path.name for path in opened.parent.iterdir()] == [opened.name]


def test_what_is_written_meanwhile_is_protected_too(opened: Path, ann: int) -> None:
    protect(opened, WORDS)
    clients.update_lifter(Lifter(id=ann, name="Nobody may read this"))
    log_beside = opened.with_name(f"{opened.name}-wal")
    assert log_beside.stat().st_size
    assert b"Nobody may" not in opened.read_bytes() + log_beside.read_bytes()


def test_without_or_with_another_passphrase_nothing_opens(opened: Path, ann: int) -> None:
    protect(opened, WORDS)
    with pytest.raises(PassphraseNeeded) as none:
        reopen(opened)
    with pytest.raises(WrongPassphrase):
        reopen(opened, WORDS.upper())
    assert not isinstance(none.value, WrongPassphrase)
    reopen(opened, WORDS)
    assert clients.lifter(ann).name == "Ann"


def test_the_passphrase_is_changed_and_removed(opened: Path, ann: int) -> None:
    protect(opened, WORDS)
    protect(opened, "another one altogether")
    with pytest.raises(WrongPassphrase):
        reopen(opened, WORDS)
    reopen(opened, "another one altogether")
    protect(opened, "")
    reopen(opened)
    assert not protection.is_set()
    assert clients.lifter(ann).name == "Ann"
    assert database.check().ok


def test_what_was_done_before_can_still_be_undone(opened: Path, ann: int) -> None:
    with undo.step() as step:
        log.add_session(ann, SESSION)
    protect(opened, WORDS)
    undo.revert(step)
    assert log.counts(ann) == (0, 0)


def test_while_another_program_has_the_file_open_nothing_changes(
    opened: Path, ann: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(driver, "WAIT_S", 0.1)
    with subprocess.Popen(
        [sys.executable, "-c", HOLDING, str(opened)],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE,
    ) as other:  # fmt: skip
        assert other.stdout is not None
        assert other.stdout.readline()
        with pytest.raises(LockedDatabase):
            protect(opened, WORDS)
        other.communicate()
    assert not protection.is_set()
    assert clients.lifter(ann).name == "Ann"
    protect(opened, WORDS)
    assert protection.is_set()


def test_whoever_stops_it_finds_all_as_it_was(opened: Path, ann: int) -> None:
    class Stopped(Exception):
        """Somebody pressed Cancel."""

    def stop(_done: int, _total: int) -> None:
        raise Stopped

    for _ in range(300):
        log.add_session(ann, SESSION)
    with pytest.raises(Stopped), protection.changing(opened, WORDS) as work:
        work(stop)
    assert not protection.is_set()
    assert log.counts(ann) == (300, 300)
    assert not list(opened.parent.glob("*.converted"))


def test_a_copy_that_lacks_something_is_not_used(opened: Path, ann: int) -> None:
    open_connection().execute(
        """WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 60000)
        INSERT INTO setting SELECT i, hex(zeroblob(100)), 1 FROM n"""
    )
    half = opened.with_name(f"{opened.name}.converted")
    places: list[int] = []

    def damage(_done: int, _total: int) -> None:
        """Overwrite a page that was written a while ago."""
        if half.exists() and half.stat().st_size > 2**20:
            with half.open("r+b") as file:
                places.append(file.seek(2**19))
                file.write(bytes(100))

    with (
        pytest.raises(DatabaseProblem, match="incomplete"),
        protection.changing(opened, WORDS) as work,
    ):
        work(damage)
    assert places
    assert not protection.is_set()
    assert clients.lifter(ann).name == "Ann"


def test_a_file_that_cannot_be_replaced_stays(
    opened: Path, ann: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_self: Path, _target: Path) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(DatabaseProblem, match="replaced"):
        protect(opened, WORDS)
    assert clients.lifter(ann).name == "Ann"
    conversion.sweep(opened)
    assert clients.lifter(ann).name == "Ann"


def test_no_passphrase_is_changed_in_the_middle_of_a_step(opened: Path) -> None:
    with pytest.raises(RuntimeError), undo.step(), protection.changing(opened, WORDS):
        pass


def test_a_page_that_was_overwritten_is_told_from_a_wrong_passphrase(opened: Path) -> None:
    protect(opened, WORDS)
    database.close_database()
    with opened.open("r+b") as file:
        file.seek(3 * 4096 + 100)
        file.write(bytes(range(200)))
    with pytest.raises(DamagedDatabase):
        reopen(opened, WORDS)


def test_noise_that_is_no_database_is_not_taken_for_one(tmp_path: Path) -> None:
    photo = tmp_path / "photo.db"
    photo.write_bytes(bytes(range(256)) * 33)
    with pytest.raises(NotADatabase):
        database.open_database(photo)


def test_without_the_extra_it_says_what_to_install(
    opened: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    protect(opened, WORDS)
    monkeypatch.setattr(driver, "PACKAGE", "sqlcipher_is_not_here")
    with pytest.raises(DatabaseProblem, match=r"pip install 'workout-planner\[passphrase\]'"):
        reopen(opened, WORDS)


def test_without_the_extra_no_passphrase_is_set(
    opened: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(driver, "PACKAGE", "sqlcipher_is_not_here")
    with pytest.raises(DatabaseProblem, match="pip install"):
        protect(opened, WORDS)
    assert open_connection()


def test_two_windows_on_one_protected_file_see_each_others_writes(opened: Path, ann: int) -> None:
    protect(opened, WORDS)
    with closing(driver.connect(opened)) as other:
        other.execute("UPDATE lifter SET note = 'by the other one'")
    assert database.changed_elsewhere()
    assert clients.lifter(ann).note == "by the other one"
