"""Nothing on the screen moves of itself: no animations of ours, none of Qt's."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

import planner
from planner.ui.main_window import MainWindow
from planner.ui.reading_bar import reading_bar

MOVES = re.compile(r"Q(Property|Variant)Animation|QAnimationGroup|QTimeLine|QMovie")


def test_no_code_animates_anything() -> None:
    root = Path(planner.__file__).parent
    moving = [path.name for path in root.rglob("*.py") if MOVES.search(path.read_text("utf-8"))]
    assert moving == []


def test_a_bar_of_work_whose_length_nobody_knows_stands_still(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    bar = reading_bar("Reading", window)
    bar.resize(300, 12)
    window.show()
    before = bar.grab().toImage()
    qtbot.wait(120)
    assert bar.grab().toImage() == before


def test_no_bar_is_one_of_those_that_run_to_and_fro() -> None:
    root = Path(planner.__file__).parent
    made = [path for path in root.rglob("*.py") if "QProgressBar(" in path.read_text("utf-8")]
    endless = [path.name for path in made if "setRange(0, 0)" in path.read_text("utf-8")]
    assert endless == []


@pytest.fixture
def moving(qapp: QApplication) -> None:
    """A system that lets things move."""
    for each in Qt.UIEffect:
        qapp.setEffectEnabled(each, True)


def test_menus_lists_and_tool_tips_come_without_moving(moving: None, looking: MainWindow) -> None:
    assert looking.isVisible()
    assert not any(map(QApplication.isEffectEnabled, Qt.UIEffect))
