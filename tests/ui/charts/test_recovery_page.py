"""The page of recovery in the tab: read part by part, and only what the lifter wants shown."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from planner.coach import absences, switches, today as coach
from planner.coach.switches import Switch
from planner.engine.terms import Absence, CheckIn, DayVerdict
from planner.storage import clients
from planner.ui import theme
from planner.ui.charts.pages import PageName
from planner.ui.charts.recovery_page import RecoveryPage
from tests.ui.charts.conftest import TODAY, ChartsDesk, rows_shown

DAY = timedelta(days=1)


def settled(page: RecoveryPage, qtbot) -> RecoveryPage:
    """Wait until all is read."""
    qtbot.waitUntil(lambda: page.bar.isHidden(), timeout=20_000)
    return page


@pytest.fixture
def opened(qtbot):
    """Return a function that opens the page over six weeks and waits until it is read."""

    def make(lifter: int) -> tuple[ChartsDesk, RecoveryPage]:
        desk = ChartsDesk(lifter, qtbot)
        desk.tab.range.six_weeks.click()
        desk.tab.show_page(PageName.RECOVERY)
        page = desk.tab.page
        assert isinstance(page, RecoveryPage)
        return desk, settled(page, qtbot)

    return make


@pytest.fixture
def answered(trained: int) -> int:
    """Answer a check-in on each of the last sixty days; nights differ by half hours."""
    for ago in range(60):
        points, hours = 3 + ago % 3 // 2, 6.0 + ago % 5 / 2
        clients.save_check_in(
            trained,
            CheckIn(TODAY - ago * DAY, sleep=points, sleep_hours=hours, energy=points, mood=1),
        )
    return trained


def shown_titles(page: RecoveryPage) -> list[str]:
    return [card.title for card in page.cards()]


def test_six_weeks_show_both_gauges_the_verdicts_and_every_trained_group(answered, opened):
    _, page = opened(answered)
    days = rows_shown(page.gauges)
    assert [day.on for day in days] == [TODAY - ago * DAY for ago in range(43)]
    made = coach.today(answered, TODAY - 3 * DAY)
    assert days[3].whole == made.central.level
    assert days[3].muscles == made.overall.level
    assert list(page.groups.drawn.names()) == [
        "Quads", "Glutes", "Chest", "Shoulders", "Triceps", "Core",
    ]  # fmt: skip
    assert page.sentences()[0].startswith("On 43 days: ")
    assert shown_titles(page) == [
        "Recovery by day",
        "Muscle groups by day",
        "Check-in answers",
        "Sleep and the next session",
    ]


def test_no_card_and_no_word_tells_the_mood(answered, opened):
    _, page = opened(answered)
    titles = [title for card in page.cards() for title in card.filled().titles()]
    assert not [title for title in titles if "ood" in title]
    assert not any("ood" in name for name in page.answers.drawn.names())


def test_sleep_beside_strength_waits_for_twenty_nights(trained, opened, qtbot):
    clients.save_check_in(trained, CheckIn(date(2026, 10, 26), sleep_hours=7.0))
    desk, page = opened(trained)
    assert page.sleep.hint.text() == "Appears after 19 more nights noted before training."
    assert not page.sleep.stack.isVisible()
    for ago in range(60):
        clients.save_check_in(trained, CheckIn(TODAY - ago * DAY, sleep_hours=6.0 + ago % 5 / 2))
    desk.refresh()
    settled(page, qtbot)
    assert page.sleep.stack.isVisible()
    assert any(said.startswith("From ") for said in page.sentences())
    assert page.sentences()[-1] == "What went together need not have caused each other."


def test_without_answers_and_in_a_short_history_it_says_what_will_appear(lifter, did, opened):
    did(TODAY, "back-squat", 100.0)
    _, page = opened(lifter)
    assert page.answers.hint.text() == "Answer a check-in, and it shows here."
    assert not page.answers.stack.isVisible()
    assert len(rows_shown(page.gauges)) == 1
    clients.save_check_in(lifter, CheckIn(TODAY, energy=3))
    desk, page = opened(lifter)
    assert page.answers.hint.text() == "A line through the answers appears after 6 more."
    del desk


@pytest.mark.parametrize(
    ("off", "title", "word"),
    [
        ((Switch.RECOVERY, Switch.VERDICT), "Recovery by day", "Recovery is switched off"),
        ((Switch.CHECK_IN,), "Check-in answers", "Check-in is switched off"),
    ],
)
def test_what_is_switched_off_says_where_it_is_switched_on(answered, opened, off, title, word):
    for each in off:
        switches.set_on(answered, each, shown=False)
    _, page = opened(answered)
    (card,) = [card for card in page.cards() if card.title == title]
    assert card.hint.text() == f"{word}: tick it in Lifter ▸ What is shown."
    assert not card.stack.isVisible()


def test_gauges_without_verdicts_and_verdicts_without_gauges(answered, opened, qtbot):
    switches.set_on(answered, Switch.VERDICT, shown=False)
    desk, page = opened(answered)
    assert page.gauges.drawn.span(0.0, 1.0)[0] > -0.1
    switches.set_on(answered, Switch.VERDICT, shown=True)
    switches.set_on(answered, Switch.RECOVERY, shown=False)
    desk.refresh()
    settled(page, qtbot)
    assert page.gauges.drawn.span(0.0, 1.0)[1] < 0.2
    assert "Muscle groups by day" not in shown_titles(page)
    assert [said for said in page.sentences() if said.startswith("Muscles")] == []


def test_days_away_and_an_own_choice_are_told_at_the_cursor(answered, opened):
    absences.add(answered, Absence(TODAY - 12 * DAY, TODAY - 10 * DAY, "holiday"))
    coach.choose(answered, TODAY - DAY, DayVerdict.REST)
    _, page = opened(answered)
    plot = page.gauges.drawn
    plot.go_to(41)
    said = list(plot.cursor_item.lines())
    assert said[0] == "Wed 4 Nov 2026"
    assert said[1].startswith("As a whole ≈ ")
    assert "Your own choice: Rest" in said
    entries = page.gauges.legend.accessibleName()
    assert "your own choice" in entries
    assert "away" in entries


def test_the_pointer_reaches_a_day_at_any_height_and_a_click_opens_its_session(answered, opened):
    desk, page = opened(answered)
    plot = page.gauges.drawn
    monday = date(2026, 10, 26)
    spot = plot.box.mapViewToScene(QPointF(float(monday.toordinal()), 0.1))
    assert plot.day(plot._nearest(spot, 24.0)).on == monday
    plot.picked.emit(plot._nearest(spot, 24.0))
    assert len(desk.opened) == 1
    plot.picked.emit(42 - 1)  # a Wednesday without training
    assert len(desk.opened) == 1


def test_the_keyboard_walks_along_a_lane_and_from_lane_to_lane(answered, opened):
    desk, page = opened(answered)
    plot = page.groups.drawn
    plot.setFocus(Qt.FocusReason.TabFocusReason)
    assert plot.cursor_item.lines()[1].startswith("Quads: ")
    for key, name, back in (
        (Qt.Key.Key_Down, "Glutes", 0),
        (Qt.Key.Key_Left, "Glutes", 1),
        (Qt.Key.Key_Up, "Quads", 1),
        (Qt.Key.Key_Up, "Quads", 1),
        (Qt.Key.Key_Right, "Quads", 0),
    ):
        QTest.keyClick(plot, key)
        said = plot.cursor_item.lines()
        assert said[1].startswith(name)
        assert f"{(TODAY - back * DAY).day} Nov" in said[0]
    QTest.keyClick(plot, Qt.Key.Key_Return)
    assert desk.opened == []


def test_answers_and_nights_are_told_at_the_cursor_and_open_their_sessions(answered, opened):
    desk, page = opened(answered)
    answers, sleep = page.answers.drawn, page.sleep.drawn
    answers.go_to(len(answers._xs) - 1)
    assert answers.cursor_item.lines()[1] == "Energy, 1–5: 3"
    sleep.go_to(0)
    said = sleep.cursor_item.lines()
    assert said[1] == "slept 6 h"
    assert said[2].endswith("from what was expected, 1 lift")
    sleep.picked.emit(0)
    assert len(desk.opened) == 1


def test_all_days_and_days_zoomed_out_to_are_read_too(answered, opened, qtbot):
    desk, page = opened(answered)
    assert len(rows_shown(page.gauges)) == 43
    page.gauges.drawn.box.setXRange(
        float((TODAY - 70 * DAY).toordinal()), float(TODAY.toordinal()), padding=0
    )
    page.gauges.drawn._zoomed_by_hand()
    assert len(rows_shown(settled(page, qtbot).gauges)) == 71
    desk.tab.range.all_days.click()
    assert page.sentences() == ["Being read."] or page.bar.isHidden()
    settled(page, qtbot)
    first = TODAY - timedelta(weeks=20, days=3)
    assert rows_shown(page.gauges)[-1].on == first


def test_a_hidden_page_reads_nothing_and_goes_on_when_it_is_seen(answered, opened, qtbot):
    desk, page = opened(answered)
    desk.tab.range.all_days.click()
    desk.tab.show_page(PageName.STRENGTH)
    assert page.slices._work is None
    desk.tab.show_page(PageName.RECOVERY)
    assert len(rows_shown(settled(page, qtbot).gauges)) > 100


def test_both_themes_and_the_tables_hold_the_same_days(answered, opened):
    _, page = opened(answered)
    app = QApplication.instance()
    for look in (theme.DARK, theme.LIGHT):
        theme.apply(app, look)
        QApplication.processEvents()
        assert page.grab().toImage().width() > 0
    rows = page.groups.filled()
    assert rows.titles()[:3] == ["Date", "Quads", "Glutes"]
    assert rows.rowCount() == 43
    nights = page.sleep.filled()
    assert nights.titles() == ["Date", "Hours slept", "From expected %", "Lifts"]


@pytest.mark.parametrize("ending", [".png", ".svg", ".csv"])
def test_each_card_is_saved_as_picture_and_as_numbers(answered, opened, tmp_path, ending):
    _, page = opened(answered)
    for card in page.cards():
        card.save(tmp_path / f"{card.title}{ending}")
        assert card.note.text() == f"Saved as {card.title}{ending}"
    assert all(made.stat().st_size > 500 for made in tmp_path.glob(f"*{ending}"))
