"""Give a program to several lifters, each with loads of their own."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from planner.coach import assigning, blocks, readings, scope
from planner.coach.parts import at_once
from planner.coach.wording import render
from planner.engine.terms import Equipment, Limit, Restriction
from planner.storage import clients, plan

MONDAY = date(2026, 11, 9)
PROGRAM = "upper-lower-four"


def test_a_program_comes_to_each_with_own_loads_and_says_what_is_there(
    three: list[int], today: date
) -> None:
    blocks.new_mesocycle(three[0], "Old block", MONDAY - timedelta(weeks=1), 2)
    clients.update_lifter(
        replace(clients.lifter(three[1]), limits=(Limit.KNEE,), equipment=(Equipment.BARBELL,))
    )
    limit = Restriction(today, exercise="bench-press", most_kg=40.0, set_by="Dr Ruiz")
    scope.keep(three[1], limit)
    ready = [
        at_once(assigning.assignment(clients.lifter(who), PROGRAM, MONDAY, today)) for who in three
    ]
    assert [render(each) for each in ready[0].there] == ["Old block until 15 Nov"]
    assert "Both stay" in render(ready[0].mind[0])
    minded = [render(each) for each in ready[1].mind]
    assert minded[0] == "Bench press: At most 40 kg (Dr Ruiz)."
    assert any(each.startswith("May not suit: ") and "squat" in each.lower() for each in minded)
    assert any(each.startswith("Needs what this gym lacks: ") for each in minded)
    assert [made.known > 0 for made in ready] == [True, True, False]
    assigning.assign(ready, lambda _: None)
    first, second = (
        next(
            each.sets[-1].load_kg
            for week in plan.mesocycles(who)[:1]
            for session in plan.mesocycle(week.id or 0).weeks[0].sessions
            for each in session.exercises
            if each.exercise == "back-squat"
        )
        for who in three[:2]
    )
    assert (first or 0.0) > (second or 0.0) > 0.0


def test_a_program_beside_a_plan_tells_whom_it_joins_and_who_has_none(
    three: list[int], week: int, squatter: int, today: date
) -> None:
    joined, alone = (
        at_once(assigning.assignment(clients.lifter(who), "knee-block", MONDAY, today))
        for who in (squatter, three[0])
    )
    assert [render(each) for each in joined.there] == ["joins Strong"]
    assert "weeks before it" in render(joined.mind[0])
    assert "best beside a main plan" in render(alone.mind[0])
    joined.write()
    assert len(plan.mesocycles(squatter)) == 1


def test_preparing_for_many_forgets_who_was_not_in_sight(three: list[int], today: date) -> None:
    for who in three:
        at_once(assigning.assignment(clients.lifter(who), PROGRAM, MONDAY, today))
        assert not readings.remembered(clients.lifter(who).uid)
