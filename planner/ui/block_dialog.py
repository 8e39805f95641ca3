"""Name an empty block, say how long it is and when it starts."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QDialog, QFormLayout, QHBoxLayout, QLineEdit, QWidget

from planner.ui import dates, widgets
from planner.ui.date_field import DateField

USUAL_WEEKS, MOST_WEEKS = 6, 52


class BlockDialog(QDialog):
    """`name()`, `starts_on()` and `weeks()` hold what was chosen."""

    def __init__(self, parent: QWidget, today: date) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Start an empty block"))
        layout = widgets.column(self, margin=24, spacing=16)
        self.setMinimumWidth(360)
        layout.addWidget(widgets.label(self.windowTitle(), "title", self))
        self._name = QLineEdit(self.tr("New block"), self)
        self._name.selectAll()
        self._weeks = QLineEdit(str(USUAL_WEEKS), self)
        self._weeks.setValidator(QIntValidator(1, MOST_WEEKS, self._weeks))
        self._date = DateField(week_start(today), today, self)
        layout.addLayout(self._form())
        layout.addLayout(self._buttons())

    def _form(self) -> QFormLayout:
        form = QFormLayout()
        form.addRow(self.tr("&Name"), self._name)
        form.addRow(self.tr("&Weeks"), self._weeks)
        form.addRow(self.tr("&First day"), self._date)
        return form

    def _buttons(self) -> QHBoxLayout:
        line = widgets.row()
        cancel = widgets.button(self.tr("&Cancel"), "", self)
        cancel.clicked.connect(self.reject)
        start = widgets.button(self.tr("&Start block"), "primary", self)
        start.setDefault(True)
        start.clicked.connect(self.accept)
        line.addStretch(1)
        line.addWidget(cancel)
        line.addWidget(start)
        return line

    def name(self) -> str:
        """Return the name; a block left nameless is 'New block'."""
        return self._name.text().strip() or self.tr("New block")

    def weeks(self) -> int:
        """Return how many weeks it has; a usual number when none is typed."""
        return int(self._weeks.text()) if self._weeks.hasAcceptableInput() else USUAL_WEEKS

    def starts_on(self) -> date:
        """Return the first day of the first week."""
        return self._date.day()


def week_start(today: date) -> date:
    """Return the day on which the week of a day starts where the reader lives."""
    return today - timedelta(days=(today.isoweekday() - dates.first_weekday()) % 7)
