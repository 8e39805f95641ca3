"""Pages that read part by part: for whom, while who looks, and whole for a report."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog

from planner.coach import charts, demo, library, switches
from planner.coach.switches import Switch
from planner.engine.terms import Lifter, LoggedExercise, LoggedSet, Session
from planner.storage import clients, database as storage, log
from planner.ui.charts import report
from planner.ui.charts.compare_page import ComparePage
from planner.ui.charts.pages import PageName
from planner.ui.charts.scene import DaysShown, Scene
from planner.ui.main_window import MainWindow
from planner.ui.top_bar import TabName

TODAY = date(2026, 11, 5)
IN_PARTS = (
    PageName.COMPARE, PageName.RECOVERY, PageName.RECORDS, PageName.FORECASTS, PageName.STANDARDS,
)  # fmt: skip
MISSING = {PageName.RECOVERY: ["Appears after 14 more nights noted before training."]}
OF_THE_FIRST = ("Back squat", "29 Oct", "Oct 2026")  # who did nothing in November
EVERY = pytest.mark.parametrize("name", IN_PARTS)


@pytest.fixture
def slowly(monkeypatch):
    """Let a slice be one step, so that reading takes long."""
    monkeypatch.setattr("planner.ui.slices.SLICE_S", 1e-5)


def turned(desk, name):
    """Turn to a page of a lifter to whom all are shown."""
    switches.set_on(desk.lifter, Switch.STANDARDS, True)
    desk.refresh()
    desk.tab.show_page(name)
    return desk.tab.page


def other_file(tmp_path):
    """Open another file, whose only lifter deadlifted once; return the id."""
    storage.close_database()
    storage.open_database(tmp_path / "other.db")
    library.ensure()
    other = clients.add_lifter(Lifter(name="Bea", bodyweight_kg=60.0))
    slot = LoggedExercise("deadlift", (LoggedSet(60.0, 5, load=60.0),))
    log.add_session(other, Session(TODAY - timedelta(days=1), (slot,), finished=True))
    return other


def shown(page):
    """Return what stands in the tables behind the cards."""
    models = [card.filled() for card in page.cards()]
    return " ".join(
        str(model.index(row, column).data())
        for model in models
        for row in range(model.rowCount())
        for column in range(model.columnCount())
    )


def reads(page):
    return page.slices._timer.isActive()


@EVERY
def test_nothing_of_one_lifter_stands_below_another_of_the_same_number(
    desk, name, tmp_path, slowly, qtbot
):
    page = turned(desk, name)
    qtbot.waitUntil(lambda: not reads(page), timeout=20_000)
    assert any(words in shown(page) for words in OF_THE_FIRST)
    assert other_file(tmp_path) == desk.lifter
    turned(desk, name)
    assert [words for words in OF_THE_FIRST if words in shown(page)] == []


@EVERY
def test_a_page_that_nobody_sees_rests_and_goes_on_when_it_is_seen(desk, name, slowly, qtbot):
    page = turned(desk, name)
    assert reads(page)
    desk.tab.hide()
    assert not reads(page)
    QTest.qWait(20)
    desk.tab.show()
    assert reads(page)
    qtbot.waitUntil(lambda: not reads(page), timeout=20_000)
    desk.tab.hide()
    desk.tab.show()
    assert not reads(page), "all of it is read"


@EVERY
def test_nothing_is_read_after_the_window_is_closed_or_its_file_replaced(
    desk, name, slowly, tmp_path
):
    page = turned(desk, name)
    desk.tab.forget()
    assert not reads(page)
    page = turned(desk, name)
    assert reads(page)
    desk.window.close()
    storage.close_database()
    QTest.qWait(20)
    assert not reads(page)


def test_a_bar_goes_once_a_page_seen_again_is_read(desk, slowly, qtbot):
    page = turned(desk, PageName.FORECASTS)
    desk.tab.hide()
    desk.tab.show()
    assert not page.progress.isHidden()
    qtbot.waitUntil(page.progress.isHidden, timeout=20_000)
    assert page.made is not None


@pytest.fixture
def sample(database):
    """Return the sample lifter, weighed today, to whom every page is shown."""
    made = demo.add_sample_lifter(TODAY)
    clients.record_bodyweight(made, TODAY, 80.0)
    switches.set_on(made, Switch.STANDARDS, True)
    return made


def of(lifter, days):
    """Return what a report shows of a lifter."""
    slug = charts.lifts(lifter, TODAY)[0].exercise.slug
    return Scene(lifter, slug, clients.lifter(lifter).unit, TODAY, days)


@pytest.fixture
def dialog(qtbot):
    """Open a dialog, as that of the report is while it is drawn."""
    made = QDialog()
    qtbot.addWidget(made)
    made.setModal(True)
    made.open()
    return made


@EVERY
def test_a_page_in_a_report_has_all_its_plots_and_words(sample, name, dialog, qtbot):
    page = report._page(name)
    qtbot.addWidget(page)
    days = DaysShown(TODAY, TODAY - timedelta(weeks=26))
    scene = of(sample, days)
    chart = report._chart(scene) if page.about_lift else None
    page.show_scene(replace(scene, chart=chart))
    assert sum(1 for _ in page.reading()) > 0
    assert not reads(page)
    assert page.cards() != []
    drawn = [card for card in page.cards() if not card.stack.isHidden()]
    assert all(report._image(card).width() > 0 for card in drawn)
    assert all(card.filled().rowCount() > 0 for card in drawn)
    missing = [card.hint.text() for card in page.cards() if card not in drawn]
    assert missing == MISSING.get(name, [])
    assert page.about_lift or len(page.sentences()) > 0


def test_reading_for_a_report_takes_over_from_the_page_itself(sample, slowly, qtbot):
    page = report._page(PageName.FORECASTS)
    page.show_scene(of(sample, DaysShown(TODAY)))
    assert reads(page)
    next(iter(page.reading()))
    assert not reads(page)
    page.close()


def test_lifts_chosen_to_compare_are_told_to_the_tab_and_drawn_in_a_report(desk, qtbot):
    uid = clients.lifter(desk.lifter).uid
    told = []
    desk.tab.compared.connect(lambda *kept: told.append(kept))
    page = turned(desk, PageName.COMPARE)
    page.picker.chosen.emit(("bench-press",))
    assert told == [(uid, ",bench-press")]
    wish = report.Wish((PageName.COMPARE,), 1, DaysShown(TODAY), {uid: "back-squat"}.__getitem__)
    found = []
    for _ in report.drawn(desk.lifter, TODAY, wish):
        pages = [each for each in QApplication.topLevelWidgets() if isinstance(each, ComparePage)]
        found = [each for each in pages if each.whose == uid] or found
    assert [line.name for line in found[-1].plot._lines] == ["Back squat"]


def test_a_page_in_a_window_of_its_own_leaves_other_windows_choices(database, desk, qtbot):
    window = MainWindow(database, lambda: TODAY)
    qtbot.addWidget(window)
    page = turned(desk, PageName.COMPARE)
    page.picker.chosen.emit(("bench-press",))
    assert window.state.compared(clients.lifter(desk.lifter).uid) == ""
    window.show()
    window.start()
    window.show_tab(TabName.CHARTS)
    tab = window.tabs.charts()
    tab.show_page(PageName.COMPARE)
    tab.page.picker.chosen.emit(("back-squat",))
    QApplication.processEvents()
    assert window.state.compared(clients.lifter(desk.lifter).uid) == "back-squat"
    window.close()
