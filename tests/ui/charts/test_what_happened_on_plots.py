"""Events behind the curves: words under the pointer, a click opens the session, little room."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from planner.coach.charts import Event
from planner.coach.charts.goals import GoalState, LiftGoal
from planner.engine.terms import phrase
from planner.ui import theme
from planner.ui.charts import chart_words
from planner.ui.charts.plot_events import MARK_PX
from tests.ui.charts.strength_desk import FIRST, show

LONG = "Knee a bit stiff at first, " + "better with every set, " * 40


def beside(plot, on, up=0.8):
    """Return a place on the line of a day, where no session is near."""
    low, high = plot.box.viewRange()[1]
    at = QPointF(float(on.toordinal()), low + up * (high - low))
    return plot.view.mapFromScene(plot.box.mapViewToScene(at))


def hover(plot, spot, qtbot):
    QTest.mouseMove(plot.view.viewport(), spot + QPoint(1, 0))
    qtbot.wait(30)
    QTest.mouseMove(plot.view.viewport(), spot)
    qtbot.waitUntil(lambda: len(plot.cursor_item.lines()) > 0)
    plot.grab()
    return plot.cursor_item.lines()


def swapped(on, session_id=None):
    return Event(on, "swap", phrase("Swapped for {lift}", lift="Front squat"), session_id)


def test_the_line_of_an_event_tells_it_under_the_pointer(plot, chart, qtbot):
    on = date(2026, 9, 30)
    show(plot, replace(chart, events=(swapped(on),)))
    assert hover(plot, beside(plot, on), qtbot) == ["30 Sept: Swapped for Front squat"]


def test_a_swap_names_the_lift_that_came(plot, chart):
    show(plot, replace(chart, events=(swapped(date(2026, 9, 30)),)))
    assert [made.word for made in plot.marks.events.happenings] == ["swap: Front squat"]


def test_events_of_neighbouring_days_are_told_together(plot, chart, qtbot):
    on = date(2026, 9, 30)
    deload = Event(on, "deload", phrase("Deload week"))
    show(plot, replace(chart, events=(deload, swapped(on))))
    lines = hover(plot, beside(plot, on), qtbot)
    assert lines == ["30 Sept: Deload week", "30 Sept: Swapped for Front squat"]


def test_a_click_on_an_event_opens_its_session(plot, chart, qtbot):
    on = date(2026, 9, 30)
    show(plot, replace(chart, events=(swapped(on, 77),)))
    with qtbot.waitSignal(plot.session_wanted) as hit:
        QTest.mouseClick(plot.view.viewport(), Qt.MouseButton.LeftButton, pos=beside(plot, on))
    assert hit.args == [77]


def test_an_event_of_no_session_opens_nothing(plot, chart, qtbot):
    on = date(2026, 9, 30)
    show(plot, replace(chart, events=(swapped(on),)))
    with qtbot.assertNotEmitted(plot.session_wanted, wait=50):
        QTest.mouseClick(plot.view.viewport(), Qt.MouseButton.LeftButton, pos=beside(plot, on))


def test_a_session_near_the_pointer_goes_before_an_event(plot, chart, qtbot):
    point = chart.points[7]
    show(plot, replace(chart, events=(swapped(point.on),)))
    at = QPointF(float(plot._xs[7]), float(plot._ys[7]))
    spot = plot.view.mapFromScene(plot.box.mapViewToScene(at))
    lines = hover(plot, spot, qtbot)
    assert lines[1:] == ["best set 100 × 5", "e1RM 117 kg", "Swapped for Front squat"]


def test_a_note_is_short_on_the_plot_and_told_whole_beside_it(plot, chart, qtbot):
    on = date(2026, 9, 30)
    show(plot, replace(chart, events=(Event(on, "note", phrase("{note}", note=LONG), 78),)))
    (made,) = plot.marks.events.happenings
    assert made.word == "Knee a bit stiff at …"
    spot = beside(plot, on, up=0.0) - QPoint(0, 8)
    lines = hover(plot, spot, qtbot)
    assert lines[0].startswith("30 Sept: Knee a bit stiff")
    assert len(lines) == chart_words.MOST_LINES
    assert lines[-1].endswith("…")
    with qtbot.waitSignal(plot.session_wanted) as hit:
        QTest.mouseClick(plot.view.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert hit.args == [78]


@pytest.mark.parametrize(
    ("note", "short"), [("new belt", "new belt"), ("x" * 60, "x" * 24 + "…"), ("a  b", "a b")]
)
def test_a_note_begins_with_its_first_words(note, short):
    assert chart_words.first_words(note) == short


def test_the_keyboard_reads_what_happened_on_the_day_of_a_session(plot, chart):
    events = (Event(chart.points[-1].on, "note", phrase("{note}", note="new belt"), 511),)
    show(plot, replace(chart, events=events))
    QTest.keyClick(plot, Qt.Key.Key_Left)
    assert plot.cursor_item.lines()[-1] == "new belt"
    assert "new belt" in plot.accessibleDescription()


def test_a_crowd_of_events_writes_no_word_over_another(plot, chart):
    many = [swapped(FIRST + timedelta(days=day)) for day in range(80)]
    notes = [
        Event(FIRST + timedelta(days=day), "note", phrase("{note}", note="knee stiff again"))
        for day in range(80)
    ]
    show(plot, replace(chart, events=(*many, *notes)))
    boxes = [box for box, made in plot.marks.events._boxes if box.height() == 17 and not made.note]
    assert 3 <= len(boxes) <= 80
    assert not any(one.intersects(other) for n, one in enumerate(boxes) for other in boxes[n + 1 :])


def reached(kg, *words):
    said = tuple(map(phrase, words))
    return GoalState(LiftGoal(kg), kg, None, None, (phrase(f"Goal {kg:.0f} kg"), *said))


def event_words(plot):
    """Return where words or signs of events stand, and the words of those that have room."""
    plot.grab()
    return plot.marks.events.words


def test_no_word_of_an_event_lies_on_a_session_a_line_or_another_word(plot, chart):
    events = tuple(swapped(FIRST + timedelta(days=day)) for day in (0, 6, 30, 33, 60, 76))
    show(plot, replace(chart, events=events))
    spots = event_words(plot)
    lines = [plot.marks._x(made.at) for made in plot.marks.events.happenings]
    sessions = [plot.box.mapFromView(QPointF(*at)) for at in zip(plot._xs, plot._ys, strict=True)]
    words = [spot for spot in spots if spot.width() > MARK_PX]
    assert words
    assert not any(spot.left() < x < spot.right() for x in lines for spot in words)
    for place, spot in enumerate(spots):
        assert not any(spot.intersects(other) for other in spots[:place])
        assert not any(spot.contains(at) for at in sessions)


def test_where_a_word_has_no_room_its_sign_stays_and_tells_it(plot, chart):
    near = [swapped(date(2026, 9, 20) + timedelta(days=2 * step)) for step in range(8)]
    show(plot, replace(chart, events=tuple(near)))
    spots = event_words(plot)
    assert len(spots) == len(near)
    signs = [spot for spot in spots if spot.width() == MARK_PX]
    assert len(signs) >= len(near) - 2
    (told, *_) = plot.marks.events.at(signs[0].center())
    assert told.word == "swap: Front squat"


def test_a_goal_near_what_was_done_is_a_line_in_view(plot, chart):
    show(plot, replace(chart, goal=reached(128.0, "7 kg to go")))
    assert not plot.goal.out_of_view()
    assert plot.goal._words == "Goal 128 kg · 7 kg to go"


@pytest.mark.parametrize("kg", [300.0, 20.0])
def test_a_goal_far_away_squashes_nothing_and_is_an_arrow_with_its_number(plot, chart, kg):
    before = plot.box.viewRange()[1]
    show(plot, replace(chart, goal=reached(kg, "far to go")))
    assert plot.box.viewRange()[1] == pytest.approx(before)
    assert plot.goal.out_of_view()
    assert plot.goal._words.startswith(f"Goal {kg:.0f} kg")
    assert plot.goal.boundingRect().contains(plot.goal.words_box())


def test_a_goal_among_what_was_done_hides_little_of_it(plot, chart):
    show(plot, replace(chart, goal=reached(115.0, "reached on 3 Nov")))
    assert plot.goal._words == "Goal 115 kg"


def test_words_of_events_keep_off_the_words_of_the_goal(plot, chart):
    events = tuple(swapped(FIRST + timedelta(days=7 * week)) for week in range(12))
    show(plot, replace(chart, events=events, goal=reached(300.0, "a long way to go")))
    words = [box for box, _ in plot.marks.events._boxes if box.height() == 17]
    assert words
    assert not any(box.intersects(plot.goal.words_box()) for box in words)


def test_without_a_goal_nothing_is_drawn(plot, chart):
    show(plot, replace(chart, goal=reached(128.0)))
    show(plot, chart)
    assert plot.goal.value is None
    assert not plot.goal.words_box().height()


def test_both_themes_are_painted(plot, chart, qapp):
    on = date(2026, 9, 30)
    show(plot, replace(chart, events=(swapped(on),), goal=reached(300.0)))
    light = plot.grab().toImage()
    theme.apply(qapp, theme.DARK)
    try:
        QApplication.processEvents()
        assert plot.grab().toImage() != light
    finally:
        theme.apply(qapp, theme.LIGHT)
