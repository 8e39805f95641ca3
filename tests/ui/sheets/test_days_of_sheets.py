"""A day is typed over that of a sheet: what is none stays, and nothing is stored meanwhile."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt

from planner.storage import log

TWO_DAYS = (("back-squat",), ("bench-press",))


def type_a_day(typist, text: str, block: int = 0) -> None:
    """Click a session's day and type another one."""
    typist.desk.form.complete()
    day = typist.desk.form.sessions[block].day
    day.setFocus(Qt.FocusReason.MouseFocusReason)
    day.selectAll()
    typist.type(text)


def told(typist, block: int = 0) -> str:
    said = typist.desk.form.sessions[block].says
    return said.text() if said.isVisible() else ""


def days(lifter: int) -> list[date]:
    return [session.on for session in log.sessions(lifter)]


@pytest.fixture
def ada(typist, plan_week) -> int:
    made = plan_week("Ada", *TWO_DAYS)
    typist.type(f"{typist.code(made)}\n95x5")
    return made


@pytest.mark.parametrize("text", ["2l.11.", "9 Nov", "2026-12-24", "30 Feb"])
def test_what_is_no_day_stays_and_nothing_of_its_session_is_stored(
    typist, ada: int, text: str
) -> None:
    type_a_day(typist, f"{text}\n")
    said = f"“{text}” is no day up to today: nothing of its session is saved until it is one."
    assert told(typist) == said
    typist.desk.form.sessions[1].lines[0].boxes[0].setFocus()
    typist.type("5")
    typist.save()
    assert days(ada) == [date(2026, 11, 4)]
    assert typist.desk.outcome.text() == f"1 set of Ada saved. {said}"
    assert typist.texts()[0] == "95x5"
    day = typist.desk.form.sessions[0].day
    assert (day.text(), day.property("state"), told(typist)) == (text, "error", said)
    assert day.hasFocus()
    day.selectAll()
    typist.type("3\n")
    assert told(typist) == ""
    typist.save()
    assert days(ada) == [date(2026, 11, 3), date(2026, 11, 4)]
    assert typist.desk.outcome.property("role") == "good"


def test_a_day_that_is_not_left_yet_counts_when_the_sheet_is_saved(typist, ada: int) -> None:
    type_a_day(typist, "5")
    typist.save()
    assert days(ada) == [date(2026, 11, 5)]


def test_an_emptied_day_is_the_one_from_before(typist, ada: int) -> None:
    type_a_day(typist, "soon\n")
    type_a_day(typist, " ")
    typist.press(Qt.Key.Key_Backspace)
    typist.press(Qt.Key.Key_Return)
    assert typist.desk.form.sessions[0].day.text() == "Mon 2 Nov"
    assert told(typist) == ""


def test_what_is_no_day_is_there_again_with_its_sheet(typist, ada: int) -> None:
    type_a_day(typist, "soon\n")
    typist.desk.keep()
    typist.desk.pile.ask_code()
    typist.type(f"{typist.code(ada)}\n")
    day = typist.desk.form.sessions[0].day
    assert (day.text(), typist.texts()[0]) == ("soon", "95x5")


def test_the_check_in_waits_for_the_day_it_is_of(typist, ada: int) -> None:
    type_a_day(typist, "soon\n")
    typist.desk.form.check_in.fields[0].setFocus()
    typist.type("4")
    typist.save()
    assert typist.desk.form.check_in.fields[0].text() == "4"
    assert typist.desk.form.edits()["check.sleep"] == "4"


def test_a_day_before_the_week_of_the_sheet_is_told(typist, ada: int) -> None:
    type_a_day(typist, "30 Oct\n")
    assert told(typist) == "Fri 30 Oct is before the week of this sheet."
    assert typist.desk.form.sessions[0].day.property("state") == "asked"
    typist.save()
    assert days(ada) == [date(2026, 10, 30)]
    assert told(typist) == "Fri 30 Oct is before the week of this sheet."
