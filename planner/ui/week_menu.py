"""The week grid's keyboard shortcuts and context menus: the same actions for both."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu

from planner.ui import line_actions, plan_edits
from planner.ui.plan_edits import Carried
from planner.ui.plan_week import Spot
from planner.ui.plan_words import long_day

if TYPE_CHECKING:
    from planner.ui.week_grid import WeekGrid


class WeekMenu(QObject):
    """Owns the actions on what is selected in the grid."""

    def __init__(self, grid: WeekGrid) -> None:
        super().__init__(grid)
        self._grid = grid
        add = self._add
        self._edit = add(self.tr("Edit"), grid.edit, "Return", "Enter")
        self._replace = add(self.tr("Replace with…"), partial(line_actions.replace, grid), "Ctrl+R")
        warm_up = partial(line_actions.add_warm_up, grid)
        self._warm_up = add(self.tr("Add warm-up"), warm_up, "W")
        self._rename = add(self.tr("Rename"), grid.rename, "F2")
        self._start = add(self.tr("Start this session"), grid.start, "Ctrl+Return")
        self._copy = add(self.tr("Copy"), self._copy_spot, "Ctrl+C")
        self._paste = add(self.tr("Paste"), self._paste_spot, "Ctrl+V")
        self._duplicate = add(self.tr("Duplicate"), self._duplicate_spot, "Ctrl+D")
        self._delete = add(self.tr("Delete"), self._delete_spot, "Del", "Backspace")
        self._add_session = add(self.tr("Add session"), grid.add_session, "Ins")
        self._up = add(self.tr("Move up"), partial(self._shift, 0, -1), "Alt+Up")
        self._down = add(self.tr("Move down"), partial(self._shift, 0, 1), "Alt+Down")
        self._left = add(self.tr("Move a day back"), partial(self._shift, -1, 0), "Alt+Left")
        self._right = add(self.tr("Move a day on"), partial(self._shift, 1, 0), "Alt+Right")

    def pop_up(self, spot: Spot, at: QPoint) -> None:
        """Show the menu of a spot."""
        menu = self.menu(spot)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(at)

    def menu(self, spot: Spot) -> QMenu:
        """Return the menu of a line, a session or a day."""
        menu = QMenu(self._grid)
        self._paste.setEnabled(self._grid.copied is not None)
        card = self._grid.week.card(spot.session)
        done = card is not None and card.done
        self._start.setText(self.tr("Open in the log") if done else self.tr("Start this session"))
        if spot.line is not None:
            ramped = line_actions.can_warm_up(self._grid.week.line(spot.line))
            self._fill(menu, self._edit, self._replace, *((self._warm_up,) if ramped else ()))
            self._fill(menu, None, self._up, self._down, self._left, self._right)
            self._fill(menu, None, self._copy, self._paste, self._duplicate, None, self._delete)
        elif spot.session is not None:
            self._fill(menu, self._start, None, self._rename, self._move_menu(menu, spot))
            self._fill(menu, None, self._copy, self._paste, self._duplicate)
            self._fill(menu, self._add_session, None, self._delete)
        else:
            self._fill(menu, self._add_session, self._paste)
        return menu

    def _fill(self, menu: QMenu, *entries: QAction | QMenu | None) -> None:
        for entry in entries:
            if entry is None:
                menu.addSeparator()
            elif isinstance(entry, QMenu):
                menu.addMenu(entry)
            else:
                menu.addAction(entry)

    def _move_menu(self, menu: QMenu, spot: Spot) -> QMenu:
        moves = QMenu(self.tr("Move to"), menu)
        for day in self._grid.week.days:
            if day.number != spot.day:
                action = moves.addAction(long_day(day.on))
                action.triggered.connect(partial(self._move, Carried(spot.session), day.number))
        return moves

    def _move(self, what: Carried, day: int, _checked: bool = False) -> None:
        self._grid.ask(plan_edits.put(self._grid.week, what, Spot(day)))

    def _add(self, text: str, do: Callable[[], None], *keys: str) -> QAction:
        action = QAction(text, self._grid)
        action.setShortcuts([QKeySequence(key) for key in keys])
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.triggered.connect(lambda: do())
        self._grid.addAction(action)
        return action

    def _copy_spot(self) -> None:
        spot, week = self._grid.spot, self._grid.week
        line = week.line(spot.line)
        if line is not None:
            self._grid.copied = Carried(line=line)
        elif spot.session is not None:
            self._grid.copied = Carried(session=spot.session)

    def _paste_spot(self) -> None:
        if self._grid.copied is not None:
            edit = plan_edits.put(self._grid.week, self._grid.copied, self._grid.spot, copy=True)
            self._grid.ask(edit)

    def _duplicate_spot(self) -> None:
        self._grid.ask(plan_edits.duplicate(self._grid.week, self._grid.spot))

    def _delete_spot(self) -> None:
        self._grid.ask(plan_edits.delete(self._grid.week, self._grid.spot))

    def _shift(self, days: int, lines: int) -> None:
        self._grid.ask(plan_edits.shift(self._grid.week, self._grid.spot, days, lines))
