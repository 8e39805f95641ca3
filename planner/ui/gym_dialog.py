"""Ask what the gym can load: bars, plates, dumbbells and stacks, each as one writes it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QLineEdit, QMenu, QPushButton, QWidget

from planner.coach import gym
from planner.engine.terms import Inventory, Unit
from planner.language import tr
from planner.ui import gym_text, icons
from planner.ui.fitting import fit_screen
from planner.ui.gym_text import Texts, Unclear
from planner.ui.mnemonics import unmarked
from planner.ui.widgets import button, column, give_role, label, restate, row, wrapped
from planner.ui.writing import writes

WIDTH = 520  # px


class GymDialog(QDialog):
    """`gym` is what was entered once it was accepted."""

    def __init__(self, parent: QWidget | None, kept: Inventory, unit: Unit, name: str) -> None:
        super().__init__(parent)
        self.gym, self._unit = kept, unit
        self.setWindowTitle(tr("What the gym can load"))
        self.fields = {each: QLineEdit(self) for each in Texts._fields}
        self._says: dict[str, QLabel] = {}
        layout = column(self, margin=24, spacing=8)
        layout.addWidget(label(self.windowTitle(), "title", self))
        whose = tr("Where {0} trains. Loads step by it, in the log and in suggestions.")
        layout.addWidget(wrapped(whose.format(name), "muted", self))
        for each, caption, hint in zip(Texts._fields, _captions(), gym_text.hints(), strict=True):
            self._add_line(each, caption.format(unit=unit), hint)
        layout.addStretch(1)
        layout.addLayout(self._buttons())
        fit_screen(layout)
        self.setMinimumWidth(WIDTH)
        self._show(kept)
        self.fields["bars"].setFocus()

    def accept(self) -> None:
        """Take what was entered, or say below the field how to write it."""
        try:
            self.gym = self._entered()
        except Unclear as problem:
            self._tell(problem)
        else:
            super().accept()

    def presets(self) -> QMenu:
        """Return a menu of gyms to begin with."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        texts = (tr("Usual gym in &kilograms"), tr("Usual gym in &pounds"),
                 tr("Small gym at &home"))  # fmt: skip
        for text, made in zip(texts, gym.presets(self._unit), strict=True):
            menu.addAction(text, partial(self._begin_with, made))
        return menu

    def _begin_with(self, made: Inventory) -> None:
        """Fill the fields from a preset, as if typed: Ctrl+Z in a field takes it back."""
        for field, text in zip(self.fields.values(), gym_text.texts(made, self._unit), strict=True):
            field.selectAll()
            field.insert(text)
            field.setCursorPosition(0)

    def _entered(self) -> Inventory:
        texts = Texts(*[field.text() for field in self.fields.values()])
        return gym_text.read(texts, self._unit, self.gym)

    def _show(self, held: Inventory) -> None:
        for field, text in zip(self.fields.values(), gym_text.texts(held, self._unit), strict=True):
            field.setText(text)
            field.setCursorPosition(0)

    def _tell(self, problem: Unclear) -> None:
        field = self.fields[problem.name]
        self._warn(problem)
        field.setFocus()
        field.selectAll()

    def _check(self, name: str) -> None:
        """Say below a field that was left how to write it; the others can wait."""
        shown = gym_text.texts(self.gym, self._unit)
        try:
            alone = shown._replace(**{name: self.fields[name].text()})
            gym_text.read(alone, self._unit, self.gym)
        except Unclear as problem:
            self._warn(problem)

    def _warn(self, problem: Unclear) -> None:
        restate(self.fields[problem.name], "error")
        give_role(self._says[problem.name], "error")
        self._says[problem.name].setText(str(problem))

    def _clear(self, name: str, hint: str) -> None:
        restate(self.fields[name], "")
        give_role(self._says[name], "small")
        self._says[name].setText(hint)

    def _add_line(self, name: str, caption: str, hint: str) -> None:
        field, says = self.fields[name], wrapped(hint, "small", self)
        said = label(caption, "", self)
        said.setBuddy(field)
        field.setAccessibleName(unmarked(caption))
        field.setAccessibleDescription(hint)
        field.textEdited.connect(lambda _text: self._clear(name, hint))
        field.editingFinished.connect(lambda: self._check(name))
        self._says[name] = says
        layout = self.layout()
        assert layout is not None
        for widget in (said, field, says):
            layout.addWidget(widget)

    def _buttons(self) -> QHBoxLayout:
        line = row()
        self.preset_button = begin = button(tr("&Begin with…"), "quiet", self)
        icons.opens(begin)
        begin.setAutoDefault(False)
        writes(begin)
        begin.clicked.connect(lambda: self.presets().popup(_below(begin)))
        cancel = button(tr("Cance&l"), parent=self)
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.reject)
        save = button(tr("Sa&ve"), "primary", self)
        save.setDefault(True)
        save.clicked.connect(self.accept)
        writes(save)
        line.addWidget(begin)
        line.addStretch(1)
        line.addWidget(cancel)
        line.addWidget(save)
        return line


def _below(widget: QPushButton) -> QPoint:
    return widget.mapToGlobal(widget.rect().bottomLeft())


def _captions() -> tuple[str, ...]:
    return (
        tr("Bars &weigh, {unit}"),
        tr("&Pairs of plates, {unit}"),
        tr("&Dumbbells, {unit}"),
        tr("Weight s&tacks, {unit}"),
    )
