"""Merging what the other computer put into the trash: told as deleted, with what goes along."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from planner.coach import files, merging, trash as trash_story
from planner.coach.merging import Count, LifterChanges, MergePreview
from planner.coach.parts import at_once
from planner.engine.terms import Lifter, LoggedExercise, LoggedSet, Session
from planner.storage import clients, log, trash

DAY = date(2026, 11, 3)
SQUATS = (LoggedExercise("back-squat", (LoggedSet(100.0, 5, load=100.0),)),)


@pytest.fixture
def laptop(database: Path, lifter: int, tmp_path: Path) -> Path:
    """Log two sessions, copy the file to a laptop, and sit down there."""
    for days in range(2):
        log.add_session(lifter, Session(DAY + timedelta(days=days), SQUATS, name="Legs"))
    made = files.back_up(tmp_path / "laptop.db")
    files.open_quickly(made)
    return made


def look(path: Path) -> MergePreview:
    return at_once(merging.look(merging.fetch(path)))


def test_a_session_that_was_put_into_the_trash_there_is_deleted(
    laptop: Path, database: Path, lifter: int
) -> None:
    log.trash_session(log.sessions(lifter)[0].id or 0)
    files.open_quickly(database)
    assert look(laptop).lifters[0].counts == (Count("session", deleted=1),)
    at_once(merging.apply(look(laptop), {}))
    files.open_quickly(laptop)
    trash.restore(trash.SESSION, trash.contents()[0].id)
    files.open_quickly(database)
    assert look(laptop).lifters[0].counts == (Count("session", new=1),)


def test_a_lifter_who_was_deleted_there_goes_with_all_sessions_and_what_was_logged_here_since(
    laptop: Path, database: Path, lifter: int
) -> None:
    trash_story.delete_lifter(lifter)
    files.open_quickly(database)
    name = clients.lifter(lifter).name
    gone = LifterChanges(name, False, False, (Count("session", deleted=2),), True)
    assert look(laptop).lifters == (gone,)
    log.add_session(lifter, Session(DAY + timedelta(days=7), SQUATS, name="Legs"))
    [changes] = look(laptop).lifters
    assert (changes.counts, changes.only_here) == ((Count("session", deleted=3),), 1)


def test_what_both_deleted_and_who_came_and_went_there_is_not_told(
    laptop: Path, database: Path, lifter: int
) -> None:
    both = log.sessions(lifter)[0].id or 0
    for path in (database, laptop):
        files.open_quickly(path)
        log.trash_session(both)
    bo = clients.add_lifter(Lifter(name="Bo"))
    log.add_session(bo, Session(DAY, SQUATS))
    clients.change_setting(f"rest_lengths/{clients.lifter(bo).uid}", "{}")
    trash_story.delete_lifter(bo)
    files.open_quickly(database)
    preview = look(laptop)
    assert (preview.lifters, preview.is_all_here()) == ((), True)


def test_a_lifter_who_is_in_the_trash_there_is_told_so(
    laptop: Path, database: Path, lifter: int
) -> None:
    trash_story.delete_lifter(lifter)
    files.open_quickly(database)
    [found] = look(laptop).differences
    assert (found.what, found.here, found.there) == ("Lifter", "kept", "in the trash")
