"""What came out of a session, shown in its place once it is finished."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QFrame, QLineEdit, QWidget

from planner.coach.session_result import SessionResult
from planner.engine.terms import Unit
from planner.ui import log_words
from planner.ui.set_columns import local
from planner.ui.widgets import column, wrapped


class ResultLine(QFrame):
    """Sets, tonnage, minutes and records on one line; below, what was left open."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "banner")
        self.done = wrapped("", "heading", self)
        self.left = wrapped("", "muted", self)
        box = column(self, margin=12, spacing=4)
        box.addWidget(self.done)
        box.addWidget(self.left)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.hide()

    def show_result(self, result: SessionResult | None, unit: Unit) -> None:
        """Show a session's result, and take the keyboard from its rows; None hides the line."""
        just_finished = result is not None and self.isHidden()
        self.setVisible(result is not None)
        if result is not None:
            self.done.setText(self._done(result, unit))
            self.left.setText(left_open(result.open_sets))
            self.left.setVisible(bool(result.open_sets))
            self.setAccessibleName(self.done.text())
        if just_finished and isinstance(self.window().focusWidget(), QLineEdit):
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _done(self, result: SessionResult, unit: Unit) -> str:
        done = log_words.work_done(result.sets, result.tonnage_kg, unit, result.warm_ups)
        parts = [self.tr("Finished"), done]
        if result.minutes is not None:
            parts.append(self.tr("{0} min").format(result.minutes))
        if result.records:
            best = ", ".join(f"{name} {local(made)}" for name, made in result.records)
            parts.append(self.tr("never lifted before: {0}").format(best))
        return " · ".join(parts)


def left_open(sets: int) -> str:
    """Say what finishing does with planned sets that were not done; '' for none."""
    if not sets:
        return ""
    if sets == 1:
        return _tr("1 planned set is open. It stays empty and counts as not done.")
    return _tr("{0} planned sets are open. They stay empty and count as not done.").format(sets)


def _tr(text: str) -> str:
    return QCoreApplication.translate("ResultLine", text)
