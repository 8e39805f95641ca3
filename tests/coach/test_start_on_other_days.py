"""Start a program on the days one can train."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from planner.coach import assigning, clients, own_programs, planning, programs
from planner.coach.own_programs import OwnProgram, OwnWeek
from planner.coach.parts import at_once
from planner.coach.start_days import Days, Weekdays
from planner.engine import volume
from planner.engine.terms import Lifter, Microcycle, PlannedExercise, PlannedSession, PlannedSet
from planner.storage import library, plan

MONDAY = date(2026, 11, 9)
BENCH = PlannedExercise("bench-press", (PlannedSet(8, 10, rir=2.0),) * 3)
SQUAT = replace(BENCH, exercise="back-squat")


def days(block: int) -> list[tuple[int, ...]]:
    """Return on which days each week of a block trains."""
    return [tuple(s.day for s in week.sessions) for week in plan.mesocycle(block).weeks]


def test_the_sessions_fall_on_the_chosen_days_in_order_with_own_loads(
    squatter: int, today: date
) -> None:
    block = programs.start_program(squatter, "steady-fives", MONDAY, today, Days((1, 3, 6)))
    assert set(days(block)) == {(1, 3, 6)}
    first = plan.mesocycle(block).weeks[0].sessions
    assert [made.name for made in first] == ["Fives A", "Fives B", "Fives A"]
    loads = [e.sets[0].load_kg for e in first[0].exercises if e.exercise == "back-squat"]
    assert all(loads)
    assert len(loads) == 1


def sets(week: Microcycle) -> tuple[dict[str, float], int]:
    """Return a week's hard sets by muscle group, and how many sets it has at all."""
    known = library.by_slug()
    made = [each for session in week.sessions for each in session.exercises]
    groups = volume.group_sets((known[e.exercise], volume.hard_sets(e.sets)) for e in made)
    return groups, sum(len(each.sets) for each in made)


def test_every_program_that_ships_keeps_all_its_sets_on_fewer_days(database: object) -> None:
    for program in programs.programs():
        usual = programs.usual_days(program.slug)
        assert bool(usual) is not program.beside
        before = programs.block(program.slug, MONDAY).weeks
        for count in range(1, len(usual)):
            made = programs.placed(program.slug, MONDAY, Days(usual[:count]))
            assert made.exact
            assert not made.short
            assert [sets(week) for week in made.block.weeks] == [sets(week) for week in before]
            assert all(len(week.sessions) == count for week in made.block.weeks)


def test_what_the_time_leaves_no_room_for_is_named(database: object) -> None:
    made = programs.placed("upper-lower-four", MONDAY, Days((0, 3), most_minutes=65))
    assert made.minutes <= 65
    assert {"Chest", "Quads"} & set(made.short)


@pytest.fixture
def uneven(database: object) -> str:
    """Three days a week, then an easy week of two, then a day with two sessions."""
    week = tuple(PlannedSession(f"S{day}", day, (BENCH,)) for day in (0, 2, 4))
    twice = (PlannedSession("Noon", 1, (BENCH,)), PlannedSession("Night", 1, (SQUAT,)))
    weeks = (OwnWeek(0, week), OwnWeek(7, week[::2], deload=True), OwnWeek(14, twice))
    return own_programs.save(OwnProgram("", "Uneven", weeks))


def test_an_own_program_keeps_short_weeks_and_days_with_two_sessions(
    uneven: str, lifter: int
) -> None:
    assert programs.usual_days(uneven) == (0, 2, 4)
    block = programs.start_program(lifter, uneven, MONDAY, MONDAY, Days((1, 3, 5)))
    assert days(block) == [(1, 3, 5), (1, 5), (1, 1)]


def test_a_cycle_that_is_no_week_keeps_its_days(database: object) -> None:
    week = OwnWeek(0, (PlannedSession("A", 0, (BENCH,)),), days=4)
    slug = own_programs.save(OwnProgram("", "Every fourth day", (week,)))
    assert programs.usual_days(slug) == ()


def test_days_running_that_the_program_keeps_apart_are_known(database: object) -> None:
    def running(slug: str, *on: int) -> tuple[tuple[int, int], ...]:
        return programs.placed(slug, MONDAY, Days(on)).running

    assert running("steady-fives", 0, 2, 6) == ((6, 0),)
    assert running("deload-week", 0, 2, 6) == ()  # nothing follows a single week
    assert running("upper-lower-four", 0, 1, 2, 3) == ((1, 2),)


def test_several_lifters_get_the_chosen_days(squatter: int, today: date) -> None:
    for who in (squatter, clients.add(Lifter(name="Ben"))):
        given = assigning.assignment(
            clients.lifter(who), "twice-a-week", MONDAY, today, Days((2, 5))
        )
        at_once(given).write()
        (block,) = planning.mesocycles(who)
        assert set(days(block.id or 0)) == {(2, 5)}


@pytest.mark.parametrize(
    ("on", "of", "usual", "expected"),
    [
        ({1, 4}, 2, (0, 3), (1, 4)),
        ({1, 4}, 3, (0, 2, 4), (1, 4)),  # of three one could have chosen, two are all there are
        ({1, 4}, 2, (0, 2, 4), (0, 2, 4)),  # more could not be chosen: nothing is known of more
        ({0, 2, 4}, 3, (0, 3), (0, 4)),
    ],
)
def test_weekdays_chosen_once_are_taken_for_another_program_as_far_as_they_tell(
    on: set[int], of: int, usual: tuple[int, ...], expected: tuple[int, ...]
) -> None:
    assert Weekdays(frozenset(on), of).days(usual, MONDAY) == expected


def test_weekdays_count_from_the_first_day() -> None:
    wednesday = date(2026, 11, 11)
    assert Weekdays(frozenset({0, 3}), 2).days((0, 3), wednesday) == (1, 5)
