"""Editing in place: the one field that is open over a row of the week grid."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QRect, QTimer, Signal
from PySide6.QtWidgets import QWidget

from planner.ui.prescription_editor import PrescriptionEditor
from planner.ui.rename_field import RenameField

EDITOR_WIDTH = 292  # px


class GridEditor(QObject):
    """Opens, places, saves and closes the field; `where` is the row it is about, on the canvas."""

    closed = Signal()  # by its own keys

    def __init__(self, canvas: QWidget, where: Callable[[], QRect]) -> None:
        super().__init__(canvas)
        self._canvas, self._where = canvas, where
        self._settled = QTimer(self, singleShot=True, interval=0)
        self._settled.timeout.connect(self.place)
        canvas.installEventFilter(self)
        self.field: PrescriptionEditor | RenameField | None = None

    def open(self, field: PrescriptionEditor | RenameField) -> None:
        """Show a field over the row and put the keyboard into it."""
        self.field = field
        field.closed.connect(self._leave)
        if isinstance(field, PrescriptionEditor):
            field.grown.connect(self.place)
        field.show()
        self.place()
        field.begin()

    def close(self, save: bool) -> None:
        """Close the field; what is to be saved and cannot be stays open."""
        if save and self.field is not None and not self.field.save():
            return
        field, self.field = self.field, None
        if field is None:  # or no more: what it was about was seen to be gone
            return
        field.hide()
        field.deleteLater()

    def finish(self) -> str:
        """Save and close what is being typed; return what of it cannot be saved, or ''."""
        field = self.field
        problem = "" if field is None or field.save() else field.problem()
        self.close(save=False)
        return problem

    def place(self) -> None:
        """Put the field over its row."""
        if self.field is not None:
            self.field.setGeometry(self._room_for(self.field, self._where()))
            self.field.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the row to where the week is laid out anew."""
        if self.field is not None and event.type() is QEvent.Type.LayoutRequest:
            self._settled.start()
        return super().eventFilter(watched, event)

    def _leave(self) -> None:
        self.close(save=False)
        self.closed.emit()

    def _room_for(self, field: PrescriptionEditor | RenameField, at: QRect) -> QRect:
        if isinstance(field, RenameField):
            return at.adjusted(3, 2, -3, -2)
        width = min(EDITOR_WIDTH, self._canvas.width())
        height = field.layout_height(width)
        x = min(max(at.left() - 4, 0), self._canvas.width() - width)
        y = min(max(at.top() - 4, 0), max(self._canvas.height() - height, 0))
        return QRect(x, y, width, height)
