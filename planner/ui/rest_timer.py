"""The rest between sets, counted by the clock on the wall so that a sleeping laptop stays right."""

from __future__ import annotations

import time

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QProgressBar, QWidget

from planner.ui.widgets import button, column, label, restate, row

TICK_MS = 200
STEP_S = 15
PARTS = 1000  # steps of the progress bar


class RestTimer(QWidget):
    """Runs down after a set is logged; `sound_wanted` carries the wish for a beep at the end."""

    sound_wanted = Signal(bool)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._ends_at: float | None = None  # seconds since 1970
        self._length_s = self._usual_s = 0
        self.face = label("", "huge", self)
        self._bar = QProgressBar(self)
        self.shorter = button(self.tr("−15 s"), "", self)
        self.longer = button(self.tr("+15 s"), "", self)
        self.skip = button(self.tr("Skip"), "", self)
        self.sound = button("", "quiet", self)
        self._ticks = QTimer(self)
        self._build()
        self._show()

    def start(self, seconds: int) -> None:
        """Begin a rest."""
        self._length_s = seconds
        self._ends_at = time.time() + seconds
        self._ticks.start(TICK_MS)
        self._show()

    def stop(self) -> None:
        """End the rest."""
        self._ends_at = None
        self._ticks.stop()
        self._show()

    def offer(self, seconds: int) -> None:
        """Show, while no rest is running, how long the next one will be."""
        self._usual_s = seconds
        if self._ends_at is None and self.face.property("state") != "over":
            self._show()

    def left_s(self) -> float | None:
        """Return the seconds left, None when no rest is running."""
        return None if self._ends_at is None else max(self._ends_at - time.time(), 0.0)

    def show_sound(self, on: bool) -> None:
        """Show whether the end is heard."""
        self.sound.setChecked(on)
        self.sound.setText(
            self.tr("Beep at the end: on") if on else self.tr("Beep at the end: off")
        )

    def _build(self) -> None:
        box = column(self)
        box.addWidget(label(self.tr("REST"), "section", self))
        self.face.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.face.setAccessibleName(self.tr("Rest left"))
        self._bar.setTextVisible(False)
        self._bar.setRange(0, PARTS)
        self._bar.setAccessibleName(self.tr("Rest left"))
        box.addWidget(self.face)
        box.addWidget(self._bar)
        line = row()
        line.addStretch(1)
        for made in (self.shorter, self.longer, self.skip):
            line.addWidget(made)
        line.addStretch(1)
        box.addLayout(line)
        box.addWidget(self.sound, 0, Qt.AlignmentFlag.AlignHCenter)
        self.shorter.clicked.connect(lambda: self._lengthen(-STEP_S))
        self.longer.clicked.connect(lambda: self._lengthen(STEP_S))
        self.skip.clicked.connect(self.stop)
        self.sound.setCheckable(True)
        self.show_sound(False)
        self.sound.clicked.connect(self.sound_wanted)
        self._ticks.timeout.connect(self._tick)

    def _lengthen(self, seconds: int) -> None:
        left = self.left_s()
        if left is not None and self._ends_at is not None:
            self._length_s = max(self._length_s + seconds, 1)
            self._ends_at = max(self._ends_at + seconds, time.time())
            self._tick()

    def _tick(self) -> None:
        if self.left_s() == 0.0:
            self.stop()
            self.face.setText(self.tr("Ready"))
            restate(self.face, "over")
            if self.sound.isChecked():
                QApplication.beep()
        else:
            self._show()

    def _show(self) -> None:
        left = self.left_s()
        for made in (self.shorter, self.longer, self.skip):
            made.setEnabled(left is not None)
        self.face.setText(_face(self._usual_s if left is None else left))
        restate(self.face, "idle" if left is None else "")
        self._bar.setValue(0 if left is None else round(PARTS * left / self._length_s))


def _face(seconds: float) -> str:
    minutes, rest = divmod(int(seconds + 0.999), 60)
    return f"{minutes}:{rest:02d}"
