"""Shell first, file second: what the first paint shows, and what happens after it."""

from __future__ import annotations

import os
import subprocess
import sys
import textwrap
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from types import ModuleType

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication, QLabel, QToolButton
from pytestqt.qtbot import QtBot

from planner.coach import files, logging, readings, session_view
from planner.ui import theme
from planner.ui.app import Start
from planner.ui.first_start import FirstStart
from planner.ui.import_wizard import ImportWizard
from planner.ui.lifter_popup import LifterPopup
from planner.ui.main_window import MainWindow
from planner.ui.opening import OpeningDialog
from planner.ui.problems import Catcher
from planner.ui.top_bar import TabName
from planner.ui.window_state import WindowState

TODAY = date(2026, 11, 5)
WATCHED = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from planner import __main__ as program
from planner.ui import app, main_window, theme

class Watched(main_window.MainWindow):
    def __init__(self, database):
        super().__init__(database)
        self.painted.connect(self.look)

    def look(self):
        {look}

app.MainWindow = Watched
sys.exit(program.main(["--db", sys.argv[1]]))
"""


def run(path: Path, look: str) -> subprocess.CompletedProcess[str]:
    """Start the program on a file and run some lines right after the first paint."""
    script = WATCHED.format(look=textwrap.indent(textwrap.dedent(look), " " * 8).strip())
    return subprocess.run(
        [sys.executable, "-W", "error", "-c", script, str(path)],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=60,
    )


def test_the_first_paint_waits_for_no_module_that_reads_thinks_or_plots(tmp_path: Path) -> None:
    done = run(
        tmp_path / "planner.db",
        """
        rooms = ("storage", "engine", "formats")
        slow = {"peewee", "sqlite3", "numpy", "pyqtgraph", "dataclasses"}
        slow |= {f"planner.{room}" for room in rooms}
        print(*sorted(slow & set(sys.modules)))
        self.close()
        """,
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "\n", "")
    assert not (tmp_path / "planner.db").exists()


def test_the_log_is_made_when_all_else_is_done_and_its_first_opening_waits_for_nothing(
    stocked: Path,
) -> None:
    done = run(
        stocked,
        """
        def look():
            if self.tabs._log is not None:
                print(self.ready, self.tabs._log.isVisible(), self.tab_name.name)
                self.close()
            else:
                QTimer.singleShot(5, look)
        look()
        """,
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "True False PLANNER\n", "")


def test_the_first_paint_is_in_the_theme_that_was_chosen(tmp_path: Path) -> None:
    WindowState(tmp_path / "planner.db").keep_theme(theme.Choice.DARK)
    done = run(tmp_path / "planner.db", "print(theme.current().name); self.close()")
    assert (done.returncode, done.stdout, done.stderr) == (0, "dark\n", "")


def test_giving_up_on_a_file_that_cannot_be_opened_ends_the_program(tmp_path: Path) -> None:
    path = tmp_path / "photo.db"
    path.write_bytes(b"\x89PNG" * 600)
    done = run(
        path,
        """
        def quit():
            dialog = QApplication.activeModalWidget()
            if dialog is None:
                QTimer.singleShot(5, quit)
            else:
                assert dialog.parent() is self
                dialog.reject()
        quit()
        """,
    )
    assert done.returncode == 1, done.stderr
    assert "Traceback" not in done.stderr
    assert path.read_bytes() == b"\x89PNG" * 600


@pytest.fixture
def shell(database: Path, lifter: int, qtbot: QtBot) -> Iterator[MainWindow]:
    """A window that is painted and not started."""
    made = MainWindow(database, lambda: TODAY)
    qtbot.addWidget(made)
    with qtbot.waitSignal(made.painted):
        made.show()
    yield made
    made.close()


@pytest.fixture
def hooks() -> Iterator[None]:
    """Put the hooks for errors back."""
    before = sys.excepthook
    yield
    sys.excepthook = before


def press(window: MainWindow, keys: str) -> None:
    """Trigger the menu entry that has a shortcut."""
    (found,) = [
        action
        for menu in window.menuBar().actions()
        for action in menu.menu().actions()
        if QKeySequence(keys) in action.shortcuts()
    ]
    found.trigger()


def tab_buttons(window: MainWindow) -> list[QToolButton]:
    buttons = window.bar.findChildren(QToolButton)
    return [each for each in buttons if each.property("kind") == "tab"]


def tab_places(window: MainWindow) -> list[tuple[int, int]]:
    centres = [each.geometry().center() for each in tab_buttons(window)]
    return [(centre.x(), centre.y()) for centre in centres]


def test_the_shell_has_its_menus_and_tabs(shell: MainWindow) -> None:
    titles = [each.text() for each in shell.menuBar().actions()]
    assert titles == ["&File", "&Edit", "&View", "&Lifter", "&Plan", "L&ibrary", "&Help"]
    assert shell.bar.isVisible()
    assert len(tab_places(shell)) == len(TabName)
    assert not shell.menus.undo.isEnabled()


def test_nothing_is_said_to_be_saved_before_the_file_is_open(shell: MainWindow) -> None:
    assert shell.status.news.text() == ""


def test_what_is_asked_for_before_the_file_is_read_is_done_right_after(shell: MainWindow) -> None:
    press(shell, "Ctrl+2")
    assert shell.pages.count() == 0
    shell.start()
    assert shell.tabs.log().isVisible()


def test_what_is_asked_for_twice_is_done_once(shell: MainWindow) -> None:
    press(shell, "Ctrl+I")
    press(shell, "Ctrl+I")
    shell.start()
    (wizard,) = shell.findChildren(ImportWizard)
    wizard.reject()


def test_what_is_asked_for_never_overtakes_an_older_wish(shell: MainWindow) -> None:
    done: list[str] = []
    shell.soon(lambda: done.append("first"))
    for _ in shell.starting():
        pass
    shell.soon(lambda: done.append("second"))
    assert done == []
    shell.settle()
    assert done == ["first", "second"]


def test_a_wish_that_fails_keeps_neither_the_next_one_nor_the_backup_back(
    shell: MainWindow, database: Path
) -> None:
    shell.soon(lambda: 1 / 0)
    press(shell, "Ctrl+2")
    with pytest.raises(ZeroDivisionError):
        shell.start()
    assert shell.tabs.log().isVisible()
    assert len(files.backups(database)) == 1
    assert shell.ready


@pytest.mark.parametrize("keys", ["Ctrl+P", "Ctrl+2", "Ctrl+L"])
def test_what_needs_a_lifter_is_not_done_when_there_is_none(
    database: Path, qtbot: QtBot, keys: str
) -> None:
    made = MainWindow(database, lambda: TODAY)
    qtbot.addWidget(made)
    press(made, keys)
    made.start()
    assert made.findChildren(FirstStart)
    assert len(files.backups(database)) == 1


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_the_list_of_lifters_waits_for_the_file(shell: MainWindow) -> None:
    shell.bar.picker.click()
    assert not shell.findChildren(LifterPopup)
    shell.start()
    assert shell.bar.picker.popup.isVisible()
    assert shell.bar.picker.popup.list.count() == 1
    shell.bar.picker.popup.close()


def test_a_tab_clicked_before_the_file_is_open_is_shown(shell: MainWindow) -> None:
    tab_buttons(shell)[TabName.LOG].click()
    shell.start()
    assert shell.tabs.log().isVisible()


def test_nothing_moves_when_the_lifter_comes(
    shell: MainWindow, database: Path, qtbot: QtBot
) -> None:
    shell.start()
    QApplication.processEvents()
    settled = tab_places(shell)
    shell.close()
    again = MainWindow(database, lambda: TODAY)
    qtbot.addWidget(again)
    with qtbot.waitSignal(again.painted):
        again.show()
    assert tab_places(again) == settled
    again.start()
    QApplication.processEvents()
    assert tab_places(again) == settled


def test_the_first_start_ever_shows_no_tabs_from_the_beginning(
    tmp_path: Path, qtbot: QtBot
) -> None:
    made = MainWindow(tmp_path / "none.db", lambda: TODAY)
    qtbot.addWidget(made)
    made.show()
    assert not any(each.isVisible() for each in made.bar.findChildren(QToolButton))


def test_an_unfinished_session_is_shown_without_building_the_planner(
    shell: MainWindow, lifter: int
) -> None:
    logging.start_free(lifter, TODAY)
    shell.start()
    assert shell.tabs.log().isVisible()
    assert shell.pages.count() == 1


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


def answer(act: Callable[[OpeningDialog], None]) -> None:
    """Act on the next dialog that opening shows."""

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, OpeningDialog):
            act(dialog)
        else:
            QTimer.singleShot(5, look)

    QTimer.singleShot(0, look)


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
    assert str(error) in database.with_name("planner.log").read_text("utf-8")
    window.close()
    start.close_file()


def test_giving_up_on_a_file_that_cannot_be_read_ends_the_program(tmp_path: Path) -> None:
    done = run(
        tmp_path / "planner.db",
        """
        from planner.ui.opening import OpeningDialog
        def refused(_window):
            raise ValueError("No such unit.")
        Watched.starting = refused
        OpeningDialog.exec = lambda _dialog: 0
        """,
    )
    assert done.returncode == 1, done.stderr
    assert "Traceback" not in done.stderr
