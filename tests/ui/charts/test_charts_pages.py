"""Turning the pages of the charts tab."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from planner.ui.charts.pages import PageName


def test_the_first_page_is_about_the_strength_of_the_chosen_lift(desk):
    assert desk.tab.bar.chip(PageName.STRENGTH).isChecked()
    assert desk.tab.page is desk.tab.strength_page


def test_a_narrow_window_has_the_pages_in_a_list(desk):
    desk.window.resize(600, 700)
    QApplication.processEvents()
    narrow = desk.tab.bar.list.isVisible()
    desk.window.resize(1400, 700)
    QApplication.processEvents()
    assert (narrow, desk.tab.bar.list.isVisible()) == (len(PageName) > 1, False)


def test_the_pages_can_be_turned_without_a_mouse(desk):
    QTest.keyClick(desk.tab, Qt.Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(desk.tab, Qt.Key.Key_PageUp, Qt.KeyboardModifier.ControlModifier)
    assert desk.tab.page is desk.tab.strength_page


def test_the_numbers_behind_the_strength_page(desk, golden):
    golden("strength", desk.tab.strength_page)
