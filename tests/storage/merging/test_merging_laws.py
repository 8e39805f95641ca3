"""Laws of merging: whatever was done on two computers, both end with all of it."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings, strategies as st

from planner.storage import undo
from planner.storage.base import db
from tests.storage.merging.acts import ACTIONS
from tests.storage.merging.computers import Computers, content

STEP = st.tuples(st.booleans(), st.sampled_from([*sorted(ACTIONS), "merge"]), st.integers(0, 20))


@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=15, deadline=None
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
    merged = content()
    computers.at(computers.laptop)
    computers.merge(computers.desk)
    assert content() == merged
    computers.at(computers.desk)
    assert computers.merge(computers.laptop).statements == ()
