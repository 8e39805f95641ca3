"""Hand data out: where to, what, and whether what is private goes along."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication

from planner.coach import exporting, private_answers
from planner.ui import counts, file_dialog, folders
from planner.ui.private_question import PrivateQuestion
from planner.ui.worker import Progress, Work

if TYPE_CHECKING:
    from planner.ui.main_window import MainWindow


class _Wanted(NamedTuple):
    """Whose data go where; a table holds the log alone."""

    lifter_id: int | None
    chosen: Path
    as_table: bool
    private: bool = False


def ask_where(window: MainWindow) -> None:
    """Write the lifter's log as CSV, or everything of them or of all as JSON."""
    one = _tr("One lifter, everything (*.json)")
    every = _tr("All lifters, everything (*.json)")
    table = _tr("Log as a table (*.csv)")
    suggested = folders.folder() / f"planner-{window.today():%Y-%m-%d}.csv"
    name, kind = file_dialog.to_save(
        window, _tr("Export"), str(suggested), ";;".join((table, one, every))
    )
    if name:
        chosen = folders.chosen(name)
        lifter_id = None if kind == every else window.lifter_id()
        # The dialog begins with a table and a name in .csv: of the two only '.json' was meant.
        as_table = kind == table and chosen.suffix.lower() != ".json"
        _ask_private(window, _Wanted(lifter_id, chosen, as_table))


def _ask_private(window: MainWindow, wanted: _Wanted) -> None:
    """Ask whether private answers go along, where there are any and the file can hold them."""
    if wanted.as_table or not private_answers.are_kept(wanted.lifter_id):
        _export(window, wanted)
        return
    asked = PrivateQuestion(window)
    asked.accepted.connect(
        lambda: _export(window, wanted._replace(private=asked.private.isChecked()))
    )
    asked.finished.connect(asked.deleteLater)
    asked.open()


def _export(window: MainWindow, wanted: _Wanted) -> None:
    suffix = ".csv" if wanted.as_table else ".json"
    typed = wanted.chosen.suffix.lower() == suffix
    path = wanted.chosen if typed else wanted.chosen.with_suffix(suffix)
    if path != wanted.chosen and path.exists():
        taken = _tr("{path} is there already; nothing was written. Choose another name.")
        window.tell(taken.format(path=path), trouble=True)
        return
    window.tell(_tr("Writing {path}…").format(path=path))
    work = Work(_writing(wanted, path), window)
    work.succeeded.connect(partial(_tell_written, window, path, _left_out(wanted)))
    work.broke.connect(partial(_tell_unwritten, window, path))
    work.start()


def _writing(wanted: _Wanted, path: Path) -> Callable[[Progress], str]:
    """Read what to hand out here, where the database is; return the work of writing it, which
    returns what was written."""
    if wanted.as_table:
        table = exporting.table(wanted.lifter_id)
        return lambda _progress: counts.sets(exporting.write_csv(table, path))
    document = exporting.document(wanted.lifter_id, wanted.private)
    said = exporting.contents(document)

    def write(_progress: Progress) -> str:
        exporting.write_json(document, path)
        return said

    return write


def _left_out(wanted: _Wanted) -> str:
    """Say what of a document stays here, where there is any of it."""
    if wanted.as_table or wanted.private or not private_answers.are_kept(wanted.lifter_id):
        return ""
    return private_answers.LEFT_OUT


def _tell_written(window: MainWindow, path: Path, left_out: str, what: str) -> None:
    done = _tr("{what} written to {path}").format(what=what, path=path)
    window.tell(f"{done}; {left_out}" if left_out else done)


def _tell_unwritten(window: MainWindow, path: Path, error: Exception) -> None:
    if not isinstance(error, OSError):
        raise error
    problem = _tr("{path} cannot be written: {why}. Choose another place.")
    window.tell(problem.format(path=path, why=error.strerror), trouble=True)


def _tr(text: str) -> str:
    return QCoreApplication.translate("FileStories", text)
