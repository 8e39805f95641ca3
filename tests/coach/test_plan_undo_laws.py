"""A law of planning: every edit of a plan is undone and done again exactly."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import timedelta
from functools import partial
from pathlib import Path
from shutil import copyfile

import pytest
from hypothesis import example, given, settings, strategies as st

from planner.coach.refused import Refused
from planner.coach.steps import do, revert
from planner.engine.terms import (
    Lifter,
    LoggedExercise,
    LoggedSet,
    Mesocycle,
    Microcycle,
    PlannedExercise,
    PlannedSession,
    Session,
)
from planner.storage import clients, database, log, plan
from planner.storage.base import open_connection
from tests.coach.plan_edits import EDITS, MONDAY, SETS, Hand
from tests.content import Content, content

LIBRARY = "exercise"  # begins the names of tables that no edit of a plan changes
LINES = tuple(
    PlannedExercise(slug, SETS, superset)
    for slug, superset in (("back-squat", None), ("bench-press", 0), ("barbell-row", 0))
)
DAYS = (0, 2, 2, 4)


@pytest.fixture(scope="module")
def studio(tmp_path_factory: pytest.TempPathFactory, _library_file: Path) -> Iterator[list[int]]:
    """Open a file with two lifters, each with a block of three weeks; the second has a history."""
    path = Path(copyfile(_library_file, tmp_path_factory.mktemp("plan") / "planner.db"))
    database.open_database(path)
    lifters = [clients.add_lifter(Lifter(name=name, bodyweight_kg=80.0)) for name in ("Ann", "Bo")]
    for lifter in lifters:
        sessions = tuple(PlannedSession(f"Day {day}", day, LINES) for day in DAYS)
        weeks = tuple(
            Microcycle(n + 1, MONDAY + timedelta(weeks=n), sessions, deload=n == 2)
            for n in range(3)
        )
        plan.add_mesocycle(lifter, Mesocycle("Base", MONDAY, weeks))
        later = MONDAY + timedelta(weeks=4)  # a week of no block lies between
        plan.add_mesocycle(lifter, Mesocycle("Later", later, (Microcycle(1, later, sessions),)))
    entry = LoggedSet(60.0, 8, rir=2.0, load=60.0)
    slot = LoggedExercise("bench-press", (entry,) * 3)
    log.add_session(lifters[1], Session(MONDAY - timedelta(days=3), (slot,), finished=True))
    whole_file = dump(library=True)
    yield lifters
    assert dump(library=True) == whole_file
    database.close_database()


def dump(library: bool = False) -> Content:
    """Return the rows of all tables, of the exercises only where asked for: they are many."""
    return content() if library else content(but=LIBRARY)


PLAY = st.lists(st.tuples(st.sampled_from(sorted(EDITS)), st.integers(0, 999)), max_size=8)


def not_waiting() -> set[int]:
    """Return the lines that have no superset, or share theirs with another line."""
    sql = """SELECT id FROM planned_exercise x WHERE superset IS NULL OR 1 < (
        SELECT count(*) FROM planned_exercise y
        WHERE (y.planned_session_id, y.superset) = (x.planned_session_id, x.superset))"""
    return {key for (key,) in open_connection().execute(sql)}


def lines_there() -> set[int]:
    return {key for (key,) in open_connection().execute("SELECT id FROM planned_exercise")}


def one_of_each(test: Callable[..., None]) -> Callable[..., None]:
    """Play every edit; with one of these seeds each finds something to edit."""
    for name in EDITS:
        test = example(play=[(name, 2), (name, 7)])(test)
    return test


@settings(max_examples=12)
@one_of_each
@given(play=PLAY)
def test_every_edit_of_a_plan_is_undone_and_done_again_exactly(
    studio: list[int], play: list[tuple[str, int]]
) -> None:
    states, steps = [dump()], []
    try:
        for name, seed in play:
            with suppress(Refused, IndexError):  # nothing there to edit
                whole = not_waiting()
                steps.append(do(partial(EDITS[name], Hand(studio, seed)))[1])
                states.append(dump())
                assert name == "letter" or whole & lines_there() <= not_waiting(), name
            assert dump() == states[-1]
    finally:
        for place, step in enumerate(reversed(steps), start=1):
            steps[-place] = revert(step)
            assert dump() == states[-place - 1]
    for place, step in enumerate(steps):
        steps[place] = revert(step)
        assert dump() == states[place + 1]
    for step in reversed(steps):
        revert(step)
