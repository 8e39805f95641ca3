"""The page of a lift's skill in the real tab, and the table behind a card."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication

from planner.ui.charts.pages import PageName
from planner.ui.charts.skill_page import SkillPage
from tests.ui.charts.conftest import ChartsDesk


def open_page(lifter, qtbot, lift=""):
    made = ChartsDesk(lifter, qtbot)
    if lift:
        made.choose(lift)
    made.tab.show_page(PageName.SKILL)
    QApplication.processEvents()
    page = made.tab.page
    assert isinstance(page, SkillPage)
    return made, page


def cells(card):
    model = card.filled()
    return [
        [model.index(row, column).data() for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]
