"""Hand lifters over to another computer: who, with the log or without, and what is private."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)

from planner.engine.terms import Lifter
from planner.language import tr
from planner.ui.dialog_sizes import open_at
from planner.ui.fitting import fit_screen
from planner.ui.locked_line import locked_line
from planner.ui.screen_room import room_on_screen
from planner.ui.tick_list import TickList
from planner.ui.widgets import button, column, label, row, wrapped

USUAL_SIZE = QSize(480, 560)


class HandOverDialog(QDialog):
    """`wanted` comes when the file is to be written; the other fields hold what was chosen."""

    wanted = Signal()

    def __init__(
        self,
        parent: QWidget,
        lifters: Sequence[Lifter],
        shown: int | None,
        is_protected: bool = False,
        locked: Sequence[Lifter] = (),
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Hand over"))
        open_at(self, USUAL_SIZE)
        layout = column(self, margin=24, spacing=12)
        layout.addWidget(label(tr("Hand over to another computer"), "title", self))
        layout.addWidget(self._about())
        self.list = TickList(self, lifters, shown)
        self.list.setAccessibleName(tr("Lifters to hand over"))
        self.list.itemChanged.connect(self._show_button)
        layout.addWidget(self.list, 1)
        layout.addWidget(locked_line(self, locked))
        layout.addLayout(self._all_or_none(len(lifters)))
        self._add_what(layout)
        if is_protected:
            layout.addWidget(self._plain())
        layout.addLayout(self._bottom())
        if layout.minimumHeightForWidth(self.width()) > room_on_screen(self).height():
            fit_screen(layout)
        self._show_button()

    def _about(self) -> QWidget:
        about = tr(
            "One small file with all of a lifter: plan, log, check-ins, own exercises. On the "
            "other computer File › Merge… takes it in, and a file from there brings the log back."
        )
        return wrapped(about, "muted", self)

    def _add_what(self, layout: QVBoxLayout) -> None:
        self.plan_only = QCheckBox(tr("The &plan only, without what was logged"), self)
        self.private = QCheckBox(tr("What is p&rivate, too"), self)
        told = tr(
            "Answers to the health questions, what referrals are for, clearances, who set limits, "
            "mood and a doctor's limits on food and drink."
        )
        layout.addWidget(self.plan_only)
        layout.addWidget(self.private)
        layout.addWidget(wrapped(told, "small", self))

    def _plain(self) -> QWidget:
        """Say that the file is open to whoever gets hold of it, as the data here are not."""
        told = tr(
            "Your data have a passphrase, this file has none: whoever gets hold of it can read it."
        )
        return wrapped(told, "warn", self)

    def _all_or_none(self, lifters: int) -> QHBoxLayout:
        line = row()
        self.everybody = button(tr("&All"), parent=self)
        self.nobody = button(tr("&None"), parent=self)
        self.everybody.clicked.connect(lambda: self.list.tick_all(True))
        self.nobody.clicked.connect(lambda: self.list.tick_all(False))
        for made in (self.everybody, self.nobody):
            made.setAutoDefault(False)
            made.setVisible(lifters > 1)
            line.addWidget(made)
        line.addStretch(1)
        return line

    def _bottom(self) -> QHBoxLayout:
        line = row()
        cancel = button(tr("&Cancel"), parent=self)
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.reject)
        self.hand_over = button(tr("&Hand over…"), "primary", self)
        self.hand_over.setDefault(True)
        self.hand_over.clicked.connect(self.wanted)
        line.addStretch(1)
        line.addWidget(cancel)
        line.addWidget(self.hand_over)
        return line

    def lifter_ids(self) -> list[int]:
        """Return the lifters that are ticked."""
        return self.list.ids()

    def _show_button(self) -> None:
        self.hand_over.setEnabled(bool(self.lifter_ids()))
