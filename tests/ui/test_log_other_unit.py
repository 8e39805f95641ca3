"""What is half-typed for a reader of kilograms means the same when it is pounds from now on."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

import pytest
from PySide6.QtCore import Qt

from planner.coach import clients, logging
from planner.engine.terms import LoggedSet, Unit
from planner.ui.set_columns import Field


@pytest.fixture
def one(desk):
    """A log tab with a set of squats that is logged, and rows to come."""
    desk.start()
    desk.type("100x5")
    desk.enter()
    return desk


def read_pounds(desk) -> None:
    pounds = replace(clients.lifter(desk.lifter), unit=Unit.LB)
    desk.history.do("Change lifter", partial(clients.change, pounds))


def settled(desk) -> list[tuple[float | None, Unit, int | None]]:
    """Return load, unit and reps of the stored sets once the window may go."""
    desk.tab.session.settle()
    return [(made.load, made.unit, made.reps) for made in desk.stored()]


def correct(desk, field: Field, text: str) -> None:
    cell = desk.line(1).cells[field]
    cell.setFocus()
    cell.selectAll()
    desk.type(text)


def test_a_whole_set_keeps_its_unit(one) -> None:
    one.type("110x5")
    read_pounds(one)
    assert one.texts(2)[0] == "110kgx5"
    assert settled(one)[1:] == [(110.0, Unit.KG, 5)]


def test_the_load_of_a_set_that_is_corrected_keeps_its_unit(one) -> None:
    correct(one, Field.LOAD, "105")
    read_pounds(one)
    assert one.texts(1)[0] == "105kg"
    assert settled(one) == [(105.0, Unit.KG, 5)]


def test_of_a_set_whose_reps_are_corrected_the_load_stays_as_it_was(one) -> None:
    correct(one, Field.REPS, "6")
    read_pounds(one)
    assert one.texts(1)[:2] == ["220.5", "6"]
    assert settled(one) == [(100.0, Unit.KG, 6)]


def test_half_a_set_is_typed_on_in_its_unit(one) -> None:
    one.type("110x")
    read_pounds(one)
    assert one.cell() is one.line(2).cells[Field.LOAD]
    one.type("5")
    one.enter()
    assert settled(one)[1:] == [(110.0, Unit.KG, 5)]


@pytest.mark.parametrize("text", ["110.", "110,"])
def test_a_load_up_to_its_point_keeps_its_unit(one, text) -> None:
    one.type(text)
    read_pounds(one)
    assert one.texts(2)[0] == "110kg"
    one.type(" x 5")
    one.enter()
    assert settled(one)[1:] == [(110.0, Unit.KG, 5)]


def test_no_decimal_typed_on_behind_a_unit_is_stored_in_another(one) -> None:
    one.type("110.")
    read_pounds(one)
    one.type("5")
    one.enter()
    assert one.says(2).startswith("Not understood.")
    assert len(settled(one)) == 1


def test_a_text_as_long_as_a_cell_takes_is_not_cut_off(one) -> None:
    one.type("100x5,5,5,5,5,5,5,5,5,5,5 @2 3-1-3-0 q3")
    read_pounds(one)
    assert settled(one)[1:] == [(100.0, Unit.KG, 5)] * 11
    assert {made.tempo for made in one.stored()[1:]} == {"3-1-3-0"}
    assert len({made.technique for made in one.stored()[1:]}) == 1


def test_what_waits_in_another_session_stays_bare_while_the_unit_does(one) -> None:
    (first,) = logging.sessions(one.lifter)
    correct(one, Field.LOAD, "105")
    one.tab.show_session(logging.start_free(one.lifter, one.today))
    one.tab.show_session(first.id)
    assert one.texts(1)[0] == "105"


def test_what_waits_in_another_session_keeps_its_unit(one) -> None:
    (first,) = logging.sessions(one.lifter)
    correct(one, Field.LOAD, "105")
    one.tab.show_session(logging.start_free(one.lifter, one.today))
    read_pounds(one)
    one.tab.show_session(first.id)
    assert one.texts(1)[0] == "105kg"


def test_a_unit_that_was_typed_is_the_one_that_stays(one) -> None:
    correct(one, Field.LOAD, "225lb")
    read_pounds(one)
    assert one.texts(1)[0] == "225lb"


def test_what_is_stored_in_the_other_unit_is_not_typed_any_more(one) -> None:
    correct(one, Field.LOAD, "225lb")
    one.enter()
    assert settled(one) == [(225.0, Unit.LB, 5)]
    assert (one.says(), one.tab.session.half_typed()[0].texts()) == ("", [])


def test_an_offer_that_nobody_typed_is_in_the_new_unit(desk, did) -> None:
    did(desk.today.replace(day=1), "back-squat", LoggedSet(100.0, 5, load=100.0))
    desk.start()
    desk.press(Qt.Key.Key_Tab)
    desk.type("6")
    read_pounds(desk)
    assert desk.line(1).cells[Field.LOAD].placeholderText() == "220.5"
    assert desk.texts(1)[:2] == ["", "6"]
