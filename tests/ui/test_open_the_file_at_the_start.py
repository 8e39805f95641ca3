"""The file is opened after the first paint, read ahead, and explained where it cannot be."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from types import ModuleType

import pytest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from planner.coach import files, places, readings, session_view
from planner.ui import theme
from planner.ui.app import Start
from planner.ui.first_start import FirstStart
from planner.ui.main_window import MainWindow
from planner.ui.opening_dialog import OpeningDialog
from planner.ui.problems import Catcher
from planner.ui.window_state import WindowState
from tests.ui.answers import answer

TODAY = date(2026, 11, 5)


@pytest.fixture
def hooks() -> Iterator[None]:
    """Put the hooks for errors back."""
    before = sys.excepthook
    yield
    sys.excepthook = before


def started(window: MainWindow, qtbot: QtBot) -> Start:
    """Show a window on a closed file and wait until its data are on the screen."""
    start = Start(window)
    qtbot.addWidget(window)
    window.show()
    qtbot.waitUntil(lambda: window.ready)
    return start


@pytest.mark.usefixtures("hooks")
def test_the_file_is_opened_after_the_paint_and_its_lifter_shown(
    database: Path, lifter: int, qtbot: QtBot
) -> None:
    files.close_file()
    window = MainWindow(database, lambda: TODAY)
    start = started(window, qtbot)
    assert window.lifter_id() == lifter
    assert window.findChildren(Catcher)
    window.close()
    start.close_file()


@pytest.mark.usefixtures("hooks")
def test_a_window_closed_at_once_opens_nothing(tmp_path: Path, qtbot: QtBot) -> None:
    window = MainWindow(tmp_path / "planner.db", lambda: TODAY)
    qtbot.addWidget(window)
    start = Start(window)
    window.painted.connect(window.close)
    with qtbot.waitSignal(window.painted):
        window.show()
    qtbot.wait(20)
    start.close_file()
    assert not window.ready


@pytest.mark.usefixtures("hooks")
def test_another_file_brings_its_own_theme(
    tmp_path: Path, qtbot: QtBot, choose_files: Callable[..., None], qapp: QApplication
) -> None:
    foreign, other = tmp_path / "photo.db", tmp_path / "mine" / "planner.db"
    foreign.write_bytes(b"\x89PNG" * 600)
    WindowState(other).keep_theme(theme.Choice.DARK)
    choose_files(other)
    answer(OpeningDialog.choose)
    window = MainWindow(foreign, lambda: TODAY)
    start = started(window, qtbot)
    assert window.database == other
    assert theme.current() is theme.DARK
    assert window.menus.themes[theme.Choice.DARK].isChecked()
    assert window.findChildren(FirstStart)
    window.close()
    start.close_file()
    theme.apply(qapp, theme.LIGHT)


def failing_once(
    monkeypatch: pytest.MonkeyPatch, module: ModuleType, name: str, error: Exception
) -> None:
    """Let a function raise an error when it is called first."""
    real, errors = getattr(module, name), [error]

    def once(*arguments: object) -> object:
        if errors:
            raise errors.pop()
        return real(*arguments)

    monkeypatch.setattr(module, name, once)


@pytest.mark.usefixtures("hooks")
def test_a_log_that_cannot_be_read_ahead_is_read_when_it_is_shown(
    database: Path, lifter: int, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    files.close_file()
    failing_once(monkeypatch, readings, "replaying", files.DiskProblem("The disk refused."))
    window = MainWindow(database, lambda: TODAY)
    start = started(window, qtbot)
    assert window.tabs.planner().isVisible()
    window.close()
    start.close_file()


@pytest.mark.usefixtures("hooks")
@pytest.mark.parametrize(
    "error", [files.DiskProblem("The disk refused to read."), ValueError("No such unit.")]
)
def test_a_file_that_cannot_be_read_is_explained_like_one_that_cannot_be_opened(
    database: Path,
    lifter: int,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    error: Exception,
) -> None:
    files.close_file()
    failing_once(monkeypatch, session_view, "open_session", error)
    said: list[str] = []

    def try_again(dialog: OpeningDialog) -> None:
        said.extend(each.text() for each in dialog.findChildren(QLabel))
        dialog.accept()

    answer(try_again)
    window = MainWindow(database, lambda: TODAY)
    start = started(window, qtbot)
    assert any(str(error) in text for text in said)
    assert window.lifter_id() == lifter
    assert type(error).__name__ in places.log_file().read_text("utf-8")
    window.close()
    start.close_file()
