"""The health questions in the window, by keyboard, and again after a year."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from planner.coach import clients, health
from planner.engine.terms import Intake, Lifter, Topic
from planner.ui import health_stories, today_opening
from planner.ui.intake_dialog import IntakeDialog
from planner.ui.lifter_dialog import LifterDialog
from planner.ui.referral_dialog import ReferralDialog


def test_the_questions_are_answered_by_keyboard_alone_and_each_may_stay_open(desk, at, shown):
    health_stories.ask(at)
    dialog = shown(desk.window, IntakeDialog)
    dialog.rows[0].setFocus()
    for key in "nyn":
        QTest.keyClicks(QApplication.focusWidget(), key)
    assert QApplication.focusWidget() is dialog.rows[3]
    QTest.keyClick(dialog.rows[3], Qt.Key.Key_Up)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Backspace)
    assert dialog.rows[1].accessibleName().endswith("yes")
    assert dialog.count.text() == "2 of 16 answered"
    dialog.accept()
    assert health.intake(desk.lifter).answers == (
        (Topic.HEART, False), (Topic.CARDIAC_EVENT, True),
    )  # fmt: skip
    [card] = shown(desk.window, ReferralDialog).cards
    assert card.accessibleName() == "Cardiologist, or doctor"
    desk.history.undo()
    assert (health.intake(desk.lifter), health.referrals(desk.lifter)) == (None, [])


def test_answers_without_a_yes_open_nothing(desk, at, shown):
    health_stories.ask(at)
    dialog = shown(desk.window, IntakeDialog)
    for row in dialog.rows:
        row.no.click()
    dialog.rows[0].no.click()
    assert dialog.rows[0].answer() is None
    dialog.accept()
    assert not desk.window.findChildren(ReferralDialog)


def test_after_a_year_the_questions_are_offered_again_in_two_quiet_places(
    window, today, shown, qtbot
):
    lifter = window.lifter_id()
    health.answer(lifter, Intake(today - timedelta(days=400), ((Topic.HEART, False),)))
    window.lifter_stories.edit()
    form = shown(window, LifterDialog)
    assert form.questions.text() == "&Health questions, a year old…"
    form.reject()
    dialog = today_opening.show_today(window)
    qtbot.waitUntil(lambda: not dialog.questions.isHidden())
    dialog.questions.click()
    asked = shown(window, IntakeDialog)
    asked.rows[1].no.click()
    asked.accept()
    qtbot.waitUntil(dialog.questions.isHidden)


def test_somebody_under_age_is_told_to_lift_with_an_adult(database, today):
    young = clients.add(Lifter(name="Kim", birth_year=today.year - 15))
    assert health.is_minor(young, today)
    assert not health.is_minor(clients.add(Lifter(name="Jo", birth_year=1990)), today)
