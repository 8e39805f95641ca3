"""A load planned harder than last time, after a little pain: told, and not offered."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import partial

import pytest

from planner.coach import clients, entry, health, logging, planned_lines, planning, printing, scope
from planner.coach.loads import LoadBasis
from planner.engine.terms import (
    ReferralSource,
    Restriction,
    Topic,
    Unit,
)
from tests.coach import hurt_squats
from tests.coach.hurt_squats import DAY, SQUAT, plan_load

HELD = "pain 4 out of 10 in the last session: no harder than last time, with 105 kg"


@pytest.fixture
def log(lifter) -> Callable[..., None]:
    """Return what logs three sets of an exercise at a load."""
    return partial(hurt_squats.train, lifter)


@pytest.fixture
def sore(lifter, today, log) -> int:
    """Squat up to 105 kg, which hurt by 4 of 10 two days ago."""
    for week in range(6, 0, -1):
        log(today - (2 + 7 * week) * DAY, 105.0 - 2.5 * week)
    log(today - 2 * DAY, 105.0, pain=4)
    return lifter


def card(lifter: int, on: date) -> logging.ExerciseCard:
    ((key, _),) = logging.planned_today(lifter, on)
    (made,) = logging.session_view(lifter, logging.start_planned(lifter, key, on), on).cards
    return made


def loads(lifter: int, on: date) -> tuple[set[float | None], set[float | None]]:
    """Return what is planned and what an entry without a load takes."""
    rows = card(lifter, on).rows
    planned = {row.target.load_kg for row in rows if row.target}
    return planned, {entry.usual_load(row, Unit.KG)["load_kg"] for row in rows}


def on_sheet(lifter: int, on: date) -> tuple[str, str]:
    ((line,),) = (made.lines for made in printing.week_sheet(lifter, on, on).sessions)
    return line.load, line.note


def test_the_log_offers_the_load_of_last_time_beside_the_one_planned(sore, today) -> None:
    plan_load(sore, today, 107.5)
    assert loads(sore, today) == ({107.5}, {105.0})


def test_log_sheet_plan_and_export_say_why(sore, today) -> None:
    plan_load(sore, today, 107.5)
    assert card(sore, today).hurt == HELD
    assert on_sheet(sore, today) == ("107.5", f"P{HELD[1:]}.")
    assert list(planning.view(sore, today, today).hurt.values()) == [HELD]
    (week,) = planned_lines.block(sore, today).weeks
    (made,) = planned_lines.days(week, LoadBasis(sore, today), {})
    assert [line.note for line in made.lines] == [f"P{HELD[1:]}."]


def test_the_sheet_of_next_week_says_so_too(sore, today) -> None:
    later = today + 7 * DAY
    plan_load(sore, later, 107.5)
    (made,) = printing.week_sheet(sore, later, today).sessions
    assert [line.note for line in made.lines] == [f"P{HELD[1:]}."]


def test_the_load_of_last_time_stands_and_nothing_is_said(sore, today) -> None:
    plan_load(sore, today, 105.0)
    assert loads(sore, today) == ({105.0}, {105.0})
    assert (card_hurt(sore, today), on_sheet(sore, today)) == ("", ("105", ""))


def card_hurt(lifter: int, on: date) -> str:
    (made,) = logging.session_view(lifter, logging.open_session(lifter) or 0, on).cards
    return made.hurt


def test_two_sessions_without_pain_end_it(sore, today, log) -> None:
    day = today + 4 * DAY
    log(today, 105.0)
    plan_load(sore, day, 107.5)
    assert loads(sore, day) == ({107.5}, {105.0})
    log(today + 2 * DAY, 105.0)
    assert on_sheet(sore, day) == ("107.5", "")


def test_less_pain_holds_nothing(lifter, today, log) -> None:
    log(today - 2 * DAY, 105.0, pain=2)
    plan_load(lifter, today, 107.5)
    assert loads(lifter, today) == ({107.5}, {107.5})


def test_less_help_is_harder(lifter, today, log) -> None:
    log(today - 2 * DAY, 20.0, pain=3, slug="assisted-pull-up")
    plan_load(lifter, today, 15.0, slug="assisted-pull-up")
    assert loads(lifter, today) == ({15.0}, {20.0})
    assert card_hurt(lifter, today).endswith("with 20 kg of help")


def test_more_help_is_not(lifter, today, log) -> None:
    log(today - 2 * DAY, 20.0, pain=3, slug="assisted-pull-up")
    plan_load(lifter, today, 25.0, slug="assisted-pull-up")
    assert loads(lifter, today) == ({25.0}, {25.0})


def test_who_reads_pounds_is_told_pounds(sore, today) -> None:
    clients.change(replace(clients.lifter(sore), unit=Unit.LB))
    plan_load(sore, today, 107.5)
    assert card(sore, today).hurt.endswith("lb")


def test_a_clearance_ends_it(sore, today) -> None:
    health.raise_referral(sore, Topic.STRONG_PAIN, today - 2 * DAY, ReferralSource.LOG, SQUAT)
    (waiting,) = health.waiting(sore, today)
    health.clear(sore, waiting, health.Clearance(on=today - DAY, by="Dr X"))
    plan_load(sore, today, 107.5)
    assert loads(sore, today) == ({107.5}, {107.5})
    assert on_sheet(sore, today) == ("107.5", "")


def test_a_limit_below_it_is_told_alone(sore, today) -> None:
    plan_load(sore, today, 107.5)
    scope.keep(sore, Restriction(today, None, "Sam", exercise=SQUAT, most_kg=100.0))
    assert loads(sore, today) == ({100.0}, {100.0})
    load, note = on_sheet(sore, today)
    assert (load, HELD[1:] in note) == ("≤ 100", False)
