"""Programs on offer: the user's own beside those that ship."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from planner.coach import offering, own_programs, planning, program_days, programs
from planner.coach.choosing import Wish
from planner.coach.own_programs import OwnProgram, OwnWeek
from planner.engine.terms import (
    Equipment,
    Experience,
    Goal,
    PlannedExercise,
    PlannedSession,
    PlannedSet,
)
from planner.storage import plan

MONDAY = date(2026, 11, 9)
BENCH = PlannedExercise("bench-press", (PlannedSet(8, 10, rir=2.0),) * 3, tempo="3-0-1-0")
PAIR = OwnProgram(
    "", "Pair", (OwnWeek(0, (PlannedSession("A", 1, (BENCH,)), PlannedSession("B", 4, (BENCH,)))),),
    goal="a bench of my own", for_whom="Ada", minutes=25,
)  # fmt: skip


@pytest.fixture
def own(database) -> str:
    return own_programs.save(PAIR)


def test_own_programs_stand_first_and_say_what_they_are(own) -> None:
    first, *others = offering.offered()
    assert (first.slug, first.own, first.beside) == (own, True, False)
    assert (first.goal, first.for_whom, first.days, first.weeks) == (PAIR.goal, "Ada", 2, 1)
    assert first.equipment == (Equipment.BARBELL,)
    assert others == programs.programs()


def test_an_own_program_stays_first_whatever_is_aimed_at(own) -> None:
    fits = offering.ranked(offering.offered(), Wish(Goal.SKILL, experience=Experience.RETURNER))
    assert fits[0].program.slug == own
    assert not fits[0].against


def test_an_own_program_that_takes_too_much_goes_to_the_end(own) -> None:
    fits = offering.ranked(offering.offered(), Wish(equipment=frozenset({Equipment.BAND})))
    at = next(place for place, fit in enumerate(fits) if fit.program.own)
    assert not fits[at].possible
    assert all(not fit.possible for fit in fits[at:])


def test_an_own_program_shows_its_first_week_and_volume(own) -> None:
    first, second = program_days.first_week(programs.block(own, MONDAY))
    assert (first.name, first.days, second.days) == ("A", (1,), (4,))
    (line,) = first.lines
    assert (line.sets, line.tempo) == ("3×8–10 @2", "3-0-1-0")
    volume = {
        each.group: each.sets
        for each in program_days.weekly_volume(programs.block(own, MONDAY), Experience.NOVICE)
    }
    assert volume["Chest"] == 6


def test_sessions_of_one_name_that_differ_are_shown_each_on_its_day(database) -> None:
    other = PlannedExercise("back-squat", (PlannedSet(5, 5, rir=2.0),) * 2)
    days = ((0, BENCH), (2, other), (4, BENCH))
    sessions = tuple(PlannedSession("Full", day, (made,)) for day, made in days)
    slug = own_programs.save(replace(PAIR, name="Trio", weeks=(OwnWeek(0, sessions),)))
    bench, squat = program_days.first_week(programs.block(slug, MONDAY))
    assert (bench.days, bench.lines[0].exercise) == ((0, 4), "Bench press")
    assert (squat.days, squat.lines[0].exercise) == ((2,), "Back squat")


def test_an_own_program_starts_like_any_other(own, lifter) -> None:
    made = planning.start_program(lifter, own, date(2026, 11, 9), date(2026, 11, 5))
    assert plan.mesocycle(made).program == own
