"""What is half-typed stays with its own row, whatever comes and goes above it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from planner.engine.terms import PlannedSet, SetKind
from planner.ui.set_columns import Field

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
LOADS = (60.0, 100.0, 110.0)


@pytest.fixture
def ramp(desk, plan_today):
    """A warm-up is logged; two work sets with loads of their own are open."""
    kinds = (SetKind.WARMUP, SetKind.WORK, SetKind.WORK)
    sets = (
        PlannedSet(5, 5, load_kg=kg, load=kg, kind=kind)
        for kg, kind in zip(LOADS, kinds, strict=True)
    )
    plan_today(back_squat=tuple(sets))
    desk.start_planned()
    desk.enter()
    return desk


def loads(desk) -> list[str]:
    """Return what stands in the cells of the loads, and below the rows."""
    return [
        line.cells[Field.LOAD].text() + line.foot.facts.text() + line.says.text()
        for line in desk.tab.session.cards[0].rows
    ]


def test_text_stays_with_its_row_when_a_row_above_opens_again(ramp) -> None:
    ramp.press(Key.Key_Down)
    ramp.type("105")
    ramp.press(Key.Key_Up)
    ramp.press(Key.Key_Up)
    ramp.press(Key.Key_Delete)
    assert loads(ramp) == ["", "", "105"]
    ramp.history.undo()
    assert loads(ramp) == ["60", "", "105"]


def test_a_row_marked_and_asked_about_stays_so_alone(ramp) -> None:
    ramp.press(Key.Key_D)  # there is no work to drop from: the row itself becomes the drop set
    ramp.press(Key.Key_N)
    ramp.type("slow")
    ramp.press(Key.Key_D, CTRL)
    assert loads(ramp) == ["60", "60", "slow", ""]
    ramp.press(Key.Key_Up)
    ramp.press(Key.Key_Delete)
    ramp.press(Key.Key_Up)
    ramp.press(Key.Key_Delete)
    assert loads(ramp) == ["", "slow", ""]
    assert [line.kind for line in ramp.tab.session.cards[0].rows] == [
        SetKind.WARMUP, SetKind.DROP, SetKind.WORK
    ]  # fmt: skip


def test_a_note_half_typed_is_kept_with_its_row_when_the_keyboard_goes_on(ramp) -> None:
    ramp.press(Key.Key_Up)
    ramp.press(Key.Key_N)
    ramp.type("easy")
    ramp.press(Key.Key_D, CTRL)
    assert [made.note for made in ramp.stored()] == ["easy", ""]
    assert loads(ramp)[0] == "60easy"
