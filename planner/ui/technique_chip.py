"""A chip that rates how the movement of a set looked, by one key or a menu."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from planner.engine.terms import Technique
from planner.language import tr
from planner.ui import theme
from planner.ui.widgets import restate

CHIP_WIDTH = 88  # px, the longest word
_KEYS = {
    Qt.Key.Key_1: Technique.SOUND,
    Qt.Key.Key_2: Technique.MINOR,
    Qt.Key.Key_3: Technique.BREAKDOWN,
    Qt.Key.Key_0: None,
}


def technique_word(technique: Technique | None, balances: bool = False) -> str:
    """Return the word for a rating; where balance is what can be lost, it has words of its own."""
    if balances and technique is Technique.MINOR:
        return tr("shaky")
    if balances and technique is Technique.BREAKDOWN:
        return tr("balance lost")
    return {
        None: tr("rate"),
        Technique.SOUND: tr("sound"),
        Technique.MINOR: tr("minor"),
        Technique.BREAKDOWN: tr("breakdown"),
    }[technique]


def technique_mark(technique: Technique | None, balances: bool = False) -> str:
    """Return a word that fits where there is little room."""
    if technique is Technique.BREAKDOWN:
        return tr("lost") if balances else tr("broke")
    return technique_word(technique, balances)


class TechniqueChip(QToolButton):
    """`rated` carries a Technique, or None to take the rating back."""

    rated = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._balances = False
        self.setProperty("kind", "rating")
        self.setFixedWidth(theme.grown(CHIP_WIDTH))
        policy = self.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.setSizePolicy(policy)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._technique: Technique | None = None
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.show_technique(None)

    def show_technique(self, technique: Technique | None, balances: bool = False) -> None:
        """Show a rating, in the words of balance where that is what can be lost."""
        self._technique, self._balances = technique, balances
        self._write()
        asked = tr("How steady was it?") if balances else tr("How did the movement look?")
        self.setToolTip(tr("{0} Keys here 1, 2, 3; in a cell Alt+1, 2, 3").format(asked))
        word = technique_word(technique, balances)
        named = tr("Balance: {0}") if balances else tr("Technique: {0}")
        self.setAccessibleName(named.format(word))
        restate(self, technique or "")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Write the word that fits."""
        super().resizeEvent(event)
        self._write()

    def mousePressEvent(self, _event: QMouseEvent) -> None:
        """Make the menu only when it is wanted: there is a chip in every row."""
        self._open_menu()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Rate by one key."""
        key = Qt.Key(event.key())
        if key in _KEYS:
            self.rated.emit(_KEYS[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._open_menu()
        else:
            super().keyPressEvent(event)

    def ratings(self) -> QMenu:
        """Return a menu of the ratings, with the keys that do the same."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for key, technique in zip("1230", (*Technique, None), strict=True):
            rated = technique_word(technique, self._balances)
            word = rated if technique else tr("not rated")
            menu.addAction(f"&{key}  {word}", partial(self.rated.emit, technique))
        return menu

    def _write(self) -> None:
        word = technique_word if self.width() >= theme.grown(CHIP_WIDTH) else technique_mark
        self.setText(word(self._technique, self._balances))

    def _open_menu(self) -> None:
        self.ratings().popup(self.mapToGlobal(self.rect().bottomLeft()))
