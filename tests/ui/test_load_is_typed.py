"""While no load is suggested, none is logged by Enter alone: it is typed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt

from planner.coach import health
from planner.engine.terms import (
    Absence,
    LoggedSet,
    PlannedSet,
    ReferralSource,
    Restriction,
    SetKind,
    Topic,
)
from planner.storage import clients, health as storage
from planner.ui.set_columns import Field

SQUAT = LoggedSet(100.0, 5, rir=2.0, load=100.0)
ASKED = "What load? None is suggested today."


def waits(lifter: int, today: date) -> None:
    health.raise_referral(lifter, Topic.CARDIAC_EVENT, today, ReferralSource.INTAKE)


def is_ill(lifter: int, today: date) -> None:
    clients.add_absence(lifter, Absence(today, None, "ill"))


def is_barred(lifter: int, today: date) -> None:
    storage.add_restriction(lifter, Restriction(today, exercise="back-squat"))


@pytest.mark.parametrize("happens", [waits, is_ill, is_barred])
def test_last_time_stands_in_its_column_and_the_load_is_typed(
    desk, did: Callable[..., None], happens: Callable[[int, date], None]
) -> None:
    did(desk.today - timedelta(days=4), "back-squat", SQUAT, SQUAT)
    happens(desk.lifter, desk.today)
    desk.start()
    cells = desk.line(1).cells
    assert cells[Field.LOAD].placeholderText() == ""
    assert cells[Field.REPS].placeholderText() == "5"
    desk.enter()
    assert desk.stored() == []
    assert desk.says() == ASKED
    cells[Field.LOAD].setFocus()
    desk.type("60")
    desk.enter()
    assert [made[0] for made in desk.work()] == [60.0]
    assert desk.line(2).cells[Field.LOAD].placeholderText() == "60"  # it was typed today


def test_nor_is_a_planned_load_logged_by_enter_alone(desk, plan_today: Callable[..., None]) -> None:
    plan_today(back_squat=(PlannedSet(5, 5, rir=2.0, load_kg=100.0, load=100.0),) * 2)
    waits(desk.lifter, desk.today)
    desk.start_planned()
    desk.enter()
    assert desk.stored() == []
    desk.line(1).cells[Field.REPS].setFocus()
    desk.type("60x5")
    desk.enter()
    assert [made[:2] for made in desk.work()] == [(60.0, 5)]


def test_a_load_over_a_limit_is_asked_about_once_and_then_kept(
    desk, did: Callable[..., None]
) -> None:
    did(desk.today - timedelta(days=4), "back-squat", SQUAT, SQUAT)
    storage.add_restriction(
        desk.lifter, Restriction(desk.today, exercise="back-squat", most_kg=60.0)
    )
    is_ill(desk.lifter, desk.today)
    desk.start()
    desk.type("80x5@2")
    desk.enter()
    assert desk.stored() == []
    assert desk.says()
    desk.enter()
    assert [made[0] for made in desk.work()] == [80.0]


def test_what_has_no_load_is_logged_by_enter_as_ever(desk, did: Callable[..., None]) -> None:
    did(desk.today - timedelta(days=4), "pull-up", LoggedSet(None, 8))
    waits(desk.lifter, desk.today)
    desk.start("pull-up")
    desk.enter(2)
    assert [made[1] for made in desk.work()] == [8]


def test_a_drop_set_offers_no_load_while_none_is_suggested(desk, did: Callable[..., None]) -> None:
    did(desk.today - timedelta(days=4), "back-squat", SQUAT, SQUAT)
    waits(desk.lifter, desk.today)
    desk.start()
    desk.type("100x5@2")
    desk.enter()
    desk.press(Qt.Key.Key_D)
    assert desk.line(2).kind is SetKind.DROP
    assert desk.line(2).cells[Field.LOAD].placeholderText() == ""


def test_after_strong_pain_no_load_is_offered_that_day_or_the_next_time(
    desk, did: Callable[..., None]
) -> None:
    did(desk.today - timedelta(days=4), "back-squat", SQUAT, SQUAT)
    desk.start()
    desk.type("80x5@2")
    desk.enter()
    desk.press(Qt.Key.Key_P)
    desk.press(Qt.Key.Key_6)
    assert [made.pain for made in desk.stored()] == [6]
    assert desk.line(2).cells[Field.LOAD].placeholderText() == ""


def test_a_lift_that_hurt_badly_last_time_asks_for_its_load_and_says_why(
    desk, did: Callable[..., None]
) -> None:
    did(desk.today - timedelta(days=4), "back-squat", replace(SQUAT, pain=6), SQUAT)
    desk.start()
    assert desk.line(1).cells[Field.LOAD].placeholderText() == ""
    desk.enter(2)
    assert desk.stored() == []
