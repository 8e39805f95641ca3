"""The exercise library: find an exercise on the left, read about it on the right."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QWidget

from planner.coach import favourites, library_view
from planner.engine.terms import Lifter, Unit
from planner.language import tr
from planner.ui import icons, theme, widgets
from planner.ui.dialog_foot import leaving_button
from planner.ui.dialog_sizes import open_at
from planner.ui.fitting import stack_where_too_wide
from planner.ui.library_detail import LibraryDetail
from planner.ui.library_finder import LibraryFinder
from planner.ui.row_menu import RowMenu
from planner.ui.writing import writes

USUAL_SIZE = QSize(1120, 680)
MARGIN_PX = 16
FINDER_PX = (190, 280)  # least, most
LEAST_DETAIL_PX = 300
SETTLE_MS = 60  # without a key, then the exercise marked is shown: typing never waits for it


class LibraryDialog(QDialog):
    """`charts_wanted` carries the slug of the lift to show in the charts.

    `new_wanted`, and with a slug `copy_wanted` and `edit_wanted`, ask for exercises of one's own,
    `star_wanted` for a favourite more or less, `merge_wanted` for another one that is the same.
    """

    charts_wanted = Signal(str)
    new_wanted = Signal()
    copy_wanted = Signal(str)
    edit_wanted = Signal(str)
    star_wanted = Signal(str)
    merge_wanted = Signal(str)

    def __init__(self, parent: QWidget, lifter: Lifter | None, today: date, slug: str = "") -> None:
        super().__init__(parent)
        self._lifter, self._today = lifter, today
        self._shown = ""
        self._before: list[str] = []
        self._settling = QTimer(self)
        self.setWindowTitle(tr("Exercise library"))
        self.finder = LibraryFinder(self)
        self.detail = LibraryDetail(self)
        self.back = widgets.button(tr("&Back"), parent=self)
        icons.give(self.back, "back")
        self._arrange()
        self.finder.refresh()
        if slug:
            self.finder.mark(slug)
        self._show(slug or self.finder.slug())
        self._connect()

    def _arrange(self) -> None:
        open_at(self, USUAL_SIZE)
        layout = widgets.column(self, margin=MARGIN_PX, spacing=12)
        body = widgets.row(spacing=16)
        self.finder.setMinimumWidth(FINDER_PX[0])
        self.finder.setMaximumWidth(theme.grown(FINDER_PX[1]))
        body.addWidget(self.finder, 1)
        body.addWidget(self._card(), 2)
        layout.addLayout(body, 1)
        layout.addLayout(self._bottom())

    def _card(self) -> QFrame:
        card = widgets.frame("card", self)
        layout = widgets.column(card, spacing=0)
        self._area = widgets.scrolling(self.detail, card)
        self._area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # so that keys can scroll it
        self._area.setProperty("kind", "page")
        self._area.setMinimumWidth(LEAST_DETAIL_PX)
        self._area.setAccessibleName(tr("About the exercise"))
        layout.addWidget(self._area)
        return card

    def _bottom(self) -> QHBoxLayout:
        line = widgets.row()
        self.star = widgets.button(tr("&Favourite"), "", self)
        self.star.setCheckable(True)
        self.star.clicked.connect(lambda: self.star_wanted.emit(self._shown))
        before, on_shown = widgets.row(), widgets.row()
        before.addWidget(self.back)
        before.addWidget(self.star)
        before.addStretch(1)
        line.addLayout(before, 1)
        on_shown.addStretch(1)
        self.new = widgets.button(tr("&New…"), "", self)
        self.new.clicked.connect(self.new_wanted)
        self.copy = widgets.button(tr("Cop&y as own…"), "", self)
        self.copy.clicked.connect(lambda: self.copy_wanted.emit(self._shown))
        self.edit = widgets.button(tr("&Edit…"), "", self)
        self.edit.clicked.connect(lambda: self.edit_wanted.emit(self._shown))
        self.merge = widgets.button(tr("&Merge with…"), "", self)
        writes(self.star, self.new, self.copy, self.edit, self.merge)
        self.merge.clicked.connect(lambda: self.merge_wanted.emit(self._shown))
        for made in (self.back, self.star, self.new, self.copy, self.edit, self.merge):
            made.setAutoDefault(False)
        before.addWidget(self.new)
        for made in (self.copy, self.edit, self.merge, leaving_button(self, "primary")):
            on_shown.addWidget(made)
        line.addLayout(on_shown)
        stack_where_too_wide(line, 2 * MARGIN_PX, self)
        return line

    def _connect(self) -> None:
        self._settling.setSingleShot(True)
        self._settling.setInterval(SETTLE_MS)
        self._settling.timeout.connect(self._choose)
        self.finder.chosen.connect(self._settling.start)
        ways = self.star, self.copy, self.edit, self.merge
        RowMenu(self.finder.list, *ways, first=self._settle)
        self.detail.link_wanted.connect(self._follow)
        self.detail.charts_wanted.connect(self._show_charts)
        self.back.clicked.connect(self._go_back)
        self.back.setShortcut(QKeySequence("Alt+Left"))
        self.back.setToolTip(tr("To the exercise shown before: Alt+←"))
        find = QShortcut(QKeySequence.StandardKey.Find, self)
        find.activated.connect(self._find)

    def follow(self, slug: str) -> None:
        """Show an exercise that was stored; after one was deleted ('') what the list marks."""
        self._before.clear()
        self.finder.refresh()
        self._go(slug or self.finder.slug())

    def _choose(self) -> None:
        """Show what the list has marked; what was followed before is left behind."""
        self._before.clear()
        self._show(self.finder.slug())

    def _settle(self) -> None:
        """Show at once what was just marked."""
        if self._settling.isActive():
            self._settling.stop()
            self._choose()

    def _follow(self, slug: str) -> None:
        """Show what a link leads to; Back returns."""
        self._before.append(self._shown)
        self._go(slug)

    def _go_back(self) -> None:
        self._go(self._before.pop())

    def _go(self, slug: str) -> None:
        self._settling.stop()
        self._show(slug)
        self.finder.mark(slug)

    def _show(self, slug: str) -> None:
        self._shown = slug
        self.back.setEnabled(bool(self._before))
        self._area.setVisible(bool(slug))
        QWidget.setTabOrder(self.finder.list, self._area)
        for made in (self.copy, self.merge):
            made.setEnabled(bool(slug))
        self.star.setEnabled(bool(slug))
        starred = slug in favourites.starred()
        self.star.setChecked(starred)
        self.star.setText(tr("★ &Favourite") if starred else tr("☆ &Favourite"))
        self.edit.setEnabled(bool(slug) and library_view.is_own(slug))
        if slug:
            lifter = self._lifter
            unit = lifter.unit if lifter is not None else Unit.KG
            done = library_view.done(lifter.id, slug) if lifter and lifter.id else None
            self.detail.show_exercise(library_view.view(slug, unit), done, unit, self._today)
            self.detail.order_tabs(self._area)
            self._area.verticalScrollBar().setValue(0)

    def _show_charts(self, slug: str) -> None:
        self.charts_wanted.emit(slug)
        self.accept()

    def _find(self) -> None:
        self.finder.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.finder.search.selectAll()
