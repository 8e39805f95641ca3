"""Save a block, or a week of it, as a program: name, goal, for whom it is, and how it goes on."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from planner.coach import own_programs
from planner.coach.own_programs import OwnProgram
from planner.language import tr
from planner.ui import counts, theme, widgets
from planner.ui.fitting import fit_screen

MOST_LETTERS = 80
TEXT_PX = 72


class ProgramSaver(QDialog):
    """`program()` is what was entered: of the whole block, or of its week number `week` from 0."""

    def __init__(self, parent: QWidget, draft: OwnProgram, week: int = 0) -> None:
        super().__init__(parent)
        self._block = self._draft = draft
        self._week = week
        self.setWindowTitle(tr("Save block as a program"))
        self.setMinimumWidth(520)
        self.name, self.goal = QLineEdit(draft.name, self), QLineEdit(draft.goal, self)
        self.for_whom = QLineEdit(draft.for_whom, self)
        self.progression = QPlainTextEdit(draft.progression, self)
        self.part = self._parts()
        self._told = widgets.wrapped(self._about(), "muted", self)
        self.problem = widgets.wrapped("", "error", self)
        self.problem.hide()
        layout = widgets.column(self, margin=24, spacing=16)
        layout.addWidget(widgets.label(self.windowTitle(), "title", self))
        layout.addWidget(self._told)
        layout.addLayout(self._form())
        layout.addLayout(self._buttons())
        fit_screen(layout)
        self.name.textChanged.connect(lambda: self._tell(""))
        self.name.selectAll()

    def program(self) -> OwnProgram:
        """Return the program with what was entered."""
        return replace(
            self._draft,
            name=" ".join(self.name.text().split()),
            goal=self.goal.text().strip(),
            for_whom=self.for_whom.text().strip(),
            progression=self.progression.toPlainText().strip(),
        )

    def accept(self) -> None:
        """Take what was entered, or say what is wrong with the name."""
        problem = own_programs.problem(self.program())
        self._tell(problem)
        if problem:
            self.name.setFocus()
        else:
            super().accept()

    def _parts(self) -> QComboBox:
        """Return the choice between the block and the week shown, when that is only a part."""
        made = QComboBox(self)
        made.addItem(tr("the whole block, {weeks}").format(
            weeks=counts.weeks(len(self._block.weeks))))  # fmt: skip
        week = self._block.weeks[self._week]
        if len(self._block.weeks) > 1 and any(each.exercises for each in week.sessions):
            made.addItem(tr("week {number} alone").format(number=self._week + 1))
        made.activated.connect(self._take_part)
        return made

    def _take_part(self, part: int) -> None:
        alone = own_programs.week_alone(self._block, self._week)
        self._draft = alone if part else self._block
        self._told.setText(self._about())

    def _about(self) -> str:
        text = tr(
            "{weeks}, {sessions} a week, about {minutes} min at the most. Loads in kg and lb are "
            "left out, and come anew for whoever starts it; percentages, repetitions, reserve, "
            "tempo and notes stay. Work planned by its load alone gets 2 in reserve."
        )
        return text.format(
            weeks=counts.weeks(len(self._draft.weeks)),
            sessions=counts.sessions(own_programs.days_a_week(self._draft)),
            minutes=self._draft.minutes,
        )

    def _form(self) -> QFormLayout:
        self.name.setMaxLength(MOST_LETTERS)
        self.progression.setFixedHeight(theme.grown(TEXT_PX))
        self.progression.setTabChangesFocus(True)
        self.goal.setPlaceholderText(tr("such as strength, or a first pull-up"))
        self.for_whom.setPlaceholderText(tr("such as who has trained for a year"))
        self.progression.setPlaceholderText(tr("such as 2.5 kg more when all sets are done"))
        form = QFormLayout()
        form.setSpacing(8)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        if self.part.count() > 1:
            form.addRow(tr("S&ave"), self.part)
        else:
            self.part.hide()
        form.addRow(tr("&Name"), self.name)
        form.addRow("", self.problem)
        form.addRow(tr("&Goal"), self.goal)
        form.addRow(tr("&For whom"), self.for_whom)
        form.addRow(tr("&Progression"), self.progression)
        return form

    def _buttons(self) -> QHBoxLayout:
        line = widgets.row()
        cancel = widgets.button(tr("&Cancel"), parent=self)
        cancel.clicked.connect(self.reject)
        self.save = widgets.button(tr("&Save program"), "primary", self)
        self.save.clicked.connect(self.accept)
        self.save.setDefault(True)
        line.addStretch(1)
        line.addWidget(cancel)
        line.addWidget(self.save)
        return line

    def _tell(self, problem: str) -> None:
        self.problem.setText(problem)
        self.problem.setVisible(bool(problem))
        widgets.restate(self.name, "error" if problem else "")
