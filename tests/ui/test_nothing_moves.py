"""Nothing on the screen moves of itself: no animations of ours, none of Qt's."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

import planner
from planner.ui.main_window import MainWindow

MOVES = re.compile(r"Q(Property|Variant)Animation|QAnimationGroup|QTimeLine|QMovie")


def test_no_code_animates_anything() -> None:
    root = Path(planner.__file__).parent
    moving = [path.name for path in root.rglob("*.py") if MOVES.search(path.read_text("utf-8"))]
    assert moving == []


@pytest.fixture
def moving(qapp: QApplication) -> None:
    """A system that lets things move."""
    for each in Qt.UIEffect:
        qapp.setEffectEnabled(each, True)


def test_menus_lists_and_tool_tips_come_without_moving(moving: None, looking: MainWindow) -> None:
    assert looking.isVisible()
    assert not any(map(QApplication.isEffectEnabled, Qt.UIEffect))
