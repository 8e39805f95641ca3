"""What tests of the page that compares lifts press and read."""

from __future__ import annotations

from PySide6.QtCore import Qt

ON, OFF = Qt.CheckState.Checked, Qt.CheckState.Unchecked


def opened(desk):
    """Turn to the page, and wait until it has read its lifts."""
    desk.tab.show_page("compare")
    return settled(desk.tab.page)


def settled(page):
    """Let the page finish what it reads part by part."""
    for _ in page.reading():
        pass
    return page


def lines(page):
    """Return the names of the lines that are drawn."""
    return [line.name for line in settled(page).plot._lines]


def tick(popup, name, state=ON):
    """Tick a lift or a pattern in the list."""
    for heading in popup.headings():
        for item in (heading, *[heading.child(place) for place in range(heading.childCount())]):
            if item.text(0) == name:
                item.setCheckState(0, state)
