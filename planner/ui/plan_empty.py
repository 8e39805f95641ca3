"""What the planner shows before there is a plan: two ways to begin."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from planner.language import tr
from planner.ui import widgets
from planner.ui.unseen_button import UnseenButton
from planner.ui.writing import writes


class PlanEmpty(QWidget):
    """Offers a program or an empty block; `suggestions` leads to those that are out of sight."""

    program_wanted = Signal()
    empty_wanted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        writes(self)
        layout = widgets.column(self, margin=24, spacing=12)
        self.suggestions = UnseenButton(self)
        layout.addWidget(self.suggestions, alignment=Qt.AlignmentFlag.AlignRight)
        layout.addStretch(2)
        title = widgets.label(tr("No plan yet"), "page", self)
        layout.addWidget(title, alignment=Qt.AlignmentFlag.AlignHCenter)
        lines = QVBoxLayout()
        lines.setSpacing(0)
        texts = (
            tr("A plan is a block of weeks. Start from a program and change it,"),
            tr("or begin with empty weeks and drag exercises into them."),
        )
        for text in texts:
            made = widgets.label(text, "muted", self)
            lines.addWidget(made, alignment=Qt.AlignmentFlag.AlignHCenter)
        layout.addLayout(lines)
        doors = widgets.row()
        self._program = program = widgets.button(tr("Start a pro&gram…"), "primary", self)
        program.clicked.connect(self.program_wanted)
        empty = widgets.button(tr("Start an empty &block…"), "", self)
        empty.clicked.connect(self.empty_wanted)
        for door in (program, empty):
            door.setAutoDefault(True)  # Enter presses it outside of dialogs, too
        doors.addStretch(1)
        doors.addWidget(program)
        doors.addWidget(empty)
        doors.addStretch(1)
        layout.addSpacing(8)
        layout.addLayout(doors)
        layout.addStretch(3)

    def show_unseen(self, suggestions: int) -> None:
        """Say how many suggestions there are that are out of sight."""
        self.suggestions.show_unseen(suggestions)

    def take_keyboard(self, tab: QWidget) -> None:
        """Take it from what this page hides of a tab: keys went on to a week that is gone."""
        held = tab.window().focusWidget()
        if held is not None and tab.isAncestorOf(held) and not held.isVisibleTo(tab):
            self._program.setFocus(Qt.FocusReason.OtherFocusReason)
