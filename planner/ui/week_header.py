"""The week shown, by number and dates, with the ways to the weeks beside it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from planner.coach import typing_back
from planner.coach.planning import PlanView
from planner.ui import plan_words, widgets


class WeekHeader(QWidget):
    """`step_wanted` carries -1 or 1."""

    step_wanted = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        layout = widgets.row(self)
        self._back = self._button("‹", self.tr("Week before"), -1)
        self._next = self._button("›", self.tr("Week after"), 1)
        self._title = widgets.label("", "title", self)
        self._chip = widgets.label(self.tr("deload"), "chip", self)
        hints = (
            (self.tr("Enter"), self.tr("edit")),
            (self.tr("Ctrl D"), self.tr("duplicate")),
        )
        for made in (self._back, self._title, self._next, self._chip):
            layout.addWidget(made, alignment=Qt.AlignmentFlag.AlignVCenter)
        self._taken = widgets.ElidedLabel("", "warn", self)
        layout.addWidget(self._taken, 1)
        layout.addStretch()
        self._hints = QWidget(self)
        line = widgets.row(self._hints)
        line.addWidget(widgets.label(self.tr("drag to move"), "muted", self))
        for key, meaning in hints:
            shown = widgets.label(key, "key", self)
            line.addWidget(shown, alignment=Qt.AlignmentFlag.AlignVCenter)
            line.addWidget(widgets.label(meaning, "muted", self))
        layout.addWidget(self._hints)

    def show_week(self, view: PlanView) -> None:
        """Show the week of a view."""
        number = self.tr("Week {number}").format(number=view.week.number)
        self._title.setText(f"{number} · {plan_words.week_dates(view.week)}")
        code = typing_back.sheet_code(view.week)
        self._title.setToolTip(self.tr("Code on the printed sheet: {code}").format(code=code))
        self._chip.setVisible(view.week.deload)
        self._tell_taken(view.taken_by)
        ids = [week.id for week in view.weeks]
        self._back.setEnabled(view.week.id != ids[0])
        self._next.setEnabled(view.week.id != ids[-1])

    def _tell_taken(self, block: str) -> None:
        """Say which block has these days, in the place of the hints."""
        told = self.tr("“{block}” has these days now: it is logged and printed").format(block=block)
        self._taken.show_text(told if block else "")
        self._taken.setVisible(bool(block))
        self._hints.setVisible(not block)

    def _button(self, sign: str, name: str, step: int) -> QPushButton:
        made = widgets.button(sign, "", self)
        made.setProperty("density", "small")
        made.setAutoDefault(True)
        made.setAccessibleName(name)
        made.setToolTip(f"{name} (PgUp)" if step < 0 else f"{name} (PgDn)")
        made.clicked.connect(partial(self._step, step))
        return made

    def _step(self, step: int) -> None:
        self.step_wanted.emit(step)
