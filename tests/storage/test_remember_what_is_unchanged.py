"""What was read is remembered until somebody writes, here or elsewhere, and never in a write."""

import sqlite3
from datetime import date

import pytest

from planner.engine.terms import Session
from planner.storage import clients, library, log
from planner.storage.base import open_connection
from planner.storage.unchanged import REMEMBERED, library_unchanged, sessions_among, unchanged
from planner.storage.undo import step


@pytest.fixture
def reads() -> list[int]:
    return []


def test_what_is_unchanged_is_read_once(lifter, reads):
    for _ in range(2):
        unchanged("key", lambda: reads.append(1))
    assert reads == [1]


def test_a_write_here_or_by_another_program_makes_it_anew(lifter, database, reads):
    def read() -> int:
        reads.append(1)
        return len(reads)

    assert unchanged("key", read) == 1
    clients.change_setting("any", "thing")
    assert unchanged("key", read) == 2
    with sqlite3.connect(database) as other:
        other.execute("UPDATE setting SET value = 'else'")
    other.close()
    assert unchanged("key", read) == 3


def test_nothing_is_remembered_inside_a_write(lifter, reads):
    with step():
        open_connection().execute("UPDATE lifter SET note = 'x'")
        assert unchanged("inside", lambda: 1) == 1
        assert unchanged("inside", lambda: 2) == 2


def test_no_more_is_kept_than_is_needed(lifter):
    for key in range(REMEMBERED + 1):
        unchanged(("many", key), object)
    assert unchanged(("many", 0), lambda: "anew") == "anew"


def test_what_follows_from_the_library_is_read_once_whatever_is_logged(lifter, reads):
    for _ in range(2):
        library_unchanged("key", lambda: reads.append(1) or len(reads))
        log.add_session(lifter, Session(date(2026, 3, 2)))
    assert reads == [1]
    library.save_exercise(library.exercise("back-squat"))
    assert library_unchanged("key", lambda: "anew") == "anew"


def test_a_session_that_was_written_to_may_be_one_that_is_looked_for(lifter, database):
    first = log.add_session(lifter, Session(date(2026, 3, 2)))
    assert sessions_among(("key", lifter), lambda: {first}) == {first}
    second = log.add_session(lifter, Session(date(2026, 3, 3)))
    assert sessions_among(("key", lifter), set) == {first, second}
    with sqlite3.connect(database) as other:
        other.execute("UPDATE session SET name = 'theirs'")
    other.close()
    assert sessions_among(("key", lifter), lambda: {second}) == {second}
