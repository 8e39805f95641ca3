"""Two computers used in turn, with undo and redo between merges: nothing is lost, both agree."""

from __future__ import annotations

from typing import NamedTuple

from hypothesis import HealthCheck, settings, strategies as st
from hypothesis.stateful import RuleBasedStateMachine, precondition, rule, run_state_machine_as_test

from planner.storage import kin, undo
from planner.storage.base import db
from tests.storage.merging.acts import ACTIONS
from tests.storage.merging.computers import Computers, content

# Rows of these are the same by their day or name, whatever uid they were given.
NAMED = {"bodyweight", "check_in", "intake", "exercise", "program"}
WHOLE = {"planned_set"}  # those of a line stand as one computer had them


class Done(NamedTuple):
    """A step, and whether it was a merge."""

    step: undo.Step
    was_merge: bool


def alive() -> dict[str, str]:
    """Return the uids of the open file's rows, each with that of what it hangs below."""
    found: dict[str, str] = {}
    for table, each in kin.TRAVELLING.items():
        if table not in NAMED | WHOLE:
            column, parent = each.owner or ("id", table)
            sql = f'SELECT t.uid, p.uid FROM "{table}" t JOIN "{parent}" p ON p.id = t."{column}"'
            found |= dict(db.connection().execute(sql).fetchall())
    return found


class Sittings(RuleBasedStateMachine):
    """Somebody sits at one computer, then at the other."""

    computers: Computers

    def __init__(self) -> None:
        super().__init__()
        self.computers.begin_anew()
        self.deleted: set[str] = set()
        self.known: dict[str, str] = {}
        self.sit_down(True)

    @rule(at_desk=st.booleans())
    def sit_down(self, at_desk: bool) -> None:
        """Go to a computer; what was done before is not undone any more."""
        both = self.computers.desk, self.computers.laptop
        here, self.other = both if at_desk else both[::-1]
        self.computers.at(here)
        self.done: list[Done] = []
        self.undone: list[Done] = []

    @rule(name=st.sampled_from(sorted(ACTIONS)), pick=st.integers(0, 20))
    def act(self, name: str, pick: int) -> None:
        """Do something; what is gone after that was deleted."""
        before = alive()
        with undo.step() as step:
            ACTIONS[name](pick)
        self.deleted |= before.keys() - alive().keys()
        self.done.append(Done(step, was_merge=False))
        self.undone.clear()
        self.known |= alive()

    @rule()
    def merge(self) -> None:
        """Merge; only what was deleted somewhere goes."""
        before = alive()
        self.done.append(Done(self.computers.merge(self.other), was_merge=True))
        self.undone.clear()
        after = alive()
        self.known |= after
        for uid in before.keys() - after.keys():
            assert self.is_deleted(uid), uid

    @precondition(lambda self: self.done)
    @rule()
    def undo(self) -> None:
        """Take the last step back."""
        self._turn(self.done, self.undone)

    @precondition(lambda self: self.undone)
    @rule()
    def redo(self) -> None:
        """Do a step again."""
        self._turn(self.undone, self.done)

    def _turn(self, these: list[Done], those: list[Done]) -> None:
        last, before = these.pop(), alive()
        those.append(Done(undo.revert(last.step), last.was_merge))
        if not last.was_merge:
            self.deleted |= before.keys() - alive().keys()

    def is_deleted(self, uid: str) -> bool:
        """Say whether somebody deleted a row, or what it hangs below."""
        above = self.known.get(uid, uid)
        return uid in self.deleted or (above != uid and self.is_deleted(above))

    def teardown(self) -> None:
        """Merge until both know all: they agree, and have all that nobody deleted."""
        self.sit_down(True)
        before = list(db.connection().iterdump())
        undo.revert(undo.revert(undo.revert(self.computers.merge(self.other))))
        assert list(db.connection().iterdump()) == before
        self.computers.merge(self.other)
        merged, present = content(), alive()
        self.sit_down(False)
        self.computers.merge(self.other)
        assert content() == merged
        self.sit_down(True)
        assert self.computers.merge(self.other).statements == ()
        lost = [uid for uid in self.known if uid not in present and not self.is_deleted(uid)]
        assert lost == []


def test_two_computers_agree_and_lose_nothing(computers: Computers) -> None:
    machine = type("Machine", (Sittings,), {"computers": computers})
    run_state_machine_as_test(
        machine,
        settings=settings(
            suppress_health_check=list(HealthCheck),
            max_examples=25,
            stateful_step_count=15,
            deadline=None,
        ),
    )
