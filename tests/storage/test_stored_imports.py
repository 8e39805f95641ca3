"""Imports as units: counted, listed, taken back without what was edited since."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest

from planner.engine.terms import LoggedExercise, LoggedSet, Session, Side
from planner.storage import imports, log, rows, trash, undo

DAY = date(2026, 3, 2)
SETS = (LoggedSet(100.0, 5, source_line=2, source_text="a;b"), LoggedSet(100.0, 5, source_line=3))
SESSIONS = tuple(
    Session(DAY + timedelta(days=n), (LoggedExercise("squat", SETS),), name=f"Day {n}")
    for n in range(3)
)
BENCH = Session(DAY, (LoggedExercise("bench_press", SETS),))


@pytest.fixture
def brought(ann: int) -> int:
    """Bring in three sessions of two sets; return the import's id."""
    key = imports.add_import(ann, "strong.csv", "Strong", DAY, "0" * 64)
    log.add_sessions(ann, SESSIONS, key)
    return key


def _slot(session_id: int) -> LoggedExercise:
    return log.session(session_id).exercises[0]


def test_an_import_is_listed_with_what_is_left_of_it(ann: int, brought: int) -> None:
    later = imports.add_import(ann, "hevy.csv", "Hevy", DAY + timedelta(days=1), "1" * 64)
    log.trash_session(log.sessions(ann)[0].id or 0)
    assert imports.imports(ann) == [
        (later, "hevy.csv", "Hevy", DAY + timedelta(days=1), 0, 0),
        (brought, "strong.csv", "Strong", DAY, 2, 4),
    ]


def test_imported_sessions_know_their_import_and_sets_their_source(ann: int, brought: int) -> None:
    (first, *_) = log.sessions(ann)
    assert first.import_id == brought
    assert [each.source_line for each in first.exercises[0].sets] == [2, 3]
    assert first.exercises[0].sets[0].source_text == "a;b"


def test_an_import_knows_its_exercises_those_in_the_trash_too(ann: int, brought: int) -> None:
    log.trash_session(log.add_sessions(ann, [BENCH], brought)[0])
    assert imports.exercises_of(brought) == ["bench_press", "squat"]


def test_an_import_that_nobody_touched_is_taken_back_whole(ann: int, brought: int) -> None:
    own = log.add_session(ann, Session(DAY))
    assert imports.edited_sessions(brought) == []
    imports.delete_import(brought)
    assert [session.id for session in log.sessions(ann)] == [own]
    assert imports.imports(ann) == []


EDITS: dict[str, Callable[[int], object]] = {
    "renamed": lambda key: log.update_session(replace(log.session(key), name="Legs")),
    "a set changed": lambda key: log.update_set(replace(_slot(key).sets[0], side=Side.LEFT)),
    "a set added": lambda key: log.add_set(_slot(key).id or 0, LoggedSet(100.0, 5)),
    "a set deleted": lambda key: log.delete_set(_slot(key).sets[1].id or 0),
    "an exercise changed": lambda key: log.update_logged_exercise(replace(_slot(key), note="x")),
    "an exercise added": lambda key: log.add_logged_exercise(key, LoggedExercise("squat")),
    "its only exercise deleted": lambda key: log.delete_logged_exercise(_slot(key).id or 0),
}


@pytest.mark.parametrize("edit", EDITS.values(), ids=EDITS)
def test_a_session_edited_since_is_kept_when_its_import_is_taken_back(
    ann: int, brought: int, edit: Callable[[int], object]
) -> None:
    middle = log.sessions(ann)[1].id or 0
    edit(middle)
    assert [(made.id, gone) for made, gone in imports.edited_sessions(brought)] == [(middle, False)]
    with undo.step() as step:
        imports.delete_import(brought)
    (kept,) = log.sessions(ann)
    assert (kept.id, kept.import_id) == (middle, None)
    undo.revert(step)
    assert [session.import_id for session in log.sessions(ann)] == [brought] * 3


def test_an_edit_that_was_undone_is_no_edit(ann: int, brought: int) -> None:
    with undo.step() as step:
        log.delete_set(_slot(log.sessions(ann)[0].id or 0).sets[0].id or 0)
    undo.revert(step)
    assert imports.edited_sessions(brought) == []


def test_an_edit_that_was_undone_again_is_no_edit(ann: int, brought: int) -> None:
    with undo.step() as step:
        log.delete_set(_slot(log.sessions(ann)[0].id or 0).sets[0].id or 0)
    done_again = undo.revert(undo.revert(step))
    assert len(imports.edited_sessions(brought)) == 1
    undo.revert(done_again)
    assert imports.edited_sessions(brought) == []


def test_a_session_that_is_deleted_restored_and_deleted_again_is_not_edited(
    ann: int, brought: int
) -> None:
    with undo.step() as step:
        log.trash_session(log.sessions(ann)[0].id or 0)
    for _ in range(4):  # undo, redo, undo, redo
        step = undo.revert(step)
        assert imports.edited_sessions(brought) == []
    imports.delete_import(brought)
    assert trash.contents() == []


def test_a_session_that_is_put_back_is_not_edited(ann: int, brought: int) -> None:
    key = log.sessions(ann)[0].id or 0
    log.trash_session(key)
    with undo.step() as step:
        trash.restore(trash.SESSION, key)
    assert imports.edited_sessions(brought) == []
    for _ in range(4):
        step = undo.revert(step)
        assert imports.edited_sessions(brought) == []
    log.trash_session(key)
    assert imports.edited_sessions(brought) == []


def test_a_session_in_the_trash_is_not_edited_when_taking_its_import_back_was_undone(
    ann: int, brought: int
) -> None:
    log.trash_session(log.sessions(ann)[0].id or 0)
    with undo.step() as step:
        imports.delete_import(brought)
    undo.revert(step)
    assert imports.edited_sessions(brought) == []


@pytest.mark.parametrize("edit", EDITS.values(), ids=EDITS)
def test_a_session_edited_and_then_deleted_stays_edited_when_that_is_undone_or_it_is_put_back(
    ann: int, brought: int, edit: Callable[[int], object]
) -> None:
    middle = log.sessions(ann)[1].id or 0
    edit(middle)
    with undo.step() as step:
        log.trash_session(middle)
    undo.revert(undo.revert(step))
    assert [(made.id, gone) for made, gone in imports.edited_sessions(brought)] == [(middle, True)]
    trash.restore(trash.SESSION, middle)
    assert [(made.id, gone) for made, gone in imports.edited_sessions(brought)] == [(middle, False)]


def test_untouched_sessions_in_the_trash_go_with_their_import(ann: int, brought: int) -> None:
    key = log.sessions(ann)[0].id or 0
    log.trash_session(key)
    assert imports.edited_sessions(brought) == []
    imports.delete_import(brought)
    with pytest.raises(LookupError):
        trash.restore(trash.SESSION, key)


@pytest.mark.parametrize("edit", EDITS.values(), ids=EDITS)
def test_a_session_edited_and_then_deleted_stays_in_the_trash_when_its_import_is_taken_back(
    ann: int, brought: int, edit: Callable[[int], object]
) -> None:
    middle = log.sessions(ann)[1].id or 0
    edit(middle)
    expected = log.session(middle)
    log.trash_session(middle)
    assert [(made.id, gone) for made, gone in imports.edited_sessions(brought)] == [(middle, True)]
    imports.delete_import(brought)
    assert [each.id for each in trash.contents()] == [middle]
    trash.restore(trash.SESSION, middle)
    assert log.sessions(ann) == [replace(expected, import_id=None)]


def test_a_session_whose_edit_was_undone_goes_from_the_trash_with_its_import(
    ann: int, brought: int
) -> None:
    key = log.sessions(ann)[0].id or 0
    with undo.step() as step:
        log.update_session(replace(log.session(key), name="Legs"))
    undo.revert(step)
    log.trash_session(key)
    imports.delete_import(brought)
    assert trash.contents() == []


def test_a_session_that_was_typed_is_put_into_the_trash_as_changed(ann: int) -> None:
    key = log.add_session(ann, SESSIONS[0])
    ((before,),) = rows.fetch("SELECT changed_at FROM session")
    log.trash_session(key)
    ((at, deleted),) = rows.fetch("SELECT changed_at, deleted_at FROM session")
    assert before < deleted < at


def test_an_import_is_taken_back_only_once(ann: int, brought: int) -> None:
    imports.delete_import(brought)
    with pytest.raises(LookupError):
        imports.delete_import(brought)
