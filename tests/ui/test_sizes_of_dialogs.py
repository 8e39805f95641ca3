"""A dialog comes up as large as it was left, at the next start, too, and inside the screen."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot

from planner.coach import clients
from planner.engine.terms import Unit
from planner.ui import dialog_sizes, screen_room, trash_stories, window_state
from planner.ui.exercise_chooser import ExerciseChooser
from planner.ui.hand_over_dialog import HandOverDialog
from planner.ui.imports_dialog import ImportsDialog
from planner.ui.lifter_dialog import LifterDialog
from planner.ui.look_back_dialog import LookBackDialog
from planner.ui.main_window import MainWindow
from planner.ui.referral_dialog import ReferralDialog
from planner.ui.screen_room import room_on_screen
from planner.ui.widgets import column

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
        drag(dialog, size)
    dialog.reject()


def drag(dialog: QDialog, size: QSize) -> None:
    """Resize a dialog by its edge, as the desktop tells of it."""
    dialog.windowHandle().resize(size)
    QApplication.processEvents()
    assert dialog.size() == size


def turn(dialog: QDialog, state: Qt.WindowState) -> None:
    dialog.setWindowState(state)
    QApplication.processEvents()


def test_a_dialog_comes_up_as_large_as_it_was_left(seen: MainWindow) -> None:
    left(opened(seen, trash_stories.show), AS_MADE)
    assert opened(seen, trash_stories.show).size() == AS_MADE


def test_one_dialog_says_nothing_of_another(seen: MainWindow, lifter: int) -> None:
    seen.refresh()
    left(opened(seen, trash_stories.show), AS_MADE)
    imports = opened(seen, lambda window: window.file_stories.show_imports())
    assert imports.size() == ImportsDialog.usual_size


def test_the_next_start_knows_it(seen: MainWindow, qtbot: QtBot) -> None:
    left(opened(seen, trash_stories.show), AS_MADE)
    seen.close()
    again = MainWindow(seen.database, seen.today)
    qtbot.addWidget(again)
    again.show()
    made = opened(again, trash_stories.show)
    assert made.size() == AS_MADE
    made.reject()  # else it takes every click of the tests to come
    again.close()


def test_a_smaller_screen_gets_a_smaller_dialog(
    seen: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    left(opened(seen, trash_stories.show), AS_MADE)
    room = seen.screen().availableSize() - QSize(660, 400)
    monkeypatch.setattr(screen_room, "FRAME", room)
    made = opened(seen, trash_stories.show)
    assert made.size() == made.size().boundedTo(room_on_screen(made))


class Growing(QDialog):
    """Says more after it came up than it has room for."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.more = QLabel("more", self)
        self.more.setMinimumHeight(372)
        self.more.hide()
        column(self).addWidget(self.more)
        dialog_sizes.open_at(self, QSize(300, 200))


@pytest.fixture
def growing(seen: MainWindow) -> QDialog:
    made = opened(seen, lambda window: Growing(window).open())
    made.more.show()
    QApplication.processEvents()
    assert made.height() >= 372
    return made


def test_what_nobody_resized_is_not_kept(seen: MainWindow, growing: QDialog) -> None:
    left(growing)
    left(opened(seen, trash_stories.show))
    seen.close()
    kept = seen.database.with_name(window_state.FILE_NAME).read_text()
    assert "Growing" not in kept
    assert "TrashDialog" not in kept


def test_to_fill_the_screen_is_no_size_to_open_at(seen: MainWindow) -> None:
    made = opened(seen, trash_stories.show)
    turn(made, Qt.WindowState.WindowMaximized)
    left(made)
    assert dialog_sizes.sizes() == {}


def test_a_dialog_put_away_and_taken_up_again_keeps_the_size_it_was_given(
    seen: MainWindow,
) -> None:
    made = opened(seen, trash_stories.show)
    drag(made, AS_MADE)
    turn(made, Qt.WindowState.WindowMinimized)
    turn(made, Qt.WindowState.WindowNoState)
    left(made)
    assert opened(seen, trash_stories.show).size() == AS_MADE


def look_back(window: MainWindow, lifter: int) -> QDialog:
    return LookBackDialog(window, lifter, "back-squat", Unit.KG, window.today())


MADE: dict[str, Callable[[MainWindow, int], QDialog]] = {
    "hand over": lambda window, _lifter: HandOverDialog(window, clients.lifters(), None),
    "look back": look_back,
    "lifter": lambda window, lifter: LifterDialog(window, clients.lifter(lifter)),
    "exercise": lambda window, _lifter: ExerciseChooser(lambda _text: (), window),
}


@pytest.mark.parametrize("name", MADE)
def test_dialogs_with_much_to_read_come_up_as_they_were_left(
    seen: MainWindow, lifter: int, name: str
) -> None:
    size = QSize(720, 560)
    left(opened(seen, lambda window: MADE[name](window, lifter).open()), size)
    assert opened(seen, lambda window: MADE[name](window, lifter).open()).size() == size


def test_a_small_screen_holds_what_was_said_before(
    seen: MainWindow, lifter: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    room = seen.screen().availableSize() - QSize(712, 420)
    monkeypatch.setattr(screen_room, "FRAME", room)
    made = look_back(seen, lifter)
    assert made.size() == made.size().boundedTo(QSize(712, 420))
    made.close()


def test_referrals_looked_up_anew_keep_the_size_that_they_were_given(seen: MainWindow) -> None:
    made = ReferralDialog(seen, "Ada", seen.today())
    made.show_referrals((), ())
    opened(seen, lambda _window: made.open())
    drag(made, AS_MADE)
    made.show_referrals((), ())
    assert made.size() == AS_MADE
    left(made)


def test_a_namesake_makes_room_for_itself_only(seen: MainWindow, lifter: int) -> None:
    made = opened(seen, lambda window: LifterDialog(window).open())
    assert isinstance(made, LifterDialog)
    small = made.size() - QSize(0, 80)
    drag(made, small)
    made.form.name.setText("Somebody else")
    assert made.size() == small
    left(made)
