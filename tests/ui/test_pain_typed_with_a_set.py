"""Pain typed behind a set, `60x5 p7`, is told and referred as when it is asked for."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtWidgets import QApplication

from planner.coach import pain_referral
from planner.engine.terms import LoggedSet
from planner.ui.set_columns import Field


def put_right(desk, text: str) -> None:
    desk.line(1).cells[Field.LOAD].setFocus()
    desk.cell().selectAll()
    desk.type(text)
    desk.enter()


@pytest.fixture
def told(desk) -> list[str]:
    said: list[str] = []
    desk.tab.session.remarks.told.connect(said.append)
    return said


def test_pain_is_typed_with_its_set(desk, card, told):
    desk.type("60x5 p4")
    desk.enter()
    assert [made.pain for made in desk.stored()] == [None, 4]
    assert "pain 4" in card.rows[1].foot.facts.text()
    assert told == []


def test_strong_pain_that_is_typed_is_told_as_when_it_is_asked_for(desk, card, told):
    desk.type("60x5 p7")
    desk.enter()
    QApplication.processEvents()
    (said,) = told
    assert said.startswith("Back squat: Pain of 7 out of 10: stop this exercise")
    assert card.next_set.news.text() == said.removeprefix("Back squat: ")


def test_pain_is_typed_over_a_set_that_is_stored_and_told_once(desk, card, told):
    put_right(desk, "62x5 p7")
    put_right(desk, "64x5")
    assert [(made.load_kg, made.pain) for made in desk.stored()] == [(64.0, 7)]
    assert len(told) == 1


@pytest.fixture
def referred(desk) -> list[bool]:
    asked: list[bool] = []
    desk.tab.session.remarks.referred.connect(lambda: asked.append(True))
    return asked


def test_strong_pain_typed_for_the_second_time_asks_for_a_professional(desk, did, today, referred):
    did(today - timedelta(days=2), "back-squat", LoggedSet(60.0, 5, pain=6))
    desk.start()
    desk.type("40x5 p6")
    desk.enter()
    assert referred == [True]
    assert pain_referral.waits(desk.lifter, "back-squat", today)


def test_strong_pain_typed_for_the_first_time_asks_for_none(desk, card, referred):
    desk.type("60x5 p8")
    desk.enter()
    assert referred == []


def test_strong_pain_that_is_put_right_asks_for_no_professional_again(desk, did, today, referred):
    did(today - timedelta(days=2), "back-squat", LoggedSet(60.0, 5, pain=6))
    desk.start()
    desk.type("40x5 p8")
    desk.enter()
    put_right(desk, "40x5 p6")
    assert [made.pain for made in desk.stored()] == [6]
    assert referred == [True]


def test_pain_put_right_to_strong_pain_asks_for_a_professional(desk, did, today, referred):
    did(today - timedelta(days=2), "back-squat", LoggedSet(60.0, 5, pain=6))
    desk.start()
    desk.type("40x5 p2")
    desk.enter()
    assert referred == []
    put_right(desk, "40x5 p6")
    assert referred == [True]
