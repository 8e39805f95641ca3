"""Give the database a passphrase, another one or none, while the window waits behind a dialog."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import ExitStack
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QDialog, QWidget

from planner.coach import files, passphrase
from planner.coach.files import Backup, DatabaseProblem
from planner.language import tr
from planner.ui.delete_backups_dialog import DeleteBackupsDialog
from planner.ui.dialog_foot import close_button
from planner.ui.passphrase_dialog import PassphraseDialog
from planner.ui.widgets import column, label, wrapped
from planner.ui.worker import Progress, Stopped, Work

if TYPE_CHECKING:
    from planner.ui.main_window import MainWindow


PAUSE_MS = 20


class _Change(NamedTuple):
    """What is under way: the new passphrase, '' for none, the earlier backups that are to go, and
    what opens the file again."""

    window: MainWindow
    dialog: PassphraseDialog
    new: str
    earlier: Sequence[Backup]
    closed: ExitStack


def show(window: MainWindow) -> QDialog:
    """Open the dialog; without the part that protects files, say how to get it."""
    window.tell_unread(window.tabs.finish_edits())
    if not passphrase.can_be_set():
        dialog: QDialog = HowToGet(window)
    else:
        path = window.database
        alike, readable = passphrase.opening_alike(path), passphrase.readable(path)
        dialog = PassphraseDialog(window, passphrase.is_set(), alike, readable)
        dialog.wanted.connect(partial(_check, window, dialog))
        dialog.deletion_wanted.connect(partial(_ask_to_delete, window, dialog))
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
    return dialog


class HowToGet(QDialog):
    """Says what is missing, and how to get it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Passphrase"))
        self.setFixedWidth(520)
        layout = column(self, margin=24, spacing=12)
        layout.addWidget(label(tr("One part is missing"), "title", self))
        told = tr(
            "A passphrase needs a part that does not come with every installation. Whoever "
            "installed the program can add it with this line, then start the program again:"
        )
        layout.addWidget(wrapped(told, parent=self))
        line = wrapped(passphrase.HOW_TO_GET, "", self)
        line.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        layout.addWidget(line)
        layout.addSpacing(8)
        layout.addWidget(close_button(self), 0, Qt.AlignmentFlag.AlignRight)


def _check(window: MainWindow, dialog: PassphraseDialog, present: str, new: str) -> None:
    """Begin once the present passphrase is known to be right, which takes a moment."""
    if not passphrase.is_set():
        _begin(window, dialog, new)
        return
    dialog.begin(tr("One moment…"))
    fits = passphrase.checking(present)
    work = Work(lambda _told: fits(), dialog)
    work.succeeded.connect(partial(_checked, window, dialog, new))
    work.start()


def _checked(window: MainWindow, dialog: PassphraseDialog, new: str, right: object) -> None:
    if right:
        _begin(window, dialog, new)
    else:
        dialog.tell(tr("The present passphrase is another one. Nothing was changed."))


def _begin(window: MainWindow, dialog: PassphraseDialog, new: str) -> None:
    """Begin once nothing else, like the day's backup, is under way: the file is closed then."""
    dialog.begin(tr("Writing the data anew…"))
    if window.findChildren(Work):
        QTimer.singleShot(PAUSE_MS, dialog, partial(_begin, window, dialog, new))
        return
    earlier = passphrase.opening_alike(window.database) if dialog.delete_old.isChecked() else []
    change = _Change(window, dialog, new, earlier, ExitStack())
    try:
        change_it = change.closed.enter_context(passphrase.changing(window.database, new))
    except DatabaseProblem as problem:
        dialog.tell(str(problem))
        return
    window.rest()
    work = Work(_heard(change_it, dialog), window)
    work.progressed.connect(dialog.show_percent)
    work.succeeded.connect(lambda left: _end(change, None, left))
    work.broke.connect(partial(_end, change))
    work.start()


def _heard(
    work: Callable[[Progress], object], dialog: PassphraseDialog
) -> Callable[[Progress], object]:
    """Let work end soon after somebody asked for that."""

    def run(told: Progress) -> object:
        def tell(done: int, total: int) -> None:
            if dialog.stopping:
                raise Stopped
            told(done, total)

        return work(tell)

    return run


def _end(change: _Change, error: Exception | None, left: Path | None = None) -> None:
    """Open the file again, as it is now or as it was, and say which; `left` is what could not be
    overwritten of it."""
    window, dialog = change.window, change.dialog
    try:
        with change.closed:
            if error is not None:
                raise error
    except Stopped:
        dialog.tell(tr("Stopped. Nothing was changed."))
    except (DatabaseProblem, OSError) as problem:
        dialog.tell(str(problem))
        if not files.is_open():
            dialog.done(QDialog.DialogCode.Rejected)
            window.stranded.emit(problem)
            return
    else:
        window.tell(_news(change, left), trouble=left is not None)
        _see_to_backups(change)
    window.refresh()


def _news(change: _Change, left: Path | None) -> str:
    if left is not None:
        told = tr(
            "The passphrase is as you wanted it, but the file of before could not be overwritten. "
            "It is still there, as {name}; the next start tries again."
        )
        return told.format(name=left.name)
    if not change.new:
        return tr("The passphrase is removed: anybody who gets at the file can read it now.")
    return tr("Your data are protected. The program asks for the passphrase at each start.")


def _see_to_backups(change: _Change) -> None:
    """Delete the earlier backups if that is wanted, else make one that opens as the file does."""
    if change.earlier:
        _delete(change.window, change.dialog, change.earlier)
        return
    change.dialog.done(QDialog.DialogCode.Accepted)
    if change.new:
        change.window.backup_stories.back_up_unsaid()


def _ask_to_delete(window: MainWindow, dialog: PassphraseDialog) -> None:
    """Ask before what anybody can read is deleted, though the data have a passphrase."""
    readable = passphrase.readable(window.database)
    question = DeleteBackupsDialog(dialog, len(readable))
    question.accepted.connect(partial(_delete, window, dialog, readable))
    question.finished.connect(question.deleteLater)
    question.open()


def _delete(window: MainWindow, dialog: PassphraseDialog, earlier: Sequence[Backup]) -> None:
    """Delete earlier backups; one that opens as the file does comes first."""
    window.backup_stories.make_way()
    dialog.begin(tr("Deleting the earlier backups…"))
    work = Work(_heard(passphrase.deleting(earlier), dialog), window)
    work.progressed.connect(dialog.show_percent)
    work.succeeded.connect(lambda _made: _deleted(window, dialog, None))
    work.broke.connect(partial(_deleted, window, dialog))
    work.start()


def _deleted(window: MainWindow, dialog: PassphraseDialog, error: Exception | None) -> None:
    """Close the dialog, and say why when not all of them are deleted."""
    dialog.done(QDialog.DialogCode.Accepted)
    window.backup_stories.show_last()
    if isinstance(error, Stopped):
        window.tell(tr("Stopped. Not all of the earlier backups are deleted."))
    elif isinstance(error, DatabaseProblem | OSError):
        told = tr("The earlier backups could not all be deleted: {why}")
        window.tell(told.format(why=error), trouble=True)
    elif error is not None:
        raise error
