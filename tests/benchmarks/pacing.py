"""A minute of a set moved to a tempo: how late its parts are seen, and how far that drifts.

    .venv/bin/python tests/benchmarks/pacing.py

The window is painted off the screen, in real time; the sound is counted by the sample.
"""

from __future__ import annotations

import os
import sys
import time
from array import array

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from bars import Bar, told
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget

from planner.coach import pacing
from planner.coach.pacing import Pace, Part
from planner.engine.tempo import stretches
from planner.ui import tones
from planner.ui.pacer import Pacer

TEMPO, REPS, MINUTE_S = "3-1-3-0", 8, 60.0
MOST_MS = 30.0


class Eye(QObject):
    """Notes when each part of a repetition is painted for the first time."""

    def __init__(self, pacer: Pacer) -> None:
        super().__init__()
        self._pacer, self.seen_s = pacer, dict[tuple[int, Part | None], float]()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Look at every painting of the bar."""
        at = self._pacer.shown
        if event.type() == QEvent.Type.Paint and at is not None:
            self.seen_s.setdefault((at.rep, at.part), time.monotonic())
        return False


def measure() -> list[Bar]:
    """Measure the sight in real time, then the sound."""
    pace = Pace(stretches(TEMPO, from_below=False), REPS)
    late = _late_ms(pace)
    return [
        Bar("tempo: latest part seen in 60 s", max(late), "ms", MOST_MS),
        Bar("tempo: drift of the sight over 60 s", abs(late[-1] - late[0]), "ms", MOST_MS),
        Bar("tempo: drift of the sound over 60 s", _sound_off_ms(pace), "ms", 1.0),
    ]


def _late_ms(pace: Pace) -> list[float]:
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    window = QWidget()
    pacer = Pacer(window)
    eye = Eye(pacer)
    pacer.bar.installEventFilter(eye)
    pacer.ended.connect(app.quit)
    window.resize(280, 160)
    window.show()
    pacer.start(pace, TEMPO)
    app.exec()
    begins = {}
    for tick in pacing.ticks(pace, pace.count_in_s, pace.ends_s or 0.0):
        if tick.begins:
            begins[(pacing.place(pace, tick.at_s + 1e-6).rep, tick.part)] = tick.at_s
    return [1000 * (eye.seen_s[key] - pacer.started_s - at) for key, at in begins.items()]


def _sound_off_ms(pace: Pace) -> float:
    """Return the largest distance of a tick's first sample from its second, asked in pieces."""
    whole, piece = array("h"), 60 * tones.RATE // 1000
    while len(whole) < MINUTE_S * tones.RATE:
        whole += tones.samples(pace, len(whole), piece)
    off = [0.0]
    for tick in pacing.ticks(pace, 0.0, MINUTE_S - 1.0):
        start = round(tick.at_s * tones.RATE)
        first = next(at for at in range(start - 100, len(whole)) if whole[at])
        off.append(1000 * abs(first / tones.RATE - tick.at_s))
    return max(off)


def main() -> int:
    """Measure; return 1 when a bar is missed."""
    return told(measure())


if __name__ == "__main__":
    sys.exit(main())
