"""One line above planner and log says what the day asks for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from planner.coach import blocks, health, planning, switches, today as day, week_edits
from planner.coach.switches import Switch
from planner.engine.terms import (
    Absence,
    DayVerdict,
    Lifter,
    LoggedSet,
    PlannedSet,
    ReferralSource,
    Topic,
)
from planner.storage import clients, plan
from planner.ui.log_tab import LogTab
from planner.ui.main_window import MainWindow
from planner.ui.side_panes import Side
from planner.ui.today_line import TodayLine
from planner.ui.top_bar import TabName

Shown = Callable[[], TodayLine]
SQUAT = LoggedSet(100.0, 5, rir=2.0, load=100.0)


def test_nothing_is_said_to_whoever_has_no_log(shown: Shown) -> None:
    assert shown().isHidden()


def test_a_day_without_a_session_says_nothing_unless_the_next_one_finds_a_muscle_tired(
    window: MainWindow, trained: int, did: Callable[..., None], today: date, shown: Shown
) -> None:
    blocks.new_mesocycle(trained, "Block", today, weeks=1)
    (week,) = planning.view(trained, today, today).weeks
    line = week_edits.add_exercise(week_edits.add_session(week.id, 1, "Lower A"), "back-squat")
    week_edits.prescribe(line, (PlannedSet(5, 5, rir=2.0, load_kg=100.0, load=100.0),) * 5)
    window.refresh()
    line = shown()
    assert line.isHidden()
    window.refresh()
    assert line.isHidden()  # nor is its place kept again
    did(today, "back-squat", *(replace(SQUAT, rir=0.0),) * 14)
    window.refresh()
    made = shown()
    assert made.word.text() == "Rest day"
    assert made.text.accessibleName().startswith("Next: Lower A tomorrow; ")
    assert " ready about " in made.text.accessibleName()


def test_the_verdict_stands_above_planner_and_log_but_not_above_charts(
    window: MainWindow, trained: int, shown: Shown
) -> None:
    line = shown()
    assert line.word.text() == "Hold"
    window.show_tab(TabName.LOG)
    assert not line.isHidden()
    window.show_tab(TabName.CHARTS)
    assert line.isHidden()


def test_the_line_keeps_its_place_while_the_day_is_read(window: MainWindow, trained: int) -> None:
    line = window.today_stories.line
    assert (line.isHidden(), line.word.text()) == (False, "")


def test_beside_its_card_the_line_has_neither_the_reason_nor_the_action(
    window: MainWindow, drained: int, shown: Shown
) -> None:
    line = shown()
    assert line.word.text() == "Rest"
    assert line.text.accessibleName() == "no training today · see the suggestions"
    assert line.action.isHidden()
    window.side_panes.toggle(Side.RIGHT)
    assert line.action.text() == "Move the session"
    assert "see the suggestions" not in line.text.accessibleName()


def test_the_action_moves_the_session_and_undo_brings_it_back(
    window: MainWindow, drained: int, shown: Shown, today: date
) -> None:
    def moved() -> list[int]:
        block = plan.mesocycle_on(drained, today)
        assert block is not None
        return [session.day for week in block.weeks for session in week.sessions]

    window.show_tab(TabName.LOG)
    before = moved()
    shown().action.click()
    assert moved() != before
    window.history.undo()
    assert moved() == before


def test_a_day_to_ease_has_its_session_made_lighter_by_one_click_and_says_so(
    window: MainWindow, drained: int, shown: Shown, today: date
) -> None:
    day.choose(drained, today, DayVerdict.EASE)
    window.refresh()
    line = shown()
    assert line.action.text() == "Make today lighter"
    line.action.click()
    assert shown().text.accessibleName() == "the session is lighter now"
    assert line.action.isHidden()
    window.history.undo()
    assert shown().action.text() == "Make today lighter"


def test_who_is_ill_is_told_so_once_whatever_is_switched_off(
    window: MainWindow, trained: int, shown: Shown, today: date
) -> None:
    clients.add_absence(trained, Absence(today - timedelta(days=3), None, "ill"))
    switches.set_on(trained, Switch.VERDICT, False)
    window.refresh()
    line = shown()
    assert (line.word.text(), line.action.text()) == ("Get well first", "I am well again")
    assert line.close_it.isHidden()
    assert window.tabs.planner()._advising.pane._none.text() == "None for now."
    window.show_tab(TabName.LOG)
    shown()
    assert line.action.isHidden()  # the list of days away has it
    window.side_panes.toggle(Side.LEFT)
    line.action.click()
    assert shown().isHidden()


def test_a_clearance_that_is_waited_for_outweighs_everything_else(
    window: MainWindow, trained: int, shown: Shown, today: date
) -> None:
    clients.add_absence(trained, Absence(today, None, "ill"))
    health.raise_referral(trained, Topic.CARDIAC_EVENT, today, ReferralSource.INTAKE)
    window.refresh()
    line = shown()
    assert line.word.text() == "Waiting for clearance"
    assert line.close_it.isHidden()
    assert (line.action.text(), line.action.isHidden()) == ("Clearance…", False)
    line.action.click()
    assert [each for each in window.findChildren(QDialog) if each.isVisible()]


def test_what_blocks_shows_without_waiting_for_the_day_to_be_read(
    window: MainWindow, trained: int, shown: Shown, today: date
) -> None:
    line = shown()
    key = health.raise_referral(trained, Topic.CARDIAC_EVENT, today, ReferralSource.INTAKE)
    window.refresh()
    assert line.word.text() == "Waiting for clearance"
    health.take_back(replace(health.referrals(trained)[0], id=key))
    window.refresh()
    assert line.word.text() == ""


def test_a_line_put_away_stays_away_for_the_day_and_the_lifter(
    window: MainWindow, trained: int, shown: Shown, did: Callable[..., None], today: date
) -> None:
    shown().close_it.click()
    window.refresh()
    assert shown().isHidden()
    other = clients.add_lifter(Lifter(name="Somebody else"))
    window.show_lifter(other)
    window.show_lifter(trained)
    assert window.today_stories.line.isHidden()
    day.choose(trained, today, DayVerdict.EASE)
    window.show_tab(TabName.CHARTS)
    window.show_tab(TabName.PLANNER)
    assert not shown().isHidden()  # this is another line


def test_a_set_half_typed_keeps_its_keys_and_its_place(
    window: MainWindow, trained: int, shown: Shown, five_by_five: None, qtbot: QtBot, today: date
) -> None:
    window.show()
    window.show_tab(TabName.LOG)
    with qtbot.waitActive(window):
        window.activateWindow()
    log = window.tabs.log()
    log.start.buttons[0].click()
    held = _held(window, log)
    QTest.keyClicks(held, "10")
    QApplication.processEvents()
    place = held.mapTo(window, held.rect().center())
    shown()
    assert QApplication.focusWidget() is held
    assert held.mapTo(window, held.rect().center()) == place


def _held(window: MainWindow, log: LogTab) -> QWidget:
    held = QApplication.focusWidget()
    assert held is not None
    assert log.session.isAncestorOf(held)
    return held


def test_without_the_questions_only_the_bodyweight_is_asked_for(
    window: MainWindow, trained: int, shown: Shown
) -> None:
    switches.set_on(trained, Switch.CHECK_IN, False)
    window.show_tab(TabName.LOG)
    log = window.tabs.log()
    assert log.start.check_in.isHidden()
    assert all(scale.isHidden() for scale in log.side.check_in.scales.values())
    assert log.side.check_in.title.isHidden()
    assert not log.side.check_in.bodyweight.isHidden()
    window.show_tab(TabName.PLANNER)
    assert shown().action.isHidden()


def test_the_first_sessions_back_are_counted(
    window: MainWindow, lifter: int, did: Callable[..., None], today: date, shown: Shown
) -> None:
    for days in (2, 40, 47, 54, 61):
        did(today - timedelta(days=days), "back-squat", *(SQUAT,) * 3)
    window.refresh()
    line = shown()
    assert line.word.text() == "Ease"
    said = "Ease · Re-entry session 2 of 3 after 38 days off: lighter."
    assert line.accessibleName() == said  # not less than planned: the plan may be eased by now


def test_answers_clicked_one_after_another_hit_what_they_aim_at_while_the_line_comes_to_speak(
    window: MainWindow, trained: int, shown: Shown, qtbot: QtBot, today: date
) -> None:
    blocks.new_mesocycle(trained, "Block", today, weeks=1)
    (week,) = planning.view(trained, today, today).weeks
    week_edits.add_exercise(week_edits.add_session(week.id, 1, "Lower A"), "back-squat")
    window.show()
    window.show_tab(TabName.LOG)
    line = shown()
    assert line.accessibleName() == ""
    scales = window.tabs.log().side.check_in.scales
    QApplication.processEvents()
    aimed = {
        name: scales[name].segments[0].mapTo(window, scales[name].segments[0].rect().center())
        for name in ("sleep", "motivation", "energy")
    }
    for point in aimed.values():
        under = window.childAt(point)
        assert under is not None
        QTest.mouseClick(under, Qt.MouseButton.LeftButton, pos=under.mapFrom(window, point))
        shown()
        QApplication.processEvents()
    made = clients.check_in(trained, today)
    assert made is not None
    assert (made.sleep, made.motivation, made.energy) == (1, 1, 1)
    assert line.accessibleName() != ""


def test_beside_strong_pain_of_today_nothing_is_called_as_planned(
    window: MainWindow,
    trained: int,
    did: Callable[..., None],
    plan_today: Callable[..., None],
    today: date,
    shown: Shown,
) -> None:
    plan_today(bench_press=(PlannedSet(5, 5),), back_squat=(PlannedSet(5, 5),))
    did(today, "back-squat", replace(SQUAT, pain=10))
    window.refresh()
    made = shown()
    assert made.word.text() == "Hold"
    told = made.text.accessibleName() or made.text.text()
    assert (
        told == "Back squat: pain of 10 out of 10 today. Have it looked at before you do it again."
    )
