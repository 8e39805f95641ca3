"""Where it is sore: a list of areas on either side of the body, by keys or by clicks."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from planner.coach.check_ins import Mark
from planner.engine.terms import Side, SoreArea
from planner.language import tr
from planner.ui.area_list import AreaList
from planner.ui.area_words import areas_named
from planner.ui.screen_room import room_on_screen
from planner.ui.sore_figure import SoreFigure
from planner.ui.widgets import button, column, label, row, wrapped

FIRST, HIGHEST = 2, 5  # a click goes from here to there, and then to nothing: 1 is no soreness
_AREAS = tuple(str(area) for area in SoreArea)
_BEHIND = _AREAS.index(SoreArea.UPPER_BACK)  # the first one that is seen from the back


class SoreMap(QDialog):
    """`marked` carries the marks when it is closed, in whatever way, if they are others."""

    marked = Signal(object)

    def __init__(self, marks: Mapping[str, Mark], parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Where is it sore?"))
        self._before, self._marks = dict(marks), dict(marks)
        others = [area for area in marks if area not in _AREAS]
        self.figure = SoreFigure(self)
        self.front = AreaList(_AREAS[:_BEHIND], tr("Front"), self)
        self.back = AreaList([*_AREAS[_BEHIND:], *others], tr("Back"), self)
        self._used = self.front
        self._build()
        self._connect()
        sorest = max(marks, key=lambda area: marks[area][0], default=_AREAS[0])
        self._go_to(sorest)
        self._show()

    def _connect(self) -> None:
        for each, other in ((self.front, self.back), (self.back, self.front)):
            each.marked.connect(self._mark)
            each.turned.connect(self._turn)
            each.stepped.connect(self._step)
            each.reached.connect(lambda used=each: self._reach(used))
            each.crossed.connect(lambda used=each, to=other: self._cross(used, to))
        self.figure.clicked.connect(self._click)
        self.finished.connect(self._finish)

    def _reach(self, used: AreaList) -> None:
        self._used = used
        self._show()

    def _cross(self, used: AreaList, other: AreaList) -> None:
        other.setCurrentRow(min(used.currentRow(), other.count() - 1))
        other.setFocus()

    def _go_to(self, area: str) -> None:
        for each in (self.front, self.back):
            each.go_to(area)

    def _click(self, area: str) -> None:
        self._go_to(area)
        self._step(area)

    def _step(self, area: str) -> None:
        value = self._marks[area][0] if area in self._marks else 0
        self._mark(area, 0 if value == HIGHEST else max(value + 1, FIRST))

    def _mark(self, area: str, value: int) -> None:
        side = self._marks[area][1] if area in self._marks else Side.BOTH
        if value:
            self._marks[area] = (value, side)
        else:
            self._marks.pop(area, None)
        self._show()

    def _turn(self, area: str, side: Side) -> None:
        if area in self._marks:
            self._marks[area] = (self._marks[area][0], side)
            self._show()

    def _show(self) -> None:
        for each in (self.front, self.back):
            each.show_marks(self._marks)
        self.figure.show_marks(self._marks, self._used.area())
        said = areas_named(self._marks)
        self.figure.setAccessibleName(said or tr("Nothing is marked"))

    def _build(self) -> None:
        middle = row(spacing=16)
        middle.addLayout(self._titled(tr("FRONT"), self.front))
        middle.addWidget(self.figure, 1)
        middle.addLayout(self._titled(tr("BACK"), self.back))
        box = column(self, margin=16, spacing=12)
        box.addLayout(middle, 1)
        box.addLayout(self._bottom())
        self.ensurePolished()
        self.resize(self.sizeHint().boundedTo(room_on_screen(self)))

    def _titled(self, title: str, areas: AreaList) -> QVBoxLayout:
        made = QVBoxLayout()
        made.addWidget(label(title, "section", self))
        made.addWidget(areas, 1)
        return made

    def _bottom(self) -> QHBoxLayout:
        says = tr(
            "Click, or ↑ ↓ ← → and 1 (none) to 5 (very sore); 0 takes the mark away. L and R: one "
            "side, B: both. Enter or Esc closes; what is marked stays."
        )
        bottom = row()
        bottom.addWidget(wrapped(says, "muted", self), 1)
        done = button(tr("&Done"), "primary", self)
        done.setDefault(True)
        done.clicked.connect(self.accept)
        bottom.addWidget(done)
        return bottom

    def _finish(self, _result: int) -> None:
        if self._marks != self._before:
            self.marked.emit(dict(self._marks))
        self.deleteLater()
