"""A note that is read as a text and typed in place: Enter keeps it, Esc takes it back."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from planner.language import tr
from planner.ui.widgets import column, wrapped

LINE_BREAK = " ⏎ "  # an imported note may have several lines; the field has one


class NoteField(QWidget):
    """`noted` carries the new note. `what` names the note; typing over leaves the focus where it
    was before. Hidden with what it stands on, it tells the note once that has been shown."""

    noted = Signal(str)

    def __init__(self, what: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._kept = ""
        self._back: QWidget | None = None
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._keep_now)
        self._text = wrapped("", "muted", self)
        self._field = QLineEdit(self)
        self._field.setPlaceholderText(tr("{0}; Enter keeps it").format(what))
        self._field.setAccessibleName(what)
        self._field.setMaxLength(2000)
        self._field.hide()
        self.setFocusProxy(self._field)
        self._field.installEventFilter(self)
        self._field.editingFinished.connect(self._keep)
        box = column(self)
        box.addWidget(self._text)
        box.addWidget(self._field)
        self.hide()

    def show_note(self, note: str) -> None:
        """Show what is true; what is being typed stays."""
        self._kept = note
        self._text.setText(note)
        self._show()

    def edit(self) -> None:
        """Open the note for typing."""
        if self._field.isHidden():
            self._back = QApplication.focusWidget()
            self._field.setText(self._kept.replace("\n", LINE_BREAK))
            self._field.show()
            self._show()
        self._field.setFocus()

    def typed(self) -> str | None:
        """Return the note half-typed; None while the field is closed."""
        return None if self._field.isHidden() else self._field.text()

    def go_on(self, typed: str | None) -> None:
        """Open the note for typing with what was half-typed before; the focus stays."""
        if typed is not None and self._field.isHidden():
            self._field.setText(typed)
            self._field.show()
            self._show()

    def leave(self) -> None:
        """Close the field and tell nothing, before what the note is about goes."""
        self._soon.stop()
        self._back = None
        self._field.hide()
        self._show()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the typing back with Esc."""
        pressed = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress
        if pressed and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            self._field.setText(self._kept.replace("\n", LINE_BREAK))
            self._keep()
            return True
        return super().eventFilter(watched, event)

    def _keep(self) -> None:
        """Keep the note; one that is hidden with a part of the window, which may be in the middle
        of being shown anew, a little later."""
        if self._field.isVisible() or not self.window().isVisible():
            self._keep_now()
        elif not self._field.isHidden():
            self._soon.start()

    def _keep_now(self) -> None:
        """Close the field, hand the focus back if it is still here, and tell a changed note."""
        lines = self._field.text().split(LINE_BREAK.strip())
        back, self._back = self._back if self._field.hasFocus() else None, None
        self._field.hide()
        self._show()
        if back is not None:
            back.setFocus()
        text = "\n".join(line.strip() for line in lines).strip()
        if text != self._kept:
            self.noted.emit(text)

    def _show(self) -> None:
        typing = not self._field.isHidden()
        self._text.setVisible(bool(self._kept) and not typing)
        self.setVisible(bool(self._kept) or typing)
