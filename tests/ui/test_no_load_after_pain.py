"""A load that hurt badly is offered nowhere: in no row, beside no plates, and as no target."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from planner.coach import logging
from planner.engine.terms import (
    LoggedSet,
    Mesocycle,
    Microcycle,
    PlannedExercise,
    PlannedSession,
    PlannedSet,
)
from planner.storage import plan
from planner.ui.set_columns import Field

ROW = "seated-cable-row"
OPEN = PlannedSet(8, 12, 3.0)


@pytest.fixture
def planned(desk):
    """Two exercises without loads: a cable row, and face pulls after it."""
    slots = tuple(PlannedExercise(slug, (OPEN,) * 3) for slug in (ROW, "face-pull"))
    week = Microcycle(1, desk.today, (PlannedSession("Day", 0, slots),))
    plan.add_mesocycle(desk.lifter, Mesocycle("Block", desk.today, weeks=(week,)))
    return desk


@pytest.fixture
def hurt(planned):
    """A row of 40 kg that hurt by 7 in its first set."""
    card = planned.start_planned()
    planned.type("40x10@3")
    planned.enter()
    planned.press(Qt.Key.Key_P)
    planned.press(Qt.Key.Key_7)
    assert "stop this exercise" in card.next_set.news.text()
    return card


def offered(row):
    return row.cells[Field.LOAD].placeholderText()


def plates(desk):
    return desk.tab.side.plates.words.text()


def go_to(row):
    row.first_cell().setFocus()
    QApplication.processEvents()


def test_the_row_after_a_painful_set_has_no_load_where_none_was_planned(planned, hurt):
    assert [offered(row) for row in hurt.rows[1:]] == ["", ""]
    go_to(hurt.rows[1])
    assert "40" not in plates(planned)
    planned.enter(3)
    assert planned.says(2) == "What load? None is suggested today."
    assert len(planned.stored()) == 1


def test_nor_has_it_once_the_session_is_over(planned, hurt):
    planned.tab.work.finish.click()
    QApplication.processEvents()
    card = planned.tab.session.cards[0]
    assert {offered(row) for row in card.rows if row.stored is None} <= {""}
    for row in card.rows:
        if row.stored is None:
            go_to(row)
            assert "40" not in plates(planned)


def test_no_plates_are_told_for_the_set_that_hurt(planned, hurt):
    go_to(hurt.rows[0])
    assert "40" not in plates(planned)


def test_who_goes_on_with_less_is_offered_that_and_never_what_hurt(planned, hurt):
    go_to(hurt.rows[1])
    planned.type("20x10@4")
    planned.enter(2)
    assert [made.load for made in planned.stored()] == [40.0, 20.0]
    assert offered(hurt.rows[2]) == "20"


def test_who_goes_on_with_the_load_that_hurt_is_not_offered_it(planned, hurt):
    go_to(hurt.rows[1])
    planned.type("40x8@4")
    planned.enter(2)
    assert len(planned.stored()) == 2
    assert offered(hurt.rows[2]) == ""


def test_pain_told_of_an_earlier_set_takes_its_load_from_the_rows_to_come(planned):
    card = planned.start_planned()
    for _ in range(2):
        planned.type("40x10@3")
        planned.enter()
    go_to(card.rows[0])
    planned.press(Qt.Key.Key_P)
    planned.press(Qt.Key.Key_7)
    assert offered(card.rows[2]) == ""


@pytest.fixture
def back_after_pain(planned):
    """Sessions of 40 kg, the last with pain of 7, and today's first set of 20 kg."""
    for days, pain in ((6, None), (4, None), (2, 7)):
        session = logging.start_free(planned.lifter, planned.today - timedelta(days=days))
        slot = logging.add_exercise(session, ROW)
        logging.log_sets(slot, [LoggedSet(40.0, 10, 3.0, load=40.0, pain=pain)])
        logging.finish(session)
    card = planned.start_planned()
    go_to(card.rows[0])
    planned.type("20x10@4")
    planned.enter()
    planned.enter(2)
    return card


def targets(card):
    return [row._target.text() for row in card.rows]


def test_no_row_done_after_pain_tells_of_a_load_that_nobody_planned(planned, back_after_pain):
    assert planned.stored()[0].load == 20.0
    assert set(targets(back_after_pain)) == {"8–12 @3"}
    planned.tab.work.finish.click()
    QApplication.processEvents()
    assert set(targets(planned.tab.session.cards[0])) == {"8–12 @3"}
