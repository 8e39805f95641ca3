"""The list of lighter loads after time off says which lifts begin with fewer sets beside them."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from planner.coach import planning, week_edits
from planner.engine.terms import LoggedExercise, LoggedSet, PlannedSet, Session
from planner.storage import log, plan

TODAY = date(2026, 11, 5)
LEG_PRESS = (PlannedSet(8, 8, 2.0, load_kg=160.0, load=160.0),) * 4
HOLDS = (PlannedSet(seconds=40.0),) * 3
TOLD = "Also fewer sets the first time: Plank."


@pytest.fixture
def back(lifter, planner):
    """The planner of somebody back after 33 days, with bench press on Thursday."""
    done = {
        "bench-press": LoggedSet(60.0, 8, rir=2.0, load=60.0),
        "leg-press": LoggedSet(160.0, 8, rir=2.0, load=160.0),
        "plank": LoggedSet(None, None, seconds=40.0),
    }
    for slug, entry in done.items():
        for week in range(8):
            slot = LoggedExercise(slug, (entry,) * 4)
            on = TODAY - timedelta(days=33 + 7 * week)
            log.add_session(lifter, Session(on, (slot,), name="Day", finished=True))
    lower, _ = (made.id for made in planner.planned())
    plan.delete_planned_session(lower)
    return planner


def add(planner, session: int, slug: str, sets: tuple[PlannedSet, ...]) -> None:
    week_edits.prescribe(week_edits.add_exercise(session, slug), sets)


def listed(planner):
    planner.refresh()
    return planner.tab._advising.pane.loads


def test_what_begins_with_fewer_sets_beside_lighter_loads_is_said_before_and_after(back):
    (upper,) = (made.id for made in back.planned())
    add(back, upper, "leg-press", LEG_PRESS)
    add(back, upper, "plank", HOLDS)
    card = listed(back)
    assert not card._shorter.isHidden()
    assert card._shorter.text() == TOLD
    for row in card.rows:
        row.box.setChecked(False)
    assert card._shorter.isHidden()
    for row in card.rows:
        row.box.setChecked(True)
    card.accept.click()
    assert back.tab._advising.pane._news.text().endswith(TOLD)
    assert [len(line.sets) for line in back.planned()[0].exercises] == [2, 2, 2]


def test_fewer_sets_are_told_of_no_lift_that_what_is_ticked_does_not_reach(back):
    week = planning.view(back.lifter, TODAY, TODAY).weeks[0].id
    later = week_edits.add_session(week, 5, "Legs")
    add(back, later, "leg-press", LEG_PRESS)
    add(back, later, "plank", HOLDS)
    card = listed(back)
    assert card._shorter.text() == TOLD
    (legs,) = [row for row in card.rows if row.change.name == "Leg press"]
    legs.box.setChecked(False)
    assert card._shorter.isHidden()
    card.accept.click()
    assert "fewer sets" not in back.tab._advising.pane._news.text()
    assert len(back.planned()[1].exercises[1].sets) == 3
