"""Type printed sheets back: the pile on the left, the sheet of one week as on paper beside it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from itertools import chain
from typing import TypeAlias

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QPushButton, QVBoxLayout, QWidget

from planner.coach import (
    sheet_amber,
    sheet_days,
    sheet_drafts,
    sheet_keys,
    sheet_pile,
    sheet_saving,
)
from planner.coach.files import DatabaseProblem
from planner.coach.sheet_amber import Amber
from planner.coach.sheet_grid import Edits, SheetGrid
from planner.coach.sheet_saving import Saved
from planner.language import ntr, passage, tr
from planner.ui import counts, dates
from planner.ui.dialog_foot import leaving_button
from planner.ui.dialog_sizes import open_at
from planner.ui.sheet_entry_form import SheetForm
from planner.ui.sheet_entry_pile import SheetPile
from planner.ui.unread_line import amber_text
from planner.ui.widgets import ElidedLabel, button, row, wrapped
from planner.ui.writing import writes

Act: TypeAlias = Callable[[int, str, Callable[[], object], Callable[[object], None]], bool]

USUAL_SIZE = QSize(1200, 700)
KEEP_AFTER_MS = 300  # of quiet, what is half typed is written into the file


class SheetEntryDialog(QDialog):
    """`act` is told (lifter's id, label for Undo, write, callback) and says whether it was done.

    What is typed is kept in the file as a draft until it is stored: closing loses nothing.
    """

    def __init__(self, parent: QWidget, act: Act, today: date) -> None:
        super().__init__(parent)
        self._act, self._today = act, today
        self.form: SheetForm | None = None
        self.leads_to: SheetGrid | None = None  # the week to show when the dialog is closed
        self._unkept = False  # whether something was typed that the file does not have
        self.setWindowTitle(tr("Type in sheets"))
        open_at(self, USUAL_SIZE)
        self.pile = SheetPile(sheet_pile.first_day(today), self)
        self.title = ElidedLabel(self.windowTitle(), "title", self)
        self.heading = ElidedLabel("", "muted", self)
        self._replanned = wrapped(
            tr("Other numbers are planned now than when this sheet was printed: "
                    "“as planned” is off; type load and reps as they are written."),
            "warn", self,
        )  # fmt: skip
        self.outcome = wrapped("", "good", self)
        self._empty = wrapped(
            tr("Type or scan the code at the foot of a sheet, or choose one from the list."),
            "muted", self,
        )  # fmt: skip
        self._keeping = QTimer(self, singleShot=True, interval=KEEP_AFTER_MS)
        self._keeping.timeout.connect(self.keep)
        self.save_button = button(tr("&Save"), "primary", self)
        self._build()
        self.pile.chosen.connect(self.show_sheet)
        self.pile.refresh()
        self.pile.ask_code()

    def show_sheet(
        self, lifter_id: int, week_id: int, check: str = "", open_box: bool = False
    ) -> None:
        """Show a week's sheet, with what was typed of it before; keep the one shown so far.

        `check` is of the printed code; with `open_box` the focus is on the first box to answer.
        """
        self.keep()
        self._show(lifter_id, week_id, check)
        self.outcome.hide()
        if self.form is not None:
            self.pile.refresh(self.form.grid.starts_on)
            self.form.focus_first(open_box)

    def keep(self) -> None:
        """Keep what is half typed as a draft; say in place when the file cannot be written."""
        if self.form is None or not self._unkept:
            return
        self._keeping.stop()
        self._unkept = False
        self._keep_texts(self.form.grid, self.form.edits())

    def save(self) -> None:
        """Store what was typed as one step; then the next code may come."""
        if self.form is None:
            self.pile.ask_code()
            return
        self._unkept = True
        self.keep()
        grid, edits = self.form.grid, self.form.edits()
        text = tr("Type in the sheet of {name}").format(name=grid.lifter)
        if not self._act(
            grid.lifter_id, text, partial(sheet_saving.save, grid, edits), self._saved
        ):
            self._tell(tr("Nothing was stored. What you typed is kept."), "error")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter press the button that has the focus: no button is pressed otherwise."""
        held = self.focusWidget()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if isinstance(held, QPushButton):
                held.click()
        else:
            super().keyPressEvent(event)

    def done(self, result: int) -> None:
        """Close; what is half typed stays as a draft."""
        self.keep()
        super().done(result)

    def _build(self) -> None:
        whole = row(self, spacing=0)
        whole.addWidget(self.pile)
        self._right = QVBoxLayout()
        whole.addLayout(self._right, 1)  # empty: Python is to know no item that is replaced
        self._right.setContentsMargins(16, 12, 16, 12)
        for part in (self.title, self.heading, self._replanned, self.outcome):
            self._right.addWidget(part)
        self._right.addSpacing(8)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._right.addWidget(self._empty, 1)
        foot = row()
        keys = ElidedLabel(
            tr(
                "5 or 102.5x5@2 · = as planned · Ctrl+Enter the whole row · p4 pain · "
                "? cannot be read · N note · Ctrl + − the day"
            ),
            "small", self,
        )  # fmt: skip
        self.save_button.clicked.connect(self.save)
        self.save_button.setToolTip("Ctrl+S")
        foot.addWidget(keys, 1)
        self.save_button.setAutoDefault(False)
        for each in (leaving_button(self), self.save_button):
            foot.addWidget(each)
        self._right.addLayout(foot)
        self._replanned.hide()
        self.outcome.hide()
        self.save_button.setEnabled(False)
        writes(self.save_button)
        QShortcut(QKeySequence.StandardKey.Save, self).activated.connect(self.save)

    def _show(self, lifter_id: int, week_id: int, check: str) -> Edits:
        """Show a sheet; return what of it is not stored."""
        grid, edits = sheet_drafts.opened(lifter_id, week_id, self._today, check)
        before = self.form or self._empty
        self.form = SheetForm(grid, edits, self._today, self)
        self._right.replaceWidget(before, self.form)
        before.hide()
        before.deleteLater()
        self.form.changed.connect(self._keep_soon)
        self.form.finished.connect(lambda: self.save_button.setFocus())
        self.form.show()
        self.save_button.setEnabled(True)
        named = tr("Sheet of {name}, week {number}")
        self.title.show_text(named.format(name=grid.lifter, number=grid.number))
        begins = tr("{block} · from {day} · code {code}")
        self.heading.show_text(
            begins.format(block=grid.heading, day=dates.short(grid.starts_on), code=grid.code)
        )
        self._replanned.setVisible(grid.replanned)
        return edits

    def _keep_texts(self, grid: SheetGrid, texts: Edits) -> None:
        try:
            sheet_drafts.keep(grid, texts)
        except DatabaseProblem as problem:
            self._tell(str(problem), "error")

    def _keep_soon(self) -> None:
        self._unkept = True
        self._keeping.start()

    def _saved(self, saved: object) -> None:
        if self.form is None or not isinstance(saved, Saved):
            return
        self.leads_to = grid = self.form.grid
        self._keep_texts(grid, saved.left)
        left = self._show(grid.lifter_id, grid.week_id, grid.check)
        self.pile.refresh()
        grid = self.form.grid
        self._tell_saved(grid, saved, sheet_amber.amber(grid, left))
        if saved.unclear:
            self.form.focus_key(_first_unclear(left))
        else:
            self.pile.ask_code()

    def _tell_saved(self, grid: SheetGrid, saved: Saved, amber: Amber) -> None:
        """Say in one line what was stored, what is still to answer, and what changes next."""
        parts = [*_stored_words(saved, grid.lifter), *saved.hurt]
        parts += map(sheet_days.problem, saved.days)
        if saved.unclear and not saved.days:
            parts.append(tr("What is outlined in red is not: change it, or empty it."))
        if any(amber):
            parts.append(f"{amber_text(amber)}.")
        if saved.noted:
            parts.append(
                tr(
                    "A note without a set stays on the sheet: its session is not done. "
                    "If it was, type “?” in a box."
                )
            )
        if not saved.unclear:
            parts.append(self._next(grid, "" if saved.hurt else tr("Nothing changes next.")))
        answers = amber.doubted or amber.without_load
        open_still = saved.left or saved.deleted or saved.hurt or answers
        self._tell(passage(filter(None, parts)), "warn" if open_still else "good")

    def _next(self, grid: SheetGrid, otherwise: str) -> str:
        told, more = sheet_pile.next_changes(grid.lifter_id, self._today)
        if not told:
            return otherwise
        words = (
            tr("Suggested next: {lifts} and {more} more.")
            if more
            else tr("Suggested next: {lifts}.")
        )
        return words.format(lifts="; ".join(told), more=more)

    def _tell(self, text: str, role: str) -> None:
        self.outcome.setProperty("role", role)
        self.outcome.style().polish(self.outcome)
        self.outcome.setText(text)
        self.outcome.show()


def _stored_words(saved: Saved, name: str) -> Iterator[str]:
    """Yield how many sets were stored, and how many were taken from the log."""
    if saved.sets or not saved.deleted:
        yield tr("{sets} of {name} saved.").format(sets=counts.sets(saved.sets), name=name)
    if saved.deleted:
        words = ntr(
            "{n} set of {name} deleted: its box was emptied, or has a “?”. Close this, then Ctrl+Z "
            "brings it back.",
            "{n} sets of {name} deleted: their boxes were emptied, or have a “?”. Close this, then "
            "Ctrl+Z brings them back.",
            saved.deleted,
        )
        yield words.format(n=counts.count(saved.deleted), name=name)


def _first_unclear(left: Edits) -> str:
    """Return the key of the first text that is not understood: a day before its boxes."""
    days = (
        key for key in left if sheet_keys.is_of_day(key) and sheet_days.unclear({key: left[key]})
    )
    others = (key for key in left if not sheet_keys.is_of_session(key))
    return next(chain(days, others), "")
