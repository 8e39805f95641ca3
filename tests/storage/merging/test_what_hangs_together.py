"""Merging rows that point at each other: moved exercises, links to plans, own exercises."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from planner.engine.terms import (
    LoggedExercise,
    LoggedSet,
    Mesocycle,
    Microcycle,
    Muscle,
    PlannedExercise,
    PlannedSession,
    PlannedSet,
    Session,
)
from planner.storage import clients, library, log, plan, plan_order, rows
from planner.storage.merging import Key
from tests.storage.merging.computers import Computers

DAY = date(2026, 3, 2)
LINE = PlannedExercise("squat", (PlannedSet(5, 5),))
WEEK = Microcycle(1, DAY, (PlannedSession("Legs", 0, (LINE,)), PlannedSession("Rest", 2)))
ANN = 1


@pytest.fixture
def both(computers: Computers) -> Computers:
    """Give both computers a plan and a session; sit down at the laptop."""
    computers.at(computers.desk)
    plan.add_mesocycle(ANN, Mesocycle("Base", DAY, (WEEK,)))
    log.add_session(ANN, Session(DAY, note="as it was"))
    computers.at(computers.laptop)
    computers.merge(computers.desk)
    return computers


def planned_days() -> list[list[str]]:
    [block] = [plan.mesocycle(each.id or 0) for each in plan.mesocycles(ANN)]
    [week] = block.weeks
    return [[made.exercise for made in session.exercises] for session in week.sessions]


def meet(both: Computers) -> None:
    """Merge the laptop into the desk and the desk into the laptop; both must have the same."""
    both.at(both.desk)
    both.merge(both.laptop)
    found = both.content()
    both.at(both.laptop)
    both.merge(both.desk)
    assert both.content() == found


def test_an_exercise_that_was_moved_outlives_the_session_it_was_in(both: Computers) -> None:
    first, second = plan.mesocycle(1).weeks[0].sessions
    plan_order.place_exercises(second.id or 0, [first.exercises[0].id or 0])
    plan.delete_planned_session(first.id or 0)
    meet(both)
    assert planned_days() == [["squat"]]


def test_an_exercise_that_was_moved_to_a_session_deleted_since_stays_where_it_was(
    both: Computers,
) -> None:
    first, second = plan.mesocycle(1).weeks[0].sessions
    plan_order.place_exercises(second.id or 0, [first.exercises[0].id or 0])
    both.at(both.desk)
    plan.delete_planned_session(plan.mesocycle(1).weeks[0].sessions[1].id or 0)
    meet(both)
    assert planned_days() == [["squat"]]


@pytest.mark.parametrize("plan_at_the_desk", [True, False])
def test_a_link_to_a_plan_is_kept_when_the_later_version_cannot_know_the_plan(
    both: Computers, plan_at_the_desk: bool
) -> None:
    first, then = (both.desk, both.laptop) if plan_at_the_desk else (both.laptop, both.desk)
    both.at(first)
    block = plan.mesocycle(plan.add_mesocycle(ANN, Mesocycle("New", DAY, (WEEK,))))
    planned = block.weeks[0].sessions[0].id
    log.update_session(replace(log.sessions(ANN)[0], planned_session_id=planned))
    both.at(then)
    log.update_session(replace(log.sessions(ANN)[0], note="later"))
    meet(both)
    [session] = log.sessions(ANN)
    assert session.note == "later"
    assert session.planned_session_id is not None


def test_a_link_that_was_taken_off_knowing_the_plan_stays_off(both: Computers) -> None:
    planned = plan.mesocycle(1).weeks[0].sessions[0].id
    log.update_session(replace(log.sessions(ANN)[0], planned_session_id=planned))
    both.at(both.desk)
    both.merge(both.laptop)
    log.update_session(replace(log.sessions(ANN)[0], planned_session_id=None))
    meet(both)
    assert log.sessions(ANN)[0].planned_session_id is None


def test_a_new_exercise_in_a_session_that_the_other_computer_deleted_brings_it_back(
    both: Computers,
) -> None:
    first = plan.mesocycle(1).weeks[0].sessions[0]
    plan.add_planned_exercise(first.id or 0, LINE)
    both.at(both.desk)
    plan.delete_planned_session(first.id or 0)
    rows.execute("UPDATE gone SET gone_at = 1")  # long before
    meet(both)
    assert planned_days() == [["squat", "squat"], []]


def test_an_own_exercise_changes_with_its_muscles_and_goes_when_nothing_needs_it(
    both: Computers,
) -> None:
    squat = replace(library.exercise("squat"), uid="", id=None, custom=True, aliases=())
    for slug in ("box", "pin"):
        library.save_exercise(replace(squat, slug=slug, name=slug))
    both.at(both.desk)
    both.merge(both.laptop)
    library.save_exercise(replace(library.exercise("box"), muscles=((Muscle.CALVES, 1.0),)))
    library.delete_exercise("pin")
    meet(both)
    assert library.exercise("box").muscles == ((Muscle.CALVES, 1.0),)
    assert "pin" not in library.by_slug()


def test_an_own_exercise_that_is_used_here_outlives_its_deletion_there(both: Computers) -> None:
    squat = replace(library.exercise("squat"), uid="", id=None, custom=True, aliases=())
    library.save_exercise(replace(squat, slug="box", name="Box"))
    both.at(both.desk)
    both.merge(both.laptop)
    log.add_session(ANN, Session(DAY, (LoggedExercise("box", (LoggedSet(1.0, 1),)),)))
    both.at(both.laptop)
    library.delete_exercise("box")
    meet(both)
    assert library.exercise("box").name == "Box"


def test_names_and_settings_of_the_other_computer_come_where_there_are_none(
    both: Computers,
) -> None:
    for alias in ("Kniebeuge", "Hocke"):
        library.add_alias("squat", alias)
    for key, value in (("goes/a", "laptop"), ("goes/b", "broken"), ("stays", "laptop")):
        clients.change_setting(key, value)
    both.at(both.desk)
    library.add_alias("bench_press", "Hocke")
    clients.change_setting("goes/a", "desk")
    both.merge(both.laptop)
    assert library.aliases()["Kniebeuge"] == "squat"
    assert library.aliases()["Hocke"] == "bench_press"
    assert [clients.setting(key) for key in ("goes/a", "goes/b", "stays")] == ["desk", "", ""]
    both.merge(both.laptop, Key("setting", "setting", "goes/a"))
    assert clients.setting("goes/a") == "laptop"


def test_of_many_rows_none_is_missed(both: Computers) -> None:
    both.at(both.desk)
    sets = tuple(LoggedSet(float(n), 5) for n in range(30))
    for _ in range(90):
        log.add_session(ANN, Session(DAY, (LoggedExercise("squat", sets),)))
    meet(both)
    assert log.counts(ANN) == (91, 2700)
