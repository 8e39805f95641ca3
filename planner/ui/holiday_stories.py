"""Plan a holiday from the menu: asked for in a dialog, written in one step."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from planner.coach import holiday, library
from planner.coach.holiday import Holiday
from planner.language import tr
from planner.ui.asking import ask
from planner.ui.holiday_dialog import HolidayDialog

if TYPE_CHECKING:
    from planner.ui.main_window import MainWindow


def show(window: MainWindow) -> HolidayDialog:
    """Ask for a holiday of the lifter shown, and plan it."""
    lifter_id, today = window.lifter_id(), window.today()

    def look(wanted: Holiday) -> tuple[int, list[str], str]:
        block = holiday.planned(lifter_id, wanted, today)
        sessions = [made for week in block.weeks for made in week.sessions]
        slugs = dict.fromkeys(made.exercise for each in sessions for made in each.exercises)
        names = [library.exercise(slug).name for slug in slugs]
        return len(sessions), names, holiday.goes_on(lifter_id, wanted)

    name = window.lifter.name if window.lifter is not None else ""
    dialog = HolidayDialog(window, name, today, look)
    label = tr("Plan a holiday")

    def plan() -> None:
        window.act(label, partial(holiday.make, lifter_id, dialog.holiday(), today))

    ask(dialog, plan)
    return dialog
