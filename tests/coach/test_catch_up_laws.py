"""Laws of the memory of replays: after any writes it is what reading the whole log anew gives."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing, suppress
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from random import Random

from hypothesis import HealthCheck, example, given, settings, strategies as st

from planner.coach import readings, renewing, weighing
from planner.coach.remembered import Remembered
from planner.engine.terms import (
    CheckIn,
    Lifter,
    LoggedExercise,
    LoggedSet,
    Mesocycle,
    Session,
    SetKind,
)
from planner.storage import clients, imports, log, plan, undo
from planner.storage.base import open_connection

BEGAN = date(2026, 3, 2)
# The second one varies the first, and all but the last train the same muscles.
SLUGS = ("back-squat", "front-squat", "leg-press", "bench-press")
KINDS = (SetKind.WORK, SetKind.WORK, SetKind.WORK, SetKind.WARMUP)
LAST = date.max  # by then every weight is known


class Writer:
    """Writes to a lifter's log as `random` has it; each write is one step, which can be undone."""

    def __init__(self, database: Path, random: Random) -> None:
        self.lifter = clients.add_lifter(Lifter(name="Anyone", bodyweight_kg=None))
        self._database, self._random = database, random
        self._done: list[undo.Step] = []
        self._undone: list[undo.Step] = []

    def write(self, name: str) -> None:
        if name in ("undo", "redo", "fail", "in_no_step", "other_program"):
            getattr(self, name)()
            return
        with suppress(IndexError):  # nothing there to choose from
            with undo.step() as step:
                getattr(self, name)()
            self._done.append(step)

    def train(self) -> None:
        slots = tuple(self._slot() for _ in range(self._random.randint(0, 3)))
        log.add_session(self.lifter, Session(self._day(), slots, finished=True))

    def add_set(self) -> None:
        log.add_set(self._a_slot().id or 0, self._set())

    def change_set(self) -> None:
        old = self._random.choice(self._a_slot().sets)
        log.update_set(replace(self._set(), id=old.id, uid=old.uid))

    def delete_set(self) -> None:
        log.delete_set(self._random.choice(self._a_slot().sets).id or 0)

    def add_slot(self) -> None:
        log.add_logged_exercise(self._session().id or 0, self._slot())

    def delete_slot(self) -> None:
        log.delete_logged_exercise(self._a_slot().id or 0)

    def swap_exercise(self) -> None:
        slug = self._random.choice(SLUGS)
        log.update_logged_exercise(replace(self._a_slot(), exercise=slug))

    def swap_all(self) -> None:
        log.change_exercise(self.lifter, *self._random.sample(SLUGS, 2), self._day())

    def move_slot(self) -> None:
        sql = "UPDATE logged_exercise SET session_id = ? WHERE id = ?"
        open_connection().execute(sql, (self._session().id, self._a_slot().id))

    def move(self) -> None:
        log.update_session(replace(self._session(), on=self._day()))

    def trash(self) -> None:
        log.trash_session(self._session().id or 0)

    def purge(self) -> None:
        open_connection().execute("DELETE FROM session WHERE deleted_at > 0")

    def check_in(self) -> None:
        clients.save_check_in(self.lifter, CheckIn(self._day(), sleep=self._random.randint(1, 5)))

    def weigh(self) -> None:
        clients.record_bodyweight(self.lifter, self._day(), self._random.choice((70.0, 80.0)))

    def forget_weight(self) -> None:
        clients.forget_bodyweight(
            self.lifter, self._random.choice(clients.bodyweights(self.lifter))[0]
        )

    def change_lifter(self) -> None:
        made = clients.lifter(self.lifter)
        clients.update_lifter(replace(made, note=made.note + "."))

    def plan(self) -> None:
        plan.add_mesocycle(self.lifter, Mesocycle("Block", self._day()))

    def bring(self) -> None:
        key = imports.add_import(self.lifter, "", "", BEGAN, "0" * 64)
        log.add_sessions(self.lifter, [Session(self._day(), (self._slot(),))] * 2, key)

    def undo(self) -> None:
        if self._done:
            with suppress(undo.UndoConflict):
                self._undone.append(undo.revert(self._done.pop()))

    def redo(self) -> None:
        if self._undone:
            with suppress(undo.UndoConflict):
                self._done.append(undo.revert(self._undone.pop()))

    def fail(self) -> None:
        with suppress(ZeroDivisionError), undo.step():
            self.train()
            raise ZeroDivisionError

    def in_no_step(self) -> None:
        open_connection().execute("UPDATE logged_set SET rir = 1, changed_at = changed_at + 1")

    def other_program(self) -> None:
        with closing(sqlite3.connect(self._database, isolation_level=None)) as other:
            other.execute("UPDATE logged_set SET reps = reps + 1, changed_at = changed_at + 1")

    def _day(self) -> date:
        return BEGAN + timedelta(days=self._random.choice((0, 1, 2, 5, 9, 30, 90, 91)))

    def _set(self) -> LoggedSet:
        pick = self._random.choice
        kg = pick((60.0, 100.0, 102.5))
        return LoggedSet(kg, pick((0, 3, 5)), rir=pick((0, 2, 6, None)), kind=pick(KINDS), load=kg)

    def _slot(self) -> LoggedExercise:
        sets = tuple(self._set() for _ in range(self._random.randint(0, 3)))
        return LoggedExercise(self._random.choice(SLUGS), sets)

    def _session(self) -> Session:
        return self._random.choice(log.sessions(self.lifter))

    def _a_slot(self) -> LoggedExercise:
        return self._random.choice(self._session().exercises)


COMMON = ("train", "train", "add_set", "change_set", "delete_set", "move", "trash", "undo", "redo")
RARE = (
    "add_slot", "delete_slot", "swap_exercise", "swap_all", "purge", "check_in", "weigh",
    "forget_weight", "change_lifter", "plan", "bring", "fail", "in_no_step", "other_program",
    "move_slot", "weigh",
)  # fmt: skip
WRITES = st.lists(st.sampled_from(COMMON + RARE), max_size=4)


def fresh(lifter_id: int) -> Remembered:
    """Return what a program that has just started would read."""
    weights = readings.weights_known(lifter_id, LAST)
    lifter = weighing.first_weighed(clients.lifter(lifter_id), weights)
    reading = renewing.renewed(lifter_id, lifter, weights, None)
    while True:
        try:
            next(reading)
        except StopIteration as done:
            found: Remembered = done.value
            return found


def check(known: Remembered, anew: Remembered) -> None:
    prints = {slug: made or anew.source.prints[slug] for slug, made in known.source.prints.items()}
    assert list(known.replays.items()) == list(anew.replays.items())
    assert replace(known.source, prints=prints) == anew.source
    assert known.trained == anew.trained
    assert known.worked.everything() == anew.worked.everything()
    for on in (BEGAN, BEGAN + timedelta(days=30), LAST):
        assert known.worked.last_trained(on) == anew.worked.last_trained(on)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)
@example(  # a move undone while the stamps of the sets go on by as much
    rounds=[["swap_exercise", "weigh", "move"], ["undo", "in_no_step", "in_no_step"]], seed=440
)
@given(rounds=st.lists(WRITES, min_size=1, max_size=5), seed=st.integers(0, 99_999))
def test_what_is_caught_up_with_is_what_is_read_anew(
    database: Path, rounds: list[list[str]], seed: int
) -> None:
    writer = Writer(database, Random(seed))
    for _ in range(4):
        writer.write("train")
    for writes in [[], *rounds]:
        for name in writes:
            writer.write(name)
        check(readings._remembered(writer.lifter), fresh(writer.lifter))


def statements(work: Callable[[], object]) -> list[str]:
    """Return the statements that some work runs."""
    said: list[str] = []
    open_connection().set_trace_callback(said.append)
    try:
        work()
    finally:
        open_connection().set_trace_callback(None)
    return said


def test_after_a_set_is_logged_only_its_day_is_read(squatter: int, today: date) -> None:
    session = log.add_session(squatter, Session(today, (LoggedExercise("back-squat"),)))
    (slot,) = log.session(session).exercises
    before = readings.replays(squatter)["back-squat"]
    log.add_set(slot.id or 0, LoggedSet(100.0, 5, rir=2.0, load=100.0))
    said = statements(lambda: readings.replays(squatter))
    reads = [sql for sql in said if "logged_set" in sql]
    assert reads
    assert all(f'["{today}"]' in sql for sql in reads)
    after = readings.replays(squatter)["back-squat"]
    assert all(old is new for old, new in zip(before.steps, after.steps, strict=False))
    assert len(after.steps) == len(before.steps) + 1
