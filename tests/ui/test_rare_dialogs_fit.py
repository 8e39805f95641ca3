"""Dialogs that no menu opens on 1366 x 768 at 200 %, in German: whole, with no words cut off."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication, QDialog, QPushButton

from planner import language
from planner.coach import files, studio
from planner.coach.files import DamagedDatabase
from planner.coach.lost_file import FileLost, Loss
from planner.coach.missing_file import MissingDatabase
from planner.engine.terms import Exercise
from planner.storage import library
from planner.ui import hand_over_stories, screen_room, theme
from planner.ui.lock_dialog import ForgottenDialog
from planner.ui.lost_file_dialog import LostFileDialog
from planner.ui.main_window import MainWindow
from planner.ui.merge_exercises_dialog import MergeExercisesDialog
from planner.ui.opening_dialog import OpeningDialog
from planner.ui.opening_lock import AlreadyOpen
from planner.ui.printing_studio import StudioDialog
from planner.ui.screen_room import FRAME

from . import cut_off

SMALL = QSize(683, 384)  # points
Make = Callable[[MainWindow, Path], object]
RARE: dict[str, Make] = {
    "replaced": lambda window, kept: LostFileDialog(
        window, FileLost(window.database, Loss.REPLACED), kept
    ),
    "gone": lambda window, kept: LostFileDialog(
        window, FileLost(kept.with_name("gone.db"), Loss.GONE), kept
    ),
    "damaged": lambda window, kept: OpeningDialog(
        window.database, DamagedDatabase("Seite 3 ist beschädigt.", kept), window
    ),
    "missing": lambda window, kept: OpeningDialog(
        window.database, MissingDatabase(window.database, kept), window
    ),
    "open already": lambda window, kept: OpeningDialog(
        window.database, AlreadyOpen("Ein anderes Fenster hat sie."), window, kept
    ),
    "forgotten PIN": lambda window, _kept: ForgottenDialog(window, "Anna", protected=False),
    "studio": lambda window, _kept: StudioDialog(studio.studio(), window),
    "merge exercises": lambda window, _kept: _merging(window),
    "hand over": lambda window, _kept: hand_over_stories.ask(window),
}


def _merging(window: MainWindow) -> MergeExercisesDialog:
    library.save_exercise(Exercise("own", "Kniebeuge mit der langen Hantel", custom=True))
    return MergeExercisesDialog(window, "own", "back-squat")


@pytest.fixture
def german(
    qapp: QApplication, lifter: int, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> Iterator[MainWindow]:
    theme.apply(qapp, theme.LIGHT)
    room = window.screen().availableSize() - (SMALL - FRAME)
    monkeypatch.setattr(screen_room, "FRAME", room)
    window.refresh()
    window.show()
    with language.saying("de"):
        yield window


def test_a_rare_dialog_fits_and_cuts_off_nothing(german: MainWindow, tmp_path: Path) -> None:
    kept = tmp_path / "kept.db"
    files.back_up(kept)
    for name, make in RARE.items():
        made = make(german, kept)
        if isinstance(made, QDialog):
            made.show()
        [dialog] = [each for each in german.findChildren(QDialog) if each.isVisible()]
        QApplication.processEvents()
        room = SMALL - FRAME
        assert dialog.size() == dialog.size().boundedTo(room), name
        assert [each.text() for each in cut_off.words(dialog) if cut_off.is_cut(each)] == [], name
        lean = [each.text() for each in dialog.findChildren(QPushButton) if _is_lean(each)]
        assert lean == [], name
        dialog.hide()
        dialog.deleteLater()


def _is_lean(button: QPushButton) -> bool:
    return button.isVisible() and button.width() < button.minimumSizeHint().width()
