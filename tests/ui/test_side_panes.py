"""A small screen: the window fits it, and the panes beside the middle make room."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication, QSplitter

from planner.coach import blocks
from planner.engine.terms import LoggedExercise, LoggedSet, Session
from planner.storage import log
from planner.ui.main_window import MainWindow
from planner.ui.screen_room import room_on_screen
from planner.ui.shell import LEAST_SIZE
from planner.ui.side_panes import Side
from planner.ui.top_bar import TabName

WIDE, NARROW = QSize(1280, 720), QSize(712, 402)  # px; a laptop, and one scaled by two


@pytest.fixture
def window(database, lifter: int, qtbot) -> Iterator[MainWindow]:
    squat = LoggedExercise("back-squat", (LoggedSet(100.0, 5, load=100.0),))
    log.add_session(lifter, Session(date(2026, 11, 2), (squat,), finished=True))
    blocks.new_mesocycle(lifter, "Block", date(2026, 11, 5), weeks=1)
    made = MainWindow(database, today=lambda: date(2026, 11, 5))
    qtbot.addWidget(made)
    made.resize(WIDE)
    made.start()
    made.show()
    yield made
    made.close()


def panes(window: MainWindow) -> tuple[bool, bool]:
    QApplication.processEvents()
    splitter = window.pages.currentWidget().findChild(QSplitter)
    return splitter.widget(Side.LEFT).isHidden(), splitter.widget(Side.RIGHT).isHidden()


def test_the_least_size_never_exceeds_the_screen(window) -> None:
    assert LEAST_SIZE.boundedTo(room_on_screen(window)).width() <= window.screen().size().width()


@pytest.mark.parametrize("name", list(TabName))
def test_a_narrow_window_hides_both_panes_of_every_tab(window, name, qtbot) -> None:
    window.show_tab(name)
    assert panes(window) == (False, False)
    window.resize(NARROW)
    qtbot.waitUntil(lambda: panes(window) == (True, True))
    window.resize(WIDE)
    qtbot.waitUntil(lambda: panes(window) == (False, False))


def test_the_bar_has_room_for_its_buttons_in_a_narrow_window(window) -> None:
    for name in TabName:
        window.show_tab(name)
        window.resize(NARROW)
        QApplication.processEvents()
        assert window.bar.minimumSizeHint().width() <= NARROW.width()


def test_the_view_menu_hides_a_pane_and_shows_it_again(window) -> None:
    window.show_tab(TabName.LOG)
    right = window.menus.panes[Side.RIGHT]
    assert right.isChecked()
    right.trigger()
    assert panes(window) == (False, True)
    assert not right.isChecked()
    right.trigger()
    assert panes(window) == (False, False)


def test_the_buttons_of_the_log_say_less_where_they_have_no_room(window) -> None:
    window.show_tab(TabName.LOG)
    work = window.pages.currentWidget().work
    window.resize(1280, 720)
    assert (work.add.text(), work.finish.text()) == ("Add exercise", "Finish session")
    window.bar.setMaximumWidth(500)
    QApplication.processEvents()
    assert (work.add.text(), work.finish.text()) == ("Add", "Finish")
    assert work.finish.accessibleName() == "Finish session"


def test_a_pane_asked_for_stays_in_a_narrow_window(window) -> None:
    window.show_tab(TabName.LOG)
    window.resize(NARROW)
    window.menus.panes[Side.LEFT].trigger()
    assert panes(window) == (False, True)
    window.show_tab(TabName.CHARTS)
    assert panes(window) == (False, True)


def test_hidden_panes_come_back_as_wide_as_they_were(window) -> None:
    window.show_tab(TabName.LOG)
    window.resize(NARROW)
    window.tabs.save_places()
    window.resize(WIDE)
    window.state.restore_tab("log", window.tabs.log())
    assert panes(window) == (False, False)
    assert min(window.tabs.log().findChild(QSplitter).sizes()) > 100


def test_a_narrow_week_leads_to_the_suggestions_out_of_sight(window, qtbot) -> None:
    window.show_tab(TabName.PLANNER)
    window.resize(NARROW)
    qtbot.waitUntil(lambda: panes(window) == (True, True))
    window.tabs.planner()._header.suggestions.click()
    qtbot.waitUntil(lambda: panes(window) == (True, False))
