"""A dialog comes up as large as it was left, at the next start, too, and inside the screen."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication, QDialog

from planner.ui import trash_stories, window_state
from planner.ui.imports_dialog import ImportsDialog
from planner.ui.main_window import MainWindow
from planner.ui.window_state import room_on_screen

AS_MADE = QSize(700, 520)


@pytest.fixture
def seen(window: MainWindow) -> MainWindow:
    window.show()
    return window


def opened(window: MainWindow, show: Callable[[MainWindow], object]) -> QDialog:
    show(window)
    [made] = [each for each in window.findChildren(QDialog) if each.isVisible()]
    QApplication.processEvents()
    return made


def left(dialog: QDialog, size: QSize | None = None) -> None:
    if size is not None:
        dialog.resize(size)
    dialog.reject()


def test_a_dialog_comes_up_as_large_as_it_was_left(seen: MainWindow) -> None:
    left(opened(seen, trash_stories.show), AS_MADE)
    assert opened(seen, trash_stories.show).size() == AS_MADE


def test_one_dialog_says_nothing_of_another(seen: MainWindow, lifter: int) -> None:
    seen.refresh()
    left(opened(seen, trash_stories.show), AS_MADE)
    imports = opened(seen, lambda window: window.file_stories.show_imports())
    assert imports.size() == ImportsDialog.usual_size


def test_the_next_start_knows_it(seen: MainWindow) -> None:
    left(opened(seen, trash_stories.show), AS_MADE)
    seen.close()
    again = MainWindow(seen.database, seen.today)
    again.show()
    assert opened(again, trash_stories.show).size() == AS_MADE
    again.close()


def test_a_smaller_screen_gets_a_smaller_dialog(
    seen: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    left(opened(seen, trash_stories.show), AS_MADE)
    room = seen.screen().availableSize() - QSize(660, 400)
    monkeypatch.setattr(window_state, "FRAME", room)
    made = opened(seen, trash_stories.show)
    assert made.size() == made.size().boundedTo(room_on_screen(made))


def test_what_nobody_resized_is_not_kept(seen: MainWindow) -> None:
    left(opened(seen, trash_stories.show))
    seen.close()
    assert "TrashDialog" not in seen.database.with_name(window_state.FILE_NAME).read_text()
