"""On 1280 x 720 at 200 %, 640 x 360 points, dialogs fit: above their buttons they scroll."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QApplication,
    QDialog,
    QProgressBar,
    QPushButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from planner.coach import blocks, health, scope
from planner.engine.terms import Limit, ReferralSource, Restriction, Topic
from planner.ui import (
    absence_stories,
    fuel_stories,
    health_stories,
    holiday_stories,
    scope_stories,
    screen_room,
    skill_stories,
    today_opening,
)
from planner.ui.main_window import MainWindow
from planner.ui.referral_clearance import ClearanceDialog
from planner.ui.referral_dialog import ReferralDialog
from planner.ui.screen_room import FRAME

SMALL = QSize(640, 360)
Open = Callable[[MainWindow], object]


@pytest.fixture
def small(window: MainWindow, monkeypatch: pytest.MonkeyPatch, lifter: int) -> MainWindow:
    """A window on a small screen, of somebody who waits for a clearance and has a limit."""
    window.resize(SMALL)
    window.show()
    room = window.screen().availableSize() - (SMALL - FRAME)
    monkeypatch.setattr(screen_room, "FRAME", room)
    on = window.today()
    for topic in (Topic.CARDIAC_EVENT, Topic.SURGERY, Topic.LOCKING):
        health.raise_referral(lifter, topic, on, ReferralSource.INTAKE)
    scope.keep(lifter, Restriction(on, limit=Limit.KNEE, words="No deep knee bend"))
    blocks.new_mesocycle(lifter, "Block", on, weeks=1)
    window.refresh()
    return window


def _card(window: MainWindow, name: str) -> None:
    health_stories.show_referrals(window)
    (dialog,) = (each for each in window.findChildren(ReferralDialog) if each.isVisible())
    getattr(dialog.cards[0], name).click()


def _injured(window: MainWindow) -> None:
    health_stories.ask_about_injury(health_stories.desk_of(window))


def _block(window: MainWindow, name: str) -> None:
    stories = window.tabs.planner().stories
    getattr(stories, name)()


OPENERS: dict[str, Open] = {
    "health questions": health_stories.show_questions,
    "something is wrong": health_stories.show_signs,
    "injury": _injured,
    "referrals": health_stories.show_referrals,
    "clearance": partial(_card, name="enter"),
    "letter": partial(_card, name="print_it"),
    "limits": scope_stories.show,
    "new limit": scope_stories.add,
    "fuel": fuel_stories.show,
    "what is shown": today_opening.show_switches,
    "recovery": today_opening.show_today,
    "time away": absence_stories.show,
    "holiday": holiday_stories.show,
    "skills": skill_stories.show,
    "skills of everybody": skill_stories.show_all,
    "export": lambda window: window.file_stories.export(),
    "go to": lambda window: window.lifter_stories.go_to(),
    "lifter": lambda window: window.lifter_stories.edit(),
    "block": partial(_block, name="start"),
    "block to edit": partial(_block, name="edit"),
}


def test_each_dialog_fits_a_small_screen_and_is_walked_and_closed_by_keyboard(
    small: MainWindow, qtbot: QtBot
) -> None:
    for name, opens in OPENERS.items():
        opens(small)
        open_ones = [each for each in small.findChildren(QDialog) if each.isVisible()]
        assert open_ones, name
        for dialog in reversed(open_ones):
            with qtbot.waitActive(dialog):
                dialog.activateWindow()
            if isinstance(dialog, ClearanceDialog):
                dialog.limited.setChecked(True)
            qtbot.waitUntil(partial(_is_read, dialog))
            QApplication.processEvents()
            _check(dialog, name)
            QTest.keyClick(dialog, Qt.Key.Key_Escape)
            assert not dialog.isVisible(), name


def _is_read(dialog: QDialog) -> bool:
    return not any(bar.isVisible() for bar in dialog.findChildren(QProgressBar))


def _check(dialog: QDialog, name: str) -> None:
    room = SMALL - FRAME
    fits = dialog.width() <= room.width() and dialog.height() <= room.height()
    assert fits, (name, dialog.size())
    for each in _buttons(dialog):
        assert dialog.rect().contains(_place(each, dialog)), (name, each.text())
    reached = set()
    for each in _walked(dialog):
        assert not each.visibleRegion().isEmpty(), (name, each)
        named = QAccessible.queryAccessibleInterface(each)
        assert named.text(QAccessible.Text.Name), (name, each)
        reached.add(each)
    assert {each for each in _buttons(dialog) if each.isEnabled()} <= reached, name


def _walked(dialog: QDialog) -> Iterator[QWidget]:
    """Yield what Tab reaches, once each, while it has the keyboard."""
    seen: set[QWidget] = set()
    while (held := dialog.focusWidget()) is not None and held not in seen:
        seen.add(held)
        yield held
        QTest.keyClick(held, Qt.Key.Key_Tab)


def _place(widget: QWidget, dialog: QDialog) -> QRect:
    return QRect(widget.mapTo(dialog, QPoint(0, 0)), widget.size())


def _buttons(dialog: QDialog) -> list[QPushButton]:
    """Return the buttons that stand in sight always: they do not scroll."""
    found = [each for each in dialog.findChildren(QPushButton) if each.isVisible()]
    areas = dialog.findChildren(QAbstractScrollArea)
    return [each for each in found if not any(area.isAncestorOf(each) for area in areas)]
