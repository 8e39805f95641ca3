"""Deleted sessions, each to be put back into its lifter's log."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtWidgets import QWidget

from planner.coach.trash import KEPT_DAYS, TrashedSession
from planner.ui import log_words
from planner.ui.list_dialog import ListDialog, Listing, count_text
from planner.ui.session_header import session_name
from planner.ui.table_model import Cell, Column


class TrashDialog(ListDialog):
    """`wanted` carries the session to put back."""

    def __init__(self, parent: QWidget, deleted: Sequence[TrashedSession], today: date) -> None:
        super().__init__(parent)
        self._today = today
        self.build(Listing(
            self.tr("Deleted sessions"), self.tr("Deleted sessions, the last one first"),
            self._note(bool(deleted)), self.tr("&Restore this session"), self._columns(), 1,
            deleted,
        ))  # fmt: skip

    def _columns(self) -> list[Column[TrashedSession]]:
        return [
            Column(self.tr("Day"), lambda made: made.on, self._day),
            Column(self.tr("Session"), lambda made: session_name(made.name)),
            Column(self.tr("Sets"), lambda made: made.sets, count_text, numeric=True),
            Column(self.tr("Lifter"), lambda made: made.lifter),
            Column(self.tr("Deleted"), lambda made: made.deleted_on, self._day),
        ]

    def _day(self, day: Cell) -> str:
        return log_words.day(day, self._today) if isinstance(day, date) else "–"

    def _note(self, any_there: bool) -> str:
        if not any_there:
            text = self.tr("Nothing here. A session that you delete can be put back for {0} days.")
        else:
            text = self.tr("Kept for {0} days after deletion, then removed for good.")
        return text.format(KEPT_DAYS)
