"""Times of day are written by the clock of the reader's locale, with their seconds, too."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime

import pytest
from PySide6.QtCore import QLocale

from planner.ui import backup_words, dates
from planner.ui.main_window import MainWindow

AT = datetime(2026, 11, 5, 17, 8, 9)
CLOCKS = {
    "en_GB": ("17:08", "17:08:09"),
    "en_US": ("5:08\u202fPM", "5:08:09\u202fPM"),
    "de_DE": ("17:08", "17:08:09"),
    "fr_CA": ("17 h 08", "17 h 08:09"),
    "fi_FI": ("17.08", "17.08.09"),
    "ja_JP": ("17:08", "17:08:09"),
}


@pytest.fixture
def live_in() -> Iterator[Callable[[str], None]]:
    """Return a function that moves to a locale."""
    before = QLocale()
    yield lambda name: QLocale.setDefault(QLocale(name))
    QLocale.setDefault(before)


@pytest.mark.parametrize("name", CLOCKS)
def test_a_time_is_written_the_way_of_the_locale(live_in: Callable[[str], None], name: str) -> None:
    live_in(name)
    assert (dates.clock(AT), dates.clock(AT, seconds=True)) == CLOCKS[name]


def test_a_backup_of_a_minute_with_two_has_its_seconds_by_the_same_clock(
    live_in: Callable[[str], None],
) -> None:
    live_in("en_US")
    when = backup_words.when(AT, AT.date(), seconds=True)
    assert when == "today, 5:08:09\u202fPM"


def test_the_status_bar_has_one_clock(window: MainWindow, live_in: Callable[[str], None]) -> None:
    live_in("en_US")
    window.status.saved(AT)
    window.status.show_backup(AT, AT.date())
    assert window.status.news.text() == "Saved 5:08:09\u202fPM"
    assert window.status.backup.text() == "Backup today 5:08\u202fPM"
