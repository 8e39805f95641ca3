"""What the planner asks before it logs on another day or copies over sessions."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt

from planner.coach import arranging, week_edits

Key, Held = Qt.Key, Qt.KeyboardModifier


def test_todays_session_starts_today_without_a_question(planner, qtbot):
    planner.select(3)
    with qtbot.waitSignal(planner.tab.session_wanted) as asked:
        planner.press(Key.Key_Return, Held.ControlModifier)
    assert asked.args == [planner.planned()[1].id, date(2026, 11, 5)]


def test_a_session_of_a_past_day_is_offered_for_that_day_first(planner, qtbot):
    planner.select(0)
    planner.press(Key.Key_Return, Held.ControlModifier)
    ask = planner.tab.ask
    assert ask.question.text() == "Lower is planned for Mon 2 Nov. Log it on which day?"
    assert [made.text() for made in ask.buttons] == ["On Mon 2", "Today, Thu 5", "Cancel"]
    with qtbot.waitSignal(planner.tab.session_wanted) as asked:
        planner.press(Key.Key_Return)
    assert asked.args == [planner.planned()[0].id, date(2026, 11, 2)]
    assert not ask.isVisible()


def test_a_session_of_a_day_to_come_is_offered_for_today_first(planner, qtbot):
    arranging.move_sessions([planner.planned()[0].id], 5)
    planner.refresh()
    planner.select(5)
    planner.press(Key.Key_Return, Held.ControlModifier)
    with qtbot.waitSignal(planner.tab.session_wanted) as asked:
        planner.press(Key.Key_Return)
    assert asked.args[1] == date(2026, 11, 5)


def test_the_question_for_the_day_is_left_with_escape(planner):
    planner.select(0)
    planner.press(Key.Key_Return, Held.ControlModifier)
    planner.press(Key.Key_Escape)
    assert not planner.tab.ask.isVisible()
    assert planner.grid.hasFocus()


def test_a_week_with_sessions_of_its_own_is_not_copied_over_unasked(planner):
    following = planner.tab._view.weeks[1].id
    week_edits.add_session(following, 1, "Her own")
    planner.tab.weeks.copy(planner.tab.weeks.shown)
    assert planner.tab.ask.question.text() == "The next week already has 1 session: Her own."
    assert [made.name for made in planner.planned(1)] == ["Her own"]
    planner.tab.ask.buttons[1].click()
    assert sorted(made.name for made in planner.planned(1)) == ["Her own", "Lower", "Upper"]


def test_a_week_is_copied_over_another_when_that_is_wanted(planner):
    week_edits.add_session(planner.tab._view.weeks[1].id, 1, "Her own")
    planner.tab.weeks.copy(planner.tab.weeks.shown)
    planner.tab.ask.buttons[0].click()
    assert [made.name for made in planner.planned(1)] == ["Lower", "Upper"]
