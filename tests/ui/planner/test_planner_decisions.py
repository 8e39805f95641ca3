"""Decisions on suggestions by mouse and keyboard: later, with a reason, all loads, the trail."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from planner.coach import clients, planning, week_edits
from planner.engine.terms import LoggedExercise, LoggedSet, PlannedSet, Session, Unit
from planner.storage import decisions, log
from planner.ui.adjust_form import AdjustForm
from planner.ui.dismiss_form import DismissForm
from planner.ui.suggestion_card import SuggestionCard
from planner.ui.trail_dialog import TrailDialog
from planner.ui.why_dialog import WhyDialog

Key = Qt.Key
TODAY = date(2026, 11, 5)


@pytest.fixture
def two(lifter, planner):
    """The planner of somebody with easy loads on two lifts, planned together on Thursday."""
    for slug, load in (("bench-press", 60.0), ("leg-press", 160.0)):
        entry = LoggedSet(load, 8, rir=3.0, target_reps=8, load=load)
        for session in range(12, 0, -1):
            on = TODAY - timedelta(days=3 * session)
            slot = LoggedExercise(slug, (entry,) * 4)
            log.add_session(lifter, Session(on, (slot,), name="Day", finished=True))
    work = (PlannedSet(8, 8, 2.0, load_kg=160.0, load=160.0),) * 4
    week_edits.prescribe(week_edits.add_exercise(planner.planned()[1].id, "leg-press"), work)
    planner.refresh()
    return planner


@pytest.fixture
def apart(two):
    """The same, with a card for each load instead of the list alone."""
    pane(two).loads.singly.setChecked(True)
    two.refresh()
    return two


def pane(planner):
    return planner.tab._advising.pane


def cards(planner) -> list[SuggestionCard]:
    return pane(planner)._cards


def click(widget, text: str) -> None:
    next(b for b in widget.findChildren(QPushButton) if b.text().replace("&", "") == text).click()


def says(widget) -> str:
    return "\n".join(made.text() for made in widget.findChildren(QLabel))


def loads(planner) -> list[str]:
    lines = planner.planned()[1].exercises
    return [planning.prescription_text(line.sets, Unit.KG)[1] for line in lines]


def kept(planner) -> list[tuple[str, str]]:
    return [(made.verdict, made.reason) for made in decisions.decisions(planner.lifter)]


def test_a_card_is_put_off_until_tomorrow(apart):
    name = cards(apart)[0].advice.name
    click(cards(apart)[0], "Later")
    assert name not in [card.advice.name for card in cards(apart)]
    assert "Put off until tomorrow." in says(pane(apart))
    assert kept(apart) == [("later", "")]
    apart.tab.refresh(apart.lifter, TODAY + timedelta(days=1))
    assert name in [card.advice.name for card in cards(apart)]


def test_a_click_right_after_an_edit_is_done_while_the_same_is_suggested(apart):
    apart.tab.refresh(apart.lifter, TODAY)  # as after an edit: the advice follows
    click(cards(apart)[0], "Later")
    assert kept(apart) == [("later", "")]


def test_a_click_on_what_an_edit_has_changed_does_nothing_and_says_why(apart):
    line = apart.planned()[1].exercises[1]
    assert line.exercise == "leg-press"
    old = next(card for card in cards(apart) if card.advice.suggestion.exercise == "leg-press")
    slot = LoggedExercise("leg-press", (LoggedSet(160.0, 5, rir=0.0, target_reps=8, load=160.0),))
    log.add_session(apart.lifter, Session(TODAY, (slot,), finished=True))
    apart.tab.refresh(apart.lifter, TODAY)
    click(old, "Later")
    assert kept(apart) == []
    assert "The plan was changed: this is what is suggested now." in says(pane(apart))


def test_a_usual_reason_is_one_click_away(apart):
    click(cards(apart)[0], "Dismiss")
    click(cards(apart)[0], "No equipment")
    assert kept(apart) == [("dismissed", "No equipment")]
    assert loads(apart) == ["60", "160"]


def test_everything_on_the_cards_is_done_with_letters_and_arrows(apart):
    first, second = cards(apart)
    first.accept.setFocus()
    apart.press(Key.Key_Down)
    assert second.accept.hasFocus()
    apart.press(Key.Key_D)
    apart.type("jaw")  # letters in a field are text
    apart.press(Key.Key_Escape)
    assert second.accept.hasFocus()
    apart.press(Key.Key_J)
    apart.press(Key.Key_Escape, on=apart.tab.findChild(AdjustForm).load)
    apart.press(Key.Key_L)
    assert kept(apart) == [("later", "")]
    assert first.hasFocus()
    apart.press(Key.Key_Return)
    assert kept(apart) == [("later", "")]  # one more Enter takes nothing
    apart.press(Key.Key_Down)
    assert first.accept.hasFocus()
    apart.press(Key.Key_W)
    apart.tab.findChild(WhyDialog).accept()
    apart.press(Key.Key_A, on=first.accept)
    assert kept(apart)[1:] == [("accepted", "")]
    assert cards(apart) == []


def test_the_keyboard_goes_to_the_suggestions_and_back(two):
    two.select(3)
    two.tab.read_suggestions()
    assert pane(two).loads.accept.hasFocus()
    two.press(Key.Key_Escape)
    assert two.grid.hasFocus()


def test_all_loads_are_accepted_at_once_but_for_those_not_ticked(two):
    card = pane(two).loads
    assert "Week 1: 2 loads to look at" in says(card)
    assert "160 → 165 kg" in says(card) or "160 → 162.5 kg" in says(card)
    assert card.accept.text() == "Accept all 2"
    next(row for row in card.rows if row.change.name == "Leg press").box.click()
    assert card.accept.text() == "Accept 1 of 2"
    card.accept.setFocus()
    two.press(Key.Key_A)
    assert loads(two) == ["62.5", "160"]
    assert card.isHidden()
    two.history.undo()
    assert loads(two) == ["60", "160"]
    assert not card.isHidden()


def test_what_is_in_the_list_of_loads_has_a_card_of_its_own_only_when_asked_for(two):
    assert cards(two) == []
    pane(two).loads.singly.click()
    assert len(cards(two)) == 2
    pane(two).loads.singly.click()
    assert cards(two) == []


def test_each_of_the_loads_is_told_adjusted_or_dismissed_from_its_row(two):
    card = pane(two).loads
    first, second = (row.box for row in card.rows)
    first.setFocus()
    two.press(Key.Key_Down)
    assert second.hasFocus()
    two.press(Key.Key_Down)
    assert card.accept.hasFocus()
    two.press(Key.Key_Up)
    two.press(Key.Key_W)
    two.tab.findChild(WhyDialog).accept()
    second.setFocus()
    two.press(Key.Key_J, on=second)
    form = two.tab.findChild(AdjustForm)
    assert form.parent().advice.name == card.rows[1].change.name
    two.press(Key.Key_Escape, on=form.load)
    first.setFocus()
    two.press(Key.Key_D, on=first)
    (form,) = (each for each in two.tab.findChildren(DismissForm) if each.isVisible())
    form.reason.setText("not today")
    two.press(Key.Key_Return, on=form.reason)
    assert kept(two) == [("dismissed", "not today")]


@pytest.mark.usefixtures("dressed")
def test_fields_that_open_below_the_edge_come_into_sight(two, qtbot):
    two.window.resize(1280, 420)
    pane(two).loads.singly.click()
    QApplication.processEvents()
    area = pane(two)._area
    last = pane(two)._cards[-1]
    for opens, kind in ((last.adjust, AdjustForm), (last.ask_reason, DismissForm)):
        area.verticalScrollBar().setValue(0)
        opens()
        form = last.findChild(kind)
        qtbot.waitUntil(
            lambda form=form: (
                area.viewport()
                .rect()
                .contains(QRect(form.mapTo(area.viewport(), QPoint(0, 0)), form.size()))
            )
        )


def test_all_loads_are_one_step_to_undo(two):
    pane(two).loads.accept.click()
    assert "2 lifts: loads changed in 2 places ahead." in says(pane(two))
    assert loads(two)[0] == "62.5"
    two.history.undo()
    assert loads(two) == ["60", "160"]
    assert kept(two) == []


def test_loads_put_off_together_are_back_tomorrow(two):
    click(pane(two).loads, "Later")
    assert pane(two).loads.isHidden()
    assert cards(two) == []
    two.tab.refresh(two.lifter, TODAY + timedelta(days=1))
    assert len(cards(two)) == 2


def trail(planner) -> TrailDialog:
    click(pane(planner), "Decided…")
    return planner.tab.findChild(TrailDialog)


def cells(dialog: TrailDialog) -> list[list[str]]:
    model = dialog.model
    columns = range(model.columnCount())
    return [[model.index(row, at).data() for at in columns] for row in range(model.rowCount())]


def test_what_was_decided_is_listed_searched_and_copied(apart):
    clients.change(replace(clients.lifter(apart.lifter), coach="Mira"))
    bench = next(card for card in cards(apart) if card.advice.name == "Bench press")
    click(bench, "Adjust…")
    apart.tab.findChild(AdjustForm).load.setText("61")
    apart.press(Key.Key_Return, on=apart.tab.findChild(AdjustForm).load)
    click(cards(apart)[0], "Dismiss")
    click(cards(apart)[0], "I feel tired")
    dialog = trail(apart)
    leg, bench = cells(dialog)
    assert bench == ["5 Nov", "Bench press", "Go up to 62.5 kg", "Accepted, changed",
                     "61 kg instead of 62.5 kg", "–", "Mira"]  # fmt: skip
    assert (leg[1], leg[3], leg[5]) == ("Leg press", "Dismissed", "I feel tired")
    assert "Dismissed by Mira\nReason: I feel tired" in dialog.detail.text()
    dialog.search.setText("bench changed")
    assert cells(dialog) == [bench]
    assert "Suggested: 62.5 kg\nTaken: 61 kg" in dialog.detail.text()
    dialog.copy()
    assert "61 kg instead of 62.5 kg" in QGuiApplication.clipboard().text()
    dialog.search.clear()
    dialog.verdict.setCurrentText("Dismissed")
    assert cells(dialog) == [leg]
    dialog.lift.setCurrentText("Bench press")
    assert dialog.none.text() == "No decision fits."
    dialog.accept()


def test_before_anything_is_decided_the_list_says_so(planner):
    dialog = trail(planner)
    assert dialog.none.text().startswith("Nothing is decided yet")
    assert not dialog.copying.isEnabled()
    dialog.accept()


def test_why_tells_what_was_decided_before_on_the_lift(apart):
    click(cards(apart)[0], "Later")
    apart.tab.refresh(apart.lifter, TODAY + timedelta(days=1))
    later = next(card for card in cards(apart) if card.advice.name == "Bench press")
    click(later, "Why?")
    assert "DECIDED BEFORE\n5 Nov: Later" in says(apart.tab.findChild(WhyDialog))


@pytest.mark.usefixtures("dressed")
def test_the_buttons_of_a_card_fit_in_a_small_window(apart):
    (first, _) = cards(apart)
    room = first.contentsRect().right()
    shown = [button for button in first.findChildren(QPushButton) if button.isVisible()]
    ends = [button.mapTo(first, button.rect().topRight()).x() for button in shown]
    assert {button.text() for button in shown} == {"Why?", "Accept", "Adjust…", "Later", "Dismiss"}
    assert max(ends) <= room
    assert all(button.width() >= button.sizeHint().width() for button in shown)
