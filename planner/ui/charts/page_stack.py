"""The pages of the charts tab, each made when it is first turned to."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from planner.ui.charts import pages
from planner.ui.charts.chart_page import ChartPage
from planner.ui.charts.pages import PageName
from planner.ui.widgets import scrolling


class PageStack(QStackedWidget):
    """Emits `added(page)` when a page was made."""

    added = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._made: dict[PageName, ChartPage] = {}

    def page(self, name: PageName) -> ChartPage:
        """Return a page, made when it is first asked for."""
        if name not in self._made:
            made = pages.make(name, self)
            self.addWidget(scrolling(made, self))
            self._made[name] = made
            self.added.emit(made)
        return self._made[name]

    def turn(self, name: PageName) -> ChartPage:
        """Show a page, and return it."""
        turned = self.page(name)
        self.setCurrentIndex(list(self._made).index(name))
        return turned

    def make_first(self, name: PageName, then: Callable[[], None]) -> None:
        """Do something with a page; where it is new, the window answers before and after it is
        made."""
        if name in self._made:
            then()
        else:
            QTimer.singleShot(0, self, lambda: self._make(name, then))

    def _make(self, name: PageName, then: Callable[[], None]) -> None:
        self.page(name)
        QTimer.singleShot(0, self, then)

    def forget(self) -> None:
        """Let pages read no more of a file that another took the place of."""
        for page in self._made.values():
            page.forget()
