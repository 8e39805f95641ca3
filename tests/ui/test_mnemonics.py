"""Each entry of a menu has a letter of its own."""

from __future__ import annotations

import re
from collections import Counter

from planner.ui.main_window import MainWindow


def test_no_two_entries_of_a_menu_share_a_letter(window: MainWindow, lifter: int) -> None:
    for top in window.menuBar().actions():
        menu = top.menu()
        letters = Counter(
            found[1].lower()
            for action in menu.actions()
            if (found := re.search("&([^&])", action.text()))
        )
        assert letters, top.text()
        assert [letter for letter, times in letters.items() if times > 1] == [], top.text()
