"""The field for a day and its calendar, in the look of the window."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QDate, QRect, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QToolButton, QVBoxLayout, QWidget

from planner.ui import theme
from planner.ui.date_field import DateField
from planner.ui.date_popup import DatePopup

DAY = date(2026, 11, 7)  # a Saturday
RED = QColor("red")


@pytest.fixture(params=[theme.LIGHT, theme.DARK], ids=["light", "dark"])
def dressed(request, qapp):
    theme.apply(qapp, request.param)
    yield request.param
    theme.apply(qapp, theme.LIGHT)


def test_a_day_comes_back_as_it_was_shown(qtbot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    field = DateField(date(2026, 1, 1), DAY, parent)
    field.show_day(DAY)
    assert field.day() == DAY


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_the_calendar_has_no_red_weekends_and_no_accent_bar(qtbot, dressed) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    calendar = DateField(DAY, DAY, parent).calendarWidget()
    calendar.show()
    QApplication.processEvents()
    picture = calendar.grab().toImage()
    seen = {
        picture.pixelColor(x, y).name()
        for x in range(0, picture.width(), 2)
        for y in range(0, picture.height(), 2)
    }
    assert RED.name() not in seen
    assert picture.pixelColor(picture.width() // 2, 2).name() == dressed.panel


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_the_calendar_has_a_frame_and_mutes_other_months_and_rings_today(qtbot, dressed) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    calendar = DateField(DAY, date(2026, 11, 19), parent).popup
    calendar.show()
    QApplication.processEvents()
    assert calendar.grab().toImage().pixelColor(0, 40).name() == dressed.muted
    inside, outside, today = (painted(calendar, QDate(2026, *day)) for day in DAYS)
    assert dressed.text in inside
    assert dressed.text not in outside
    assert dressed.muted in outside
    assert dressed.accent in today
    assert dressed.accent not in inside | outside


DAYS = ((11, 12), (12, 2), (11, 19))


def painted(calendar: DatePopup, day: QDate) -> set[str]:
    """Return the colours that a cell is painted in, four times as large as on screen."""
    picture = QImage(160, 120, QImage.Format.Format_RGB32)
    picture.fill(QColor(theme.current().panel))
    painter = QPainter(picture)
    painter.scale(4, 4)
    calendar.paintCell(painter, QRect(0, 0, 40, 30), day)
    painter.end()
    return {picture.pixelColor(x, y).name() for x in range(160) for y in range(120)}


def test_the_arrows_of_the_calendar_can_be_read_out(qtbot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    calendar = DateField(DAY, DAY, parent).calendarWidget()
    arrows = [
        b.accessibleName()
        for b in calendar.findChildren(QToolButton)
        if b.objectName().endswith("month")
    ]
    assert set(arrows) >= {"Month before", "Month after"}


@pytest.mark.parametrize(
    "text", ["23 Nov", "23.11.", "2026-11-23", "Monday, 23 November 2026", "nov 23"]
)
def test_a_day_is_typed_over_the_one_that_is_shown(qtbot, text) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    field = DateField(DAY, DAY, parent)
    parent.show()
    qtbot.keyClick(field, Qt.Key.Key_Home)
    qtbot.keyClick(field, Qt.Key.Key_End, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClicks(field, text)
    assert field.day() == date(2026, 11, 23)
    assert field.text() == "Monday, 23 November 2026"


@pytest.mark.parametrize("text", ["soon", "99999999999999", "1.99999999999999.", "9" * 5000])
def test_what_is_no_day_leaves_the_one_before_and_arrows_step(qtbot, text) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    field = DateField(DAY, DAY, parent)
    parent.show()
    field.selectAll()
    QApplication.clipboard().setText(text)
    qtbot.keyClick(field, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert field.day() == DAY
    for key, day in ((Qt.Key.Key_Up, 8), (Qt.Key.Key_PageUp, 15), (Qt.Key.Key_Down, 14)):
        qtbot.keyClick(field, key)
        assert field.day() == date(2026, 11, day)


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_tab_leaves_the_field_at_once_whatever_was_typed(qtbot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    box = QVBoxLayout(parent)
    before, field, after = QLineEdit(parent), DateField(DAY, DAY, parent), QLineEdit(parent)
    for each in (before, field, after):
        box.addWidget(each)
    parent.show()
    with qtbot.waitActive(parent):
        parent.activateWindow()
    before.setFocus()
    QTest.keyClick(before, Qt.Key.Key_Tab)
    assert parent.focusWidget() is field
    QTest.keyClick(field, Qt.Key.Key_Tab)
    assert parent.focusWidget() is after
    QTest.keyClick(after, Qt.Key.Key_Backtab)
    QApplication.processEvents()  # the whole day is marked
    QTest.keyClicks(field.lineEdit(), "5 Nov")
    QTest.keyClick(field, Qt.Key.Key_Tab)
    assert parent.focusWidget() is after
    assert field.day() == date(2026, 11, 5)
    QTest.keyClick(after, Qt.Key.Key_Backtab)
    assert parent.focusWidget() is field
