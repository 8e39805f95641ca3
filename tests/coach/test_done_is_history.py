"""A planned session that was logged is history: no edit of the plan changes it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from planner.coach import (
    arranging,
    blocks,
    carrying,
    done_sessions,
    filling,
    lines,
    logging,
    replacing,
    supersets,
    week_edits,
)
from planner.coach.carrying import Copied, Reader
from planner.coach.prescription import Prescription
from planner.coach.refused import Refused
from planner.coach.replacing import Reach
from planner.coach.steps import do
from planner.engine.terms import Mesocycle, Microcycle, PlannedExercise, PlannedSession, PlannedSet
from planner.storage import log, plan
from tests.content import content

MONDAY = date(2026, 11, 2)
SETS = (PlannedSet(5, 5, 2),) * 3
WHO = {"slug": "plank", "lifter_id": 1, "today": MONDAY}


@pytest.fixture
def done(lifter: int) -> PlannedSession:
    """Plan two sessions of two exercises and begin the first, which is returned."""
    exercises = tuple(PlannedExercise(slug, SETS) for slug in ("back-squat", "bench-press"))
    days = tuple(PlannedSession(name, day, exercises) for day, name in ((0, "Lower"), (0, "Late")))
    block = Mesocycle("Base", MONDAY, (Microcycle(1, MONDAY, days),))
    key = plan.add_mesocycle(lifter, block)
    first = plan.mesocycle(key).weeks[0].sessions[0]
    logging.start_planned(lifter, first.id, MONDAY)
    return first


def other(done: PlannedSession) -> PlannedSession:
    return plan.week(plan.week_of(done.id)).sessions[1]


def line(done: PlannedSession) -> int:
    return done.exercises[0].id


def strange(done: PlannedSession) -> int:
    return other(done).exercises[0].id


EDITS = {
    "rename": lambda made: week_edits.rename_session(made.id, "Other"),
    "prescribe": lambda made: week_edits.prescribe(line(made), SETS[:1]),
    "annotate": lambda made: week_edits.annotate(line(made), 90, "", "belt"),
    "add": lambda made: week_edits.add_exercise(made.id, "plank"),
    "add as usual": lambda made: filling.add_usual_exercise(made.id, **WHO),
    "add prescribed": lambda made: lines.add_prescribed(made.id, prescribed=Prescription(), **WHO),
    "warm up": lambda made: lines.add_warm_up(line(made), 1),
    "letter": lambda made: supersets.put(line(made), 0),
    "group": lambda made: supersets.group([each.id for each in made.exercises]),
    "ungroup": lambda made: supersets.ungroup([line(made)]),
    "move out": lambda made: arranging.move_lines([line(made)], other(made).id, None),
    "move in": lambda made: arranging.move_lines([strange(made)], made.id, None),
    "shift lines": lambda made: arranging.shift_lines([line(made)], 1),
    "delete lines": lambda made: arranging.delete_lines([strange(made), line(made)]),
    "duplicate lines": lambda made: carrying.duplicate_lines([line(made)]),
    "paste": lambda made: carrying.paste_lines(
        Copied(1, lines=made.exercises), made.id, None, Reader(1, MONDAY)),
    "move": lambda made: arranging.move_sessions([other(made).id, made.id], 3),
    "shift": lambda made: arranging.shift_sessions([made.id], 1),
    "shift in its day": lambda made: arranging.shift_in_day([made.id], 1),
    "delete": lambda made: arranging.delete_sessions([other(made).id, made.id]),
    "replace": lambda made: replacing.replace_exercise(
        line(made), plan.week_of(made.id), "front-squat", Reach.SESSION, 1, MONDAY),
}  # fmt: skip


@pytest.mark.parametrize("edit", sorted(EDITS))
def test_what_is_done_is_not_changed_and_the_refusal_says_where_it_is(done, edit):
    before = content()
    with pytest.raises(Refused, match=r"Lower has begun; its log is in the Log tab"):
        do(lambda: EDITS[edit](done))
    assert content() == before


def test_a_finished_session_is_called_done_and_one_whose_log_is_deleted_can_be_changed(done):
    (key,) = plan.done(1).values()
    log.update_session(replace(log.session(key), finished=True))
    with pytest.raises(Refused, match="Lower is done"):
        done_sessions.keep_sessions([done.id])
    log.trash_session(key)
    done_sessions.keep_sessions([done.id])


def test_what_is_done_is_copied_passed_and_deleted_with_its_block(done):
    copy = week_edits.duplicate_session(done.id, 3)
    week_edits.rename_session(copy, "Again")
    arranging.shift_in_day([other(done).id], -1)
    assert [made.name for made in plan.week(plan.week_of(done.id)).sessions] == [
        "Late", "Lower", "Again"]  # fmt: skip
    blocks.delete_mesocycle(plan.mesocycle_of(plan.week_of(done.id)))
    assert plan.mesocycles(1) == []
