"""What was taken back on one computer, after the other one had it, is taken back on both."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

from hypothesis import HealthCheck, given, settings, strategies as st

from planner.engine.terms import LoggedExercise, LoggedSet, Session
from planner.storage import clients, imports, log, rows, undo
from planner.storage.stamps import stamp
from tests.storage.merging.computers import Computers

DAY = date(2026, 3, 2)
SQUATS = Session(DAY, (LoggedExercise("squat", (LoggedSet(100.0, 5), LoggedSet(105.0, 5))),))


def ann() -> int:
    return next(each.id for each in clients.lifters() if each.name == "Ann" and each.id)


def test_a_session_that_was_taken_back_goes_from_the_laptop_too(computers: Computers) -> None:
    computers.at(computers.desk)
    with undo.step() as step:
        log.add_session(ann(), SQUATS)
    computers.at(computers.laptop)
    computers.merge(computers.desk)
    computers.at(computers.desk)
    undo.revert(step)
    assert rows.fetch("SELECT place FROM gone") == [("session",)]  # its sets hang below it
    computers.merge(computers.laptop)
    assert log.sessions(ann()) == []
    computers.at(computers.laptop)
    computers.merge(computers.desk)
    assert log.sessions(ann()) == []


def test_a_session_that_was_put_back_comes_back_on_the_laptop(computers: Computers) -> None:
    computers.at(computers.desk)
    key = log.add_session(ann(), SQUATS)
    computers.at(computers.laptop)
    computers.merge(computers.desk)
    computers.at(computers.desk)
    with undo.step() as step:
        rows.remove("session", key)
    computers.at(computers.laptop)
    computers.merge(computers.desk)
    assert log.sessions(ann()) == []
    computers.at(computers.desk)
    undo.revert(step)
    computers.merge(computers.laptop)
    there = computers.content()
    assert len(log.sessions(ann())) == 1
    computers.at(computers.laptop)
    computers.merge(computers.desk)
    assert computers.content() == there


def test_many_rows_that_were_taken_back_are_noted_by_what_they_hang_below(
    computers: Computers,
) -> None:
    computers.at(computers.desk)
    with undo.step() as step:
        log.add_sessions(ann(), [SQUATS] * 250, imports.add_import(ann(), "a.csv", "CSV", DAY, ""))
    again = undo.revert(step)
    assert rows.fetch("SELECT place, count(*) FROM gone GROUP BY 1") == [
        ("import", 1),
        ("session", 250),
    ]
    undo.revert(again)
    assert rows.fetch("SELECT * FROM gone") == []


def test_what_came_with_a_merge_is_not_deleted_elsewhere_when_that_is_taken_back(
    computers: Computers,
) -> None:
    computers.at(computers.laptop)
    log.add_session(ann(), SQUATS)
    computers.at(computers.desk)
    undo.revert(computers.merge(computers.laptop))
    computers.at(computers.laptop)
    computers.merge(computers.desk)
    assert len(log.sessions(ann())) == 1


def test_what_came_with_a_document_is_not_deleted_elsewhere_either(computers: Computers) -> None:
    computers.at(computers.laptop)
    log.add_session(ann(), SQUATS)
    (known,) = log.sessions(ann())
    computers.at(computers.desk)
    with undo.step() as step:
        log.add_session(ann(), replace(SQUATS, uid=known.uid))
    undo.revert(undo.revert(undo.revert(step)))
    assert rows.fetch("SELECT * FROM gone") == []


def names() -> dict[str, str]:
    return dict(rows.fetch("SELECT uid, name FROM session"))


class Sitting:
    """Somebody at a computer, who can take back what was done there."""

    def __init__(self, path: Path, computers: Computers) -> None:
        self._done: list[undo.Step] = []
        self._undone: list[undo.Step] = []
        computers.at(path)

    def act(self, what: str, pick: int) -> None:
        if what in ("undo", "redo"):
            both = self._done, self._undone
            these, those = both if what == "undo" else both[::-1]
            if these:
                those.append(undo.revert(these.pop()))
            return
        with undo.step() as step:
            _do(what, pick)
        self._done.append(step)
        self._undone.clear()


def _do(what: str, pick: int) -> None:
    name = f"{what} at {stamp()}"
    known = rows.fetch("SELECT id FROM session ORDER BY uid")
    if what == "add":
        log.add_session(ann(), replace(SQUATS, name=name))
    elif known and what == "rename":
        key = known[pick % len(known)][0]
        log.update_session(replace(log.session(key), name=name))
    elif known:
        rows.remove("session", known[pick % len(known)][0])


ACTS = st.tuples(st.sampled_from(["add", "rename", "delete", "undo", "redo"]), st.integers(0, 5))


@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=12, deadline=None
)
@given(
    sittings=st.lists(st.tuples(st.booleans(), st.booleans(), st.lists(ACTS, max_size=6))),
    desk_first=st.booleans(),
)
def test_the_later_act_wins_on_both_computers_whichever_merges_first(
    computers: Computers, sittings: list[tuple[bool, bool, list[tuple[str, int]]]], desk_first: bool
) -> None:
    computers.begin_anew()
    both, last = (computers.desk, computers.laptop), dict[str, str | None]()
    for at_desk, merges, acts in sittings:
        here, there = both if at_desk else both[::-1]
        sitting = Sitting(here, computers)
        if merges:
            computers.merge(there)
        for what, pick in acts:
            before = names()
            sitting.act(what, pick)
            after = names()
            changed = {uid for uid, _ in before.items() ^ after.items()}
            last |= {uid: after.get(uid) for uid in changed}
    first, second = both if desk_first else both[::-1]
    computers.at(first)
    computers.merge(second)
    assert names() == {uid: name for uid, name in last.items() if name is not None}
    merged = computers.content()
    computers.at(second)
    computers.merge(first)
    assert computers.content() == merged
