"""What is typed and not on disk when something else is shown, or nothing: stored, told, asked."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout

from planner.coach import lifter_lock, logging
from planner.engine.terms import N_
from planner.language import tr
from planner.ui import kept_up, log_words
from planner.ui.fitting import fit_screen
from planner.ui.half_typed import HalfTyped
from planner.ui.top_bar import TabName
from planner.ui.widgets import button, column, row, wrapped

if TYPE_CHECKING:
    from planner.ui.log_tab import LogTab
    from planner.ui.main_window import MainWindow
    from planner.ui.planner_tab import PlannerTab

WIDTH = 460  # px


class Way(NamedTuple):
    """How what is typed may go: what is on the button for that, and a word what it means."""

    button: str
    meaning: str


QUITTING = Way(
    N_("&Quit without them"),
    N_("Something is missing there, or looks like a slip. Quitting now loses it."),
)
RESTORING = Way(
    N_("&Restore without them"),
    N_("Something is missing there, or looks like a slip. Restoring now loses it."),
)


class Leaving(QObject):
    """Lets the window be closed, or go on, once nothing typed is lost by that, or is given up."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._given_up = False

    def may_close(self) -> bool:
        """Store what is typed, or tell or ask about it; say whether the window may go."""
        tabs = self._window.tabs
        if unread := tabs.finish_edits():
            self._window.tell_unread(unread)
            return False
        log = tabs.known_log()
        return self._given_up or log is None or self.settled(log, QUITTING, self._give_up)

    def settled(self, log: LogTab, way: Way, then: Callable[[], None]) -> bool:
        """Store what is typed and whole, and say whether that is all; else ask about the rest, with
        what is to follow `then` where that is given up."""
        log.session.settle()
        left = [each for each in log.session.half_typed() if _is_lost(each)]
        if left and not self._window.findChildren(UnstoredDialog):
            self._ask(left, way, then)
        return not left

    def finish(self, planner: PlannerTab) -> str:
        """Store what is half typed in the plan; return what cannot be stored, or ''."""
        window, typed = self._window, planner.half_typed()
        if typed and window.history.look_elsewhere() and not self._is_there(planner):
            return typed
        return planner.finish_edit(window.lifter.id if window.lifter is not None else None)

    def _is_there(self, planner: PlannerTab) -> bool:
        """Say whether another program left what is half typed in the plan where it was."""
        if self._window.lifter is None:
            planner.forget()
        else:
            kept_up.planner(self._window)
        return bool(planner.half_typed())

    def _ask(self, left: Sequence[HalfTyped], way: Way, then: Callable[[], None]) -> None:
        dialog = UnstoredDialog(self._window, left, way)
        dialog.accepted.connect(partial(self._go_back, left[0]))
        dialog.given_up.connect(then)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _go_back(self, half: HalfTyped) -> None:
        """Show the session in which something is half-typed; that of another lifter is in sight."""
        window = self._window
        if window.lifter is None or half.lifter_id != window.lifter.id:
            window.tab_name = TabName.LOG
            window.show_lifter(half.lifter_id)
        elif (session_id := logging.session_of(half.card)) is not None:
            window.show_session(session_id, half.card.exercise.slug)

    def _give_up(self) -> None:
        self._given_up = True
        self._window.close()


def _is_lost(half: HalfTyped) -> bool:
    return bool(half.texts()) and logging.session_of(half.card) is not None


class UnstoredDialog(QDialog):
    """Lists what is half-typed; accepted to go back to it."""

    given_up = Signal()

    def __init__(self, window: MainWindow, left: Sequence[HalfTyped], way: Way) -> None:
        super().__init__(window)
        self.setWindowTitle(tr("Workout Planner"))
        self.setFixedWidth(WIDTH)
        layout = column(self, margin=24, spacing=12)
        layout.addWidget(wrapped(tr("Something typed is not stored yet"), "title", self))
        locked = {each.id: each.name for each in lifter_lock.shut(include_archived=True)}
        for line in dict.fromkeys(_line(each, window.today(), locked) for each in left):
            layout.addWidget(wrapped(line, parent=self))
        layout.addWidget(wrapped(tr(way.meaning), "muted", self))
        layout.addLayout(self._foot(way))
        fit_screen(layout)

    def _foot(self, way: Way) -> QHBoxLayout:
        line = row()
        leave = button(tr(way.button), parent=self)
        leave.setAutoDefault(False)
        leave.clicked.connect(self.reject)
        leave.clicked.connect(self.given_up)
        back = button(tr("&Go back"), "primary", self)
        back.setDefault(True)
        back.clicked.connect(self.accept)
        line.addWidget(leave)
        line.addStretch(1)
        line.addWidget(back)
        return line


def _line(half: HalfTyped, today: date, locked: Mapping[int | None, str]) -> str:
    """Say what is half-typed; of a lifter who is locked (names by id), only whose it is."""
    if half.lifter_id in locked:
        return tr("{name} is locked. Type the PIN first.").format(name=locked[half.lifter_id])
    text = tr("{exercise} · {day}: {typed}")
    day = log_words.day(half.card.on, today)
    typed = " · ".join(half.texts())
    return text.format(exercise=half.card.exercise.name, day=day, typed=typed)
