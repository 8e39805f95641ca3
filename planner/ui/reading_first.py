"""Read a long log part by part before what rests on it is shown."""

from __future__ import annotations

from collections.abc import Callable, Generator, Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QWidget

from planner.coach import readings
from planner.language import tr
from planner.ui.reading_bar import reading_bar
from planner.ui.slices import Slices
from planner.ui.widgets import column, label

BAR_PX = 280


class ReadingFirst(QObject):
    """Lets the window answer while a widget's lifter is read; who hides the widget ends that."""

    def __init__(self, shown: QWidget) -> None:
        super().__init__(shown)
        self._then: Callable[[], None] = lambda: None
        self._slices = Slices(self)
        self._slices.finished.connect(self._end)
        shown.installEventFilter(self)

    def reads(
        self,
        lifter_id: int,
        today: date,
        then: Callable[[], None],
        ahead: Sequence[Callable[[], object]] = (),
    ) -> bool:
        """Say whether a lifter must be read first, and do `then` afterwards; else leave it.

        What `then` would read that takes long itself, and is remembered, is read `ahead`.
        """
        self._slices.stop()
        if not readings.takes_long(lifter_id, today):
            return False
        self._then = then
        self._slices.begin({lifter_id: partial(_reading, lifter_id, today, ahead)})
        return True

    def is_reading(self) -> bool:
        """Say whether a lifter is being read."""
        return self._slices.is_busy()

    def stop(self) -> None:
        """Read no more: the file is another one, or somebody cannot wait."""
        self._slices.stop()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Read nothing for what nobody sees: it is refreshed when it is shown again."""
        if event.type() is QEvent.Type.Hide:
            self._slices.stop()
        return super().eventFilter(watched, event)

    def _end(self) -> None:
        self._then()


class WaitingPage(QWidget):
    """Says what is waited for, in words and to a screen reader, over a bar."""

    def __init__(self, parent: QWidget, words: str, name: str) -> None:
        super().__init__(parent)
        lines = column(self, spacing=12)
        bar = reading_bar(name, self)
        bar.setFixedWidth(BAR_PX)
        lines.addStretch(1)
        for part in (label(words, "muted", self), bar):
            lines.addWidget(part, 0, Qt.AlignmentFlag.AlignHCenter)
        lines.addStretch(2)


class ReadingPage(WaitingPage):
    """Stands for what is shown once the log is read."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, tr("Reading the log…"), tr("Reading the log"))


def _reading(
    lifter_id: int, today: date, ahead: Sequence[Callable[[], object]]
) -> Generator[None, None, None]:
    yield from readings.replaying(lifter_id, today)
    for read in ahead:
        yield
        read()
