"""Too few and too many hard sets are told apart by word and by shape."""

from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from planner.coach.planning import MuscleVolume
from planner.ui.range_bar import RangeBar
from planner.ui.volume_strip import GroupVolume


@pytest.mark.parametrize(
    ("sets", "words"),
    [
        (8.0, "Quads: 8 hard sets, range 10–16, 2 under"),
        (12.0, "Quads: 12 hard sets, range 10–16"),
        (18.5, "Quads: 18.5 hard sets, range 10–16, 2.5 over"),
    ],
)
def test_a_group_says_how_far_it_is_off_its_range(qtbot, sets, words) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    assert GroupVolume(MuscleVolume("Quads", sets, 10, 16), parent).accessibleName() == words


def drawn(qtbot, sets: float) -> QImage:
    parent = QWidget()
    qtbot.addWidget(parent)
    bar = RangeBar(sets, 10, 16, parent)
    bar.resize(100, bar.height())
    return bar.grab().toImage().convertToFormat(QImage.Format.Format_Grayscale8)


def steps(picture: QImage) -> int:
    """Count where the middle of the bar changes its shade, which needs no colour to be seen."""
    middle = [picture.pixelColor(x, picture.height() // 2).value() for x in range(4, 96)]
    return sum(abs(a - b) > 20 for a, b in pairwise(middle))


def test_too_few_and_too_many_look_different_without_colours(qtbot) -> None:
    few, right, many = (steps(drawn(qtbot, sets)) for sets in (8, 12, 18))
    assert many > right
    assert few != many
