"""The pane of suggestions: how many there are, what stands there without any, where it scrolls."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from planner.coach import blocks, planning
from planner.engine.terms import LoggedExercise, LoggedSet, Session
from planner.storage import log
from tests.ui.planner.suggestion_hands import TODAY, card, cards, click, lifted, pane, says

Key = Qt.Key
MANY = ("back-squat", "deadlift", "overhead-press", "barbell-row", "leg-press", "front-squat")


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
