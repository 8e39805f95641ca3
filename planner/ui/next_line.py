"""The foot of an exercise's card: what the sets done say, and what to expect of the next one."""

from __future__ import annotations

from typing import TypeAlias

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from planner.coach import files, next_set, switches, wording
from planner.coach.logging import ExerciseCard, SetRow
from planner.coach.next_set import NOTHING, Grounds, NextLine
from planner.coach.switches import Switch
from planner.engine.terms import SetKind, Unit
from planner.language import tr
from planner.ui.set_line import SIDE_MARGIN
from planner.ui.set_row import SetRowView
from planner.ui.suggestion_words import said
from planner.ui.widgets import button, column, give_role, row, wrapped

Asked: TypeAlias = tuple[ExerciseCard] | tuple[ExerciseCard, SetRow, float | None, SetKind]
LINES = 2  # of text that always have room, so that nothing moves when something is said


class NextSetLine(QWidget):
    """`taken` carries the load in kg that the next set is to have.

    `consult_wanted` asks who should look at what hurt.
    """

    taken = Signal(float)
    consult_wanted = Signal()

    def __init__(self, lifter_id: int, unit: Unit, parent: QWidget) -> None:
        super().__init__(parent)
        self._lifter_id, self._unit = lifter_id, unit
        self._card: ExerciseCard | None = None
        self._line: SetRowView | None = None
        self._asked: tuple[Grounds, Asked] | None = None  # for what is shown
        self._shown = NOTHING
        self._texts = QWidget(self)
        self.news = wrapped("", "small", self._texts)
        self.forecast = wrapped("", "small", self._texts)
        self.take = button("", "", self)
        self.consult = button(tr("Talk to a professional…"), "", self)
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._look)
        self._build()

    def follow(self, card: ExerciseCard, line: SetRowView | None) -> None:
        """Say what there is to say of a card: soon, or at `look_now`.

        `line` is the row to come, None without one. A forecast is shown once the exercise has
        begun, or while the focus is in it.
        """
        held, whole = QApplication.focusWidget(), self.parentWidget()
        here = held is not None and whole is not None and whole.isAncestorOf(held)
        begun = any(each.logged for each in card.rows)
        self._keep_room()
        self._card, self._line = card, line if begun or here else None
        self._soon.start()

    def look_now(self) -> None:
        """Say it before the next paint, so that one is enough."""
        if self._soon.isActive() and self.isVisible():
            self._look()

    def take_load(self) -> None:
        """Take the load that is offered, if one is."""
        if self._soon.isActive():
            self._look()
        if self._shown.offer_kg is not None:
            self.taken.emit(self._shown.offer_kg)

    def _build(self) -> None:
        box = row(self)
        box.setContentsMargins(0, 1, SIDE_MARGIN, 3)
        texts = column(self._texts, spacing=0)
        texts.setAlignment(Qt.AlignmentFlag.AlignVCenter)
        for label in (self.news, self.forecast):
            texts.addWidget(label)
            label.hide()
        box.addWidget(self._texts, 1)
        box.addWidget(self.take, 0, Qt.AlignmentFlag.AlignVCenter)
        self.take.hide()
        box.addWidget(self.consult, 0, Qt.AlignmentFlag.AlignVCenter)
        self.consult.hide()
        self.consult.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the rows their keys
        self.consult.setAutoDefault(True)
        self.consult.clicked.connect(self.consult_wanted)
        self.take.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.take.clicked.connect(self.take_load)

    def _look(self) -> None:
        """Read again what is said, where anything it rests on has changed."""
        self._soon.stop()
        card = self._card
        if card is None or not self.isVisible() or not files.is_open():
            return
        line = self._line
        asked: Asked = (card,)
        if line is not None and switches.is_on(self._lifter_id, Switch.NEXT_SET):
            asked = (card, line.row, line.load_kg(), line.kind)
        known = next_set.grounds(self._lifter_id, card), asked
        if known != self._asked:
            self._asked = known
            self._show(next_set.next_line(known[0], *asked))

    def _show(self, made: NextLine) -> None:
        self._shown = made
        give_role(self.news, "warn" if made.urgent else "small")
        self._write(self.news, said(made.news, self._unit) if made.news else "")
        words = made.offer or made.forecast
        self._write(self.forecast, said(words, self._unit) if words else "")
        self.take.setVisible(made.offer_kg is not None)
        self.consult.setVisible(made.consults)
        if made.offer_kg is not None:
            load = f"{wording.mass(made.offer_kg, self._unit)} {self._unit}"
            self.take.setText(tr("Take {0}").format(load))
            self.take.setToolTip(tr("Puts it into the next set; Enter logs it. Ctrl+J"))
        self._hold_room()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Need other room when the width is another one."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.setMinimumHeight(0)
            self._hold_room()

    def _hold_room(self) -> None:
        """Keep the room that was needed once: no card moves back when less is said."""
        box = self.layout()
        if box is not None and box.hasHeightForWidth():
            self.setMinimumHeight(max(self.minimumHeight(), box.totalHeightForWidth(self.width())))

    def _write(self, label: QLabel, text: str) -> None:
        label.setText(text)
        label.setVisible(bool(text))

    def _keep_room(self) -> None:
        self.forecast.ensurePolished()
        self._texts.setMinimumHeight(LINES * self.forecast.fontMetrics().lineSpacing())
