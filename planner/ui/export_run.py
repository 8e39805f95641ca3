"""Write what is exported: read here in slices, made into files on a thread of its own."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal

from planner.coach import export_files
from planner.coach.export_files import Export, Ready
from planner.coach.printing import NothingPlanned
from planner.ui.slices import Slices
from planner.ui.worker import Progress, Work


class Target(NamedTuple):
    """What goes into a file."""

    wanted: Export
    path: Path


class Exported(NamedTuple):
    """Files that were written, what is in each, and of whom there was nothing to write."""

    paths: tuple[Path, ...]
    said: tuple[str, ...]
    left_out: str
    missing: tuple[str, ...]


class ExportRun(QObject):
    """`progressed` carries whole percents; then either `done` comes, or `broke` with the path and
    the error, unless `stop` came first: files that are whole by then stay."""

    progressed = Signal(int)
    done = Signal(object)
    broke = Signal(object, object)

    def __init__(self, dialog: QObject) -> None:
        super().__init__(dialog)
        self._owner = dialog.parent()  # waits for the thread, which may outlive the dialog
        self._slices = Slices(dialog)
        self._work: Work | None = None
        self._slices.made.connect(self._write)
        self._targets: Sequence[Target] = ()
        self._ready: list[tuple[Path, Ready]] = []
        self._missing: list[str] = []

    def begin(self, targets: Sequence[Target]) -> None:
        """Write files, one after the other."""
        self._targets, self._ready, self._missing = targets, [], []
        self._next()

    def stop(self) -> None:
        """Write no more."""
        self._slices.stop()
        if self._work is not None:
            self._work.abandon()
        self._work = None

    def _next(self) -> None:
        at = len(self._ready) + len(self._missing)
        if at < len(self._targets):
            target = self._targets[at]
            self._slices.begin({target.path: lambda: _reading(target.wanted)})
            return
        said = tuple(ready.said for _, ready in self._ready)
        remarks = [text for _, made in self._ready for text in (made.left_out, made.shortened)]
        left_out = "; ".join(dict.fromkeys(filter(None, remarks)))
        paths = tuple(path for path, _ in self._ready)
        self.done.emit(Exported(paths, said, left_out, tuple(self._missing)))

    def _write(self, path: Path, made: Ready | NothingPlanned) -> None:
        if isinstance(made, NothingPlanned):
            self._missing.append(str(made))
            self._next()
            return

        def write(progress: Progress) -> None:
            export_files.write(made, path, progress)

        self._work = Work(write, self._owner)
        self._work.progressed.connect(self._tell)
        self._work.succeeded.connect(lambda _nothing: self._wrote(path, made))
        self._work.broke.connect(lambda error: self.broke.emit(path, error))
        self._work.start()

    def _wrote(self, path: Path, made: Ready) -> None:
        self._work = None
        self._ready.append((path, made))
        self._next()

    def _tell(self, percent: int) -> None:
        done = len(self._ready) + len(self._missing)
        self.progressed.emit((100 * done + percent) // len(self._targets))


def _reading(wanted: Export) -> Generator[None, None, Ready | NothingPlanned]:
    try:
        return (yield from export_files.reading(wanted))
    except NothingPlanned as problem:
        return problem
