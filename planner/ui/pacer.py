"""The sight of a set moved to a tempo: the part's word, its seconds, and a bar that moves along.

What is shown follows from the steady clock alone, whenever it is painted.
"""

from __future__ import annotations

import math
import time
from collections.abc import Callable

from PySide6.QtCore import QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from planner.coach.pacing import Pace, Part, Place, place
from planner.language import tr
from planner.ui import theme
from planner.ui.widgets import button, column, label, row

FRAME_MS = 16
BAR_HEIGHT = 14  # px
KNOB = 22.0  # px, the part of the bar that moves


class Pacer(QWidget):
    """`began` tells that the first repetition did, `ended` that the pacer stopped by itself or by
    its button; `frame` is called after every moment shown, with the seconds since the start."""

    began = Signal()
    ended = Signal()

    def __init__(self, parent: QWidget, now: Callable[[], float] = time.monotonic) -> None:
        super().__init__(parent)
        self._now = now
        self._pace: Pace | None = None
        self.started_s = 0.0
        self.shown: Place | None = None
        self._title = label("", "section", self)
        self.face = label("", "huge", self)
        self.bar = MovingBar(self)
        self.rep = label("", "muted", self)
        self.stop_button = button(tr("Stop"), "", self)
        self._frames = QTimer(self)
        self._frames.setTimerType(Qt.TimerType.PreciseTimer)
        self._build()

    def running(self) -> bool:
        """Say whether a set is being paced."""
        return self._pace is not None

    def start(self, pace: Pace, tempo: str) -> None:
        """Count in and pace a set."""
        self._pace, self.started_s, self.shown = pace, self._now(), None
        self._title.setText(tr("TEMPO {0}").format(tempo))
        self._frames.start(FRAME_MS)
        self.tick()

    def stop(self) -> None:
        """End the pacing."""
        if self._pace is not None:
            self._pace = None
            self._frames.stop()
            self.ended.emit()

    def tick(self) -> None:
        """Show where the set is now."""
        if self._pace is None:
            return
        before, found = self.shown, place(self._pace, self._now() - self.started_s)
        self.shown = found
        if found.over:
            self.stop()
            return
        self.face.setText(_face(found))
        self.rep.setText(self._rep_words(found))
        self.bar.show_place(found)
        if found.rep and (before is None or not before.rep):
            self.began.emit()

    def _rep_words(self, at: Place) -> str:
        reps = self._pace.reps if self._pace is not None else None
        if not at.rep:
            return tr("Get ready")
        if reps is None:
            return tr("Rep {0}").format(at.rep)
        return tr("Rep {0} of {1}").format(at.rep, reps)

    def _build(self) -> None:
        box = column(self, spacing=6)
        box.addWidget(self._title)
        self.face.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.face.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.face.setAccessibleName(tr("Part of the repetition"))
        box.addWidget(self.face)
        box.addWidget(self.bar)
        line = row()
        line.addWidget(self.rep, 1)
        line.addWidget(self.stop_button)
        box.addLayout(line)
        box.addStretch(1)
        self.stop_button.setToolTip(tr("Stop the pacer (Ctrl+Shift+T)"))
        self.stop_button.clicked.connect(self.stop)
        self._frames.timeout.connect(self.tick)


class MovingBar(QWidget):
    """A knob that goes left while the weight goes down, right while it goes up, and rests."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._place: Place | None = None
        self.setFixedHeight(BAR_HEIGHT)
        self.setAccessibleName(tr("Where the weight is"))

    def show_place(self, at: Place) -> None:
        """Move the knob to where the weight is."""
        self._place = at
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the way, and the knob on it."""
        painter, tokens = QPainter(self), theme.current()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.line))
        painter.drawRoundedRect(QRectF(0, 4, self.width(), self.height() - 8), 3, 3)
        if self._place is not None:
            held = self._place.part in (Part.BOTTOM, Part.TOP, None)
            painter.setBrush(QColor(tokens.muted if held else tokens.accent))
            left = self._place.height * (self.width() - KNOB)
            painter.drawRoundedRect(QRectF(left, 0, KNOB, self.height()), 6, 6)


def part_word(part: Part | None) -> str:
    """Return the word for a part of a repetition; None is the count-in."""
    return {
        Part.DOWN: tr("Down"),
        Part.BOTTOM: tr("Bottom"),
        Part.UP: tr("Up"),
        Part.TOP: tr("Top"),
        None: tr("In"),
    }[part]


def _face(at: Place) -> str:
    return f"{part_word(at.part)} {max(math.ceil(at.left_s), 1)}"
