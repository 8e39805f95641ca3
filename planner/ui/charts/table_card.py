"""A card of the charts that is a table and nothing else."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from planner.language import tr
from planner.ui import file_dialog, folders, theme
from planner.ui.charts.chart_card import ChartCard
from planner.ui.table_model import TableModel

ROW_PX = 28
MOST_ROWS = 16  # from here on the table scrolls


class TableCard(ChartCard):
    """Shows rows; `picked(row)` asks to open what is behind one. `save` writes CSV."""

    picked = Signal(int)

    def __init__(self, model: TableModel[Any], parent: QWidget | None = None) -> None:
        super().__init__(QWidget(), QWidget(), model, parent)
        self.table_button.setChecked(True)
        self.table_button.hide()
        self.plot = self.table  # what a picture of the card shows
        self.save_button.setToolTip(tr("As numbers (CSV)"))
        self.table.verticalHeader().setDefaultSectionSize(theme.spread(ROW_PX))
        self.table.activated.connect(lambda index: self.picked.emit(index.row()))

    def set_rows(self, fill: Callable[[], None]) -> None:
        """Fill the table at once, and make it as high as its rows, up to a limit."""
        super().set_rows(fill)
        rows = self.filled().rowCount()
        header = self.table.horizontalHeader().sizeHint().height()
        bar = self.table.horizontalScrollBar().sizeHint().height()
        self.stack.setFixedHeight(
            header + theme.spread(ROW_PX) * min(max(rows, 1), MOST_ROWS) + bar
        )

    def ask_where_to_save(self) -> None:
        """Let the user choose a file and write the numbers into it."""
        numbers = tr("Numbers, CSV (*.csv)")
        name, _ = file_dialog.to_save(
            self,
            tr("Save {title}").format(title=self.title),
            str(folders.folder() / self.title),
            numbers,
        )
        if name:
            path = folders.chosen(name)
            csv = path.suffix.lower() == ".csv"
            self.save(path if csv else path.with_name(path.name + ".csv"))
