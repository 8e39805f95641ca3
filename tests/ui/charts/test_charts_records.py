"""The page of records as a lifter uses it, in the real tab on a real file."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from planner.engine.terms import KG_PER_LB, LoggedExercise, LoggedSet, Session, Unit
from planner.storage import clients, log
from planner.ui import file_dialog, theme
from planner.ui.charts.pages import PageName
from planner.ui.charts.records_page import RecordsPage
from planner.ui.layout_parts import parts
from planner.ui.table_model import TableModel

TODAY = date(2026, 11, 5)


@pytest.fixture
def page(desk, qtbot: QtBot) -> RecordsPage:
    return opened(desk, qtbot)


def opened(desk, qtbot: QtBot) -> RecordsPage:
    """Return the page of records, all of it read."""
    desk.tab.show_page(PageName.RECORDS)
    made = desk.tab.page
    assert isinstance(made, RecordsPage)
    qtbot.waitUntil(lambda: made.all_card.model.rowCount() > 0)
    QApplication.processEvents()
    return made


def trained(lifter: int, slug: str, days: int, *sets: LoggedSet) -> int:
    """Store a session of so many days ago."""
    slot = LoggedExercise(slug, sets)
    return log.add_session(lifter, Session(TODAY - timedelta(days=days), (slot,), finished=True))


def did(kg: float | None, reps: int, **more: object) -> LoggedSet:
    """Return a set."""
    return LoggedSet(kg, reps, load=kg, **more)  # type: ignore[arg-type]


def texts(model: TableModel, column: int) -> list[str]:
    """Return the texts of a column."""
    return [model.index(row, column).data() for row in range(model.rowCount())]


def test_the_numbers_behind_the_page_of_records(page, golden):
    golden("records", page)


def test_the_numbers_of_a_history_of_two_sessions(desk, qtbot, golden):
    for row in log.sessions(desk.lifter)[2:]:
        log.trash_session(row.id)
    desk.refresh()
    golden("records_short", opened(desk, qtbot))


def test_the_plot_shows_every_load_and_count_once(page):
    xs, ys = page.front._xs, page.front._ys
    assert set(xs) == {5.0}
    assert len(ys) == len(set(ys)) == len(page.front._spots)


def test_pointing_at_a_set_says_which_and_a_click_opens_the_newest(desk, page):
    page.front.go_to(len(page.front._xs) - 1)
    said = page.front.cursor_item.lines()
    assert said[0].startswith("100 kg × 5 · ")
    assert said[1].startswith("last on ")
    assert said[2].startswith("record")
    assert said[3].startswith("strength today for 5: ")
    page.front.picked.emit(page.front.current())
    assert desk.opened == [page.front._spots[-1].session_id]


def test_the_front_can_be_walked_without_a_mouse(desk, page):
    page.front.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(page.front, Qt.Key.Key_Left)
    QTest.keyClick(page.front, Qt.Key.Key_Return)
    assert len(desk.opened) == 1
    assert "sets" in page.front.accessibleDescription()


def test_a_record_in_the_table_opens_its_session(desk, page):
    page.rep_card.table.activated.emit(page.rep_card.model.index(0, 0))
    assert desk.opened == [page._rep_rows.row(0).best.session_id]
    none = page.rep_card.model.index(page.rep_card.model.rowCount() - 1, 0)
    page.rep_card.table.activated.emit(none)
    assert len(desk.opened) == 1, "nobody did that many"


@pytest.fixture
def in_pounds(desk, qtbot: QtBot) -> RecordsPage:
    """The page in kg of a log whose heaviest set was typed in pounds."""
    trained(desk.lifter, "back-squat", 1, did(105.0, 4), LoggedSet(
        240 * KG_PER_LB, 4, load=240.0, unit=Unit.LB))  # fmt: skip
    desk.refresh()
    return opened(desk, qtbot)


def test_a_set_typed_in_another_unit_says_which(in_pounds):
    model = in_pounds.rep_card.model
    assert (texts(model, 1)[3], texts(model, 2)[3]) == ("108.86", "240 lb × 4")
    said = [in_pounds.front.words(place) for place in range(len(in_pounds.front._xs))]
    assert [lines[1].split(": ")[1] for lines in said if "× 4" in lines[0]] == [
        "105 × 4", "240 lb × 4",
    ]  # fmt: skip


def test_a_step_of_a_record_says_how_long_it_stood_and_opens(desk, page):
    page.over_time.go_to(0)
    assert page.over_time.words(0)[2].startswith("from ")
    last = len(page.over_time._xs) - 1
    assert page.over_time.words(last)[2].endswith("still standing")
    page.over_time.picked.emit(0)
    assert len(desk.opened) == 1


def test_records_of_another_count_are_a_choice_away(page):
    assert page.count.currentText() == "5 repetitions"
    page.count.setCurrentIndex(0)
    page.count.activated.emit(0)
    assert "1 repetition" in parts(page.step_card.head.layout())[1].toolTip()


def test_a_record_stands_on_days_without_a_new_one(page):
    early, late = TODAY - timedelta(days=6), TODAY - timedelta(days=4)
    low, high = page.over_time.span(early.toordinal(), late.toordinal())
    assert low < 100 < high, "the load"
    assert high > max(page.over_time._lines[2].ys), "and the e1RM"
    nothing = date(2020, 1, 1).toordinal()
    assert page.over_time.span(nothing, nothing + 7) == (0.0, 1.0)
    page.over_time.show_lines([], lambda _line, _place: ())
    assert page.over_time.span(0, 1) == (0.0, 1.0)


def test_a_report_reads_the_page_to_its_end(page):
    page.take(Unit.KG, ())
    assert page.all_card.model.rowCount() == 0
    for _ in page.reading():
        pass
    assert page.all_card.model.rowCount() == 2
    assert page.all_card.plot is page.all_card.table


def test_the_choice_of_a_count_stays_while_the_lift_does(desk, page):
    page.count.setCurrentIndex(0)
    desk.refresh()
    assert page.count.currentText() == "1 repetition"
    desk.choose("Bench press")
    assert page.count.currentText() == "5 repetitions"


def test_another_lift_stays_on_the_page(desk, page):
    desk.choose("Bench press")
    assert desk.tab.page is page
    assert page.front_card.title == "Bench press – load and repetitions"


def test_pounds_are_shown_to_who_lifts_in_pounds(desk, page, qtbot):
    clients.update_lifter(replace(clients.lifter(desk.lifter), unit=Unit.LB))
    desk.refresh()
    qtbot.waitUntil(lambda: "e1RM lb" in page.all_card.model.titles())
    assert page.rep_card.model.titles()[1] == "Best lb"
    assert max(page.front._ys) == pytest.approx(100 / 0.45359237)


def test_a_lift_without_loads_has_records_of_repetitions(desk, qtbot):
    for days, reps in ((30, 10), (20, 14), (3, 12)):
        trained(desk.lifter, "push-up", days, did(None, reps))
    desk.tab.take_lift("push-up")
    desk.refresh()
    page = opened(desk, qtbot)
    assert not page.front_card.stack.isVisible()
    assert "repetitions alone" in page.front_card.hint.text()
    assert page.count.isHidden()
    assert list(page.over_time._lines[0].ys) == [10, 10, 14, 14]
    assert page.over_time.words(0)[1] == "10 repetitions"


def test_help_is_named_and_less_of_it_is_the_record(desk, qtbot):
    for days, kg in ((30, 40.0), (20, 30.0), (3, 35.0)):
        trained(desk.lifter, "assisted-pull-up", days, did(kg, 8))
    desk.tab.take_lift("assisted-pull-up")
    desk.refresh()
    page = opened(desk, qtbot)
    assert page.rep_card.model.titles()[1] == "Least help kg"
    assert texts(page.rep_card.model, 1)[0] == "30"
    fronts = [spot.kg for spot in page.front._spots if spot.front]
    assert fronts == [30]
    assert page.front.words(0)[0].startswith("30 kg help × 8")


def test_pull_ups_without_a_belt_say_so(desk, qtbot):
    trained(desk.lifter, "pull-up", 20, did(None, 8))
    trained(desk.lifter, "pull-up", 3, did(10.0, 5))
    desk.tab.take_lift("pull-up")
    desk.refresh()
    page = opened(desk, qtbot)
    assert "bodyweight × 8" in texts(page.rep_card.model, 2)
    assert page.front.words(1)[0] == "bodyweight × 8 · one set"


def test_a_hold_has_its_bests_elsewhere(desk, qtbot):
    trained(desk.lifter, "plank", 3, LoggedSet(None, None, seconds=60))
    desk.tab.take_lift("plank")
    desk.refresh()
    page = opened(desk, qtbot)
    assert page.cards() == [page.front_card, page.all_card]
    assert "first page" in page.front_card.hint.text()
    assert page.first_day() is None
    page.front.picked.emit(0)
    page._count_otherwise()
    assert desk.opened == []


def test_all_exercises_can_be_sorted_and_saved(page, tmp_path: Path, monkeypatch):
    names = texts(page.all_card.model, 0)
    page.all_card.table.sortByColumn(0, Qt.SortOrder.DescendingOrder)
    assert texts(page.all_card.model, 0) == sorted(names, reverse=True)
    monkeypatch.setattr(file_dialog, "to_save", lambda *_: (str(tmp_path / "records"), ""))
    page.all_card.ask_where_to_save()
    written = (tmp_path / "records.csv").read_text("utf-8-sig")
    assert written.splitlines()[0].startswith("Exercise,Newest record")
    monkeypatch.setattr(file_dialog, "to_save", lambda *_: ("", ""))
    page.all_card.ask_where_to_save()


def test_a_copied_table_is_the_numbers(page):
    page.rep_card.copy()
    assert QApplication.clipboard().text().startswith("Reps\tBest kg")


def test_the_height_of_the_plot_follows_what_is_in_view(page):
    low, high = page.front.span(0.5, 6.5)
    assert low <= min(page.front._ys)
    assert high >= max(page.front._ys)
    assert page.front.span(40, 50) == (0.0, 1.0)


def test_whole_counts_stand_on_the_axis(page):
    for until, first in ((6.5, "1"), (400.5, "10")):
        (ticks,) = page.front.ticks(0.5, until)
        assert ticks[0][1] in (first, "2", "5", "10", "20", "50")
        assert all(at == int(text) for at, text in ticks)


def test_both_themes_colour_the_plot_live(page):
    app = QApplication.instance()
    light = page.front._front.opts["pen"].color(), page.front._middle.opts["pen"].color()
    theme.apply(app, theme.DARK)
    QApplication.processEvents()
    dark = page.front._front.opts["pen"].color(), page.front._middle.opts["pen"].color()
    theme.apply(app, theme.LIGHT)
    assert light != dark


def test_the_models_are_sound(page, qtmodeltester: ModelTester):
    for card in page.cards():
        card.filled()
        qtmodeltester.check(card.model)
        assert not card.model.data(QModelIndex())
    assert not np.isnan(page.front._ys).any()
