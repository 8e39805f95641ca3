"""Finishing a session: what becomes of open sets, and what came out of it."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import Qt

from planner.coach import logging
from planner.engine.terms import LoggedSet
from planner.ui.lift_lines import LiftLines

OPEN = "3 planned sets are open. They stay empty and count as not done."


def finish(desk) -> None:
    desk.tab.work.finish.click()


def test_the_button_says_what_becomes_of_open_sets(desk, five_by_five) -> None:
    desk.start_planned()
    desk.enter(2)
    assert desk.tab.work.finish.toolTip().endswith(OPEN)


def test_a_finished_session_is_summed_up_in_place(desk, five_by_five, did) -> None:
    did(date(2026, 10, 1), "back-squat", LoggedSet(90.0, 5, load=90.0))
    desk.start_planned()
    desk.enter(2)
    finish(desk)
    shown = desk.tab.session.result
    assert shown.isVisible()
    assert shown.done.text().startswith("Finished · 2 sets · 1.0 t")
    assert shown.done.text().endswith("most reps at that load yet: Back squat 100 kg × 5 @2")
    assert shown.left_open.text() == OPEN


def test_warm_ups_are_told_beside_the_sets(desk, five_by_five) -> None:
    desk.start_planned()
    desk.type("w20x10")
    desk.enter(3)
    finish(desk)
    assert desk.tab.session.result.done.text().startswith("Finished · 2 sets and 1 warm-up · 1.0 t")


def test_last_time_stays_beside_a_planned_set_though_it_was_light(desk, five_by_five, did) -> None:
    did(date(2026, 10, 1), "back-squat", LoggedSet(90.0, 5, load=90.0), LoggedSet(95.0, 5))
    desk.start_planned()
    before = [desk.line(number)._last.accessibleName() for number in (1, 2)]
    desk.type("40x8")
    desk.enter()
    desk.enter(3)
    finish(desk)
    assert [desk.line(number)._last.accessibleName() for number in (1, 2)] == before


def test_a_session_done_to_the_end_leaves_nothing_open(desk, five_by_five) -> None:
    desk.start_planned()
    desk.enter(5)
    assert "open" not in desk.tab.work.finish.toolTip()
    finish(desk)
    assert not desk.tab.session.result.left_open.isVisible()


def test_the_next_time_follows_unless_the_tab_is_left_meanwhile(desk, five_by_five, qtbot) -> None:
    desk.start_planned()
    desk.enter(2)
    finish(desk)
    result, ahead = desk.tab.session.result, desk.tab.after.ahead
    with qtbot.waitSignal(ahead.finished):
        pass
    assert result.lines.isVisible()
    desk.refresh()
    desk.tab.hide()
    with qtbot.assertNotEmitted(ahead.made, wait=50):
        pass
    desk.tab.show()
    with qtbot.waitSignal(ahead.finished):
        desk.refresh()


def test_undoing_the_finish_takes_the_sum_away(desk, five_by_five) -> None:
    desk.start_planned()
    desk.enter()
    finish(desk)
    desk.history.undo()
    assert not desk.tab.session.result.isVisible()
    assert desk.tab.work.finish.isEnabled()


def test_the_sum_follows_a_set_corrected_afterwards(desk, five_by_five) -> None:
    desk.start_planned()
    desk.enter(2)
    finish(desk)
    newest = logging.sessions(desk.lifter)[0].id
    card = logging.session_view(desk.lifter, newest, desk.today).cards[0]
    desk.tab.wanted.emit("Delete", lambda: logging.remove_set(card.rows[0].logged.id), None)
    assert "1 set " in desk.tab.session.result.done.text()


def test_another_session_has_no_sum(desk, five_by_five, did) -> None:
    did(date(2026, 10, 1), "back-squat", LoggedSet(90.0, 5, load=90.0))
    desk.start_planned()
    desk.enter()
    finish(desk)
    desk.tab.show_session(logging.sessions(desk.lifter)[1].id)
    assert not desk.tab.session.result.isVisible()


def test_a_key_pressed_after_finishing_logs_nothing_more(desk, five_by_five) -> None:
    desk.start_planned()
    desk.enter(2)
    desk.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert desk.tab.session.result.isVisible()
    desk.enter(3)
    assert len(desk.stored()) == 2


def test_that_nothing_changes_for_the_only_lift_is_said_once(desk, five_by_five, qtbot) -> None:
    desk.start_planned()
    desk.enter(2)
    finish(desk)
    shown = desk.tab.session.result
    qtbot.waitUntil(lambda: "Nothing changes" in shown.lines.text())
    assert shown.lines.text().endswith(
        "Nothing changes. Too little is known yet: it takes two or three sessions"
    )
    assert not shown.whole.isVisible()


def test_what_strong_pain_asks_for_is_said_once_in_the_sum(
    desk, five_by_five, did, today, qtbot
) -> None:
    for days in (9, 6, 3):
        hard = LoggedSet(100.0, 5, rir=2.0, load=100.0)
        did(today - timedelta(days=days), "back-squat", *(hard,) * 3)
    desk.start_planned()
    desk.enter(3)
    desk.type("p5")
    finish(desk)
    lines = desk.tab.session.result.findChild(LiftLines)
    qtbot.waitUntil(lambda: "Leave this lift for now" in lines.text())
    assert lines.text().count("stop this exercise") == 1
