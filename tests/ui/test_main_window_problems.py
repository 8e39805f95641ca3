"""Errors that nobody expected: logged, shown with a report, and shown one at a time."""

from __future__ import annotations

import logging
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import qInstallMessageHandler, qWarning
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.exceptions import capture_exceptions
from pytestqt.qtbot import QtBot

from planner.coach.files import FullDisk
from planner.ui import log_file
from planner.ui.problems import Catcher, ProblemDialog
from planner.ui.worker import Work


@pytest.fixture
def log(tmp_path: Path) -> Iterator[Path]:
    """A log file that the program writes to while the test runs."""
    path = tmp_path / "logs" / "planner.log"
    handler = log_file.begin(path)
    yield path
    qInstallMessageHandler(None)
    logging.getLogger("planner").removeHandler(handler)
    handler.close()


@pytest.fixture
def catcher(log: Path, qtbot: QtBot) -> Iterator[Catcher]:
    before, before_threads = sys.excepthook, threading.excepthook
    made = Catcher(log)
    made.install()
    yield made
    sys.excepthook, threading.excepthook = before, before_threads
    for dialog in shown():
        dialog.accept()


def shown() -> list[ProblemDialog]:
    return [each for each in QApplication.topLevelWidgets() if isinstance(each, ProblemDialog)
            and each.isVisible()]  # fmt: skip


def stumble(words: str = "a plate is missing") -> None:
    """Raise inside a function and hand the error to the hook, as Python does."""
    try:
        raise ValueError(words)
    except ValueError as error:
        sys.excepthook(ValueError, error, error.__traceback__)


def press(dialog: ProblemDialog, text: str) -> None:
    """Press a button of the dialog."""
    (found,) = (
        each for each in dialog.findChildren(QPushButton) if each.text().replace("&", "") == text
    )
    found.click()


def test_an_unexpected_error_is_logged_and_can_be_copied(catcher: Catcher, log: Path) -> None:
    stumble()
    (dialog,) = shown()
    press(dialog, "Copy report")
    report = QGuiApplication.clipboard().text()
    assert "a plate is missing" in report
    assert "in stumble" in report
    assert report in log.read_text("utf-8")


def test_a_button_that_fails_shows_the_dialog_and_the_window_goes_on(
    catcher: Catcher, qtbot: QtBot
) -> None:
    failing = QPushButton("Log")
    qtbot.addWidget(failing)
    failing.clicked.connect(lambda: 1 / 0)
    with capture_exceptions() as raised:
        sys.excepthook = catcher.catch
        failing.click()
    assert raised == []
    (dialog,) = shown()
    assert any("safe up to the last step" in each.text() for each in dialog.findChildren(QLabel))
    press(dialog, "Go on")
    assert shown() == []
    assert failing.isEnabled()


def test_close_asks_for_the_program_to_be_closed(catcher: Catcher, qtbot: QtBot) -> None:
    stumble()
    with qtbot.waitSignal(catcher.leave_wanted):
        press(shown()[0], "Close the program")
    assert shown() == []


def test_trouble_with_the_file_is_logged_and_told_in_its_own_words(
    catcher: Catcher, log: Path
) -> None:
    told: list[str] = []
    catcher.troubled.connect(told.append)
    problem = FullDisk("The disk is full. Make some room, then try again.")
    sys.excepthook(FullDisk, problem, None)
    assert told == [str(problem)]
    assert shown() == []
    assert "FullDisk" in log.read_text("utf-8")


def test_errors_in_a_row_show_one_dialog_and_are_all_logged(catcher: Catcher, log: Path) -> None:
    for thing in ("plate", "bar", "rack"):
        stumble(f"a {thing} is missing")
    assert len(shown()) == 1
    assert log.read_text("utf-8").count("Traceback") == 3


def test_an_error_of_every_frame_that_is_painted_is_told_and_logged_once(
    catcher: Catcher, log: Path
) -> None:
    stumble()
    press(shown()[0], "Go on")
    stumble()
    assert shown() == []
    assert log.read_text("utf-8").count("Traceback") == 1


def test_the_dialog_comes_again_for_another_error(catcher: Catcher) -> None:
    stumble()
    press(shown()[0], "Go on")
    stumble("a bar is missing")
    assert len(shown()) == 1


def test_an_error_on_another_thread_reaches_the_user_too(catcher: Catcher, qtbot: QtBot) -> None:
    thread = threading.Thread(target=stumble)
    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: len(shown()) == 1)


def test_interrupting_from_the_terminal_shows_no_dialog(
    catcher: Catcher, capsys: pytest.CaptureFixture[str]
) -> None:
    sys.excepthook(KeyboardInterrupt, KeyboardInterrupt(), None)
    assert shown() == []
    assert "KeyboardInterrupt" in capsys.readouterr().err


def test_what_qt_warns_about_is_in_the_log(log: Path) -> None:
    qWarning("a layout without a home")
    assert "a layout without a home" in log.read_text("utf-8")


def test_work_hands_its_result_and_its_progress_to_the_window(qtbot: QtBot) -> None:
    work = Work(lambda report: [report(done, 4) for done in range(5)] and "done")
    percents: list[int] = []
    work.progressed.connect(percents.append)
    with qtbot.waitSignal(work.succeeded) as found:
        work.start()
    assert found.args == ["done"]
    assert percents == [0, 25, 50, 75, 100]


def test_work_hands_its_error_to_the_window(qtbot: QtBot) -> None:
    work = Work(lambda _report: 1 / 0)
    with qtbot.waitSignal(work.broke) as found:
        work.start()
    assert isinstance(found.args[0], ZeroDivisionError)


def test_abandoned_work_is_never_heard_of_again(qtbot: QtBot) -> None:
    going, heard = threading.Event(), []

    def work(report: object) -> None:
        going.wait(5)
        assert callable(report)
        report(1, 2)

    made = Work(work)
    made.succeeded.connect(heard.append)
    made.broke.connect(heard.append)
    with qtbot.waitSignal(made.ended):
        made.start()
        made.abandon()
        going.set()
    assert heard == []
