"""Long work in parts: what was made is handed on, whatever becomes of what is read after it."""

from __future__ import annotations

from collections.abc import Callable, Generator

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from planner.ui.parts import Parts


class Seen(QObject):
    """Somebody for whom work is done, with what happened in order."""

    def __init__(self) -> None:
        super().__init__()
        self.told: list[str] = []
        self.parts = Parts(self)
        self.parts.broke.connect(lambda error: self.told.append(f"broke: {error}"))

    def begin(self, ahead: Callable[[], Generator[None, None, object]]) -> None:
        self.parts.begin(self.store(), lambda made: self.told.append(f"shows {made}"), ahead)

    def store(self) -> Generator[None, None, str]:
        yield
        self.told.append("stored")
        return "a log"

    def read(self) -> Generator[None, None, None]:
        self.told.append("reads")
        yield
        self.told.append("has read")

    def read_on(self) -> Generator[None, None, None]:
        while True:
            yield

    def fail_to_read(self) -> Generator[None, None, None]:
        yield
        raise LookupError("it is gone")


@pytest.fixture
def seen(qtbot: QtBot) -> Seen:
    return Seen()


def test_what_was_stored_is_shown_once_it_is_read(seen: Seen, qtbot: QtBot) -> None:
    seen.begin(seen.read)
    qtbot.waitUntil(lambda: not seen.parts.is_busy())
    assert seen.told == ["stored", "reads", "has read", "shows a log"]


def test_who_leaves_while_it_is_read_still_has_what_was_stored(seen: Seen) -> None:
    seen.begin(seen.read_on)
    seen.parts.hurry()
    assert seen.told == ["stored"]
    assert seen.parts.is_busy()
    seen.parts.stop()
    assert seen.told == ["stored", "shows a log"]
    assert not seen.parts.is_busy()


def test_what_cannot_be_read_ahead_is_shown_all_the_same(seen: Seen, qtbot: QtBot) -> None:
    seen.begin(seen.fail_to_read)
    qtbot.waitUntil(lambda: not seen.parts.is_busy())
    assert seen.told == ["stored", "shows a log"]
