"""Own programs: a block saved, started by anybody, renamed and deleted."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from planner.coach import blocks, own_programs, planning, programs
from planner.coach.own_programs import OwnProgram, OwnWeek
from planner.coach.refused import Refused
from planner.engine.terms import PlannedExercise, PlannedSession, PlannedSet
from planner.storage import plan

MONDAY = date(2026, 11, 9)
BENCH = PlannedExercise("bench-press", (PlannedSet(8, 10, rir=2.0),) * 3)
PAIR = OwnProgram("", "Pair", (OwnWeek(0, (PlannedSession("A", 1, (BENCH,)),)),))


@pytest.fixture
def block(squatter: int, today: date) -> int:
    return planning.start_program(squatter, "steady-fives", today, today)


def test_a_block_becomes_a_program_without_loads(squatter, block, today):
    made = own_programs.draft(block)
    assert (made.name, made.slug) == ("Steady fives (own)", "")
    assert made.minutes == max(planning.view(squatter, today, today).minutes.values())
    sets = [
        entry
        for week in made.weeks
        for session in week.sessions
        for planned in session.exercises
        for entry in planned.sets
    ]
    assert sets
    assert all(entry.load_kg is None and entry.load is None for entry in sets)


def test_a_block_that_is_saved_again_is_given_another_name(block):
    own_programs.save(own_programs.draft(block))
    assert own_programs.draft(block).name == "Steady fives (own) (2)"


def test_a_program_that_is_started_has_the_lifters_loads(squatter, block, today):
    slug = own_programs.save(own_programs.draft(block))
    first = plan.mesocycle(block)
    key = programs.start_program(squatter, slug, today + timedelta(days=7), today)
    again = plan.mesocycle(key)
    assert (again.program, again.name) == (slug, "Steady fives (own)")
    assert again.weeks[0].starts_on == today + timedelta(days=7)
    assert [s.name for s in again.weeks[0].sessions] == [s.name for s in first.weeks[0].sessions]
    loads = [
        entry.load_kg
        for planned in again.weeks[0].sessions[0].exercises
        if planned.exercise == "back-squat"
        for entry in planned.sets
    ]
    assert loads
    assert all(loads)


@pytest.mark.usefixtures("database")
def test_names_of_programs_are_not_empty_and_not_taken():
    own_programs.save(PAIR)
    for name, words in (
        (" ", "A name is needed"),
        (" pair ", "called pair already"),
        ("Steady  fives", "called"),
    ):
        with pytest.raises(Refused, match=words):
            own_programs.save(OwnProgram("", name, PAIR.weeks))


@pytest.mark.usefixtures("database")
def test_a_program_is_renamed_and_deleted():
    slug = own_programs.save(PAIR)
    assert slug == "own-pair"
    own_programs.rename(slug, " Two  lifts ")
    assert [(made.slug, made.name) for made in own_programs.programs()] == [(slug, "Two lifts")]
    assert own_programs.days_a_week(own_programs.program(slug)) == 1
    own_programs.delete(slug)
    assert own_programs.programs() == []


def test_an_empty_block_is_no_program(lifter, today):
    key = blocks.new_mesocycle(lifter, "Empty", today, 4)
    with pytest.raises(Refused, match="no exercises"):
        own_programs.draft(key)


def test_a_program_whose_exercise_is_gone_is_not_started(lifter, today):
    gone = OwnWeek(0, (PlannedSession("A", 0, (PlannedExercise("gone"),)),))
    slug = own_programs.save(OwnProgram("", "Old", (gone,)))
    with pytest.raises(Refused, match="Old needs exercises that are gone: gone"):
        programs.start_program(lifter, slug, today, today)


@pytest.mark.usefixtures("database")
def test_a_program_is_looked_at_from_any_day():
    slug = own_programs.save(PAIR)
    (week,) = own_programs.block(slug, MONDAY).weeks
    assert (week.starts_on, week.sessions[0].exercises) == (MONDAY, (BENCH,))
