"""What of the cards of an open session is in sight: as wide as their room, and scrolled calmly."""

from datetime import timedelta

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QWidget

from planner.coach import logging
from planner.engine.terms import LoggedSet, PlannedSet

FIVE = PlannedSet(5, 5, rir=2.0, load_kg=100.0, load=100.0)
CURL = PlannedSet(10, 10, rir=1.0, load_kg=40.0, load=40.0)


@pytest.fixture
def three(desk, plan_today):
    """Start three planned exercises of three sets."""
    plan_today(back_squat=(FIVE,) * 3, lying_leg_curl=(CURL,) * 3, bench_press=(FIVE,) * 3)
    desk.start_planned()
    return desk


def test_the_hints_show_only_where_they_fit(three) -> None:
    header = three.tab.session.header
    assert header._hints.isVisible()
    three.window.resize(900, 720)
    QApplication.processEvents()
    assert not header._hints.isVisible()


def test_no_row_is_wider_than_its_room_beside_both_panes(desk, qtbot) -> None:
    desk.start()
    desk.add("bulgarian split squat")
    desk.window.resize(1000, 640)
    room = desk.tab.session._area.viewport()
    qtbot.waitUntil(lambda: desk.tab.session.board.width() <= room.width())
    split = desk.line(1, card=1)
    assert split._mark.mapTo(room, split._mark.rect().topRight()).x() < room.width()
    assert split._side.text() == "each side"  # none of it is left out
    desk.window.resize(1280, 720)
    cell = desk.line(1).first_cell()
    qtbot.waitUntil(lambda: cell.width() > 90)


def test_a_rating_is_written_whole_where_there_is_room_and_short_where_not(three, qtbot) -> None:
    three.type("60x5")
    three.enter()
    three.press(Qt.Key.Key_3, Qt.KeyboardModifier.AltModifier)
    chip = three.line(1).chip
    assert (chip.text(), chip.accessibleName()) == ("breakdown", "Technique: breakdown")
    three.tab.session.cards[0].narrow(True, False)
    qtbot.waitUntil(lambda: chip.text() == "broke")
    assert chip.accessibleName() == "Technique: breakdown"


def test_the_page_moves_once_an_exercise_and_not_between_its_sets(desk) -> None:
    desk.start()
    for name in ("leg press", "lying leg curl", "bench press", "overhead press", "pull up"):
        desk.add(name)
    desk.tab.session.focus_next()
    bar, seen = desk.tab.session._area.verticalScrollBar(), []
    for _ in range(12):
        seen.append(bar.value())
        desk.type("40x5")
        desk.enter()
        area = desk.tab.session._area.viewport()
        assert area.rect().contains(QRect(desk.focus().mapTo(area, QPoint()), desk.focus().size()))
    assert [len({*seen[card : card + 3]}) for card in (0, 3, 6, 9)] == [1] * 4


def test_another_session_is_shown_from_its_beginning(desk, did) -> None:
    sets = [LoggedSet(100.0, 5, rir=2.0, load=100.0)] * 30
    for days in (7, 14):
        did(desk.today - timedelta(days=days), "back-squat", *sets)
    first, second = logging.sessions(desk.lifter)
    desk.tab.show_session(first.id)
    bar = desk.tab.session._area.verticalScrollBar()
    bar.setValue(400)
    desk.refresh()
    assert bar.value() == 400
    desk.tab.show_session(second.id)
    assert bar.value() == 0


def test_no_card_moves_when_a_set_is_logged(three) -> None:
    session = three.tab.session
    three.tab.resize(three.tab.width(), session.board.height() // 2)
    QApplication.processEvents()
    stand = [card.geometry() for card in session.cards]
    seen = Heights(session.board)
    session.board.installEventFilter(seen)
    for _ in range(4):
        three.enter()
        QApplication.processEvents()
        assert [card.geometry() for card in session.cards] == stand
    assert seen.heights == []


class Heights(QObject):
    """Notes each height that a widget gets."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.heights: list[int] = []

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QResizeEvent):
            self.heights.append(event.size().height())
        return False
