"""A limit below the lightest load there is: the lift is not to be done, and that is said."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from planner.coach import (
    filling,
    logging,
    next_set,
    planning,
    printing,
    progressing,
    scope,
    suggesting,
)
from planner.coach.entry_doubt import asked
from planner.coach.progressing import Harder, Progress
from planner.coach.quiet import quiet
from planner.coach.sheet import NOTHING
from planner.coach.wording import render
from planner.engine.terms import (
    LoggedSet,
    Mesocycle,
    Microcycle,
    PlannedExercise,
    PlannedSession,
    PlannedSet,
    Restriction,
    Unit,
)
from planner.storage import clients, library, plan

SQUAT, PRESS = "back-squat", "dumbbell-bench-press"
KG = PlannedSet(5, 5, 2.0, load_kg=100.0, load=100.0)


@pytest.fixture
def block(squatter: int, today: date) -> Mesocycle:
    """Plan squats today and none a week later, for who may squat with 5 kg and has a 20 kg bar."""
    session = PlannedSession("A", 0, (PlannedExercise(SQUAT, (KG,)),))
    weeks = (Microcycle(1, today, (session,)), Microcycle(2, today + timedelta(weeks=1)))
    made = plan.mesocycle(plan.add_mesocycle(squatter, Mesocycle("Block", today, weeks)))
    scope.keep(squatter, Restriction(today, None, "Dr Ruiz", exercise=SQUAT, most_kg=5.0))
    return made


def test_the_sheet_has_no_load_and_says_why(squatter: int, block: Mesocycle, today: date) -> None:
    sheet = printing.week_sheet(squatter, today, today)
    assert [line.load for line in sheet.sessions[0].lines] == [NOTHING]
    assert "Back squat: not to be done, as the lightest here is 20 kg." in sheet.this_week
    assert "Back squat: At most 5 kg." in sheet.this_week


def test_the_plan_is_not_brought_down_to_what_nobody_can_load(
    squatter: int, block: Mesocycle, today: date
) -> None:
    view = planning.view(squatter, today, today)
    assert view is not None
    assert view.over_limit == ()
    assert planning.lower_loads(squatter, block.id or 0, today) == 0
    assert filling.fill_loads(squatter, block.id or 0, today) == 0
    rise = Progress(harder=Harder.LOAD, load_percent=2.5)
    first = block.weeks[0].id or 0
    _, made = progressing.preview(squatter, first, rise, True, today)
    assert made.week.sessions[0].exercises[0].sets[0].load_kg == 100.0
    assert made.held == ("Back squat",)


def test_nothing_is_suggested_and_the_log_asks_about_any_load(
    squatter: int, block: Mesocycle, today: date
) -> None:
    assert all(made.exercise != SQUAT for made in suggesting.all_suggestions(squatter, today))
    session = logging.start_planned(squatter, block.weeks[0].sessions[0].id or 0, today)
    (card,) = logging.session_view(squatter, session, today).cards
    row = card.rows[0]
    assert row.target is not None
    assert (row.target.load_kg, row.suggested_kg, row.asks_load) == (None, None, True)
    news = next_set.next_line(next_set.grounds(squatter, card), card, row, None).news
    assert news is not None
    assert render(news) == "Not to be done, as the lightest here is 20 kg."
    question = asked(LoggedSet(20.0, 5, load=20.0), row)
    assert question is not None
    assert question.question == "20 kg? At most 5 kg (Dr Ruiz)."


def test_what_can_be_set_within_a_limit_is_not_held(squatter: int, today: date) -> None:
    scope.keep(squatter, Restriction(today, None, most_kg=20.0))
    assert quiet(squatter, today).held(SQUAT) is None
    assert quiet(squatter, today).most_kg(library.exercise(SQUAT)) == 20.0


def test_the_dumbbells_there_are_count_and_the_unit_is_the_lifters(
    lifter: int, today: date
) -> None:
    known = clients.lifter(lifter)
    gym = replace(known.inventory, dumbbells_kg=(8.0, 10.0))
    clients.update_lifter(replace(known, unit=Unit.LB, inventory=gym))
    scope.keep(lifter, Restriction(today, None, most_kg=5.0))
    held = quiet(lifter, today).held(PRESS)
    assert held is not None
    assert "the lightest here is 17.6 lb" in render(held)
    clients.update_lifter(replace(known, inventory=replace(gym, dumbbells_kg=(4.0, 8.0))))
    assert quiet(lifter, today).held(PRESS) is None
