"""A passphrase for the whole database: how strong one is, giving it, setting another one."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, suppress
from enum import IntEnum
from math import inf, log10
from pathlib import Path

from planner.coach import backing_up, files, leftovers
from planner.coach.files import Backup
from planner.storage import conversion, driver, protection
from planner.storage.driver import HOW_TO_GET as HOW_TO_GET
from planner.storage.problems import (
    DatabaseProblem,
    PassphraseNeeded as PassphraseNeeded,
    WrongPassphrase as WrongPassphrase,
)
from planner.storage.telling import Progress, part_of

LEAST_LETTERS = 8  # NIST SP 800-63B, section 5.1.1.1
_WORD = log10(7776)  # guesses for a word, were it drawn from a list by five dice
_FAIR, _STRONG = 3 * _WORD, 4 * _WORD  # on 100,000 guesses a second: weeks, a thousand years
_READ = 72  # letters that the estimate reads
_BACKED_UP = 0.5  # share of the time


class Strength(IntEnum):
    """How hard a passphrase is to guess."""

    SHORT = 0
    WEAK = 1
    FAIR = 2
    STRONG = 3


def strength(passphrase: str) -> Strength:
    """Say how hard a passphrase is to guess: by zxcvbn's estimate, which knows what many people
    choose, and by its words, which it counts as in any language alike. Needs zxcvbn, which comes
    with the part that protects files."""
    text = normal(passphrase)
    if len(text) < LEAST_LETTERS:
        return Strength.SHORT
    guesses = min(_estimated(text[:_READ]), _by_words(text))
    return Strength(1 + (guesses >= _FAIR) + (guesses >= _STRONG))


def _estimated(text: str) -> float:
    """Return how many guesses find a text, as a logarithm to the base of ten."""
    from zxcvbn import zxcvbn  # its lists take 60 ms to read

    return float(zxcvbn(text)["guesses_log10"])


def _by_words(text: str) -> float:
    """Return how many guesses find words in a row, as a logarithm; no bound for a single one."""
    words = re.findall(r"[^\W\d_]+", text)
    others = len("".join(text.split())) - sum(map(len, words))
    return len(words) * _WORD + others if len(words) > 1 else inf


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
    made = (each.path for each in files.to_restore(path) if driver.is_protected(each.path))
    alike = next((each for each in made if driver.salt_of(each) == driver.salt_of(path)), None)
    return alike is not None and driver.fits(alike, words)


def is_wanted(path: Path) -> bool:
    """Say whether a file has a passphrase that was not given yet."""
    try:
        driver.key_of(path)
    except (DatabaseProblem, OSError) as problem:
        return isinstance(problem, PassphraseNeeded)
    return False


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
    return list(_kept(path, leftovers.opens_alike))


def readable(path: Path) -> list[Backup]:
    """List the backups, and what else is left, that anybody can read."""
    return list(_kept(path, leftovers.is_readable))


def _kept(path: Path, counts: Callable[[Path], bool]) -> Iterator[Backup]:
    """List what counts of what is still there: a backup may be made meanwhile."""
    for each in (*files.backups(path), *leftovers.found(path)):
        with suppress(OSError):
            if counts(each.path):
                yield each


def deleting(left: Iterable[Backup]) -> Callable[[Progress], None]:
    """Return the work, for any thread, of backing the open file up, and of overwriting and
    deleting then what is listed.

    It raises DatabaseProblem or OSError, or what the progress raises; without a new backup none is
    deleted.
    """
    back_up, paths = backing_up.now(), [each.path for each in left]

    def work(told: Progress) -> None:
        back_up(part_of(told, 0, _BACKED_UP))
        for done, path in enumerate(paths):
            part_of(told, _BACKED_UP, 1)(done, len(paths))
            conversion.wipe(path)

    return work
