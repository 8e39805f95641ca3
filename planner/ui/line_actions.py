"""What the week grid does to the line selected: a warm-up before it, another exercise in place."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from planner.coach import lines, replacing
from planner.coach.replacing import Reach
from planner.ui.plan_words import Line
from planner.ui.replace_dialog import ReplaceDialog

if TYPE_CHECKING:
    from planner.ui.week_grid import WeekGrid


def can_warm_up(line: Line | None) -> bool:
    """Say whether a line can be led up to with lighter sets."""
    return line is not None and lines.can_warm_up(line.exercise)


def add_warm_up(grid: WeekGrid) -> None:
    """Put lighter sets before the work of the line selected."""
    line = grid.week.line(grid.spot.line)
    if line is not None and can_warm_up(line):
        label = _tr("Add warm-up to {name}").format(name=line.exercise.name)
        grid.ask((label, partial(lines.add_warm_up, line.id, grid.week.lifter_id)))


def replace(grid: WeekGrid) -> None:
    """Ask what takes the place of the line selected."""
    line, card = grid.week.line(grid.spot.line), grid.week.card(grid.spot.session)
    if line is None or card is None:
        return
    dialog = ReplaceDialog(line.exercise, card.done, grid, grid.week.lifter_id)
    dialog.chosen.connect(partial(_replace, grid, line))
    dialog.open()
    dialog.search.setFocus()


def _replace(grid: WeekGrid, line: Line, slug: str, reach: Reach) -> None:
    week = grid.week
    label = _tr("Replace {name}").format(name=line.exercise.name)
    work = partial(
        replacing.replace_exercise, line.id, week.id, slug, reach, week.lifter_id, week.today
    )
    grid.ask((label, work))


def _tr(text: str) -> str:
    return QCoreApplication.translate("PlannerTab", text)
