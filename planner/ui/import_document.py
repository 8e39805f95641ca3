"""The import wizard's page for this program's own JSON: whole lifters, taken in as they are."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from planner.coach.adopting import Document
from planner.language import tr
from planner.ui.counts import count
from planner.ui.table_model import Column, TableModel
from planner.ui.tables import plain_table
from planner.ui.widgets import column, wrapped


class DocumentPage(QWidget):
    """Lists the lifters of a document with what is theirs."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.model = TableModel(self._columns(), self)
        table = plain_table(self.model, self)
        table.setAccessibleName(tr("Lifters in the file"))
        note = tr(
            "The file was written by this program. Its lifters come in with their plans, "
            "sessions, check-ins and decisions, beside the lifters that are here. Exercises and "
            "programs of one's own come along."
        )
        layout = column(self, spacing=12)
        layout.addWidget(wrapped(note, "muted", self))
        layout.addWidget(table, 1)

    def _columns(self) -> list[Column[tuple[str, int, int, int]]]:
        return [
            Column(tr("Lifter"), lambda row: row[0]),
            Column(tr("Sessions"), lambda row: row[1], _shown, numeric=True),
            Column(tr("Blocks"), lambda row: row[2], _shown, numeric=True),
            Column(tr("Check-ins"), lambda row: row[3], _shown, numeric=True),
        ]

    def show_document(self, document: Document) -> None:
        """Show what would come in."""
        self.model.set_rows(
            [
                (each.lifter.name, len(each.sessions), len(each.mesocycles), len(each.check_ins))
                for each in document.lifters
            ]
        )


def _shown(number: object) -> str:
    return count(number) if isinstance(number, int) else "–"
