"""Run one undoable step, take it back, or only try it."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager
from functools import partial
from typing import TypeVar

from planner.engine.terms import N_
from planner.language import tr
from planner.storage import database, turn, undo
from planner.storage.problems import DatabaseProblem
from planner.storage.undo import Step as Step, UndoConflict as UndoConflict

Result = TypeVar("Result")

_LOOK_AGAIN = N_("Not done: another program changed your data. Look at them, then do it again.")


class ChangedElsewhere(DatabaseProblem):
    """Another program wrote since that was last asked, so what was read may be out of date."""


def changed_elsewhere() -> bool:
    """Say whether another process wrote to the database since this was last asked."""
    return database.changed_elsewhere()


def do(work: Callable[[], Result]) -> tuple[Result, Step]:
    """Run a write in one transaction; return its result and the step that takes it back.

    When it raises, nothing was written.
    """
    with undo.step() as step:
        result = work()
    return result, step


def do_as_seen(work: Callable[[], Result]) -> tuple[Result, Step]:
    """Run a write like `do`, for somebody who decided on it by what was read before.

    Raises ChangedElsewhere, and writes nothing, when that may be out of date.
    """
    return do(partial(_as_seen, work))


def doing_as_seen(
    work: Generator[None, None, Result],
) -> Generator[None, None, tuple[Result, Step]]:
    """Do the same with a write that is done part by part; closing it leaves the file as it was."""
    return (yield from turn.keeping(_step(work)))


def _step(work: Generator[None, None, Result]) -> Generator[None, None, tuple[Result, Step]]:
    with undo.step() as step:
        _as_seen(lambda: None)
        result = yield from work
        yield from undo.taking_down()
    return result, step


def revert(step: Step) -> Step:
    """Take a step back; return the step that does it again.

    Raises ChangedElsewhere, and writes nothing, when what was read may be out of date.
    """
    return do_as_seen(partial(undo.revert, step))[1]


def reverting(step: Step) -> Generator[None, None, Step]:
    """Do the same part by part; closing the generator leaves the file as it was."""
    return (yield from doing_as_seen(undo.reverting(step)))[1]


def _as_seen(work: Callable[[], Result]) -> Result:
    # Asked inside the transaction, which keeps others from writing until it ends.
    if changed_elsewhere():
        raise ChangedElsewhere(tr(_LOOK_AGAIN))
    return work()


class _TrialOver(Exception):
    """Ends a trial, so that its step is rolled back."""


@contextmanager
def trial() -> Iterator[None]:
    """Let writes happen and be read back, then leave the file as it was."""
    try:
        with undo.step():
            yield
            raise _TrialOver
    except _TrialOver:
        return
