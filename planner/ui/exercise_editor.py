"""Make or change an exercise of one's own: what is usual is filled in, what is wrong is said."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QWidget

from planner.coach import library, own_exercises, usual_exercise
from planner.engine.terms import Category, Exercise, Unit
from planner.language import tr
from planner.ui import counts, widgets
from planner.ui.dialog_sizes import open_at
from planner.ui.exercise_form import ExerciseForm

USUAL_SIZE = QSize(1040, 680)
BELOW_PX = 60  # so that what is wrong with a field is seen with it
KIND = ("pattern", "equipment", "parent")  # what the usual values of all others follow from
NEVER_USUAL = frozenset({"name", "aliases", *KIND})


class ExerciseEditor(QDialog):
    """`exercise` is what was entered once it was accepted; `delete_wanted` carries a slug."""

    delete_wanted = Signal(str)

    def __init__(self, parent: QWidget, exercise: Exercise, unit: Unit = Unit.KG) -> None:
        super().__init__(parent)
        self.exercise = self._first = exercise
        self._warned = self._showing = False
        self.setWindowTitle(self._title())
        self.form = ExerciseForm(unit, self)
        self.problem = widgets.wrapped("", "error", self)
        self.problem.hide()
        self._arrange()
        self._show(exercise)
        self._usual = self._usual_now()
        for field in self.form.fields.values():
            field.changed.connect(self._follow)
        self.form.fields["name"].widget.setFocus()

    def _title(self) -> str:
        if self.exercise.slug:
            return tr("Edit {name}").format(name=self.exercise.name)
        return tr("New exercise")

    def _arrange(self) -> None:
        open_at(self, USUAL_SIZE)
        layout = widgets.column(self, margin=16, spacing=12)
        layout.addWidget(widgets.ElidedLabel(self.windowTitle(), "title", self))
        layout.addWidget(self._card(), 1)
        layout.addWidget(self.problem)
        layout.addLayout(self._buttons())

    def _card(self) -> QFrame:
        card = widgets.frame("card", self)
        self._area = widgets.scrolling(self.form, card)
        as_needed = Qt.ScrollBarPolicy.ScrollBarAsNeeded  # both columns do not fit small screens
        self._area.setHorizontalScrollBarPolicy(as_needed)
        widgets.column(card, margin=1, spacing=0).addWidget(self._area)
        return card

    def _buttons(self) -> QHBoxLayout:
        line = widgets.row()
        self.delete = widgets.button(tr("Delete"), "quiet", self)
        self.delete.clicked.connect(self._delete)
        self.delete.setAutoDefault(False)
        self.delete.setVisible(bool(self.exercise.slug))
        cancel = widgets.button(tr("Cancel"), parent=self)
        cancel.clicked.connect(self.reject)
        cancel.setAutoDefault(False)
        save = tr("Save exercise") if self.exercise.slug else tr("Add exercise")
        self.save = widgets.button(save, "primary", self)
        self.save.clicked.connect(self.accept)
        self.save.setDefault(True)
        line.addWidget(self.delete)
        line.addStretch(1)
        line.addWidget(cancel)
        line.addWidget(self.save)
        return line

    def accept(self) -> None:
        """Take what was entered, or say at each field what is wrong with it."""
        made, unread = self._read()
        problems = {fault.field: fault.says for fault in own_exercises.faults(made)} | unread
        for name in self.form.fields:
            self.form.tell(name, problems.get(name, ""))
        if not problems:
            self.exercise = made
            super().accept()
            return
        first = next(name for name in self.form.fields if name in problems)
        self.form.fields[first].widget.setFocus(Qt.FocusReason.OtherFocusReason)
        self._area.ensureWidgetVisible(self.form.fields[first].widget, 0, BELOW_PX)
        self._tell(tr("Not saved yet. What is to be put right is said below its field."))

    def reject(self) -> None:
        """Close; what was changed is given up only when that is asked for twice."""
        if self.changed() and not self._warned:
            self._warned = True
            self._tell(tr("Your changes are not saved. Cancel once more to give them up."))
        else:
            super().reject()

    def changed(self) -> bool:
        """Say whether anything is other than it was at first."""
        made, problems = self._read()
        return bool(problems) or made != self._first

    def _delete(self) -> None:
        if why := own_exercises.why_kept(self.exercise.slug):
            self._tell(why)
        else:
            super().reject()  # a second click, while it is deleted, finds no button
            self.delete_wanted.emit(self.exercise.slug)

    def _tell(self, text: str) -> None:
        self.problem.setText(text)
        self.problem.show()

    def _read(self) -> tuple[Exercise, dict[str, str]]:
        """Return the exercise as far as it can be read, and what is wrong with its fields."""
        values, problems = dict[str, Any](), dict[str, str]()
        for name, field in self.form.fields.items():
            try:
                values[name] = field.read() if field.widget.isEnabled() else self._none(name)
            except ValueError as problem:
                problems[name] = str(problem)
        return replace(self.exercise, **values), problems

    def _none(self, name: str) -> float:
        """Return the value of a field that says nothing now; only shares ever do."""
        assert name in ("bodyweight_share", "similarity")
        return 0.0

    def _show(self, exercise: Exercise) -> None:
        for name, field in self.form.fields.items():
            field.show(getattr(exercise, name))
        self._judge(self._read()[0])

    def _usual_now(self) -> Exercise:
        made = self._read()[0]
        parent = library.exercise(made.parent) if made.parent is not None else None
        return usual_exercise.usual(made.pattern, made.equipment, parent)

    def _follow(self) -> None:
        """Let what nobody changed be what is usual for the kind chosen now."""
        if self._showing:
            return
        self._showing, self._warned = True, False
        self.problem.hide()
        made = self._read()[0]
        if made.parent not in (None, self._usual.parent):
            self._take_kind(made)
        if any(getattr(self._read()[0], name) != getattr(self._usual, name) for name in KIND):
            self._carry(self._usual_now())
        self._judge(self._read()[0])
        self._showing = False

    def _take_kind(self, made: Exercise) -> None:
        """Take pattern and equipment of what a new exercise varies, unless they were chosen."""
        varied = library.exercise(made.parent or "")
        for name in ("pattern", "equipment") if not made.slug else ():
            if getattr(made, name) is getattr(self._first, name):
                self.form.fields[name].show(getattr(varied, name))

    def _carry(self, usual: Exercise) -> None:
        before, self._usual = self._usual, usual
        made, problems = self._read()
        for name, field in self.form.fields.items():
            if name in NEVER_USUAL or name in problems:
                continue
            if getattr(made, name) == getattr(before, name):
                field.show(getattr(usual, name))

    def _judge(self, made: Exercise) -> None:
        """Show what depends on the rest: which fields count, and how much there is to learn."""
        with_body = made.load_kind in own_exercises.WITH_BODYWEIGHT
        self.form.fields["bodyweight_share"].widget.setEnabled(with_body)
        self.form.fields["similarity"].widget.setEnabled(made.parent is not None)
        self.form.skill.follow(made)
        self.form.uncounted.setHidden(bool(made.muscles) or made.category is not Category.STRENGTH)
        points, most, sessions = own_exercises.practised(made)
        text = tr("Skill {points} of {most}: practised for about {sessions} before load rises.")
        self.form.practice.setText(
            text.format(points=points, most=most, sessions=counts.sessions(sessions))
        )


def blank() -> Exercise:
    """Return what a new exercise starts from: the usual one, nameless and without muscles."""
    first = Exercise("")
    return usual_exercise.usual(first.pattern, first.equipment)
