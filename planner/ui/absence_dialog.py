"""Say when somebody is away and why; what the days run into is told in place."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtWidgets import QCheckBox, QComboBox, QDialog, QFormLayout, QLineEdit, QWidget

from planner.coach.absences import Reason, reason
from planner.coach.wording import in_row
from planner.engine.terms import Absence
from planner.language import tr
from planner.ui import absence_words, counts, dates, widgets
from planner.ui.date_field import DateField
from planner.ui.dialog_foot import foot
from planner.ui.fitting import fit_screen

Found = tuple[Sequence[Absence], Sequence[date]]  # other days away, and days of training
MOST_NAMED = 3


class AbsenceDialog(QDialog):
    """`absence()` holds what was chosen; `look` finds what days away run into; `name` is
    the lifter's."""

    def __init__(
        self,
        parent: QWidget,
        absence: Absence,
        today: date,
        look: Callable[[Absence], Found],
        name: str,
    ) -> None:
        super().__init__(parent)
        self._absence, self._today, self._look = absence, today, look
        new = absence.id is None
        title = tr("Time away: {name}") if new else tr("Edit time away: {name}")
        self.setWindowTitle(title.format(name=name))
        self.setMinimumWidth(420)
        self.reasons = QComboBox(self)
        for each in Reason:
            self.reasons.addItem(absence_words.word(each), each)
        self.since = DateField(absence.since, today, self)
        self.until = DateField(absence.until or max(absence.since, today), today, self)
        self.open_end = QCheckBox(tr("St&ill away: the end is open"), self)
        self.note = QLineEdit(absence.note, self)
        self.told = widgets.wrapped("", "muted", self)
        self._build(tr("&Add") if new else tr("&Save"))
        self._fill(absence)
        self._connect()
        self._tell()

    def absence(self) -> Absence:
        """Return the days away as they were chosen."""
        chosen = Reason(self.reasons.currentData())
        same = reason(self._absence) is chosen and bool(self._absence.reason)
        return replace(
            self._absence,
            since=self.since.day(),
            until=None if self.open_end.isChecked() else self.until.day(),
            reason=self._absence.reason if same else chosen.value,
            note=self.note.text().strip(),
        )

    def accept(self) -> None:
        """Close, unless the last day comes before the first: that is told."""
        made = self.absence()
        if made.until is None or made.until >= made.since:
            super().accept()
        else:
            self.until.setFocus()

    def _build(self, done: str) -> None:
        layout = widgets.column(self, margin=24, spacing=16)
        layout.addWidget(widgets.wrapped(self.windowTitle(), "title", self))
        form = QFormLayout()
        form.addRow(tr("&Reason"), self.reasons)
        form.addRow(tr("&First day"), self.since)
        form.addRow(tr("&Last day"), self.until)
        form.addRow("", self.open_end)
        form.addRow(tr("&Note"), self.note)
        layout.addLayout(form)
        layout.addWidget(self.told)
        layout.addLayout(foot(self, done))
        fit_screen(layout)

    def _fill(self, absence: Absence) -> None:
        known = reason(absence) if absence.reason else Reason.HOLIDAY
        self.reasons.setCurrentIndex(self.reasons.findData(known))
        self.open_end.setChecked(absence.until is None)
        self.until.setEnabled(absence.until is not None)

    def _connect(self) -> None:
        self.open_end.toggled.connect(lambda on: self.until.setEnabled(not on))
        self.open_end.toggled.connect(lambda _on: self._tell())
        self.reasons.currentIndexChanged.connect(lambda _at: self._tell())
        self.since.dateChanged.connect(self._move_end)
        self.until.dateChanged.connect(lambda _day: self._tell())

    def _move_end(self) -> None:
        """Let the last day follow when the first is set after it."""
        if self.until.day() < self.since.day():
            self.until.show_day(self.since.day())
        self._tell()

    def _tell(self) -> None:
        """Say what the days run into and what they mean."""
        said = self._said(self.absence())
        self.told.setText("\n".join(said))
        self.told.setVisible(bool(said))
        self.adjustSize()

    def _said(self, made: Absence) -> list[str]:
        if made.until is not None and made.until < made.since:
            return [tr("The last day comes before the first.")]
        others, trained = self._look(made)
        said = [self._runs_into(others)] if others else []
        said += [self._trained(trained)] if trained else []
        chosen = reason(made)
        if chosen is Reason.ILL and made.since <= self._today <= (made.until or self._today):
            said.append(tr("No load is suggested until you are back."))
        elif chosen is Reason.INJURED:
            said.append(tr("If it stays or gets worse, let a doctor or physio see it."))
        return said

    def _runs_into(self, others: Sequence[Absence]) -> str:
        named = "; ".join(absence_words.named(each, self._today) for each in others[:MOST_NAMED])
        return tr("Runs into other days away: {0}. Both stay.").format(named)

    def _trained(self, days: Sequence[date]) -> str:
        if len(days) > MOST_NAMED:
            words = tr("You trained on {0} of these days. That stays, and counts.")
            return words.format(counts.count(len(days)))
        named = in_row(dates.short(day, self._today) for day in days)
        return tr("You trained on {0}. That stays, and counts.").format(named)
