"""Two computers of one trainer: what was written on either is on both after merging."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from planner.engine.terms import (
    CheckIn,
    Exercise,
    Lifter,
    LoggedExercise,
    LoggedSet,
    Mesocycle,
    Microcycle,
    PlannedExercise,
    PlannedSession,
    PlannedSet,
    Session,
)
from planner.storage import clients, library, log, plan, rows, undo
from planner.storage.merging import Key
from tests.storage.merging.computers import Computers

DAY = date(2026, 3, 2)
SQUATS = Session(DAY, (LoggedExercise("squat", (LoggedSet(100.0, 5), LoggedSet(105.0, 5))),))
WEEK = Microcycle(
    1, DAY, (PlannedSession("Legs", 0, (PlannedExercise("squat", (PlannedSet(5, 5),)),)),)
)
BLOCK = Mesocycle("Base", DAY, (WEEK,))


def ann() -> int:
    return next(each.id for each in clients.lifters() if each.name == "Ann" and each.id)


def test_what_was_logged_on_the_laptop_comes_to_the_desk_once(computers: Computers) -> None:
    computers.at(computers.laptop)
    log.add_session(ann(), SQUATS)
    there = computers.content()
    computers.at(computers.desk)
    computers.merge(computers.laptop)
    assert computers.content() == there
    before = rows.fetch("SELECT * FROM logged_set")
    assert computers.merge(computers.laptop).statements == ()
    assert rows.fetch("SELECT * FROM logged_set") == before


def test_a_client_who_is_not_here_comes_in_whole(computers: Computers) -> None:
    computers.at(computers.laptop)
    bo = clients.add_lifter(Lifter(name="Bo", bodyweight_kg=80.0))
    key = plan.add_mesocycle(bo, BLOCK)
    planned = plan.mesocycle(key).weeks[0].sessions[0]
    slot = LoggedExercise(
        "squat", (LoggedSet(1.0, 1),), planned_exercise_id=planned.exercises[0].id
    )
    log.add_session(bo, Session(DAY, (slot,), planned_session_id=planned.id))
    there = computers.content()
    computers.at(computers.desk)
    clients.add_lifter(Lifter(name="Cy"))  # takes the id that Bo has on the laptop
    computers.merge(computers.laptop)
    found = computers.content()
    assert {table: rows for table, rows in found.items() if table != "lifter"} == {
        table: rows for table, rows in there.items() if table != "lifter"
    }
    assert {each.name for each in clients.lifters()} == {"Ann", "Bo", "Cy"}


def heavier_on_the_laptop(computers: Computers) -> LoggedSet:
    """Put a load up on the laptop in a session that both have; return the set, back at the desk."""
    computers.at(computers.desk)
    log.add_session(ann(), SQUATS)
    computers.at(computers.laptop)
    computers.merge(computers.desk)
    entry = log.sessions(ann())[0].exercises[0].sets[0]
    log.update_set(replace(entry, load_kg=102.5))
    computers.at(computers.desk)
    return entry


def test_of_two_versions_of_a_set_the_later_one_wins_and_undo_brings_back_the_other(
    computers: Computers, all_rows: Callable[[], list[str]]
) -> None:
    heavier_on_the_laptop(computers)
    before = all_rows()
    step = computers.merge(computers.laptop)
    assert log.sessions(ann())[0].exercises[0].sets[0].load_kg == 102.5
    again = undo.revert(step)
    assert all_rows() == before
    undo.revert(again)
    assert log.sessions(ann())[0].exercises[0].sets[0].load_kg == 102.5


def test_the_earlier_version_stands_when_it_is_chosen_and_then_wins_everywhere(
    computers: Computers,
) -> None:
    entry = heavier_on_the_laptop(computers)
    computers.merge(computers.laptop, Key("pair", "logged_set", entry.id or 0))
    assert log.sessions(ann())[0].exercises[0].sets[0].load_kg == 100.0
    computers.at(computers.laptop)
    computers.merge(computers.desk)
    assert log.sessions(ann())[0].exercises[0].sets[0].load_kg == 100.0


def test_what_the_desk_deleted_stays_deleted_and_goes_from_the_laptop(
    computers: Computers,
) -> None:
    computers.at(computers.desk)
    log.add_session(ann(), SQUATS)
    computers.at(computers.laptop)
    computers.merge(computers.desk)
    computers.at(computers.desk)
    rows.remove("session", log.sessions(ann())[0].id or 0)
    computers.merge(computers.laptop)
    assert log.sessions(ann()) == []
    gone = computers.content()
    computers.at(computers.laptop)
    computers.merge(computers.desk)
    assert computers.content() == gone


def test_what_was_changed_after_it_was_deleted_elsewhere_comes_back(computers: Computers) -> None:
    computers.at(computers.desk)
    log.add_session(ann(), SQUATS)
    computers.at(computers.laptop)
    computers.merge(computers.desk)
    computers.at(computers.desk)
    rows.remove("session", log.sessions(ann())[0].id or 0)
    computers.at(computers.laptop)
    log.add_set(log.sessions(ann())[0].exercises[0].id or 0, LoggedSet(110.0, 3))
    there = computers.content()
    computers.at(computers.desk)
    computers.merge(computers.laptop)
    assert computers.content() == there
    computers.at(computers.laptop)
    computers.merge(computers.desk)
    assert computers.content() == there


def test_a_day_that_was_noted_on_both_computers_is_one_day(computers: Computers) -> None:
    computers.at(computers.desk)
    clients.record_bodyweight(ann(), DAY, 80.0)
    clients.save_check_in(ann(), CheckIn(DAY, sleep=2))
    computers.at(computers.laptop)
    clients.record_bodyweight(ann(), DAY, 80.4)
    clients.save_check_in(ann(), CheckIn(DAY, sleep=4))
    there = computers.content()
    computers.at(computers.desk)
    computers.merge(computers.laptop)
    assert clients.bodyweights(ann()) == [(DAY, 80.4)]
    assert computers.content() == there
    computers.at(computers.laptop)
    assert computers.merge(computers.desk).statements == ()


def test_an_own_exercise_comes_along_with_what_it_trains_and_is_called(
    computers: Computers,
) -> None:
    computers.at(computers.laptop)
    mine = replace(library.exercise("squat"), slug="box-squat", name="Box", custom=True, id=None)
    library.save_exercise(replace(mine, uid="", aliases=("Kiste",)))
    log.add_session(ann(), Session(DAY, (LoggedExercise("box-squat", (LoggedSet(1.0, 1),)),)))
    there = computers.content()
    computers.at(computers.desk)
    computers.merge(computers.laptop)
    assert computers.content() == there
    found = library.exercise("box-squat")
    assert (found.aliases, found.muscles) == (("Kiste",), mine.muscles)


def test_the_programs_own_exercises_are_never_overwritten_and_come_only_when_used(
    computers: Computers,
) -> None:
    computers.at(computers.laptop)
    newer = (Exercise("squat", "Squat, renamed"), Exercise("jump", "Jump"), Exercise("hop", "Hop"))
    library.install(newer, "2")
    log.add_session(ann(), Session(DAY, (LoggedExercise("hop", (LoggedSet(None, 5),)),)))
    computers.at(computers.desk)
    computers.merge(computers.laptop)
    assert library.exercise("squat").name == "Squat"
    assert "jump" not in library.by_slug()
    assert log.sessions(ann())[0].exercises[0].exercise == "hop"


def test_an_exercise_of_the_programs_own_comes_with_a_slot_that_was_changed_to_it(
    computers: Computers,
) -> None:
    computers.at(computers.desk)
    log.add_session(ann(), replace(SQUATS, exercises=SQUATS.exercises * 3))
    computers.at(computers.laptop)
    computers.merge(computers.desk)
    library.install((Exercise("squat", "Squat"), Exercise("hop", "Hop")), "2")
    for slot in log.sessions(ann())[0].exercises[:2]:
        rows.touch("logged_exercise", slot.id or 0, exercise_id=library.ids_of(("hop",))[0])
    computers.at(computers.desk)
    second = log.sessions(ann())[0].exercises[1].id or 0
    rows.touch("logged_exercise", second, note="later here")
    computers.merge(computers.laptop)
    slots = log.sessions(ann())[0].exercises
    assert [slot.exercise for slot in slots] == ["hop", "squat", "squat"]
