"""Choosing which lifts are compared: by lift or by pattern, up to eight, kept over restarts."""

from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import given, strategies as st
from PySide6.QtCore import QSettings, Qt

from planner.coach import clients
from planner.engine.terms import (
    Lifter,
    LoggedExercise,
    LoggedSet,
    Session,
)
from planner.storage import log
from planner.ui.charts import compare_seats
from planner.ui.charts.compare_picker import PickerPopup
from planner.ui.main_window import MainWindow
from planner.ui.top_bar import TabName
from tests.ui.charts.compare_desk import OFF, lines, opened, settled, tick
from tests.ui.charts.conftest import TODAY


@pytest.fixture
def page(desk):
    """The page of a lifter who squats and benches."""
    return opened(desk)


@pytest.fixture
def many(desk, did):
    """Nine presses beside the squat, each done once; return the list to tick them in."""
    slugs = ("dumbbell-bench-press", "incline-bench-press", "close-grip-bench-press",
             "decline-bench-press", "pause-bench-press", "tempo-bench-press", "floor-press",
             "wide-grip-bench-press", "machine-chest-press")  # fmt: skip
    for back, slug in enumerate(slugs):
        did(TODAY - timedelta(days=back + 1), slug, 50.0)
    desk.refresh()
    return opened(desk).picker.popup


def test_a_lift_is_ticked_into_the_plot_and_keeps_the_others_colours(desk, did):
    did(TODAY - timedelta(days=1), "front-squat", 60.0)
    desk.refresh()
    page = opened(desk)
    looks = {line.name: line.look for line in page.plot._lines}
    tick(page.picker.popup, "Front squat")
    assert lines(page) == ["Back squat", "Bench press", "Front squat"]
    tick(page.picker.popup, "Back squat", OFF)
    settled(page)
    assert {line.name: line.look for line in page.plot._lines} == {
        "Bench press": looks["Bench press"], "Front squat": 2,
    }  # fmt: skip
    assert page.picker.accessibleName() == "Lifts to compare: 2"
    desk.refresh()
    assert lines(page) == ["Bench press", "Front squat"]


def test_a_heading_ticks_its_whole_pattern(many, desk):
    tick(many, "Horizontal push", OFF)
    assert lines(desk.tab.page)[0] == "Back squat"
    assert "bench-press" not in many.ticked()
    tick(many, "Squat", OFF)
    assert many.ticked() == () or "back-squat" not in many.ticked()


def test_no_more_than_eight_lifts_are_compared(many, desk):
    tick(many, "Horizontal push")
    assert len(lines(desk.tab.page)) == 8
    assert many.note.text() == "8 lifts at once: untick one to have room for another."
    heading = next(each for each in many.headings() if each.text(0) == "Horizontal push")
    assert heading.checkState(0) is Qt.CheckState.PartiallyChecked


def test_without_any_lift_the_page_says_what_to_do(desk, page):
    for name in ("Squat", "Horizontal push"):
        tick(page.picker.popup, name, OFF)
    assert lines(page) == []
    assert desk.tab.words.sentences.text() == (
        "Tick the lifts to compare in the list above the plot."
    )


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_the_list_opens_below_its_button_with_the_keyboard_on_it(page):
    page.picker.click()
    popup = page.picker.popup
    assert isinstance(popup, PickerPopup)
    assert popup.isVisible()
    popup.hide()


def test_the_choice_is_kept_over_restarts_but_not_in_the_file(database, trained, qtbot):
    for _ in range(2):
        window = MainWindow(database, lambda: TODAY)
        qtbot.addWidget(window)
        window.show()
        window.start()
        window.show_tab(TabName.CHARTS)
        tab = window.tabs.charts()
        tab.show_page("compare")
        if len(lines(tab.page)) > 1:
            tick(tab.page.picker.popup, "Squat", OFF)
        assert lines(tab.page) == ["Bench press"]
        window.close()
    kept = QSettings(str(database.with_name("window.ini")), QSettings.Format.IniFormat)
    uid = clients.lifter(trained).uid
    assert kept.value(f"compared/{uid}") in (",bench-press", ["", "bench-press"])


SLUGS = st.sampled_from(["squat", "bench", "row", "press", "curl", "dip", "pull", "hinge"])


@given(st.lists(SLUGS, unique=True), st.lists(SLUGS, unique=True))
def test_lifts_that_stay_keep_their_seats(before, wanted):
    seats = compare_seats.seated(compare_seats.seated((), before), wanted)
    assert sorted(slug for slug in seats if slug) == sorted(wanted)
    assert all(seats[before.index(slug)] == slug for slug in wanted if slug in before)
    assert compare_seats.from_text(compare_seats.text(seats)) == seats


def test_another_lifter_has_other_lines_and_a_choice_of_their_own(desk, page, did):
    tick(page.picker.popup, "Squat", OFF)
    other = clients.add(Lifter(name="Other"))
    entry = LoggedSet(40, 5, load=40)
    slot = LoggedExercise("deadlift", (entry,))
    log.add_session(other, Session(TODAY - timedelta(days=1), (slot,), finished=True))
    first, desk.lifter = desk.lifter, other
    desk.refresh()
    assert lines(page) == ["Deadlift"]
    desk.lifter = first
    desk.refresh()
    assert lines(page) == ["Bench press"]
