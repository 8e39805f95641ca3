"""A lift in numbers and words: the panel and the list."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel

from planner.coach.charts import LevelPoint, LiftRow
from planner.coach.load_jumps import Unexplained
from planner.engine.terms import Phase, Unit, phrase
from planner.ui import theme
from planner.ui.charts.lift_list import LiftList
from planner.ui.charts.lift_panel import MOST_EVENTS, LiftPanel
from planner.ui.layout_parts import parts
from planner.ui.look_back_dialog import LookBackDialog

FIRST = date(2026, 8, 17)
LATER = date(2026, 10, 5)


@pytest.fixture
def panel(chart, qtbot):
    made = LiftPanel()
    qtbot.addWidget(made)
    made.resize(280, 800)
    made.show()
    made.show_chart(chart, Unit.KG, FIRST)
    return made


def texts(model, column):
    return [model.index(row, column).data() for row in range(model.rowCount())]


def happened(panel):
    rows = parts(panel._event_rows)
    return [row.findChildren(QLabel)[0].text() for row in rows if row.findChildren(QLabel)]


def test_strength_now_has_its_error(panel):
    assert panel.number.text() == "121"
    assert panel.spread.text() == "kg (118–124) e1RM"
    assert not panel.at_least.isVisible()


def test_change_and_forecast_are_one_line(panel, chart):
    panel.show_change(chart, LATER)
    assert panel.change.text() == "+4 % since 5 Oct · next session forecast 121 (119–123)"


def test_nearly_the_whole_history_is_told_of_once(panel, chart):
    for since in (FIRST, FIRST + timedelta(days=20)):
        panel.show_change(chart, since)
        assert panel.change.text() == "next session forecast 121 (119–123)"


def test_no_gain_is_told_of_one_session_or_less_than_two_weeks(panel, chart):
    for point in chart.level[-2:]:
        panel.show_change(chart, point.on)
        assert panel.change.text() == "next session forecast 121 (119–123)"
    panel.show_change(chart, chart.level[-3].on)
    assert panel.change.text().startswith("+2 % since 19 Oct")


def test_a_range_that_rounds_away_leaves_no_empty_brackets(panel, chart):
    light = LevelPoint(chart.reading.on, 7.0, 6.9, 7.1)
    panel.show_change(replace(chart, next_session=light), FIRST)
    assert panel.change.text() == "next session forecast 7"


def test_days_of_another_year_have_it(panel, chart):
    said = phrase("{change} since the first session on {since_on}.", change="+34 %",
                  since_on=date(2022, 10, 17))  # fmt: skip
    panel.show_chart(replace(chart, summary=(said,)), Unit.KG, FIRST)
    assert panel.sentences.text() == "+34 % since the first session on 17 Oct 2022."


def test_where_loads_jumped_that_is_said_in_place_of_a_change(panel, chart):
    day = chart.level[-1].on
    panel.show_change(replace(chart, jumps=(Unexplained(day, day),)), chart.level[-3].on)
    assert panel.change.text().startswith("loads jumped on ")
    assert "the change can't be told · next" in panel.change.text()
    assert "%" not in panel.change.text()


def test_a_loss_has_a_real_minus(panel, chart, reading):
    weaker = replace(chart, reading=replace(reading, strength_kg=99.0))
    panel.show_change(weaker, LATER)
    assert panel.change.text().startswith("−15 % since 5 Oct")


def test_without_earlier_days_or_forecast_nothing_is_claimed(panel, chart):
    panel.show_change(replace(chart, forecast=(), next_session=None), date(2026, 11, 5))
    assert panel.change.text() == ""


def test_sets_stopped_at_their_target_tell_only_at_least(panel, chart, reading):
    panel.show_chart(replace(chart, reading=replace(reading, capped=True)), Unit.KG, FIRST)
    assert panel.at_least.isVisible()
    assert panel.spread.text() == "kg e1RM"


def test_the_range_says_what_it_means(panel):
    assert "Nine times in ten" in panel.spread.toolTip()


def test_unknown_strength_says_so(panel, chart, reading):
    unknown = replace(reading, strength_kg=None, strength_sd=None)
    panel.show_chart(replace(chart, reading=unknown), Unit.KG, FIRST)
    assert panel.unknown.isVisible()
    assert panel.unknown.text() == "can't tell yet"
    assert not panel.number.isVisible()


def test_records_are_exact_where_lifted_and_rounded_where_estimated(panel, chart):
    assert texts(panel.records, 0) == ["1RM est.", "5 reps", "Tonnage"]
    assert texts(panel.records, 1) == ["121 kg", "102.5 kg", "3.4 t"]
    assert texts(panel.records, 2) == ["2 Nov", "26 Oct", "7 Sept"]
    panel.show_chart(chart, Unit.LB, FIRST)
    assert texts(panel.records, 1) == ["267 lb", "225.97 lb", "7,540 lb"]


def test_names_of_records_of_other_years_are_read_whole_in_pounds(panel, chart, qapp):
    theme.load_fonts()
    theme.apply(qapp, theme.LIGHT)
    panel.resize(242, 800)  # beside a scroll bar
    long_ago = tuple(replace(made, on=date(2024, 12, 25)) for made in chart.records)
    panel.show_chart(replace(chart, records=long_ago), Unit.LB, FIRST)
    QApplication.processEvents()
    table = panel.record_table
    assert texts(panel.records, 2)[0] == "Dec 2024"
    assert table.columnWidth(0) >= table.sizeHintForColumn(0)


def test_what_happened_is_told_newest_first(panel):
    assert happened(panel) == ["Early gains levelled off", "First session"]


def test_a_long_story_is_cut_and_says_so(panel, chart):
    many = tuple(
        replace(chart.events[0], on=FIRST + timedelta(days=day), kind="layoff",
                text=phrase("Back after {weeks} weeks", weeks=3))
        for day in range(MOST_EVENTS + 4)
    )  # fmt: skip
    panel.show_chart(replace(chart, events=many), Unit.KG, FIRST)
    assert len(happened(panel)) == MOST_EVENTS
    last = parts(panel._event_rows)[-1]
    assert last.text() == "and 4 earlier, in the table"


def test_the_summary_is_in_the_lifters_unit(panel, chart):
    assert panel.sentences.text() == "About 121 kg for one repetition."
    panel.show_chart(chart, Unit.LB, FIRST)
    assert panel.sentences.text() == "About 267 lb for one repetition."


def test_the_list_shows_phase_and_strength_and_emits_the_choice(chart, reading, qtbot):
    made = LiftList()
    qtbot.addWidget(made)
    made.resize(260, 200)
    made.show()
    bench = replace(chart.exercise, slug="bench-press", name="Bench press")
    unknown = replace(reading, strength_kg=None, phase=Phase.UNCLEAR, levelled_off_on=None)
    rows = [LiftRow(chart.exercise, reading, (100.0, 110.0, 121.0)), LiftRow(bench, unknown, ())]
    made.show_rows(rows, Unit.LB, "back-squat")
    role = Qt.ItemDataRole.AccessibleTextRole
    assert made.list.item(0).data(role) == "Back squat, levelling off, 267 lb"
    assert made.list.item(1).data(role) == "Bench press, can't tell yet, – lb"
    with qtbot.waitSignal(made.chosen) as chosen:
        made.list.setCurrentRow(1)
    assert chosen.args == ["bench-press"]
    made.show_rows(rows[:1], Unit.KG, "back-squat")
    assert made.list.count() == 1
    assert not made.grab().isNull()


def test_replay_shows_what_was_said_of_the_lift_chosen(desk, qtbot):
    desk.choose("Bench press")
    desk.tab.panel.replay.click()
    shown = desk.tab.findChild(LookBackDialog)
    qtbot.waitUntil(lambda: shown.model.rowCount() == 20)
    assert "Bench press" in shown.windowTitle()
    shown.reject()


def test_who_hears_the_plot_hears_the_year_of_another_year(desk, did):
    did(date(2022, 10, 17), "back-squat", 80.0)
    desk.refresh()
    said = desk.tab.strength_page.strength.accessibleDescription()
    assert "since the first session on 17 Oct 2022." in said
