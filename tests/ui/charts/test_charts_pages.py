"""Turning the pages of the charts tab."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from planner.coach import files
from planner.ui import file_dialog
from planner.ui.charts.chart_page import ChartPage
from planner.ui.charts.page_bar import PageBar
from planner.ui.charts.pages import PageName
from planner.ui.charts.plot_legend import Legend, LegendSign
from planner.ui.charts.range_dialog import RangeDialog


def test_the_first_page_is_about_the_strength_of_the_chosen_lift(desk):
    assert desk.tab.bar.chip(PageName.STRENGTH).isChecked()
    assert desk.tab.page is desk.tab.strength_page


def test_a_narrow_bar_has_the_pages_in_a_list(qtbot):
    bar = PageBar()
    qtbot.addWidget(bar)
    bar.show_pages(list(PageName), PageName.STRENGTH)
    bar.resize(1400, 40)
    bar.show()
    assert not bar.list.isVisible()
    bar.resize(160, 40)
    assert bar.list.isVisible()
    assert bar.list.count() == len(PageName)


def test_the_pages_can_be_turned_without_a_mouse(desk):
    QTest.keyClick(desk.tab, Qt.Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(desk.tab, Qt.Key.Key_PageUp, Qt.KeyboardModifier.ControlModifier)
    assert desk.tab.page is desk.tab.strength_page


def test_a_new_page_is_made_while_the_one_before_is_in_sight(desk, qtbot):
    desk.tab.bar.chip(PageName.VOLUME).click()
    assert desk.tab.bar.chip(PageName.VOLUME).isChecked()
    assert desk.tab.strength_page.isVisible()
    qtbot.waitUntil(lambda: desk.tab.page.isVisible())
    assert not desk.tab.strength_page.isVisible()


def test_pages_turned_quickly_are_all_counted(desk, qtbot):
    for _ in range(2):
        QTest.keyClick(desk.tab, Qt.Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)
    assert desk.tab.bar.chip(PageName.VOLUME).isChecked()
    qtbot.waitUntil(lambda: desk.tab.page.isVisible())
    assert type(desk.tab.page).__name__ == "VolumePage"


def test_a_picture_is_of_the_page_that_was_turned_to_however_quickly(desk, monkeypatch, tmp_path):
    picture = tmp_path / "chart.csv"
    monkeypatch.setattr(file_dialog, "to_save", lambda *_: (str(picture), ""))
    desk.tab.bar.chip(PageName.VOLUME).click()
    desk.tab.export.click()
    assert desk.tab.page.isVisible()
    assert "back-squat" not in picture.read_text("utf-8")
    assert len(picture.read_text("utf-8").splitlines()) > 1


def test_only_the_page_that_was_turned_to_last_is_made(desk, qtbot):
    for name in (PageName.RECOVERY, PageName.RECORDS, PageName.STRENGTH, PageName.VOLUME):
        desk.tab.bar.chip(name).click()
    qtbot.waitUntil(lambda: desk.tab.page.isVisible())
    made = {type(each).__name__ for each in desk.tab.findChildren(ChartPage)}
    assert made == {"StrengthPage", "VolumePage"}


def test_a_page_turned_to_is_not_made_of_a_file_that_is_closed(desk):
    desk.tab.bar.chip(PageName.VOLUME).click()
    desk.tab.forget()
    files.close_file()
    QApplication.processEvents()
    QApplication.processEvents()
    assert desk.tab.strength_page.isVisible()


def test_the_numbers_behind_the_strength_page(desk, golden):
    golden("strength", desk.tab.strength_page)


def ask(desk, since, until):
    """Choose days of one's own; return the dialog."""
    desk.tab.range.own_days.click()
    (made,) = desk.tab.findChildren(RangeDialog)
    made.since.show_day(since)
    made.until.show_day(until)
    made.accept()
    QApplication.processEvents()
    return made


def test_days_of_ones_own_are_shown(desk):
    ask(desk, date(2026, 7, 1), date(2026, 8, 31))
    low, high = desk.tab.strength_page.strength.days_shown()
    assert (low, high) == (date(2026, 6, 26).toordinal(), date(2026, 9, 5).toordinal())
    assert desk.tab.range.own_days.isChecked()
    desk.refresh()
    assert desk.tab.strength_page.strength.days_shown() == (low, high)


def test_days_that_cannot_be_shown_are_said_in_place(desk):
    asked = ask(desk, date(2026, 8, 31), date(2026, 8, 1))
    assert asked.isVisible()
    assert "at least six days" in asked.told.text()
    asked.reject()
    QApplication.processEvents()
    assert desk.tab.range.six_months.isChecked()


def test_a_short_bar_has_the_days_in_a_list_and_their_keys_stay(desk):
    desk.tab.shorten_bar(True)
    assert not desk.tab.range.six_weeks.isVisible()
    desk.tab.range.list.activated.emit(0)
    low, high = desk.tab.strength_page.weekly.days_shown()
    assert high - low == 42 + 10
    QTest.keyClick(desk.tab, Qt.Key.Key_A, Qt.KeyboardModifier.AltModifier)
    assert desk.tab.range.list.currentText() == "All"
    QTest.keyClick(desk.tab, Qt.Key.Key_O, Qt.KeyboardModifier.AltModifier)
    (asked,) = desk.tab.findChildren(RangeDialog)
    assert asked.isVisible()
    asked.reject()


def test_a_picture_is_copied_and_the_numbers_while_the_table_is_shown(desk):
    card = desk.tab.strength_page.weekly_card
    card.copy_button.click()
    assert not QApplication.clipboard().pixmap().isNull()
    card.table_button.click()
    card.copy_button.click()
    lines = QApplication.clipboard().text().splitlines()
    assert lines[0] == "Week of\tHard sets\tFrom\tTo"
    assert lines[1].startswith("2 Nov 2026\t0\t")


def test_days_of_ones_own_stand_on_their_button(desk):
    ask(desk, date(2026, 7, 1), date(2026, 8, 31))
    assert desk.tab.range.own_days.text() == "1 Jul – 31 Aug 2026"
    desk.tab.range.all_days.click()
    assert desk.tab.range.own_days.text() == "&Own…"


def test_that_something_was_copied_is_not_said_of_the_next_lift(desk):
    card = desk.tab.strength_page.strength_card
    card.copy_button.click()
    assert card.note.text() == "Copied"
    desk.choose("Bench press")
    assert not card.note.isVisible()


def test_a_narrow_legend_has_more_lines_and_loses_nothing(qtbot):
    legend = Legend([(LegendSign.DOT, "sessions"), (LegendSign.RING, "held out")])
    qtbot.addWidget(legend)
    assert legend.heightForWidth(90) == 2 * legend.heightForWidth(900)


def test_a_click_that_waited_for_the_chips_counts(qtbot):
    """It comes before anything that the event loop would do for them first."""
    bar = PageBar()
    qtbot.addWidget(bar)
    bar.resize(1200, 40)
    bar.show()
    chosen = []
    bar.chosen.connect(chosen.append)
    bar.show_pages(list(PageName), PageName.STRENGTH)
    chip = bar.chip(PageName.RECORDS)
    assert bar.childAt(chip.mapTo(bar, chip.rect().center())) is chip
    QTest.mouseClick(chip, Qt.MouseButton.LeftButton)
    assert chosen == [PageName.RECORDS]
