"""A holiday planned from the menu: what it comes to is told, and one undo takes it back."""

from __future__ import annotations

from datetime import timedelta

from planner.coach import absences, planning
from planner.ui import holiday_stories


def test_a_holiday_is_planned_in_one_step_and_taken_back_in_one(window, lifter) -> None:
    today, before = window.today(), planning.mesocycles(lifter)
    dialog = holiday_stories.show(window)
    assert dialog.told.text().startswith("4 sessions: ")
    dialog.since.show_day(today + timedelta(days=20))
    dialog.days.setCurrentIndex(0)
    assert dialog.until.day() == today + timedelta(days=33)
    assert dialog.told.text().startswith("2 sessions: ")
    dialog.accept()
    assert planning.mesocycles(lifter)[0].name == "Holiday"
    assert len(absences.absences(lifter)) == 1
    window.undo_stories.undo()
    assert planning.mesocycles(lifter) == before
    assert absences.absences(lifter) == []
