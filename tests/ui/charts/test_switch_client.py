"""The charts of one client after those of another."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from planner.engine.terms import Lifter, LoggedExercise, LoggedSet, Session
from planner.storage import clients, log
from planner.ui import theme
from planner.ui.charts import pages
from planner.ui.charts.empty_charts import EmptyCharts
from planner.ui.charts.pages import PageName
from planner.ui.charts.words_panel import WordsPanel
from tests.ui.charts.conftest import TODAY, ChartsDesk


def trains(lifter, weeks, slug="back-squat"):
    """Log a session a week, the last one today."""
    slot = LoggedExercise(slug, (LoggedSet(100, 5, rir=2, load=100),) * 3)
    for week in range(weeks):
        on = TODAY - timedelta(weeks=weeks - 1 - week)
        log.add_session(lifter, Session(on, (slot,), finished=True))


def test_training_days_are_in_sight_after_a_client_with_more_of_them(lifter, qtbot):
    trains(lifter, 200)
    other = clients.add_lifter(Lifter(name="Kim", bodyweight_kg=60.0))
    trains(other, 6)
    desk = ChartsDesk(lifter, qtbot)
    desk.tab.range.all_days.click()
    QTest.qWait(50)
    desk.tab.hide()  # as when the log is open meanwhile
    desk.lifter = other
    desk.refresh()
    desk.tab.show()
    QTest.qWait(50)
    days = desk.tab.strength_page.days_card.days
    square = days.grid.square(TODAY)
    seen = days.grid.visibleRegion().boundingRect()
    assert seen.contains(square), (seen, square, days.grid.size())
    desk.window.close()


def test_words_beside_a_page_are_as_tall_as_they_are(trained, qtbot):
    """The panel of a lift is longer than two lines; its scroll bar goes with it."""
    desk = ChartsDesk(trained, qtbot)
    desk.window.resize(1280, 460)
    QTest.qWait(20)
    bar = desk.tab.findChild(WordsPanel).parentWidget().parentWidget().parentWidget()
    assert bar.verticalScrollBar().maximum() > 0
    desk.tab.show_page(PageName.VOLUME)
    desk.tab.words.show_sentences(["One line.", "And another."])
    QTest.qWait(20)
    assert bar.verticalScrollBar().maximum() == 0
    desk.window.close()


def test_a_client_without_a_session_reads_the_whole_paragraph(lifter, qtbot):
    desk = ChartsDesk(lifter, qtbot)
    for wide in (1280, 900):
        desk.window.resize(wide, 700)
        QApplication.processEvents()
        words = desk.tab.findChild(EmptyCharts).words
        assert words.isVisible()
        assert words.height() >= words.heightForWidth(words.width()) > 0
        left = words.mapTo(desk.tab.findChild(EmptyCharts), words.rect().center())
        assert abs(left.x() - desk.tab.findChild(EmptyCharts).width() // 2) <= 2
    desk.window.close()


def test_nothing_of_the_client_before_is_said_of_one_without_a_session(trained, qtbot):
    desk = ChartsDesk(trained, qtbot)
    desk.tab.show_page(PageName.VOLUME)
    assert desk.tab.words.sentences.text()
    desk.lifter = clients.add_lifter(Lifter(name="Kim", bodyweight_kg=60.0))
    desk.refresh()
    assert not desk.tab.words.sentences.text()
    assert not desk.tab.panel.isVisible()
    desk.window.close()


def test_pages_stay_chips_or_a_list_whatever_is_clicked(trained, qtbot, qapp):
    theme.apply(qapp, theme.current())
    desk = ChartsDesk(trained, qtbot)
    for wide in (1400, 1280, 1150, 1000):
        desk.window.resize(wide, 700)
        QApplication.processEvents()
        before = desk.tab.bar.list.isVisible()
        desk.choose("Bench press")
        desk.choose("Back squat")
        assert desk.tab.bar.list.isVisible() is before
        if not before:
            for name in pages.shown(trained):
                chip = desk.tab.bar.chip(name)
                assert chip.width() >= chip.sizeHint().width(), name
    desk.window.close()


class Seen(QObject):
    """Keeps what stands beside the charts whenever the list of lifts or these words are painted."""

    def __init__(self, desk: ChartsDesk) -> None:
        super().__init__(desk.tab)
        self._said, self.words = desk.tab.words.sentences, set[str]()
        for painted in (desk.tab.lifts.list.viewport(), self._said):
            painted.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Paint:
            self.words.add(self._said.text() if self._said.isVisible() else "")
        return False


@pytest.mark.parametrize("name", [PageName.RECOVERY, PageName.FORECASTS])
def test_no_word_of_the_client_before_is_painted_beside_the_next_one(
    lifter, open_desk, qtbot, name
):
    """A bar that moves is painted at once, whatever is still to be read."""
    trains(lifter, 60)
    other = clients.add_lifter(Lifter(name="Kim", bodyweight_kg=60.0))
    trains(other, 25)
    desk = open_desk(lifter)
    desk.tab.show_page(name)
    qtbot.waitUntil(lambda: len(desk.tab.words.sentences.text()) > 20)
    before = desk.tab.words.sentences.text()
    seen = Seen(desk)
    desk.tab.refresh(other, TODAY)
    qtbot.waitUntil(lambda: len(desk.tab.words.sentences.text()) > 20)
    qtbot.waitUntil(lambda: desk.tab.words.sentences.text() in seen.words)
    assert before not in seen.words
