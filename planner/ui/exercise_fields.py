"""Fields of an exercise's form: each shows a value of one field of it and reads it back."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QObject, Signal, SignalInstance
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QPlainTextEdit, QWidget

from planner.ui import theme

MOST_LETTERS = 120  # of a name; a longer one fits on no sheet
LINE_PX = 22


@dataclass(frozen=True)
class Field:
    """`name` is that of the exercise's field; `read` raises ValueError, which says what to do."""

    name: str
    widget: QWidget
    read: Callable[[], Any]
    show: Callable[[Any], None]
    changed: SignalInstance


class Told(QObject):
    """Says that a field of several widgets changed."""

    changed = Signal()


def line(name: str, parent: QWidget) -> Field:
    """Make a field for a name."""
    made = QLineEdit(parent)
    made.setMaxLength(MOST_LETTERS)
    return Field(name, made, lambda: " ".join(made.text().split()), made.setText, made.textChanged)


def lines(name: str, parent: QWidget, tall: int) -> Field:
    """Make a field for several texts, one a line; `tall` lines are seen at once."""
    made = QPlainTextEdit(parent)
    made.setTabChangesFocus(True)
    made.setFixedHeight(tall * theme.grown(LINE_PX) + 14)

    def read() -> tuple[str, ...]:
        texts = (" ".join(each.split()) for each in made.toPlainText().splitlines())
        return tuple(dict.fromkeys(filter(None, texts)))

    return Field(
        name, made, read, lambda texts: made.setPlainText("\n".join(texts)), made.textChanged
    )


def choice(name: str, choices: Iterable[tuple[object, str]], parent: QWidget) -> Field:
    """Make a field for one of several (value, words)."""
    made, values = QComboBox(parent), []
    for value, words in choices:
        values.append(value)
        made.addItem(words)
    return Field(
        name, made, lambda: values[made.currentIndex()],
        lambda value: made.setCurrentIndex(values.index(value)), made.currentIndexChanged,
    )  # fmt: skip


def typed(
    name: str, read: Callable[[str], object], write: Callable[[Any], str], parent: QWidget
) -> Field:
    """Make a field for what is typed; one left alone keeps its value to the last digit."""
    made, shown = QLineEdit(parent), dict[str, object]()

    def show(value: object) -> None:
        shown.clear()
        shown[write(value)] = value
        made.setText(write(value))

    def value() -> object:
        return shown[made.text()] if made.text() in shown else read(made.text())

    return Field(name, made, value, show, made.textChanged)


def flag(name: str, words: str, parent: QWidget) -> Field:
    """Make a field for yes or no."""
    made = QCheckBox(words, parent)
    return Field(name, made, made.isChecked, made.setChecked, made.toggled)
