"""Hard sets are held against a range that is somebody's, in calm words and by shape."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from planner.coach import clients
from planner.coach.planning import Jump, MuscleVolume
from planner.engine.terms import Experience
from planner.ui import volume_words
from planner.ui.range_bar import RangeBar
from planner.ui.volume_strip import GroupVolume, VolumeStrip


@pytest.mark.parametrize(
    ("sets", "words"),
    [
        (0.0, "Quads: 0 hard sets, range 10–16, none"),
        (2.0, "Quads: 2 hard sets, range 10–16, a little"),
        (3.0, "Quads: 3 hard sets, range 10–16, maintains"),
        (8.0, "Quads: 8 hard sets, range 10–16, maintains"),
        (12.0, "Quads: 12 hard sets, range 10–16"),
        (18.5, "Quads: 18.5 hard sets, range 10–16, 2.5 over"),
    ],
)
def test_a_group_says_where_its_sets_lie(qtbot, sets, words) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    assert GroupVolume(MuscleVolume("Quads", sets, 10, 16, 3), parent).accessibleName() == words


@pytest.mark.parametrize(
    ("experience", "told"),
    [
        (Experience.NOVICE, "this week · 5–12 serve most novices, 3 keep what is there"),
        (Experience.RETURNER, "5–12 serve most who are coming back"),
        (Experience.INTERMEDIATE, "10–20 serve most intermediate lifters"),
        (Experience.UNKNOWN, "10–20 serve most lifters"),
    ],
)
def test_the_strip_says_whose_range_it_is(planner, experience, told) -> None:
    clients.change(replace(clients.lifter(planner.lifter), experience=experience))
    planner.refresh()
    strip = planner.tab.findChild(VolumeStrip)
    assert told in strip.legend.accessibleName()
    assert "a small program" in strip.toolTip()


def test_without_a_group_nothing_is_claimed(qtbot) -> None:
    strip = VolumeStrip(None)
    qtbot.addWidget(strip)
    strip.show_volumes((), Experience.NOVICE)
    assert (strip.legend.accessibleName(), strip.toolTip()) == ("", "")


def test_too_few_sets_raise_no_alarm(qtbot) -> None:
    assert hues(drawn_in_colour(qtbot, 8)) == hues(drawn_in_colour(qtbot, 12))
    assert hues(drawn_in_colour(qtbot, 18)) - hues(drawn_in_colour(qtbot, 12))


def hues(picture: QImage) -> set[int]:
    """Return the strong colours along the middle of a bar, in steps of 30 degrees."""
    middle = [picture.pixelColor(x, picture.height() // 2) for x in range(4, 96)]
    return {colour.hue() // 30 for colour in middle if colour.saturation() > 100}


def drawn_in_colour(qtbot, sets: float) -> QImage:
    parent = QWidget()
    qtbot.addWidget(parent)
    bar = RangeBar(sets, 10, 16, parent)
    bar.resize(100, bar.height())
    return bar.grab().toImage()


def drawn(qtbot, sets: float) -> QImage:
    return drawn_in_colour(qtbot, sets).convertToFormat(QImage.Format.Format_Grayscale8)


def steps(picture: QImage) -> int:
    """Count where the middle of the bar changes its shade, which needs no colour to be seen."""
    middle = [picture.pixelColor(x, picture.height() // 2).value() for x in range(4, 96)]
    return sum(abs(a - b) > 20 for a, b in pairwise(middle))


def test_too_few_and_too_many_look_different_without_colours(qtbot) -> None:
    few, right, many = (steps(drawn(qtbot, sets)) for sets in (8, 12, 18))
    assert many > right
    assert few != many


def test_a_jump_is_told_calmly_in_the_strip_and_spoken(qtbot) -> None:
    strip = VolumeStrip(None)
    qtbot.addWidget(strip)
    jump = MuscleVolume("Chest", 14, 10, 20, 3, Jump("Chest", 14, 9))
    strip.show_volumes((jump,), Experience.INTERMEDIATE)
    assert strip.jumps.accessibleName() == "▲ Chest: 14, about 9 a week lately: +56 %"
    assert "last four training weeks" in strip.toolTip()
    (group,) = strip.findChildren(GroupVolume)
    assert group.accessibleName().endswith("14, about 9 a week lately: +56 %")


@pytest.mark.parametrize(
    ("usual", "words"), [(0.4, "6, almost none lately"), (0.0, "6, none lately")]
)
def test_a_jump_from_next_to_nothing_is_no_percentage(usual: float, words: str) -> None:
    jump = Jump("Calves", 6, usual)
    assert volume_words.jump_words(jump) == words
    assert volume_words.rise(jump) == "new"
