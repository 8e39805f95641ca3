"""An import wizard at work in the window."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

import pytest
from pytestqt.qtbot import QtBot

from planner.ui.import_wizard import ImportWizard
from planner.ui.main_window import MainWindow

Read: TypeAlias = Callable[..., ImportWizard]
Bring: TypeAlias = Callable[[ImportWizard], None]
ImportFirst: TypeAlias = Callable[..., ImportWizard]


@pytest.fixture
def wizard(window: MainWindow) -> ImportWizard:
    window.file_stories.import_log()
    (made,) = window.findChildren(ImportWizard)
    return made


@pytest.fixture
def read(wizard: ImportWizard, qtbot: QtBot) -> Read:
    """Return a function that lets the wizard read files, up to the first preview."""

    def make(*paths: Path) -> ImportWizard:
        wizard.read(paths)
        qtbot.waitUntil(wizard.preview_page.isVisible)
        return wizard

    return make


@pytest.fixture
def bring(qtbot: QtBot) -> Bring:
    """Return a function that presses Import and waits until the wizard has gone on."""

    def press(wizard: ImportWizard) -> None:
        with qtbot.waitSignal(wizard.commit_wanted):
            wizard.import_button.click()
        qtbot.waitUntil(lambda: not wizard.storing.is_busy())

    return press


@pytest.fixture
def take_in(qtbot: QtBot) -> Bring:
    """Return a function that presses Take in and waits until lifters are stored, or are not."""

    def press(wizard: ImportWizard) -> None:
        wizard.import_button.click()
        qtbot.waitUntil(lambda: not wizard.storing.is_busy())

    return press


@pytest.fixture
def import_first(empty_window: MainWindow, qtbot: QtBot) -> ImportFirst:
    """Return a function that imports files by the first page's door, up to the first shown."""

    def make(*paths: Path) -> ImportWizard:
        empty_window.file_stories.import_log(list(paths))
        (wizard,) = empty_window.findChildren(ImportWizard)
        pages = (wizard.preview_page, wizard.document_page)
        qtbot.waitUntil(lambda: any(page.isVisible() for page in pages))
        return wizard

    return make
