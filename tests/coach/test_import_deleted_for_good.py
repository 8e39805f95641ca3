"""The same log once more after a set, or a session, was deleted for good: neither comes in."""

from datetime import date
from pathlib import Path

import pytest

from planner.coach import files, importing, logging, merging, parts, steps
from planner.engine.terms import Lifter
from planner.storage import clients, imports, log
from tests.purging import purge

LOGS = Path(__file__).parents[1] / "data" / "logs"
TODAY = date(2026, 11, 5)
HEAD = "Date,Exercise,Category,Weight,Weight Unit,Reps,Distance,Distance Unit,Time\n"
ROW = "2025-06-22,Barbell Squat,Legs,100.0,kgs,5,,,\n"


@pytest.fixture
def fitnotes(tmp_path):
    """Return a function that writes a FitNotes log of equal straight sets."""

    def make(sets, more=""):
        path = tmp_path / "fitnotes.csv"
        path.write_text(HEAD + ROW * sets + more, "utf-8")
        return path

    return make


def purged(lifter, number=0):
    """Delete one of a lifter's sessions, a month ago."""
    logging.delete(log.sessions(lifter)[number].id)
    purge()


def delete_set(lifter):
    """Delete the first set of a lifter's first session."""
    logging.remove_set(log.sessions(lifter)[0].exercises[0].sets[0].id)


def wanted_again(lifter, path):
    """Preview a file with what was deleted."""
    return parts.at_once(importing.understanding(lifter, importing.read(path), deleted_too=True))


@pytest.mark.parametrize("path", sorted(LOGS.glob("*.csv")), ids=lambda path: path.stem)
def test_a_deleted_set_and_a_session_that_left_the_trash_stay_out(path, lifter, bring):
    bring(lifter, path)
    delete_set(lifter)
    if len(log.sessions(lifter)) > 1:
        purged(lifter, -1)
    again = importing.preview(lifter, path)
    assert again.new_sets == 0
    assert again.kept_out
    assert again.duplicates + again.kept_out_sets == again.sets
    assert importing.commit(lifter, again, TODAY) == importing.NOTHING_NEW


def test_the_preview_says_what_was_deleted(lifter, write, week, bring):
    bring(lifter, write(*week))
    delete_set(lifter)
    purged(lifter, 1)
    said = [each.reason for each in importing.preview(lifter, write(*week)).kept_out]
    assert said == [
        "Deleted here, stays out: 1 set of A of 1 Jan 2024",
        "Deleted here, stays out: B of 5 Jan 2024",
    ]


def test_what_was_deleted_comes_in_again_when_that_is_wanted(lifter, write, week, bring):
    bring(lifter, write(*week))
    delete_set(lifter)
    purged(lifter, 1)
    importing.commit(lifter, wanted_again(lifter, write(*week)), TODAY)
    assert log.counts(lifter) == (3, 4)
    again = importing.preview(lifter, write(*week))
    assert (again.new_sets, again.kept_out) == (0, ())


def test_of_straight_sets_as_many_stay_out_as_were_deleted(lifter, fitnotes, bring):
    bring(lifter, fitnotes(5))
    delete_set(lifter)
    assert importing.preview(lifter, fitnotes(5)).new_sets == 0
    bring(lifter, fitnotes(5, "2025-06-22,Leg Press,Legs,150.0,kgs,10,,,\n"))
    assert [len(slot.sets) for each in log.sessions(lifter) for slot in each.exercises] == [4, 1]
    later = importing.preview(lifter, fitnotes(7, "2025-06-22,Leg Press,Legs,150.0,kgs,10,,,\n"))
    assert (later.new_sets, later.kept_out_sets) == (2, 1)
    (grown,) = later.flagged
    assert "2 new sets come in as a session of their own" in grown.reason


def test_an_exercise_that_was_taken_out_of_a_session_stays_out(lifter, write, week, bring):
    bring(lifter, write(*week))
    logging.remove_exercise(log.sessions(lifter)[0].exercises[0].id)
    again = importing.preview(lifter, write(*week))
    assert (again.new_sets, again.kept_out_sets) == (0, 2)


def test_a_set_whose_deletion_was_taken_back_is_there(lifter, write, week, bring):
    bring(lifter, write(*week))
    _, step = steps.do(lambda: delete_set(lifter))
    steps.revert(step)
    again = importing.preview(lifter, write(*week))
    assert (again.new_sets, again.kept_out, again.duplicates) == (0, (), 4)


@pytest.mark.parametrize("suffix", ["csv", "json", "xlsx"])
def test_what_was_deleted_since_our_own_export_stays_out(suffix, squatter, tmp_path, export):
    path = tmp_path / f"planner.{suffix}"
    export(path, squatter)
    delete_set(squatter)
    logging.remove_exercise(log.sessions(squatter)[1].exercises[0].id)
    purged(squatter, 2)
    again = importing.preview(squatter, path)
    assert (again.new_sets, again.kept_out_sets, len(again.kept_out)) == (0, 7, 3)


def test_what_taking_an_import_back_deleted_comes_in_again(lifter, write, week, bring):
    brought = bring(lifter, write(*week))
    importing.undo_import(brought)
    purge()
    assert importing.preview(lifter, write(*week)).new_sets == 4


def test_what_another_lifter_deleted_for_good_keeps_nothing_out(lifter, write, week, bring):
    other = clients.add_lifter(Lifter(name="Bo"))
    bring(other, write(*week))
    purged(other)
    again = importing.preview(lifter, write(*week))
    assert (again.new_sets, again.kept_out) == (4, ())


def test_of_what_was_deleted_no_text_is_kept(lifter, write, week, bring, database):
    bring(lifter, write(*week, ("2024-01-09 18:00:00", "Zwergenfest", "Zwergenwurf", 20.0, 9)))
    purged(lifter, -1)
    imports.delete_import(imports.imports(lifter)[0].id)
    files.close_file()
    assert b"Zwergenfest" not in database.read_bytes()


def test_another_computer_learns_by_merging_what_was_deleted(
    lifter, write, week, bring, database, tmp_path
):
    bring(lifter, write(*week))
    laptop = files.back_up(tmp_path / "laptop.db")
    delete_set(lifter)
    purged(lifter, 1)
    files.open_quickly(laptop)
    parts.at_once(merging.apply(parts.at_once(merging.look(merging.fetch(database))), {}))
    again = importing.preview(clients.lifters()[0].id, write(*week))
    assert (again.new_sets, again.kept_out_sets) == (0, 2)


def test_new_training_comes_in_beside_what_was_deleted(lifter, write, week, bring):
    bring(lifter, write(*week))
    purged(lifter, 1)
    days = [(f"2024-02-{day:02} 18:00:00", "C", "Plank", 0.0, day) for day in range(1, 29)]
    more = [(f"2024-03-{day:02} 18:00:00", "C", "Plank", 0.0, day) for day in range(1, 29)]
    again = importing.preview(lifter, write(*week, *days, *more))
    assert (again.new_sets, again.kept_out_sets) == (56, 1)


def test_of_equal_sets_one_that_was_deleted_stays_out_where_another_is_new(
    lifter, write, week, bring
):
    bring(lifter, write(*week))
    delete_set(lifter)
    squats = ("2024-01-01 18:00:00", "A", "Squat (Barbell)")
    again = importing.preview(lifter, write(*week, (*squats, 110.0, 3)))
    assert (again.new_sets, again.kept_out_sets) == (1, 1)
