"""The hands that give the open file a passphrase, and open it with one."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from planner.engine.terms import LoggedExercise, LoggedSet, Session
from planner.storage import database, driver, protection
from planner.storage.telling import unheard

WORDS = "correct horse's battery ünd staple"
SESSION = Session(date(2026, 3, 2), (LoggedExercise("squat", (LoggedSet(100.0, 5),)),))


def protect(path: Path, passphrase: str) -> None:
    """Give the open file a passphrase, '' for none."""
    with protection.changing(path, passphrase) as work:
        work(unheard)


def reopen(path: Path, passphrase: str = "") -> None:
    """Start anew with a file, as another day would."""
    database.close_database()
    driver.forget()
    for _ in range(2 if passphrase else 0):
        driver.give(passphrase)
    database.open_database(path)
