"""One suggestion: what, why with its numbers, the change, and what to do with it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QMenu, QPushButton, QWidget

from planner.engine.terms import Change, Suggestion, SuggestionKind, Unit
from planner.ui import suggestion_words, theme, widgets
from planner.ui.adjust_form import AdjustForm
from planner.ui.phases import PhaseLook

STRIPE_PX = 4


@dataclass(frozen=True, slots=True)
class Advice:
    """A suggestion with what its card says beside it."""

    suggestion: Suggestion
    name: str
    look: PhaseLook
    outcome: str
    unit: Unit
    note: str = ""
    others: tuple[Advice, ...] = ()

    def instead(self, other: Advice) -> Advice:
        """Return another way with this one among its other ways."""
        rest = (each for each in self.others if each != other)
        return replace(other, others=(replace(self, others=()), *rest))


class SuggestionCard(QFrame):
    """Shows one suggestion; what is half typed in it stays while the suggestion stays."""

    accepted = Signal(object)  # Suggestion, perhaps adjusted
    dismissed = Signal(object, str)  # Suggestion, reason
    why_wanted = Signal(object)  # Advice
    other_wanted = Signal(object)  # Advice to show instead

    def __init__(self, advice: Advice, parent: QWidget) -> None:
        super().__init__(parent)
        self.advice = advice
        self.setProperty("role", "card")
        self.setAccessibleName(f"{advice.name}, {advice.look.word}")
        self._column = layout = widgets.column(self, spacing=6)
        layout.setContentsMargins(8 + STRIPE_PX, 10, 8, 10)
        layout.addLayout(self._head())
        made, unit = advice.suggestion, advice.unit
        layout.addWidget(widgets.wrapped(suggestion_words.said(made.headline, unit), "", self))
        layout.addWidget(widgets.wrapped(suggestion_words.said(made.reason, unit), "small", self))
        if advice.outcome:
            layout.addWidget(widgets.wrapped(f"→ {advice.outcome}", "heading", self))
        layout.addLayout(self._sure_line())
        if advice.note:
            layout.addWidget(widgets.wrapped(advice.note, "small", self))
        news = made.kind is SuggestionKind.EXPECT
        self.accept = self._button(self.tr("Got it") if news else self.tr("Accept"), "primary")
        self._form: AdjustForm | None = None
        self._why_not = QLineEdit(self)
        self._reason = self._reason_row()
        layout.addLayout(self._buttons())
        layout.addWidget(self._reason)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the card with a stripe in the colour of the lift's phase."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.current().phases[self.advice.look.key]))
        painter.setClipRect(0, 0, STRIPE_PX, self.height())
        painter.drawRoundedRect(0, 0, 4 * STRIPE_PX, self.height(), theme.RADIUS, theme.RADIUS)

    def adjust(self) -> None:
        """Open or close the fields that change the suggestion before it is accepted."""
        if self._form is not None:
            self._form.hide()
            self._form.deleteLater()
            self._form = None
            return
        self._form = AdjustForm(self.advice.suggestion, self.advice.unit, self)
        self._form.accepted.connect(self._accept_changed)
        self._form.cancelled.connect(self.adjust)
        self._column.addWidget(self._form)
        self._form.begin()

    def ask_reason(self) -> None:
        """Open or close the field for the reason; Enter in it dismisses."""
        self._reason.setVisible(self._reason.isHidden())
        if not self._reason.isHidden():
            self._why_not.setFocus(Qt.FocusReason.OtherFocusReason)

    def _head(self) -> QHBoxLayout:
        head = widgets.row()
        mark = widgets.PhaseMark(self.advice.look, self)
        head.addWidget(mark)
        head.addWidget(widgets.ElidedLabel(self.advice.name, "heading", self), 1)
        kind = suggestion_words.kind_word(self.advice.suggestion.kind)
        head.addWidget(widgets.label(kind, "chip", self))
        return head

    def _sure_line(self) -> QHBoxLayout:
        """Return how sure it is, and the menu of other ways when there are some."""
        line = widgets.row(spacing=4)
        sure = suggestion_words.sure_word(self.advice.suggestion.confidence)
        line.addWidget(widgets.label(sure, "small", self), 1)
        if self.advice.others:
            others = self._button(self.tr("Other ways ▾"), "quiet")
            menu = QMenu(others)
            for other in self.advice.others:
                shown = self.advice.instead(other)
                menu.addAction(
                    suggestion_words.said(other.suggestion.headline, other.unit),
                    partial(self.other_wanted.emit, shown),
                )
            others.setMenu(menu)
            line.addWidget(others)
        return line

    def _buttons(self) -> QHBoxLayout:
        buttons = widgets.row(spacing=4)
        made = self.advice.suggestion
        self.accept.clicked.connect(lambda: self.accepted.emit(made))
        buttons.addWidget(self.accept)
        if made.change is not None and made.change.exercise is None:
            adjust = self._button(self.tr("Adjust…"), "")
            adjust.clicked.connect(self.adjust)
            buttons.addWidget(adjust)
        why = self._button(self.tr("Why?"), "quiet")
        why.clicked.connect(lambda: self.why_wanted.emit(self.advice))
        buttons.addWidget(why)
        buttons.addStretch(1)
        if made.kind is not SuggestionKind.EXPECT:
            dismiss = self._button(self.tr("Dismiss"), "quiet")
            dismiss.clicked.connect(self.ask_reason)
            buttons.addWidget(dismiss)
        return buttons

    def _button(self, text: str, kind: str) -> QPushButton:
        made = widgets.button(text, kind, self)
        made.setAccessibleName(f"{text} – {self.advice.name}")
        made.setProperty("density", "small")
        return made

    def _reason_row(self) -> QWidget:
        box = QWidget(self)
        line = widgets.row(box, spacing=4)
        self._why_not.setPlaceholderText(self.tr("Reason, if you like"))
        self._why_not.setAccessibleName(self.tr("Reason for dismissing"))
        go = self._button(self.tr("Dismiss it"), "")
        line.addWidget(self._why_not, 1)
        line.addWidget(go)
        self._why_not.returnPressed.connect(self._dismiss)
        go.clicked.connect(self._dismiss)
        box.hide()
        return box

    def _dismiss(self) -> None:
        self.dismissed.emit(self.advice.suggestion, self._why_not.text().strip())

    def _accept_changed(self, change: Change) -> None:
        self.accepted.emit(replace(self.advice.suggestion, change=change))
