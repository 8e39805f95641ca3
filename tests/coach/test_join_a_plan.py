"""A program that goes beside a plan joins its sessions."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from planner.coach import logging, planning, programs, templates
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
    for week, was in list(zip(exercises(lifter), before, strict=True))[: guest.weeks]:
        for session, old in zip(week, was, strict=True):
            assert len(session) > len(old)
            assert session[-len(old) :] == old
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


def test_only_a_plan_with_sessions_left_can_be_joined(lifter: int) -> None:
    assert not planning.can_join(lifter, MONDAY)
    planning.start_program(lifter, "steady-fives", MONDAY, MONDAY)
    assert planning.can_join(lifter, MONDAY)
    assert not planning.can_join(lifter, MONDAY + timedelta(weeks=40))


def six_weeks() -> str:
    return next(each.slug for each in BESIDE if each.weeks == 6)


def test_weeks_for_which_no_sessions_are_left_are_told(lifter: int) -> None:
    planning.start_program(lifter, "steady-fives", MONDAY, MONDAY)
    last = MONDAY + timedelta(weeks=6)
    assert planning.weeks_left_out(lifter, six_weeks(), MONDAY) == 0
    assert planning.weeks_left_out(lifter, six_weeks(), last) == 5
    assert planning.weeks_left_out(lifter, "steady-fives", last) == 0


def test_a_deload_takes_half_of_its_sets(lifter: int) -> None:
    planning.start_program(lifter, "steady-fives", MONDAY, MONDAY)
    before = templates.template(six_weeks())
    planning.start_program(lifter, six_weeks(), MONDAY + timedelta(weeks=6), MONDAY)
    block = plan.mesocycle_on(lifter, MONDAY)
    assert block is not None
    full = {line.slug: line.sets for line in before.sessions[before.rotation[0][0]]}
    for session in block.weeks[-1].sessions:
        joined = {e.exercise: len(e.sets) for e in session.exercises if e.exercise in full}
        assert joined == {slug: (sets + 1) // 2 for slug, sets in full.items()}


def test_a_session_that_was_begun_stays_as_it_is(lifter: int) -> None:
    planning.start_program(lifter, "steady-fives", MONDAY, MONDAY)
    block = plan.mesocycle_on(lifter, MONDAY)
    assert block is not None
    first = block.weeks[0].sessions[0].id
    assert first is not None
    logging.start_planned(lifter, first, MONDAY)
    before = exercises(lifter)
    planning.start_program(lifter, six_weeks(), MONDAY, MONDAY)
    after = exercises(lifter)
    assert after[0][0] == before[0][0]
    assert after[0][1] != before[0][1]


def test_it_joins_the_plan_that_starts_next_when_the_last_one_is_over(lifter: int) -> None:
    planning.start_program(lifter, "holiday-minimum", MONDAY, MONDAY)
    later = MONDAY + timedelta(weeks=5)
    nextone = planning.start_program(lifter, "steady-fives", later, MONDAY)
    chosen = MONDAY + timedelta(weeks=4)
    assert planning.start_program(lifter, six_weeks(), chosen, MONDAY) == nextone


def test_without_a_plan_it_is_one_of_its_own(lifter: int) -> None:
    planning.start_program(lifter, BESIDE[0].slug, MONDAY, MONDAY)
    assert len(exercises(lifter)) == BESIDE[0].weeks
