"""The icons of actions: sharp, in the colours of the theme, and there where one looks for them."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QIcon, QImage
from PySide6.QtWidgets import QAbstractButton, QApplication, QPushButton, QToolButton, QWidget

import planner
from planner.ui import icons, lifter_disc, theme
from tests.ui.menu_walk import entries

NAMES = sorted(path.stem for path in icons.FOLDER.glob("*.svg"))
# Where the name stands among what is called with one.
PLACES = {"icon": 0, "give": 1, "_button": 0, "_turning": 0, "Tool": 2, "entry": 3, "add": 3}
SCALES = (1.0, 1.5, 2.0)


@pytest.fixture
def dark(qapp):
    before = qapp.palette()
    qapp.setPalette(theme.palette(theme.DARK))
    yield
    qapp.setPalette(before)


def drawn(name: str, scale: float = 1.0, mode: QIcon.Mode = QIcon.Mode.Normal) -> QImage:
    return icons.icon(name).pixmap(QSize(icons.PX, icons.PX), scale, mode).toImage()


def colours(image: QImage) -> set[str]:
    """Return the colours of the dots that nothing shines through."""
    places = [(x, y) for x in range(image.width()) for y in range(image.height())]
    return {c.name() for c in (image.pixelColor(*at) for at in places) if c.alpha() == 255}


@pytest.mark.parametrize("name", NAMES)
def test_an_icon_is_drawn_sharp_at_every_scale(qapp, name: str) -> None:
    for scale in SCALES:
        image = drawn(name, scale)
        assert image.width() == round(icons.PX * scale)
        assert any(image.pixelColor(x, y).alpha() > 200 for x in range(image.width())
                   for y in range(image.height()))  # fmt: skip


def test_an_icon_has_the_colours_of_the_theme(qapp, dark) -> None:
    assert colours(drawn("calendar", 2.0)) == {theme.DARK.muted}
    assert colours(drawn("calendar", 2.0, QIcon.Mode.Disabled)) == {theme.DARK.faint}


def test_a_theme_chosen_later_colours_an_icon_anew(qapp, dark) -> None:
    made = icons.icon("add", "text")
    qapp.setPalette(theme.palette(theme.LIGHT))
    assert colours(made.pixmap(QSize(32, 32)).toImage()) == {theme.LIGHT.text}


def tip(name: str) -> int:
    """Return where an arrow's line crosses the middle row."""
    image = drawn(name, 2.0)
    return next(x for x in range(image.width()) if image.pixelColor(x, image.height() // 2).alpha())


def test_arrows_point_the_other_way_where_lines_are_read_from_the_right(qapp) -> None:
    assert tip("back") < icons.PX < tip("forward")
    QApplication.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    try:
        assert tip("forward") < icons.PX < tip("back")
    finally:
        QApplication.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


@pytest.mark.parametrize("kind", [QPushButton, QToolButton])
def test_the_icon_of_a_list_stands_behind_the_words(qtbot, kind: type[QAbstractButton]) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    button = kind(page)
    button.setText("  ")  # the icon is all that is seen
    icons.opens(button)
    button.setStyleSheet("border: none; padding: 0 40px; background: white;")
    button.resize(160, 30)
    page.show()
    image = button.grab().toImage()
    inked = {
        x for x in range(image.width()) for y in range(image.height())
        if image.pixelColor(x, y).lightness() < 200
    }  # fmt: skip
    assert inked
    assert min(inked) > 80


def called(node: ast.Call) -> str:
    return node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")


def names_in(path: Path) -> Iterator[str]:
    """Yield the names of icons that a module shows: given at once, or to what shows them."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if not isinstance(node, ast.Call):
            continue
        place = PLACES.get(called(node))
        given = [each.value for each in node.keywords if each.arg == "icon"]
        given += [] if place is None else node.args[place : place + 1]
        for part in (inner for each in given for inner in ast.walk(each)):
            if isinstance(part, ast.Constant) and isinstance(part.value, str):
                yield part.value


def test_no_icon_is_drawn_that_nothing_shows() -> None:
    shown = {name for path in Path(planner.__path__[0]).rglob("*.py") for name in names_in(path)}
    assert set(NAMES) - shown == set()


def test_what_one_looks_for_in_the_menus_has_its_icon(window) -> None:
    with_icon = {
        action.text().replace("&", "")
        for action in entries(window.menuBar().actions())
        if not action.icon().isNull()
    }
    assert with_icon >= {
        "Undo", "Redo", "Import log…", "Export…", "Print week…", "Deleted…", "New lifter…",
        "Copy to the next week", "Back up now", "Restore…", "Start here", "About",
    }  # fmt: skip


def test_an_icon_in_a_marked_row_keeps_its_colour(qapp) -> None:
    disc = lifter_disc.disc("Ada")
    size = QSize(lifter_disc.SIZE, lifter_disc.SIZE)
    assert disc.pixmap(size, QIcon.Mode.Selected).toImage() == disc.pixmap(size).toImage()
