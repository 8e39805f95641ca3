"""Measure how long the window hears nobody while logs of 25,000 rows come in, go and are undone.

    .venv/bin/python tests/benchmarks/blocks.py [STORY …]

Each story is done in a real window on a file of its own; a timer of 5 ms notes the longest time
between two turns of the event loop, as the clock saw it and as the window's own thread worked. The
second has the bar: what else the machine does does not count. Only where another thread of ours may
be what is waited for, the first has it, on a machine that does nothing else. Stories: import,
undo, back, look, export, restore. The exit code is 1 when a bar is missed.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from time import monotonic, perf_counter, sleep, thread_time

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import made_up
from bars import Bar, told
from PySide6.QtCore import QCoreApplication, QEvent, QTimer
from PySide6.QtWidgets import QApplication, QDialog

from planner.coach import clients, files, importing
from planner.coach.export_files import Export, Kind
from planner.engine.terms import Lifter
from planner.ui.export_run import ExportRun, Target
from planner.ui.import_wizard import ImportWizard
from planner.ui.main_window import MainWindow
from planner.ui.parts import Parts
from planner.ui.reading_first import ReadingFirst
from planner.ui.top_bar import TabName

ROWS = 25_000
TICK_MS, LONGEST_MS = 5, 100
PATIENCE_S, QUIET_S = 60, 0.3


class Meter:
    """Notes the longest times between two turns of the event loop, in seconds."""

    def __init__(self) -> None:
        self.wall = self.own = 0.0
        self._timer = QTimer(interval=TICK_MS)
        self._timer.timeout.connect(self._tick)

    @contextmanager
    def running(self) -> Iterator[None]:
        """Note in the block."""
        self.wall = self.own = 0.0
        self._then = perf_counter(), thread_time()
        self._timer.start()
        yield
        self._tick()
        self._timer.stop()

    def _tick(self) -> None:
        wall, own = perf_counter(), thread_time()
        self.wall = max(self.wall, wall - self._then[0])
        self.own = max(self.own, own - self._then[1])
        self._then = wall, own


class Stage:
    """A window on a file with one lifter, and an export of another app beside it."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.bars, self._meter = folder, list[Bar](), Meter()
        self.export, self.database = folder / "export.csv", folder / "planner.db"
        made_up.export(self.export, ROWS)
        files.open_file(self.database)
        clients.add(Lifter(name="Sam"))
        self.window = MainWindow(self.database, lambda: made_up.TODAY)
        self.window.resize(1280, 720)
        self.window.show()
        self.window.start()
        self.settle()

    def settle(self) -> None:
        """Let the window do what it has put off, until it is quiet for a while."""
        quiet = monotonic() + QUIET_S
        while monotonic() < quiet:
            QApplication.processEvents()
            if self._is_busy():
                quiet = monotonic() + QUIET_S
            sleep(0.001)

    def _is_busy(self) -> bool:
        parts = [each.is_busy() for each in self.window.findChildren(Parts)]
        return any(
            [*parts, *(each.is_reading() for each in self.window.findChildren(ReadingFirst))]
        )

    def measure(
        self, what: str, do: Callable[[], object], until: Callable[[], object], wall: bool = False
    ) -> None:
        """Do something, wait until it is done and the window is quiet, and note what was longest.

        By `wall` the clock counts, not the thread's own work.
        """
        with self._meter.running():
            do()
            self.wait(until)
            self.settle()
        own, clock = 1000 * self._meter.own, 1000 * self._meter.wall
        self.bars += [
            Bar(what, own, "ms", None if wall else LONGEST_MS),
            Bar("  by the clock", clock, "ms", LONGEST_MS if wall else None),
        ]

    def wait(self, until: Callable[[], object]) -> None:
        """Let the event loop turn until something is so."""
        end = monotonic() + PATIENCE_S
        while not until():
            if monotonic() > end:
                raise TimeoutError("a story did not come to its end")
            QApplication.processEvents()
            sleep(0.001)

    def sets(self) -> int:
        """Return how many sets are stored."""
        return files.counts()["logged_set"]

    def bring_in(self) -> None:
        """Bring the export in, without measuring it."""
        preview = importing.preview(self.window.lifter_id(), self.export)
        work = partial(importing.commit, self.window.lifter_id(), preview, made_up.TODAY)
        self.window.act("Import", work)
        self.settle()

    def leave(self) -> None:
        """Close the window and its file."""
        self.window.close()
        self.window.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        files.close_file()


def importing_it(stage: Stage) -> None:
    """Bring a log in by the wizard, twice: the second time all of it is here."""
    stage.window.show_tab(TabName.LOG)
    wizard = _wizard(stage)
    stage.measure(
        "a log is read and compared",
        lambda: wizard.read([stage.export]),
        wizard.import_button.isVisible,
        wall=True,
    )
    stage.measure("  and stored", wizard.import_button.click, lambda: not wizard.isVisible())
    wizard = _wizard(stage)
    stage.measure(
        "the same log once more",
        lambda: wizard.read([stage.export]),
        wizard.import_button.isVisible,
        wall=True,
    )
    wizard.reject()


def _wizard(stage: Stage) -> ImportWizard:
    stage.window.file_stories.import_log()
    stage.settle()
    (made,) = (w for w in stage.window.findChildren(ImportWizard) if w.isVisible())
    return made


def undoing_it(stage: Stage) -> None:
    """Take an import back by Undo, and do it again."""
    for tab in (TabName.LOG, TabName.PLANNER, TabName.CHARTS):
        name = tab.name.lower()
        stage.window.show_tab(tab)
        stage.settle()
        stage.bring_in()
        undo, redo = stage.window.undo_stories.undo, stage.window.undo_stories.redo
        stage.measure(f"an import undone, at the {name}", undo, lambda: not stage.sets())
        stage.measure("  done again", redo, stage.sets)
        stage.measure("  undone once more", undo, lambda: not stage.sets())


def taking_it_back(stage: Stage) -> None:
    """Take an import back from the list of imports."""
    stage.window.show_tab(TabName.LOG)
    stage.bring_in()
    (record,) = importing.imports(stage.window.lifter_id())
    take_back = stage.window.file_stories._take_back
    stage.measure("an import taken back", lambda: take_back(record), lambda: not stage.sets())


def looking_at_it(stage: Stage) -> None:
    """Show what rests on a log that has just come in."""
    for tab in (TabName.LOG, TabName.PLANNER, TabName.CHARTS):
        stage.window.show_tab(tab)
        stage.settle()
    for tab in (TabName.LOG, TabName.PLANNER, TabName.CHARTS):
        stage.window.show_tab(TabName.LOG)
        stage.settle()
        stage.bring_in()
        name = tab.name.lower()
        stage.measure(f"after an import, the {name}", partial(stage.window.show_tab, tab), _at_once)
        stage.window.show_tab(TabName.LOG)
        stage.settle()
        stage.window.undo_stories.undo()
        stage.settle()


def handing_it_out(stage: Stage) -> None:
    """Write each kind of file."""
    stage.bring_in()
    now = datetime.combine(made_up.TODAY, datetime.min.time())
    for kind in (Kind.TABLE, Kind.SPREADSHEET, Kind.EVERYTHING):
        done: list[object] = []
        dialog = QDialog(stage.window)
        dialog.open()
        run = ExportRun(dialog)
        run.done.connect(done.append)
        path = stage.folder / f"out{kind.suffix}"
        wanted = Export(kind, (stage.window.lifter_id(),), now, private=True)
        begin = partial(run.begin, [Target(wanted, path)])
        stage.measure(f"exported as {kind.suffix[1:]}", begin, partial(bool, done), wall=True)
        dialog.close()


def restoring_it(stage: Stage) -> None:
    """Put a backup in the place of the file."""
    stage.bring_in()
    backup = files.back_up(stage.folder / "backup.db")
    put_back = partial(stage.window.backup_stories.put_back, backup)
    stage.measure("restored", put_back, _at_once, wall=True)


def _at_once() -> bool:
    return True


STORIES = {
    "import": importing_it,
    "undo": undoing_it,
    "back": taking_it_back,
    "look": looking_at_it,
    "export": handing_it_out,
    "restore": restoring_it,
}


def main() -> int:
    """Measure the stories asked for, or all; return 1 when a bar is missed."""
    app = QApplication.instance() or QApplication([])
    bars: list[Bar] = []
    for name in sys.argv[1:] or STORIES:
        with TemporaryDirectory() as folder:
            stage = Stage(Path(folder))
            STORIES[name](stage)
            bars += stage.bars
            stage.leave()
            app.processEvents()
    return told(bars)


if __name__ == "__main__":
    sys.exit(main())
