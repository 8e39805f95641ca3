"""Undo for everything: one command class, and the history that the window works with."""

from __future__ import annotations

from collections.abc import Callable
from itertools import takewhile

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from planner.coach import steps
from planner.coach.files import DatabaseProblem, NotStored
from planner.coach.lost_file import FileLost
from planner.coach.refused import Refused
from planner.coach.steps import ChangedElsewhere, Step, UndoConflict
from planner.engine.terms import Lifter
from planner.language import tr

LONG_ROWS = 2000  # written by an action whose turn takes too long to be done in one piece
UNDO_LIMIT = 200  # actions; an import's step may hold thousands of statements


class Action(QUndoCommand):
    """Something already done that can be taken back, and done again.

    The work itself runs before the action is pushed, so that work that fails is never on the
    stack; the redo() that QUndoStack calls on push therefore finds nothing left to do. `lifter`
    is whom it was about.
    """

    def __init__(self, label: str, step: Step) -> None:
        super().__init__(label)
        self.lifter: Lifter | None = None
        self.step = step
        self._done = True
        self._prepared: Step | DatabaseProblem | None = None
        self.problem: DatabaseProblem | None = None

    def is_long(self) -> bool:
        """Say whether its turn is to be prepared part by part."""
        return self.step.rows >= LONG_ROWS

    def prepare(self, turned: Step | DatabaseProblem) -> None:
        """Take what reversing the step has made, so that the next turn only notes that."""
        self._prepared = turned

    def redo(self) -> None:
        """Do it again."""
        self._turn(done=True)

    def undo(self) -> None:
        """Take it back."""
        self._turn(done=False)

    def _turn(self, done: bool) -> None:
        self.problem = None
        if done == self._done:
            return
        turned, self._prepared = self._prepared or self._reverted(), None
        if isinstance(turned, DatabaseProblem):
            self.problem = turned
        else:
            self.step, self._done = turned, done

    def _reverted(self) -> Step | DatabaseProblem:
        try:
            return steps.revert(self.step)
        except DatabaseProblem as problem:
            return problem


class UndoHistory(QObject):
    """What was done in this window, newest last.

    `changed` asks to read the file again; `failed` carries a sentence for the user;
    `forgotten` says that another program wrote, so that nothing older can be taken back; `lost`
    carries the FileLost when the file is not the one that was opened; `turned` carries the Action
    that was taken back, or (False) done again. `begun` says that something is about to be done, or
    noted: what was told before is old.
    """

    begun = Signal()
    changed = Signal()
    failed = Signal(str)
    forgotten = Signal()
    lost = Signal(object)
    turned = Signal(object, bool)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.stack = QUndoStack(self)
        self.stack.setUndoLimit(UNDO_LIMIT)
        self._shared = False  # whether another program has ever written
        self._forgotten = False  # whether it did after what was done here last

    def do(
        self,
        label: str,
        work: Callable[[], object],
        after: Callable[[object], None] | None = None,
        adds: bool = False,
    ) -> bool:
        """Run a write as one undoable action, hand its result to `after`, say if it was done.

        When another program wrote since the data were read, nothing is done: the write may be
        about a row that is another one now. What only `adds` something is about none.
        """
        self.begun.emit()
        if adds:
            self.look_elsewhere()
        try:
            result, step = steps.do_as_seen(work)
        except (DatabaseProblem, Refused) as problem:
            self.refuse(problem)
            return False
        except NotStored:
            if not self._shared:
                raise
            self._forget()
            self.failed.emit(self._gone())
            return False
        if step.statements:
            self._forgotten = False
            self.stack.push(Action(label, step))
        if after is not None:
            after(result)
        self.changed.emit()
        return True

    def note(self, label: str, step: Step) -> None:
        """Take note of a write that was done part by part, as one undoable action."""
        self.begun.emit()
        if step.statements:
            self._forgotten = False
            self.stack.push(Action(label, step))
        self.changed.emit()

    def _gone(self) -> str:
        return tr("Not done: another program took away what this was about. All is shown anew.")

    def next_undo(self) -> Action | None:
        """Return the newest action that is done."""
        return self._action(self.stack.index() - 1)

    def since(self, last: Action | None) -> list[Action]:
        """Return what was done since an action was the newest, the newest first."""
        done = (self._action(index) for index in reversed(range(self.stack.index())))
        return list(takewhile(lambda action: action is not last, filter(None, done)))

    def next_redo(self) -> Action | None:
        """Return the action that was taken back last."""
        return self._action(self.stack.index())

    def _action(self, index: int) -> Action | None:
        action = self.stack.command(index) if 0 <= index < self.stack.count() else None
        return action if isinstance(action, Action) else None

    def undo(self, quietly: bool = False) -> None:
        """Take the newest action back; quietly, when nobody asked for the action itself."""
        self._turn(self.next_undo(), self.stack.undo, self.stack.redo, quietly)

    def redo(self, quietly: bool = False) -> None:
        """Do the action that was taken back last again; quietly, when nobody asked for it."""
        self._turn(self.next_redo(), self.stack.redo, self.stack.undo, quietly)

    def _turn(
        self,
        action: Action | None,
        there: Callable[[], None],
        back: Callable[[], None],
        quietly: bool = False,
    ) -> None:
        if self.look_elsewhere() or action is None:
            return
        undone = action is self.next_undo()
        there()
        if action.problem is not None:
            self._give_up(action.problem, back)
            return
        if not quietly:
            self.turned.emit(action, undone)
        self.changed.emit()

    def _give_up(self, problem: DatabaseProblem, back: Callable[[], None]) -> None:
        back()
        if isinstance(problem, UndoConflict):
            self.stack.clear()
        self.refuse(problem)

    def refuse(self, problem: Exception) -> None:
        """Tell why something was not done."""
        if isinstance(problem, ChangedElsewhere):
            self._forget()
        self.failed.emit(str(problem))
        if isinstance(problem, FileLost):
            self.lost.emit(problem)

    def look_elsewhere(self) -> bool:
        """Forget everything when another program wrote to the file; say whether one did."""
        if not steps.changed_elsewhere():
            return False
        self._forget()
        return True

    def is_forgotten(self) -> bool:
        """Say whether there is nothing to take back because another program wrote since."""
        return self._forgotten and not self.stack.count()

    def _forget(self) -> None:
        self._shared = self._forgotten = True
        self.stack.clear()
        self.forgotten.emit()

    def clear(self) -> None:
        """Forget everything: the file is another one now."""
        self._forgotten = False
        self.stack.clear()
