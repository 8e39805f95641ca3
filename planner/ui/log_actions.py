"""What is done to the session that is open: add an exercise, finish it; buttons and keys."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from planner.coach import session_result
from planner.coach.logging import SessionView
from planner.engine.terms import Technique
from planner.language import tr
from planner.ui import card_menu
from planner.ui.result_line import left_open
from planner.ui.session_header import COPY_TEXT, SESSION_NOTE
from planner.ui.session_pane import SessionPane
from planner.ui.widgets import button
from planner.ui.writing import writes


class LogActions:
    """Two buttons for the window's bar, and keys that work wherever `owner` has the focus."""

    def __init__(self, owner: QWidget, add: Callable[[], None], finish: Callable[[], None]) -> None:
        self._owner = owner
        self.add = button(tr("Add exercise"))
        self.finish = button(tr("Finish session"), "primary")
        for made, short in ((self.add, tr("Add")), (self.finish, tr("Finish"))):
            made.setProperty("short", short)  # in a narrow window
            made.setAccessibleName(made.text())
        adding, finishing = self.key("Ctrl+E", add), self.key("Ctrl+Return", finish)
        writes(adding, finishing, self.add, self.finish)
        self.add.clicked.connect(adding.trigger)
        self.finish.clicked.connect(finishing.trigger)
        self.add.setToolTip(_keys(adding))
        self._finish_keys = _keys(finishing)

    def key(self, keys: str, do: Callable[[], None]) -> QAction:
        """Let keys do something."""
        action = QAction(self._owner)
        action.setShortcut(QKeySequence(keys))
        action.triggered.connect(lambda: do())
        self._owner.addAction(action)
        return action

    def work_with(self, pane: SessionPane) -> None:
        """Let keys log in a session: repeat a set, take the load offered, rate the technique, and
        arrange the exercise in focus."""
        key = partial(self._key_of, pane)
        writes(key("Ctrl+D", pane.commands.repeat))
        writes(key("Ctrl+J", pane.commands.take_load))
        for number, technique in enumerate(Technique, start=1):
            writes(key(f"Alt+{number}", partial(pane.remarks.rate, technique)))
        self._arrange_with(pane)

    def _key_of(self, pane: SessionPane, keys: str, do: Callable[[], None]) -> QAction:
        """Let keys do something to a session, but to none that is out of sight."""
        return self.key(keys, lambda: None if pane.isHidden() else do())

    def _arrange_with(self, pane: SessionPane) -> None:
        """Let keys swap, move and note the exercise in focus, open its menu, note the session."""
        key = partial(self._key_of, pane)
        writes(key(card_menu.SWAP, pane.commands.swap))
        for places, known in ((-1, card_menu.UPWARDS), (1, card_menu.DOWNWARDS)):
            for each in known:
                writes(key(each, partial(pane.commands.move, places)))
        writes(key(card_menu.NOTE, pane.commands.note))
        writes(key(SESSION_NOTE, pane.header.edit_note))
        key(COPY_TEXT, pane.header.copy_text)
        action = QAction(pane)
        action.setShortcut(QKeySequence("Shift+F10"))
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        action.triggered.connect(pane.commands.open_menu)
        writes(action)
        pane.addAction(action)
        pane.menu_wanted.connect(action.trigger)

    def show_for(self, view: SessionView | None) -> None:
        """Offer what the open session allows; None when there is none."""
        open_now = view is not None and not view.session.finished
        self.add.setEnabled(view is not None)
        self.finish.setVisible(view is None or open_now)
        self.finish.setEnabled(open_now)
        left = left_open(session_result.open_sets(view)) if view is not None else ""
        self.finish.setToolTip("\n".join(filter(None, (self._finish_keys, left))))


def _keys(action: QAction) -> str:
    return action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
