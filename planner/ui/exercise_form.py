"""The form of an exercise: every field with its caption and, below it, what is wrong with it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from PySide6.QtWidgets import QCheckBox, QFormLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from planner.coach import library_words, pace, wording
from planner.engine.terms import (
    Category,
    Complexity,
    Equipment,
    LoadKind,
    Measure,
    Neuromuscular,
    Pattern,
    Unit,
)
from planner.language import collated, tr
from planner.ui import exercise_fields as fields, typed, widgets
from planner.ui.exercise_chips import LimitChips, MuscleChips
from planner.ui.exercise_fields import Field
from planner.ui.exercise_kin import ParentField, SkillField
from planner.ui.fitting import stack_where_narrow
from planner.ui.mnemonics import unmarked

BESIDE_PX = 900  # of the screen, for two columns beside each other
CAPTION_PX = 136  # the longest caption, so that all fields of a column begin below each other


class ExerciseForm(QWidget):
    """`fields` are those of the exercise by name; loads are typed and read in a unit."""

    def __init__(self, unit: Unit, parent: QWidget) -> None:
        super().__init__(parent)
        self._unit = unit
        self.fields: dict[str, Field] = {}
        self._problems: dict[str, QLabel] = {}
        self.practice = widgets.wrapped("", "muted", self)
        self.uncounted = widgets.wrapped(
            tr("No muscle yet: sets of it will count for none."), "warn", self
        )
        line = widgets.row(self, spacing=24)
        stack_where_narrow(line, BESIDE_PX, self)
        line.setContentsMargins(16, 12, 16, 12)
        line.addLayout(self._left(), 1)
        line.addLayout(self._right(), 1)

    def tell(self, name: str, problem: str) -> None:
        """Say what is wrong with a field, below it; '' when nothing is."""
        shown = self._problems[name]
        shown.setText(problem)
        shown.setVisible(bool(problem))
        widget = self.fields[name].widget
        if isinstance(widget, QLineEdit):
            widgets.restate(widget, "error" if problem else "")

    def problems(self) -> dict[str, str]:
        """Return what is said below fields, by their names."""
        return {name: label.text() for name, label in self._problems.items() if label.text()}

    def _left(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(12)
        self._section(column, tr("NAME"), self._names())
        self._section(column, tr("KIND"), self._kinds())
        self._section(column, tr("LOAD"), self._loads())
        self._section(column, tr("IN WORDS"), self._texts())
        column.addStretch(1)
        return column

    def _right(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(12)
        hint = widgets.wrapped(
            tr("Press once for a prime mover ●, twice for a helper ½."), "muted", self
        )
        self._section(column, tr("MUSCLES"), [("", self._muscles())], hint)
        column.addWidget(self.uncounted)
        self._section(column, tr("COMPLEXITY"), self._complexity(), self.practice)
        hint = widgets.wrapped(tr("Whom it may not suit for now."), "muted", self)
        self._section(column, tr("LIMITS"), [("", self._limits())], hint)
        self._section(column, tr("TAGS"), self._tags())
        column.addStretch(1)
        return column

    def _names(self) -> list[tuple[str, Field]]:
        name, aliases = fields.line("name", self), fields.lines("aliases", self, 2)
        hint = tr("Names that other apps and logs use, one a line")
        aliases.widget.setToolTip(hint)
        self.kin = kin = ParentField(self)  # made where Tab reaches it
        parent = Field("parent", kin, kin.value, kin.show_value, kin.changed)
        return [
            (tr("&Name"), name),
            (tr("&Other names"), aliases),
            (tr("&Variation of"), parent),
            (tr("A&like, %"), fields.typed("similarity", self._share, _percent, self)),
        ]

    def _kinds(self) -> list[tuple[str, Field]]:
        plain = library_words.plain
        return [
            (tr("&Pattern"), fields.choice("pattern", _sorted(Pattern, plain), self)),
            (tr("&Equipment"), fields.choice("equipment", _sorted(Equipment, plain), self)),
            (tr("C&ategory"), fields.choice("category", _listed(Category, _category), self)),
            (
                tr("A set &counts"),
                fields.choice("measure", _listed(Measure, library_words.measure), self),
            ),
            ("", fields.flag("per_side", tr("One &side at a time"), self)),
        ]

    def _loads(self) -> list[tuple[str, Field]]:
        step = tr("S&mallest step, {unit}").format(unit=self._unit)
        return [
            (
                tr("Loa&d is"),
                fields.choice("load_kind", _listed(LoadKind, library_words.load), self),
            ),
            (
                tr("&Bodyweight moved, %"),
                fields.typed("bodyweight_share", self._share, _percent, self),
            ),
            (step, fields.typed("step_kg", self._step, self._load, self)),
            (tr("&Rest"), fields.typed("rest_s", self._rest, wording.rest, self)),
            (tr("&Tempo"), fields.typed("tempo", pace.tempo_text, str, self)),
        ]

    def _texts(self) -> list[tuple[str, Field]]:
        return [
            (tr("Cues, one a line"), fields.lines("cues", self, 3)),
            (tr("&Faults, one a line"), fields.lines("faults", self, 3)),
        ]

    def _muscles(self) -> Field:
        self.muscles = made = MuscleChips(self)
        return Field("muscles", made, made.value, made.show_value, made.changed)

    def _limits(self) -> Field:
        self.limits = made = LimitChips(self)
        return Field("limits", made, made.value, made.show_value, made.changed)

    def _complexity(self) -> list[tuple[str, Field]]:
        words = {
            Complexity.ISOLATION: tr("one joint moves"),
            Complexity.MACHINE: tr("guided, or easy to learn"),
            Complexity.BARBELL: tr("free weight, several joints"),
            Complexity.TECHNICAL: tr("a technical lift"),
        }
        kind = fields.choice("complexity", words.items(), self)
        self.skill = made = SkillField(self, CAPTION_PX)
        return [
            (tr("&It is"), kind),
            ("", Field("skill", made, made.value, made.show_value, made.changed)),
        ]

    def _tags(self) -> list[tuple[str, Field]]:
        none = (None, tr("nothing in particular"))
        kinds = _listed(Neuromuscular, library_words.trains)
        trains = fields.choice("neuromuscular", [none, *kinds], self)
        functional = fields.flag("functional", tr("Functional: as in daily life"), self)
        return [(tr("Ne&uromuscular"), trains), ("", functional)]

    def _section(
        self,
        column: QVBoxLayout,
        title: str,
        rows: Iterable[tuple[str, Field]],
        hint: QLabel | None = None,
    ) -> None:
        column.addWidget(widgets.label(title, "section", self))
        if hint is not None:
            column.addWidget(hint)
        form = QFormLayout()
        form.setSpacing(6)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for caption, field in rows:
            self._add(form, caption, field)
        column.addLayout(form)

    def _add(self, form: QFormLayout, caption: str, field: Field) -> None:
        self.fields[field.name] = field
        problem = self._problems[field.name] = widgets.wrapped("", "error", self)
        problem.hide()
        alone = isinstance(field.widget, (MuscleChips, LimitChips, SkillField))
        if alone:
            form.addRow(field.widget)
            form.addRow(problem)
        else:
            said = widgets.label(caption, parent=self)
            said.setBuddy(field.widget)
            said.setMinimumWidth(CAPTION_PX)
            form.addRow(said, field.widget)
            form.addRow("", problem)
        if not isinstance(field.widget, (QCheckBox, ParentField)) and caption:
            field.widget.setAccessibleName(unmarked(caption))
        field.changed.connect(lambda: self.tell(field.name, ""))

    # what is typed
    def _share(self, text: str) -> float:
        value = typed.number(text.replace("%", "").strip() or "0")
        if value is None or value > 100:
            raise ValueError(tr("A number from 0 to 100."))
        return value / 100

    def _step(self, text: str) -> float:
        value = typed.load_kg(text, self._unit)
        if not value:
            raise ValueError(tr("A number above 0, such as 2.5."))
        return value

    def _load(self, kg: float) -> str:
        return wording.mass(kg, self._unit)

    def _rest(self, text: str) -> int:
        seconds = pace.rest_seconds(text)
        if seconds is None:
            raise ValueError(tr("A rest, such as 90 or 2 min."))
        return seconds


def _percent(share: float) -> str:
    return wording.number(100 * share, 1)


def _category(kind: Category) -> str:
    return {
        Category.STRENGTH: tr("Strength"),
        Category.NEUROMUSCULAR: tr("Neuromuscular"),
        Category.ENDURANCE: tr("Endurance"),
        Category.FLEXIBILITY: tr("Flexibility"),
    }[kind]


def _listed(kinds: Iterable[Any], words: Any) -> list[tuple[object, str]]:
    return [(kind, words(kind)) for kind in kinds]


def _sorted(kinds: Iterable[Any], words: Any) -> list[tuple[object, str]]:
    return sorted(_listed(kinds, words), key=lambda pair: collated(pair[1]))
