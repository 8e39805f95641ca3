"""A sheet that is typed in where there is little room: nothing scrolls sideways."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget

from ..known_items import known_items

SLUGS = ("back-squat", "bench-press", "single-leg-hop-and-stick")


def place(widget: QWidget, within: QWidget) -> QRect:
    return QRect(widget.mapTo(within, QPoint()), widget.size())


@pytest.fixture
def opened(typist, plan_week):
    """Return a function that shows a sheet of three exercises in a dialog of a size."""
    typist.type(f"{typist.code(plan_week('Kim', SLUGS))}\n")

    def show(width: int, height: int):
        typist.desk.resize(width, height)
        typist.desk.form.complete()
        QTest.qWait(20)
        return typist.desk.form

    return show


@pytest.mark.parametrize(("width", "height"), [(1200, 672), (845, 431), (632, 312)])
def test_all_boxes_are_in_sight_without_scrolling_sideways(opened, qtbot, width, height) -> None:
    form = opened(width, height)

    def all_in_sight() -> None:
        assert form._area.horizontalScrollBar().maximum() == 0
        for line in form.sessions[0].lines:
            edge = line.rect()
            assert all(edge.contains(place(each, line)) for each in line.fields())

    qtbot.waitUntil(all_in_sight)


def test_name_and_note_stand_beside_the_boxes_where_there_is_room(opened) -> None:
    line = opened(1200, 672).sessions[0].lines[0]
    name, first, note = line.findChildren(QLabel)[0], line.boxes[0], line.note
    assert place(name, line).right() < place(first, line).left()
    assert place(line.boxes[-1], line).right() < place(note, line).left()
    assert len({place(box, line).top() for box in line.boxes}) == 1


def test_name_and_note_stand_above_and_below_the_boxes_where_there_is_none(opened) -> None:
    line = opened(845, 431).sessions[0].lines[0]
    name = next(each for each in line.findChildren(QLabel) if each.text())
    assert place(name, line).bottom() < place(line.boxes[0], line).top()
    assert place(line.boxes[-1], line).bottom() < place(line.note, line).top()


def test_left_and_right_stay_together_where_there_is_no_room(opened) -> None:
    line = opened(632, 312).sessions[0].lines[-1]
    assert len(line.boxes) == 10
    pairs = [place(box, line).top() for box in line.boxes]
    assert pairs[::2] == pairs[1::2]


def test_what_is_asked_of_a_box_is_in_sight_with_it(opened, typist) -> None:
    form = opened(632, 400)
    typist.type("1000x5\n")
    line = form.sessions[0].lines[0]
    assert line.says.isVisible()
    typist.desk.form.focus_key(line.boxes[0].key)
    for each in (line.says, line.boxes[0]):
        assert form._area.viewport().rect().contains(place(each, form._area.viewport()))


def test_a_window_made_large_again_has_all_in_a_row(opened, qtbot) -> None:
    opened(632, 312)
    line = opened(1200, 672).sessions[0].lines[0]
    qtbot.waitUntil(lambda: line.height() < 3 * line.boxes[0].height())
    tops = {place(box, line).top() for box in line.boxes}
    assert len(tops) == 1


def test_boxes_that_are_placed_anew_are_forgotten_where_they_stood(opened) -> None:
    opened(1200, 672)
    lines = opened(632, 312).sessions[0].lines
    assert not any(line._grid.indexOf(each) >= 0 for line in lines for each in known_items())
