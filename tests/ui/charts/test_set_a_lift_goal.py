"""A goal is set on the card of a lift, drawn on its plot, and taken back in one step."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from planner.coach import charts, clients
from planner.coach.charts import goals
from planner.coach.charts.goals import LiftGoal
from planner.coach.charts.lift_measures import LiftMeasure
from planner.engine.terms import KG_PER_LB, LoggedExercise, LoggedSet, Session, SetKind, Unit
from planner.storage import log
from planner.ui.charts.goal_dialog import GoalDialog
from planner.ui.top_bar import TabName

SQUAT = "back-squat"
TODAY = date(2026, 11, 5)


def did(lifter, slug, days_ago, kg, reps=5):
    entry = LoggedSet(kg, reps, rir=2.0, load=kg)
    on = TODAY - timedelta(days=days_ago)
    log.add_session(lifter, Session(on, (LoggedExercise(slug, (entry,) * 3),), finished=True))


@pytest.fixture
def squats(window, lifter):
    """Show the window's charts of eight weeks of squats."""
    for week in range(8, 0, -1):
        did(lifter, SQUAT, 7 * week - 6, 100.0 - 2 * week)
    window.resize(1280, 800)
    window.show()
    window.show_tab(TabName.CHARTS)
    QApplication.processEvents()
    return window


@pytest.fixture
def asked(squats):
    """Open the dialog from the card."""

    def ask():
        page = squats.tabs.charts().strength_page
        shown = (
            page.strength_card.switch
            if page.strength_card.switch.isVisible()
            else page.measure_card.switch
        )
        shown.goal.click()
        return squats.findChildren(GoalDialog)[-1]

    return ask


def typed(dialog, text):
    dialog.amount.clear()
    QTest.keyClicks(dialog.amount, text)


def test_a_goal_far_beyond_the_lift_is_asked_about_once(asked, lifter):
    dialog = asked()
    typed(dialog, "700")
    dialog.accept()
    assert goals.goal(lifter, SQUAT) is None
    assert dialog.problem.text().startswith("That is more than twice today's estimate.")
    dialog.accept()
    assert goals.goal(lifter, SQUAT) == LiftGoal(700.0)


def test_a_goal_is_set_drawn_told_and_taken_back_in_one_step(squats, asked, lifter):
    dialog = asked()
    assert dialog.windowTitle() == "Goal: Back squat"
    assert not dialog.remove.isVisible()
    typed(dialog, "160")
    dialog.accept()
    assert goals.goal(lifter, SQUAT) == LiftGoal(160.0)
    tab = squats.tabs.charts()
    assert tab.strength_page.strength.goal.value == 160.0
    assert tab.strength_page.strength_card.switch.standing._full.startswith("Goal 160 kg e1RM · ")
    assert "Goal 160 kg e1RM: " in tab.panel.sentences.text()
    assert squats.history.next_undo().text() == "Change goal"
    squats.undo_stories.undo()
    assert goals.goal(lifter, SQUAT) is None
    assert tab.strength_page.strength.goal.value is None
    assert not tab.strength_page.strength_card.switch.standing._full


def test_a_load_for_reps_by_a_day_is_drawn_among_the_best_sets(squats, asked, lifter):
    dialog = asked()
    dialog.by_load.click()
    typed(dialog, "120")
    dialog.reps.setValue(3)
    dialog.wanted_by.click()
    dialog.by.show_day(date(2027, 3, 1))
    dialog.accept()
    assert goals.goal(lifter, SQUAT) == LiftGoal(120.0, 3, date(2027, 3, 1))
    page = squats.tabs.charts().strength_page
    page.choose_measure(LiftMeasure.BEST_SET)
    assert page.measure_card.lines.goal.value == 120.0
    assert page.measure_card.switch.standing._full.startswith("Goal 120 kg × 3 · ")
    again = asked()
    assert (again.amount.text(), again.reps.value()) == ("120", 3)
    assert again.by.day() == date(2027, 3, 1)
    page.choose_measure(LiftMeasure.TONNAGE)
    assert page.measure_card.lines.goal.value is None


def test_a_goal_is_removed(squats, asked, lifter):
    goals.change(lifter, SQUAT, LiftGoal(160.0))
    squats.refresh()
    dialog = asked()
    assert dialog.remove.isVisible()
    dialog.remove.click()
    assert goals.goal(lifter, SQUAT) is None


def test_cancel_changes_nothing(asked, lifter):
    dialog = asked()
    typed(dialog, "160")
    dialog.reject()
    assert goals.goal(lifter, SQUAT) is None


@pytest.mark.parametrize("text", ["", "0", "-20", "5000", "much"])
def test_what_is_no_goal_stays_in_the_dialog_and_says_why(asked, lifter, text):
    dialog = asked()
    typed(dialog, text)
    dialog.accept()
    assert dialog.isVisible()
    assert dialog.problem.isVisible()
    QTest.keyClicks(dialog.amount, "1")
    assert not dialog.problem.isVisible()
    dialog.reject()
    assert goals.goal(lifter, SQUAT) is None


def test_pounds_are_asked_of_who_reads_pounds(squats, asked, lifter):
    clients.change(replace(clients.lifter(lifter), unit=Unit.LB))
    squats.refresh()
    dialog = asked()
    typed(dialog, "315")
    dialog.accept()
    assert goals.goal(lifter, SQUAT).kg == pytest.approx(315 * KG_PER_LB, abs=0.001)
    said = squats.tabs.charts().strength_page.strength_card.switch.standing._full
    assert said.startswith("Goal 315 lb e1RM · ")
    assert asked().amount.text() == "315"


def test_nothing_added_is_a_goal_of_a_pull_up(squats, lifter, qtbot):
    for days_ago in (9, 5, 2):
        did(lifter, "pull-up", days_ago, None, 8)
    dialog = GoalDialog(None, charts.strength(lifter, "pull-up", TODAY), None, Unit.KG)
    qtbot.addWidget(dialog)
    dialog.by_load.setChecked(True)
    dialog.reps.setValue(12)
    assert dialog.amount.placeholderText() == "none"
    assert dialog.entered() == LiftGoal(0.0, 12)
    dialog.by_e1rm.setChecked(True)
    assert dialog.entered() is None


def test_before_strength_is_known_the_dialog_says_what_a_goal_is_for(lifter, qtbot):
    warm = LoggedSet(60.0, 5, kind=SetKind.WARMUP, load=60.0)
    log.add_session(lifter, Session(TODAY, (LoggedExercise(SQUAT, (warm,)),)))
    dialog = GoalDialog(None, charts.strength(lifter, SQUAT, TODAY), None, Unit.KG)
    qtbot.addWidget(dialog)
    assert dialog._today() == "A goal changes no plan; the chart says how far it is."


def test_the_keyboard_sets_a_goal(squats, asked, lifter, qtbot):
    dialog = asked()
    QTest.keyClicks(dialog.amount, "150")
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    assert goals.goal(lifter, SQUAT) == LiftGoal(150.0)
    assert all(each.accessibleName() for each in (dialog.amount, dialog.reps, dialog.by))
