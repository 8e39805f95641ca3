"""How long a long block takes to open: 16 weeks of 4 days, with half a year of log behind it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from statistics import median
from time import process_time

from bars import Bar
from PySide6.QtWidgets import QApplication

from planner.coach import files, library
from planner.engine.terms import (
    Lifter,
    LoggedExercise,
    LoggedSet,
    Mesocycle,
    Microcycle,
    PlannedExercise,
    PlannedSession,
    PlannedSet,
    Session,
)
from planner.storage import clients, log, plan

TODAY = date(2026, 11, 5)
WEEKS, WEEKS_DONE, WEEKS_LOGGED, DAYS = 16, 4, 26, (0, 1, 3, 4)
LIFTS = (
    ("back-squat", "romanian-deadlift", "leg-press", "front-squat", "split-squat", "plank"),
    ("bench-press", "barbell-row", "overhead-press", "pull-up", "lateral-raise", "deadlift"),
)
PLANNED = (PlannedSet(6, 8, 2.0, percent_e1rm=75.0),) * 4
DONE = (LoggedSet(60.0, 8, rir=2.0, load=60.0),) * 4


def measure(database: Path) -> list[Bar]:
    """Measure the first look at the block after a write, and looks from week to week."""
    from planner.ui import theme  # late: what is imported would slow what is measured before
    from planner.ui.planner_tab import PlannerTab

    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    theme.load_fonts()
    theme.apply(app, theme.LIGHT)
    lifter_id = _trained(database)
    tab = PlannerTab()
    tab.resize(1280, 640)
    tab.show()
    tab.refresh(lifter_id, TODAY)
    app.processEvents()

    def look(week_id: int | None) -> None:
        tab.show_week(week_id)
        app.processEvents()

    block = plan.mesocycle_on(lifter_id, TODAY)
    weeks = [week.id for week in block.weeks] if block is not None else []
    turned = [_seconds(partial(look, week)) for week in weeks]
    opened = [_after_a_write(partial(look, week)) for week in weeks[:5]]
    tab.close()
    files.close_file()
    return [
        Bar("16-week block, another week", 1000 * median(turned), "ms", 150.0),
        Bar("16-week block, after a write", 1000 * median(opened), "ms"),
    ]


def _seconds(look: Callable[[], None]) -> float:
    """Return the processor's time: all is done on one thread, whatever else the machine does."""
    start = process_time()
    look()
    return process_time() - start


def _after_a_write(look: Callable[[], None]) -> float:
    clients.change_setting("benchmark", str(process_time()))
    return _seconds(look)


def _trained(database: Path) -> int:
    """Make a file with a lifter who is in the fifth week of the block; return the lifter's id."""
    files.open_file(database)
    library.ensure()
    lifter_id = clients.add_lifter(Lifter(name="Long Block", bodyweight_kg=80.0))
    begun = TODAY - timedelta(weeks=WEEKS_DONE)
    weeks = tuple(
        Microcycle(n + 1, begun + timedelta(weeks=n), tuple(map(_session, DAYS)))
        for n in range(WEEKS)
    )
    plan.add_mesocycle(lifter_id, Mesocycle("Long block", begun, weeks))
    for back in range(1, WEEKS_LOGGED + 1):
        for day in DAYS:
            on = TODAY - timedelta(weeks=back) + timedelta(days=day)
            slots = tuple(LoggedExercise(slug, DONE) for slug in _lifts(day))
            log.add_session(lifter_id, Session(on, slots, finished=True))
    return lifter_id


def _session(day: int) -> PlannedSession:
    return PlannedSession(
        f"Day {day}", day, tuple(PlannedExercise(s, PLANNED) for s in _lifts(day))
    )


def _lifts(day: int) -> tuple[str, ...]:
    return LIFTS[day % 2]
