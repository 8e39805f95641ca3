"""What may not suit a lifter, or is not in the gym, is said quietly in the week."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from PySide6.QtWidgets import QApplication

from planner.coach import clients, planning, replacing, suiting
from planner.engine.terms import Equipment, Limit, PlannedSet
from planner.storage import library
from planner.ui.main_window import MainWindow
from planner.ui.plan_rows import LineRow

SETS = (PlannedSet(5, 5, rir=2.0),)


def test_a_line_says_what_to_mind_in_its_row_its_tooltip_and_aloud(
    window: MainWindow, lifter: int, plan_today: Callable[..., None], today: date
) -> None:
    plan_today(back_squat=SETS, leg_press=SETS, plank=SETS)
    window.refresh()
    plain = {row._line.exercise.slug: row for row in window.findChildren(LineRow)}
    heights = {slug: row.heightForWidth(200) for slug, row in plain.items()}
    assert all("suit" not in row.accessibleName() for row in plain.values())
    known = clients.lifter(lifter)
    there = (Equipment.BARBELL, Equipment.BODYWEIGHT)
    clients.change(replace(known, limits=(Limit.BACK,), equipment=there))
    window.refresh()
    QApplication.processEvents()
    rows = {row._line.exercise.slug: row for row in window.findChildren(LineRow)}
    squat = rows["back-squat"]
    assert "may not suit: a sore back" in squat.accessibleName()
    assert "may not suit: a sore back" in squat.toolTip()
    assert squat.heightForWidth(200) > heights["back-squat"]
    squat.indent(False)
    tall = [squat.heightForWidth(width) for width in range(90, 220)]
    squat.indent(True)  # below the name: what is told is cut where that makes a line more
    assert [squat.heightForWidth(width) for width in range(90, 220)] == tall
    squat.grab()
    assert "not in this gym" in rows["leg-press"].toolTip()
    assert rows["plank"].heightForWidth(200) == heights["plank"]
    view = planning.view(lifter, today, today)
    assert view is not None
    squat, press, _ = view.week.sessions[0].exercises
    assert set(view.minded) == {squat.id, press.id}


def test_balance_drills_stay_for_who_may_fall(database: object, lifter: int) -> None:
    careful = replace(clients.lifter(lifter), limits=(Limit.FALLS,))
    drill = library.exercise("single-leg-balance")
    assert Limit.FALLS in drill.limits
    assert suiting.minding(drill, careful) == ""


def test_what_suits_and_is_in_the_gym_comes_first_among_substitutes(
    database: object, lifter: int
) -> None:
    before = [each.name for each in replacing.choices("leg-press", lifter_id=lifter)]
    there = (Equipment.DUMBBELL, Equipment.BODYWEIGHT)
    clients.change(replace(clients.lifter(lifter), equipment=there))
    after = replacing.choices("leg-press", lifter_id=lifter)
    minded = ["not in this gym" in each.why for each in after]
    assert minded == sorted(minded)
    assert minded[0] is False
    assert [each.name for each in after] != before
