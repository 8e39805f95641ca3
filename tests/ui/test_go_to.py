"""Go to a day, or to the week whose code stands on a printed sheet."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale
from pytestqt.qtbot import QtBot

from planner.coach import blocks, clients, planning, printing, week_edits
from planner.engine.terms import Lifter
from planner.ui import dates
from planner.ui.go_to import GoToDialog
from planner.ui.main_window import MainWindow
from planner.ui.sheet_entry import SheetEntryDialog
from planner.ui.top_bar import TabName

TODAY = date(2026, 11, 18)
MONDAY = date(2026, 11, 9)


@pytest.fixture
def ada(lifter: int) -> int:
    """Plan two weeks with Lower on Monday and Upper on Tuesday, for one of two lifters."""
    made = clients.add(Lifter(name="Ada Novak"))
    blocks.new_mesocycle(made, "Block", MONDAY, 2)
    for week in planning.view(made, MONDAY, TODAY).weeks:
        week_edits.add_session(week.id, 0, "Lower")
        week_edits.add_session(week.id, 1, "Upper")
    return made


@pytest.fixture
def window(database: Path, ada: int, lifter: int, qtbot: QtBot) -> Iterator[MainWindow]:
    clients.change_setting("lifter", str(lifter))
    made = MainWindow(database, lambda: TODAY)
    qtbot.addWidget(made)
    made.show()
    made.start()
    yield made
    made.close()


def go(window: MainWindow, text: str) -> GoToDialog:
    window.lifter_stories.go_to()
    (dialog,) = window.findChildren(GoToDialog)
    dialog.field.setText(text)
    dialog.accept()
    return dialog


def code(lifter: int, on: date) -> str:
    return printing.week_sheet(lifter, on, TODAY).code


def test_every_week_has_its_own_code(ada: int) -> None:
    assert code(ada, MONDAY) != code(ada, MONDAY + timedelta(weeks=1))


def test_a_code_opens_the_sheet_and_closing_it_the_week(window: MainWindow, ada: int) -> None:
    go(window, code(ada, MONDAY).lower())
    (sheet,) = window.findChildren(SheetEntryDialog)
    assert sheet.isVisible()
    assert sheet.title.text() == "Sheet of Ada Novak, week 1"
    sheet.close()
    assert window.lifter_id() == ada
    assert window.tab_name is TabName.PLANNER
    assert window.tabs.planner().week_of() == MONDAY


def test_a_day_opens_in_the_log(window: MainWindow) -> None:
    go(window, "16 nov")
    assert window.tab_name is TabName.LOG
    assert window.tabs.log().start._title.text() == "Mon 16 Nov"


def test_what_leads_nowhere_is_said_in_place(window: MainWindow) -> None:
    dialog = go(window, "ABCDEG")
    assert dialog.isVisible()
    assert dialog.problem.text() == "No day, and no sheet of this code: check the letters."


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("16", date(2026, 11, 16)),
        ("30", date(2026, 11, 30)),
        ("16.11.", date(2026, 11, 16)),
        ("16/11", date(2026, 11, 16)),
        ("Nov 16", date(2026, 11, 16)),
        ("16 november 25", date(2025, 11, 16)),
        ("3.1.", date(2027, 1, 3)),
        ("11/16/2026", date(2026, 11, 16)),
        ("2026-11-16", date(2026, 11, 16)),
        ("31.2.", None),
        ("soon", None),
        ("", None),
        ("1.1.0", date(2000, 1, 1)),
        ("0-0-0", None),
    ],
)
def test_days_are_read_as_they_are_written(text: str, day: date | None) -> None:
    assert dates.read(text, TODAY) == day


def test_the_readers_language_says_whether_the_month_comes_first() -> None:
    before = QLocale()
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedStates))
    try:
        assert dates.read("4/5/2026", TODAY) == date(2026, 4, 5)
    finally:
        QLocale.setDefault(before)
