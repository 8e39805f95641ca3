"""Paper and logos of a sheet, before there is one."""

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QWidget

from planner.coach import studio
from planner.ui.printing_studio import StudioDialog
from planner.ui.usual_paper import usual_paper


@pytest.mark.parametrize(
    ("country", "paper"),
    [
        (QLocale.Country.UnitedStates, "letter"),
        (QLocale.Country.Germany, "a4"),
    ],
)
def test_the_paper_of_the_country_comes_first(country, paper):
    before = QLocale()
    QLocale.setDefault(QLocale(QLocale.Language.English, country))
    try:
        assert usual_paper() == paper
    finally:
        QLocale.setDefault(before)


@pytest.mark.parametrize(
    ("content", "told"),
    [(b"no picture", "is no PNG, JPEG or SVG picture"), (b"x" * 600_000, "a logo may have 512 KB")],
)
def test_what_cannot_be_a_logo_is_refused_and_why(qtbot, tmp_path, content, told):
    parent = QWidget()
    qtbot.addWidget(parent)
    path = tmp_path / "logo.png"
    path.write_bytes(content)
    dialog = StudioDialog(studio.NO_STUDIO, parent)
    dialog.take_picture(path)
    assert told in dialog.news.text()
    assert not dialog.remove.isEnabled()
