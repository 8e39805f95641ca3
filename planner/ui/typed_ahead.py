"""Open a dialog so that the keys typed meanwhile reach its field: none is lost."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QWindow
from PySide6.QtWidgets import QApplication, QDialog, QWidget

_HELD_BACK = frozenset(
    {
        QEvent.Type.ShortcutOverride,
        QEvent.Type.KeyRelease,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseButtonDblClick,
        QEvent.Type.MouseButtonRelease,
        QEvent.Type.Wheel,
    }
)


def open_typing(dialog: QDialog, field: QWidget) -> None:
    """Open a modal dialog with the keyboard in a field."""
    dialog.open()
    field.setFocus()
    parent = dialog.parentWidget()
    if parent is not None and _handle(parent) is not None and not dialog.isActiveWindow():
        _TypedAhead(dialog, parent.window(), field)


class _TypedAhead(QObject):
    """Takes the keys of the window behind until the dialog is in front.

    Qt drops what is typed into a window that a modal dialog blocks, even before that has the
    keyboard. A window is blocked where the dialog is its transient child: until the dialog is in
    front it is nobody's. Whose a window is, is never asked: Python would take what
    `transientParent` returns for gone as soon as the dialog is.
    """

    def __init__(self, dialog: QDialog, behind: QWidget, field: QWidget) -> None:
        super().__init__(dialog)
        self._dialog, self._behind, self._field = dialog, behind, field
        self._belongs_to(None)
        self._for_each(QObject.installEventFilter)
        dialog.finished.connect(self._end)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Bring keys to the field, and hold everything else back that the hands do."""
        kind = event.type()
        if watched is self._dialog:
            if kind == QEvent.Type.WindowActivate:
                self._belongs_to(self._behind)
                self._end()
            return False
        if kind == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            key = QKeyEvent(kind, event.key(), event.modifiers(), event.text())
            QApplication.sendEvent(self._field, key)
        elif kind not in _HELD_BACK:
            return False
        event.accept()
        return True

    def _belongs_to(self, widget: QWidget | None) -> None:
        _give(self._dialog, widget)
        _give(self._behind, self._behind.parentWidget())  # as it was; is it blocked now?

    def _for_each(self, do: Callable[[QObject, QObject], None]) -> None:
        for each in (_handle(self._behind), self._dialog):
            if each is not None:
                do(each, self)

    def _end(self) -> None:
        self._for_each(QObject.removeEventFilter)


def _give(widget: QWidget, to: QWidget | None) -> None:
    """Make the window of a widget the transient child of another one's, or nobody's."""
    own = _handle(widget)
    if own is not None:
        own.setTransientParent(_handle(to))  # type: ignore[arg-type]  # None: nobody's


def _handle(widget: QWidget | None) -> QWindow | None:
    return None if widget is None else widget.window().windowHandle()
