"""Chips that keep some exercises of a list: starred, recent, a pattern, and more in a menu."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QButtonGroup, QMenu, QToolButton, QWidget

from planner.coach.favourites import Wanted
from planner.coach.library_words import plain
from planner.coach.wording import in_row
from planner.engine.terms import Equipment, Muscle, Pattern
from planner.language import tr
from planner.ui import button_menu, icons
from planner.ui.flow_layout import FlowLayout


class ExerciseFilter(QWidget):
    """`changed` says that other exercises are wanted."""

    changed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._flow = FlowLayout(self, spacing=4)
        self._more = Wanted()  # what the menu chose
        self.starred = self._chip("★", tr("Only favourites"))
        self.recent = self._chip(tr("Recent"), tr("Only what was done lately"))
        self.more = self._more_chip()
        self.group = QButtonGroup(self)
        self.group.setExclusive(False)
        for index, (name, _) in enumerate(self._patterns()):
            chip = self._chip(name, tr("Only {pattern}").format(pattern=name))
            self.group.addButton(chip, index)
        for chip in (self.starred, self.recent):
            chip.toggled.connect(self.changed)
        self.group.idToggled.connect(self._one_pattern)

    def wanted(self) -> Wanted:
        """Return which exercises to list."""
        chosen = [self.group.id(chip) for chip in self.group.buttons() if chip.isChecked()]
        kinds = self._patterns()
        return replace(
            self._more,
            patterns=tuple(kind for index in chosen for kind in kinds[index][1]),
            starred=self.starred.isChecked(),
            recent=self.recent.isChecked(),
        )

    def clear(self) -> None:
        """Let every exercise be listed."""
        for chip in (self.starred, self.recent, *self.group.buttons()):
            chip.setChecked(False)
        self._choose(Wanted())

    def _chip(self, text: str, spoken: str) -> QToolButton:
        made = QToolButton(self)
        made.setText(text)
        made.setToolTip(spoken)
        made.setAccessibleName(spoken)
        made.setCheckable(True)
        made.setProperty("kind", "chip")
        self._flow.addWidget(made)
        return made

    def _more_chip(self) -> QToolButton:
        made = self._chip("", tr("More filters"))
        icons.opens(made)
        made.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(made)
        menu.aboutToShow.connect(self._fill_menu)
        button_menu.give(made, menu)
        self._name(made)
        return made

    def _one_pattern(self, index: int, on: bool) -> None:
        for chip in self.group.buttons() if on else ():
            if self.group.id(chip) != index:
                chip.setChecked(False)
        self.changed.emit()

    # the menu
    def _fill_menu(self) -> None:
        menu = self.more.menu()
        menu.clear()
        now = self._more
        kinds = [(plain(kind), replace(now, equipment=kind)) for kind in Equipment]
        self._list(tr("&Equipment"), kinds, replace(now, equipment=None))
        muscles = [(plain(muscle), replace(now, muscle=muscle)) for muscle in Muscle]
        self._list(tr("&Muscle"), muscles, replace(now, muscle=None))
        nerves = menu.addAction(tr("&Neuromuscular"))
        nerves.setCheckable(True)
        nerves.setChecked(now.neuromuscular)
        nerves.toggled.connect(lambda on: self._choose(replace(now, neuromuscular=on)))
        menu.addSeparator()
        menu.addAction(tr("&Show all"), self.clear)

    def _list(self, name: str, choices: Iterable[tuple[str, Wanted]], every: Wanted) -> None:
        menu = self.more.menu().addMenu(name)
        group = QActionGroup(menu)
        named = sorted(choices, key=lambda choice: choice[0])
        for word, more in ((tr("Any"), every), *named):
            action = menu.addAction(word)
            action.setCheckable(True)
            action.setChecked(more == self._more)
            group.addAction(action)
            action.triggered.connect(partial(self._choose, more))

    def _choose(self, more: Wanted, _checked: bool = False) -> None:
        self._more = more
        self._name(self.more)
        self.changed.emit()

    def _name(self, chip: QToolButton) -> None:
        """Let the chip say what its menu keeps."""
        more = self._more
        named = [plain(kind) for kind in (more.equipment, more.muscle) if kind]
        named += [tr("Neuromuscular")] if more.neuromuscular else []
        chip.setText(in_row(named) or tr("More"))
        chip.setChecked(bool(named))

    def _patterns(self) -> tuple[tuple[str, tuple[Pattern, ...]], ...]:
        return (
            (tr("Squat"), (Pattern.SQUAT, Pattern.LUNGE)),
            (tr("Hinge"), (Pattern.HINGE,)),
            (tr("Push"), (Pattern.HORIZONTAL_PUSH, Pattern.VERTICAL_PUSH)),
            (tr("Pull"), (Pattern.HORIZONTAL_PULL, Pattern.VERTICAL_PULL)),
            (tr("Core"), (Pattern.ANTI_MOVEMENT, Pattern.ROTATION, Pattern.CARRY)),
            (tr("Isolation"), (Pattern.ISOLATION,)),
            (tr("Balance"), (Pattern.BALANCE,)),
            (tr("Power"), (Pattern.OLYMPIC, Pattern.JUMP, Pattern.THROW)),
        )
