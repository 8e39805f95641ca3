"""The same log once more after a session was moved here: it is known by the rows of its file."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from planner.coach import importing, logging, parts
from planner.engine.terms import LoggedExercise, LoggedSet, Session, Unit
from planner.formats import csv_log
from planner.storage import imports, log

LOGS = Path(__file__).parents[1] / "data" / "logs"
HEAD = "Date,Exercise,Category,Weight,Weight Unit,Reps,Distance,Distance Unit,Time\n"
SUNDAY, MONDAY, FRIDAY = date(2025, 6, 22), date(2025, 6, 23), date(2025, 6, 27)


@pytest.fixture
def days(tmp_path):
    """Return a function that writes a FitNotes log: two squats on each of some days."""

    def make(*days, more=""):
        rows = (f"{day},Barbell Squat,Legs,100.0,kgs,5,,,\n" * 2 for day in days)
        path = tmp_path / "fitnotes.csv"
        path.write_text(HEAD + "".join(rows) + more, "utf-8")
        return path

    return make


@pytest.fixture
def squats(tmp_path):
    """Return a function that writes our own table: squats on days, each with the session's uid."""

    def make(*days, kg=100.0, more=0):
        entry = LoggedSet(kg, 5, load=kg)
        slot = LoggedExercise("back-squat", (entry,) * (2 + more))
        made = [Session(day, (slot,), name="Training", uid=uid) for day, uid in days]
        path = tmp_path / "planner.csv"
        path.write_text(csv_log.write(made, {}), "utf-8")
        return path

    return make


def moved(lifter, to=MONDAY):
    """Move a lifter's first session."""
    logging.move(log.sessions(lifter)[0].id, to)


@pytest.mark.parametrize("path", sorted(LOGS.glob("*.csv")), ids=lambda path: path.stem)
def test_a_session_that_was_moved_does_not_come_in_again(path, lifter, bring):
    bring(lifter, path)
    last = log.sessions(lifter)[-1]
    moved(lifter, last.on + timedelta(days=1))
    moved(lifter, last.on + timedelta(days=2))
    assert importing.preview(lifter, path).new_sets == 0


def test_a_session_moved_onto_a_day_of_the_file_does_not_come_in_again(lifter, days, bring):
    bring(lifter, days(SUNDAY, MONDAY))
    moved(lifter)
    assert importing.preview(lifter, days(SUNDAY, MONDAY)).new_sets == 0


def test_a_later_day_like_the_moved_one_is_a_session_of_its_own(lifter, days, bring):
    bring(lifter, days(SUNDAY))
    moved(lifter)
    later = importing.preview(lifter, days(SUNDAY, MONDAY))
    assert (later.new_sets, later.duplicates) == (2, 2)


def test_equal_days_of_a_file_are_sessions_of_their_own(lifter, days, bring):
    bring(lifter, days(MONDAY))
    assert importing.preview(lifter, days(SUNDAY, MONDAY)).new_sets == 2


def test_a_session_that_was_typed_is_no_moved_one(lifter, days, bring):
    bring(lifter, days(SUNDAY))
    (session,) = log.sessions(lifter)
    repeated = logging.repeat(lifter, session.id, MONDAY)
    slot = log.session(repeated).exercises[0]
    logging.log_sets(slot.id, [LoggedSet(100.0, 5, load=100.0)] * 2)
    imports.delete_sessions([session.id])
    assert importing.preview(lifter, days(SUNDAY)).new_sets == 2


def test_what_a_moved_session_has_grown_by_comes_in_beside_it(lifter, days, bring):
    bring(lifter, days(SUNDAY))
    moved(lifter)
    grown = days(SUNDAY, more=f"{SUNDAY},Leg Press,Legs,150.0,kgs,10,,,\n")
    assert importing.preview(lifter, grown).new_sets == 1
    bring(lifter, grown)
    assert importing.preview(lifter, grown).new_sets == 0
    moved(lifter, MONDAY + timedelta(days=7))  # what came in beside it
    assert importing.preview(lifter, grown).new_sets == 0


def test_a_moved_session_that_was_edited_stays_as_it_is(lifter, days, bring):
    bring(lifter, days(SUNDAY))
    moved(lifter)
    for entry in log.sessions(lifter)[0].exercises[0].sets:
        logging.change_set(replace(entry, reps=6))
    again = importing.preview(lifter, days(SUNDAY))
    assert again.new_sets == 0
    assert "is stored already with other sets; what is stored stays" in again.flagged[0].reason


def test_a_day_read_in_the_wrong_unit_is_known_by_its_rows(lifter, tmp_path, bring):
    path = tmp_path / "fitnotes.csv"
    path.write_text(
        "Date,Exercise,Category,Weight,Reps,Distance,Distance Unit,Time\n"
        "2025-06-22,Barbell Squat,Legs,100.0,5,,,\n"
    )
    importing.commit(lifter, importing.preview(lifter, path, Unit.LB), MONDAY)
    assert importing.preview(lifter, path, Unit.KG).new_sets == 0


@pytest.mark.parametrize("suffix", ["csv", "json", "xlsx"])
def test_a_session_moved_after_our_own_export_stays_out_and_that_is_said(
    suffix, squatter, tmp_path, export
):
    path = tmp_path / f"planner.{suffix}"
    export(path, squatter)
    first = log.sessions(squatter)[0]
    moved(squatter, MONDAY)
    again = importing.preview(squatter, path)
    assert (again.new_sets, again.kept_out_sets, again.duplicates) == (0, 3, 27)
    (said,) = again.kept_out
    assert said.reason == f"Moved here to 23 Jun 2025, stays out: Training of {told(first.on)}"


def test_who_wants_what_was_deleted_does_not_get_what_was_moved_a_second_time(
    lifter, squats, bring
):
    path = squats((SUNDAY, "s1"), (FRIDAY, "s2"))
    bring(lifter, path)
    logging.delete(log.sessions(lifter)[1].id)
    moved(lifter)
    wanted = importing.understanding(lifter, importing.read(path), deleted_too=True)
    made = parts.at_once(wanted)
    assert (made.new_sets, made.kept_out_sets, made.deleted_sets) == (2, 2, 2)
    importing.commit(lifter, made, MONDAY)
    assert log.counts(lifter) == (2, 4)


def test_rows_of_our_own_file_that_were_given_another_day_stay_out(lifter, squats, bring):
    bring(lifter, squats((SUNDAY, "s1")))
    again = importing.preview(lifter, squats((MONDAY, "s1")))
    assert (again.new_sets, again.kept_out_sets, again.deleted_sets) == (0, 2, 0)


def test_rows_that_were_copied_in_our_own_file_for_another_day_are_training(lifter, squats, bring):
    bring(lifter, squats((SUNDAY, "s1")))
    assert importing.preview(lifter, squats((SUNDAY, "s1"), (MONDAY, "s1"))).new_sets == 2


def test_other_training_under_the_name_of_a_session_of_ours_comes_in(lifter, squats, bring):
    bring(lifter, squats((SUNDAY, "s1")))
    assert importing.preview(lifter, squats((MONDAY, "s1"), kg=80.0)).new_sets == 2


def test_what_a_session_of_our_own_file_has_grown_by_comes_in_beside_the_moved_one(
    lifter, squats, bring
):
    bring(lifter, squats((SUNDAY, "s1")))
    moved(lifter)
    grown = squats((SUNDAY, "s1"), more=1)
    bring(lifter, grown)
    assert log.counts(lifter) == (2, 3)
    assert importing.preview(lifter, grown).new_sets == 0


def told(day):
    return f"{day.day} {day:%b %Y}"
