"""What a name of an imported log may mean: up to three guesses, each with its key and why."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from planner.coach.names import Guess
from planner.ui import theme
from planner.ui.widgets import button, column, row, wrapped

NUMBER_PX = 34


class Guesses(QWidget):
    """`chosen` carries the slug of the guess taken, by a click or by its number on the keyboard.

    As an event filter of a list it hears the numbers that are pressed there.
    """

    chosen = Signal(str)

    def __init__(self, most: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._slugs: list[str] = []
        layout = column(self, spacing=4)
        self.lines = [_Line(number, self) for number in range(1, most + 1)]
        for line in self.lines:
            line.number.clicked.connect(lambda _checked=False, made=line: self._take(made))
            layout.addWidget(line)
        self.show_guesses((), {})

    def show_guesses(self, guesses: Sequence[Guess], names: Mapping[str, str]) -> None:
        """Show guesses, of which `names` says what they are called."""
        self._slugs = [guess.slug for guess in guesses]
        for place, line in enumerate(self.lines):
            line.setVisible(place < len(guesses))
            if place < len(guesses):
                guess = guesses[place]
                line.show_guess(names.get(guess.slug, guess.slug), guess.why)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take a guess by its number, before the list searches for what begins with that."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            for line in self.lines[: len(self._slugs)]:
                if event.text() == line.number.text():
                    self._take(line)
                    return True
        return super().eventFilter(watched, event)

    def _take(self, line: _Line) -> None:
        self.chosen.emit(self._slugs[self.lines.index(line)])


class _Line(QWidget):
    def __init__(self, number: int, parent: QWidget) -> None:
        super().__init__(parent)
        layout = row(self)
        self.number = button(str(number), parent=self)
        self.number.setAutoDefault(False)
        self.number.setFixedWidth(theme.grown(NUMBER_PX))
        self.name, self.why = wrapped("", "", self), wrapped("", "small", self)
        layout.addWidget(self.number)
        lines = QVBoxLayout()
        lines.setSpacing(0)
        lines.addWidget(self.name)
        lines.addWidget(self.why)
        layout.addLayout(lines, 1)

    def show_guess(self, name: str, why: str) -> None:
        """Show what the guess is called, and why it may be meant."""
        self.name.setText(name)
        self.why.setText(why)
        self.why.setVisible(bool(why))
        self.number.setAccessibleName(f"{name} – {why}" if why else name)
