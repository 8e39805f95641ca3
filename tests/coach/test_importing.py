"""A log comes in whole, once, as one unit that can be taken back."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from planner.coach import backup_place, files, importing, library, steps, trash
from planner.coach.importing import Flagged, NameMatch
from planner.engine.terms import LoggedExercise, LoggedSet, Session, SetKind, Unit
from planner.storage import clients, log
from tests.content import content

LOGS = Path(__file__).parents[1] / "data" / "logs"
TODAY = date(2026, 11, 5)
MONDAY = ("2024-01-01 18:00:00", "A")
FRIDAY = ("2024-01-05 18:00:00", "B")
SQUAT = "Squat (Barbell)"
BENCH = "Bench Press (Barbell)"


@pytest.mark.parametrize("path", sorted(LOGS.glob("*.csv")), ids=lambda path: path.stem)
def test_every_row_of_a_log_is_stored_or_listed(path, lifter):
    made = importing.preview(lifter, path)
    assert made.rows == made.sets + len(made.skipped)
    importing.commit(lifter, made, TODAY)
    assert log.counts(lifter) == (len(made.sessions), made.sets)


@pytest.mark.parametrize("path", sorted(LOGS.glob("*.csv")), ids=lambda path: path.stem)
def test_importing_twice_adds_nothing(path, lifter, database, bring):
    bring(lifter, path)
    before = content()
    again = importing.preview(lifter, path)
    assert (again.new_sets, again.duplicates) == (0, again.sets)
    assert importing.commit(lifter, again, TODAY) == importing.NOTHING_NEW
    inside, step = steps.do(lambda: importing.commit(lifter, again, TODAY))
    assert (inside, step.rows) == (importing.NOTHING_NEW, 0)
    assert content() == before


def test_a_preview_stores_nothing(lifter, database):
    before = content()
    importing.preview(lifter, LOGS / "strong-2021.csv", Unit.LB, {"Leg Curl": None})
    assert content() == before


def test_the_preview_says_what_would_happen(lifter):
    made = importing.preview(lifter, LOGS / "strong-2021.csv")
    assert (made.format, made.unit, made.unit_stated) == ("Strong", Unit.KG, False)
    assert 0.5 < made.unit_confidence < 1
    assert (made.first_date, made.last_date) == (date(2021, 7, 10), date(2021, 7, 12))
    assert [row.line for row in made.skipped] == [3, 6]
    assert [row.line for row in made.flagged] == [13, 14]
    assert made.matches[0] == NameMatch(SQUAT, "back-squat", 4, True)
    assert made.sessions[0].exercises[0].exercise == "back-squat"


def test_everything_about_a_set_survives(lifter, bring):
    bring(lifter, LOGS / "hevy-kg.csv")
    push = log.sessions(lifter)[-1]
    bench, _, dip, pushdown = push.exercises
    assert (push.name, push.duration_s, push.finished) == ("Push 💪", 3900, True)
    assert bench.note == "pause\nat the chest"
    assert [entry.kind for entry in bench.sets] == [SetKind.WARMUP, SetKind.WORK, SetKind.FAILURE]
    assert [entry.rir for entry in bench.sets] == [None, 1.5, 0.0]
    assert dip.superset == pushdown.superset == 3
    assert (pushdown.sets[0].load, pushdown.sets[0].unit) == (50.0, Unit.LB)
    assert pushdown.sets[0].source_line == 7
    assert '"dropset",22.68,15' in pushdown.sets[0].source_text


def test_a_later_export_adds_only_what_is_new(lifter, write, week, bring):
    bring(lifter, write(*week[:3]))
    later = importing.preview(lifter, write(*week))
    assert (later.new_sets, later.duplicates) == (1, 3)
    importing.commit(lifter, later, TODAY)
    assert log.counts(lifter) == (2, 4)


@pytest.mark.parametrize("hours", [1, -1])
def test_an_export_shifted_by_an_hour_throughout_is_the_same_log(hours, lifter, write, week, bring):
    bring(lifter, write(*week))
    shifted = [
        (str(datetime.fromisoformat(at) + timedelta(hours=hours)), *rest) for at, *rest in week
    ]
    again = importing.preview(lifter, write(*shifted))
    assert again.new_sets == 0
    assert again.flagged == (
        Flagged(2, "all starts differ by an hour from what is stored; taken as the same sessions"),
    )


def test_the_same_training_an_hour_later_is_another_session(lifter, write, week, bring):
    bring(lifter, write(*week))
    twice = [*week, *[("2024-01-01 19:00:00", *rest) for at, *rest in week[:3]]]
    assert importing.preview(lifter, write(*twice)).new_sets == 3


def test_an_export_with_renamed_exercises_is_the_same_log(lifter, write, week, bring):
    bring(lifter, write(*week))
    renamed = [(at, name, f"{what} meine", kg, reps) for at, name, what, kg, reps in week]
    assert importing.preview(lifter, write(*renamed)).new_sets == 0


def test_a_renamed_workout_is_the_same_session(lifter, write, week, bring):
    bring(lifter, write(*week))
    assert (
        importing.preview(lifter, write(*[(at, "Z", *rest) for at, _, *rest in week])).new_sets == 0
    )


def test_a_session_that_grew_brings_its_new_sets_as_a_session_beside_it(lifter, write, week, bring):
    bring(lifter, write(*week))
    grown = write(*week, (*MONDAY, BENCH, 80.0, 8), (*MONDAY, SQUAT, 60.0, 10))
    more = importing.preview(lifter, grown)
    assert (more.new_sets, more.duplicates) == (2, 4)
    assert "A of 1 Jan 2024 is stored already; 2 new sets come in" in more.flagged[0].reason
    importing.commit(lifter, more, TODAY)
    assert log.counts(lifter) == (3, 6)
    assert importing.preview(lifter, grown).new_sets == 0


def test_a_session_that_grew_under_other_names_is_found_too(lifter, write, week, bring):
    bring(lifter, write(*week))
    rows = [(at, name, f"{what} meine", kg, reps) for at, name, what, kg, reps in week]
    assert importing.preview(lifter, write(*rows, (*MONDAY, "Curl", 20.0, 9))).new_sets == 1


def test_what_was_edited_here_is_not_doubled_by_a_later_export(lifter, write, week, bring):
    bring(lifter, write(*week))
    entry = log.sessions(lifter)[0].exercises[0].sets[0]
    log.update_set(replace(entry, reps=6))
    again = importing.preview(lifter, write(*week))
    assert again.new_sets == 0
    assert "is stored already with other sets; what is stored stays" in again.flagged[0].reason


def test_the_wrong_unit_at_first_does_not_double_the_log(lifter):
    path = LOGS / "strong-2018.csv"
    importing.commit(lifter, importing.preview(lifter, path, Unit.LB), TODAY)
    assert importing.preview(lifter, path, Unit.KG).new_sets == 0


def test_a_day_without_times_is_the_stored_day_when_most_sets_agree(lifter, tmp_path, bring):
    bring(lifter, LOGS / "fitnotes.csv")
    text = (LOGS / "fitnotes.csv").read_text()
    later = tmp_path / "later.csv"
    later.write_text(text + "2026-08-12,Leg Press,Legs,150.0,kgs,10,,,,\n", "utf-8")
    assert importing.preview(lifter, later).new_sets == 1


def test_other_training_on_the_same_day_is_new(lifter):
    other = LoggedExercise("plank", (LoggedSet(None, None, seconds=60.0),))
    log.add_session(lifter, Session(date(2026, 8, 12), (other,)))
    assert importing.preview(lifter, LOGS / "fitnotes.csv").duplicates == 0


def test_two_exports_of_one_day_that_know_and_do_not_know_the_time_come_in_once(
    lifter, tmp_path, bring
):
    bring(lifter, LOGS / "strong-2016.csv")
    path = tmp_path / "fitnotes.csv"
    path.write_text(
        "Date,Exercise,Category,Weight (lbs),Reps\n2016-11-02,Barbell Squat,Legs,135,5\n"
        "2016-11-02,Barbell Squat,Legs,225,5\n",
        "utf-8",
    )
    assert importing.preview(lifter, path).new_sets == 0


def test_lifters_do_not_share_duplicates(lifter, bring):
    bring(lifter, LOGS / "strong-2021.csv")
    other = clients.add_lifter(replace(clients.lifter(lifter), name="Bo", id=None, uid=""))
    assert importing.preview(other, LOGS / "strong-2021.csv").duplicates == 0


def test_a_stale_preview_brings_nothing_twice(lifter):
    first, second = (importing.preview(lifter, LOGS / "strong-2021.csv") for _ in range(2))
    importing.commit(lifter, first, TODAY)
    assert importing.commit(lifter, second, TODAY) == importing.NOTHING_NEW


# names
def test_an_import_is_listed_with_what_it_brought(lifter, bring):
    bring(lifter, LOGS / "strong-2021.csv")
    [record] = importing.imports(lifter)
    assert (record.file_name, record.format) == ("strong-2021.csv", "Strong")
    assert (record.imported_on, record.sessions, record.sets) == (TODAY, 2, 10)


def test_taking_an_import_back_leaves_no_trace(lifter, write, database, week, bring):
    path = write(*week, (*FRIDAY, "Zwergenwurf", 20.0, 9))
    before = content()
    assert importing.undo_import(bring(lifter, path)) == []
    assert content() == before


def test_sessions_edited_since_are_kept_and_named(lifter, write, week, bring):
    rows = (*week, ("2024-01-08", "", "Zwerg", 5, 5), ("2024-01-09", "", "Gnom", 5, 5))
    made = bring(lifter, write(*rows))
    monday, _, eighth, _ = log.sessions(lifter)
    log.update_set(replace(monday.exercises[0].sets[0], reps=6))
    log.update_session(replace(eighth, note="good"))
    assert importing.undo_import(made) == ["A (1 Jan 2024)", "8 Jan 2024"]
    assert [session.on.day for session in log.sessions(lifter)] == [1, 8]
    assert [exercise.name for exercise in library.exercises() if exercise.custom] == ["Zwerg"]


def test_sessions_edited_and_then_deleted_stay_in_the_trash_and_are_named(
    lifter, write, week, bring
):
    made = bring(lifter, write(*week, ("2024-01-08", "", "Zwerg", 5, 5), (*FRIDAY, "Gnom", 5, 5)))
    monday, friday, eighth = log.sessions(lifter)
    log.update_set(replace(monday.exercises[0].sets[0], reps=6))
    log.update_session(replace(eighth, note="good"))
    for each in (monday, friday, eighth):
        log.trash_session(each.id)
    kept = ["A (1 Jan 2024, in the trash)", "8 Jan 2024 (in the trash)"]
    assert importing.undo_import(made) == kept
    assert [each.on.day for each in trash.contents()] == [8, 1]
    assert [exercise.name for exercise in library.exercises() if exercise.custom] == ["Zwerg"]


def test_an_exercise_of_the_library_stays_when_an_import_goes(lifter, write, week, bring):
    importing.undo_import(bring(lifter, write(*week)))
    assert library.exercise("back-squat").name


def test_an_import_that_is_not_there_cannot_be_taken_back(lifter):
    with pytest.raises(LookupError):
        importing.undo_import(77)


def test_undo_and_redo_work_on_an_import_as_on_everything(lifter, write, database, week):
    path = write(*week, (*FRIDAY, "Zwergenwurf", 20.0, 9))
    before = content()
    made = importing.preview(lifter, path)
    _, step = steps.do(lambda: importing.commit(lifter, made, TODAY))
    after = content()
    again = steps.revert(step)
    assert content() == before
    steps.revert(again)
    assert content() == after


def test_a_backup_is_made_before_an_import(lifter, database, bring):
    bring(lifter, LOGS / "strong-2021.csv")
    [backup] = backup_place.usual(database).glob("*.db")
    assert files.contents(backup)["logged_set"] == 0


def test_inside_a_step_the_backup_is_left_to_whoever_began_it(lifter, database):
    made = importing.preview(lifter, LOGS / "strong-2021.csv")
    steps.do(lambda: importing.commit(lifter, made, TODAY))
    assert log.counts(lifter) == (2, 10)
    assert files.last_backup(database) is None


def test_a_failure_in_the_middle_stores_nothing(lifter, write, database, week):
    made = importing.preview(lifter, write(*week, (*FRIDAY, "Zwergenwurf", 20.0, 9)))
    before = content()
    broken = replace(made, matches=made.matches[:-1])  # the new exercise is not made
    with pytest.raises(LookupError):
        importing.commit(lifter, broken, TODAY)
    assert content() == before


def test_storing_and_taking_back_that_are_stopped_half_way_leave_the_file_as_it_was(
    lifter, write, bring, database
):
    days = [f"2024-{1 + day // 28:02d}-{1 + day % 28:02d} 18:00:00" for day in range(120)]
    path = write(*((on, "A", SQUAT, 100.0, 5) for on in days))
    made, before = importing.preview(lifter, path), content()
    assert stopped_after(2, importing.storing(lifter, made, TODAY)) == before
    key = bring(lifter, path)
    stored = content()
    assert stopped_after(2, importing.taking_back(key)) == stored
    assert importing.undo_import(key) == []
    assert content() == before


def stopped_after(parts, work):
    """Do some parts of a piece of work, stop it, and return what the file holds then."""
    for _ in range(parts):
        next(work)
    work.close()
    return content()
