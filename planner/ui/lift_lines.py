"""How the exercises of a session went, a line each: beside the plan, and what to do next time."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from planner.coach.lift_results import LiftResult
from planner.coach.next_time import NextLift, NextTime
from planner.coach.wording import in_row
from planner.engine.terms import Unit
from planner.language import passage, tr
from planner.ui import suggestion_words
from planner.ui.layout_parts import empty
from planner.ui.widgets import give_role, label, wrapped

GAP_PX = 16  # between the columns


class LiftLines(QWidget):
    """Three columns: the exercise, what was done, and, once it is known, the next time."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._shown: tuple[Sequence[LiftResult], Unit] = ((), Unit.KG)
        self._next: dict[str, tuple[QLabel, QLabel]] = {}
        self._notes: dict[str, tuple[QLabel, Sequence[str]]] = {}
        self._head = label("", "small", self)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 8, 0)
        self._grid.setHorizontalSpacing(GAP_PX)
        self._grid.setVerticalSpacing(2)
        for place, stretch in enumerate((3, 3, 5)):
            self._grid.setColumnStretch(place, stretch)

    def show_lifts(self, lifts: Sequence[LiftResult], unit: Unit) -> None:
        """Show how each exercise went; what is said of its next time stays until it is known."""
        if (lifts, unit) == self._shown:
            return
        self._shown = lifts, unit
        self._clear()
        for made in lifts:
            self._add(made, unit)

    def show_next(self, made: NextTime, unit: Unit) -> None:
        """Say what to do of each lift next time, beside the first line that has it."""
        later = tr("Next time, as known today")
        self._head.setText(later if made.later else tr("Next time"))
        told = not made.stays_for_all or any(each.why is not None for each in made.lifts)
        self._head.setVisible(told)
        for each in made.lifts:
            if each.slug in self._next:
                self._tell(each, unit, plainly=not made.stays_for_all or each.past)

    def text(self) -> str:
        """Return all lines as they are read out."""
        shown = (each for each in self.findChildren(QLabel) if not each.isHidden())
        return ". ".join(each.text().removesuffix(".") for each in shown if each.text())

    def _add(self, made: LiftResult, unit: Unit) -> None:
        at = self._grid.rowCount()
        said = in_row(suggestion_words.said(each, unit) for each in made.said)
        notes = [suggestion_words.said(each, unit) for each in made.notes]
        below = wrapped(passage(notes), "small", self)
        self._put(wrapped(made.name, "heading", self), at, 0)
        self._put(wrapped(said, "", self), at, 1)
        self._put(below, at + 1, 0, 2)
        headline, why = wrapped("", "", self), wrapped("", "small", self)
        self._put(headline, at, 2)
        self._put(why, at + 1, 2)
        self._next.setdefault(made.slug, (headline, why))
        self._notes.setdefault(made.slug, (below, notes))

    def _put(self, cell: QLabel, at: int, place: int, columns: int = 1) -> None:
        cell.setVisible(bool(cell.text()))
        self._grid.addWidget(cell, at, place, 1, columns, Qt.AlignmentFlag.AlignTop)

    def _tell(self, made: NextLift, unit: Unit, plainly: bool) -> None:
        """Say it; that nothing changes for any lift is said once, below all of them."""
        words = (made.headline, made.why) if plainly else (made.why, None)
        texts = ("" if each is None else suggestion_words.said(each, unit) for each in words)
        for cell, text in zip(self._next[made.slug], texts, strict=True):
            cell.setText(text)
            cell.setVisible(bool(text))
        headline, why = self._next[made.slug]
        give_role(headline, "" if plainly else "muted")  # as large: it lines up with its lift
        self._note_the_rest(made.slug, why.text())

    def _note_the_rest(self, slug: str, said: str) -> None:
        """Leave out below a lift what is said of its next time in the same words."""
        below, notes = self._notes[slug]
        below.setText(passage(each for each in notes if each not in said))
        below.setVisible(bool(below.text()))

    def _clear(self) -> None:
        self._next, self._notes = {}, {}
        empty(self._grid, but=self._head)
        self._grid.addWidget(self._head, 0, 2)
        self._head.hide()
