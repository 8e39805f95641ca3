"""A passphrase for the whole database, as somebody with a shared laptop would set it."""

from __future__ import annotations

import unicodedata
from datetime import date
from pathlib import Path

import pytest

from planner.coach import backing_up, clients, files, passphrase
from planner.coach.passphrase import PassphraseNeeded, Strength, strength
from planner.storage.telling import unheard

pytest.importorskip("sqlcipher3")
WORDS = "trois pièces de blé"


def protect(path: Path, words: str) -> None:
    """Give the open file a passphrase."""
    with passphrase.changing(path, words) as work:
        work(unheard)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("", Strength.SHORT),
        ("7x!Q", Strength.SHORT),
        ("12345678", Strength.WEAK),
        ("aaaaaaaaaaaaaaaaaaaaaaaa", Strength.WEAK),
        ("abababababababababababab", Strength.WEAK),
        ("barbell9", Strength.WEAK),
        ("Password123!", Strength.WEAK),
        ("qwertzuiop1234567890", Strength.WEAK),
        ("blue barbell 9", Strength.WEAK),
        ("correct horse battery", Strength.FAIR),
        ("Treppe Regen Kabel", Strength.FAIR),
        ("Treppe Regen Kabel Birne", Strength.STRONG),
        ("qwhzkdmxpvbnrtsl", Strength.STRONG),
        ("seven quiet lifters eat rice", Strength.STRONG),
    ],
)
def test_words_count_and_what_many_people_choose_does_not(words: str, told: Strength) -> None:
    assert strength(words) is told


def test_a_file_asks_for_its_passphrase_each_time_it_is_opened(database: Path, lifter: int) -> None:
    assert passphrase.can_be_set()
    assert not passphrase.is_set()
    protect(database, WORDS)
    assert passphrase.is_set()
    files.close_file()
    with pytest.raises(PassphraseNeeded):
        files.open_file(database)
    files.close_file()
    passphrase.give(WORDS)
    files.open_file(database)
    assert clients.lifter(lifter).name == "Sam Lifter"


def test_a_letter_with_an_accent_is_the_same_on_every_keyboard(database: Path, lifter: int) -> None:
    protect(database, unicodedata.normalize("NFD", WORDS))
    files.close_file()
    assert passphrase.fits(database, WORDS)
    assert not passphrase.fits(database, "trois pieces de ble")


def test_backups_that_anybody_can_read_are_named_and_deleted_only_when_asked(
    database: Path, lifter: int
) -> None:
    plain = files.back_up()
    assert [each.path for each in passphrase.opening_alike(database)] == [plain]
    protect(database, WORDS)
    assert [each.path for each in passphrase.readable(database)] == [plain]
    passphrase.deleting(passphrase.readable(database))(unheard)
    assert not passphrase.readable(database)
    assert [each.path for each in passphrase.opening_alike(database)] == [
        each.path for each in files.backups(database)
    ]
    assert not plain.exists()
    assert files.last_backup(database).date() == date.today()  # type: ignore[union-attr]


def test_backups_of_another_passphrase_are_neither_readable_nor_alike(
    database: Path, lifter: int
) -> None:
    protect(database, WORDS)
    first = files.back_up()
    protect(database, "")
    plain = files.back_up()
    assert [each.path for each in passphrase.opening_alike(database)] == [plain]
    protect(database, WORDS)
    assert passphrase.opening_alike(database) == []
    assert [each.path for each in passphrase.readable(database)] == [plain]
    passphrase.deleting(passphrase.readable(database))(unheard)
    assert first.exists()
    assert not plain.exists()


def test_what_else_lies_about_in_plain_is_named_and_deleted_too(
    database: Path, lifter: int
) -> None:
    good = files.back_up()
    files.close_file()
    database.write_bytes(database.read_bytes()[:9000])
    with pytest.raises(files.DamagedDatabase):
        files.open_file(database)
    files.restore(good)
    (damaged,) = database.parent.glob("*-unreadable.db")
    log_of_it = damaged.with_name(f"{damaged.name}-wal")
    half = good.with_name(f"{good.name}.part")
    theirs = database.with_name(f"{database.name}-wal.theirs")
    for each in (log_of_it, half, theirs):
        each.write_bytes(b"plain")
    left = {good, damaged, log_of_it, half, theirs}
    assert {each.path for each in passphrase.opening_alike(database)} == left
    protect(database, WORDS)
    assert {each.path for each in passphrase.readable(database)} == left
    passphrase.deleting(passphrase.readable(database))(unheard)
    assert not any(each.exists() for each in left)


def test_the_log_of_what_opens_alike_stays(database: Path, lifter: int) -> None:
    protect(database, WORDS)
    backup = files.back_up()
    damaged = database.with_name("planner-2026-11-22_101112-unreadable.db")
    damaged.write_bytes(backup.read_bytes())
    damaged.with_name(f"{damaged.name}-wal").write_bytes(b"noise")
    assert passphrase.readable(database) == []
    assert len(passphrase.opening_alike(database)) == 3


def test_the_present_passphrase_is_told_from_others(database: Path, lifter: int) -> None:
    protect(database, WORDS)
    assert passphrase.checking(WORDS)()
    assert not passphrase.checking("another one altogether")()


@pytest.mark.parametrize("name", ["", "studio.db"])
def test_of_a_damaged_file_a_backup_tells_its_passphrase(
    database: Path, lifter: int, name: str
) -> None:
    protect(database, WORDS)
    made = files.back_up()
    files.close_file()
    made.rename(made.with_name(made.name.replace("planner", "clients")))
    database = database.rename(database.with_name(name or database.name))
    with database.open("r+b") as file:
        file.seek(2000)
        file.write(bytes(100))
    assert passphrase.fits(database, WORDS)
    assert not passphrase.fits(database, "another one altogether")


@pytest.mark.parametrize("present", ["", "another one altogether"])
def test_a_backup_that_opens_otherwise_stands_for_no_new_one(
    database: Path, lifter: int, present: str
) -> None:
    if present:
        protect(database, present)
    files.back_up()
    assert backing_up.due(database, date.today())(unheard) is None
    protect(database, WORDS)
    made = backing_up.due(database, date.today())(unheard)
    assert made is not None
    assert [each.path for each in passphrase.opening_alike(database)] == [made.path]
    assert backing_up.due(database, date.today())(unheard) is None
