"""Start a block from nothing, or change one: name, goal, length, first day, deloads."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QComboBox, QDialog, QFormLayout, QLineEdit, QWidget

from planner.coach.blocks import BlockFacts
from planner.coach.deload_rule import LAST_WEEK, NO_DELOAD, RULES, DeloadRule
from planner.language import ntr, tr
from planner.ui import dates, region, widgets
from planner.ui.date_field import DateField
from planner.ui.fitting import fit_screen
from planner.ui.overlap_note import OverlapNote, Overlaps, nothing

USUAL_WEEKS, MOST_WEEKS = 6, 52
WEEK_DAYS, LEAST_DAYS, MOST_DAYS = 7, 2, 14


class BlockForm(QDialog):
    """What a new block and one that is changed have in common: a title, fields, two buttons."""

    def __init__(self, parent: QWidget, title: str) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setMinimumWidth(420)
        self._layout = widgets.column(self, margin=24, spacing=16)
        self._layout.addWidget(widgets.label(title, "title", self))
        self.form = QFormLayout()
        self._layout.addLayout(self.form)

    def _add_buttons(self, done: str) -> None:
        """Add the buttons below the fields, which Tab reaches before them."""
        line = widgets.row()
        cancel = widgets.button(tr("&Cancel"), "", self)
        cancel.clicked.connect(self.reject)
        start = widgets.button(done, "primary", self)
        start.setDefault(True)
        start.clicked.connect(self.accept)
        line.addStretch(1)
        line.addWidget(cancel)
        line.addWidget(start)
        self._layout.addLayout(line)
        fit_screen(self._layout)

    def _number(self, value: int, least: int, most: int) -> QLineEdit:
        made = QLineEdit(str(value), self)
        made.setValidator(QIntValidator(least, most, made))
        return made

    def _goal_field(self, goal: str) -> QLineEdit:
        made = QLineEdit(goal, self)
        made.setPlaceholderText(tr("Strength, size, a meet …"))
        return made

    def _rule_box(self) -> QComboBox:
        made = QComboBox(self)
        for rule, name in self._rule_names().items():
            made.addItem(name, rule)
        return made

    def _rule_names(self) -> dict[DeloadRule, str]:
        told = {
            rule: ntr("Every week", "Every {n} weeks", rule.every).format(n=rule.every)
            for rule in RULES
            if rule.every
        }
        return {NO_DELOAD: tr("None"), LAST_WEEK: tr("The last week"), **told}


class BlockDialog(BlockForm):
    """`name()`, `goal()`, `weeks()`, `starts_on()`, `days()` and `rule()` hold what was chosen.

    `overlap` tells what it runs into.
    """

    def __init__(self, parent: QWidget, today: date, overlaps: Overlaps = nothing) -> None:
        super().__init__(parent, tr("Start an empty block"))
        self._name = QLineEdit(tr("New block"), self)
        self._name.selectAll()
        self._goal = self._goal_field("")
        self._weeks = self._number(USUAL_WEEKS, 1, MOST_WEEKS)
        self._date = DateField(dates.block_start(today, region.first_weekday()), today, self)
        self._days = self._number(WEEK_DAYS, LEAST_DAYS, MOST_DAYS)
        self._days.setToolTip(tr("7 for a week; 2 to 14 for a cycle of its own length"))
        self._rules = self._rule_box()
        self.form.addRow(tr("&Name"), self._name)
        self.form.addRow(tr("&Goal"), self._goal)
        self.form.addRow(tr("&Weeks"), self._weeks)
        self.form.addRow(tr("&First day"), self._date)
        self.form.addRow(tr("&Days of a week"), self._days)
        self.form.addRow(tr("De&loads"), self._rules)
        self.overlap = OverlapNote(self, overlaps)
        self._layout.addWidget(self.overlap)
        self._add_buttons(tr("&Start block"))
        self._date.dateChanged.connect(self._show_overlap)
        for number in (self._weeks, self._days):
            number.textChanged.connect(self._show_overlap)
        self._show_overlap()

    def _show_overlap(self) -> None:
        first = self.starts_on()
        self.overlap.show_for(first, first + timedelta(days=self.weeks() * self.days() - 1))
        self.adjustSize()

    def name(self) -> str:
        """Return the name; a block left nameless is 'New block'."""
        return self._name.text().strip() or tr("New block")

    def goal(self) -> str:
        """Return what the block is for; '' when nothing was said."""
        return self._goal.text().strip()

    def weeks(self) -> int:
        """Return how many weeks it has; a usual number when none is typed."""
        return int(self._weeks.text()) if self._weeks.hasAcceptableInput() else USUAL_WEEKS

    def starts_on(self) -> date:
        """Return the first day of the first week."""
        return self._date.day()

    def days(self) -> int:
        """Return the days of each week; seven when no length that serves is typed."""
        return int(self._days.text()) if self._days.hasAcceptableInput() else WEEK_DAYS

    def rule(self) -> DeloadRule:
        """Return which weeks are deloads."""
        return _rule(self._rules) or NO_DELOAD


class BlockEditor(BlockForm):
    """`facts()` holds what was changed; `waiting` is the first week that has not begun, or None."""

    def __init__(
        self, parent: QWidget, facts: BlockFacts, waiting: int | None, today: date
    ) -> None:
        super().__init__(parent, tr("Edit the block"))
        self._facts = facts
        self._name, self._goal = QLineEdit(facts.name, self), self._goal_field(facts.goal)
        self._note = QLineEdit(facts.note, self)
        self._name.selectAll()
        self.form.addRow(tr("&Name"), self._name)
        self.form.addRow(tr("&Goal"), self._goal)
        self.form.addRow(tr("N&ote"), self._note)
        self._date = self._add_date(waiting, today)
        self._rules = self._rule_box()
        if facts.rule is None:
            self._rules.insertItem(0, tr("As they are now"))
        self._rules.setCurrentIndex(RULES.index(facts.rule) if facts.rule is not None else 0)
        self.form.addRow(tr("De&loads"), self._rules)
        self._add_buttons(tr("&Save"))

    def _add_date(self, waiting: int | None, today: date) -> DateField | None:
        if self._facts.starts_on is None:
            return None
        made = DateField(self._facts.starts_on, today, self)
        begun = tr("Week {number} &from").format(number=waiting)
        self.form.addRow(tr("&First day") if waiting == 1 else begun, made)
        moving = tr("Weeks that have not begun move together; those that have begun stay.")
        made.setToolTip(moving)
        self.form.addRow("", widgets.wrapped(moving, "small", self))
        return made

    def facts(self) -> BlockFacts:
        """Return what the block is to be; what was left alone is as it was."""
        starts_on = self._date.day() if self._date is not None else None
        return BlockFacts(
            self._name.text().strip() or self._facts.name,
            self._goal.text().strip(),
            self._note.text().strip(),
            starts_on,
            _rule(self._rules),
        )


def _rule(box: QComboBox) -> DeloadRule | None:
    chosen = box.currentData()
    return chosen if isinstance(chosen, DeloadRule) else None
