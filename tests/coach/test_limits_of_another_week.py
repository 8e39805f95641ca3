"""Sheet and planner go by the limits of each session's day, not by those of today."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

import pytest

from planner.coach import fuel, logging, planning, printing, scope
from planner.coach.fuel import DoctorLimit, Goals
from planner.coach.planning import PlanView
from planner.coach.sheet import NOTHING, Sheet
from planner.engine.terms import (
    Mesocycle,
    Microcycle,
    PlannedExercise,
    PlannedSession,
    PlannedSet,
    Restriction,
)
from planner.storage import plan

DAY, WEEK = timedelta(days=1), timedelta(days=7)
SQUAT, BENCH = "back-squat", "bench-press"
KG = PlannedSet(5, 5, 2.0, load_kg=100.0, load=100.0)


@pytest.fixture
def planned(lifter: int, today: date) -> int:
    """Plan squats and bench presses on the first and fourth day of this week and the next."""
    lifts = tuple(PlannedExercise(slug, (KG,) * 3) for slug in (SQUAT, BENCH))
    sessions = tuple(PlannedSession("A", day, lifts) for day in (0, 3))
    weeks = tuple(Microcycle(n + 1, today + n * WEEK, sessions) for n in (0, 1))
    plan.add_mesocycle(lifter, Mesocycle("Block", today, weeks))
    return lifter


def no_squats(since: date, until: date | None = None) -> Restriction:
    return Restriction(since, until, "Dr Ruiz", exercise=SQUAT, words="No squats")


def view(lifter: int, on: date, today: date) -> PlanView:
    made = planning.view(lifter, on, today)
    assert made is not None
    return made


def minded(made: PlanView) -> list[str]:
    """Return what each squat of a week says, in order."""
    squats = (e for s in made.week.sessions for e in s.exercises if e.exercise == SQUAT)
    return [made.minded.get(each.id or 0, "") for each in squats]


def loads(made: Sheet) -> list[str]:
    """Return the load of the squat in each session of a sheet."""
    return [session.lines[0].load for session in made.sessions]


def said(made: Sheet) -> Iterator[str]:
    return (line for line in made.this_week if "quats" in line)


def test_a_limit_from_next_week_on_is_told_where_it_keeps_a_load_back(planned, today):
    scope.keep(planned, no_squats(today + WEEK))
    now, then = (printing.week_sheet(planned, on, today) for on in (today, today + WEEK))
    assert (loads(now), list(said(now))) == (["100", "100"], [])
    assert loads(then) == [NOTHING, NOTHING]
    assert list(said(then)) == ["Back squat: No squats."]
    assert minded(view(planned, today, today)) == ["", ""]
    shown = view(planned, today + WEEK, today)
    assert minded(shown) == ["No squats (Dr Ruiz)"] * 2
    assert shown.limited == set(shown.kept_back)


def test_a_limit_that_ends_before_a_week_is_not_told_of_it(planned, today):
    scope.keep(planned, no_squats(today, today + 5 * DAY))
    sheet = printing.week_sheet(planned, today + WEEK, today)
    assert (loads(sheet), list(said(sheet))) == (["100", "100"], [])
    shown = view(planned, today + WEEK, today)
    assert (minded(shown), shown.limited) == (["", ""], frozenset())


def test_a_limit_on_part_of_a_week_is_told_with_its_first_and_last_day(planned, today):
    scope.keep(planned, no_squats(today + DAY, today + 5 * DAY))
    first = printing.wording.short_date(today + DAY)
    last = printing.wording.short_date(today + 5 * DAY)
    sheet = printing.week_sheet(planned, today, today)
    assert loads(sheet) == ["100", NOTHING]
    assert list(said(sheet)) == [f"Back squat: No squats, from {first}, until {last}."]
    assert minded(view(planned, today, today)) == ["", f"No squats, until {last} (Dr Ruiz)"]


def test_a_limit_in_words_alone_is_told_in_the_weeks_it_holds(planned, today):
    scope.keep(planned, Restriction(today + WEEK, None, "Dr Ruiz", words="Stop when dizzy"))
    assert view(planned, today, today).limits == ""
    assert view(planned, today + WEEK, today).limits == "Stop when dizzy (Dr Ruiz)"
    told = printing.week_sheet(planned, today + WEEK, today).this_week
    assert "Stop when dizzy." in told
    assert not any("dizzy" in e for e in printing.week_sheet(planned, today, today).this_week)


def test_a_session_not_done_yet_comes_under_the_limits_of_today(planned, today):
    later = today + DAY
    scope.keep(planned, no_squats(later))
    assert loads(printing.week_sheet(planned, today, later)) == [NOTHING, NOTHING]
    assert minded(view(planned, today, later)) == ["No squats (Dr Ruiz)"] * 2
    session = logging.start_planned(planned, logging.planned_today(planned, today)[0][0], today)
    logging.finish(session)
    assert loads(printing.week_sheet(planned, today, later)) == ["100", NOTHING]
    assert minded(view(planned, today, later)) == ["", "No squats (Dr Ruiz)"]


def test_a_doctors_limit_on_food_is_printed_for_its_weeks_and_without_the_name(planned, today):
    ends = today + 5 * DAY
    limits = (DoctorLimit(60, "Dr Secret", ends), DoctorLimit(1.5, "Dr Secret"))
    fuel.change(planned, Goals(printed=True, protein_limit=limits[0], drinks_limit=limits[1]))
    now, then = (
        printing.week_sheet(planned, on, today).this_week[-1] for on in (today, today + WEEK)
    )
    last = printing.wording.short_date(ends)
    assert now == (
        f"Protein at most 60 g a day, a limit by a doctor until {last}; "
        "Drinks at most 1.5 l a day, a limit by a doctor."
    )
    assert then == "Drinks at most 1.5 l a day, a limit by a doctor."


def test_a_week_that_is_over_is_shown_as_it_was_planned_with_the_limits_of_its_days(planned, today):
    scope.keep(planned, no_squats(today, today + DAY))
    later = today + 2 * WEEK
    over = view(planned, today, later)
    assert (dict(over.kept_back), over.limits) == ({}, "")
    until = printing.wording.short_date(today + DAY)
    assert minded(over) == [f"No squats, until {until} (Dr Ruiz)", ""]
    assert loads(printing.week_sheet(planned, today, later)) == [NOTHING, "100"]


def test_an_empty_week_tells_the_limits_of_its_first_day(lifter, today):
    weeks = (Microcycle(1, today), Microcycle(2, today + WEEK))
    plan.add_mesocycle(lifter, Mesocycle("Block", today, weeks))
    scope.keep(lifter, Restriction(today + WEEK, None, words="Stop when dizzy"))
    assert [view(lifter, on, today).limits for on in (today, today + WEEK)] == [
        "",
        "Stop when dizzy",
    ]
