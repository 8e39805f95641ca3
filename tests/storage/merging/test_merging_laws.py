"""Laws of merging: whatever was done on two computers, both end with all of it."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings, strategies as st

from planner.engine.terms import Mesocycle, PlannedSet
from planner.storage import plan, rows, undo
from planner.storage.base import db
from tests.storage.merging.acts import ACTIONS, DAY, WEEK
from tests.storage.merging.computers import Computers, content, orders

STEP = st.tuples(st.booleans(), st.sampled_from([*sorted(ACTIONS), "merge"]), st.integers(0, 20))


@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40, deadline=None
)
@given(play=st.lists(st.lists(STEP, max_size=6), max_size=3))
def test_both_computers_end_with_the_same_and_merging_again_changes_nothing(
    computers: Computers, play: list[list[tuple[bool, str, int]]]
) -> None:
    computers.begin_anew()
    for part in play:
        for at_desk in (True, False):
            computers.at(computers.desk if at_desk else computers.laptop)
            for where, name, pick in part:
                if where == at_desk and name != "merge":
                    ACTIONS[name](pick)
        if any(name == "merge" for _, name, _ in part):
            computers.merge(computers.desk)
    computers.at(computers.desk)
    before = list(db.connection().iterdump())
    done = computers.merge(computers.laptop)
    undo.revert(undo.revert(undo.revert(done)))
    assert list(db.connection().iterdump()) == before
    computers.merge(computers.laptop)
    merged, order = content(), orders()
    computers.at(computers.laptop)
    computers.merge(computers.desk)
    assert (content(), orders()) == (merged, order)
    computers.at(computers.desk)
    assert computers.merge(computers.laptop).statements == ()


def prescribed() -> dict[str, list[tuple[int, int]]]:
    """Return the repetitions of each planned exercise, set by set, by its uid."""
    return {
        uid: [(each.reps_low or 0, each.reps_high or 0) for each in plan.planned_exercise(key).sets]
        for key, uid in rows.fetch("SELECT id, uid FROM planned_exercise")
    }


SETS = st.lists(st.integers(1, 9).map(lambda reps: PlannedSet(reps, reps)), max_size=4)
PLAY = st.lists(st.tuples(st.booleans(), st.integers(0, 1), SETS), max_size=6)


@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=20, deadline=None
)
@given(play=PLAY, merged_between=st.booleans())
def test_a_merge_writes_no_prescription_that_nobody_wrote(
    computers: Computers, play: list[tuple[bool, int, list[PlannedSet]]], merged_between: bool
) -> None:
    computers.begin_anew()
    computers.at(computers.desk)
    plan.add_mesocycle(1, Mesocycle("Base", DAY, (WEEK,)))
    computers.at(computers.laptop)
    computers.merge(computers.desk)
    for number, (at_desk, pick, sets) in enumerate(play):
        computers.at(computers.desk if at_desk else computers.laptop)
        if merged_between and number == len(play) // 2:
            computers.merge(computers.laptop if at_desk else computers.desk)
        uid = sorted(prescribed())[pick]
        ((key,),) = rows.fetch("SELECT id FROM planned_exercise WHERE uid = ?", uid)
        plan.set_planned_sets(key, sets)
    computers.at(computers.laptop)
    there = prescribed()
    computers.at(computers.desk)
    here = prescribed()
    computers.merge(computers.laptop)
    merged = prescribed()
    assert all(sets in (here[uid], there[uid]) for uid, sets in merged.items())
    computers.at(computers.laptop)
    computers.merge(computers.desk)
    assert prescribed() == merged
