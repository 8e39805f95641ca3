"""Plan a holiday: from when to when, what there is to train with, how many days of a week."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from PySide6.QtWidgets import QComboBox, QDialog, QFormLayout, QWidget

from planner.coach.holiday import Holiday, Kit
from planner.coach.wording import in_row
from planner.language import filled, ntr, tr
from planner.ui import dates, widgets
from planner.ui.date_field import DateField
from planner.ui.dialog_foot import foot
from planner.ui.fitting import fit_screen

USUAL = timedelta(days=13)

Look = Callable[[Holiday], tuple[int, list[str], str]]  # sessions, exercises, the block after it


class HolidayDialog(QDialog):
    """`holiday()` holds what was chosen; `look` finds what that comes to."""

    def __init__(self, parent: QWidget, name: str, today: date, look: Look) -> None:
        super().__init__(parent)
        self._today, self._look = today, look
        self.setWindowTitle(tr("Holiday plan: {name}").format(name=name))
        self.setMinimumWidth(460)
        self.since = DateField(today + timedelta(days=1), today, self)
        self.until = DateField(today + timedelta(days=1) + USUAL, today, self)
        self.kit = QComboBox(self)
        for kit, word in (
            (Kit.NOTHING, tr("Nothing: floor, table, wall")),
            (Kit.SMALL, tr("Bands, dumbbells, kettlebells")),
            (Kit.GYM, tr("A gym")),
        ):
            self.kit.addItem(word, kit)
        self.days = QComboBox(self)
        for number in (1, 2):
            self.days.addItem(str(number), number)
        self.days.setCurrentIndex(1)
        self.told = widgets.wrapped("", "muted", self)
        self._build()
        self._connect()
        self._tell()

    def holiday(self) -> Holiday:
        """Return what was chosen."""
        return Holiday(
            self.since.day(),
            self.until.day(),
            int(self.days.currentData()),
            Kit(self.kit.currentData()),
        )

    def accept(self) -> None:
        """Close, unless the last day comes before the first: that is told."""
        if self.until.day() >= self.since.day():
            super().accept()
        else:
            self.until.setFocus()

    def _build(self) -> None:
        layout = widgets.column(self, margin=24, spacing=16)
        layout.addWidget(widgets.wrapped(self.windowTitle(), "title", self))
        form = QFormLayout()
        form.addRow(tr("&First day"), self.since)
        form.addRow(tr("&Last day"), self.until)
        form.addRow(tr("What there &is"), self.kit)
        form.addRow(tr("&Days a week"), self.days)
        layout.addLayout(form)
        layout.addWidget(self.told)
        layout.addLayout(foot(self, tr("&Plan it")))
        fit_screen(layout)

    def _connect(self) -> None:
        self.since.dateChanged.connect(self._move_end)
        self.until.dateChanged.connect(lambda _day: self._tell())
        for box in (self.kit, self.days):
            box.currentIndexChanged.connect(lambda _at: self._tell())

    def _move_end(self) -> None:
        """Let the last day follow when the first is set after it."""
        if self.until.day() < self.since.day():
            self.until.show_day(self.since.day() + USUAL)
        self._tell()

    def _tell(self) -> None:
        self.told.setText("\n".join(self._said()))
        self.adjustSize()

    def _said(self) -> list[str]:
        wanted = self.holiday()
        if wanted.until < wanted.since:
            return [tr("The last day comes before the first.")]
        sessions, names, after = self._look(wanted)
        words = ntr("One session: {1}.", "{0} sessions: {1}.", sessions)
        said = [words.format(sessions, in_row(names))]
        said.append(
            tr(
                "Two hard sets a week of each pattern keep it for some weeks "
                "(Androulakis-Korakakis 2020, Bickel 2011)."
            )
        )
        if after:
            on = dates.short(wanted.until + timedelta(days=1), self._today)
            words = tr("“{block}” has no sessions meanwhile and goes on from {on}.")
            said.append(filled(words, block=after, on=on))
        return said
