"""What came out of a session, shown above its exercises once it is finished."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QWidget

from planner.coach.next_time import NextTime
from planner.coach.session_result import SessionResult
from planner.coach.wording import in_row
from planner.engine.terms import Unit
from planner.language import ntr, tr
from planner.ui import log_words, suggestion_words
from planner.ui.lift_lines import LiftLines
from planner.ui.widgets import button, column, row, scrolling, wrapped

_LEAST_PX, _SHARE = 72, 0.42  # height of the lines, and its part of the pane that holds them
_SCROLLING = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class ResultLine(QFrame):
    """Sets, tonnage, minutes and records on one line; below, each exercise and its next time."""

    planner_wanted = Signal()
    left = Signal()  # it was closed: the keyboard goes back to the sets

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._pane = parent
        self.setProperty("role", "banner")
        self.done = wrapped("", "heading", self)
        self.left_open = wrapped("", "muted", self)
        self.lines = LiftLines(self)
        self.whole = wrapped("", "", self)
        self.planner = button(tr("See in the planner"), "", self)
        self.close_button = button(tr("Close"), "quiet", self)
        self._area = scrolling(self.lines, self)
        self._build()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.hide()

    def show_result(self, result: SessionResult | None, unit: Unit) -> None:
        """Show a session's result, and take the keyboard from its rows; None hides the line."""
        just_shown = result is not None and self.isHidden()
        self.setVisible(result is not None)
        if result is not None:
            self.done.setText(self._done(result, unit))
            self.left_open.setText(left_open(result.open_sets))
            self.left_open.setVisible(bool(result.open_sets))
            self.lines.show_lifts(result.lifts, unit)
            self._settle()
        if just_shown and isinstance(self.window().focusWidget(), QLineEdit):
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_next(self, made: NextTime, unit: Unit) -> None:
        """Say what the next time of each lift is to be."""
        self.lines.show_next(made, unit)
        about = (suggestion_words.name(each, {}) for each in made.whole)
        words = (suggestion_words.said(each.headline, unit) for each in made.whole)
        said = [f"{name}: {text}" for name, text in zip(about, words, strict=True)]
        if made.stays_for_all:
            said.append(tr("Nothing changes next time."))
        once = (each for each in (made.why, made.back) if each is not None)
        said += [suggestion_words.said(each, unit) for each in once]
        self.whole.setText("\n".join(said))
        self.whole.setVisible(bool(said))
        self._settle()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Scroll by the arrows; Esc closes it."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() in _SCROLLING:
            self._area.verticalScrollBar().event(event)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the lines the height that they need at this width, as far as there is room."""
        super().resizeEvent(event)
        self._fit()

    def _build(self) -> None:
        box = column(self, margin=12, spacing=4)
        box.setContentsMargins(12, 8, 8, 8)
        box.addLayout(self._head())
        for part in (self.left_open, self._area, self.whole):
            box.addWidget(part)
        self._area.viewport().setAutoFillBackground(False)
        self.lines.setAutoFillBackground(False)
        self.planner.clicked.connect(self.planner_wanted)
        self.close_button.clicked.connect(self.left)

    def _head(self) -> QHBoxLayout:
        line = row()
        line.addWidget(self.done, 1)
        for made in (self.planner, self.close_button):
            made.setProperty("density", "small")
            made.setAutoDefault(True)
            line.addWidget(made, 0, Qt.AlignmentFlag.AlignTop)
        return line

    def _settle(self) -> None:
        said = (self.left_open.text(), self.lines.text(), self.whole.text())
        self.setAccessibleName(self.done.text())
        self.setAccessibleDescription(" ".join(filter(None, said)))
        self._fit()

    def _fit(self) -> None:
        width = self._area.viewport().width()
        wanted = max(self.lines.heightForWidth(width), 0)
        room = max(_LEAST_PX, round(_SHARE * self._pane.height()))
        self._area.setFixedHeight(min(wanted, room))

    def _done(self, result: SessionResult, unit: Unit) -> str:
        done = log_words.work_done(result.sets, result.tonnage_kg, unit, result.warm_ups)
        parts = [tr("Finished"), done]
        if result.minutes is not None:
            parts.append(tr("{0} min").format(result.minutes))
        if result.records:
            best = in_row(f"{name} {made}" for name, made in result.records)
            parts.append(tr("most reps at that load yet: {0}").format(best))
        return " · ".join(parts)


def left_open(sets: int) -> str:
    """Say what finishing does with planned sets that were not done; '' for none."""
    if not sets:
        return ""
    words = ntr(
        "{0} planned set is open. It stays empty and counts as not done.",
        "{0} planned sets are open. They stay empty and count as not done.",
        sets,
    )
    return words.format(sets)
