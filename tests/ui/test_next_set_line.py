"""The foot of a card tells what to expect of the next set, and moves nothing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from planner.coach import absences, files, logging, switches
from planner.coach.switches import Switch
from planner.engine.terms import (
    Absence,
    LoggedExercise,
    LoggedSet,
    PlannedSet,
    Session,
    Technique,
    phrase,
)
from planner.storage import clients, log, plan
from planner.ui.next_line import NextSetLine

FIVES = (PlannedSet(5, 5, 2.0, 100.0, load=100.0),) * 4
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def trained(lifter: int, today: date) -> int:
    """Squat four sets of five at 100 kg twice a week for six weeks."""
    entry = LoggedSet(100.0, 5, 2.0, load=100.0)
    for back in range(12, 0, -1):
        slots = (LoggedExercise("back-squat", (entry,) * 4),)
        log.add_session(lifter, Session(today - timedelta(days=4 * back), slots, finished=True))
    return lifter


@pytest.fixture
def foot(trained, desk, plan_today: Callable[..., None]) -> NextSetLine:
    plan_today(back_squat=FIVES)
    desk.start_planned()
    return desk.tab.session.cards[0].next_set


def log_set(desk, text: str) -> None:
    desk.type(text)
    desk.enter()
    QApplication.processEvents()


def test_the_next_set_is_told_when_one_is_logged_and_moves_no_row(desk, foot):
    card = desk.tab.session.cards[0]
    places = [line.pos() for line in card.rows], card.size()
    log_set(desk, "100x5@2")
    assert foot.forecast.text().startswith("Next: ")
    assert foot.forecast.text().endswith(" in 10 for 5")
    assert not foot.take.isVisible()
    assert ([line.pos() for line in card.rows], card.size()) == places


def test_the_room_that_was_needed_once_is_kept_until_the_width_changes(desk, foot):
    log_set(desk, "100x2@0")
    said, usual = foot._shown, foot.height()
    foot._show(replace(said, news=phrase("Much was said. " * 20)))
    QApplication.processEvents()
    most = foot.height()
    foot._show(said)
    QApplication.processEvents()
    assert usual < most == foot.height()
    desk.window.resize(desk.window.width() + 40, desk.window.height())
    QApplication.processEvents()
    assert foot.height() == usual


def test_a_lighter_load_is_taken_by_one_key_and_logged_by_enter_alone(desk, foot):
    log_set(desk, "100x2@0")
    assert foot.take.isVisible()
    assert foot.forecast.text().startswith("The last set had 2.")
    desk.press(Qt.Key.Key_J, CTRL)
    offered = float(desk.texts(2)[0])
    assert offered < 100.0
    assert len(desk.stored()) == 1
    assert desk.focus() is next(iter(desk.line(2).cells.values()))
    QApplication.processEvents()
    assert not foot.take.isVisible()
    assert f"at {offered:g} kg" in foot.forecast.text()
    desk.enter()
    assert desk.work()[1][:2] == (offered, 5)


def test_the_load_offered_is_taken_back_when_the_lifter_is_ill(desk, foot, trained, today):
    log_set(desk, "100x2@0")
    assert foot.take.isVisible()
    absences.add(trained, Absence(today, None, "ill"))
    desk.refresh()
    QApplication.processEvents()
    assert not foot.take.isVisible()
    assert foot.news.text() == ""
    assert foot.forecast.text().startswith("Next: ")


def test_breakdowns_and_pain_are_told_at_once(desk, foot):
    for _ in range(2):
        log_set(desk, "100x5@2")
        desk.press(Qt.Key.Key_3, Qt.KeyboardModifier.AltModifier)
    QApplication.processEvents()
    assert foot.news.text() == "2 breakdowns today: the load will not rise next time."
    last = desk.stored()[-1]
    assert last.technique is Technique.BREAKDOWN
    logging.change_set(replace(last, pain=6))
    desk.refresh()
    QApplication.processEvents()
    assert foot.news.text().startswith("Pain of 6 out of 10: stop this exercise and")
    assert not foot.forecast.isVisible()


def test_what_comes_next_can_be_switched_off(desk, foot):
    switches.set_on(desk.lifter, Switch.NEXT_SET, False)
    log_set(desk, "100x5@2")
    assert not foot.forecast.isVisible()
    switches.set_on(desk.lifter, Switch.NEXT_SET, True)
    desk.refresh()
    QApplication.processEvents()
    assert foot.forecast.isVisible()


def test_the_load_offered_goes_when_the_gym_cannot_set_it_any_more(desk, foot, trained):
    log_set(desk, "100x2@0")
    assert foot.take.text() == "Take 85 kg"
    gym = replace(clients.lifter(trained).inventory, plates_kg=((20.0, 4),))
    clients.update_lifter(replace(clients.lifter(trained), inventory=gym))
    desk.refresh()
    QApplication.processEvents()
    assert not foot.take.isVisible()


def test_more_is_not_offered_once_the_week_becomes_a_deload(desk, foot, trained, today):
    for _ in range(2):
        log_set(desk, "100x5@5")
    assert foot.take.isVisible()
    plan.update_week(replace(plan.mesocycle_on(trained, today).weeks[0], deload=True))
    desk.refresh()
    QApplication.processEvents()
    assert not foot.take.isVisible()


def test_nothing_is_looked_up_while_a_backup_takes_the_place_of_the_file(desk, foot, database):
    desk.line(2).first_cell().setFocus()
    files.close_file()
    QApplication.processEvents()
    assert foot.isVisible()
