"""What tests of the volume page press and read."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from planner.engine.terms import Muscle, Side
from planner.ui.charts.body_load_figure import BodyLoadFigure
from planner.ui.charts.pages import PageName
from planner.ui.charts.volume_page import VolumePage


def open_page(desk):
    desk.tab.show_page(PageName.VOLUME)
    QApplication.processEvents()
    page = desk.tab.page
    assert isinstance(page, VolumePage)
    return page


def turn(page, place):
    page.switch.button(place).click()
    QApplication.processEvents()
    return page.below.currentWidget()


def view(page, place):
    page.body.views.setCurrentIndex(place)
    QApplication.processEvents()


def cells(card):
    model = card.filled()
    rows = range(model.rowCount())
    return [
        [model.index(row, column).data() for column in range(model.columnCount())] for row in rows
    ]


def spot_on(figure: BodyLoadFigure, muscle: Muscle, side: Side) -> QPoint:
    """Return a place of the figure where a muscle is hit."""
    across, down = range(0, figure.width(), 3), range(0, figure.height(), 3)
    found = [QPointF(x, y) for y in down for x in across]
    hit = next(spot for spot in found if figure.spot(spot) == (muscle, side))
    return hit.toPoint()


def walk_to(figure: BodyLoadFigure, muscle: Muscle) -> None:
    """Press arrow keys until a muscle is reached."""
    figure.setFocus()
    QTest.keyClick(figure, Qt.Key.Key_Up)
    while figure.at()[0] is not muscle:
        QTest.keyClick(figure, Qt.Key.Key_Up)
