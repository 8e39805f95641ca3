"""Our own exports come back whole."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from planner.coach import importing, library, logging
from planner.engine.terms import Exercise, LoggedSet, Session
from planner.storage import imports, log
from planner.storage.log import session_keys

LOGS = Path(__file__).parents[1] / "data" / "logs"
TODAY = date(2026, 11, 5)
FRIDAY = ("2024-01-05 18:00:00", "B")


@pytest.mark.parametrize("suffix", ["csv", "json"])
def test_our_own_export_comes_back_identical_in_another_database(
    suffix, lifter, write, tmp_path, week, bring, export
):
    bring(lifter, LOGS / "hevy-kg.csv")
    bring(lifter, write(*week, (*FRIDAY, "Zwergenwurf", 20.0, 9)))
    exercise = library.exercise("zwergenwurf")
    out = tmp_path / f"planner.{suffix}"
    export(out, lifter)
    stored = [bare(session) for session in log.sessions(lifter)]
    for record in importing.imports(lifter):
        importing.undo_import(record.id)
    made = importing.preview(lifter, out)
    assert made.skipped == ()
    importing.commit(lifter, made, TODAY)
    assert [bare(session) for session in log.sessions(lifter)] == stored
    assert bare_exercise(library.exercise("zwergenwurf")) == bare_exercise(exercise)


@pytest.mark.parametrize("suffix", ["csv", "json"])
def test_our_own_export_adds_nothing_where_it_came_from(suffix, squatter, tmp_path, export):
    out = tmp_path / f"planner.{suffix}"
    export(out, squatter)
    assert importing.preview(squatter, out).new_sets == 0
    assert len(session_keys(squatter)) == 10


@pytest.mark.parametrize("suffix", ["csv", "json"])
def test_both_halves_of_a_swapped_exercise_come_back(suffix, lifter, tmp_path, export):
    session = logging.start_free(lifter, TODAY)
    squat = logging.add_exercise(session, "back-squat")
    logging.log_sets(squat, [LoggedSet(100.0, 5, load=100.0)])
    logging.log_sets(logging.swap(squat, "leg-press"), [LoggedSet(150.0, 5, load=150.0)])
    stored = [bare(each) for each in log.sessions(lifter)]
    out = tmp_path / f"planner.{suffix}"
    export(out, lifter)
    imports.delete_sessions([session])
    importing.commit(lifter, importing.preview(lifter, out), TODAY)
    (made,) = log.sessions(lifter)
    assert [(slot.exercise, len(slot.sets)) for slot in made.exercises] == [
        ("back-squat", 1),
        ("leg-press", 1),
    ]
    assert [bare(made)] == stored


def test_an_exercise_of_the_library_is_known_by_its_name_when_its_slug_is_not(
    lifter, tmp_path, bring, export
):
    bring(lifter, LOGS / "hevy-kg.csv")
    out = tmp_path / "planner.csv"
    export(out, lifter)
    out.write_text(out.read_text("utf-8").replace("barbell-bench-press", "old-slug"), "utf-8")
    assert all(match.slug and match.sure for match in importing.preview(lifter, out).matches)


@pytest.mark.parametrize("suffix", ["csv", "json", "xlsx"])
def test_an_own_exercise_is_called_by_its_name_and_comes_along_unasked(
    suffix, lifter, write, tmp_path, week, bring, export
):
    bring(lifter, write(*week, (*FRIDAY, "Super-ROM lateral raise", 20.0, 9)))
    out = tmp_path / f"planner.{suffix}"
    export(out, lifter)
    for record in importing.imports(lifter):
        importing.undo_import(record.id)
    made = importing.preview(lifter, out).matches
    (own,) = [match for match in made if match.slug is None]
    assert (own.said(), own.sure, own.guesses) == ("Super-ROM lateral raise", True, ())


def bare(session: Session) -> Session:
    """Return a session without the keys of its database."""
    slots = tuple(
        replace(slot, id=None, sets=tuple(replace(entry, id=None) for entry in slot.sets))
        for slot in session.exercises
    )
    return replace(session, exercises=slots, id=None, import_id=None)


def bare_exercise(exercise: Exercise) -> Exercise:
    return replace(exercise, id=None, uid="")
