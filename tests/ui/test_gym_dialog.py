"""What the gym can load is typed, begun with a preset, and refused in place."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from planner.coach.gym import presets
from planner.engine.terms import Inventory, Unit
from planner.ui.gym_dialog import GymDialog


@pytest.fixture
def dialog(qtbot) -> GymDialog:
    made = GymDialog(None, Inventory(), Unit.KG, "Ada")
    qtbot.addWidget(made)
    made.show()
    return made


def test_the_gym_is_typed_by_keyboard(dialog, qtbot) -> None:
    for name, text in (("bars", "20, EZ bar 10"), ("dumbbells", "5, 7.5, 10")):
        dialog.fields[name].selectAll()
        qtbot.keyClicks(dialog.fields[name], text)
    qtbot.keyClick(dialog.fields["bars"], Qt.Key.Key_Return)
    assert dialog.result() == GymDialog.DialogCode.Accepted
    assert dialog.gym.bars == (("EZ bar", 10.0),)
    assert dialog.gym.dumbbells_kg == (5.0, 7.5, 10.0)


def test_what_is_not_understood_says_below_the_field_how_to_write_it(dialog, qtbot) -> None:
    field, says = dialog.fields["plates"], dialog._says["plates"]
    hint = says.text()
    field.setText("two big ones")
    dialog.accept()
    assert dialog.isVisible()
    assert (field.property("state"), says.property("role")) == ("error", "error")
    assert says.text().startswith("Write plates as weight × pairs")
    qtbot.keyClicks(field, "20 ×1")
    assert (field.property("state"), says.text()) == ("", hint)


def test_a_preset_fills_the_fields_and_can_be_taken_back(dialog) -> None:
    dialog.presets().actions()[2].trigger()
    assert dialog.fields["dumbbells"].text() == "5, 7.5, 10, 12.5, 15, 20"
    dialog.fields["dumbbells"].undo()
    assert dialog.fields["dumbbells"].text() == "every 2"
    dialog.presets().actions()[2].trigger()
    dialog.accept()
    assert dialog.gym == presets(Unit.KG)[2]
