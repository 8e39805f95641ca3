"""The page of recovery without a window: for a report, in a short history, over years."""

from __future__ import annotations

from datetime import timedelta

import numpy as np
import pytest

from planner.coach import demo
from planner.engine.terms import CheckIn, Unit
from planner.storage import clients
from planner.ui.charts.pages import PageName
from planner.ui.charts.recovery_page import RecoveryPage
from planner.ui.charts.recovery_series import lone, weekly
from planner.ui.charts.scene import DaysShown, Scene
from tests.ui.charts.conftest import TODAY, ChartsDesk, rows_shown

DAY = timedelta(days=1)


def test_years_are_drawn_by_week_and_isolated_days_as_dots():
    xs = np.arange(14.0)
    ys = np.array([1.0, 0.0, np.nan, np.nan, np.nan, np.nan, 0.5] + [np.nan] * 7)
    middles, means = weekly(xs, ys)
    assert middles.tolist() == [3.5, 10.5]
    assert means[0] == pytest.approx(0.5)
    assert np.isnan(means[1])
    assert lone(ys).tolist() == [False] * 6 + [True] + [False] * 7
    assert len(weekly(np.empty(0), np.empty(0))[0]) == 0


def test_a_page_that_nobody_sees_is_read_for_a_report(trained, qtbot):
    page = RecoveryPage()
    qtbot.addWidget(page)
    assert page.sentences() == ()
    days = DaysShown(TODAY, TODAY - timedelta(weeks=6))
    page.show_scene(Scene(trained, "back-squat", Unit.KG, TODAY, days))
    assert rows_shown(page.gauges) == []
    parts = sum(1 for _ in page.reading())
    assert parts > 40
    assert len(rows_shown(page.gauges)) == 43
    assert page.sentences()[0].startswith("On 43 days: ")


def test_before_the_first_session_answers_alone_are_shown(lifter, qtbot):
    clients.save_check_in(lifter, CheckIn(TODAY, energy=3))
    page = RecoveryPage()
    qtbot.addWidget(page)
    page.show_scene(Scene(lifter, "", Unit.KG, TODAY, DaysShown(TODAY)))
    list(page.reading())
    assert page.gauges.hint.text() == "After the first session logged, every day shows here."
    assert [each.question for each in page._answers] == ["energy"]
    assert page.sentences() == [
        "How sleep went with the next session appears after 20 more nights noted before training."
    ]


def test_over_years_weeks_are_drawn_and_dots_step_back(lifter, did, qtbot):
    for week in range(70):
        did(TODAY - timedelta(weeks=week), "back-squat", 100.0)
    clients.save_check_in(lifter, CheckIn(TODAY, energy=3))
    page = RecoveryPage()
    qtbot.addWidget(page)
    page.show_scene(Scene(lifter, "back-squat", Unit.KG, TODAY, DaysShown(TODAY)))
    list(page.reading())
    assert page.groups.drawn._fields.image.shape[1] == 70
    page.show_days(DaysShown(TODAY, TODAY - timedelta(weeks=6)))
    list(page.reading())
    assert page.groups.drawn._fields.image.shape[1] == 43


def test_the_numbers_of_the_sample_lifter(database, qtbot, golden):
    page = RecoveryPage()
    qtbot.addWidget(page)
    days = DaysShown(TODAY, TODAY - timedelta(weeks=6))
    page.show_scene(Scene(demo.add_sample_lifter(TODAY), "", Unit.KG, TODAY, days))
    list(page.reading())
    golden("recovery", page)


def test_the_numbers_of_a_history_of_two_sessions(lifter, did, qtbot, golden):
    for ago in (4, 1):
        did(TODAY - ago * DAY, "back-squat", 100.0)
    page = RecoveryPage()
    qtbot.addWidget(page)
    page.show_scene(Scene(lifter, "back-squat", Unit.KG, TODAY, DaysShown(TODAY)))
    list(page.reading())
    golden("recovery_short", page)


def test_time_off_is_a_gap_in_every_plot(lifter, did, qtbot):
    """Four months without a session: hatched, with no sign and no level."""
    for days in (160, 157, 154, 20, 10, 3):
        did(TODAY - timedelta(days=days), "back-squat", 100.0)
    desk = ChartsDesk(lifter, qtbot)
    desk.tab.show_page(PageName.RECOVERY)
    desk.tab.range.all_days.click()
    page = desk.tab.page
    qtbot.waitUntil(page.bar.isHidden, timeout=20_000)
    assert "is left out: 133 days." in " ".join(page.sentences())
    assert page.gauges.drawn.isVisible()
    assert page.groups.drawn.isVisible()
    desk.window.close()
