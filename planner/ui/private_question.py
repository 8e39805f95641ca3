"""Ask, before everything of a lifter is handed out, whether what is private goes along."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox, QDialog, QWidget

from planner.ui.dialog_foot import foot
from planner.ui.fitting import fit_screen
from planner.ui.widgets import column, wrapped

WIDTH = 440  # px


class PrivateQuestion(QDialog):
    """`private` is ticked when what is private is to be handed out, too."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Export"))
        self.setFixedWidth(WIDTH)
        layout = column(self, margin=24, spacing=16)
        layout.addWidget(wrapped(self.tr("Export without private answers?"), "title", self))
        told = self.tr(
            "Answers to the health questions, what referrals are for, clearances, who set limits, "
            "mood and a doctor's limits on food and drink stay here unless you tick them. That "
            "somebody waits for a clearance, and what training is limited to, always go along."
        )
        layout.addWidget(wrapped(told, "", self))
        self.private = QCheckBox(self.tr("Hand out what is &private, too"), self)
        layout.addWidget(self.private)
        layout.addLayout(foot(self, self.tr("&Export")))
        fit_screen(layout)
