"""Ask for the first and the last day that the charts show."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtWidgets import QDialog, QFormLayout, QWidget

from planner.language import tr
from planner.ui.charts.scene import DaysShown
from planner.ui.date_field import DateField
from planner.ui.dialog_foot import foot
from planner.ui.fitting import fit_screen
from planner.ui.widgets import column, label, wrapped

A_MONTH = timedelta(days=30)
LEAST = timedelta(days=6)  # a week is the least that a plot over days shows


class RangeDialog(QDialog):
    """`days()` are those that were chosen; a range that cannot be shown says why in place."""

    def __init__(self, parent: QWidget, shown: DaysShown, today: date) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Days shown"))
        self.since = DateField(shown.begin(today - A_MONTH), today, self)
        self.until = DateField(min(shown.until, today), today, self)
        self.told = wrapped("", "warn", self)
        self.told.hide()
        form = QFormLayout()
        form.addRow(tr("&From"), self.since)
        form.addRow(tr("&To"), self.until)
        layout = column(self, margin=24, spacing=12)
        layout.addWidget(label(self.windowTitle(), "title", self))
        layout.addLayout(form)
        layout.addWidget(self.told)
        layout.addLayout(foot(self, tr("&Show"), stores=False))
        for field in (self.since, self.until):
            field.dateChanged.connect(self.told.hide)
        fit_screen(layout)

    def days(self) -> DaysShown:
        """Return the days that were chosen."""
        return DaysShown(self.until.day(), self.since.day())

    def accept(self) -> None:
        """Take the days, unless they are fewer than a plot can show."""
        if self.until.day() - self.since.day() < LEAST:
            self.told.setText(tr("The last day has to be at least six days after the first."))
            self.told.show()
        else:
            super().accept()
