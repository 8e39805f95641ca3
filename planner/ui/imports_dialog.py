"""What was imported into a lifter's log, each to be taken back as one."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtWidgets import QWidget

from planner.coach.importing import ImportRecord
from planner.language import tr
from planner.ui import dates
from planner.ui.list_dialog import ListDialog, Listing, count_text
from planner.ui.table_model import Cell, Column
from planner.ui.tables import delete_key
from planner.ui.writing import writes


class ImportsDialog(ListDialog):
    """`wanted` carries the import to take back."""

    def __init__(
        self, parent: QWidget, name: str, records: Sequence[ImportRecord], today: date
    ) -> None:
        super().__init__(parent)
        self._today = today
        self.build(Listing(
            tr("Imports of {lifter}").format(lifter=name), tr("Imports, newest first"),
            self._note(bool(records)), tr("&Take back this import"), self._columns(), 0,
            records,
        ))  # fmt: skip
        writes(delete_key(self.table, self._take))

    def _columns(self) -> list[Column[ImportRecord]]:
        return [
            Column(tr("File"), lambda record: record.file_name),
            Column(tr("From", "an app"), lambda record: tr(record.format)),
            Column(tr("On"), lambda record: record.imported_on, self._day),
            Column(tr("Sessions"), lambda record: record.sessions, count_text, numeric=True),
            Column(tr("Sets"), lambda record: record.sets, count_text, numeric=True),
        ]

    def _day(self, day: Cell) -> str:
        return dates.short(day, self._today) if isinstance(day, date) else "–"

    def _note(self, any_there: bool) -> str:
        if not any_there:
            return tr("Nothing was imported into this log yet.")
        return tr("Sessions that you edited since are kept, and named.")
