"""The planner shows a load that is kept back as the sheet prints it, and keeps what is planned."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt

from planner.coach import health, printing, scope, week_edits
from planner.coach.prescription import parse_prescription
from planner.engine.terms import Exercise, ReferralSource, Restriction, Topic, Unit
from planner.ui.prescription_editor import PrescriptionEditor

TODAY = date(2026, 11, 5)  # the Thursday of the week, with a bench press
WAITS, LIMITED = "waits for clearance", "a limit keeps it back"


def line(planner, day: int = 3, number: int = 0):
    return planner.grid.week.days[day].cards[0].lines[number]


def printed(planner, session: int = 1, number: int = 0):
    """Return a line of the sheet of the week."""
    sheet = printing.week_sheet(planner.lifter, TODAY, TODAY)
    return sheet.sessions[session].lines[number]


def tip(planner) -> str:
    return planner.card(3).rows[1].toolTip()


@pytest.fixture
def waiting(planner):
    """Let the bench press be planned with a warm-up, and all loads wait."""
    sets = parse_prescription("w 1x5 40; 4x8 @2 60", Unit.KG, Exercise("bench-press")).sets
    week_edits.prescribe(line(planner).id, sets)
    health.raise_referral(planner.lifter, Topic.CHEST_PAIN, TODAY, ReferralSource.SIGN)
    planner.refresh()
    return planner


def test_a_load_that_waits_is_a_dash_and_tooltip_and_reader_say_why(waiting):
    shown, paper = line(waiting), printed(waiting)
    assert (shown.shown_load, shown.sets, shown.warm_ups) == ("–", "4×8", 0)
    assert (shown.shown_load, shown.sets, len(paper.warm_up)) == (paper.load, paper.sets, 0)
    for told in (shown.spoken, tip(waiting), waiting.card(3).rows[1].accessibleName()):
        assert f"60 kg planned; {WAITS}" in told
        assert "@2" not in told
    waiting.card(3).rows[1].grab()


def test_the_editor_has_the_load_that_waits_and_a_note_does_not_lose_it(waiting):
    waiting.select(3, 0)
    waiting.press(Qt.Key.Key_Return, on=waiting.grid)
    editor = waiting.tab.findChild(PrescriptionEditor)
    assert editor.sets.text().endswith("4x8 @2 60")
    editor.note.setFocus()
    waiting.type("Elbows in")
    waiting.press(Qt.Key.Key_Return)
    made = waiting.planned()[1].exercises[0]
    assert (made.note, made.sets[-1].load_kg, made.sets[-1].rir) == ("Elbows in", 60.0, 2.0)
    assert line(waiting).shown_load == "–"


def test_an_open_load_or_one_of_unknown_strength_only_says_that_it_waits(waiting):
    for text, told in (("4x8 @2", f"4×8, {WAITS}"), ("4x8 80%", f"4×8, 80 % planned; {WAITS}")):
        sets = parse_prescription(text, Unit.KG, Exercise("bench-press")).sets
        week_edits.prescribe(line(waiting).id, sets)
        waiting.refresh()
        assert f"Bench press, {told}" in line(waiting).spoken
        assert "log a session" not in line(waiting).spoken
        assert line(waiting).shown_load == printed(waiting).load == "–"


def test_what_has_no_load_but_the_body_says_so_while_it_waits(waiting):
    week_edits.add_exercise(waiting.planned()[1].id, "v-up")
    waiting.refresh()
    shown = line(waiting, number=1)
    assert shown.shown_load == printed(waiting, number=1).load == "bw"
    assert WAITS in shown.spoken


def test_a_load_over_a_limit_is_the_limit_and_one_barred_is_a_dash(planner):
    limit = Restriction(TODAY, None, "Dr Ruiz", exercise="bench-press", most_kg=40.0)
    scope.keep(planner.lifter, limit)
    planner.refresh()
    assert line(planner).shown_load == printed(planner).load == "≤ 40"
    assert f"≤ 40, 60 kg planned; {LIMITED}" in line(planner).spoken
    assert f"60 kg planned; {LIMITED}" in tip(planner)
    scope.keep(planner.lifter, Restriction(TODAY, None, "Dr Ruiz", exercise="bench-press"))
    planner.refresh()
    assert line(planner).shown_load == printed(planner).load == "–"
    assert f"60 kg planned; {LIMITED}" in line(planner).spoken
    assert "≤" not in line(planner).spoken


def test_a_week_after_a_limit_shows_its_loads(block, planner):
    limit = Restriction(TODAY, TODAY + timedelta(days=2), exercise="bench-press")
    scope.keep(planner.lifter, limit)
    planner.refresh()
    assert (line(planner).shown_load, line(planner).limited) == ("–", True)
    week_edits.add_exercise(week_edits.add_session(block + 1, 0, "Upper"), "bench-press")
    planner.press(Qt.Key.Key_PageDown, on=planner.grid)
    later = line(planner, day=0)
    assert (later.held, later.limited, later.mind) == (False, False, "")
