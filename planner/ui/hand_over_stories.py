"""What the window does to hand lifters over: ask who and where, write the file, say what went."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from planner.coach import handing_over, lifter_lock, passphrase
from planner.coach.files import DatabaseProblem
from planner.coach.handing_over import HandedOver
from planner.language import tr
from planner.ui import file_dialog, folders
from planner.ui.doing_dialog import DoingDialog
from planner.ui.hand_over_dialog import HandOverDialog

if TYPE_CHECKING:
    from planner.ui.main_window import MainWindow


def ask(window: MainWindow) -> None:
    """Ask whom to hand over, and how."""
    with window.finished_edits():
        lifters, protected = lifter_lock.lifters(), passphrase.is_set()
        shown, locked = window.lifter_id(), lifter_lock.shut()
        dialog = HandOverDialog(window, lifters, shown, protected, locked)
    dialog.wanted.connect(lambda: _ask_where(window, dialog))
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()


def _ask_where(window: MainWindow, dialog: HandOverDialog) -> None:
    suggested = folders.folder() / handing_over.file_name(dialog.lifter_ids(), datetime.now())
    kind = tr("Handed over (*{suffix})").format(suffix=handing_over.SUFFIX)
    name, _kind = file_dialog.to_save(dialog, tr("Hand over"), str(suggested), kind)
    if not name:
        return
    path = folders.chosen(name)
    if path.suffix.lower() != handing_over.SUFFIX:
        path = path.with_name(path.name + handing_over.SUFFIX)
    dialog.accept()
    _write(window, dialog, path)


def _write(window: MainWindow, chosen: HandOverDialog, path: Path) -> None:
    doing = DoingDialog(window, tr("Hand over"), tr("Writing {file}…").format(file=path.name))
    work = handing_over.write(
        chosen.lifter_ids(),
        path,
        private=chosen.private.isChecked(),
        plan_only=chosen.plan_only.isChecked(),
        progress=doing.page.show_rows,
    )
    doing.parts.broke.connect(partial(_tell_unwritten, window, path))
    doing.begin(work, partial(_tell, window))


def _tell(window: MainWindow, done: HandedOver) -> None:
    text = tr("{what} written to {path}").format(what=done.words(), path=done.path)
    window.tell(f"{text}; {done.left_out}" if done.left_out else text)


def _tell_unwritten(window: MainWindow, path: Path, error: Exception) -> None:
    if isinstance(error, OSError):
        problem = tr("{path} cannot be written: {why}. Choose another place.")
        window.tell_trouble(problem.format(path=path, why=error.strerror))
    elif isinstance(error, DatabaseProblem):
        window.tell_trouble(str(error))
    else:
        raise error
