"""Choose a program, see its sessions, and say on which day it starts."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QWidget,
)

from planner.coach import program_days
from planner.coach.planning import Program
from planner.ui import counts
from planner.ui.date_field import DateField
from planner.ui.program_sessions import ProgramSessions
from planner.ui.widgets import button, column, frame, label, row, scrolling, wrapped


class ProgramDialog(QDialog):
    """The programs on the left, what the marked one is on the right."""

    def __init__(
        self, parent: QWidget, programs: Sequence[Program], today: date, lifter: str = ""
    ) -> None:
        super().__init__(parent)
        self._programs = tuple(programs)
        named = self.tr("Start a program for {name}").format(name=lifter)
        self.setWindowTitle(named if lifter else self.tr("Start a program"))
        self.resize(980, 600)
        layout = column(self, margin=24, spacing=16)
        layout.addWidget(label(self.windowTitle(), "title", self))
        body = row(spacing=16)
        body.addWidget(self._list(), 1)
        body.addWidget(self._card(), 3)
        layout.addLayout(body, 1)
        layout.addLayout(self._bottom(today))
        self.list.setCurrentRow(0)

    def _list(self) -> QListWidget:
        self.list = QListWidget(self)
        self.list.setProperty("role", "card")
        self.list.setAccessibleName(self.tr("Programs"))
        for program in self._programs:
            QListWidgetItem(program.name, self.list)
        self.list.currentRowChanged.connect(self._show)
        self.list.itemDoubleClicked.connect(self.accept)
        return self.list

    def _card(self) -> QFrame:
        card = frame("card", self)
        layout = column(card, margin=16)
        self._name = wrapped("", "title", card)
        self._facts = wrapped("", "muted", card)
        self._summary = wrapped("", parent=card)
        loads = wrapped(
            self.tr("Loads come from what you logged; where there is nothing yet, they stay open."),
            "small",
            card,
        )
        for made in (self._name, self._facts, self._summary):
            layout.addWidget(made)
        layout.addWidget(label(self.tr("FIRST WEEK"), "section", card))
        self.sessions = ProgramSessions(card)
        area = scrolling(self.sessions, card)
        area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # so that keys can scroll it
        area.setAccessibleName(self.tr("Sessions of the first week"))
        layout.addWidget(area, 1)
        layout.addWidget(loads)
        return card

    def _bottom(self, today: date) -> QHBoxLayout:
        line = row()
        self.date = DateField(_monday_from(today), today, self)
        self.date.setDisplayFormat(QLocale().dateFormat(QLocale.FormatType.LongFormat))
        self.date.dateChanged.connect(self._show_sessions)
        self.date.setAccessibleName(self.tr("First day"))
        self.date.lineEdit().setAccessibleName(self.tr("First day"))
        caption = label(self.tr("&First day"), parent=self)
        caption.setBuddy(self.date)
        cancel = button(self.tr("&Cancel"), parent=self)
        cancel.clicked.connect(self.reject)
        start = button(self.tr("&Start program"), "primary", self)
        start.clicked.connect(self.accept)
        start.setDefault(True)
        line.addWidget(caption)
        line.addWidget(self.date)
        line.addStretch(1)
        line.addWidget(cancel)
        line.addWidget(start)
        return line

    def _show(self, number: int) -> None:
        program = self._programs[number]
        facts = self.tr("{goal} · level: {level} · {days} a week · {weeks}")
        self._name.setText(program.name)
        self._facts.setText(
            facts.format(
                goal=program.goal[:1].upper() + program.goal[1:],
                level=program.level,
                days=counts.days(program.days),
                weeks=counts.weeks(program.weeks),
            )
        )
        self._summary.setText(program.summary)
        self._show_sessions()

    def _show_sessions(self) -> None:
        program = self.program()
        self.sessions.show_sessions(program_days.first_week(program.slug), self.starts_on())

    def program(self) -> Program:
        """Return the program that is marked."""
        return self._programs[self.list.currentRow()]

    def starts_on(self) -> date:
        """Return the first day of the first week."""
        return self.date.day()


def _monday_from(today: date) -> date:
    return today + timedelta(days=-today.weekday() % 7)
