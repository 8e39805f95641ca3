"""Suggestions beside the week: read, accept, adjust, ask why, dismiss."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton

from planner.coach import arranging, blocks, planning, suggesting, untyped, week_edits
from planner.engine.terms import LoggedExercise, LoggedSet, Session, Unit
from planner.storage import decisions, log
from planner.ui.adjust_form import AdjustForm
from planner.ui.look_back_dialog import LookBackDialog
from planner.ui.suggestion_card import SuggestionCard
from planner.ui.why_dialog import WhyDialog

Key = Qt.Key
TODAY = date(2026, 11, 5)


@pytest.fixture
def advised(benched, planner):
    """The planner with advice for the bench press."""
    planner.refresh()
    return planner


def cards(planner) -> list[SuggestionCard]:
    return [card for card in planner.tab.findChildren(SuggestionCard) if not card.isHidden()]


def card(planner) -> SuggestionCard:
    (made,) = cards(planner)
    return made


def click(widget, text: str) -> None:
    next(b for b in widget.findChildren(QPushButton) if b.text().replace("&", "") == text).click()


def says(widget) -> list[str]:
    return [label.text() for label in widget.findChildren(QLabel)]


def bench(planner) -> tuple[str, str]:
    line = planner.planned()[1].exercises[0]
    return planning.prescription_text(line.sets, Unit.KG)


def test_suggestions_out_of_sight_are_counted_over_the_week(advised):
    unseen, pane = advised.tab._header.suggestions, advised.tab._advising.pane
    assert unseen.isHidden()
    pane.hide()
    assert (unseen.isHidden(), unseen.text()) == (False, "1 suggestion")
    click(card(advised), "Later")
    assert unseen.isHidden()


def test_without_a_plan_suggestions_out_of_sight_are_counted_too(lifter, benched, desk):
    for block in planning.mesocycles(lifter):
        blocks.delete_mesocycle(block.id)
    desk.refresh()
    unseen, pane = desk.tab._empty.suggestions, desk.tab._advising.pane
    assert unseen.isHidden()
    pane.hide()
    assert (unseen.isVisible(), unseen.text()) == (True, "1 suggestion")
    asked = []
    desk.tab.suggestions_wanted.connect(lambda: asked.append(True))
    unseen.click()
    assert asked == [True]


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


def test_only_the_best_few_are_shown_until_more_are_asked_for(lifter, planner):
    for slug in ("back-squat", "deadlift", "overhead-press", "barbell-row", "leg-press",
                 "seated-leg-curl", "bench-press", "front-squat"):  # fmt: skip
        for week in range(8, 0, -1):
            entry = LoggedSet(60.0, 8, rir=2.0, load=60.0)
            slot = LoggedExercise(slug, (entry,) * 3)
            on = TODAY - timedelta(weeks=week)
            log.add_session(lifter, Session(on, (slot,), name="Day", finished=True))
    planner.refresh()
    count = len(planning.suggestions(lifter, TODAY))
    assert len(cards(planner)) == 6 < count
    click(planner.tab._advising.pane, f"Show {count - 6} more")
    QApplication.processEvents()
    assert len(cards(planner)) == count


def test_without_anything_logged_the_pane_says_what_brings_suggestions(planner):
    assert cards(planner) == []
    assert "two or three sessions of a lift" in "\n".join(says(planner.tab._advising.pane))


def test_lifts_that_stay_as_they_are_are_counted_when_nothing_changes(lifter, planner):
    for weeks, rir in ((3, 2.0), (2, 2.0), (1, 1.0)):
        entry = LoggedSet(60.0, 8, rir=rir, load=60.0)
        slots = tuple(LoggedExercise(slug, (entry,) * 3) for slug in ("bench-press", "leg-press"))
        on = TODAY - timedelta(weeks=weeks)
        log.add_session(lifter, Session(on, slots, name="Day", finished=True))
    planner.refresh()
    said = "No change to the plan: 2 lifts stay as they are."
    assert said in says(planner.tab._advising.pane)


def lifted(lifter, *slugs: str) -> None:
    """Log eight easy weeks of each lift."""
    entry = LoggedSet(60.0, 8, rir=2.0, load=60.0)
    for slug in slugs:
        for week in range(8, 0, -1):
            on, slot = TODAY - timedelta(weeks=week), LoggedExercise(slug, (entry,) * 3)
            log.add_session(lifter, Session(on, (slot,), name="Day", finished=True))


MANY = ("back-squat", "deadlift", "overhead-press", "barbell-row", "leg-press", "front-squat")


def pane(planner):
    return planner.tab._advising.pane


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


@pytest.mark.usefixtures("dressed")
def test_accepting_leaves_the_list_where_it_is_and_the_keyboard_beside(lifter, planner, qtbot):
    lifted(lifter, *MANY)
    planner.refresh()
    bar = pane(planner)._area.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 300)
    bar.setValue(bar.maximum() // 2)
    chosen = next(c for c in cards(planner) if c.y() > bar.value() + 120)
    place, at = pane(planner)._cards.index(chosen), bar.value()
    chosen.accept.setFocus()
    planner.press(Key.Key_Space)
    assert chosen not in pane(planner)._cards
    assert bar.value() == min(at, bar.maximum())
    assert planner.focus() is pane(planner)._cards[min(place, len(cards(planner)) - 1)]


@pytest.mark.usefixtures("dressed")
def test_the_scroll_bar_covers_no_card(lifter, planner, qtbot):
    lifted(lifter, *MANY)
    planner.refresh()
    area = pane(planner)._area
    qtbot.waitUntil(area.verticalScrollBar().isVisible)
    qtbot.waitUntil(lambda: area.widget().width() <= area.viewport().width())


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
