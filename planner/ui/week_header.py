"""The week shown, by number and dates, with the ways to the weeks beside it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from planner.coach import typing_back
from planner.coach.planning import PlanView
from planner.engine.terms import Microcycle
from planner.language import tr
from planner.ui import icons, key_names, plan_words, theme, widgets
from planner.ui.unseen_button import UnseenButton
from planner.ui.writing import writes


class WeekHeader(QWidget):
    """`step_wanted` carries -1 or 1; `suggestions` leads to those that are out of sight."""

    step_wanted = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        layout = widgets.row(self)
        self._back = self._button("back", tr("Week before"), -1)
        self._next = self._button("forward", tr("Week after"), 1)
        self._title = WeekTitle(self)
        self._chip = widgets.label(tr("deload"), "chip", self)
        self._back_again = widgets.label(tr("re-entry week"), "chip", self)
        self._back_again.setToolTip(tr("The first week after time off: lighter sessions"))
        hints = (
            (tr("Enter"), tr("edit")),
            (tr("Ctrl D"), tr("duplicate")),
        )
        for made in (self._back, self._title, self._next, self._chip, self._back_again):
            layout.addWidget(made, alignment=Qt.AlignmentFlag.AlignVCenter)
        self._taken = widgets.ElidedLabel("", "warn", self)
        self.limits = widgets.ElidedLabel("", "warn", self)
        layout.addWidget(self._taken, 1)
        layout.addWidget(self.limits, 1)
        layout.addStretch()
        self.suggestions = UnseenButton(self)
        layout.addWidget(self.suggestions)
        self._hints = QWidget(self)
        self._hints_wanted = True
        writes(self._hints)
        line = widgets.row(self._hints, spacing=12)
        line.addWidget(widgets.label(tr("drag to move"), "muted", self))
        for key, meaning in hints:
            line.addWidget(widgets.key_hint(key, meaning, "muted", self))
        layout.addWidget(self._hints)

    def minimumSizeHint(self) -> QSize:
        """Ask for no room for the hints, which stand where there is some."""
        least = super().minimumSizeHint()
        return QSize(least.width() - self._hints_px(), least.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show the hints where there is room."""
        super().resizeEvent(event)
        self._show_hints()

    def show_week(self, view: PlanView) -> None:
        """Show the week of a view."""
        number = tr("Week {number}").format(number=view.week.number)
        self._title.show_week(f"{number} · {plan_words.week_dates(view.week)}", view.printed)
        self._chip.setVisible(view.week.deload)
        self._back_again.setVisible(view.re_entry)
        self.limits.show_text(view.limits)
        self.limits.setVisible(bool(view.limits))
        self._tell_taken(view.taken_by)
        ids = [week.id for week in view.weeks]
        self._back.setEnabled(view.week.id != ids[0])
        self._next.setEnabled(view.week.id != ids[-1])

    def _tell_taken(self, block: str) -> None:
        """Say which block has these days, in the place of the hints."""
        told = tr("“{block}” has these days now: it is logged and printed").format(block=block)
        self._taken.show_text(told if block else "")
        self._taken.setVisible(bool(block))
        self._hints_wanted = not block and self.limits.isHidden()
        self._show_hints()

    def show_unseen(self, suggestions: int) -> None:
        """Say how many suggestions there are that are out of sight."""
        self.suggestions.show_unseen(suggestions)
        self._show_hints()

    def _show_hints(self) -> None:
        room = self.width() - self.minimumSizeHint().width()
        wide = self._hints.sizeHint().width() + theme.GRID
        wanted = self._hints_wanted and self._hints.isEnabled()
        self._hints.setVisible(wanted and room >= wide)

    def _hints_px(self) -> int:
        """Return the width that the hints take now."""
        if self._hints.isHidden():
            return 0
        return self._hints.minimumSizeHint().width() + theme.GRID

    def _button(self, icon: str, name: str, step: int) -> QPushButton:
        made = widgets.button("", "", self)
        icons.give(made, icon, "text")
        made.setProperty("density", "small")
        made.setAutoDefault(True)
        made.setAccessibleName(name)
        made.setToolTip(f"{name} ({key_names.shown('PgUp' if step < 0 else 'PgDn')})")
        made.clicked.connect(partial(self._step, step))
        return made

    def _step(self, step: int) -> None:
        self.step_wanted.emit(step)


class WeekTitle(QLabel):
    """Says below the mouse which code the printed sheet of the week has."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("role", "title")
        self._week: Microcycle | None = None

    def show_week(self, text: str, week: Microcycle | None) -> None:
        """Show a week, as its sheet has it, by number and dates."""
        self._week = week
        self.setText(text)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Make the tip once it may be wanted: for the code the whole week is read."""
        super().enterEvent(event)
        if self._week is not None:
            code = typing_back.sheet_code(self._week)
            self.setToolTip(tr("Code on the printed sheet: {code}").format(code=code))
