"""The week grid's keyboard shortcuts and context menus: the same actions for both."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu

from planner.coach.rest_days import Moved
from planner.language import tr
from planner.ui import icons, line_actions, plan_edits, rest_edits, selection
from planner.ui.plan_edits import Carried, Edit
from planner.ui.plan_week import Spot, Week
from planner.ui.selection import Selection
from planner.ui.writing import writes

if TYPE_CHECKING:
    from planner.ui.week_grid import WeekGrid


class WeekMenu(QObject):
    """Owns the actions on what is selected in the grid."""

    def __init__(self, grid: WeekGrid) -> None:
        super().__init__(grid)
        self._grid = grid
        self._week_actions()
        self._line_actions()
        self._carry_actions()
        self._move_actions()
        self._rest_actions()

    def _week_actions(self) -> None:
        add, grid = self._add, self._grid
        self._edit = add(tr("Edit"), grid.edit, "Return", "Enter", icon="edit")
        self._rename = add(tr("Rename"), grid.rename, "F2")
        self._start = add(tr("Start this session"), grid.start, "Ctrl+Return")
        self._add_session = add(tr("Add session"), grid.add_session, "Ins", icon="add")
        self._all = add(tr("Select all"), self._select_all, "Ctrl+A")
        writes(self._edit, self._rename, self._add_session)

    def _line_actions(self) -> None:
        add, grid = self._add, self._grid
        replace = partial(line_actions.replace, grid)
        self._replace = add(tr("Replace with…"), replace, "Ctrl+R")
        warm_up = partial(line_actions.add_warm_up, grid)
        self._warm_up = add(tr("Add warm-up"), warm_up, "W")
        drill = partial(line_actions.add_drill, grid)
        self._drill = add(tr("Put a drill before it"), drill, "A")
        practise = partial(line_actions.practise, grid)
        self._practise = add(tr("Practice sets"), practise, "P")
        self._group = add(tr("Superset"), self._group_chosen, "G")
        self._ungroup = add(tr("Dissolve superset"), self._ungroup_chosen, "Shift+G")
        writes(self._replace, self._warm_up, self._drill, self._practise)
        writes(self._group, self._ungroup)

    def _carry_actions(self) -> None:
        add = self._add
        self._cut = add(tr("Cut"), self._cut_chosen, "Ctrl+X")
        self._copy = add(tr("Copy"), self._copy_chosen, "Ctrl+C", icon="copy")
        self._paste = add(tr("Paste"), self._paste_at_spot, "Ctrl+V", icon="paste")
        self._duplicate = add(tr("Duplicate"), self._duplicate_chosen, "Ctrl+D")
        self._delete = add(tr("Delete"), self._delete_chosen, "Del", "Backspace", icon="delete")
        writes(self._cut, self._paste, self._duplicate, self._delete)

    def _move_actions(self) -> None:
        add = self._add
        self._up = add(tr("Move up"), partial(self._shift, 0, -1), "Alt+Up")
        self._down = add(tr("Move down"), partial(self._shift, 0, 1), "Alt+Down")
        self._left = add(tr("Move a day back"), partial(self._shift, -1, 0), "Alt+Left")
        self._right = add(tr("Move a day on"), partial(self._shift, 1, 0), "Alt+Right")
        writes(self._up, self._down, self._left, self._right)

    def _rest_actions(self) -> None:
        rest = partial(self._ask_rest, rest_edits.insert)
        self._rest_day = self._add(tr("Insert a rest day before"), rest, "R")
        no_rest = partial(self._ask_rest, rest_edits.remove)
        self._no_rest_day = self._add(tr("Take out this rest day"), no_rest, "Shift+R")
        writes(self._rest_day, self._no_rest_day)

    def pop_up(self, at: QPoint) -> None:
        """Show the menu of what is selected."""
        menu = self.menu()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.aboutToHide.connect(self._enable_all)
        menu.popup(at)

    def menu(self) -> QMenu:
        """Return the menu of lines, sessions or a day."""
        menu, spot = QMenu(self._grid), self._grid.spot
        self._show_what_can_be_done()
        if spot.line is not None:
            ramped = line_actions.can_warm_up(self._grid.week.line(spot.line))
            practised = line_actions.can_practise(self._grid.week.line(spot.line))
            more = ((self._warm_up, ramped), (self._practise, practised))
            self._fill(menu, self._edit, self._replace, *(each for each, fits in more if fits))
            self._fill(menu, *self._drill_menus(menu))
            self._fill(menu, None, self._up, self._down, self._left, self._right)
            self._fill(menu, None, self._group, self._ungroup)
            self._fill(menu, None, self._cut, self._copy, self._paste, self._duplicate)
            self._fill(menu, None, self._all, self._delete)
        elif spot.session is not None:
            self._fill(menu, self._start, None, self._rename, self._move_menu(menu))
            self._fill(menu, self._up, self._down, None, self._cut, self._copy, self._paste)
            self._fill(menu, self._duplicate, None, self._add_session, self._rest_day)
            self._fill(menu, None, self._all, self._delete)
        else:
            self._fill(menu, self._add_session, self._paste, None)
            self._fill(menu, self._rest_day, self._no_rest_day)
        return menu

    def _show_what_can_be_done(self) -> None:
        grid = self._grid
        self._paste.setEnabled(grid.copied is not None)
        card = grid.week.card(grid.spot.session)
        begun = card is not None and card.begun
        self._start.setText(tr("Open in the log") if begun else tr("Start this session"))
        lines = grid.chosen.lines
        self._group.setText(tr("Circuit") if len(lines) > 2 else tr("Superset"))
        owners = {spot.session for spot in grid.chosen.spots}
        self._group.setEnabled(len(lines) > 1 and len(owners) == 1)
        self._ungroup.setEnabled(plan_edits.ungroup(grid.week, grid.chosen) is not None)
        if self._is_kept():
            for action in (
                self._edit, self._rename, self._warm_up, self._drill, self._practise, self._group,
                self._ungroup,
                self._cut, self._delete, self._up, self._down, self._left, self._right,
            ):  # fmt: skip
                action.setEnabled(False)
            self._duplicate.setEnabled(not lines)  # into the session that stays as it is

    def _is_kept(self) -> bool:
        """Say whether a session that was logged, and stays as it is, is among what is selected."""
        cards = [self._grid.week.card(spot.session) for spot in self._grid.chosen.spots]
        return any(card is not None and card.begun for card in cards)

    def _enable_all(self) -> None:
        """Let every key do its work, or say why it cannot, when no menu is shown."""
        for action in self._grid.actions():
            action.setEnabled(True)

    def _fill(self, menu: QMenu, *entries: QAction | QMenu | None) -> None:
        for entry in entries:
            if entry is None:
                menu.addSeparator()
            elif isinstance(entry, QMenu):
                menu.addMenu(entry)
            else:
                menu.addAction(entry)

    def _drill_menus(self, menu: QMenu) -> list[QAction | QMenu | None]:
        """Return what puts a drill before the line selected; nothing where none is linked."""
        found = line_actions.drills(self._grid)
        if not found:
            return []
        some = QMenu(tr("Drills of this exercise"), menu)
        some.setEnabled(self._drill.isEnabled())
        for drill in found:
            put = partial(line_actions.add_drill, self._grid, drill.slug)
            some.addAction(line_actions.drill_words(drill), put)
        return [self._drill, some]

    def _move_menu(self, menu: QMenu) -> QMenu:
        moves = QMenu(tr("Move to"), menu)
        moves.setEnabled(not self._is_kept())
        what = Carried(sessions=self._grid.chosen.sessions)
        for day in self._grid.week.days:
            if day.number != self._grid.spot.day:
                action = moves.addAction(day.long_title)
                action.triggered.connect(partial(self._move, what, day.number))
        return moves

    def _move(self, what: Carried, day: int, _checked: bool = False) -> None:
        self._grid.ask(plan_edits.put(self._grid.week, what, Spot(day)))

    def _add(self, text: str, do: Callable[[], None], *keys: str, icon: str = "") -> QAction:
        action = QAction(text, self._grid)
        if icon:
            action.setIcon(icons.icon(icon))
        action.setShortcuts([QKeySequence(key) for key in keys])
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.triggered.connect(lambda: do())
        self._grid.addAction(action)
        return action

    def _select_all(self) -> None:
        self._grid.choose(selection.everything(self._grid.week, self._grid.chosen))

    def _copy_chosen(self) -> None:
        self._grid.copied = plan_edits.copied(*self._chosen()) or self._grid.copied

    def _cut_chosen(self) -> None:
        self._copy_chosen()
        self._grid.ask(plan_edits.cut(*self._chosen()))

    def _paste_at_spot(self) -> None:
        grid = self._grid
        if grid.copied is not None:
            then = grid.await_lines if grid.copied.lines else grid.await_sessions
            grid.ask(plan_edits.paste(grid.week, grid.copied, grid.spot), then)

    def _duplicate_chosen(self) -> None:
        grid = self._grid
        then = grid.await_lines if grid.chosen.lines else grid.await_sessions
        grid.ask(plan_edits.duplicate(*self._chosen()), then)

    def _delete_chosen(self) -> None:
        grid = self._grid
        named = plan_edits.named(grid.week, grid.chosen)
        news = tr("{name} is deleted. Ctrl+Z brings it back.").format(name=named)
        grid.ask(plan_edits.delete(*self._chosen()), lambda _made: grid.told.emit(news))

    def _shift(self, days: int, places: int) -> None:
        self._grid.ask(plan_edits.shift(*self._chosen(), days, places))

    def _group_chosen(self) -> None:
        if self._grid.chosen.lines:
            self._grid.ask(plan_edits.group(self._grid.chosen))

    def _ungroup_chosen(self) -> None:
        self._grid.ask(plan_edits.ungroup(*self._chosen()))

    def _ask_rest(self, edit: Callable[[Week, int], Edit]) -> None:
        self._grid.ask(edit(self._grid.week, self._grid.spot.day), self._tell_moved)

    def _tell_moved(self, moved: object) -> None:
        if isinstance(moved, Moved):
            self._grid.told.emit(rest_edits.told(moved))

    def _chosen(self) -> tuple[Week, Selection]:
        return self._grid.week, self._grid.chosen
