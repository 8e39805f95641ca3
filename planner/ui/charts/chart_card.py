"""The frame around a plot: title, legend, the table behind it, and ways to take it along."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QStackedWidget,
    QWidget,
)

from planner.coach import number_table
from planner.language import tr
from planner.ui import file_dialog, folders, theme
from planner.ui.charts import card_tools, plot_export
from planner.ui.charts.card_tools import Tool
from planner.ui.charts.fitted_table import FittedTable
from planner.ui.charts.reach_plot import ReachPlot
from planner.ui.table_model import TableModel
from planner.ui.widgets import ElidedLabel, button, column, give_role, label, row, wrapped

NOTE_MS = 6000  # how long it says that something was saved or copied


class ChartCard(QFrame):
    """Shows a plot or the table of its numbers; `save` writes PNG, SVG or CSV."""

    def __init__(
        self, plot: QWidget, legend: QWidget, model: TableModel[Any], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.plot, self.legend = plot, legend
        self.model = model
        self.title = ""
        self._fill: Callable[[], None] | None = None
        self.chip = label("", "chip", self)
        self.reset = button(tr("Reset zoom"), "quiet", self)
        self.table_button = self._table_button()
        self.save_button = self._save_button()
        self.copy_button = self._copy_button()
        self._table: FittedTable | None = None
        self.note = wrapped("", "muted", self)
        self._forgets = QTimer(self, singleShot=True, interval=NOTE_MS)
        self._forgets.timeout.connect(lambda: self._say(""))
        self.hint = wrapped("", "muted", self)
        self.show_all = button(tr("Show all"), "quiet", self)
        self.tools = row()  # for switches of a page's own, from the left
        self.beside = row()  # the hint, and what can be done about it
        self.head = self._head(legend)
        self.stack = QStackedWidget(self)
        self.stack.addWidget(plot)
        self._arrange()

    def set_title(self, title: str, chip: str = "") -> None:
        """Name the card; the chip is hidden when it has nothing to say."""
        if title != self.title:
            self._say("")
        self.title = title
        self._heading.show_text(title)
        self.chip.setText(chip)
        self.chip.setVisible(bool(chip))
        self.table_button.setAccessibleName(tr("Show {title} as table").format(title=title))
        self.save_button.setAccessibleName(tr("Save {title}").format(title=title))
        self.copy_button.setAccessibleName(tr("Copy {title}").format(title=title))
        if self._table is not None:
            self._table.setAccessibleName(title)
        self.plot.setAccessibleName(title)
        self._fit_tools()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the title its room."""
        super().resizeEvent(event)
        self._fit_tools()

    def _fit_tools(self) -> None:
        taken = self._heading.sizeHint().width() + 4 * theme.GRID
        taken += 0 if self.chip.isHidden() else self.chip.sizeHint().width() + theme.GRID
        shown = self.table_button.isChecked()
        turn = (
            Tool(self.table_button, tr("Plot"), "plot")
            if shown
            else Tool(self.table_button, tr("Table"), "table")
        )
        tools = (
            turn,
            Tool(self.copy_button, tr("Copy"), "copy"),
            Tool(self.save_button, tr("Save…"), "save"),
        )
        card_tools.show(tools, self.width() - taken)

    def show_low(self, low: bool) -> None:
        """Let the plot begin further up in a low window: its legend stands below it."""
        place = self.layout() if low else self.head.layout()
        if place is not None and place.indexOf(self.legend) < 0:
            place.addWidget(self.legend)

    def set_rows(self, fill: Callable[[], None]) -> None:
        """Say how to fill the table; that waits until it is looked at or saved."""
        self._fill = fill
        if self.table_button.isChecked():
            self.filled()

    def offer_tools(self, offered: bool) -> None:
        """Offer table, copy and save, or not where there is nothing to take along."""
        for tool in (self.table_button, self.copy_button, self.save_button):
            tool.setVisible(offered)

    def show_hint(self, text: str) -> None:
        """Say under the title what is still missing; '' says nothing."""
        self.hint.setText(text)
        self.hint.setVisible(bool(text))

    def show_zoomed(self, zoomed: bool) -> None:
        """Offer to take the zoom back."""
        self.reset.setVisible(zoomed and not self.table_button.isChecked())

    def ask_where_to_save(self) -> None:
        """Let the user choose a file and write the picture or the numbers into it."""
        filters = {
            tr("Picture, PNG (*.png)"): ".png",
            tr("Picture, SVG (*.svg)"): ".svg",
            tr("Numbers, CSV (*.csv)"): ".csv",
        }
        name, chosen = file_dialog.to_save(
            self, tr("Save {title}").format(title=self.title),
            str(folders.folder() / self.title), ";;".join(filters),
        )  # fmt: skip
        if name:
            path = folders.chosen(name)
            known = path.suffix.lower() in filters.values()
            self.save(path if known else path.with_name(path.name + filters[chosen]))

    def save(self, path: Path) -> None:
        """Write a picture, or the numbers for `.csv`, and say in place how it went."""
        try:
            if path.suffix.lower() == ".csv":
                model = self.filled()
                number_table.write(model.titles(), model.values(), path)
            else:
                self._save_picture(path)
        except OSError as problem:
            reason = problem.strerror or str(problem)
            self._say(
                tr("Not saved: {reason}. Choose another place.").format(reason=reason), "warn"
            )
        else:
            self._say(tr("Saved as {name}").format(name=path.name))

    def copy(self) -> None:
        """Put the picture on the clipboard, or the numbers while the table is shown."""
        if self.table_button.isChecked():
            rows = [self.model.titles(), *self.model.texts()]
            QGuiApplication.clipboard().setText(number_table.pasted(rows))
        else:
            with self.sharp():
                QGuiApplication.clipboard().setPixmap(plot_export.picture(self._drawn()))
        self._say(tr("Copied"))

    def sharp(self, times: float = plot_export.SHARPNESS) -> AbstractContextManager[None]:
        """Draw the plot for a picture with so many dots for one of the screen, while it lasts."""
        return self.plot.sharp(times) if isinstance(self.plot, ReachPlot) else nullcontext()

    def _save_picture(self, path: Path) -> None:
        self.table_button.setChecked(False)
        parts = self._drawn()
        vector = path.suffix.lower() == ".svg"
        with self.sharp(1.0 if vector else plot_export.SHARPNESS):
            if vector:
                plot_export.save_svg(parts, path, self.title)
            else:
                plot_export.save_png(parts, path)

    def _drawn(self) -> list[QWidget]:
        """Return what a picture shows, from the top."""
        below = not self.head.isAncestorOf(self.legend)
        return [self.head, self.plot, self.legend] if below else [self.head, self.plot]

    def filled(self) -> TableModel[Any]:
        """Return the model with the rows of what the plot shows now."""
        fill, self._fill = self._fill, None
        if fill is not None:
            fill()
            if self._table is not None:
                self._table.fit()
        return self.model

    def _say(self, text: str, role: str = "muted") -> None:
        """Say how it went for some seconds; what went wrong stays until something else is shown."""
        give_role(self.note, role)
        self.note.setText(text)
        self.note.setVisible(bool(text))
        if role == "warn":
            self._forgets.stop()
        else:
            self._forgets.start()

    def _table_button(self) -> QPushButton:
        made = button(tr("Table"), "quiet", self)
        made.setCheckable(True)
        made.toggled.connect(self._show_table)
        return made

    def _save_button(self) -> QPushButton:
        made = button(tr("Save…"), "quiet", self)
        made.setToolTip(tr("As a picture (PNG, SVG) or as numbers (CSV)"))
        made.clicked.connect(self.ask_where_to_save)
        return made

    def _copy_button(self) -> QPushButton:
        made = button(tr("Copy"), "quiet", self)
        made.setToolTip(tr("The picture, or the numbers while the table is shown"))
        made.clicked.connect(self.copy)
        return made

    def _show_table(self, shown: bool) -> None:
        self.stack.setCurrentWidget(self.table if shown else self.plot)
        self._fit_tools()
        self.show_zoomed(False)
        if shown:
            self.filled()

    @property
    def table(self) -> FittedTable:
        """The table of the numbers; most are never looked at, so it is made when asked for."""
        if self._table is None:
            self._table = self._made_table()
            self.stack.addWidget(self._table)
            self.setTabOrder(self.plot, self._table)
        return self._table

    def _made_table(self) -> FittedTable:
        made = FittedTable(self)
        made.setModel(self.model)
        made.setAccessibleName(self.title)
        made.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        made.setSortingEnabled(True)
        made.horizontalHeader().setStretchLastSection(True)
        made.verticalHeader().hide()
        made.setShowGrid(False)
        made.setTabKeyNavigation(False)
        made.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        made.fit()
        return made

    def _head(self, legend: QWidget) -> QWidget:
        made = QWidget(self)
        layout = column(made, spacing=theme.GRID // 2)
        self._heading = ElidedLabel("", "heading", made)
        first = row()
        self._heading.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        self._heading.setMinimumHeight(self.save_button.sizeHint().height())
        first.addWidget(self._heading)
        first.addWidget(self.chip, 0, Qt.AlignmentFlag.AlignVCenter)
        first.addStretch(1)
        layout.addLayout(first)
        layout.addWidget(legend)
        made.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        return made

    def _arrange(self) -> None:
        layout = column(self, margin=theme.GRID + 2, spacing=theme.GRID // 2)
        top: QHBoxLayout = row(spacing=0)
        top.addWidget(self.head, 1)
        for tool in (self.reset, self.table_button, self.copy_button, self.save_button):
            top.addWidget(tool, 0, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(top)
        layout.addLayout(self.tools)
        layout.addWidget(self.note)
        self.beside.addWidget(self.hint, 1)
        self.beside.addWidget(self.show_all)
        layout.addLayout(self.beside)
        layout.addWidget(self.stack, 1)
        self.reset.hide()
        self.note.hide()
        self.hint.hide()
        self.show_all.hide()
        self.chip.hide()
