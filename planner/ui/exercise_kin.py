"""Fields of an exercise that are made of several widgets: what it varies, and its skill."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QFormLayout, QWidget

from planner.coach import library, own_exercises
from planner.engine.terms import Exercise, Skill
from planner.language import tr
from planner.ui import exercise_fields, widgets
from planner.ui.exercise_chooser import ExerciseChooser


class ParentField(QWidget):
    """The exercise that is varied; it is chosen from the library, or none."""

    changed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._slug: str | None = None
        self.choose = widgets.button("", parent=self)
        self.choose.setAutoDefault(False)
        self.choose.clicked.connect(self._ask)
        self.none = widgets.button(tr("None"), "quiet", self)
        self.none.setAutoDefault(False)
        self.none.setAccessibleName(tr("Variation of nothing"))
        self.none.clicked.connect(lambda: self.show_value(None))
        line = widgets.row(self)
        line.addWidget(self.choose, 1)
        line.addWidget(self.none)
        self.setFocusProxy(self.choose)

    def value(self) -> str | None:
        """Return the slug of the exercise that is varied."""
        return self._slug

    def show_value(self, slug: str | None) -> None:
        """Show another exercise."""
        changed, self._slug = slug != self._slug, slug
        name = library.exercise(slug).name if slug is not None else tr("Choose…")
        self.choose.setText(name.replace("&", "&&"))
        said = tr("Variation of: {name}").format(name=name)
        self.choose.setAccessibleName(said)
        self.none.setEnabled(slug is not None)
        if changed:
            self.changed.emit()

    def _ask(self) -> None:
        chooser = ExerciseChooser(library.search, self)
        chooser.setWindowTitle(tr("Variation of"))
        chooser.chosen.connect(self.show_value)
        chooser.open()


class SkillField(QWidget):
    """The parts of a skill: as they follow from the kind, or as they are said here."""

    changed = Signal()

    def __init__(self, parent: QWidget, caption_px: int) -> None:
        super().__init__(parent)
        self.by_hand = QCheckBox(tr("Say its &parts yourself"), self)
        self.by_hand.toggled.connect(self._turn)
        layout = QFormLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setHorizontalSpacing(6)
        layout.setVerticalSpacing(4)
        layout.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        layout.addRow(self.by_hand)
        self.parts = [
            exercise_fields.choice(field, choices, self)
            for field, _, choices in own_exercises.skill_choices()
        ]
        for part, (_, name, _) in zip(self.parts, own_exercises.skill_choices(), strict=True):
            part.widget.setAccessibleName(name)
            part.widget.setEnabled(False)
            part.changed.connect(self._tell)
            said = widgets.label(name, parent=self)
            said.setMinimumWidth(caption_px)
            layout.addRow(said, part.widget)

    def value(self) -> Skill | None:
        """Return what was said of the skill; None when it follows from the kind."""
        if not self.by_hand.isChecked():
            return None
        return Skill(**{part.name: part.read() for part in self.parts})

    def show_value(self, skill: Skill | None) -> None:
        """Show what is said of a skill."""
        if skill is not None:
            self._show(skill)
        self.by_hand.setChecked(skill is not None)

    def follow(self, exercise: Exercise) -> None:
        """Show the skill that follows from an exercise's kind, unless it is said here."""
        if not self.by_hand.isChecked():
            self._show(own_exercises.skill(exercise))

    def _show(self, skill: Skill) -> None:
        for part in self.parts:
            part.widget.blockSignals(True)
            part.show(getattr(skill, part.name))
            part.widget.blockSignals(False)

    def _turn(self, by_hand: bool) -> None:
        for part in self.parts:
            part.widget.setEnabled(by_hand)
        self.changed.emit()

    def _tell(self) -> None:
        self.changed.emit()
