"""Suggestions beside the week: read, accept, adjust, ask why, dismiss."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from planner.coach import arranging, planning, suggesting, untyped, week_edits
from planner.engine.terms import LoggedExercise, LoggedSet, Session, Unit
from planner.storage import decisions, log
from planner.ui.adjust_form import AdjustForm
from planner.ui.look_back_dialog import LookBackDialog
from planner.ui.why_dialog import WhyDialog
from tests.ui.planner.suggestion_hands import TODAY, card, cards, click, lifted, pane, says

Key = Qt.Key


def bench(planner) -> tuple[str, str]:
    line = planner.planned()[1].exercises[0]
    return planning.prescription_text(line.sets, Unit.KG)


def test_a_card_says_what_why_and_what_it_leads_to(advised):
    texts = says(card(advised))
    assert "Bench press" in texts
    assert "more load" in texts
    assert "→ 4×8 @2 · 62.5 kg" in texts
    assert any("60 kg" in text for text in texts)
    assert {"Likely", "Fairly sure", "Can't tell for sure"} & set(texts)


def test_a_card_names_the_day_of_a_later_session(advised):
    arranging.shift_sessions([advised.planned()[1].id], 1)
    advised.refresh()
    assert any(text.startswith("→ 4×8 @2 · 62.5 kg · for ") for text in says(card(advised)))


def test_accepting_changes_the_planned_load_and_the_card_goes(advised):
    click(card(advised), "Accept")
    assert bench(advised) == ("4×8 @2", "62.5")
    assert cards(advised) == []
    advised.history.undo()
    advised.refresh()
    assert bench(advised) == ("4×8 @2", "60")
    assert len(cards(advised)) == 1


def test_a_suggestion_can_be_changed_before_it_is_accepted(advised):
    click(card(advised), "Adjust…")
    form = advised.tab.findChild(AdjustForm)
    assert form.load.text() == "62.5"
    form.load.setText("61,25")
    form.sets.setText("3")
    form.reps.setText("6-8")
    advised.press(Key.Key_Return, on=form.reps)
    assert bench(advised) == ("3×6–8 @2", "61.25")


@pytest.mark.parametrize(
    ("field", "text", "told"),
    [
        ("load", "heavy", "The load is a number"),
        ("sets", "99", "Between 1 and 20 sets"),
        ("reps", "8-6", "Reps are a number or a range"),
    ],
)
def test_a_change_that_cannot_be_read_is_told_in_the_card(advised, field, text, told):
    click(card(advised), "Adjust…")
    form = advised.tab.findChild(AdjustForm)
    getattr(form, field).setText(text)
    click(form, "Accept as changed")
    assert told in "\n".join(says(form))
    assert advised.asked == []


def test_escape_closes_the_fields_again(advised):
    click(card(advised), "Adjust…")
    form = advised.tab.findChild(AdjustForm)
    advised.press(Key.Key_Escape, on=form.load)
    assert form.isHidden()


def test_what_is_half_typed_in_a_card_survives_a_refresh(advised):
    click(card(advised), "Adjust…")
    advised.tab.findChild(AdjustForm).load.setText("61")
    advised.refresh()
    assert advised.tab.findChild(AdjustForm).load.text() == "61"


def test_dismissing_keeps_the_reason_and_leaves_the_plan_alone(advised):
    click(card(advised), "Dismiss")
    field = next(f for f in card(advised).findChildren(QLineEdit) if f.isVisible())
    assert field.hasFocus()
    field.setText("shoulder is tired")
    advised.press(Key.Key_Return)
    (kept,) = decisions.decisions(advised.lifter)
    assert (kept.verdict, kept.reason) == ("dismissed", "shoulder is tired")
    assert bench(advised) == ("4×8 @2", "60")
    assert cards(advised) == []


def test_a_reason_is_not_needed(advised):
    click(card(advised), "Dismiss")
    advised.press(Key.Key_Return)
    assert decisions.decisions(advised.lifter)[0].reason == ""


def test_why_shows_numbers_reason_sources_and_the_rule(advised):
    click(card(advised), "Why?")
    texts = "\n".join(says(advised.tab.findChild(WhyDialog)))
    made = planning.suggestions(advised.lifter, advised.tab._today)[0]
    assert "Load now\n60 kg" in texts
    assert "Load suggested\n62.5 kg" in texts
    assert made.rule in texts
    assert "Sports" in texts
    assert "WHAT WOULD CHANGE THIS" in texts


def test_a_lifter_who_counts_in_pounds_reads_pounds(pounds, advised):
    texts = "\n".join(says(card(advised)))
    assert " lb" in texts
    assert " kg" not in texts


def test_accepting_says_what_changed(advised):
    click(card(advised), "Accept")
    assert "Bench press: changed in the next session." in says(pane(advised))
    advised.history.undo()
    assert not any("changed in" in text for text in says(pane(advised)))


def test_a_lift_in_no_plan_says_before_and_after_that_no_session_changes(lifter, planner):
    lifted(lifter, "deadlift")
    planner.refresh()
    assert any("Accept keeps the decision" in text for text in says(card(planner)))
    click(card(planner), "Accept")
    assert "Deadlift: kept. No session ahead had anything to change." in says(pane(planner))


def test_why_leads_to_what_was_said_after_every_session(advised, qtbot):
    click(card(advised), "Why?")
    why = advised.tab.findChild(WhyDialog)
    click(why, "What it said before…")
    before = why.findChild(LookBackDialog)
    qtbot.waitUntil(lambda: before.model.rowCount() == 10)
    assert "Bench press" in before.windowTitle()
    before.reject()


@pytest.fixture
def paused(lifter, planner):
    """The planner of somebody who pressed 60 kg until ten weeks ago, planned again for today."""
    entry = LoggedSet(60.0, 8, rir=2.0, target_reps=8, load=60.0)
    for week in range(24, 9, -1):
        slot = LoggedExercise("bench-press", (entry,) * 4)
        on = TODAY - timedelta(weeks=week)
        log.add_session(lifter, Session(on, (slot,), name="Upper", finished=True))
    following = planning.view(lifter, TODAY + timedelta(weeks=1), TODAY).week.id
    week_edits.duplicate_session(planner.planned()[1].id, 3, following)
    untyped.not_done(lifter, suggesting.advised(lifter, TODAY).untyped, TODAY)
    planner.refresh()
    return planner


def later_loads(planner) -> list[float | None]:
    return [entry.load_kg for entry in planner.planned(week=1)[0].exercises[0].sets]


def test_a_welcome_back_says_what_becomes_of_the_next_weeks_and_does_it(paused):
    (told,) = [text for text in says(card(paused)) if text.startswith("Also 1 later session up to")]
    assert told.endswith("kg. After that the plan stays as it is.")
    click(card(paused), "Accept")
    assert max(later_loads(paused)) < 60
    assert f"{max(later_loads(paused)):g} kg" in told
    assert "Bench press: changed in 2 sessions ahead." in says(paused.tab._advising.pane)
    paused.history.undo()
    assert set(later_loads(paused)) == {60}
