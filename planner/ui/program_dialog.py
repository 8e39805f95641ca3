"""Choose a program: say what is wanted, see what fits and why, and on which day it starts."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from planner.coach import choosing
from planner.coach.choosing import Fit
from planner.coach.planning import Program
from planner.engine.terms import Experience
from planner.ui import counts
from planner.ui.date_field import DateField
from planner.ui.program_card import ProgramCard
from planner.ui.program_wish import ProgramWish
from planner.ui.widgets import button, column, label, row

LEFT = 320  # pixels


class ProgramDialog(QDialog):
    """Answers and the programs that fit on the left, what the marked one is on the right."""

    def __init__(
        self,
        parent: QWidget,
        programs: Sequence[Program],
        today: date,
        lifter: str = "",
        experience: Experience = Experience.UNKNOWN,
    ) -> None:
        super().__init__(parent)
        self._programs, self._experience = tuple(programs), experience
        self._fits: list[Fit] = []
        named = self.tr("Start a program for {name}").format(name=lifter)
        self.setWindowTitle(named if lifter else self.tr("Start a program"))
        self.resize(1120, 660)
        layout = column(self, margin=24, spacing=16)
        layout.addWidget(label(self.windowTitle(), "title", self))
        body = row(spacing=16)
        body.addLayout(self._left())
        self._card = ProgramCard(self)
        self.sessions = self._card.sessions
        body.addWidget(self._card, 1)
        layout.addLayout(body, 1)
        layout.addLayout(self._bottom(today))
        self.wish.expect(experience)
        self._rank()

    def _left(self) -> QVBoxLayout:
        left = QVBoxLayout()
        self.wish = ProgramWish(self)
        self.wish.setFixedWidth(LEFT)
        self.wish.changed.connect(self._rank)
        left.addWidget(self.wish)
        self.list = QListWidget(self)
        self.list.setFixedWidth(LEFT)
        self.list.setProperty("role", "card")
        self.list.setAccessibleName(self.tr("Programs"))
        self.list.currentRowChanged.connect(self._show)
        self.list.itemDoubleClicked.connect(self.accept)
        left.addWidget(self.list, 1)
        return left

    def _bottom(self, today: date) -> QHBoxLayout:
        line = row()
        self.date = DateField(_monday_from(today), today, self)
        self.date.setDisplayFormat(QLocale().dateFormat(QLocale.FormatType.LongFormat))
        self.date.dateChanged.connect(self._show)
        self.date.setAccessibleName(self.tr("First day"))
        self.date.lineEdit().setAccessibleName(self.tr("First day"))
        caption = label(self.tr("&First day"), parent=self)
        caption.setBuddy(self.date)
        cancel = button(self.tr("&Cancel"), parent=self)
        cancel.clicked.connect(self.reject)
        self._start = button(self.tr("&Start program"), "primary", self)
        self._start.clicked.connect(self.accept)
        self._start.setDefault(True)
        loads = self.tr(
            "Loads come from what you logged; where there is nothing yet, they stay open."
        )
        line.addWidget(caption)
        line.addWidget(self.date)
        line.addSpacing(12)
        line.addWidget(label(loads, "small", self))
        line.addStretch(1)
        line.addWidget(cancel)
        line.addWidget(self._start)
        return line

    def _rank(self) -> None:
        self._fits = choosing.ranked(self._programs, self.wish.wish())
        self.list.blockSignals(True)
        self.list.clear()
        for fit in self._fits:
            item = QListWidgetItem(self._line(fit), self.list)
            if not fit.possible:
                item.setForeground(self.palette().placeholderText())
        self.list.setCurrentRow(0)
        self.list.blockSignals(False)
        self.list.scrollToTop()
        self._show()

    def _line(self, fit: Fit) -> str:
        program = fit.program
        beside = self.tr("beside a plan")
        when = beside if program.beside else counts.days(program.days)
        return self.tr("{name}\n{when} · {minutes} min").format(
            name=program.name, when=when, minutes=program.minutes
        )

    def _show(self, _number: object = None) -> None:
        fit = self._fits[self.list.currentRow()]
        self._card.show_program(fit, self.starts_on(), self._experience)
        beside = fit.program.beside
        self._start.setText(self.tr("&Add to the plan") if beside else self.tr("&Start program"))

    def program(self) -> Program:
        """Return the program that is marked."""
        return self._fits[self.list.currentRow()].program

    def starts_on(self) -> date:
        """Return the first day of the first week."""
        return self.date.day()


def _monday_from(today: date) -> date:
    return today + timedelta(days=-today.weekday() % 7)
