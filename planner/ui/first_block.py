"""Start an empty block from the first page: the lifter is made in the same step."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from planner.coach import blocks, clients
from planner.coach.deload_rule import DeloadRule
from planner.engine.terms import Lifter
from planner.language import tr
from planner.ui.asking import ask
from planner.ui.block_dialog import BlockDialog

if TYPE_CHECKING:
    from planner.ui.first_start import FirstStart
    from planner.ui.main_window import MainWindow


def start(window: MainWindow, page: FirstStart) -> None:
    """Ask for a block; it is planned for the lifter that the first page describes."""
    dialog = BlockDialog(window, window.today())
    ask(dialog, lambda: _begin(window, page.lifter(), dialog))


def _begin(window: MainWindow, lifter: Lifter, dialog: BlockDialog) -> None:
    facts = dialog.name(), dialog.starts_on(), dialog.weeks(), dialog.goal(), dialog.days()
    label = tr("Start a block")
    window.act(label, partial(_made, lifter, *facts, dialog.rule()), window.lifter_stories.remember)


def _made(
    lifter: Lifter, name: str, on: date, weeks: int, goal: str, days: int, rule: DeloadRule
) -> int:
    """Add a lifter with a block; return the lifter's id."""
    lifter_id = clients.add(lifter)
    blocks.new_mesocycle(lifter_id, name, on, weeks, goal=goal, days=days, rule=rule)
    return lifter_id
