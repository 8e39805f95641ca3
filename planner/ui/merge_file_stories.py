"""What the window does with another computer's file: take one, merge it, say what came."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from planner.coach.counts import lifters
from planner.coach.handing_over import SUFFIX
from planner.coach.merging import Merged
from planner.coach.wording import in_row
from planner.language import tr
from planner.ui import file_dialog, folders, merge_changes
from planner.ui.asking import nothing
from planner.ui.merge_file_dialog import MergeFileDialog

if TYPE_CHECKING:
    from planner.ui.main_window import MainWindow

MOST_NAMED = 2  # lifters
MOST_TOLD = 3  # kinds of things of a lifter in the status bar; the preview had them all
Then = Callable[[], object]
SUFFIXES = (SUFFIX, ".db")


def choose(window: MainWindow) -> None:
    """Ask for a file that was handed over, or another computer's database, and merge it."""
    name = file_dialog.to_open(
        window, tr("Choose a file to merge"), str(folders.of_downloads()),
        tr("Handed over, or a database (*.planner *.db);;All files (*)"),
    )  # fmt: skip
    if name:
        merge(window, folders.chosen(name))


def take(window: MainWindow, paths: Sequence[Path]) -> None:
    """Take files from elsewhere: what was handed over is merged, then all else imported as logs."""
    if window.look_only.is_on():
        text = tr("{name} cannot be taken in here: this window only looks.")
        window.tell_trouble(text.format(name=in_row(path.name for path in paths)))
        return
    others = [path for path in paths if path.suffix.lower() in SUFFIXES]
    logs = [path for path in paths if path not in others]
    _take_in_turn(window, others, logs)


def _take_in_turn(window: MainWindow, others: Sequence[Path], logs: Sequence[Path]) -> None:
    if others:
        merge(window, others[0], partial(_take_in_turn, window, others[1:], logs))
    elif logs:
        window.file_stories.import_log(logs)


def merge(window: MainWindow, path: Path, then: Then = nothing) -> None:
    """Show what a file would change, and merge it if that is wanted; `then` follows in any case."""
    with window.finished_edits():
        dialog = MergeFileDialog(window, path, window.today())
    dialog.begun.connect(window.backup_stories.make_way)  # a merge makes its own
    dialog.merged.connect(lambda merged: _keep(window, path, merged))
    dialog.finished.connect(dialog.deleteLater)
    dialog.finished.connect(lambda _result: QTimer.singleShot(0, window, then))
    dialog.begin()


def _keep(window: MainWindow, path: Path, merged: Merged) -> None:
    label = tr("Merge {file}").format(file=path.name)
    window.history.note(label, merged.step)
    window.backup_stories.show_last()
    text = tr("{file} is merged: {what}. Ctrl+Z takes that back.")
    window.tell(text.format(file=path.name, what=_said(merged)))


def _said(merged: Merged) -> str:
    """Say what came: for each lifter what is new, changed or went; of many how many they are.

    The line has no room for more, and says at its end how to take the merge back.
    """
    if len(merged.lifters) > MOST_NAMED:
        return lifters(len(merged.lifters))
    parts = []
    for lifter in merged.lifters:
        made = merge_changes.in_words(lifter.name, lifter.counts[:MOST_TOLD])
        done = (
            (tr("{what} new"), made.new),
            (tr("{what} changed"), made.changed),
            (tr("{what} deleted"), made.deleted),
        )
        words = [text.format(what=what) for text, what in done if what != merge_changes.NOTHING]
        if words:
            parts.append(f"{lifter.name}, {'; '.join(words)}")
    library = tr("exercises and settings") if merged.library else tr("nothing new")
    return " · ".join(parts) or library
