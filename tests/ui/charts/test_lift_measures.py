"""The plot of a lift shows other measures: chosen on its card, over the days that were in view."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from planner.coach import charts, clients
from planner.coach.charts import lift_measures
from planner.coach.charts.lift_measures import LiftMeasure
from planner.engine.terms import LoggedExercise, LoggedSet, Session, SetKind, Unit
from planner.storage import log
from tests.ui.charts.conftest import TODAY, ChartsDesk

CHOICES = ["Strength (e1RM)", "Best set", "Reps at a load", "Tonnage", "Intensity", "Hard sets"]


def choose(desk, measure):
    """Choose a measure with the pointer, as far as offscreen goes."""
    switch = switch_shown(desk)
    index = switch.measures.findData(measure)
    switch.measures.setCurrentIndex(index)
    switch.measures.activated.emit(index)
    QApplication.processEvents()


def switch_shown(desk):
    page = desk.tab.strength_page
    return (
        page.strength_card.switch
        if page.strength_card.switch.isVisible()
        else page.measure_card.switch
    )


def card(desk):
    return desk.tab.strength_page.card_above


def table(desk):
    model = card(desk).filled()
    rows = [
        [model.index(row, column).data() for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]
    return model.titles(), rows


def test_the_switch_offers_six_measures_of_a_lift(desk):
    box = switch_shown(desk).measures
    assert [box.itemText(row) for row in range(box.count())] == CHOICES
    assert box.currentText() == "Strength (e1RM)"
    assert box.accessibleName()


@pytest.mark.parametrize(
    ("measure", "title", "columns", "newest"),
    [
        (LiftMeasure.BEST_SET, "Back squat – best set, kg", ["Date", "Load kg", "Reps", "RIR"],
         ["29 Oct 2026", "100", "5", "2"]),
        (LiftMeasure.REPS_AT_LOAD, "Back squat – reps at 97.5 kg",
         ["Date", "Load kg", "Reps", "RIR", "Note"],
         ["29 Oct 2026", "100", "5", "2", "a step off"]),
        (LiftMeasure.TONNAGE, "Back squat – tonnage a session, kg", ["Date", "Tonnage kg"],
         ["29 Oct 2026", "1500"]),
        (LiftMeasure.HARD_SETS, "Back squat – hard sets a session", ["Date", "Hard sets"],
         ["29 Oct 2026", "3"]),
    ],
)  # fmt: skip
def test_each_measure_has_its_title_its_plot_and_its_table(desk, measure, title, columns, newest):
    choose(desk, measure)
    assert card(desk).title == title
    titles, rows = table(desk)
    assert titles == columns
    assert rows[0] == newest
    assert len(card(desk).plot._xs) >= len(rows)


def test_intensity_shows_mean_and_heaviest_set(desk, did):
    sets = tuple(LoggedSet(kg, 5, rir=2.0, load=kg) for kg in (90.0, 100.0))
    log.add_session(desk.lifter, Session(TODAY, (LoggedExercise("back-squat", sets),)))
    desk.refresh()
    choose(desk, LiftMeasure.INTENSITY)
    titles, rows = table(desk)
    assert titles == ["Date", "Mean % of e1RM", "Heaviest set %"]
    assert 60 < float(rows[0][1]) < float(rows[0][2]) < 95
    plot = card(desk).plot
    plot.go_to(len(plot._xs) - 1)
    day, mean, heaviest = plot.cursor_item.lines()
    assert (day, mean[:5], heaviest[:9]) == ("5 Nov", "mean ", "heaviest ")


def test_the_choice_stays_while_lifts_are_switched(desk):
    choose(desk, LiftMeasure.TONNAGE)
    desk.choose("Bench press")
    assert card(desk).title == "Bench press – tonnage a session, kg"
    assert switch_shown(desk).measures.currentText() == "Tonnage"
    choose(desk, LiftMeasure.STRENGTH)
    assert card(desk).title == "Bench press – estimated 1RM, kg"
    assert switch_shown(desk).measures.currentText() == "Strength (e1RM)"


def test_days_in_view_stay_from_one_measure_to_the_next(desk):
    before = card(desk).plot.days_shown()
    choose(desk, LiftMeasure.BEST_SET)
    assert card(desk).plot.days_shown() == pytest.approx(before)
    QTest.keyClick(card(desk).plot, Qt.Key.Key_Plus)
    zoomed = card(desk).plot.days_shown()
    assert zoomed != pytest.approx(before)
    for measure in (LiftMeasure.HARD_SETS, LiftMeasure.STRENGTH):
        choose(desk, measure)
        assert card(desk).plot.days_shown() == pytest.approx(zoomed)
        assert card(desk).reset.isVisible()
    desk.choose("Bench press")
    assert card(desk).plot.days_shown() == pytest.approx(zoomed)
    card(desk).reset.click()
    assert card(desk).plot.days_shown() != pytest.approx(zoomed)


def test_a_zoom_that_another_lift_has_nothing_of_is_taken_back(desk, did):
    did(TODAY, "deadlift", 120.0)
    desk.refresh()
    desk.tab.range.all_days.click()
    plot = card(desk).plot
    plot.zoom_to(TODAY.toordinal() - 100, TODAY.toordinal() - 80)
    desk.choose("Deadlift")
    assert not card(desk).reset.isVisible()


def test_the_load_at_which_reps_count_is_chosen_from_those_used_often(desk):
    choose(desk, LiftMeasure.REPS_AT_LOAD)
    loads = switch_shown(desk).loads
    assert loads.isVisible()
    index = loads.findText("95 kg · 6 sessions")
    loads.activated.emit(index)
    assert card(desk).title == "Back squat – reps at 95 kg"
    desk.choose("Bench press")
    desk.choose("Back squat")
    assert card(desk).title == "Back squat – reps at 95 kg"
    choose(desk, LiftMeasure.TONNAGE)
    assert not switch_shown(desk).loads.isVisible()


def test_pounds_are_shown_to_who_reads_pounds(desk):
    clients.change(replace(clients.lifter(desk.lifter), unit=Unit.LB))
    desk.refresh()
    choose(desk, LiftMeasure.BEST_SET)
    assert card(desk).title == "Back squat – best set, lb"
    assert table(desk)[1][0][1] == "220.46"
    np.testing.assert_allclose(card(desk).plot._ys[-1], 100 / 0.45359237)


def test_words_of_a_session_and_a_click_open_it(desk):
    choose(desk, LiftMeasure.BEST_SET)
    plot = card(desk).plot
    plot.go_to(len(plot._xs) - 1)
    assert plot.cursor_item.lines() == ["29 Oct", "best set 100 kg × 5 @2"]
    QTest.keyClick(plot, Qt.Key.Key_Return)
    assert len(desk.opened) == 1


@pytest.mark.parametrize(
    ("measure", "words"),
    [
        (LiftMeasure.TONNAGE, "1.5 t"),
        (LiftMeasure.HARD_SETS, "3 hard sets"),
        (LiftMeasure.REPS_AT_LOAD, "100 kg × 5 @2"),
    ],
)
def test_each_measure_tells_its_sessions_in_words(desk, measure, words):
    choose(desk, measure)
    plot = card(desk).plot
    plot.go_to(len(plot._xs) - 1)
    assert plot.cursor_item.lines() == ["29 Oct", words]


@pytest.mark.parametrize(
    ("measure", "words"),
    [
        (LiftMeasure.BEST_SET, "best set"),
        (LiftMeasure.REPS_AT_LOAD, "in three sessions"),
        (LiftMeasure.TONNAGE, "load and reps"),
        (LiftMeasure.INTENSITY, "second session"),
        (LiftMeasure.HARD_SETS, "first one"),
    ],
)
def test_what_is_missing_says_when_it_comes_and_draws_no_empty_axis(desk, measure, words):
    easy = LoggedSet(60.0, 5, kind=SetKind.WARMUP, load=60.0)
    for day in (0, 2):
        on = TODAY - timedelta(days=day)
        log.add_session(desk.lifter, Session(on, (LoggedExercise("deadlift", (easy,)),)))
    page = desk.tab.strength_page
    lift = charts.strength(desk.lifter, "deadlift", TODAY)
    made = lift_measures.measured(desk.lifter, "deadlift", measure, TODAY)
    page.measure_card.show_chart(made, lift, Unit.KG)
    page.measure_card.say_what_is_missing(made, TODAY)
    assert words in page.measure_card.hint.text()
    assert page.measure_card.lines.view.isHidden()


def test_days_without_the_lift_say_so_and_lead_to_all_days(desk, did):
    did(TODAY - timedelta(days=400), "deadlift", 120.0)
    desk.refresh()
    desk.choose("Deadlift")
    choose(desk, LiftMeasure.HARD_SETS)
    assert "the last was on 1 Oct" in card(desk).hint.text()
    card(desk).show_all.click()
    assert not card(desk).hint.text()


def test_a_lift_without_load_keeps_its_own_plot(desk):
    choose(desk, LiftMeasure.TONNAGE)
    entry = LoggedSet(None, None, seconds=30.0)
    log.add_session(desk.lifter, Session(TODAY, (LoggedExercise("plank", (entry,)),)))
    desk.refresh()
    desk.choose("Plank")
    assert card(desk) is desk.tab.strength_page.score_card
    desk.choose("Back squat")
    assert card(desk).title == "Back squat – tonnage a session, kg"


def test_push_ups_count_reps_in_whole_numbers(desk):
    for day, reps in ((9, 12), (5, 13), (1, 13)):
        entry = LoggedSet(None, reps, rir=1.0)
        on = TODAY - timedelta(days=day)
        log.add_session(desk.lifter, Session(on, (LoggedExercise("push-up", (entry,)),)))
    desk.refresh()
    desk.choose("Push-up")
    choose(desk, LiftMeasure.BEST_SET)
    assert card(desk).title == "Push-up – best set, reps"
    axis = card(desk).plot.view.getAxis("left")
    low, high = card(desk).plot.box.viewRange()[1]
    numbers = [at for _, level in axis.tickValues(low, high, 200) for at in level]
    assert all(float(at).is_integer() for at in numbers)
    choose(desk, LiftMeasure.REPS_AT_LOAD)
    assert card(desk).title == "Push-up – reps at bodyweight"


def test_the_keyboard_stays_on_the_switch(desk, qtbot):
    with qtbot.waitActive(desk.window):
        desk.window.activateWindow()
    box = switch_shown(desk).measures
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_Down)
    assert card(desk).title == "Back squat – best set, kg"
    assert QApplication.focusWidget() is desk.tab.strength_page.measure_card.switch.measures
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Up)
    assert QApplication.focusWidget() is desk.tab.strength_page.strength_card.switch.measures


def test_tab_goes_from_the_head_of_a_card_to_its_plot(desk, qtbot):
    choose(desk, LiftMeasure.BEST_SET)
    with qtbot.waitActive(desk.window):
        desk.window.activateWindow()
    switch = switch_shown(desk)
    card(desk).save_button.setFocus()
    seen = []
    for _ in range(3):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        seen.append(QApplication.focusWidget())
    assert seen == [switch.measures, switch.goal, card(desk).plot]


def test_many_sessions_have_no_numbers_of_reps_over_each_other(desk, did):
    for day in range(200):
        did(TODAY - timedelta(days=day), "back-squat", 100.0, sets=1)
    desk.refresh()
    choose(desk, LiftMeasure.BEST_SET)
    assert not card(desk).plot.grab().isNull()
    QTest.mouseMove(card(desk).plot.view.viewport(), QPoint(200, 100))


@pytest.mark.parametrize("measure", [LiftMeasure.BEST_SET, LiftMeasure.REPS_AT_LOAD])
def test_all_numbers_of_a_measure_stand_behind_its_plot(desk, golden, measure):
    choose(desk, measure)
    golden(f"strength_{measure}", desk.tab.strength_page)


def test_a_short_history_tells_what_is_to_come(lifter, did, qtbot, golden):
    did(TODAY - timedelta(days=2), "back-squat", 80.0)
    desk = ChartsDesk(lifter, qtbot)
    choose(desk, LiftMeasure.INTENSITY)
    golden("strength_short", desk.tab.strength_page)
    desk.window.close()
