"""The window: who is shown, which tab, what is kept, and what the status bar says."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QSettings, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from planner.coach import blocks, clients, demo, logging, planning, week_edits
from planner.coach.files import FullDisk
from planner.ui import theme
from planner.ui.import_wizard import ImportWizard
from planner.ui.main_window import MainWindow
from planner.ui.printing_preview import SheetPreview
from planner.ui.top_bar import TabName

TODAY = date(2026, 11, 5)
Press = Callable[[str], None]


class Calendar:
    """A today that tests can move."""

    def __init__(self) -> None:
        self.day = TODAY

    def __call__(self) -> date:
        return self.day


@pytest.fixture
def calendar() -> Calendar:
    return Calendar()


@pytest.fixture
def window(database: Path, calendar: Calendar, qtbot: QtBot) -> Iterator[MainWindow]:
    made = MainWindow(database, calendar)
    qtbot.addWidget(made)
    made.show()
    made.start()
    yield made
    made.close()


def names() -> list[str]:
    return [made.name for made in clients.lifters()]


def test_an_empty_file_opens_on_the_three_doors(window: MainWindow) -> None:
    assert window.pages.currentWidget() is window.first_start
    assert not window.bar.picker.isVisible()


def test_the_sample_door_leads_to_a_planned_week(window: MainWindow) -> None:
    assert window.first_start is not None
    window.first_start.sample_door.click()
    assert window.lifter is not None
    assert window.lifter.name == "Sample lifter"
    assert window.tabs.planner().isVisible()


def test_undoing_the_sample_lifter_brings_the_doors_back(window: MainWindow) -> None:
    window.lifter_stories.add_sample()
    window.history.undo()
    assert window.pages.currentWidget() is window.first_start
    window.history.redo()
    assert names() == ["Sample lifter"]


def test_who_is_brought_back_from_the_archive_is_shown(
    window: MainWindow, lifter: int, ada: int
) -> None:
    window.lifter_stories.archive()
    assert window.lifter_id() == lifter
    assert window.menus.undo.text() == "&Undo Archive Ada Novak"
    window.history.undo()
    assert window.lifter_id() == ada
    window.history.redo()
    window.lifter_stories._bring_back(clients.lifter(ada))
    assert window.lifter_id() == ada


def test_the_unit_of_the_lifter_shown_stands_in_the_status_bar(
    window: MainWindow, ada: int, lifter: int
) -> None:
    assert window.status.unit.text() == "lb"
    window.bar.picker.chosen.emit(lifter)
    assert window.status.unit.text() == "kg"


def test_the_lifter_shown_last_is_shown_first_next_time(
    window: MainWindow, ada: int, lifter: int, database: Path, qtbot: QtBot
) -> None:
    window.show_lifter(lifter)
    again = MainWindow(database, window.today)
    qtbot.addWidget(again)
    again.refresh()
    assert again.lifter_id() == lifter


def test_an_archived_lifter_leaves_the_list_and_undo_brings_them_back(
    window: MainWindow, ada: int
) -> None:
    window.lifter_stories.archive()
    assert names() == ["Sam Lifter"]
    window.history.undo()
    assert names() == ["Ada Novak", "Sam Lifter"]


def test_the_keyboard_reaches_the_three_tabs(window: MainWindow, ada: int, press: Press) -> None:
    press("Ctrl+2")
    assert window.tabs.log().isVisible()
    press("Ctrl+1")
    assert window.tabs.planner().isVisible()
    assert window.menus.tabs[TabName.PLANNER].isChecked()


def test_only_the_visible_tab_s_actions_stand_in_the_bar(window: MainWindow, ada: int) -> None:
    window.show_tab(TabName.LOG)
    assert all(each.isVisible() for each in window.tabs.log().actions_bar())
    assert not any(each.isVisible() for each in window.tabs.planner().actions_bar())


def test_an_unfinished_session_is_offered_again_after_a_crash(
    database: Path, lifter: int, qtbot: QtBot
) -> None:
    logging.start_free(lifter, TODAY)
    made = MainWindow(database, lambda: TODAY)
    qtbot.addWidget(made)
    made.show()
    made.start()
    assert made.tabs.log().isVisible()


def test_a_session_started_in_the_planner_opens_in_the_log(window: MainWindow) -> None:
    window.lifter_stories.add_sample()
    ((planned_id, name),) = logging.planned_today(window.lifter_id(), TODAY)
    window.tabs.planner().session_wanted.emit(planned_id, TODAY)
    assert window.tabs.log().isVisible()
    assert logging.sessions(window.lifter_id())[0].name == name


def test_the_window_notices_a_new_day_when_it_comes_to_the_front(
    window: MainWindow, ada: int, calendar: Calendar, qtbot: QtBot
) -> None:
    calendar.day = date(2026, 11, 6)
    qtbot.waitUntil(window.isActiveWindow)
    QApplication.sendEvent(window, QEvent(QEvent.Type.ActivationChange))
    assert window._seen == calendar.day
    qtbot.waitUntil(lambda: window.status.backup.text().startswith("Backup"))


def test_the_choice_of_theme_is_kept(window: MainWindow, database: Path, qtbot: QtBot) -> None:
    window.menus.themes[theme.Choice.DARK].trigger()
    assert theme.current() is theme.DARK
    again = MainWindow(database, window.today)
    qtbot.addWidget(again)
    assert again.menus.themes[theme.Choice.DARK].isChecked()
    window.menus.themes[theme.Choice.LIGHT].trigger()
    assert theme.current() is theme.LIGHT


def test_a_theme_that_nobody_knows_is_the_one_of_the_system(database: Path, qtbot: QtBot) -> None:
    settings = QSettings(str(database.with_name("window.ini")), QSettings.Format.IniFormat)
    settings.setValue("theme", "sepia")
    settings.sync()
    made = MainWindow(database, lambda: TODAY)
    qtbot.addWidget(made)
    assert made.menus.themes[theme.Choice.SYSTEM].isChecked()


def test_a_choice_that_cannot_be_stored_counts_until_the_end(
    window: MainWindow, ada: int, lifter: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_key: str, _value: str) -> None:
        raise FullDisk("The disk is full.")

    monkeypatch.setattr(clients, "change_setting", full)
    window.show_lifter(lifter)
    assert window.lifter_id() == lifter
    assert window.status.news.text() == "The disk is full."


def test_the_window_comes_back_where_it_was(
    window: MainWindow, database: Path, qtbot: QtBot
) -> None:
    window.resize(780, 650)
    window.close()
    again = MainWindow(database, window.today)
    qtbot.addWidget(again)
    assert (again.width(), again.height()) == (780, 650)


def test_a_file_dropped_on_the_window_opens_the_import(
    window: MainWindow, ada: int, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "log.csv"
    path.write_text("not a log\n")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    event = QDropEvent(
        QPoint(9, 9), Qt.DropAction.CopyAction, data,
        Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip
    window.dropEvent(event)
    (wizard,) = window.findChildren(ImportWizard)
    qtbot.waitUntil(wizard.choose_page.isVisible)
    wizard.reject()


def test_a_program_started_from_the_menu_becomes_the_plan(window: MainWindow, ada: int) -> None:
    window.lifter_stories.choose_program()
    dialog = window.findChildren(QDialog)[-1]
    dialog.accept()
    assert len(planning.mesocycles(ada)) == 1
    window.history.undo()
    assert planning.mesocycles(ada) == []


def test_printing_opens_the_preview_of_the_week_shown(window: MainWindow, press: Press) -> None:
    window.lifter_stories.add_sample()
    press("Ctrl+P")
    (preview,) = [each for each in window.findChildren(QDialog) if each.isVisible()]
    preview.close()


def test_the_week_printed_from_the_log_is_not_that_of_who_was_in_the_planner_last(
    window: MainWindow, ada: int, lifter: int, press: Press
) -> None:
    for key, started_on in ((ada, date(2025, 1, 6)), (lifter, TODAY)):
        blocks.new_mesocycle(key, "Block", started_on, 1)
        view = planning.view(key, started_on, TODAY)
        assert view is not None
        week_edits.add_exercise(week_edits.add_session(view.week.id or 0, 0, "Lower"), "plank")
    window.show_lifter(ada)
    window.show_tab(TabName.PLANNER)
    window.show_tab(TabName.LOG)
    window.show_lifter(lifter)
    press("Ctrl+P")
    (preview,) = window.findChildren(SheetPreview)
    assert preview._of == TODAY
    preview.close()


def test_the_sample_lifter_can_be_added_beside_others(window: MainWindow, ada: int) -> None:
    demo.add_sample_lifter(TODAY)
    window.refresh()
    assert names() == ["Ada Novak", "Sam Lifter", "Sample lifter"]
