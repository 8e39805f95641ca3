"""Why a suggestion is not wanted: the usual reasons at one click, or one's own."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from planner.language import tr
from planner.ui import widgets
from planner.ui.flow_layout import FlowLayout


class DismissForm(QWidget):
    """`dismissed` carries the reason, '' for none; `cancelled` tells that the card stays."""

    dismissed = Signal(str)
    cancelled = Signal()

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        layout = widgets.column(self, spacing=6)
        usual = QWidget(self)
        flow = FlowLayout(usual, spacing=4)
        for reason in self._usual():
            flow.addWidget(self._button(reason, name, usual))
        layout.addWidget(usual)
        line = widgets.row(spacing=4)
        self.reason = QLineEdit(self)
        self.reason.setPlaceholderText(tr("Other reason, if you like"))
        self.reason.setAccessibleName(tr("Reason for dismissing"))
        self.reason.returnPressed.connect(self._dismiss)
        go = widgets.button(tr("Dismiss it"), "", self)
        go.setProperty("density", "small")
        go.setAccessibleName(tr("Dismiss it – {name}").format(name=name))
        go.clicked.connect(self._dismiss)
        line.addWidget(self.reason, 1)
        line.addWidget(go)
        layout.addLayout(line)

    def begin(self) -> None:
        """Take the keyboard."""
        self.reason.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave on Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
        else:
            super().keyPressEvent(event)

    def _usual(self) -> tuple[str, ...]:
        return (
            tr("Not now"),
            tr("I feel tired"),
            tr("No equipment"),
            tr("My coach decides"),
        )

    def _button(self, reason: str, name: str, parent: QWidget) -> QWidget:
        made = widgets.button(reason, "", parent)
        made.setProperty("density", "small")
        words = tr("Dismiss: {reason} – {name}")
        made.setAccessibleName(words.format(reason=reason, name=name))
        made.clicked.connect(partial(self.dismissed.emit, reason))
        return made

    def _dismiss(self) -> None:
        self.dismissed.emit(self.reason.text().strip())
