"""What a screen reader hears of the program, asked through AT-SPI as a Linux desktop would."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from planner.coach import demo, files
from planner.ui.charts.pages import PageName, title
from tests import needed

if TYPE_CHECKING:
    from .screen_reader import ScreenReader, Thing

if needed.all_is_checked():
    reader = import_module("tests.ui.screen_reader")
else:
    reader = pytest.importorskip("tests.ui.screen_reader", reason="needs jeepney, on Linux")
pytestmark = needed.skipped_without(reader.is_possible(), "needs Xvfb and AT-SPI")
# Entries that open no dialog, or one of the system's.
NO_DIALOG = {"Quit", "Switch lifter…", "Archive lifter", "Add a sample lifter", "Back up now",
             "Copy to the next week", "Fill loads", "Suggestions", "Undo", "Redo"}  # fmt: skip
ROLELESS = {"filler", "panel", "frame", "layered pane", "unknown", "redundant object"}


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A closed database of the sample lifter."""
    path = tmp_path_factory.mktemp("heard") / "planner.db"
    files.open_file(path)
    demo.add_sample_lifter(date.today())
    files.close_file()
    return path


@pytest.fixture
def heard(sample: Path) -> Iterator[ScreenReader]:
    """The program, shown to a screen reader."""
    with reader.reading(sample) as made:
        reader.wait_for(lambda: made.windows() and named(made, "Planned week"))
        yield made


def named(made: ScreenReader, name: str) -> list[Thing]:
    """Return what has a name in the window."""
    shown = made.windows()[:1]  # none while the program is too busy to answer
    return [each for place in shown for each in made.seen(place) if each.name == name]


def press(made: ScreenReader, name: str) -> None:
    """Press the first that has a name, once it is there."""
    found = reader.wait_for(lambda: named(made, name))
    assert found, name
    made.press(found[0])


def untold(made: ScreenReader, where: str, things: list[Thing]) -> Iterator[str]:
    """Yield what the keyboard reaches, and of which is not told what it is or what it is called."""
    for each in things:
        if not each.has(reader.FOCUSABLE):
            continue
        if each.role in ROLELESS:
            yield f"{where}: {each.name} is a {each.role}"
        if each.role != "cell" and not made.labelled(each):
            yield f"{where}: a {each.role} is called {each.name!r}, {each.description!r}"
        if each.role == "chart" and not re.search(r"\d|Nothing", each.description):
            yield f"{where}: {each.name} says of its data {each.description!r}"


def test_everything_that_the_keyboard_reaches_in_the_tabs_is_told(heard: ScreenReader) -> None:
    (window,) = heard.windows()
    found = list(untold(heard, "Planner", heard.seen(window)))
    press(heard, "Log tab")
    assert reader.wait_for(lambda: named(heard, "Session notes") or named(heard, "Sessions"))
    found += untold(heard, "Log", heard.seen(window))
    press(heard, "Charts tab")
    charts = 0
    for page in set(PageName) - {PageName.STANDARDS}:  # it is switched off at first
        press(heard, title(page))
        things = reader.wait_for(lambda: [x for x in heard.seen(window) if x.role == "chart"])
        charts += len(things)
        found += untold(heard, title(page), heard.seen(window))
    assert found == []
    assert charts > 15


def test_everything_that_the_keyboard_reaches_in_dialogs_is_told(heard: ScreenReader) -> None:
    (window,), opened, found = heard.windows(), 0, list[str]()
    (bar,) = (each for each in heard.seen(window) if each.role == "menu bar")
    for menu in heard.read(bar.within):
        for entry in heard.entries(menu.place) if menu.name != "View" else ():
            if entry.name in NO_DIALOG:
                continue
            heard.press(entry)
            dialog = reader.wait_for(lambda: heard.windows()[1:])
            assert dialog, entry.name
            found += untold(heard, entry.name, whole(heard, dialog[-1]))
            heard.close_dialogs()
            assert reader.wait_for(lambda: not heard.windows()[1:]), entry.name
            opened += 1
    assert found == []
    assert opened > 40


def whole(made: ScreenReader, dialog: tuple[str, str]) -> list[Thing]:
    """Return all that shows in a dialog once it has read what it shows."""
    reader.wait_for(lambda: all(each.role != "progress bar" for each in made.seen(dialog)))
    return made.seen(dialog)


def test_a_button_that_stays_down_is_pressed_and_tells_so(heard: ScreenReader) -> None:
    (tab,) = named(heard, "Log tab")
    assert (tab.role, tab.has(reader.CHECKED)) == ("radio button", False)
    press(heard, "Log tab")
    assert reader.wait_for(lambda: named(heard, "Log tab")[0].has(reader.CHECKED))
    assert not named(heard, "Planned week")
