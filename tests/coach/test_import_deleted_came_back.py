"""What was deleted and came back is here: what the same log has grown by since comes in."""

from dataclasses import replace
from datetime import date

import pytest

from planner.coach import files, importing, logging, merging, parts
from planner.engine.terms import LoggedSet
from planner.storage import clients, log
from tests.purging import purge

TODAY = date(2026, 11, 5)
HEAD = "Date,Exercise,Category,Weight,Weight Unit,Reps,Distance,Distance Unit,Time\n"
ROW = "2025-06-22,Barbell Squat,Legs,100.0,kgs,5,,,\n"


@pytest.fixture
def fitnotes(tmp_path):
    """Return a function that writes a FitNotes log of equal straight sets."""

    def make(sets):
        path = tmp_path / "fitnotes.csv"
        path.write_text(HEAD + ROW * sets, "utf-8")
        return path

    return make


def delete_set(lifter):
    """Delete the first set of a lifter's first session."""
    logging.remove_set(log.sessions(lifter)[0].exercises[0].sets[0].id)


def typed(session):
    """Return a session as it is when somebody types it in again."""
    slots = (
        replace(slot, id=None, uid="", sets=tuple(map(typed_set, slot.sets)))
        for slot in session.exercises
    )
    return replace(session, exercises=tuple(slots), import_id=None, id=None, uid="")


def typed_set(entry):
    """Return a set of no file."""
    return replace(entry, source_text="", source_line=None, id=None, uid="")


def bring_wanted(lifter, path):
    """Bring a file in with what was deleted; return the import's id."""
    made = parts.at_once(importing.understanding(lifter, importing.read(path), deleted_too=True))
    return importing.commit(lifter, made, TODAY)


def merged(path):
    """Merge another file into the open one."""
    parts.at_once(merging.apply(parts.at_once(merging.look(merging.fetch(path))), {}))


def found(lifter, path):
    """Count what of a file is new, and what stays out."""
    made = importing.preview(lifter, path)
    return made.new_sets, made.kept_out_sets


def test_new_sets_like_one_that_was_wanted_again_come_in(lifter, fitnotes, bring):
    bring(lifter, fitnotes(5))
    delete_set(lifter)
    bring_wanted(lifter, fitnotes(5))
    assert found(lifter, fitnotes(7)) == (2, 0)


def test_of_two_deleted_sets_only_the_one_that_did_not_come_back_stays_out(lifter, fitnotes, bring):
    bring(lifter, fitnotes(5))
    delete_set(lifter)
    bring_wanted(lifter, fitnotes(5))
    delete_set(lifter)
    assert found(lifter, fitnotes(7)) == (2, 1)


def test_taking_back_what_was_wanted_again_leaves_it_out_as_before(lifter, fitnotes, bring):
    bring(lifter, fitnotes(5))
    delete_set(lifter)
    importing.undo_import(bring_wanted(lifter, fitnotes(5)))
    assert found(lifter, fitnotes(7)) == (2, 1)


def test_new_sets_like_those_of_a_session_that_was_wanted_again_come_in(lifter, fitnotes, bring):
    bring(lifter, fitnotes(2))
    logging.delete(log.sessions(lifter)[0].id)
    purge()
    bring_wanted(lifter, fitnotes(2))
    assert found(lifter, fitnotes(3)) == (1, 0)


@pytest.mark.parametrize("suffix", ["csv", "json"])
def test_sets_of_our_own_file_come_back_too(suffix, squatter, tmp_path, export):
    path = tmp_path / f"planner.{suffix}"
    export(path, squatter)
    delete_set(squatter)
    logging.remove_exercise(log.sessions(squatter)[1].exercises[0].id)
    logging.delete(log.sessions(squatter)[2].id)
    purge()
    bring_wanted(squatter, path)
    assert log.counts(squatter)[1] == 30
    assert found(squatter, path) == (0, 0)


@pytest.fixture
def two_computers(lifter, fitnotes, bring, database, tmp_path):
    """Return the files of a desk, which is open, and of a laptop that still has a set."""
    bring(lifter, fitnotes(5))
    laptop = files.back_up(tmp_path / "laptop.db")
    delete_set(lifter)
    return database, laptop


def test_new_sets_like_one_that_came_back_by_merging_come_in(two_computers, lifter, fitnotes):
    desk, laptop = two_computers
    files.open_quickly(laptop)
    (person,) = clients.lifters()
    entry = log.sessions(person.id)[0].exercises[0].sets[0]
    logging.change_set(log.set_(entry.id))  # later than it was deleted at the desk
    files.open_quickly(desk)
    merged(laptop)
    assert log.counts(lifter) == (1, 5)
    assert found(lifter, fitnotes(7)) == (2, 0)


def test_another_computer_that_knows_it_as_deleted_does_not_keep_out_what_is_new(
    two_computers, lifter, fitnotes
):
    desk, laptop = two_computers
    files.open_quickly(laptop)
    merged(desk)
    files.open_quickly(desk)
    bring_wanted(lifter, fitnotes(5))
    merged(laptop)
    assert found(lifter, fitnotes(7)) == (2, 0)


def test_new_sets_like_those_wanted_again_out_of_the_trash_come_in(lifter, fitnotes, bring):
    bring(lifter, fitnotes(2))
    logging.delete(log.sessions(lifter)[0].id)
    bring_wanted(lifter, fitnotes(2))
    assert found(lifter, fitnotes(3)) == (1, 0)
    purge()
    assert found(lifter, fitnotes(3)) == (1, 0)


def test_one_of_two_sessions_alike_that_left_the_trash_stays_out(lifter, write, bring):
    rows = [(f"2024-01-01 {hour}:00:00", "Stretch", "Plank", 0.0, 30) for hour in ("08", "20")]
    bring(lifter, write(*rows))
    logging.delete(log.sessions(lifter)[0].id)
    purge()
    assert found(lifter, write(*rows)) == (0, 1)


def test_a_set_that_was_typed_again_does_not_come_twice(lifter, write, week, bring):
    bring(lifter, write(*week))
    delete_set(lifter)
    slot = log.sessions(lifter)[0].exercises[0]
    logging.log_sets(slot.id, [LoggedSet(100.0, 5, load=100.0)])
    more = write(*week, ("2024-01-01 18:00:00", "A", "Plank", 0.0, 30))
    assert found(lifter, more) == (1, 0)


def test_new_sets_like_one_that_was_typed_again_come_in(lifter, fitnotes, bring):
    bring(lifter, fitnotes(5))
    delete_set(lifter)
    logging.log_sets(log.sessions(lifter)[0].exercises[0].id, [LoggedSet(100.0, 5, load=100.0)])
    assert found(lifter, fitnotes(7)) == (2, 0)
    delete_set(lifter)
    assert found(lifter, fitnotes(7)) == (2, 1)


def test_new_sets_like_those_of_a_session_that_was_typed_again_come_in(lifter, fitnotes, bring):
    bring(lifter, fitnotes(2))
    (before,) = log.sessions(lifter)
    logging.delete(before.id)
    purge()
    log.add_session(lifter, typed(before))
    assert found(lifter, fitnotes(2)) == (0, 0)
    assert found(lifter, fitnotes(3)) == (1, 0)
