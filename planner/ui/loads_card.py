"""The loads that suggestions change ahead, to accept all at once or as many as are wanted."""

from __future__ import annotations

from itertools import chain

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QCheckBox, QFrame, QVBoxLayout, QWidget

from planner.coach.load_changes import LoadChange, LoadChanges
from planner.engine.terms import Lifter, Suggestion, Unit
from planner.language import ntr, tr
from planner.ui import suggestion_words, widgets
from planner.ui.fitting import tab_through
from planner.ui.writing import writes

_STEPS: dict[int, int] = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_BY_KEY = Qt.FocusReason.ShortcutFocusReason


class LoadRow(QWidget):
    """One lift: a check box, its name, the loads now and then, and why."""

    def __init__(self, change: LoadChange, unit: Unit, parent: QWidget) -> None:
        super().__init__(parent)
        self.change = change
        why = suggestion_words.said(change.why, unit)
        loads = f"{change.now} → {change.then}"
        line = widgets.row(self, spacing=0)  # the box keeps room for words of its own
        self.box = QCheckBox(self)
        self.box.setChecked(True)
        writes(self.box)
        self.box.setAccessibleName(f"{change.name}, {loads}, {why}")
        line.addWidget(self.box, 0, Qt.AlignmentFlag.AlignTop)
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addWidget(widgets.ElidedLabel(change.name, "heading", self))
        texts.addWidget(widgets.wrapped(loads, "", self))
        texts.addWidget(widgets.wrapped(why, "small", self))
        line.addLayout(texts, 1)

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        """Tick the box wherever the row is clicked."""
        self.box.click()


class LoadsCard(QFrame):
    """Is there while there are loads worth a list; what is not ticked stays as it is."""

    accepted = Signal(object)  # list of Suggestion
    put_off = Signal(object)  # list of Suggestion
    single_wanted = Signal(object, str)  # Suggestion, and the letter of what to do with it

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self._shown: tuple[LoadChanges, Unit] | None = None
        self.rows: list[LoadRow] = []
        layout = widgets.column(self, spacing=6)
        layout.setContentsMargins(12, 10, 8, 10)
        self._title = widgets.wrapped("", "heading", self)
        layout.addWidget(self._title)
        self._list = QVBoxLayout()
        self._list.setSpacing(6)
        layout.addLayout(self._list)
        self._shorter = widgets.wrapped("", "small", self)
        layout.addWidget(self._shorter)
        buttons = widgets.row(spacing=4)
        self.accept = widgets.button("", "primary", self)
        self.accept.clicked.connect(lambda: self.accepted.emit(self._ticked()))
        self.later = widgets.button(tr("Later"), "quiet", self)
        self.later.setToolTip(tr("Put them off until tomorrow"))
        self.later.clicked.connect(lambda: self.put_off.emit(self._ticked()))
        self.singly = widgets.button(tr("One by one"), "quiet", self)
        self.singly.setCheckable(True)
        self.singly.setToolTip(tr("Show a card for each, with its reasons, below"))
        self.accept.installEventFilter(self)
        writes(self.accept, self.later)
        for made in (self.accept, self.later, self.singly):
            made.setProperty("density", "small")
        buttons.addWidget(self.accept)
        buttons.addStretch(1)
        buttons.addWidget(self.singly)
        buttons.addWidget(self.later)
        layout.addLayout(buttons)
        self.hide()

    def show_loads(self, made: LoadChanges, lifter: Lifter) -> None:
        """Show the loads to look at; without any the card goes."""
        if self._shown != (made, lifter.unit):
            self._shown = made, lifter.unit
            self._title.setText(self._words(made))
            self.setAccessibleName(self._title.text())
            self._replace(made, lifter.unit)
        self.setVisible(bool(made.changes))

    def gathers(self, made: Suggestion) -> bool:
        """Tell whether a suggestion is in the list and has no card of its own beside it."""
        listed = () if self.isHidden() or self.singly.isChecked() else self.rows
        asked = ((row.change.suggestion.exercise, row.change.suggestion.rule) for row in listed)
        return (made.exercise, made.rule) in asked

    def begin(self) -> None:
        """Take the keyboard."""
        self.accept.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Accept on A, put off on L, show one by one on O; W, J and D are about the row."""
        row = self._row_of_focus()
        letter = event.text().casefold()
        if row is not None and letter in ("w", "j", "d") and not event.modifiers():
            self.single_wanted.emit(row.change.suggestion, letter)
            return
        keys = {"a": self.accept, "l": self.later, "o": self.singly}
        pressed = keys.get(letter)
        if pressed is None or event.modifiers():
            super().keyPressEvent(event)
        else:
            pressed.click()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Walk from row to row, and to the buttons below, with the arrow keys."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            stops = [*(row.box for row in self.rows), self.accept]
            step = _STEPS.get(event.key())
            if step is not None and watched in stops:
                place = stops.index(watched) + step
                stops[min(max(place, 0), len(stops) - 1)].setFocus(_BY_KEY)
                return True
        return super().eventFilter(watched, event)

    def _row_of_focus(self) -> LoadRow | None:
        held = self.focusWidget()
        return next((row for row in self.rows if row.box is held), None)

    def _words(self, made: LoadChanges) -> str:
        count = len(made.changes)
        if made.week is None:
            return ntr("{n} load to look at", "{n} loads to look at", count).format(n=count)
        text = ntr(
            "Week {number}: {n} load to look at", "Week {number}: {n} loads to look at", count
        )
        return text.format(number=made.week, n=count)

    def _replace(self, made: LoadChanges, unit: Unit) -> None:
        for old in self.rows:
            self._list.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.rows = [LoadRow(change, unit, self) for change in made.changes]
        for row in self.rows:
            self._list.addWidget(row)
            row.box.toggled.connect(self._count)
            row.box.installEventFilter(self)
        tab_through(self._stops())
        self._count()

    def _stops(self) -> list[QWidget]:
        return [*(row.box for row in self.rows), self.accept, self.singly, self.later]

    def _count(self) -> None:
        every, count = len(self.rows), len(self._ticked())
        all_of_them = count == every
        text = tr("Accept all {every}") if all_of_them else tr("Accept {count} of {every}")
        self.accept.setText(text.format(count=count, every=every))
        self.accept.setEnabled(count > 0)
        self.later.setEnabled(count > 0)
        self._shorter.setText(suggestion_words.shorter(self._fewer_sets()))
        self._shorter.setVisible(bool(self._shorter.text()))

    def _fewer_sets(self) -> list[str]:
        """Return the lifts that begin with fewer sets by what is ticked, each once."""
        ticked = (row.change.shorter for row in self.rows if row.box.isChecked())
        return list(dict.fromkeys(chain.from_iterable(ticked)))

    def _ticked(self) -> list[Suggestion]:
        return [row.change.suggestion for row in self.rows if row.box.isChecked()]
