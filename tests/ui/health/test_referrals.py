"""Referrals in the window: from a sign or from pain, and what a clearance asks for."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from planner.coach import health, logging, scope, suggesting
from planner.coach.health import Clearance
from planner.coach.quiet import quiet
from planner.coach.wording import render
from planner.engine.terms import Limit, LoggedSet, Profession, ReferralSource, Topic
from planner.storage import health as storage
from planner.ui import health_stories
from planner.ui.pain_bar import PainBar
from planner.ui.referral_clearance import ClearanceDialog
from planner.ui.referral_dialog import ReferralDialog
from planner.ui.referral_signs import SignsDialog

HURT = LoggedSet(100.0, 5, load=100.0, pain=6)


def clearance(desk, at, shown):
    """Open the clearance of the first referral that waits."""
    health_stories.show(at)
    referrals = shown(desk.window, ReferralDialog)
    referrals.cards[0].enter.click()
    return shown(referrals, ClearanceDialog)


def test_a_clearance_is_entered_with_a_limit_and_lets_loads_be_suggested_again(desk, at, shown):
    health.raise_referral(desk.lifter, Topic.SURGERY, desk.today, ReferralSource.INTAKE)
    dialog = clearance(desk, at, shown)
    dialog.accept()
    assert dialog.problem.text() == "Who cleared you? A name is needed."
    dialog.by.setText("Dr. Knie")
    dialog.limited.setChecked(True)
    dialog.accept()
    assert dialog.problem.text().startswith("What is the limit?")
    dialog.area.setCurrentIndex(dialog.area.findData(Limit.KNEE.value))
    dialog.most.setText("0")
    dialog.accept()
    assert dialog.problem.text() == "That is no load."
    dialog.most.setText("40")
    dialog.accept()
    [limit] = storage.restrictions(desk.lifter)
    assert (limit.limit, limit.most_kg, limit.set_by) == (Limit.KNEE, 40.0, "Dr. Knie")
    assert limit.profession is Profession.SURGEON
    assert quiet(desk.lifter, desk.today).blocked is None
    assert shown(desk.window, ReferralDialog).cards == []
    desk.history.undo()
    assert storage.restrictions(desk.lifter) == []
    assert quiet(desk.lifter, desk.today).blocked is not None


def test_save_stays_under_the_hand_while_an_urgent_sign_is_told_of(desk, at, shown):
    health_stories.ask_signs(at)
    dialog = shown(desk.window, SignsDialog)
    before = dialog.save.mapTo(dialog, dialog.save.rect().center())
    tick = dialog.ticks[Topic.CHEST_PAIN]
    tick.click()
    QApplication.processEvents()
    assert dialog.help_now.isVisible()
    assert dialog.save.mapTo(dialog, dialog.save.rect().center()) == before
    dialog.reject()
    QApplication.processEvents()
    assert dialog.unsaved.isVisible()
    assert dialog.save.mapTo(dialog, dialog.save.rect().center()) == before
    for told in (dialog.help_now, dialog.unsaved):
        assert told.height() >= told.heightForWidth(told.width())


def test_an_urgent_sign_says_at_once_to_get_help_and_blocks_loads(desk, at, shown):
    health_stories.ask_signs(at)
    dialog = shown(desk.window, SignsDialog)
    dialog.ticks[Topic.LOCKING].setChecked(True)
    assert dialog.help_now.isHidden()
    dialog.ticks[Topic.CHEST_PAIN].setChecked(True)
    assert "get medical help now" in dialog.help_now.text()
    assert dialog.help_now.isVisible()
    dialog.accept()
    assert quiet(desk.lifter, desk.today).blocked is not None
    referrals = shown(desk.window, ReferralDialog)
    assert referrals.help_now.isVisible()
    referrals.accept()
    health_stories.show(at)
    referrals = shown(desk.window, ReferralDialog)
    assert referrals.help_now.isVisible()
    for waits in health.waiting(desk.lifter, desk.today):
        health.clear(desk.lifter, waits, Clearance(desk.today, "Dr Adams"))
    referrals.accept()
    health_stories.show(at)
    assert not shown(desk.window, ReferralDialog).help_now.isVisible()


def test_a_sign_of_what_waits_since_the_questions_says_to_get_help_and_keeps_its_note(
    desk, at, shown
):
    health.raise_referral(desk.lifter, Topic.CHEST_PAIN, desk.today, ReferralSource.INTAKE)
    health_stories.ask_signs(at)
    dialog = shown(desk.window, SignsDialog)
    dialog.ticks[Topic.CHEST_PAIN].setChecked(True)
    dialog.note.setText("on the stairs")
    dialog.accept()
    assert shown(desk.window, ReferralDialog).help_now.isVisible()
    assert [made.note for made in health.waiting(desk.lifter, desk.today)] == ["on the stairs"]
    desk.history.undo()
    assert [made.source for made in health.waiting(desk.lifter, desk.today)] == ["intake"]


def test_what_a_clearance_lacks_is_told_without_moving_save_and_until_it_is_typed(desk, at, shown):
    health.raise_referral(desk.lifter, Topic.SURGERY, desk.today, ReferralSource.INTAKE)
    dialog = clearance(desk, at, shown)
    save = next(each for each in dialog.findChildren(QPushButton) if each.isDefault())
    place = save.mapTo(dialog, save.rect().center())
    QTest.mouseClick(save, Qt.MouseButton.LeftButton)
    QApplication.processEvents()
    assert (dialog.problem.text(), dialog.by.property("state")) != ("", "")
    assert save.mapTo(dialog, save.rect().center()) == place
    QTest.keyClicks(dialog.by, "D")
    assert (dialog.problem.text(), dialog.by.property("state")) == ("", "")
    QTest.mouseClick(save, Qt.MouseButton.LeftButton)
    assert health.waiting(desk.lifter, desk.today) == ()


def test_an_older_letter_is_taken_with_a_hint_that_the_question_is_younger(desk, at, shown):
    health.raise_referral(desk.lifter, Topic.SURGERY, desk.today, ReferralSource.INTAKE)
    dialog = clearance(desk, at, shown)
    assert not dialog.older.isVisible()
    written = desk.today - timedelta(days=14)
    dialog.on.show_day(written)
    assert (dialog.on.day(), dialog.older.isVisible()) == (written, True)
    assert dialog.older.text() == "Older than the question asked on 5 Nov."
    dialog.by.setText("Dr. Knie")
    dialog.accept()
    [made] = health.referrals(desk.lifter)
    assert (made.cleared_on, made.cleared_by) == (written, "Dr. Knie")
    assert health.waiting(desk.lifter, desk.today) == ()


def test_a_letter_from_before_a_sign_is_refused_in_place(desk, at, shown):
    health.raise_referral(desk.lifter, Topic.FAINTING, desk.today, ReferralSource.SIGN)
    dialog = clearance(desk, at, shown)
    dialog.by.setText("Dr. Cor")
    dialog.on.show_day(desk.today - timedelta(days=1))
    dialog.accept()
    assert dialog.problem.text() == health.TOO_OLD
    assert len(health.waiting(desk.lifter, desk.today)) == 1


def test_a_limit_that_would_end_before_it_begins_is_told_in_place(desk, at, shown):
    health.raise_referral(desk.lifter, Topic.SURGERY, desk.today, ReferralSource.INTAKE)
    dialog = clearance(desk, at, shown)
    dialog.by.setText("Dr. Knie")
    dialog.limited.setChecked(True)
    dialog.most.setText("40")
    dialog.until.show_day(desk.today - timedelta(days=35))
    dialog.accept()
    assert dialog.problem.text() == "The limit ends before the day of the clearance."
    assert dialog.until.lineEdit().property("state") == "error"
    assert len(health.waiting(desk.lifter, desk.today)) == 1
    dialog.until.show_day(desk.today)
    assert (dialog.problem.text(), dialog.until.lineEdit().property("state")) == ("", "")
    dialog.accept()
    assert [made.until for made in scope.restrictions(desk.lifter)] == [desk.today]


def test_a_referral_raised_by_mistake_is_taken_back_in_place(desk, at, shown):
    health.raise_referral(desk.lifter, Topic.LOCKING, desk.today, ReferralSource.SIGN)
    health_stories.show(at)
    dialog = shown(desk.window, ReferralDialog)
    dialog.cards[0].drop.click()
    assert (dialog.cards, health.referrals(desk.lifter)) == ([], [])


def test_pain_of_3_holds_the_load_of_5_takes_the_exercise_out_and_opens_the_referral_card(
    window, today, shown
):
    session = logging.start_free(window.lifter_id(), today)
    for slug in ("back-squat", "bench-press"):
        slot = logging.add_exercise(session, slug)
    window.show()
    window.show_session(session)
    logging.log_sets(slot - 1, [LoggedSet(90.0, 5, load=90.0)])
    window.refresh()
    pane = window.tabs.log().session
    card = pane.cards[0]

    def hurts(pain: int) -> None:
        card.rows[0].first_cell().setFocus()
        pane.remarks.ask("P")
        QApplication.processEvents()
        card.findChild(PainBar).buttons[pain].click()
        for _ in range(3):
            QApplication.processEvents()
            card.next_set.look_now()

    hurts(3)
    assert card.next_set.news.text() == "Pain of 3 out of 10: hold the load, or take less."
    assert card.next_set.consult.isHidden()
    hurts(5)
    assert "stop this exercise" in card.next_set.news.text()
    assert card.next_set.forecast.isHidden()
    assert pane.cards[1].isAncestorOf(QApplication.focusWidget())
    assert not window.findChildren(ReferralDialog)
    card.next_set.consult.click()
    dialog = shown(window, ReferralDialog)
    [offered] = dialog.cards
    assert offered.accessibleName() == "Physiotherapist, or doctor"
    assert (offered.wait.isVisible(), offered.enter.isVisible()) == (True, False)
    assert quiet(window.lifter_id(), today).of("back-squat") is None
    offered.wait.click()
    [waits] = dialog.cards
    assert (waits.wait.isHidden(), waits.enter.isHidden()) == (True, False)
    assert quiet(window.lifter_id(), today).of("back-squat") is not None
    dialog.accept()
    QApplication.processEvents()
    card.next_set.look_now()
    assert card.next_set.consult.isHidden()


@pytest.mark.parametrize("pain", [5, 9])
def test_log_card_and_window_say_the_same_of_one_pain(window, today, shown, pain):
    session = logging.start_free(window.lifter_id(), today)
    slot = logging.add_exercise(session, "plank")
    logging.log_sets(slot, [LoggedSet(None, None, seconds=60.0, pain=pain)])
    window.show()
    window.show_session(session)
    card = window.tabs.log().session.cards[0]
    QApplication.processEvents()
    card.next_set.look_now()
    said = card.next_set.news.text()
    assert ("leave it out" in said, "looked at by a doctor" in said) == (pain == 5, pain == 9)
    [made] = suggesting.suggestions(window.lifter_id(), today)
    assert render(made.reason) == said
    health_stories.show_referrals(window)  # from the menu, without a lift
    [offered] = shown(window, ReferralDialog).cards
    assert offered.referral.exercise == "plank"
    assert offered.reason.text() == said


def test_strong_pain_the_second_time_running_opens_the_referral_card(window, today, shown):
    before = logging.start_free(window.lifter_id(), today - timedelta(days=7))
    logging.log_sets(logging.add_exercise(before, "back-squat"), [HURT])
    session = logging.start_free(window.lifter_id(), today)
    logging.log_sets(logging.add_exercise(session, "back-squat"), [LoggedSet(90.0, 5, load=90.0)])
    window.show_session(session)
    pane = window.tabs.log().session
    pane.cards[0].rows[0].first_cell().setFocus()
    pane.remarks.ask("P")
    pane.findChild(PainBar).buttons[5].click()
    [card] = shown(window, ReferralDialog).cards
    assert card.referral.exercise == "back-squat"


def test_a_cleared_referral_stays_in_the_list_with_who_cleared_it(desk, at, shown):
    health.raise_referral(desk.lifter, Topic.LOCKING, date(2026, 11, 2), ReferralSource.SIGN)
    [waits] = health.waiting(desk.lifter, desk.today)
    health.clear(desk.lifter, waits, Clearance(desk.today, "Ana", Profession.PHYSIOTHERAPIST))
    health_stories.show(at)
    dialog = shown(desk.window, ReferralDialog)
    said = [each.text() for each in dialog.area.findChildren(type(dialog.help_now))]
    assert said[-1] == ("Cleared on 5 Nov by Ana (physiotherapist): Joint that locks or gives way")


def test_a_clearance_may_limit_one_exercise_and_refuses_one_that_is_not_known(desk, at, shown):
    health.raise_referral(desk.lifter, Topic.CARDIAC_EVENT, desk.today, ReferralSource.INTAKE)
    dialog = clearance(desk, at, shown)
    dialog.by.setText("Dr. Herz")
    dialog.limited.setChecked(True)
    dialog.area.setCurrentIndex(dialog.area.findData("exercise"))
    dialog.exercise.setCurrentText("dead lifting")
    dialog.most.setText("60")
    dialog.accept()
    assert dialog.problem.text() == "Choose an exercise of the library."
    dialog.exercise.setCurrentText("deadlift")
    dialog.accept()
    [limit] = storage.restrictions(desk.lifter)
    assert (limit.exercise, limit.limit, limit.most_kg) == ("deadlift", None, 60.0)
