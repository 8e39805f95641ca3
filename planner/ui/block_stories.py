"""What the planner does with blocks: start, edit, look at the calendar, progress, other days."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog, QWidget

from planner.coach import blocks
from planner.coach.overlaps import overlaps
from planner.coach.planning import PlanView
from planner.engine.terms import Mesocycle
from planner.language import tr
from planner.ui.asking import ask, nothing
from planner.ui.block_dialog import BlockDialog, BlockEditor
from planner.ui.mesocycle_pane import MesocyclePane

if TYPE_CHECKING:
    from planner.ui.days_dialog import DaysDialog
    from planner.ui.progress_dialog import ProgressDialog


class BlockStories(QObject):
    """`wanted` asks for a write, `week_wanted` for a week to be shown, `copy_wanted` for a copy.

    What only a story needs is imported in it: the window is painted before.
    """

    wanted = Signal(str, object, object)  # label for Undo, write, what to do with its result
    week_wanted = Signal(int)
    copy_wanted = Signal(int)  # id of the week to copy to the next
    told = Signal(str)  # news of what was done
    closed = Signal()  # a dialog, whatever was chosen

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._parent = parent
        self._lifter_id, self._today = 0, date.min
        self._view: PlanView | None = None

    def serve(self, pane: MesocyclePane) -> None:
        """Do what a pane of blocks asks for."""
        pane.delete_wanted.connect(self.delete)
        pane.empty_wanted.connect(self.start)
        pane.edit_wanted.connect(self.edit)
        pane.calendar_wanted.connect(self.show_calendar)
        pane.progress_wanted.connect(self.progress)
        pane.days_wanted.connect(self.change_days)

    def look_at(self, lifter_id: int, view: PlanView | None, today: date) -> None:
        """Be about the block shown."""
        self._lifter_id, self._view, self._today = lifter_id, view, today

    def start(self) -> None:
        """Ask for a new block."""
        dialog = BlockDialog(self._parent, self._today, partial(overlaps, self._lifter_id))
        self._open(dialog, partial(self._start, dialog))

    def _start(self, dialog: BlockDialog) -> None:
        write = partial(
            blocks.start,
            dialog.overlap.ending(),
            self._lifter_id,
            dialog.name(),
            dialog.starts_on(),
            dialog.weeks(),
            goal=dialog.goal(),
            days=dialog.days(),
            rule=dialog.rule(),
        )
        self.wanted.emit(tr("Start a block"), write, None)

    def edit(self) -> None:
        """Let name, goal, note, start and deloads of the block be changed."""
        if self._view is None or self._view.mesocycle.id is None:
            return
        key = self._view.mesocycle.id
        before, waiting = blocks.facts(key), blocks.first_waiting(key)
        dialog = BlockEditor(self._parent, before, waiting, self._today)
        self._open(dialog, partial(self._change, dialog, key, before))

    def _change(self, dialog: BlockEditor, key: int, before: blocks.BlockFacts) -> None:
        if (facts := dialog.facts()) != before:
            label = tr("Change {name}").format(name=facts.name)
            self.wanted.emit(label, partial(blocks.change, key, facts, self._today), None)

    def delete(self, block: Mesocycle) -> None:
        """Put a block into the trash."""
        label = tr("Delete {name}").format(name=block.name)
        text = tr("{name} is in the trash. Ctrl+Z, or File › Deleted…, brings it back.")
        said = text.format(name=block.name)
        write = partial(blocks.delete_mesocycle, block.id or 0)
        self.wanted.emit(label, write, lambda _none: self.told.emit(said))

    def show_calendar(self) -> None:
        """Show all weeks of the block at once."""
        from planner.coach import block_calendar
        from planner.ui.block_calendar import BlockCalendar

        if self._view is not None:
            weeks = block_calendar.calendar(self._lifter_id, self._view, self._today)
            dialog = BlockCalendar(self._parent, self._view, weeks)
            dialog.week_chosen.connect(self.week_wanted)
            self._open(dialog)

    def progress(self) -> None:
        """Build the weeks after the one shown by a rule of progression."""
        from planner.coach import progressing
        from planner.ui.progress_dialog import ProgressDialog

        if self._view is not None:
            made = partial(progressing.preview, self._lifter_id, self._view.week.id or 0)
            dialog = ProgressDialog(self._parent, self._view.week, made, self._today)
            self._open(dialog, partial(self._build, dialog, self._view.week.id or 0))

    def _build(self, dialog: ProgressDialog, week_id: int) -> None:
        from planner.coach import progressing

        rule, replacing = dialog.progress(), dialog.replacing()
        write = partial(progressing.build, self._lifter_id, week_id, rule, replacing, self._today)
        self.wanted.emit(tr("Progress the weeks"), write, None)

    def copy(self) -> None:
        """Copy the week shown to the next."""
        if self._view is not None and self._view.week.id is not None:
            self.copy_wanted.emit(self._view.week.id)

    def change_days(self) -> None:
        """Train on other days from the week shown on."""
        from planner.coach import training_days
        from planner.ui.days_dialog import DaysDialog

        if self._view is not None:
            week = self._view.week
            days = training_days.trained_days(week.id or 0)
            made = partial(training_days.preview, week.id or 0)
            dialog = DaysDialog(self._parent, week, days, made, self._today)
            self._open(dialog, partial(self._move, dialog, week.id or 0))

    def _move(self, dialog: DaysDialog, week_id: int) -> None:
        from planner.coach import training_days

        days, most = dialog.days(), dialog.most_minutes()
        write = partial(
            training_days.change_days, self._lifter_id, week_id, days, most, self._today
        )
        self.wanted.emit(tr("Train on other days"), write, None)

    def _open(self, dialog: QDialog, then: Callable[[], object] = nothing) -> None:
        dialog.finished.connect(lambda _result: self.closed.emit())
        ask(dialog, then)
