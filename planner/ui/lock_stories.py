"""What the window does with locked lifters: show no more than the name until the PIN is typed."""

from __future__ import annotations

from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QDialog

from planner.coach import files, lifter_lock, passphrase
from planner.coach.files import DatabaseProblem
from planner.engine.terms import Lifter
from planner.language import tr
from planner.ui.lock_page import LockPage
from planner.ui.menus import OF_LIFTER
from planner.ui.worker import Work

if TYPE_CHECKING:
    from planner.ui.lock_dialog import ForgottenDialog, LockDialog
    from planner.ui.main_window import MainWindow

MINUTE_MS = 60_000
_SIGNS_OF_LIFE = frozenset(
    {QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.Wheel, QEvent.Type.MouseMove}
)


class LockStories(QObject):
    """Decides at each refresh whether a lifter's data may be shown, and asks for the PIN."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.shut: Lifter | None = None  # who would be shown, but for the lock
        self.idle = QTimer(self)
        self.idle.setSingleShot(True)
        self.idle.timeout.connect(self.lock_now)
        self._watching = False

    @cached_property
    def page(self) -> LockPage:
        """What stands in the place of a locked lifter's data."""
        made = LockPage(self._window.pages)
        made.opened.connect(self._go_on)
        made.forgotten.connect(self._forgotten)
        self._window.pages.addWidget(made)
        return made

    def admitted(self, chosen: Lifter | None) -> Lifter | None:
        """Return the lifter if the data may be shown; the locks of all others close."""
        lifter_lock.close_others([chosen] if chosen is not None else [])
        self.shut = chosen if chosen is not None and lifter_lock.is_shut(chosen) else None
        shown = None if self.shut is not None else chosen
        self._watch(lifter_lock.minutes(shown) if shown is not None else 0)
        return shown

    def show_page(self, shut: Lifter) -> None:
        """Ask for the PIN in the place of the data; no line about anybody stays beside it."""
        comes = self._window.pages.currentWidget() is not self.page
        if self.page.show_lifter(shut) or comes:
            self._window.pages.setCurrentWidget(self.page)
            self._window.lifter_stories.sheets.show_unread()
            self._window.status.settle()
            self.page.ask()

    def _go_on(self) -> None:
        self._window.refresh()

    def refuses(self, action: QAction | None) -> bool:
        """Say whether an entry of a menu waits for the PIN, which is asked for then."""
        free = action is not None and not action.property(OF_LIFTER)
        if self.shut is None or free:
            return False
        told = tr("{name} is locked. Type the PIN first.")
        self._window.tell(told.format(name=self.shut.name))
        self.page.ask()
        return True

    # by itself
    def _watch(self, minutes: int) -> None:
        """Lock after some minutes without a sign of life; 0 for never."""
        app = QApplication.instance()
        if app is not None and self._watching != bool(minutes):
            self._watching = bool(minutes)
            (app.installEventFilter if minutes else app.removeEventFilter)(self)
        if minutes:
            self.idle.start(minutes * MINUTE_MS)
        else:
            self.idle.stop()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Begin to wait anew at each sign of life."""
        if event.type() in _SIGNS_OF_LIFE:
            self.idle.start()
        return super().eventFilter(watched, event)

    def lock_now(self) -> None:
        """Store what is half typed, close what is open over the window, and ask for the PIN."""
        lifter = self._window.lifter
        if not files.is_open():  # a backup takes its place, or fails to
            self.idle.start()
            return
        if lifter is None or not lifter_lock.is_set(lifter):
            return
        with self._window.finished_edits():
            for each in QApplication.topLevelWidgets():
                if isinstance(each, QDialog) and each.isVisible():
                    each.reject()
            lifter_lock.close(lifter)
            self._window.refresh()

    # the menu
    def show_dialog(self) -> LockDialog | None:
        """Let the lock of the lifter shown be set, changed or removed."""
        from planner.ui.lock_dialog import LockDialog

        lifter = self._window.lifter
        if lifter is None:
            return None
        is_set = lifter_lock.is_set(lifter)
        minutes = lifter_lock.minutes(lifter) if is_set else lifter_lock.USUAL_MINUTES
        dialog = LockDialog(self._window, lifter.name, is_set, minutes)
        dialog.wanted.connect(partial(self._keep, dialog, lifter))
        dialog.removed.connect(partial(self._remove, dialog, lifter))
        dialog.shut.connect(self.lock_now)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        return dialog

    def _knows(self, dialog: LockDialog, lifter: Lifter, present: str) -> bool:
        if not lifter_lock.is_set(lifter) or lifter_lock.unlock(lifter, present):
            return True
        dialog.tell(tr("The present PIN is another one. Nothing was changed."))
        return False

    def _keep(
        self, dialog: LockDialog, lifter: Lifter, present: str, new: str, minutes: int
    ) -> None:
        if not self._knows(dialog, lifter, present):
            return
        try:
            if new:
                lifter_lock.store_lock(lifter, new, minutes)
            else:
                lifter_lock.change_minutes(lifter, minutes)
        except DatabaseProblem as problem:
            dialog.tell(str(problem))
            return
        dialog.close_stored()
        self._window.tell(tr("{name} has a lock.").format(name=lifter.name))
        self._window.refresh()

    def _remove(self, dialog: LockDialog, lifter: Lifter, present: str) -> None:
        if self._knows(dialog, lifter, present):
            self._take_away(dialog, lifter)

    def _take_away(self, dialog: LockDialog | ForgottenDialog, lifter: Lifter) -> None:
        try:
            lifter_lock.remove(lifter)
        except DatabaseProblem as problem:
            dialog.tell(str(problem))
            return
        dialog.close_stored()
        self._window.tell(tr("{name} has no lock any more.").format(name=lifter.name))
        self._window.refresh()

    def _forgotten(self) -> None:
        from planner.ui.lock_dialog import ForgottenDialog

        if self.shut is None:
            return
        dialog = ForgottenDialog(self._window, self.shut.name, passphrase.is_set())
        dialog.removed.connect(partial(self._remove_forgotten, dialog, self.shut))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _remove_forgotten(self, dialog: ForgottenDialog, lifter: Lifter, words: str) -> None:
        if not passphrase.is_set():
            self._take_away(dialog, lifter)
            return
        dialog.begin()
        fits = passphrase.checking(words)
        work = Work(lambda _told: fits(), self)  # a fifth of a second
        work.succeeded.connect(partial(self._checked, dialog, lifter))
        dialog.rejected.connect(work.abandon)
        work.start()

    def _checked(self, dialog: ForgottenDialog, lifter: Lifter, right: object) -> None:
        if right:
            self._take_away(dialog, lifter)
        else:
            dialog.tell(tr("That is not the passphrase of the data."))
