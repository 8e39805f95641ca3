"""What can be done to whole weeks of a block: copy forward, duplicate, insert, delete, deload."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from planner.coach import block_weeks
from planner.coach.planning import WeekSummary
from planner.language import tr
from planner.ui import button_menu, counts, icons, plan_questions, widgets
from planner.ui.ask_line import AskLine
from planner.ui.writing import writes

MOST_COPIES = 8  # weeks ahead that the menu offers


class WeekStories(QObject):
    """Asks for edits of the week shown, or of another one of the strip; `shown` is its id."""

    wanted = Signal(str, object, object)  # label for Undo, write, what to do with its result
    share_wanted = Signal(int)  # id of the week to copy to other lifters

    def __init__(
        self, parent: QWidget, ask: AskLine, back: QWidget, show: Callable[[object], None]
    ) -> None:
        super().__init__(parent)
        self._ask, self._back, self._show = ask, back, show
        self.shown: int | None = None

    def copy_button(self, parent: QWidget) -> QPushButton:
        """Return the button whose menu copies the week shown."""
        made = widgets.button(tr("Copy week"), "", parent)
        made.setProperty("short", tr("Copy"))
        made.setAccessibleName(made.text())
        icons.opens(made)
        menu = QMenu(made)
        menu.aboutToShow.connect(lambda: self.fill_copies(menu, self.shown))
        button_menu.give(made, menu)
        return made

    def fill_copies(self, menu: QMenu, week_id: int | None) -> None:
        """Fill a menu with the ways to copy a week forward."""
        menu.clear()
        if week_id is None:
            return
        after = block_weeks.weeks_after(week_id)
        menu.addAction(tr("To the &next week"), partial(self.copy, week_id, 1))
        if after > 1:
            every = tr("To &all {weeks} after it").format(weeks=counts.weeks(after))
            menu.addAction(every, partial(self.copy, week_id, after))
        some = menu.addMenu(tr("To the next &weeks"))
        for number in range(2, max(after, MOST_COPIES) + 1):
            added = max(number - after, 0)
            words = tr("{weeks} (adds {more})") if added else "{weeks}"
            text = words.format(weeks=counts.weeks(number), more=counts.weeks(added))
            some.addAction(text, partial(self.copy, week_id, number))
        menu.addAction(tr("To &other lifters…"), lambda: self.share_wanted.emit(week_id))

    def pop_up(self, week: WeekSummary, at: QPoint) -> None:
        """Show the menu of a week of the strip."""
        menu = self.menu(week, self._back)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(at)

    def menu(self, week: WeekSummary, parent: QWidget) -> QMenu:
        """Return what can be done to a week."""
        menu = QMenu(parent)
        copies = menu.addMenu(tr("&Copy"))
        self.fill_copies(copies, week.id)
        writes(copies.menuAction())
        add = partial(self._add, menu, week)
        menu.addSeparator()
        add(tr("D&uplicate"), tr("Duplicate week {number}"), block_weeks.duplicate_week)
        add(tr("&Insert an empty week after it"), tr("Insert week after {number}"),
            block_weeks.insert_week)  # fmt: skip
        add(tr("De&lete"), tr("Delete week {number}"), block_weeks.delete_week)
        menu.addSeparator()
        if week.deload:
            add(tr("No &longer a deload (sets stay)"), tr("Week {number} plain"),
                block_weeks.make_plain)  # fmt: skip
        else:
            add(tr("Make it a d&eload (half the sets)"), tr("Week {number} deload"),
                block_weeks.make_deload)  # fmt: skip
        return menu

    def _add(
        self, menu: QMenu, week: WeekSummary, text: str, label: str, write: Callable[[int], object]
    ) -> None:
        """Add an entry; the week whose id the write returns is shown then."""
        work, name = partial(write, week.id), label.format(number=week.number)
        writes(menu.addAction(text, lambda: self.wanted.emit(name, work, self._show_made)))

    def _show_made(self, made: object) -> None:
        if made is not None:
            self._show(made)

    def copy(self, week_id: int, weeks: int = 1) -> None:
        """Copy a week over the next ones; ask when these have sessions of their own."""
        own, write = block_weeks.lost_by_copy(week_id, weeks), partial(self._copy, week_id, weeks)
        if own:
            plan_questions.ask_copy(self._ask, own, weeks, write, self._back)
        else:
            write(False)

    def _copy(self, week_id: int, weeks: int, beside: bool) -> None:
        label = tr("Copy week") if weeks == 1 else tr("Copy week {0} times").format(weeks)
        write = partial(block_weeks.copy_week, week_id, weeks, beside)
        self.wanted.emit(label, write, self._show)
