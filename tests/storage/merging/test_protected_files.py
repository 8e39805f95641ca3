"""Merging where a passphrase protects one of the files, or both."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from planner.engine.terms import LoggedExercise, LoggedSet, Session
from planner.storage import driver, log, merging, protection, undo, versions
from planner.storage.base import db
from planner.storage.telling import unheard
from tests.storage.merging.computers import TRAVEL, Computers

pytest.importorskip("sqlcipher3")
ANN = 1
DAY = date(2026, 3, 2)
SQUATS = LoggedExercise("squat", (LoggedSet(100.1 + 0.2, 5), LoggedSet(None, None, seconds=30.0)))


@pytest.fixture(autouse=True)
def _forgotten() -> Iterator[None]:
    driver.forget()
    yield
    driver.forget()


def protect(computers: Computers, path: Path, passphrase: str) -> None:
    computers.at(path)
    with protection.changing(path, passphrase) as work:
        work(unheard)


@pytest.mark.parametrize("words_there", ["", "the laptop's own words"])
@pytest.mark.parametrize("words_here", ["", "words of the desk"])
def test_a_log_comes_over_whole_whichever_file_is_protected(
    computers: Computers, words_here: str, words_there: str
) -> None:
    computers.at(computers.laptop)
    for _ in range(3):
        log.add_session(ANN, Session(DAY, (SQUATS, SQUATS)))
    there = computers.content()
    for path, words in ((computers.laptop, words_there), (computers.desk, words_here)):
        if words:
            protect(computers, path, words)
    for words in filter(None, (words_here, words_there)):
        driver.give(words)
    computers.at(computers.desk)
    before = computers.content()
    done = computers.merge(computers.laptop)
    assert computers.content() == there
    assert [name for _, name, _ in db.connection().execute("PRAGMA database_list")] in (
        ["main", "temp"], ["main"],
    )  # fmt: skip
    again = undo.revert(done)
    assert computers.content() == before
    undo.revert(again)
    assert computers.content() == there


def test_a_comparison_that_is_stopped_lets_go_of_the_other_file(computers: Computers) -> None:
    computers.at(computers.desk)
    work = merging.compare(computers.fetch(computers.laptop), TRAVEL, lambda _: None)
    next(work)
    assert "there" in [name for _, name, _ in db.connection().execute("PRAGMA database_list")]
    work.close()
    assert "there" not in [name for _, name, _ in db.connection().execute("PRAGMA database_list")]


def test_looking_at_a_protected_file_counts_as_no_change_of_the_open_one(
    computers: Computers,
) -> None:
    computers.at(computers.laptop)
    log.add_session(ANN, Session(DAY, (SQUATS,)))
    protect(computers, computers.laptop, "the laptop's own words")
    computers.at(computers.desk)
    driver.give("the laptop's own words")
    before = versions.version()
    assert computers.compare(computers.laptop).matched.new["session"]
    assert versions.version() == before
