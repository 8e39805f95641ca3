"""The lifter's fields, walked with the keyboard."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from planner import language
from planner.coach import clients
from planner.engine.terms import Equipment, Lifter, Limit
from planner.ui import screen_room
from planner.ui.lifter_dialog import LifterDialog


def test_the_columns_stand_below_each_other_on_a_screen_too_narrow_for_both(qtbot) -> None:
    dialog = LifterDialog(None)
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.form.bar.y() > dialog.form.note.y()
    assert dialog.form.width() + 48 <= dialog.width() <= dialog.screen().availableSize().width()


@pytest.mark.parametrize("code", [language.ENGLISH, "de", "ja"])
def test_nothing_is_cut_off_beside_the_bar_that_scrolls_the_fields(
    code: str, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    screen = QApplication.primaryScreen().availableSize()
    monkeypatch.setattr(screen_room, "FRAME", screen - QSize(800, 560))
    with language.saying(code):
        dialog = LifterDialog(None)
        qtbot.addWidget(dialog)
        dialog.show()
    area = dialog.findChild(QScrollArea)
    assert area.verticalScrollBar().maximum() > 0
    assert area.horizontalScrollBar().maximum() == 0


def test_tab_walks_the_fields_in_the_order_in_which_they_stand(
    database: object, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    screen = QApplication.primaryScreen().availableSize()
    monkeypatch.setattr(screen_room, "FRAME", screen - QSize(1272, 672))  # of 1280 x 720
    window = QWidget()
    qtbot.addWidget(window)
    dialog = LifterDialog(window)
    dialog.show()
    with qtbot.waitActive(dialog):
        dialog.activateWindow()
    dialog.form.name.setFocus()
    walked = []
    for _ in dialog.form.in_order():
        held = QApplication.focusWidget()
        assert held is not None
        walked.append(held)
        QTest.keyClick(held, Qt.Key.Key_Tab)
    assert walked == dialog.form.in_order()
    for lines in (dialog.form.person_lines(), dialog.form.gym_lines()):
        heights = [field.y() for _text, field in lines]
        assert heights == sorted(heights)
    last = QApplication.focusWidget()
    assert last is not None
    QTest.keyClick(last, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is dialog._save
    assert dialog.height() <= 620  # with its frame it fits a screen of 720
    dialog.close()


def test_how_many_exercises_may_be_new_is_a_count_or_nothing(database: object, qtbot: QtBot):
    window = QWidget()
    qtbot.addWidget(window)
    dialog = LifterDialog(window, Lifter(name="Ann", novelty_budget=1))
    assert dialog.form.novelty.text() == "1"
    dialog.form.novelty.setText("some")
    dialog.show()
    before = dialog.size()
    dialog.accept()
    assert "A count of exercises" in dialog._problem.text()
    assert dialog.size() == before  # the button stays under the mouse
    QTest.keyClicks(dialog.form.novelty, "5")
    assert not dialog._problem.text().strip()
    assert not dialog.form.novelty.property("state")
    dialog.form.novelty.setText("0")
    dialog.accept()
    assert dialog.lifter.novelty_budget == 0
    dialog.form.novelty.setText("")
    dialog.accept()
    assert dialog.lifter.novelty_budget is None


def test_a_name_like_another_lifters_is_pointed_at_and_may_stay(lifter: int, qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    dialog = LifterDialog(window)
    dialog.form.name.setText("sam LIFTER")
    assert not dialog._namesake.isHidden()
    assert dialog._namesake.text().startswith("Sam Lifter is here already.")
    dialog.accept()
    assert dialog.lifter.name == "sam LIFTER"
    dialog.form.name.setText("Sam Lifter junior")
    assert dialog._namesake.isHidden()
    itself = LifterDialog(window, clients.lifter(lifter))
    assert itself.windowTitle() == "Edit Sam Lifter"
    itself.form.name.setText("SAM LIFTER")
    assert itself._namesake.isHidden()


def test_a_year_of_birth_too_long_ago_is_answered_with_the_years_that_can_be(window) -> None:
    dialog = LifterDialog(window, Lifter(name="Ann"))
    dialog.form.birth_year.setText("1890")
    dialog.accept()
    this_year = date.today().year
    assert dialog._problem.text() == f"The year of birth is from {this_year - 110} to {this_year}."


def test_plates_are_read_from_the_heaviest_on(database: object, qtbot: QtBot) -> None:
    dialog = LifterDialog(None)
    qtbot.addWidget(dialog)
    assert dialog.form.plates.text().startswith("25")
    assert dialog.form.plates.cursorPosition() == 0


def test_what_is_there_and_what_to_spare_are_chips_and_nothing_marked_is_everything(
    database: object, qtbot: QtBot
) -> None:
    dialog = LifterDialog(None, Lifter(name="Ann"))
    qtbot.addWidget(dialog)
    dialog.accept()
    assert (dialog.lifter.equipment, dialog.lifter.limits) == ((), ())
    chips = [*dialog.form.there.by_kind.items(), *dialog.form.limits.by_kind.items()]
    for kind, chip in chips:
        if kind in (frozenset({Equipment.BARBELL}), Limit.KNEE, Limit.FALLS):
            chip.click()
    dialog.accept()
    there = (Equipment.BARBELL, Equipment.BODYWEIGHT, Equipment.OTHER)
    assert dialog.lifter.equipment == there
    assert dialog.lifter.limits == (Limit.KNEE, Limit.FALLS)
    again = LifterDialog(None, dialog.lifter)
    qtbot.addWidget(again)
    again.accept()
    assert again.lifter == dialog.lifter
