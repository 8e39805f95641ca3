"""Begin to print a week: the preview, or what to do when there is nothing to print."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QWidget

from planner.coach.printing import NothingPlanned
from planner.language import tr
from planner.ui import widgets
from planner.ui.printing_bar import Everybody
from planner.ui.printing_preview import Act, SheetPreview
from planner.ui.printing_week import PrintedWeek


def print_week(parent: QWidget, act: Act, week: PrintedWeek) -> QDialog:
    """Show the sheet of a lifter's week, ready to print; return the dialog shown."""
    try:
        week.sheet(week.lifter_id, week.week_of)
    except NothingPlanned as problem:
        return _opened(EmptyPreview(str(problem), week, act, parent))
    return _opened(SheetPreview([week.lifter_id], week, act, parent))


def _opened(dialog: QDialog) -> QDialog:
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
    return dialog


class EmptyPreview(QDialog):
    """Says that there is nothing to print, and what to do; others may have something."""

    def __init__(self, reason: str, week: PrintedWeek, act: Act, parent: QWidget) -> None:
        super().__init__(parent)
        self._week, self._act = week, act
        self.setWindowTitle(tr("Print week"))
        layout = widgets.column(self, margin=24, spacing=16)
        self._reason = widgets.wrapped(reason, "heading", self)
        layout.addWidget(self._reason)
        advice = tr("Add a session to the week, then print it.")
        layout.addWidget(widgets.wrapped(advice, "muted", self))
        close = widgets.button(tr("&Close"), "primary", self)
        close.clicked.connect(self.close)
        self.others = widgets.button(tr("Print &all lifters…"), "", self)
        self.others.clicked.connect(self._print_others)
        self.others.setVisible(len(week.lifters()) > 1)
        foot = widgets.row()
        foot.addStretch(1)
        foot.addWidget(self.others)
        foot.addWidget(close)
        layout.addLayout(foot)
        self.setMinimumWidth(380)

    def _print_others(self) -> None:
        planned, window = self._week.planned(self._week.week_of), self.parentWidget()
        if planned and window is not None:
            self.close()
            _opened(SheetPreview(planned, self._week, self._act, window, Everybody.ALL))
        else:
            self._reason.setText(tr("No lifter has anything planned in this week."))
