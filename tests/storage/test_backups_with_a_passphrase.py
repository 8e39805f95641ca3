"""Backups of a file with a passphrase: they have it, are restored, and tell what is damaged."""

from __future__ import annotations

from pathlib import Path

import pytest

from planner.storage import backups, database, driver, log, protection
from planner.storage.problems import DamagedDatabase, PassphraseNeeded, WrongPassphrase
from tests.storage.protecting import SESSION, WORDS, protect, reopen

pytest.importorskip("sqlcipher3")


def test_backups_of_a_protected_file_have_its_passphrase(opened: Path, ann: int) -> None:
    protect(opened, WORDS)
    made = database.back_up()
    assert driver.is_protected(made)
    assert protection.opens_alike(made)
    log.add_session(ann, SESSION)
    database.restore(made)
    assert log.counts(ann) == (0, 0)


def test_a_restored_backup_takes_the_passphrase_of_the_file(opened: Path, ann: int) -> None:
    plain = database.back_up()
    protect(opened, WORDS)
    assert not protection.opens_alike(plain)
    log.add_session(ann, SESSION)
    database.restore(plain)
    assert log.counts(ann) == (0, 0)
    assert protection.is_set()
    protected = database.back_up()
    protect(opened, "")
    driver.forget()
    with pytest.raises(PassphraseNeeded):
        database.restore(protected)
    driver.give(WORDS)
    log.add_session(ann, SESSION)
    database.restore(protected)
    assert log.counts(ann) == (0, 0)
    assert not protection.is_set()


def test_a_file_with_another_passphrase_is_restored(opened: Path, ann: int) -> None:
    protect(opened, "the one of last year")
    old = database.back_up()
    protect(opened, WORDS)
    assert not protection.opens_alike(old)
    log.add_session(ann, SESSION)
    driver.give("the one of last year")
    database.restore(old)
    assert log.counts(ann) == (0, 0)
    reopen(opened, WORDS)


@pytest.mark.parametrize("name", ["", "studio.db"])
def test_a_damaged_head_is_told_by_a_backup_of_the_same_key(opened: Path, name: str) -> None:
    protect(opened, WORDS)
    made = database.back_up()
    database.close_database()
    opened = opened.rename(opened.with_name(name or opened.name))
    with opened.open("r+b") as file:
        file.seek(2000)
        file.write(bytes(range(200)))
    with pytest.raises(DamagedDatabase) as told:
        reopen(opened, WORDS)
    assert told.value.newest_backup == made
    with pytest.raises(WrongPassphrase):
        reopen(opened, "another one altogether")


@pytest.mark.parametrize("left", [b"", bytes(4096)])
def test_an_emptied_file_is_told_by_a_backup_that_nobody_can_look_into_yet(
    opened: Path, left: bytes
) -> None:
    protect(opened, WORDS)
    made = database.back_up()
    database.close_database()
    driver.forget()
    opened.write_bytes(left)
    made.with_name("training-2199-01-01_120000.db").mkdir()
    with pytest.raises(DamagedDatabase) as told:
        database.open_database(opened)
    assert told.value.newest_backup == made
    assert opened.read_bytes() == left


def test_a_backup_that_cannot_be_looked_into_counts_as_one_with_training(
    opened: Path, tmp_path: Path
) -> None:
    empty = database.back_up(tmp_path / "backups" / "empty.db")
    protect(opened, WORDS)
    locked = database.back_up(empty.with_name("training-2023-01-01_120000_daily.db"))
    driver.forget()
    for day in range(1, 29):
        for month in range(1, 13):
            copy = empty.with_name(f"training-2025-{month:02}-{day:02}_120000_daily.db")
            copy.write_bytes(empty.read_bytes())
    backups.thin(empty.parent, "training")
    assert locked.exists()
    assert len(list(empty.parent.iterdir())) < 40
