"""The import wizard's last page: everything an import would do, before it does it."""

from __future__ import annotations

from collections.abc import Generator, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QHBoxLayout,
    QLabel,
    QRadioButton,
    QStackedWidget,
    QToolButton,
    QWidget,
)

from planner.coach import importing, wording
from planner.coach.importing import Flagged, ImportPreview, ReadLog, Skipped
from planner.engine.terms import Lifter, Unit
from planner.language import tr
from planner.ui import counts, dates
from planner.ui.counts import count
from planner.ui.import_matches import Matches
from planner.ui.table_model import Column, TableModel
from planner.ui.widgets import column, label, row, scrolling, title_tab, wrapped
from planner.ui.wrapping_table import WrappingTable

SURE = 0.95  # from this probability on a guessed unit is called sure


class PreviewPage(QWidget):
    """`unit_wanted` carries the unit to read the loads in; `matches` what the user chose."""

    unit_wanted = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.matches = Matches(self)
        self._chosen_unit: Unit | None = None
        self.flagged = _rows_model(self)
        self.skipped = _rows_model(self)
        content = QWidget(self)
        layout = column(content)
        self.summary = wrapped("", "heading", self)
        self.counts = wrapped("", "muted", self)
        layout.addWidget(self.summary)
        layout.addWidget(self.counts)
        layout.addLayout(self._unit_line())
        layout.addLayout(self._shown_line())
        self.deleted_too = QCheckBox(tr("Bring in what was deleted here, too"), self)
        layout.addWidget(self.deleted_too)
        layout.addLayout(self._section_line())
        self._sections = QStackedWidget(self)
        nothing_odd = wrapped(tr("No row looks odd."), "muted", self)
        all_in = wrapped(tr("Every row of the file comes in."), "muted", self)
        self._sections.addWidget(self.matches)
        self._sections.addWidget(self._rows_page(self.flagged, nothing_odd))
        self._sections.addWidget(self._rows_page(self.skipped, all_in))
        layout.addWidget(self._sections, 1)
        column(self, spacing=0).addWidget(scrolling(content, self))

    def _unit_line(self) -> QHBoxLayout:
        line = row(spacing=12)
        self.kilograms = QRadioButton(tr("&kg"), self)
        self.pounds = QRadioButton(tr("&lb"), self)
        self.kilograms.setAccessibleName(tr("Loads of the file are kilograms"))
        self.pounds.setAccessibleName(tr("Loads of the file are pounds"))
        self.kilograms.clicked.connect(lambda: self._choose_unit(Unit.KG))
        self.pounds.clicked.connect(lambda: self._choose_unit(Unit.LB))
        self.unit_note = label("", "muted", self)
        for made in (label(tr("Loads are in"), parent=self), self.kilograms, self.pounds):
            line.addWidget(made)
        line.addWidget(self.unit_note)
        line.addStretch(1)
        return line

    def _shown_line(self) -> QHBoxLayout:
        """Ask in which unit a lifter reads for whom nobody chose one."""
        line = row(spacing=12)
        self.shown_note = label("", "muted", self)
        self.keep_unit = QCheckBox(self)
        for made in (self.shown_note, self.keep_unit):
            made.hide()
            line.addWidget(made)
        line.addStretch(1)
        return line

    def show_lifter(self, lifter: Lifter, unit: Unit) -> None:
        """Say that a lifter will read in the unit of the log, unless that is unwanted."""
        new = lifter.unit is not unit
        note = tr("The file is in {unit}; {lifter} will be shown in {unit}.")
        self.shown_note.setText(note.format(unit=unit, lifter=lifter.name))
        self.keep_unit.setText(tr("Keep {unit}").format(unit=lifter.unit))
        self.shown_note.setVisible(new)
        self.keep_unit.setVisible(new)

    def _section_line(self) -> QHBoxLayout:
        line = row(spacing=0)
        self.buttons = QButtonGroup(self)
        self._tabs = [QToolButton(self) for _ in range(3)]
        for number, made in enumerate(self._tabs):
            made.setProperty("kind", "tab")
            made.setCheckable(True)
            self.buttons.addButton(made, number)
            line.addWidget(made)
        line.addStretch(1)
        self.buttons.idClicked.connect(lambda number: self._sections.setCurrentIndex(number))
        self.buttons.button(0).setChecked(True)
        return line

    def _rows_page(self, model: TableModel[Skipped | Flagged], nothing: QLabel) -> QWidget:
        page = QWidget(self)
        rows = WrappingTable(model, page)
        rows.setAccessibleName(tr("Rows of the file"))
        layout = column(page)
        layout.addWidget(nothing)
        layout.addWidget(rows, 1)
        layout.addStretch(0)
        model.modelReset.connect(lambda: nothing.setVisible(model.rowCount() == 0))
        model.modelReset.connect(lambda: rows.setVisible(model.rowCount() > 0))
        return page

    def _choose_unit(self, unit: Unit) -> None:
        self._chosen_unit = unit
        self.unit_wanted.emit(unit)

    def forget_choices(self) -> None:
        """Forget what was chosen for a file: another one comes."""
        self._chosen_unit = None
        self.deleted_too.setChecked(False)
        self.matches.choices.clear()

    def understanding(self, lifter_id: int, read: ReadLog) -> Generator[None, None, ImportPreview]:
        """Compare a log with what is stored, as it was chosen here."""
        again = self.deleted_too.isChecked()
        return importing.understanding(lifter_id, read, self.matches.choices, again)

    def show_preview(self, preview: ImportPreview) -> None:
        """Show what would come in."""
        self.summary.setText(self._summary_text(preview))
        self.counts.setText(self._counts_text(preview))
        self._show_unit(preview)
        self.matches.show_matches(preview.matches)
        self.flagged.set_rows(preview.flagged)
        out = sorted([*preview.skipped, *preview.kept_out], key=lambda row: row.line)
        self.skipped.set_rows(out)
        self.deleted_too.setVisible(preview.deleted_sets > 0)
        titles = (
            tr("Exercises {count}").format(count=count(len(preview.matches))),
            tr("Looks odd {count}").format(count=count(len(preview.flagged))),
            tr("Not coming in {count}").format(count=count(len(out))),
        )
        for number, title in enumerate(titles):
            title_tab(self._tabs[number], title)

    def _summary_text(self, preview: ImportPreview) -> str:
        text = tr("{format} · {sets} in {sessions} · {span}")
        return text.format(
            format=tr(preview.format),
            sets=counts.sets(preview.sets),
            sessions=counts.sessions(len(preview.sessions)),
            span=_span(preview),
        )

    def _counts_text(self, preview: ImportPreview) -> str:
        parts = [tr("{rows} read").format(rows=counts.rows(preview.rows))]
        parts.append(tr("{sets} new").format(sets=counts.sets(preview.new_sets)))
        if preview.duplicates:
            known = tr("{count} here already, left as they are")
            parts.append(known.format(count=count(preview.duplicates)))
        if preview.kept_out_sets:
            parts.append(counts.kept_out(preview.kept_out_sets))
        return " · ".join(parts)

    def _show_unit(self, preview: ImportPreview) -> None:
        (self.pounds if preview.unit is Unit.LB else self.kilograms).setChecked(True)
        for choice in (self.kilograms, self.pounds):
            choice.setEnabled(not preview.unit_stated)
        self.unit_note.setText(self._unit_text(preview))
        told = preview.unit_stated or preview.unit is self._chosen_unit
        sure = told or preview.unit_confidence >= SURE
        self.unit_note.setProperty("role", "muted" if sure else "warn")
        self.unit_note.style().unpolish(self.unit_note)
        self.unit_note.style().polish(self.unit_note)

    def _unit_text(self, preview: ImportPreview) -> str:
        if preview.unit_stated:
            return tr("the file says so")
        if preview.unit is self._chosen_unit:
            return tr("your choice")
        if preview.unit_confidence >= SURE:
            return tr("told from the steps between loads")
        text = tr("a guess from the steps between loads, right {odds} times: please check")
        return text.format(odds=wording.odds(preview.unit_confidence))


def _rows_model(page: PreviewPage) -> TableModel[Skipped | Flagged]:
    columns: Sequence[Column[Skipped | Flagged]] = (
        Column(tr("Line"), lambda found: found.line, numeric=True),
        Column(tr("Why"), lambda found: found.reason),
    )
    return TableModel(columns, page)


def _span(preview: ImportPreview) -> str:
    if preview.first_date is None or preview.last_date is None:
        return "–"
    first = dates.short(preview.first_date, preview.last_date)
    return dates.from_to(first, dates.with_year(preview.last_date))
