"""The planner with a full week: from letting go of what is dragged to the week painted anew."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from bars import Bar, interleaved, ratio, seconds
from made_up import TODAY
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication

from planner.engine.terms import (
    Mesocycle,
    Microcycle,
    PlannedExercise,
    PlannedSession,
    PlannedSet,
)
from planner.storage import plan

if TYPE_CHECKING:
    from planner.ui.planner_tab import PlannerTab

DAYS, SESSIONS, WEEKS = 7, 2, 4
DROPS = 10
MOST_MS = 50.0
LIFTS = ("back-squat", "bench-press", "deadlift", "overhead-press", "barbell-row")


def measure(lifter_id: int) -> list[Bar]:
    """Measure drops of a line in a week of two sessions a day, against painting the tab alone."""
    from planner.ui import theme  # late: what is loaded would slow what is measured before
    from planner.ui.action import UndoHistory
    from planner.ui.planner_tab import PlannerTab

    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    theme.load_fonts()
    theme.apply(app, theme.LIGHT)
    key = plan.add_mesocycle(lifter_id, _full_block())
    tab = PlannerTab()
    history = UndoHistory(tab)
    tab.wanted.connect(history.do)
    history.changed.connect(lambda: tab.refresh(lifter_id, TODAY))
    tab.resize(1440, 840)
    tab.show()
    tab.refresh(lifter_id, TODAY)
    app.processEvents()
    drop, bare = interleaved(
        [lambda: _drop(app, tab), lambda: seconds(lambda: _paint(app, tab))], DROPS
    )
    tab.close()
    plan.trash_mesocycle(key)
    return [
        Bar("full week, drop to paint", 1000 * drop, "ms", MOST_MS),
        ratio("full week, drop to paint", drop, bare, None, "painting the tab"),
    ]


def _full_block() -> Mesocycle:
    entry = PlannedSet(5, 5, 2, load_kg=60.0, load=60.0)
    lines = tuple(PlannedExercise(slug, (entry,) * 4) for slug in LIFTS)
    sessions = tuple(
        PlannedSession(f"Session {number + 1}", day, lines)
        for day in range(DAYS)
        for number in range(SESSIONS)
    )
    monday = TODAY - timedelta(days=TODAY.weekday())
    weeks = tuple(Microcycle(n + 1, monday + timedelta(weeks=n), sessions) for n in range(WEEKS))
    return Mesocycle("Full", monday, weeks)


def _drop(app: QApplication, tab: PlannerTab) -> float:
    """Drop a line of the longer of Monday's sessions at the end, or at the top, of the other."""
    from planner.ui import plan_drag

    grid = tab._grid
    column, (first, second) = grid.canvas.columns[0], grid.week.days[0].cards
    down = len(first.lines) >= len(second.lines)
    data = plan_drag.packed(plan_drag.LINE, (first if down else second).lines[0].id)
    at = QPointF(20, column.height() - 5 if down else 40)
    event = QDropEvent(
        at, Qt.DropAction.MoveAction, data,
        Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip

    def let_go() -> None:
        column.dropEvent(event)
        QApplication.sendPostedEvents()
        grid.repaint()

    took = seconds(let_go)
    app.processEvents()  # the advice follows
    return took


def _paint(app: QApplication, tab: PlannerTab) -> None:
    app.processEvents()
    tab.repaint()
    app.processEvents()
