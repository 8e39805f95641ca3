"""What has the keyboard is seen: in both themes, at every stop of the Tab key and in each kind."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QDoubleSpinBox,
    QLineEdit,
    QListView,
    QListWidget,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QSpinBox,
    QTextEdit,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)
from pytestqt.qtbot import QtBot

from planner.coach import demo
from planner.ui import theme
from planner.ui.date_field import DateField
from planner.ui.main_window import MainWindow
from planner.ui.tables import plain_table
from planner.ui.theme import Theme
from planner.ui.top_bar import TabName
from planner.ui.widgets import button, column, scrolling

from .test_access_by_tab_key import reached, words

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
LEAST_CONTRAST = 3.0  # WCAG 2.2, 1.4.11 and 2.4.13
LEAST_PX = 24  # that tell it: more than a blinking cursor has


@pytest.fixture(params=[theme.LIGHT, theme.DARK], ids=["light", "dark"])
def dressed(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[Theme]:
    theme.apply(qapp, request.param)
    yield request.param
    theme.apply(qapp, theme.LIGHT)


def test_each_stop_of_the_tab_key_is_seen_in_the_tabs(
    dressed: Theme, empty_window: MainWindow, today: date, qtbot: QtBot
) -> None:
    demo.add_sample_lifter(today)
    empty_window.resize(1280, 720)
    empty_window.show()
    empty_window.refresh()
    with qtbot.waitActive(empty_window):
        empty_window.activateWindow()
    faults, stops = list[str](), 0
    for name in TabName:
        empty_window.show_tab(name)
        QApplication.processEvents()
        order = reached(empty_window, Qt.Key.Key_Tab)
        faults += [f"{name.name}: {words(each)}" for each in unseen(order, dressed)]
        stops += len(order)
    assert faults == []
    assert stops > 60


def test_each_kind_of_control_shows_that_it_has_the_keyboard(dressed: Theme, qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    box = column(window, margin=12)
    controls = kinds(window)
    for each in controls:
        box.addWidget(each)
    window.resize(400, 900)
    window.show()
    with qtbot.waitActive(window):
        window.activateWindow()
    assert [words(each) for each in unseen(controls, dressed)] == []


def kinds(parent: QWidget) -> list[QWidget]:
    """Return a control of each kind that dialogs are made of."""
    names = ["Back squat", "Bench press"]
    combo, some, tree = QComboBox(parent), QListWidget(parent), QTreeWidget(parent)
    combo.addItems(names)
    some.addItems(names)
    for name in names:
        QTreeWidgetItem(tree, [name])
    table = plain_table(QStringListModel(names, parent), parent)
    listed = QListView(parent)
    listed.setModel(QStringListModel(names, parent))
    radio, page = QRadioButton("Kilograms", parent), scrolling(QWidget(), parent)
    page.setProperty("kind", "page")
    page.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    made: list[QWidget] = [
        button(kind or "plain", kind, parent) for kind in ("", "primary", "quiet")
    ]
    made += [
        radio,
        QCheckBox("Each side", parent),
        combo,
        DateField(date(2026, 11, 5), date(2026, 11, 5), parent),
        page,
    ]
    made += [QSpinBox(parent), QDoubleSpinBox(parent), QLineEdit(parent), QTextEdit(parent)]
    made += [QPlainTextEdit(parent), QPushButton("Bare", parent), some, listed, table, tree]
    for each in made:
        each.setMaximumHeight(60)
    return made


def unseen(order: list[QWidget], tokens: Theme) -> Iterator[QWidget]:
    """Yield what looks alike with the keyboard and without it, to who tells colours badly."""
    for each, other in zip(order, [*order[1:], order[0]], strict=True):
        other.setFocus(Qt.FocusReason.TabFocusReason)
        QApplication.processEvents()
        without = picture(each)
        each.setFocus(Qt.FocusReason.TabFocusReason)
        QApplication.processEvents()
        held = picture(each)
        if held.shape != without.shape:
            continue  # it makes room for itself
        told = (held != without).any(axis=2)
        grounds = (tokens.panel, tokens.background)
        strong = [contrast(held[told], ground) >= LEAST_CONTRAST for ground in grounds]
        changed = contrast(held[told], without[told]) >= LEAST_CONTRAST if told.any() else told
        if max(int(np.sum(changed)), *(int(np.sum(part)) for part in strong)) < LEAST_PX:
            yield each


def picture(widget: QWidget) -> NDArray[np.float64]:
    """Return the pixels of a widget, in sight or not: rows, columns, red green blue 0–1."""
    grabbed: QPixmap = widget.grab()
    image = grabbed.toImage().convertToFormat(QImage.Format.Format_RGBX8888)
    flat = np.frombuffer(image.constBits(), np.uint8)
    lines = flat.reshape(image.height(), image.bytesPerLine())[:, : 4 * image.width()]
    return lines.reshape(image.height(), image.width(), 4)[:, :, :3] / 255.0


def contrast(pixels: NDArray[np.float64], other: NDArray[np.float64] | str) -> NDArray[np.float64]:
    """Return the contrast of pixels with others or with a colour, 1–21 (WCAG 2.2)."""
    if isinstance(other, str):
        other = np.array([int(other[at : at + 2], 16) / 255.0 for at in (1, 3, 5)])
    first, second = light(pixels), light(other)
    return (np.maximum(first, second) + 0.05) / (np.minimum(first, second) + 0.05)


def light(pixels: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the relative luminance of sRGB pixels, 0–1."""
    linear = np.where(pixels <= 0.04045, pixels / 12.92, ((pixels + 0.055) / 1.055) ** 2.4)
    return linear @ np.array([0.2126, 0.7152, 0.0722])
