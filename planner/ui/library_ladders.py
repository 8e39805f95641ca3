"""The ladders an exercise stands on: every step, the one shown marked, and when to climb."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QToolButton, QWidget

from planner.coach.library_view import Climb, Link
from planner.language import ENGLISH, in_use, tr
from planner.ui import widgets
from planner.ui.flow_layout import FlowLayout
from planner.ui.layout_parts import empty


class Ladders(QWidget):
    """Shows ladders; `wanted` carries the slug of a step."""

    wanted = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._column = widgets.column(self, spacing=4)

    def show_ladders(self, ladders: Sequence[Climb]) -> None:
        """Show other ladders."""
        empty(self._column)
        for number, ladder in enumerate(ladders):
            if number:
                self._column.addSpacing(8)
            self._column.addWidget(widgets.wrapped(_title(ladder), "", self))
            steps = Steps(ladder.steps, ladder.at, self)
            steps.wanted.connect(self.wanted)
            self._column.addWidget(steps)
            self._column.addWidget(widgets.wrapped(ladder.moment, "muted", self))


def _title(ladder: Climb) -> str:
    """Name a ladder and its goal; English has no capital behind a colon, others may need it."""
    goal = ladder.goal
    if in_use() == ENGLISH:
        goal = goal[:1].lower() + goal[1:]
    return tr("{ladder}: {goal}").format(ladder=ladder.name, goal=goal)


class Steps(QWidget):
    """The steps of a ladder from easy to hard; `wanted` carries the slug of the one clicked."""

    wanted = Signal(str)

    def __init__(self, steps: Sequence[Link], at: int, parent: QWidget) -> None:
        super().__init__(parent)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        flow = FlowLayout(self, spacing=4)
        for number, step in enumerate(steps):
            flow.addWidget(self._step(step, number == at, "" if number == 0 else "› "))

    def _step(self, step: Link, current: bool, before: str) -> QToolButton:
        made = QToolButton(self)
        made.setText(before + step.name.replace("&", "&&"))
        made.setProperty("kind", "chip")
        made.setCheckable(current)
        made.setChecked(current)
        said = tr("{name}, shown now").format(name=step.name) if current else step.name
        made.setAccessibleName(said)
        if current:
            made.toggled.connect(lambda: made.setChecked(True))
        else:
            made.clicked.connect(lambda: self.wanted.emit(step.slug))
        return made
