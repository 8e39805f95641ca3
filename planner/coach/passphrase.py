"""A passphrase for the whole database: how strong one is, giving it, setting another one."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from contextlib import AbstractContextManager
from enum import IntEnum
from itertools import pairwise
from pathlib import Path

from planner.coach import backing_up, files, leftovers
from planner.coach.files import Backup
from planner.storage import conversion, driver, protection
from planner.storage.driver import HOW_TO_GET as HOW_TO_GET
from planner.storage.problems import (
    PassphraseNeeded as PassphraseNeeded,
    WrongPassphrase as WrongPassphrase,
)
from planner.storage.telling import Progress, part_of

LEAST_LETTERS = 8  # NIST SP 800-63B, section 5.1.1.1
_FAIR, _STRONG = 12, 16  # letters that add something, rule of thumb; five words have 25
_BACKED_UP = 0.5  # share of the time


class Strength(IntEnum):
    """How hard a passphrase is to guess."""

    SHORT = 0
    WEAK = 1
    FAIR = 2
    STRONG = 3


def strength(passphrase: str) -> Strength:
    """Say how hard a passphrase is to guess, by its length: a rule of thumb.

    A letter that repeats or goes on counting from the one before adds little, and few different
    letters are soon tried.
    """
    text = normal(passphrase)
    if len(text) < LEAST_LETTERS:
        return Strength.SHORT
    steps = [abs(ord(after) - ord(before)) for before, after in pairwise(text)]
    adding = min(1 + sum(step > 1 for step in steps), 2 * len(set(text)))
    return Strength(1 + (adding >= _FAIR) + (adding >= _STRONG))


def normal(passphrase: str) -> str:
    """Return a passphrase as every keyboard and system writes it."""
    return unicodedata.normalize("NFC", passphrase)


def can_be_set() -> bool:
    """Say whether the part that protects files is installed; `HOW_TO_GET` tells how."""
    return driver.is_available()


def is_set() -> bool:
    """Say whether the open file has a passphrase."""
    return protection.is_set()


def give(passphrase: str) -> None:
    """Use a passphrase for the files opened from now on, until the file is closed."""
    driver.give(normal(passphrase))


def fits(path: Path, passphrase: str) -> bool:
    """Say whether a passphrase is that of a closed file; takes a fifth of a second, any thread.

    Of a damaged one a backup tells that was made with the same key.
    """
    words = normal(passphrase)
    if driver.fits(path, words):
        return True
    made = (each.path for each in files.backups(path) if driver.is_protected(each.path))
    alike = next((each for each in made if driver.salt_of(each) == driver.salt_of(path)), None)
    return alike is not None and driver.fits(alike, words)


def checking(passphrase: str) -> Callable[[], bool]:
    """Return what says, on any thread, whether a passphrase is that of the open file."""
    return protection.checking(normal(passphrase))


def changing(
    path: Path, passphrase: str
) -> AbstractContextManager[Callable[[Progress], Path | None]]:
    """Close the open file, whose passphrase is changed in the block, and open it again.

    The block does the work it is given, on any thread; '' is for no passphrase. The work returns
    the file of before when that could not be overwritten. All or nothing; raises a
    DatabaseProblem.
    """
    return protection.changing(path, normal(passphrase))


def opening_alike(path: Path) -> list[Backup]:
    """List the backups, and what else is left, that open as the open file does: with its
    passphrase, or none."""
    return [each for each in _kept(path) if leftovers.opens_alike(each.path)]


def left_behind(path: Path) -> list[Backup]:
    """List the backups, and what else is left, that do not open as the open file does."""
    return [each for each in _kept(path) if not leftovers.opens_alike(each.path)]


def _kept(path: Path) -> list[Backup]:
    return [*files.backups(path), *leftovers.found(path)]


def deleting_left_behind(path: Path) -> Callable[[Progress], None]:
    """Return the work, for any thread, of backing the open file up, and of overwriting and
    deleting then what does not open as it does.

    It raises DatabaseProblem or OSError, or what the progress raises; without a new backup none is
    deleted.
    """
    back_up, left = backing_up.now(), left_behind(path)

    def work(told: Progress) -> None:
        back_up(part_of(told, 0, _BACKED_UP))
        for done, each in enumerate(left):
            part_of(told, _BACKED_UP, 1)(done, len(left))
            conversion.wipe(each.path)

    return work
