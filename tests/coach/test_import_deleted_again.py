"""The same log once more after a session was deleted here: it stays out unless it is wanted."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from planner.coach import importing, logging, parts, trash
from planner.coach.importing import Skipped
from planner.coach.refused import Refused
from planner.engine.terms import Lifter, Unit
from planner.storage import clients, log
from tests.content import content

LOGS = Path(__file__).parents[1] / "data" / "logs"
TODAY = date(2026, 11, 5)
MONDAY = ("2024-01-01 18:00:00", "A")


def delete(lifter, number=0):
    """Delete one of a lifter's sessions; return its id."""
    key = log.sessions(lifter)[number].id
    logging.delete(key)
    return key


def wanted_again(lifter, path):
    """Preview a file with what lies in the trash."""
    return parts.at_once(importing.understanding(lifter, importing.read(path), deleted_too=True))


@pytest.mark.parametrize("path", sorted(LOGS.glob("*.csv")), ids=lambda path: path.stem)
def test_a_session_that_was_deleted_stays_out_of_a_later_import(path, lifter, bring):
    bring(lifter, path)
    delete(lifter)
    again = importing.preview(lifter, path)
    assert (again.new_sets, len(again.kept_out)) == (0, 1)
    assert again.duplicates + again.kept_out_sets == again.sets
    assert importing.commit(lifter, again, TODAY) == importing.NOTHING_NEW


def test_the_preview_says_which_session_stays_out_and_where_it_is(lifter, write, week, bring):
    bring(lifter, write(*week))
    delete(lifter)
    (said,) = importing.preview(lifter, write(*week)).kept_out
    assert said == Skipped(2, "A of 1 Jan 2024 is in Deleted… and stays out")


def test_a_session_that_was_deleted_comes_in_again_when_that_is_wanted(lifter, write, week, bring):
    bring(lifter, write(*week))
    delete(lifter)
    again = wanted_again(lifter, write(*week))
    assert (again.new_sets, again.kept_out_sets, again.deleted_sets) == (3, 0, 3)
    importing.commit(lifter, again, TODAY)
    assert log.counts(lifter) == (2, 4)
    assert importing.preview(lifter, write(*week)).kept_out == ()


def test_what_else_is_new_comes_in_without_it(lifter, write, week, bring):
    bring(lifter, write(*week))
    delete(lifter)
    more = write(*week, ("2024-01-08 18:00:00", "A", "Plank", 0.0, 30))
    bring(lifter, more)
    assert [session.on.day for session in log.sessions(lifter)] == [5, 8]


def test_one_that_was_moved_or_edited_before_it_was_deleted_stays_out(lifter, bring):
    path = LOGS / "fitnotes.csv"
    bring(lifter, path)
    session = log.sessions(lifter)[0]
    logging.move(session.id, date(2030, 1, 1))
    logging.change_set(replace(session.exercises[0].sets[0], reps=1))
    logging.delete(session.id)
    assert len(importing.preview(lifter, path).kept_out) == 1


def test_one_that_taking_its_import_back_left_in_the_trash_stays_out(lifter, write, week, bring):
    brought = bring(lifter, write(*week))
    entry = log.sessions(lifter)[0].exercises[0].sets[0]
    logging.change_set(replace(entry, reps=6))
    delete(lifter)
    importing.undo_import(brought)
    again = importing.preview(lifter, write(*week))
    assert (again.new_sets, len(again.kept_out)) == (1, 1)


def test_one_deleted_since_it_came_in_the_wrong_unit_stays_out(lifter):
    path = LOGS / "strong-2018.csv"
    importing.commit(lifter, importing.preview(lifter, path, Unit.LB), TODAY)
    delete(lifter)
    assert len(importing.preview(lifter, path, Unit.KG).kept_out) == 1


def test_of_two_alike_of_which_one_was_deleted_the_other_is_known(lifter, write, week, bring):
    bring(lifter, write(*week))
    delete(lifter)
    importing.commit(lifter, wanted_again(lifter, write(*week)), TODAY)
    grown = importing.preview(lifter, write(*week, (*MONDAY, "Squat (Barbell)", 100.0, 5)))
    assert (grown.new_sets, grown.kept_out) == (1, ())


def test_other_training_on_the_day_of_a_deleted_session_comes_in(lifter, tmp_path, bring):
    head = "Date,Exercise,Category,Weight,Weight Unit,Reps,Distance,Distance Unit,Time\n"
    for name, exercise in (("one.csv", "Barbell Squat"), ("two.csv", "Plank")):
        row = f"2025-06-22,{exercise},Legs,100.0,kgs,{len(exercise)},,,\n"
        (tmp_path / name).write_text(head + row, "utf-8")
    bring(lifter, tmp_path / "one.csv")
    delete(lifter)
    assert importing.preview(lifter, tmp_path / "two.csv").new_sets == 1


def test_a_typed_session_that_was_deleted_stays_out_of_what_was_exported(
    squatter, tmp_path, export
):
    path = tmp_path / "log.csv"
    export(path, squatter)
    delete(squatter)
    assert len(importing.preview(squatter, path).kept_out) == 1


def test_an_empty_session_in_the_trash_keeps_nothing_out(lifter, write, week):
    start = logging.start_free(lifter, date(2024, 1, 1))
    log.update_session(replace(log.session(start), started_at=None))
    logging.delete(start)
    assert importing.preview(lifter, write(*week)).kept_out == ()


def test_what_another_lifter_deleted_keeps_nothing_out(lifter, write, week, bring):
    other = clients.add_lifter(Lifter(name="Bo"))
    bring(other, write(*week))
    delete(other)
    assert importing.preview(lifter, write(*week)).kept_out == ()


def test_a_session_that_is_in_the_log_again_is_not_put_back(lifter, write, database, week, bring):
    bring(lifter, write(*week))
    delete(lifter)
    importing.commit(lifter, wanted_again(lifter, write(*week)), TODAY)
    (made,) = trash.contents()
    before = content()
    with pytest.raises(Refused, match=r"A \(1 Jan 2024\) is in the log already"):
        trash.restore(made)
    assert content() == before
    delete(lifter)
    trash.restore(made)
    assert log.counts(lifter) == (2, 4)


def test_a_session_like_another_of_its_day_at_another_time_is_put_back(lifter, write, bring):
    rows = [(f"2024-01-01 {hour}:00:00", "Stretch", "Plank", 0.0, 30) for hour in ("08", "20")]
    bring(lifter, write(*rows))
    delete(lifter)
    (made,) = trash.contents()
    trash.restore(made)
    assert log.counts(lifter) == (2, 2)
