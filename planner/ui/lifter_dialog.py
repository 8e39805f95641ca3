"""Ask for a lifter: a name is enough, everything else helps and can wait."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QWidget

from planner.coach import clients
from planner.engine.terms import Lifter, Unit
from planner.language import tr
from planner.ui import lifter_fields
from planner.ui.dialog_sizes import open_at
from planner.ui.fitting import tab_through
from planner.ui.lifter_fields import Refused
from planner.ui.lifter_form import LifterForm
from planner.ui.region import usual_unit
from planner.ui.screen_room import room_on_screen
from planner.ui.widgets import ElidedLabel, button, column, restate, row, scrolling, wrapped
from planner.ui.writing import writes

NOTHING = "\u00a0"  # keeps the room of a line: no button moves when a problem is told


class LifterDialog(QDialog):
    """A new lifter, or one to change; `lifter` is what was entered once it was accepted.

    `questions_wanted` asks for the health questions of one who is here already.
    """

    questions_wanted = Signal()

    def __init__(self, parent: QWidget | None, lifter: Lifter | None = None) -> None:
        super().__init__(parent)
        self._new = lifter is None
        unit = usual_unit()
        self.lifter = lifter or Lifter(unit=unit, inventory=clients.usual_inventory(unit))
        changing = tr("Edit {name}").format(name=self.lifter.name)
        self.setWindowTitle(tr("New lifter") if self._new else changing)
        self._problem, self._namesake = wrapped(NOTHING, "error", self), wrapped("", "warn", self)
        self._namesake.hide()
        self.form = LifterForm(self)
        self._area = scrolling(self.form, self)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        layout = column(self, margin=24, spacing=16)
        layout.addWidget(ElidedLabel(self.windowTitle(), "title", self))
        layout.addWidget(self._area, 1)
        layout.addWidget(self._namesake)
        layout.addWidget(self._problem)
        layout.addLayout(self._buttons())
        last = (self.questions, self._cancel, self._save)
        tab_through([*self.form.in_order(), *last])
        self.form.show_lifter(self.lifter)
        self.form.name.textChanged.connect(self._warn_of_namesake)
        self.form.unit.currentIndexChanged.connect(self._change_unit)
        self.form.name.setFocus()
        for field in self.findChildren(QLineEdit):
            field.textEdited.connect(partial(self._forgive, field))

    def ask_again(self) -> None:
        """Say that the health questions were answered long ago."""
        self.questions.setText(tr("&Health questions, a year old…"))

    def begin_with(self, name: str, unit: Unit) -> None:
        """Fill in what was said of the lifter already."""
        self.form.name.setText(name)
        self.form.unit.setCurrentIndex(self.form.unit.findData(unit.value))

    def showEvent(self, event: QShowEvent) -> None:
        """Take the room that the form needs, which is known once it is dressed."""
        super().showEvent(event)
        if not event.spontaneous():
            open_at(self, self._wanted())

    def _make_room(self) -> None:
        """Grow to show what is said besides, as far as the screen has room."""
        room = self.size().expandedTo(self._wanted())
        self.resize(room.boundedTo(room_on_screen(self)))

    def _wanted(self) -> QSize:
        """Return how large all is that is said; on a small screen the form scrolls."""
        form = self.form.sizeHint().expandedTo(self.form.minimumSize())
        wanted = self.sizeHint() - self._area.sizeHint() + form
        scrolls = wanted.height() > room_on_screen(self).height()
        bar = self._area.verticalScrollBar().sizeHint().width() if scrolls else 0
        return wanted + QSize(bar, 0)

    def _buttons(self) -> QHBoxLayout:
        line = row()
        self._cancel = cancel = button(tr("Cance&l"), parent=self)
        cancel.clicked.connect(self.reject)
        text = tr("&Add lifter") if self._new else tr("Sa&ve")
        self._save = save = button(text, "primary", self)
        save.clicked.connect(self.accept)
        writes(save)
        save.setDefault(True)
        self.questions = button(tr("&Health questions…"), "quiet", self)
        self.questions.clicked.connect(self.questions_wanted)
        self.questions.setVisible(not self._new)
        line.addWidget(self.questions)
        line.addStretch(1)
        line.addWidget(cancel)
        line.addWidget(save)
        return line

    def _warn_of_namesake(self, name: str) -> None:
        other = clients.namesake(replace(self.lifter, name=name)) if name.strip() else None
        text = tr("{name} is here already. A further word would tell the two apart.")
        archived = tr("{name} is here already, archived. Should they be brought back instead?")
        if other is not None:
            text = text if other.archived_on is None else archived
            self._namesake.setText(text.format(name=other.name))
        if self._namesake.isHidden() is not (other is None):
            self._namesake.setVisible(other is not None)
            self._make_room()

    def _change_unit(self) -> None:
        """Show loads in the other unit; a gym that nobody described is that unit's usual one."""
        before, after = self.lifter.unit, Unit(self.form.unit.currentData())
        try:
            kept = lifter_fields.loads(self.form, self.lifter, before)
        except Refused:
            kept = self.lifter
        if kept.inventory == clients.usual_inventory(before):
            kept = replace(kept, inventory=clients.usual_inventory(after))
        self.lifter = replace(kept, unit=after)
        self.form.show_loads(self.lifter)

    def _forgive(self, field: QLineEdit, _text: str = "") -> None:
        """Say no more that a field is wrong: it is being corrected."""
        if field.property("state"):
            restate(field, "")
            self._problem.setText(NOTHING)

    def accept(self) -> None:
        """Take what was entered, or say in place what is missing."""
        for field in self.findChildren(QLineEdit):
            self._forgive(field)
        try:
            self.lifter = lifter_fields.entered(self.form, self.lifter)
        except Refused as problem:
            restate(problem.field, "error")
            problem.field.setFocus()
            self._problem.setText(str(problem))
            self._make_room()
        else:
            super().accept()
