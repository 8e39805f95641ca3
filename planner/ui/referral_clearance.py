"""Enter what a professional said: who, when, in which words, and with which limit."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import QDate
from PySide6.QtWidgets import QCheckBox, QComboBox, QDialog, QFormLayout, QLineEdit, QWidget

from planner.coach import health, logging
from planner.coach.health import Clearance
from planner.engine.terms import KG_PER_LB, Limit, Profession, Referral, Restriction, Unit
from planner.language import tr
from planner.ui import dates, program_wish, referral_words
from planner.ui.date_field import DateField
from planner.ui.dialog_foot import foot
from planner.ui.exercise_box import ExerciseBox
from planner.ui.fitting import fit_screen
from planner.ui.widgets import column, label, restate, row, wrapped

WIDTH = 520  # px
_EXERCISE = "exercise"  # of what is limited, where one exercise is meant
USUAL_LIMIT = timedelta(weeks=6)  # to be changed: until when it holds, only who sets it knows


class ClearanceDialog(QDialog):
    """`clearance()` and `limits()` hold what was entered once it was accepted."""

    def __init__(self, parent: QWidget, referral: Referral, today: date, unit: Unit) -> None:
        super().__init__(parent)
        self._unit, self._referral, self._today = unit, referral, today
        self.setWindowTitle(tr("Enter clearance"))
        self.setFixedWidth(WIDTH)
        self.by, self.note = QLineEdit(self), QLineEdit(self)
        self.profession = QComboBox(self)
        for each in Profession:
            self.profession.addItem(referral_words.profession(each), each)
        first = health.judgement(referral.topic).professions[0]
        self.profession.setCurrentIndex(self.profession.findData(first))
        self.on = DateField(today, today, self)
        self.on.setMaximumDate(_qt(today))
        self.older = wrapped("", "muted", self)
        self._make_limit(today)
        self.problem = wrapped("", "error", self)
        self.problem.setMinimumHeight(2 * self.problem.fontMetrics().lineSpacing())
        self._build(referral)
        for field in self._fields():
            field.textEdited.connect(self._tell_nothing)
        for day in (self.on, self.until):
            day.dateChanged.connect(self._tell_nothing)
        self.limited.toggled.connect(self._show_limit)
        self.on.dateChanged.connect(self._show_older)
        self._show_limit(False)
        self._show_older()

    def clearance(self) -> Clearance:
        """Return what was said, by whom and when."""
        said = Profession(self.profession.currentData())
        return Clearance(self.on.day(), self.by.text().strip(), said, self.note.text().strip())

    def limits(self) -> list[Restriction]:
        """Return the limit that was set, if any."""
        if not self.limited.isChecked():
            return []
        made, area = self.clearance(), self.area.currentData()
        spared = Limit(area) if area not in ("", _EXERCISE) else None
        until = None if self.for_good.isChecked() else self.until.day()
        return [
            Restriction(
                made.on,
                until,
                made.by,
                made.profession,
                spared,
                self._slug(),
                most_kg=self._kg(),
                words=self.words.text().strip(),
            )
        ]

    def accept(self) -> None:
        """Take what was entered, or say in place what is missing."""
        wrong, field = self._wrong()
        self._tell_nothing()
        self.problem.setText(wrong)
        if field is None:
            super().accept()
        else:
            restate(field, "error")
            field.setFocus()

    def _tell_nothing(self, _changed: object = None) -> None:
        """Take back what was missing, whose line keeps its place."""
        self.problem.setText("")
        for field in self._fields():
            restate(field, "")

    def _fields(self) -> list[QLineEdit]:
        days = (self.on.lineEdit(), self.until.lineEdit())
        known = (self.by, self.most, self.words, self.exercise.lineEdit(), *days)
        return [field for field in known if field is not None]

    def _wrong(self) -> tuple[str, QLineEdit | None]:
        if not self.by.text().strip():
            return tr("Who cleared you? A name is needed."), self.by
        if health.is_too_old(self.on.day(), self._referral):
            return health.TOO_OLD, self.on.lineEdit()
        if self.limited.isChecked() and self._lacks_exercise():
            return tr("Choose an exercise of the library."), self.exercise.lineEdit()
        if self.limited.isChecked() and self.most.text().strip() and self._kg() is None:
            return tr("That is no load."), self.most
        if self.limited.isChecked() and not self._says_limit():
            return tr(
                "What is the limit? Choose what it holds for, a load, or write it."
            ), self.words
        if self.limited.isChecked() and self._ends_too_soon():
            said = tr("The limit ends before the day of the clearance.")
            return said, self.until.lineEdit()
        return "", None

    def _ends_too_soon(self) -> bool:
        return not self.for_good.isChecked() and self.until.day() < self.on.day()

    def _slug(self) -> str | None:
        return self.exercise.slug() if self.area.currentData() == _EXERCISE else None

    def _says_limit(self) -> bool:
        typed = self.most.text().strip() or self.words.text().strip()
        return bool(self.area.currentData() or typed)

    def _lacks_exercise(self) -> bool:
        return self.area.currentData() == _EXERCISE and self._slug() is None

    def _kg(self) -> float | None:
        number = logging.parse_number(self.most.text())
        if not number or number < 0:
            return None
        return number if self._unit is Unit.KG else number * KG_PER_LB

    def _make_limit(self, today: date) -> None:
        self.limited = QCheckBox(tr("With a &limit"), self)
        self.area = QComboBox(self)
        self.area.addItem(tr("All training"), "")
        self.area.addItem(tr("One exercise"), _EXERCISE)
        for text, limit in program_wish.spared():
            self.area.addItem(text, limit.value)
        self.exercise = ExerciseBox(self)
        self.area.currentIndexChanged.connect(lambda _at: self._show_limit(True))
        self.most = QLineEdit(self)
        self.most.setPlaceholderText(tr("no limit"))
        self.until = DateField(today + USUAL_LIMIT, today, self)
        self.for_good = QCheckBox(tr("No end"), self)
        self.for_good.toggled.connect(lambda on: self.until.setEnabled(not on))
        self.for_good.toggled.connect(self._tell_nothing)
        self.words = QLineEdit(self)
        self.words.setPlaceholderText(tr("in their words; printed with the plan"))

    def _build(self, referral: Referral) -> None:
        layout = column(self, margin=24, spacing=12)
        layout.addWidget(wrapped(self.windowTitle(), "title", self))
        layout.addWidget(wrapped(referral_words.subject(referral), "muted", self))
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.addRow(tr("Cleared &by"), self.by)
        form.addRow(tr("&Profession"), self.profession)
        form.addRow(tr("&On"), self.on)
        form.addRow("", self.older)
        form.addRow(tr("&Note, private"), self.note)
        form.addRow("", self.limited)
        self.form = form
        until_name = label(tr("&Until"), "", self)
        until_name.setBuddy(self.until)
        until = row()
        until.addWidget(self.until, 1)
        until.addWidget(self.for_good)
        self._limit_rows: list[QWidget] = [self.area, self.most, self.words]
        form.addRow(tr("It holds &for"), self.area)
        form.addRow(tr("E&xercise"), self.exercise)
        form.addRow(tr("At &most, {unit}").format(unit=self._unit), self.most)
        form.addRow(until_name, until)
        form.addRow(tr("&In words"), self.words)
        self._until_row = until
        layout.addLayout(form)
        layout.addWidget(self.problem)
        layout.addLayout(foot(self, tr("&Save")))
        fit_screen(layout)

    def _show_older(self) -> None:
        """Say that a letter is older than the question that it answers."""
        asked_on, told = self._referral.on, tr("Older than the question asked on {0}.")
        day = self.on.day()
        is_older = day < asked_on and not health.is_too_old(day, self._referral)
        self.older.setText(told.format(dates.short(asked_on, self._today)) if is_older else "")
        self.form.setRowVisible(self.older, is_older)
        self.adjustSize()

    def _show_limit(self, shown: bool) -> None:
        for field in self._limit_rows:
            self.form.setRowVisible(field, shown)
        one = shown and self.area.currentData() == _EXERCISE
        self.form.setRowVisible(self.exercise, one)
        self.form.setRowVisible(self._until_row, shown)
        self.adjustSize()


def _qt(day: date) -> QDate:
    return QDate(day.year, day.month, day.day)
