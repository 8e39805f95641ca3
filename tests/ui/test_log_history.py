"""The sessions of a log: listed by month, searched, stepped through; and the months."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from planner.coach import files, logging
from planner.engine.terms import LoggedSet, Unit
from planner.storage import log
from planner.ui.log_tab import LogTab
from planner.ui.month_title import read_month
from planner.ui.session_list import ROW_HEIGHT
from planner.ui.side_panes import Side
from planner.ui.top_bar import TabName

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def lifted(kg: float, reps: int = 5, **more) -> LoggedSet:
    return LoggedSet(kg, reps, load=kg, **more)


def listed(tab: LogTab) -> list[str]:
    model = tab.days.sessions.sessions
    return [model.index(row).data() for row in range(model.rowCount())]


def search(desk, text: str) -> None:
    """Type a search and wait for it, as whoever reads the list does."""
    desk.press(Qt.Key.Key_F, CTRL)
    desk.type(text)
    desk.tab.days.search.search_now()


@pytest.fixture
def three(desk, did) -> None:
    """A bench session in October, one in September, and squats in 2025."""
    did(date(2026, 10, 5), "bench-press", lifted(102.5), lifted(100.0, 8), name="Upper A")
    did(date(2026, 9, 7), "bench-press", lifted(97.5, note="elbow sore"), name="Upper B")
    did(date(2025, 10, 6), "back-squat", lifted(140.0), lifted(140.0), name="Legs")
    desk.refresh()


# the list
def test_without_sessions_the_list_says_so_and_offers_no_search(desk) -> None:
    assert desk.tab.days.says.text() == "No sessions yet. What you log is listed here."
    assert not desk.tab.days.search.isVisible()
    assert not desk.tab.days.empty_month.isVisible()


def test_a_month_without_a_session_says_so(desk, three) -> None:
    assert desk.tab.days.empty_month.isVisible()
    desk.tab.days.calendar.turn_to(date(2026, 10, 1))
    assert not desk.tab.days.empty_month.isVisible()


def test_sessions_stand_below_their_months_which_cannot_be_chosen(desk, three) -> None:
    assert listed(desk.tab)[::2] == ["October 2026", "September 2026", "October 2025"]
    model = desk.tab.days.sessions.sessions
    assert model.flags(model.index(0)) == Qt.ItemFlag.NoItemFlags
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)


def test_the_session_that_is_open_is_marked_and_arrows_pass_over_months(desk, three) -> None:
    view = desk.tab.days.sessions
    desk.tab.show_session(view.sessions.ids()[0])
    assert view.currentIndex().data().startswith("Upper A")
    view.setFocus()
    desk.press(Qt.Key.Key_Down)
    desk.enter()
    assert desk.tab.session.header.title.text().startswith("Upper B")


def test_what_is_logged_now_is_told_at_once_and_the_list_stays_where_it_is(desk, did) -> None:
    for days in range(1, 40):
        did(desk.today - timedelta(days=days), "back-squat", lifted(100.0))
    desk.start(on=desk.today - timedelta(days=40))
    view = desk.tab.days.sessions
    view.scrollToBottom()
    place = view.verticalScrollBar().value()
    desk.type("100x5")
    desk.enter()
    assert place > 0
    assert view.verticalScrollBar().value() == place
    assert listed(desk.tab)[-1] == "Session, Sat 26 Sept · not finished · 1 set · 0.5 t"


# searching
def test_a_search_lists_what_fits_and_the_set_that_does(desk, three) -> None:
    search(desk, "bench > 100")
    assert listed(desk.tab) == ["October 2026", "Upper A, Mon 5 Oct · 2 sets · 1.3 t, "
                                "Bench press 102.5 × 5"]  # fmt: skip
    assert desk.tab.days.says.text() == "1 of 3 sessions"


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("squat 2x5", "Back squat 2 sets, best 140 × 5"),
        ("elbow", "“elbow sore”"),
        ("upper b", ""),
        ("bench elbow", "Bench press 97.5 × 5 · “elbow sore”"),
    ],
)
def test_a_hit_tells_why_it_fits(desk, three, text: str, why: str) -> None:
    search(desk, text)
    assert desk.tab.days.sessions.sessions.words(1)[2] == why
    assert len(desk.tab.days.sessions.sessions.ids()) == 1


def test_a_hit_by_its_day_needs_no_line_for_the_reason(desk, three) -> None:
    search(desk, "october 2025")
    shown = desk.tab.days.sessions
    assert len(shown.sessions.words(1)) == 2
    assert shown.visualRect(shown.sessions.index(1)).height() == ROW_HEIGHT


def test_the_search_runs_while_one_types_soon_after_the_last_key(desk, three, qtbot) -> None:
    desk.press(Qt.Key.Key_F, CTRL)
    with qtbot.waitSignal(desk.tab.days.search.searched, timeout=1000):
        desk.type("legs")
    assert listed(desk.tab)[1].startswith("Legs")


def test_enter_opens_the_next_hit_and_the_keyboard_stays_in_the_search(desk, three) -> None:
    search(desk, "bench")
    titles = []
    for held in (None, None, None, SHIFT):
        desk.press(Qt.Key.Key_Return, held)
        titles.append(desk.tab.session.header.title.text()[:7])
    assert titles == ["Upper A", "Upper B", "Upper A", "Upper B"]
    assert desk.focus() is desk.tab.days.search
    assert desk.tab.days.sessions.currentIndex().data().startswith("Upper B")


def test_escape_shows_all_again_and_then_goes_back_to_the_session(desk, three) -> None:
    search(desk, "legs")
    desk.press(Qt.Key.Key_Escape)
    assert len(desk.tab.days.sessions.sessions.ids()) == 3
    desk.press(Qt.Key.Key_Escape)
    assert desk.focus() in desk.tab.start.buttons


def test_nothing_found_says_what_can_be_typed_and_enter_opens_nothing(desk, three) -> None:
    search(desk, "zzz")
    desk.enter()
    assert desk.tab.days.says.text().startswith("Nothing found. Try an exercise (bench)")
    assert not desk.tab.session.isVisible()


def test_what_is_found_follows_what_is_deleted_and_undone(desk, three, qtbot) -> None:
    search(desk, "bench")
    (first, _) = desk.tab.days.sessions.sessions.ids()
    desk.history.do("Delete session", lambda: logging.delete(first))
    qtbot.waitUntil(lambda: len(desk.tab.days.sessions.sessions.ids()) == 1)
    desk.history.undo()
    qtbot.waitUntil(lambda: len(desk.tab.days.sessions.sessions.ids()) == 2)


def test_a_search_can_be_asked_for_from_elsewhere(desk, three) -> None:
    desk.tab.search("Back squat")
    assert listed(desk.tab)[0] == "October 2025"
    assert desk.focus() is desk.tab.days.search


def test_the_search_shows_the_pane_that_was_put_away(window, did) -> None:
    did(date(2026, 10, 5), "bench-press", lifted(100.0))
    window.resize(1280, 720)
    window.show_tab(TabName.LOG)
    window.side_panes.toggle(Side.LEFT)
    assert window.tabs.log().days.isHidden()
    window.tabs.log().search()
    assert not window.tabs.log().days.isHidden()


def test_a_load_is_found_by_its_own_unit(desk, three, did) -> None:
    model = desk.tab.days.sessions
    pounds = LoggedSet(102.05828325, 5, load=225.0, unit=Unit.LB)
    did(desk.today, "deadlift", pounds)
    desk.refresh()
    search(desk, "225 lb")
    assert model.sessions.words(1)[2] == "Deadlift 225 lb × 5"
    assert log.session(model.sessions.ids()[0]).on == desk.today


# months
def test_pages_turn_months_and_years_and_home_is_today(desk, three) -> None:
    calendar = desk.tab.days.calendar
    calendar.day_button(desk.today).setFocus()
    desk.press(Qt.Key.Key_PageUp)
    assert calendar.visible_days()[0] == date(2026, 10, 1)
    desk.press(Qt.Key.Key_PageUp, SHIFT)
    assert calendar.visible_days()[0] == date(2025, 10, 1)
    assert calendar.day_button(date(2025, 10, 6)).look.sessions == 1
    desk.press(Qt.Key.Key_Home)
    assert desk.focus() is calendar.day_button(desk.today)


def test_a_month_is_typed_on_a_day_or_in_the_title(desk, three) -> None:
    calendar = desk.tab.days.calendar
    calendar.day_button(desk.today).setFocus()
    desk.type("oct 2025")
    desk.enter()
    assert calendar.visible_days()[0] == date(2025, 10, 1)
    calendar.title.button.click()
    desk.type("nonsense")
    desk.enter()
    assert calendar.title.field.property("state") == "error"
    desk.press(Qt.Key.Key_Escape)
    assert calendar.title.button.isVisible()
    assert calendar.visible_days()[0] == date(2025, 10, 1)


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("March", date(2026, 3, 1)),
        ("2024", date(2024, 11, 1)),
        ("2025-02", date(2025, 2, 1)),
        ("12 Mar 2025", date(2025, 3, 1)),
        ("last month", date(2026, 10, 1)),
        ("", None),
        ("bench", None),
    ],
)
def test_a_month_is_read_as_people_write_it(text: str, first: date | None) -> None:
    assert read_month(text, date(2026, 11, 5)) == first


def test_two_sessions_of_a_day_are_told(desk, did) -> None:
    for name in ("Morning", "Evening"):
        did(desk.today, "back-squat", lifted(100.0), name=name)
    desk.refresh()
    made = desk.tab.days.calendar.day_button(desk.today)
    assert made.look.sessions == 2
    assert made.toolTip() == made.accessibleName() == "Thu 5 Nov, today, trained, 2 sessions"


def test_a_search_waits_while_the_file_is_put_back(desk, three, database: Path, qtbot) -> None:
    search(desk, "Upper A")
    before = listed(desk.tab)
    files.close_file()  # as a restore does, with a search still to come
    desk.tab.days.look_for("Legs")
    assert listed(desk.tab) == before
    files.open_file(database)
    desk.refresh()
    qtbot.waitUntil(lambda: listed(desk.tab)[1].startswith("Legs"))
