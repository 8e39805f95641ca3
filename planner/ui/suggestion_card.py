"""One suggestion: what, why with its numbers, the change, and what to do with it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QPushButton, QVBoxLayout, QWidget

from planner.coach.wording import in_row
from planner.engine.terms import Change, Suggestion, SuggestionKind, Unit
from planner.language import tr
from planner.ui import button_menu, icons, suggestion_words, theme, widgets
from planner.ui.adjust_form import AdjustForm
from planner.ui.dismiss_form import DismissForm
from planner.ui.phases import PhaseLook
from planner.ui.writing import writes

STRIPE_PX = 4
MARK_DOWN_PX = 3  # to the middle of the first line of the name
_STEPS: dict[int, int] = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_WITH = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)
_NEWS = (SuggestionKind.EXPECT, SuggestionKind.LEVEL_OFF, SuggestionKind.HOLD)


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

    @property
    def tells_only(self) -> bool:
        """Whether it is news that asks for no change."""
        return self.suggestion.change is None and self.suggestion.kind in _NEWS

    def instead(self, other: Advice) -> Advice:
        """Return another way with this one among its other ways."""
        rest = (each for each in self.others if each != other)
        return replace(other, others=(replace(self, others=()), *rest))


class SuggestionCard(QFrame):
    """Shows one suggestion; what is half typed in it stays while the suggestion stays."""

    accepted = Signal(object, object)  # Suggestion, Change wanted instead or None
    put_off = Signal(object)  # Suggestion
    dismissed = Signal(object, str)  # Suggestion, reason
    why_wanted = Signal(object)  # Advice
    other_wanted = Signal(object)  # Advice to show instead
    form_opened = Signal(QWidget)
    step_wanted = Signal(int)  # to the card below, 1, or above, -1

    def __init__(self, advice: Advice, parent: QWidget) -> None:
        super().__init__(parent)
        self.advice = advice
        self._keys: dict[str, QPushButton] = {}
        self.setProperty("role", "card")
        self.setAccessibleName(in_row(filter(None, (advice.name, advice.look.word))))
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
        self._form: AdjustForm | None = None
        layout.addLayout(self._buttons())
        self._why_not = self._reasons()
        layout.addWidget(self._why_not)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the card with a stripe in the colour of the lift's phase."""
        super().paintEvent(event)
        tokens = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.phases.get(self.advice.look.key, tokens.accent)))
        painter.setClipRect(0, 0, STRIPE_PX, self.height())
        painter.drawRoundedRect(0, 0, 4 * STRIPE_PX, self.height(), theme.RADIUS, theme.RADIUS)

    def adjust(self) -> None:
        """Open or close the fields that change the suggestion before it is accepted."""
        if self._form is not None:
            self._form.hide()
            self._form.deleteLater()
            self._form = None
            self.accept.setFocus()
            return
        self._form = AdjustForm(self.advice.suggestion, self.advice.unit, self)
        self._form.accepted.connect(self._accept_changed)
        self._form.cancelled.connect(self.adjust)
        self._column.addWidget(self._form)
        self._form.begin()
        self.form_opened.emit(self._form)

    def ask_reason(self) -> None:
        """Open or close the reasons for dismissing."""
        self._why_not.setVisible(self._why_not.isHidden())
        if self._why_not.isHidden():
            self.accept.setFocus()
        else:
            self._why_not.begin()
            self.form_opened.emit(self._why_not)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press the button of a letter, unless a form of the card has the keyboard.

        ↑ and ↓ on the card itself, without a button, go to its first button or the card above.
        """
        if self.hasFocus() and event.key() == Qt.Key.Key_Down:
            self.accept.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        if self.hasFocus() and event.key() == Qt.Key.Key_Up:
            self.step_wanted.emit(-1)
            return
        pressed = self._keys.get(event.text().casefold())
        if pressed is None or not self._on_card() or event.modifiers() & _WITH:
            super().keyPressEvent(event)
        else:
            pressed.click()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go up and down from card to card, not from button to button."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            step = _STEPS.get(event.key())
            if step is not None:
                self.step_wanted.emit(step)
                return True
        return super().eventFilter(watched, event)

    def _on_card(self) -> bool:
        held = self.focusWidget()
        forms = [form for form in (self._form, self._why_not) if form is not None]
        return held is None or not any(form.isAncestorOf(held) for form in forms)

    def _head(self) -> QHBoxLayout:
        head = widgets.row()
        if self.advice.look.word:
            beside = QVBoxLayout()
            beside.addSpacing(MARK_DOWN_PX)
            beside.addWidget(widgets.PhaseMark(self.advice.look, self))
            beside.addStretch(1)
            head.addLayout(beside)
        head.addWidget(widgets.wrapped(self.advice.name, "heading", self), 1)
        kind = suggestion_words.kind_word(self.advice.suggestion)
        head.addWidget(widgets.label(kind, "chip", self), 0, Qt.AlignmentFlag.AlignTop)
        return head

    def _sure_line(self) -> QHBoxLayout:
        """Return how sure it is, why, and the menu of other ways when there are some."""
        line = widgets.row(spacing=4)
        sure = suggestion_words.sure_word(self.advice.suggestion.confidence)
        line.addWidget(widgets.label(sure, "small", self))
        line.addWidget(self._key("w", tr("Why?"), "quiet", self._ask_why))
        line.addStretch(1)
        if self.advice.others:
            line.addWidget(self._others())
        return line

    def _others(self) -> QPushButton:
        news = self.advice.tells_only
        text = tr("Ways on") if news else tr("Other ways")
        button = self._button(text, "quiet")
        icons.opens(button)
        menu = QMenu(button)
        for other in self.advice.others:
            shown = self.advice.instead(other)
            menu.addAction(
                suggestion_words.said(other.suggestion.headline, other.unit),
                partial(self.other_wanted.emit, shown),
            )
        button_menu.give(button, menu)
        return button

    def _buttons(self) -> QHBoxLayout:
        made, line = self.advice.suggestion, widgets.row(spacing=4)
        news = made.kind is SuggestionKind.EXPECT
        text = tr("Got it") if self.advice.tells_only else tr("Accept")
        self.accept = self._key("a", text, "primary", partial(self.accepted.emit, made, None))
        line.addWidget(self.accept)
        writes(self.accept)
        if made.change is not None and made.change.exercise is None:
            line.addWidget(self._key("j", tr("Adjust…"), "", self.adjust))
            writes(self._keys["j"])
        line.addStretch(1)
        if not news:
            later = self._key("l", tr("Later"), "quiet", partial(self.put_off.emit, made))
            later.setToolTip(tr("Put it off until tomorrow"))
            line.addWidget(later)
            line.addWidget(self._key("d", tr("Dismiss"), "quiet", self.ask_reason))
            writes(later, self._keys["d"])
        return line

    def _key(self, letter: str, text: str, kind: str, press: Callable[[], object]) -> QPushButton:
        """Return a button that a letter presses, too."""
        made = self._keys[letter] = self._button(text, kind)
        made.clicked.connect(lambda _checked=False: press())
        return made

    def _button(self, text: str, kind: str) -> QPushButton:
        made = widgets.button(text, kind, self)
        made.setAccessibleName(f"{text} – {self.advice.name}")
        made.setProperty("density", "small")
        made.installEventFilter(self)
        return made

    def _ask_why(self) -> None:
        self.why_wanted.emit(self.advice)

    def _reasons(self) -> DismissForm:
        form = DismissForm(self.advice.name, self)
        form.dismissed.connect(partial(self.dismissed.emit, self.advice.suggestion))
        form.cancelled.connect(self.ask_reason)
        form.hide()
        return form

    def _accept_changed(self, change: Change) -> None:
        self.accepted.emit(self.advice.suggestion, change)
