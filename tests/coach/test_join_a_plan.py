"""A program that goes beside a plan joins its sessions."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from planner.coach import planning, programs
from planner.formats.programs import Beside
from planner.storage import plan

MONDAY = date(2026, 1, 5)
BESIDE = [each for each in programs.programs() if each.beside]


def exercises(lifter: int, on: date = MONDAY) -> list[list[list[str]]]:
    block = plan.mesocycle_on(lifter, on)
    assert block is not None
    return [[[e.exercise for e in s.exercises] for s in w.sessions] for w in block.weeks]


@pytest.mark.parametrize("guest", BESIDE, ids=lambda each: each.slug)
def test_it_joins_every_session_of_its_weeks_where_it_belongs(lifter: int, guest) -> None:
    block = planning.start_program(lifter, "steady-fives", MONDAY, MONDAY)
    before = exercises(lifter)
    assert planning.start_program(lifter, guest.slug, MONDAY, MONDAY) == block
    first = programs.template(guest.slug).beside is Beside.START
    for week, was in list(zip(exercises(lifter), before, strict=True))[: guest.weeks]:
        for session, old in zip(week, was, strict=True):
            assert len(session) > len(old)
            assert (session[-len(old) :] if first else session[: len(old)]) == old
    assert exercises(lifter)[guest.weeks :] == before[guest.weeks :]


def test_sessions_before_its_first_day_stay_as_they_are(lifter: int) -> None:
    planning.start_program(lifter, "steady-fives", MONDAY, MONDAY)
    before = exercises(lifter)
    later = MONDAY + timedelta(days=9)
    planning.start_program(lifter, BESIDE[0].slug, later, MONDAY)
    after = exercises(lifter)
    assert after[0] == before[0]
    assert after[1][0] == before[1][0]
    assert after[1][1] != before[1][1]


def test_what_a_session_has_already_is_not_planned_twice(lifter: int) -> None:
    planning.start_program(lifter, "steady-fives", MONDAY, MONDAY)
    planning.start_program(lifter, BESIDE[0].slug, MONDAY, MONDAY)
    once = exercises(lifter)
    planning.start_program(lifter, BESIDE[0].slug, MONDAY, MONDAY)
    assert exercises(lifter) == once


def test_without_a_plan_it_is_one_of_its_own(lifter: int) -> None:
    planning.start_program(lifter, BESIDE[0].slug, MONDAY, MONDAY)
    assert len(exercises(lifter)) == BESIDE[0].weeks
