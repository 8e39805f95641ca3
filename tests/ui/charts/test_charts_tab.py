"""The charts tab as a lifter uses it, on a real file."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from functools import partial

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QWidget

from planner.coach import clients
from planner.engine.terms import Lifter, Unit
from planner.storage import log
from planner.ui import theme
from planner.ui.charts.charts_tab import ChartsTab
from planner.ui.import_wizard import ImportWizard
from planner.ui.top_bar import TabName


def test_the_most_trained_lift_comes_first_and_is_shown(desk):
    assert desk.names() == ["Back squat", "Bench press"]
    assert desk.tab.panel.name.text() == "BACK SQUAT"
    assert (
        desk.tab.strength_page.strength_card.table.accessibleName()
        == "Back squat – estimated 1RM, kg"
    )


def test_a_click_on_a_lift_shows_it_everywhere(desk):
    desk.choose("Bench press")
    assert desk.tab.panel.name.text() == "BENCH PRESS"
    assert desk.tab.strength_page.strength.accessibleName() == "Bench press – estimated 1RM, kg"
    assert desk.tab.strength_page.weekly.accessibleName() == "Weekly sets – chest"


def test_a_refresh_keeps_the_chosen_lift(desk):
    desk.choose("Bench press")
    desk.refresh()
    assert desk.tab.panel.name.text() == "BENCH PRESS"
    assert desk.tab.lifts.list.currentItem().text() == "Bench press"


def test_a_lift_whose_sessions_are_deleted_gives_way_to_the_next(desk, trained):
    for session in log.sessions(trained):
        if session.exercises[0].exercise == "back-squat":
            log.trash_session(session.id)
    desk.refresh()
    assert desk.names() == ["Bench press"]
    assert desk.tab.panel.name.text() == "BENCH PRESS"


def test_every_lift_is_named_with_phase_and_strength_for_a_screen_reader(desk):
    said = desk.tab.lifts.list.item(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said.startswith("Back squat, ")
    assert said.endswith(" kg")


def test_few_lifts_need_no_search(desk):
    assert not desk.tab.lifts.search.isVisible()


def test_many_lifts_can_be_searched(desk, did):
    for number, slug in enumerate(
        ("deadlift", "overhead-press", "leg-press", "barbell-row", "front-squat", "hip-thrust",
         "lat-pulldown", "chest-dip", "face-pull", "pull-up", "romanian-deadlift")
    ):  # fmt: skip
        did(date(2026, 10, 1) + timedelta(days=number), slug, 60.0)
    desk.refresh()
    assert desk.tab.lifts.search.isVisible()
    QTest.keyClicks(desk.tab.lifts.search, "DEADL")
    assert desk.names() == ["Deadlift", "Romanian deadlift"]
    desk.refresh()
    assert desk.names() == ["Deadlift", "Romanian deadlift"]


def test_arrow_and_enter_take_a_lift_that_was_searched(desk, did):
    for number, slug in enumerate(
        ("deadlift", "overhead-press", "leg-press", "barbell-row", "front-squat", "hip-thrust",
         "lat-pulldown", "chest-dip", "face-pull", "pull-up", "romanian-deadlift")
    ):  # fmt: skip
        did(date(2026, 10, 1) + timedelta(days=number), slug, 60.0)
    desk.refresh()
    search = desk.tab.lifts.search
    QTest.keyClicks(search, "press")
    QTest.keyClick(search, Qt.Key.Key_Return)
    first, second, *_ = desk.names()
    assert desk.tab._chart.exercise.name == first
    QTest.keyClick(search, Qt.Key.Key_Down)
    QTest.keyClick(search, Qt.Key.Key_Return)
    assert desk.tab._chart.exercise.name == second
    QTest.keyClick(search, Qt.Key.Key_Up)
    assert desk.tab._chart.exercise.name == first


def test_a_click_on_a_session_opens_it_in_the_log(desk, trained):
    plot = desk.tab.strength_page.strength
    newest = len(plot.dots.xs) - 1
    spot = plot.box.mapViewToScene(
        QPointF(float(plot.dots.xs[newest]), float(plot.dots.e1rm[newest]))
    )
    QTest.mouseClick(
        plot.view.viewport(), Qt.MouseButton.LeftButton, pos=plot.view.mapFromScene(spot)
    )
    sessions = [
        session.id
        for session in log.sessions(trained)
        if session.exercises[0].exercise == "back-squat"
    ]
    assert desk.opened == [sessions[-1]]


def test_a_click_on_an_empty_place_opens_nothing(desk):
    plot = desk.tab.strength_page.strength
    QTest.mouseClick(
        plot.view.viewport(), Qt.MouseButton.LeftButton, pos=plot.view.rect().topLeft()
    )
    assert desk.opened == []


def test_the_keyboard_walks_from_session_to_session_and_opens_one(desk):
    plot = desk.tab.strength_page.strength
    QTest.keyClick(plot, Qt.Key.Key_Left)
    assert plot.cursor_item.lines()[0] == "29 Oct"
    QTest.keyClick(plot, Qt.Key.Key_Left)
    assert plot.cursor_item.lines()[0] == "26 Oct"
    assert plot.accessibleDescription().startswith("26 Oct · best set 100 × 5")
    QTest.keyClick(plot, Qt.Key.Key_Return)
    assert len(desk.opened) == 1


def test_a_lifter_who_thinks_in_pounds_reads_pounds(desk, trained):
    kg = float(desk.tab.panel.number.text())
    clients.change(replace(clients.lifter(trained), unit=Unit.LB))
    desk.refresh()
    assert float(desk.tab.panel.number.text()) == pytest.approx(kg / 0.4536, abs=2)
    assert "lb" in desk.tab.panel.spread.text()
    assert desk.tab.strength_page.strength.accessibleName().endswith("lb")
    assert max(desk.tab.strength_page.strength.dots.e1rm) > 200


def test_the_tables_behind_the_plots_hold_the_same_numbers(desk):
    card = desk.tab.strength_page.strength_card
    card.table_button.click()
    assert card.table.isVisible()
    titles = card.model.titles()
    assert titles[:5] == ["Date", "Best set", "Sets", "e1RM kg", "Strength kg"]
    newest = next(row for row in card.model.values() if row[1])
    assert newest[0] == date(2026, 10, 29)
    assert newest[3] == pytest.approx(desk.tab.strength_page.strength.dots.e1rm[-1], abs=0.01)


def test_an_open_table_follows_the_chosen_lift(desk):
    card = desk.tab.strength_page.strength_card
    card.table_button.click()
    before = card.model.values()
    desk.choose("Bench press")
    assert card.model.values() != before


@pytest.fixture
def wear(qapp: QApplication) -> Iterator[Callable[[theme.Theme], None]]:
    """Return what dresses the application in a theme; it is light again afterwards."""
    yield partial(theme.apply, qapp)
    theme.apply(qapp, theme.LIGHT)


def test_both_themes_reach_the_plots(desk, wear):
    for tokens in (theme.DARK, theme.LIGHT):
        wear(tokens)
        QApplication.processEvents()
        for plot in (desk.tab.strength_page.strength, desk.tab.strength_page.weekly):
            picture = plot.view.grab().toImage()
            assert picture.pixelColor(2, 2) == QColor(tokens.panel)


def test_an_empty_log_says_what_will_appear(lifter, qtbot):
    tab = ChartsTab()
    qtbot.addWidget(tab)
    tab.refresh(lifter, date(2026, 11, 5))
    assert tab._body.currentIndex() == 1
    assert not any(widget.isEnabled() for widget in tab.actions_bar())


def test_an_empty_log_leads_to_the_log_and_to_the_import(window, qtbot):
    window.show_tab(TabName.CHARTS)
    log_door, import_door = window.tabs.charts().empty.findChildren(QAbstractButton)
    import_door.click()
    qtbot.waitUntil(lambda: window.findChild(ImportWizard) is not None)
    window.findChild(ImportWizard).reject()
    log_door.click()
    assert window.tab_name is TabName.LOG


def test_a_short_history_says_when_the_phase_can_be_told(lifter, did, qtbot):
    tab = ChartsTab()
    qtbot.addWidget(tab)
    did(date(2026, 11, 2), "deadlift", 100.0)
    tab.refresh(lifter, date(2026, 11, 5))
    hint = tab.strength_page.strength_card.hint
    assert hint.text() == "A phase can appear here after 2 more sessions."


def test_the_forecast_starts_from_what_time_off_is_expected_to_leave(desk):
    today = date(2028, 3, 1)
    desk.refresh(today)
    plot = desk.tab.strength_page.strength
    assert plot.forecast.xs[0] == today.toordinal()
    assert plot.forecast.middle[0] == pytest.approx(plot.across.middle[-1])
    assert plot.across.middle[-1] < plot.level.middle[-1]


def test_everything_that_takes_the_keyboard_has_a_name(desk):
    nameless = [
        widget
        for widget in desk.window.findChildren(QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.isVisible()
        and not widget.accessibleName()
        and not (isinstance(widget, QAbstractButton) and widget.text())
        and not isinstance(widget, QLineEdit)
    ]
    assert [widget.metaObject().className() for widget in nameless] == []


def test_refreshing_leaves_no_widgets_behind(desk):
    def count() -> int:
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        return len(desk.window.findChildren(QWidget))

    before = count()
    for _ in range(5):
        desk.refresh()
    assert count() == before


def test_a_lift_that_trains_no_counted_muscle_has_no_weekly_sets(desk):
    desk.tab.strength_page.show_weeks(None)
    assert not desk.tab.strength_page.weekly_card.isVisible()
    desk.choose("Bench press")
    assert desk.tab.strength_page.weekly_card.isVisible()


def test_a_lifter_without_lifts_sees_nothing_of_another(desk, trained):
    panel = desk.tab.panel
    assert panel.number.isVisible()
    desk.lifter = clients.add(Lifter(name="Ada Novak"))
    desk.refresh()
    assert [each for each in panel.findChildren(QWidget) if each.isVisible()] == []
    assert (panel.number.text(), panel.name.text(), panel.sentences.text()) == ("", "", "")
    assert panel.records.rowCount() == 0
    desk.tab.range.all_days.click()
    assert panel.change.text() == ""
    desk.lifter = trained
    desk.refresh()
    assert panel.name.text() == "BACK SQUAT"
    assert panel.number.isVisible()
