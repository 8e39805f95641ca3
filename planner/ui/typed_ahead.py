"""Open a dialog so that the keys typed meanwhile reach its field: none is lost."""

from __future__ import annotations

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
    behind = parent.window().windowHandle() if parent is not None else None
    own = dialog.windowHandle()
    if behind is not None and own is not None and not dialog.isActiveWindow():
        _TypedAhead(dialog, own, behind, field)


class _TypedAhead(QObject):
    """Takes the keys of the window behind until the dialog is in front.

    Qt drops what is typed into a window that a modal dialog blocks, even before that has the
    keyboard. A window is blocked where the dialog is its transient child: until the dialog is in
    front it is nobody's.
    """

    def __init__(self, dialog: QDialog, own: QWindow, behind: QWindow, field: QWidget) -> None:
        super().__init__(dialog)
        self._dialog, self._own, self._behind, self._field = dialog, own, behind, field
        self._parent = own.transientParent()
        self._belongs_to(None)
        behind.installEventFilter(self)
        dialog.installEventFilter(self)
        dialog.finished.connect(self._end)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Bring keys to the field, and hold everything else back that the hands do."""
        kind = event.type()
        if watched is self._dialog:
            if kind == QEvent.Type.WindowActivate:
                self._belongs_to(self._parent)
                self._end()
            return False
        if kind == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            key = QKeyEvent(kind, event.key(), event.modifiers(), event.text())
            QApplication.sendEvent(self._field, key)
        elif kind not in _HELD_BACK:
            return False
        event.accept()
        return True

    def _belongs_to(self, window: QWindow | None) -> None:
        self._own.setTransientParent(window)  # type: ignore[arg-type]  # None: nobody's
        self._behind.setTransientParent(self._behind.transientParent())  # is it blocked now?

    def _end(self) -> None:
        self._behind.removeEventFilter(self)
        self._dialog.removeEventFilter(self)
