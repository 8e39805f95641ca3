"""Export data: ask what of whom and where to, write it, say how it went."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from planner.coach import exporting, lifter_lock
from planner.coach.export_files import Kind
from planner.language import filled, passage, tr
from planner.ui import counts
from planner.ui.export_dialog import ExportDialog
from planner.ui.export_run import Exported, ExportRun

if TYPE_CHECKING:
    from planner.ui.main_window import MainWindow


def ask(window: MainWindow, kind: Kind = Kind.SPREADSHEET) -> None:
    """Open the dialog for the lifter in sight."""
    now = datetime.combine(window.today(), datetime.now().time())
    locked = lifter_lock.shut(include_archived=True)
    dialog = ExportDialog(window, exporting.lifters(), window.lifter_id(), now, locked)
    dialog.choose(kind)
    run = ExportRun(dialog)
    dialog.wanted.connect(lambda: run.begin(dialog.targets()))
    dialog.stopped.connect(run.stop)
    run.progressed.connect(dialog.show_percent)
    run.done.connect(partial(_tell_written, window, dialog))
    run.broke.connect(partial(_tell_unwritten, dialog))
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()


def _tell_written(window: MainWindow, dialog: ExportDialog, made: Exported) -> None:
    missing = passage(made.missing)
    if not made.paths:
        dialog.tell(missing)
        return
    dialog.place.remember()
    dialog.accept()
    all_shown = len(dialog.lifter_ids()) == len(exporting.lifters())
    locked = lifter_lock.left_out() if all_shown else ""
    said = f"{_said(made)}." if locked and not missing else _said(made)
    window.tell(passage(filter(None, (said, missing, locked))))


def _said(made: Exported) -> str:
    if len(made.paths) == 1:
        said = tr("{what} written to {path}").format(what=made.said[0], path=made.paths[0])
    else:
        pattern = tr("{files} written to {folder}")
        said = pattern.format(files=counts.files(len(made.paths)), folder=made.paths[0].parent)
    said = f"{said}; {made.left_out}" if made.left_out else said
    return f"{said}." if made.missing else said


def _tell_unwritten(dialog: ExportDialog, path: Path, error: Exception) -> None:
    if not isinstance(error, OSError | ValueError):
        dialog.tell("")
        raise error
    why = (error.strerror if isinstance(error, OSError) else "") or str(error)
    problem = tr("{path} cannot be written: {why}. Choose another place.")
    dialog.tell(filled(problem, path=path, why=why))
