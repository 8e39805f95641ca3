"""Grey out whatever writes while a window only looks, also what is shown or offered later."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QDynamicPropertyChangeEvent, QEvent, QObject
from PySide6.QtGui import QActionEvent
from PySide6.QtWidgets import QWidget

from planner.ui.writing import WRITES, Usable, marked_in

_HELD = "held"  # the property of what is greyed out; of a widget with the tool tip it had


class Held(QObject):
    """Holds the marked entries, keys and widgets of a window; who enables one is overruled."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window

    def begin(self, why: str) -> None:
        """Grey out all that writes; `why` is the tool tip of it."""
        self._why = why
        for each in marked_in(self._window):
            self._hold(each)
        if (app := QCoreApplication.instance()) is not None:
            app.installEventFilter(self)

    def end(self) -> None:
        """Let everything be used again; a refresh says what else may not."""
        if (app := QCoreApplication.instance()) is not None:
            app.removeEventFilter(self)
        for each in marked_in(self._window):
            if each.property(_HELD) is not None:
                _let_go(each)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Hold what is marked, or enabled, from now on."""
        if isinstance(event, QActionEvent):
            self._hold_marked(event.action())
        elif event.type() is QEvent.Type.EnabledChange or (
            isinstance(event, QDynamicPropertyChangeEvent) and event.propertyName() == WRITES
        ):
            self._hold_marked(watched)
        return False

    def _hold_marked(self, made: QObject) -> None:
        if isinstance(made, Usable) and made.property(WRITES):
            self._hold(made)

    def _hold(self, made: Usable) -> None:
        if not made.isEnabled():
            return
        made.setProperty(_HELD, made.toolTip() if isinstance(made, QWidget) else "")
        made.setEnabled(False)
        if isinstance(made, QWidget):
            made.setToolTip(self._why)


def _let_go(made: Usable) -> None:
    if isinstance(made, QWidget):
        made.setToolTip(str(made.property(_HELD)))
    made.setProperty(_HELD, None)
    made.setEnabled(True)
