"""Play sounds on a thread of their own: where there is nothing to play them on, it stays silent.

Tones are made and the device is opened when the first sound is wanted, and not by the window.
"""

from __future__ import annotations

import atexit
import os
import sys
import time
from array import array
from collections.abc import Callable, Iterable
from threading import Event, Thread
from typing import TypeAlias

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from planner.coach.pacing import Pace
from planner.ui import tones
from planner.ui.sound_device import PERIOD_MS, Device, Feed, NoSound

LEAD_S = 0.5  # samples are made ahead of being heard; further apart than this is a stalled device
CLOSE_S = 0.5  # how long leaving the program waits for a sound
Source: TypeAlias = Callable[[int], "array[int]"]  # so many samples, fewer at the end


class Speaker(QObject):
    """Plays one sound at a time; `failed` tells, once a sound, that it cannot be heard.

    It has no parent: its thread must find it alive when the window is gone.
    """

    failed = Signal()

    def __init__(self, device: type[Device] = Device) -> None:
        super().__init__()
        self._device = device
        self._ending = Event()
        self._threads: list[Thread] = []
        self.failed.connect(self._beep)
        app = QApplication.instance()
        if app is not None:
            app.aboutToQuit.connect(self.close)

    def chime(self) -> None:
        """Let be heard that the rest is over."""
        self._play(lambda: _once(tones.chime()))

    def ticks(self, pace: Pace, started_s: float) -> None:
        """Let a paced set be heard that started at a moment of the steady clock."""
        self._play(lambda: paced(pace, started_s))

    def stop(self) -> None:
        """End what is heard, without waiting."""
        self._ending.set()

    def close(self) -> None:
        """End what is heard before the program is left, also when a device hangs."""
        self.stop()
        until = time.monotonic() + CLOSE_S
        for thread in self._threads:
            thread.join(max(until - time.monotonic(), 0.0))
        if any(thread.is_alive() for thread in self._threads):
            atexit.register(leave_at_once, self._threads)

    def _play(self, make: Callable[[], Source]) -> None:
        self.stop()
        self._ending = Event()
        thread = Thread(target=self._run, args=(make, self._ending), daemon=True)
        self._threads = [*(each for each in self._threads if each.is_alive()), thread]
        thread.start()

    def _run(self, make: Callable[[], Source], ending: Event) -> None:
        try:
            device = self._device(tones.RATE, _filled(make(), ending))
        except NoSound:
            self.failed.emit()
            return
        ending.wait()
        time.sleep(2 * PERIOD_MS / 1000)  # what the device has is still to be heard
        device.close()

    def _beep(self) -> None:
        QApplication.beep()


def leave_at_once(threads: Iterable[Thread]) -> None:
    """End the program here while a device hangs: it would ask a Python that is gone for samples."""
    if any(thread.is_alive() for thread in threads):
        for stream in filter(None, (sys.stdout, sys.stderr)):  # a windowed program has none
            stream.flush()
        os._exit(0)


def paced(pace: Pace, started_s: float, clock: Callable[[], float] = time.monotonic) -> Source:
    """Return the ticks of a paced set by the sample, from wherever the set is when asked first.

    The device counts the samples; only when it stalled does the clock set them right.
    """
    reached: int | None = None

    def following(count: int) -> array[int]:
        nonlocal reached
        due = round((clock() - started_s) * tones.RATE)
        if reached is None or abs(reached - due) > LEAD_S * tones.RATE:
            reached = due
        first, reached = reached, reached + count
        over = pace.ends_s is not None and first > (pace.ends_s + 1.0) * tones.RATE
        return array("h") if over else tones.samples(pace, first, count)

    return following


def _once(sound: array[int]) -> Source:
    place = 0

    def following(count: int) -> array[int]:
        nonlocal place
        piece = sound[place : place + count]
        place += count
        return piece

    return following


def _filled(source: Source, ending: Event) -> Feed:
    """Give a device all samples that it asks for: silence when the source is at its end."""

    def feed(count: int) -> bytes:
        made = array("h") if ending.is_set() else source(count)
        if not made:
            ending.set()
        return made.tobytes() + bytes(2 * (count - len(made)))

    return feed
