"""A monkey at the window: random keys, clicks, drags and files; nothing may break, ever.

    .venv/bin/python tests/benchmarks/monkey.py [--events N] [--seed S] [--theme light|dark]

Real events go to the real program on a real file, dialogs and menus included; now and then the
window is closed and opened again, on the same file or another one. Nothing outside a temporary
folder is written, no display is needed. It stops at whatever is raised, warned of by Qt, stuck,
or wrong in the file, prints the events that led there, and the exit code is 1.
"""

from __future__ import annotations

import argparse
import faulthandler
import os
import subprocess
import sys
import warnings
from datetime import date
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from time import perf_counter

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from monkey_files import Desk
from monkey_hands import Hands
from monkey_watch import TRAIL, Watch, counts, wrong_in_file
from PySide6.QtCore import QCoreApplication, QEvent, QObject, QThread, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from planner.coach import clients, demo, files, lifter_lock
from planner.ui import app as program
from planner.ui.main_window import MainWindow
from planner.ui.theme import Choice
from planner.ui.window_state import WindowState

EVENTS, LIFE = 5_000, 1_200  # events in all, and between opening a window and closing it
CHECK_EVERY = 150
PIN, LOCK_MINUTES = "1234", 5  # what the monkey types sometimes
FOLDER, TRAIL_FILE = "MONKEY_FOLDER", "trail.txt"
PLACES = (
    FOLDER, "PLANNER_DATA_DIR", "HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CONFIG_HOME",
)  # fmt: skip
PATIENCE, ESCAPES = 90, 12  # events in one dialog until Escape is tried, and how often
ESCAPE_MS, NESTED_MS = 60, 20
LOOP_S = 0.3  # an event that takes so long, and lets others in, waits in a loop of its own


class Monkey(QObject):
    """Plays until its events are used up or something is wrong."""

    def __init__(self, seed: int, events: int, folder: Path, theme: Choice) -> None:
        super().__init__()
        self.done, self._events, self._folder, self._theme = 0, events, folder, theme
        self._seed, self._rng = seed, Random(seed)
        self.watch = Watch(folder / TRAIL_FILE)
        self._desk = Desk(folder / "desk", self._rng)
        self._hands = Hands(self._rng, self._desk, self._say)
        self._acting: list[float] = []  # when each event began that is not over
        self._lives = self._born = 0
        self._checked, self._escapes = 0, 0
        self._dialog: tuple[QDialog | None, int] = (None, 0)
        self._sample = folder / "sample.db"
        self._database: Path | None = None
        self._looked_at: bytes | None = None  # what is in a file that is only looked at

    def prepare(self) -> None:
        """Make the sample, the desk, and the first window."""
        files.open_file(self._sample)
        demo.add_sample_lifter(date.today())
        *_, last = demo.add_sample_clients(date.today())
        lifter_lock.store_lock(clients.lifter(last), PIN, LOCK_MINUTES)
        files.close_file()
        self._desk.lay(self._sample)
        self._desk.take_over()
        self.watch.begin(self.tell)
        self._begin_life()
        QTimer.singleShot(0, self._tick)

    def tell(self) -> None:
        """Print what went wrong and what led there."""
        print(f"seed {self._seed}, {self.done} events, {self._lives} windows")
        for slow, _ in self.watch.slow.most_common(8):
            print("  slow", slow)
        if self.watch.faults:
            print(*self.watch.trail, "", *self.watch.faults[:3], sep="\n", flush=True)

    def _tick(self) -> None:
        if self._acting and perf_counter() - self._acting[-1] < LOOP_S:
            QTimer.singleShot(NESTED_MS, self._tick)
            return
        if self.is_over():
            QApplication.exit(0)
            return
        QTimer.singleShot(self._rest_ms(), self._tick)  # first: a dialog may run a loop of its own
        self._acting.append(perf_counter())
        try:
            self._do(QApplication.activeModalWidget())
        finally:
            self._acting.pop()

    def is_over(self) -> bool:
        """Say whether all is done, or something went wrong."""
        return bool(self.watch.faults) or self.done >= self._events

    def _rest_ms(self) -> int:
        return ESCAPE_MS if self._escapes else self._hands.rest_ms()

    def _do(self, modal: QWidget | None) -> None:
        if len(self._acting) == 1 and self._life_is_over():
            self._end_life()
            self._begin_life()
            return
        self.done += 1
        self._look_at_dialog(modal)
        if QApplication.activeWindow() is None:  # what a desktop does
            (modal or self._window).activateWindow()
        if modal is None and len(self._acting) == 1 and self.done - self._checked > CHECK_EVERY:
            self._check()
        begun = perf_counter()
        if self._escapes and isinstance(modal, QDialog):
            self._escapes -= 1
            self._hands.escape(modal)
        else:
            self._hands.act(self._window)
        self.watch.took(perf_counter() - begun, self.watch.trail[-1])

    def _say(self, event: str) -> None:
        self.watch.note(f"{self.done} {event}")

    def _look_at_dialog(self, modal: object) -> None:
        """Try Escape where a dialog was in front for long."""
        shown = modal if isinstance(modal, QDialog) else None
        before, since = self._dialog
        if shown is not before:
            self._dialog, self._escapes = (shown, self.done), 0
        elif shown is not None and self.done - since > PATIENCE + ESCAPES:
            self.watch.fault(f"Escape does not close {type(shown).__name__} {shown.windowTitle()}")
        elif shown is not None and self.done - since == PATIENCE:
            self._escapes = ESCAPES

    def _check(self) -> None:
        if not files.is_open() or not self._window.ready:
            return
        self._checked = self.done
        wrong = wrong_in_file(self._window)
        if wrong:
            self.watch.fault(wrong)

    def _life_is_over(self) -> bool:
        waits = QThread.currentThread().loopLevel() > 1  # the window does, for slow work
        return not waits and (not self._window.isVisible() or self.done - self._born >= LIFE)

    def _begin_life(self) -> None:
        """Open a window on the sample, an empty file or what was there, or only look at it."""
        self._lives, self._born = self._lives + 1, self.done
        again = self._database is not None and self._rng.random() < 0.3
        if self._database is None or not again:
            self._database = self._new_file()
        look = self._rng.random() < 0.1 and self._database.exists()
        self._looked_at = self._database.read_bytes() if look else None
        name = f"{self._database.parent.name}/{self._database.name}"
        self._say(f"open {name}{' again' * again}{' to look' * look}")
        self._window = MainWindow(self._database)
        self._start = program.Start(self._window, look)
        self._window.show()
        self._window.activateWindow()

    def _new_file(self) -> Path:
        """Return the place of a file: a copy of the sample, or none."""
        path = self._folder / f"{self._lives}" / "planner.db"
        path.parent.mkdir()
        if self._rng.random() > 0.25:
            path.write_bytes(self._sample.read_bytes())
        WindowState(path).keep_theme(self._theme)
        return path

    def _end_life(self) -> None:
        self._say(f"close ({counts(self._window)})")
        print(self.watch.trail[-1], flush=True)
        self._database = self._window.database  # another file may have been chosen
        looks = self._window.look_only.is_on()
        for top in QApplication.topLevelWidgets():
            if top is not self._window:
                top.close()
        self._window.close()
        self._start.close_file()
        self._window.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        if looks and self._looked_at is not None and self._database.read_bytes() != self._looked_at:
            self.watch.fault("a window that only looks has written")


def play(seed: int, events: int, theme: Choice, folder: Path) -> Monkey:
    """Let a monkey play in a folder; return it."""
    monkey = Monkey(seed, events, folder, theme)
    monkey.prepare()
    while not monkey.is_over():
        QApplication.exec()
    return monkey


def main() -> int:
    """Play as was asked for; return 1 when something was wrong."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--events", type=int, default=EVENTS)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--theme", type=Choice, default=Choice.LIGHT)
    wanted = parser.parse_args()
    if FOLDER in os.environ:
        _play(wanted, Path(os.environ[FOLDER]))
    with TemporaryDirectory(prefix="monkey-") as made:
        played = subprocess.run(
            [sys.executable, *sys.argv], env={**os.environ, **dict.fromkeys(PLACES, made)}
        )
        if played.returncode < 0:  # the process is gone, and told nothing
            trail = Path(made, TRAIL_FILE).read_text("utf-8").splitlines()
            print(*trail[-TRAIL:], f"signal {-played.returncode}", sep="\n")
    return bool(played.returncode)


def _play(wanted: argparse.Namespace, folder: Path) -> None:
    """Play in a process of its own, and end it in whatever state the window is."""
    faulthandler.enable()
    warnings.simplefilter("error")
    app = program.make_application(choice=wanted.theme)
    app.setQuitOnLastWindowClosed(False)
    monkey = play(wanted.seed, wanted.events, wanted.theme, folder)
    monkey.tell()
    sys.stdout.flush()
    os._exit(bool(monkey.watch.faults))


if __name__ == "__main__":
    sys.exit(main())
