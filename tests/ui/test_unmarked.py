"""What is heard of a text is what is read of it, without the mark of its key."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from planner.ui.access import ToggleFace
from planner.ui.mnemonics import unmarked


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("&Save as", "Save as"),
        ("Tom && Jerry", "Tom & Jerry"),
        ("Tom &&& Jerry", "Tom & Jerry"),
        ("&Tom && Jerry", "Tom & Jerry"),
        ("表(&M)", "表"),
        ("ライセンス(&L)…", "ライセンス…"),
        ("Bench (&& row)", "Bench (& row)"),
        ("Squat (S)", "Squat (S)"),
        ("", ""),
    ],
)
def test_the_mark_of_a_key_is_not_read(text: str, read: str) -> None:
    assert unmarked(text) == read


def test_a_name_is_heard_as_it_was_typed(qtbot: QtBot) -> None:
    chip = QPushButton("Tom && Jerry")
    qtbot.addWidget(chip)
    assert ToggleFace(chip, QAccessible.Role.CheckBox).text(QAccessible.Text.Name) == "Tom & Jerry"
