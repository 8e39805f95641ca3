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
        self._then: tuple[PageName, Callable[[], None]] | None = None
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._go_on)

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
        self.wait_no_more()
        turned = self.page(name)
        self.setCurrentIndex(list(self._made).index(name))
        return turned

    def make_first(self, name: PageName, then: Callable[[], None]) -> None:
        """Do something with a page; where it is new, the window answers before and after it is
        made. Nothing is done when another page was turned to, or `wait_no_more`, before."""
        self.wait_no_more()
        if name in self._made:
            then()
        else:
            self._then = name, then
            self._soon.start()

    def finish(self) -> None:
        """Do at once what waits for a page."""
        if self._then is not None:
            _, then = self._then
            self.wait_no_more()
            then()

    def wait_no_more(self) -> None:
        """Do nothing any more with a page that is still to be made."""
        self._soon.stop()
        self._then = None

    def _go_on(self) -> None:
        """Make the page that is waited for, or do what was to be done once it is made."""
        if self._then is None:
            return
        name, then = self._then
        if name in self._made:
            self._then = None
            then()
        else:
            self.page(name)
            self._soon.start()

    def forget(self) -> None:
        """Let pages read no more of a file that another took the place of."""
        self.wait_no_more()
        for page in self._made.values():
            page.forget()
