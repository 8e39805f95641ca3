"""Supersets: typed letters wait for a second exercise, and stay while their group lasts."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, strategies as st

from planner.coach import arranging, logging, planning, printing, supersets
from planner.coach.supersets import Group, Member
from planner.engine.terms import Mesocycle, Microcycle, PlannedExercise, PlannedSession, PlannedSet
from planner.storage import log, plan

MONDAY = date(2026, 11, 2)
SLUGS = ("back-squat", "bench-press", "barbell-row", "plank")
HERE = 1


@pytest.fixture
def session(lifter: int) -> int:
    """Plan a session of four lifts."""
    lines = tuple(PlannedExercise(slug, (PlannedSet(5, 5, 2),) * 3) for slug in SLUGS)
    week = Microcycle(1, MONDAY, (PlannedSession("Lower", 0, lines), PlannedSession("Upper", 2)))
    block = plan.add_mesocycle(lifter, Mesocycle("Base", MONDAY, (week,)))
    return plan.mesocycle(block).weeks[0].sessions[0].id


def ids(session: int) -> list[int]:
    return [made.id for made in plan.planned_session(session).exercises]


def written(session: int) -> str:
    """Write the exercises by their first letters, with the letters of supersets."""
    made = plan.planned_session(session).exercises
    letters = ["" if e.superset is None else supersets.letter(e.superset).lower() for e in made]
    names = [e.exercise.split("-")[-1][0].upper() for e in made]
    return " ".join(name + letter for name, letter in zip(names, letters, strict=True))


def test_letters_that_were_typed_stay_when_another_line_moves(session):
    squat, bench, row, plank = ids(session)
    for line, number in ((squat, 1), (row, 1), (bench, 2)):
        supersets.put(line, number)
    assert written(session) == "Sb Pc Rb P"
    arranging.shift_lines([plank], -1)
    assert written(session) == "Sb Pc P Rb"
    arranging.shift_lines([plank], 1)
    assert written(session) == "Sb Pc Rb P"


def test_a_typed_letter_waits_wherever_it_goes_until_a_second_one_joins(session):
    _, bench, row, plank = ids(session)
    supersets.put(plank, 2)
    arranging.shift_lines([plank], -1)
    upper = plan.week(plan.week_of(session)).sessions[1].id
    arranging.move_lines([plank, bench], upper, None)
    assert [written(session), written(upper)] == ["S R", "Pc P"]
    supersets.put(bench, 2)
    assert written(upper) == "Pc Pc"
    arranging.move_lines([bench], session, row)
    assert [written(session), written(upper)] == ["S R P", "P"]


def test_what_waits_is_printed_and_logged_without_a_letter(session, lifter):
    bench = ids(session)[1]
    before = planning.view(lifter, MONDAY, MONDAY).minutes
    supersets.put(bench, 1)
    assert planning.view(lifter, MONDAY, MONDAY).minutes == before
    sheet = printing.week_sheet(lifter, MONDAY, MONDAY)
    assert {line.superset for line in sheet.sessions[0].lines} == {""}
    assert "in turn" not in sheet.glossary
    key = logging.start_planned(lifter, session, MONDAY)
    assert [slot.superset for slot in log.session(key).exercises] == [None] * 4
    assert written(session) == "S Pb R P"


NUMBERS = st.lists(st.none() | st.integers(0, 3), min_size=1, max_size=8)


@given(numbers=NUMBERS, moved=st.sets(st.integers(0, 7)), at=st.integers(0, 8))
def test_a_group_keeps_its_letter_while_two_of_it_are_together_and_none_is_left_waiting(
    numbers, moved, at
):
    found = [
        Member(
            PlannedExercise("plank", (), number, id=key),
            None if number is None else Group(HERE, number),
            waits=numbers.count(number) == 1,
        )
        for key, number in enumerate(numbers)
    ]
    staying = [each for each in found if each.id not in moved]
    moving = [Member(m.planned, m.group, True, m.waits) for m in found if m.id in moved]
    placed = [*staying[:at], *moving, *staying[at:]]
    after = {m.id: n for m, n in zip(placed, supersets.settled(HERE, placed), strict=True)}
    for number in set(numbers) - {None}:
        group = [key for key, each in enumerate(numbers) if each == number]
        left = [after[key] for key in group if after[key] is not None]
        others = {n for key, n in after.items() if key not in group}  # what they may have joined
        lasting = {each for each in left if left.count(each) > 1} - others
        assert not lasting or number in left
    single = [key for key, n in after.items() if n and [*after.values()].count(n) == 1]
    assert all(numbers.count(numbers[key]) == 1 for key in single)
