"""All days away of a lifter, newest first."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtWidgets import QWidget

from planner.coach import absences
from planner.engine.terms import Absence
from planner.language import tr
from planner.ui import absence_words
from planner.ui.edited_list import EditedList
from planner.ui.list_dialog import Listing
from planner.ui.table_model import Column


class AbsencesDialog(EditedList):
    """`wanted` carries the one to edit, `delete_wanted` the one to delete."""

    def __init__(self, parent: QWidget, known: Sequence[Absence], today: date) -> None:
        super().__init__(parent)
        self._today = today
        self.build(
            Listing(
                title=tr("Time away"),
                about=tr("Days away from training"),
                note=tr(
                    "In days away nothing planned counts as missed. While you are ill, no load is "
                    "suggested."
                ),
                take=tr("&Edit…"),
                columns=self._columns(),
                wide=2,
                rows=sorted(known, key=lambda each: each.since, reverse=True),
            )
        )

    def _columns(self) -> tuple[Column[Absence], ...]:
        return (
            Column(tr("Days"), lambda each: absence_words.days(each, self._today)),
            Column(tr("Reason"), lambda each: absence_words.word(absences.reason(each))),
            Column(tr("Note"), lambda each: each.note),
        )
