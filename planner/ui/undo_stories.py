"""Whom an undo is about: named where another lifter is shown, and shown once it is done."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from planner.coach import clients, lifter_lock
from planner.engine.terms import Lifter
from planner.language import tr
from planner.ui.action import Action, UndoHistory

if TYPE_CHECKING:
    from planner.ui.main_window import MainWindow


class UndoStories(QObject):
    """Says what Undo and Redo would do, and what they did."""

    def __init__(self, window: MainWindow, history: UndoHistory) -> None:
        super().__init__(window)
        self._window, self._history = window, history
        history.turned.connect(self._follow)
        history.begun.connect(window.status.clear_news)

    def undo(self) -> None:
        """Take the newest action back, but show first whom it is about."""
        action = self._history.next_undo()
        if self._refuses(action):
            return
        about = tr("Undo is about {name}: press again to take back “{what}”.")
        if action is None or not self._shows_first(action, about):
            self._turn(action, self._history.undo, undone=True)

    def redo(self) -> None:
        """Do again what was taken back last, but show first whom it is about."""
        action = self._history.next_redo()
        if self._refuses(action):
            return
        about = tr("Redo is about {name}: press again to do “{what}” once more.")
        if action is None or not self._shows_first(action, about):
            self._turn(action, self._history.redo, undone=False)

    def undo_unseen(self) -> None:
        """Take the newest action back, whomever it is about, but for a locked lifter."""
        action = self._history.next_undo()
        if not self._refuses(action):
            self._turn(action, self._history.undo, undone=True)

    def _turn(self, action: Action | None, there: Callable[[], None], undone: bool) -> None:
        """Turn an action, under a dialog when that takes long."""
        if action is None or not action.is_long() or self._history.look_elsewhere():
            there()
        else:
            from planner.ui import long_undo

            long_undo.turn(self._window, action, there, undone)

    def _refuses(self, action: Action | None) -> bool:
        """Say whether an action is about a locked lifter, whose data nobody is to see or change."""
        if action is None or action.lifter is None or not lifter_lock.is_shut(action.lifter):
            return False
        text = tr("That is about {name}, who is locked: show them and type the PIN first.")
        self._window.tell(text.format(name=action.lifter.name))
        return True

    def _shows_first(self, action: Action, words: str) -> bool:
        """Show the lifter of an action who is out of sight, and say so; False when in sight.

        Nobody can see what happens to a lifter who is not shown; one who is archived cannot be.
        """
        about, shown = action.lifter, self._window.lifter
        if about is None or about.id is None or (shown is not None and shown.id == about.id):
            return False
        if all(about.id != each.id for each in clients.lifters()):
            return False
        self._window.show_lifter(about.id)
        self._window.tell(words.format(name=about.name, what=action.text()))
        return True

    def note_lifter(self, before: Lifter | None, last: Action | None) -> None:
        """Note whom the actions after `last` were about: who was shown `before`, or who is since.

        Somebody who was archived is meant, not who is shown instead.
        """
        actions = [each for each in self._history.since(last) if each.lifter is None]
        if not actions:
            return
        stays = before is not None and any(before.id == each.id for each in clients.lifters())
        for action in actions:
            action.lifter = self._window.lifter if stays or before is None else before
        self.show()

    def show(self) -> None:
        """Say what Undo and Redo are about, in the bar and in the menu."""
        window, stack = self._window, self._history.stack
        undo, redo = map(self._text, (self._history.next_undo(), self._history.next_redo()))
        window.bar.show_undo(undo)
        if self._history.is_forgotten():
            window.bar.undo.setToolTip(
                tr("Nothing to undo here: another program changed your data since")
            )
        window.menus.undo.setText(tr("&Undo {what}").format(what=undo).rstrip())
        window.menus.redo.setText(tr("&Redo {what}").format(what=redo).rstrip())
        window.menus.undo.setEnabled(stack.canUndo())
        window.menus.redo.setEnabled(stack.canRedo())

    def _text(self, action: Action | None) -> str:
        """Return an action's label, with its lifter where another one is shown."""
        if action is None or (action.lifter is not None and lifter_lock.is_shut(action.lifter)):
            return ""
        return f"{action.text()} ({name})" if (name := self._other(action)) else action.text()

    def _other(self, action: Action) -> str:
        """Return whom an action is about; '' for who is shown, or when the label says it."""
        about, shown = action.lifter, self._window.lifter
        same = about is None or (shown is not None and shown.id == about.id)
        return "" if same or about is None or about.name in action.text() else about.name

    def _follow(self, action: Action, undone: bool) -> None:
        """Show whom an action was about, and say what was done."""
        name, about = self._other(action), action.lifter
        if about is not None and any(about.id == each.id for each in clients.lifters()):
            self._window.lifter_stories.remember(about.id)
        text = tr("Undone: {what}") if undone else tr("Done again: {what}")
        what = f"{action.text()} – {name}" if name else action.text()
        self._window.tell(text.format(what=what))
