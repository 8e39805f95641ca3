"""The charts: opened while the window answers, and from them back to the log."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from planner.coach import demo, logging
from planner.ui import tabs
from planner.ui.main_window import MainWindow
from planner.ui.tab_opening import TabOpening
from planner.ui.top_bar import TabName

TODAY = date(2026, 11, 5)
# a library whose import takes until a file is there, or two seconds
SLOW = """
from pathlib import Path
from time import sleep
for _ in range(1000):
    if not Path(__file__).with_name("go").exists():
        sleep(0.002)
"""


@pytest.fixture
def window(window: MainWindow) -> MainWindow:
    """The window on the file of one lifter, to be seen."""
    window.show()
    return window


@pytest.fixture
def imported(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[], None]]:
    """Let the charts need a library; return what ends its import, which takes until then."""
    (tmp_path / "slow_library.py").write_text(SLOW)
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.setattr(tabs, "LIBRARIES", ("slow_library",))
    go = tmp_path / "go"
    yield go.touch
    go.touch()


def test_charts_that_are_imported_stop_nothing_and_the_window_says_so(
    window: MainWindow, imported: Callable[[], None], qtbot: QtBot
) -> None:
    window.show_tab(TabName.LOG)
    charts, log = (window.menus.tabs[each] for each in (TabName.CHARTS, TabName.LOG))
    for _ in range(3):  # whoever turns away and back does not wait for the library either
        charts.trigger()
        assert charts.isChecked()
        opening = window.pages.currentWidget()
        assert isinstance(opening, TabOpening)
        assert [each.text() for each in opening.findChildren(QLabel)] == ["Opening…"]
        log.trigger()
        window.refresh()
        assert window.tabs.log().isVisible()
    charts.trigger()
    imported()
    qtbot.waitUntil(lambda: window.pages.currentWidget() is window.tabs._charts)
    log.trigger()
    charts.trigger()
    assert window.tabs.charts().isVisible()


def test_a_session_clicked_in_the_charts_opens_in_the_log(window: MainWindow, lifter: int) -> None:
    session_id = demo_session(lifter)
    window.refresh()
    window.show_tab(TabName.CHARTS)
    window.tabs.charts().session_wanted.emit(session_id)
    assert window.tabs.log().isVisible()


def test_a_session_opens_at_the_sets_of_the_lift_that_was_looked_at(window: MainWindow) -> None:
    lifter_id = demo.add_sample_lifter(TODAY)
    window.show_lifter(lifter_id)
    window.show_tab(TabName.CHARTS)
    tab = window.tabs.charts()
    point = tab.strength_page.strength._points[-1]
    tab.session_wanted.emit(point.session_id)
    focused = [card for card in window.tabs.log().session.cards if card.isAncestorOf(focus())]
    assert [card.card.exercise.slug for card in focused] == [tab.lift()]
    QTest.keyClick(focus(), Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert tab.isVisible()


def focus() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    return found


def demo_session(lifter_id: int) -> int:
    session_id = logging.start_free(lifter_id, TODAY, "Lower")
    logging.finish(session_id)
    return session_id
