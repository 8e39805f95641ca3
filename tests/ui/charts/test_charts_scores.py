"""The charts tab shows what has no load by its own measure, left and right apart."""

from __future__ import annotations

import csv
from datetime import date, timedelta

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from planner.engine.terms import LoggedExercise, LoggedSet, Session, Side, Technique
from planner.storage import log

TODAY = date(2026, 11, 5)
NAME = "Single-leg balance"


def stood(seconds, side, technique=Technique.SOUND):
    return LoggedSet(None, None, seconds=seconds, side=side, technique=technique)


@pytest.fixture
def standing(trained):
    """Stand on one leg three times; in the second session the right one is missing."""
    days = [
        (stood(20.0, Side.LEFT), stood(30.0, Side.LEFT), stood(28.0, Side.RIGHT)),
        (stood(26.0, Side.LEFT),),
        (stood(9.0, Side.LEFT, Technique.BREAKDOWN), stood(33.0, Side.RIGHT)),
    ]
    for back, sets in enumerate(reversed(days)):
        slot = LoggedExercise("single-leg-balance", sets)
        on = TODAY - timedelta(days=3 * back)
        log.add_session(trained, Session(on, (slot,), name="Balance", finished=True))
    return trained


@pytest.fixture
def balance(standing, desk):
    desk.choose(NAME)
    return desk


def test_what_has_no_load_stands_below_the_lifts_under_its_kind(standing, desk):
    assert desk.names() == ["Back squat", "Bench press", "Neuromuscular", NAME]
    heading = desk.tab.lifts.list.item(2)
    assert not heading.flags() & Qt.ItemFlag.ItemIsSelectable


def test_the_plot_has_a_line_for_each_side_and_none_where_one_is_missing(balance):
    plot = balance.tab.strength_page.scores
    assert plot.isVisible()
    assert not balance.tab.strength_page.strength.isVisible()
    left, right = (plot._lines[side]._line.yData for side in (Side.LEFT, Side.RIGHT))
    assert list(left) == [25.0, 26.0, 9.0]
    assert np.isnan(right[1])
    assert (right[0], right[2]) == (28.0, 33.0)


def test_the_keyboard_walks_over_sessions_and_sides_and_opens_them(balance, qtbot):
    plot = balance.tab.strength_page.scores
    qtbot.keyClick(plot, Qt.Key.Key_Left)
    words = plot.accessibleDescription().replace("\u00a0", " ")
    assert "right: 33 s" in words
    qtbot.keyClick(plot, Qt.Key.Key_Left)
    assert "balance lost" in plot.accessibleDescription()
    qtbot.keyClick(plot, Qt.Key.Key_Return)
    assert len(balance.opened) == 1


def test_the_table_and_the_csv_leave_empty_what_is_missing(balance, tmp_path):
    card = balance.tab.strength_page.score_card
    card.save(tmp_path / "balance.csv")
    text = (tmp_path / "balance.csv").read_text("utf-8-sig")
    rows = list(csv.reader(text.splitlines()))
    assert rows[0] == ["Date", "Side", "Best, seconds", "Median, seconds", "Sets", "Note"]
    assert [row[1:] for row in rows[1:]] == [
        ["right", "33.0", "33.0", "1", ""],
        ["left", "9.0", "9.0", "1", "balance lost"],
        ["right", "", "", "", "not logged"],
        ["left", "26.0", "26.0", "1", ""],
        ["right", "28.0", "28.0", "1", ""],
        ["left", "30.0", "25.0", "2", ""],
    ]


def test_the_panel_tells_the_ladder_and_both_sides_and_no_strength(balance):
    panel = balance.tab.beside.score_panel
    assert panel.isVisible()
    assert not balance.tab.panel.isVisible()
    assert panel.number.text().replace("\u00a0", " ") == "left 9 s · right 33 s"
    assert "step 1 of 6" in panel.ladder.text()
    assert "compared once 3 sessions" in panel.sides.text()


def test_going_back_to_a_lift_shows_its_strength_again(balance):
    balance.choose("Back squat")
    assert balance.tab.strength_page.strength.isVisible()
    assert balance.tab.panel.isVisible()
    balance.tab.range.six_weeks.click()
    balance.choose(NAME)
    balance.tab.range.all_days.click()
    QApplication.processEvents()
    assert balance.tab.strength_page.card_above is balance.tab.strength_page.score_card


def test_an_exercise_that_quality_tells_says_how_to_rate_while_nothing_is_rated(standing, desk):
    hop = LoggedExercise("single-leg-hop-and-stick", (LoggedSet(None, 4, side=Side.EACH),))
    log.add_session(standing, Session(TODAY, (hop,), name="Hop", finished=True))
    desk.refresh()
    desk.choose("Single-leg hop and stick")
    assert "No set was rated yet" in desk.tab.strength_page.score_card.hint.text()
