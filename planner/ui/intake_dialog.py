"""The health questions, on one page: two minutes by keyboard, and none has to be answered."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QLineEdit, QWidget

from planner.coach.health import Question
from planner.engine.terms import Intake
from planner.language import tr
from planner.ui import dates
from planner.ui.dialog_foot import foot
from planner.ui.dialog_sizes import open_at
from planner.ui.intake_row import IntakeRow
from planner.ui.widgets import ElidedLabel, column, keep_in_sight, label, row, scrolling, wrapped

USUAL_SIZE = QSize(720, 680)


class IntakeDialog(QDialog):
    """`intake()` holds the answers; `known` are the newest ones, or None before the first."""

    def __init__(
        self,
        parent: QWidget,
        questions: Sequence[Question],
        known: Intake | None,
        name: str,
        today: date,
        minor: bool = False,
    ) -> None:
        super().__init__(parent)
        self._today, self._known = today, known
        self.setWindowTitle(tr("Health questions: {name}").format(name=name))
        content = QWidget(self)
        lines = column(content, spacing=0)
        self.rows = [self._row(each, content) for each in questions]
        for number, made in enumerate(self.rows):
            lines.addWidget(made)
            made.left.connect(partial(self._go, number))
            made.changed.connect(self._count)
        lines.addStretch(1)
        self.area = scrolling(content, self)
        self.note = QLineEdit(known.note if known is not None else "", self)
        self.count = label("", "muted", self)
        self._build(minor)
        self._count()
        open_at(self, USUAL_SIZE)

    def intake(self) -> Intake:
        """Return the answers of today."""
        said = [(made.asked.topic, made.answer()) for made in self.rows]
        answers = tuple((topic, answer) for topic, answer in said if answer is not None)
        return Intake(self._today, answers, self.note.text().strip())

    def showEvent(self, event: QShowEvent) -> None:
        """Begin with the first question that is not answered."""
        super().showEvent(event)
        first = next((made for made in self.rows if made.answer() is None), self.rows[0])
        first.setFocus(Qt.FocusReason.TabFocusReason)
        keep_in_sight(self.area, first)

    def _row(self, asked: Question, parent: QWidget) -> IntakeRow:
        answer = self._known.answer(asked.topic) if self._known is not None else None
        return IntakeRow(asked, answer, parent)

    def _go(self, number: int, step: int) -> None:
        at = number + step
        if 0 <= at < len(self.rows):
            self.rows[at].setFocus()
            keep_in_sight(self.area, self.rows[at])
        elif at >= len(self.rows):
            self.note.setFocus()

    def _count(self) -> None:
        made = sum(each.answer() is not None for each in self.rows)
        words = tr("{made} of {all} answered")
        self.count.setText(words.format(made=made, all=len(self.rows)))

    def _build(self, minor: bool) -> None:
        layout = column(self, margin=24, spacing=12)
        layout.addWidget(ElidedLabel(self.windowTitle(), "title", self))
        layout.addWidget(wrapped(self._about(), "muted", self))
        if minor:
            layout.addWidget(
                wrapped(tr("Under 18: lift with an adult who knows how."), "warn", self)
            )
        layout.addWidget(self.area, 1)
        note = label(tr("&More to know, private"), "", self)
        note.setBuddy(self.note)
        self.note.setAccessibleName(tr("More to know, private"))
        line = row()
        line.addWidget(note)
        line.addWidget(self.note, 1)
        layout.addLayout(line)
        layout.addLayout(foot(self, tr("&Save"), self.count))

    def _about(self) -> str:
        words = tr(
            "Two minutes: Y for yes, N for no; skip what you like. A yes names who should look at "
            "it; nothing is diagnosed. Answers stay in this file, out of prints and exports unless "
            "you tick them."
        )
        if self._known is None:
            return words
        before = tr("Last answered on {0}.").format(dates.short(self._known.on, self._today))
        return f"{words} {before}"
