"""Help › About: the version, where the data are, and every licence word by word."""

from __future__ import annotations

import tomllib
from pathlib import Path

from PySide6.QtWidgets import QLabel, QPushButton

from planner import __version__
from planner.ui import app_icon, help_pages, theme
from planner.ui.about_dialog import AboutDialog
from planner.ui.licences_dialog import LICENCES, LicencesDialog
from planner.ui.main_window import MainWindow


def about(window: MainWindow) -> AboutDialog:
    help_pages.show_about(window)
    (shown,) = window.findChildren(AboutDialog)
    return shown


def licences(window: MainWindow) -> LicencesDialog:
    asked = about(window)
    (button,) = [each for each in asked.findChildren(QPushButton) if "icences" in each.text()]
    button.click()
    (shown,) = asked.findChildren(LicencesDialog)
    return shown


def test_about_tells_the_version_and_where_the_data_are(window: MainWindow) -> None:
    said = " ".join(each.text() for each in about(window).findChildren(QLabel))
    assert f"Version {__version__}" in said
    assert str(window.database) in said


def test_every_licence_can_be_read(window: MainWindow) -> None:
    shown = licences(window)
    texts = []
    for place in range(shown.list.count()):
        shown.list.setCurrentRow(place)
        texts.append(shown.text.toPlainText())
    assert min(map(len, texts)) > 200
    assert len(set(texts)) == len(texts)


def test_who_uses_qt_is_told_how_to_put_another_one_in_its_place(window: MainWindow) -> None:
    shown = licences(window)
    shown.list.setCurrentRow(1)
    assert "LGPL-3.0-only" in shown.about.text()
    assert "in place of those" in shown.text.toPlainText()
    assert "GNU LESSER GENERAL PUBLIC LICENSE" in shown.text.toPlainText()


def test_every_text_of_a_licence_is_listed() -> None:
    listed = tomllib.loads((LICENCES / "parts.toml").read_text("utf-8"))["parts"]
    assert {part["text"] for part in listed} == {file.name for file in LICENCES.glob("*.txt")}


def test_windows_have_the_icon_in_every_size(window: MainWindow) -> None:
    app_icon.give()
    sizes = {size.width() for size in window.windowIcon().availableSizes()}
    assert sizes == set(app_icon.SIZES)
    assert (Path(theme.RESOURCES) / "icons" / "planner.svg").is_file()
