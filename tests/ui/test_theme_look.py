"""What must be seen in both themes: rings of buttons, Qt's icons, the rows of a list of choices."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QColor
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QFileDialog,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from planner.ui import theme
from planner.ui.lifter_dialog import LifterDialog
from planner.ui.theme import Theme
from planner.ui.widgets import button

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture(params=[theme.LIGHT, theme.DARK], ids=["light", "dark"])
def dressed(request, qapp) -> Iterator[Theme]:
    theme.apply(qapp, request.param)
    yield request.param
    theme.apply(qapp, theme.LIGHT)


def test_the_focus_is_seen_on_a_filled_button(qtbot, dressed) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    box = QVBoxLayout(window)
    first, second = (button(text, "primary", window) for text in ("Start", "Finish"))
    box.addWidget(first)
    box.addWidget(second)
    window.show()
    with qtbot.waitActive(window):
        window.activateWindow()
    first.setFocus()
    QApplication.processEvents()
    edges = [made.grab().toImage().pixelColor(made.width() // 2, 0) for made in (first, second)]
    assert [edge.name() for edge in edges] == [dressed.text, dressed.accent]


@pytest.mark.parametrize("kind", ["", "primary", "quiet"])
def test_a_button_shows_that_it_is_pressed(qtbot, dressed, kind: str) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    made = button("Start", kind, window)
    made.resize(made.sizeHint())
    window.show()
    before = made.grab().toImage()
    made.setDown(True)
    assert made.grab().toImage() != before


def test_the_icons_of_the_file_dialog_are_in_the_colour_of_text(
    qtbot, dressed, tmp_path: Path
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    dialog = QFileDialog(window, "Save", str(tmp_path))
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    for name in ("backButton", "forwardButton", "toParentButton", "newFolderButton"):
        icon = dialog.findChild(QToolButton, name).icon().pixmap(16, 16).toImage()
        drawn = [icon.pixelColor(x, y) for x in range(16) for y in range(16)]
        inked = [colour for colour in drawn if colour.alpha() > 200]
        assert inked, name
        wanted = QColor(dressed.text).lightness()
        assert all(abs(colour.lightness() - wanted) < 40 for colour in inked), name


def test_the_choices_of_a_list_stand_whole_below_it_and_the_chosen_one_is_soft(
    qtbot, dressed
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    dialog = LifterDialog(window)
    dialog.show()
    boxes = dialog.findChildren(QComboBox)
    assert dialog.form.experience in boxes
    for box in boxes:
        box.showPopup()
        QApplication.processEvents()
        shown = box.view()
        assert shown.sizeHintForColumn(0) <= shown.viewport().width()
        for number in range(box.count()):
            row = shown.visualRect(shown.model().index(number, 0))
            assert shown.viewport().rect().contains(row)
        chosen = shown.visualRect(shown.currentIndex()).adjusted(0, 0, -8, -4).bottomRight()
        assert shown.viewport().grab().toImage().pixelColor(chosen).name() == dressed.soft
        assert shown.window().y() >= box.mapToGlobal(box.rect().bottomLeft()).y() - 1
        box.hidePopup()


def test_a_check_box_is_seen_unchecked_and_checked(qtbot, dressed) -> None:
    box = QCheckBox("One side at a time")
    qtbot.addWidget(box)
    box.show()
    edge, middle = (QPoint(x, box.height() // 2) for x in (0, 4))
    unchecked = box.grab().toImage()
    assert unchecked.pixelColor(edge) == QColor(dressed.muted)
    assert unchecked.pixelColor(middle) == QColor(dressed.panel)
    box.setChecked(True)
    assert box.grab().toImage().pixelColor(edge) == QColor(dressed.accent)
