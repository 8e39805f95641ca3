"""What watches a monkey: whatever is raised, warned of, stuck, growing, or wrong in the file."""

from __future__ import annotations

import faulthandler
import logging
import os
import sys
import threading
import traceback
from collections import Counter, deque
from collections.abc import Callable
from pathlib import Path
from time import monotonic, sleep
from types import TracebackType
from typing import Any

from PySide6.QtCore import QMessageLogContext, QObject, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from planner.coach import files
from planner.storage import undo_traces
from planner.storage.models import db
from planner.ui.main_window import MainWindow

TRAIL = 50  # events told when something goes wrong
STUCK_S = 30.0
SLOW_S = 1.0
PAGE_MB = os.sysconf("SC_PAGESIZE") / 1e6
HARMLESS = (  # a platform without a screen; a window that is smaller since the mouse was aimed
    "This plugin does not support",
    "occurs outside target window",
)


class Watch(logging.Handler):
    """`faults` are texts; every event goes through `note`, before it is done."""

    def __init__(self, trail_file: Path) -> None:
        super().__init__(logging.WARNING)
        self._trail_file = trail_file  # outlives a crash
        self.faults: list[str] = []
        self.trail: deque[str] = deque(maxlen=TRAIL)
        self.slow: Counter[str] = Counter()
        self._seen_at = monotonic()
        self._giving_up: Callable[[], None] = lambda: None

    def begin(self, giving_up: Callable[[], None]) -> None:
        """Watch from now on; `giving_up` tells how to repeat what is stuck."""
        self._giving_up = giving_up
        logging.getLogger("planner").addHandler(self)
        sys.excepthook = self._raised
        threading.excepthook = lambda args: self._raised(
            args.exc_type, args.exc_value, args.exc_traceback
        )
        sys.unraisablehook = self._unraisable
        qInstallMessageHandler(self._from_qt)
        threading.Thread(target=self._wait_for_stuck, daemon=True).start()

    def note(self, event: str) -> None:
        """Keep an event in mind; the window is alive."""
        self.trail.append(event)
        self._seen_at = monotonic()
        with self._trail_file.open("a", encoding="utf-8") as file:
            file.write(f"{event}\n")

    def took(self, seconds: float, event: str) -> None:
        """Keep in mind what was slow."""
        if seconds > SLOW_S:
            self.slow[f"{seconds:.1f} s: {event}"] += 1

    def fault(self, text: str) -> None:
        """Write down what went wrong."""
        self.faults.append(text)

    def emit(self, record: logging.LogRecord) -> None:
        """Take what the program itself writes to its log as wrong."""
        self._unless_harmless(record.getMessage())

    def _unless_harmless(self, text: str) -> None:
        if not any(each in text for each in HARMLESS):
            self.fault(text)

    def _from_qt(self, kind: QtMsgType, _where: QMessageLogContext, text: str) -> None:
        if kind not in (QtMsgType.QtDebugMsg, QtMsgType.QtInfoMsg):
            self._unless_harmless(f"Qt: {text}\n{''.join(traceback.format_stack(limit=12))}")

    def _raised(self, kind: Any, error: Any, trace: TracebackType | None) -> None:
        self.fault("".join(traceback.format_exception(kind, error, trace)))

    def _unraisable(self, args: Any) -> None:
        self._raised(args.exc_type, args.exc_value, args.exc_traceback)

    def _wait_for_stuck(self) -> None:
        while monotonic() - self._seen_at < STUCK_S:
            sleep(1)
        self.fault(f"stuck for {STUCK_S:g} s")
        self._giving_up()
        faulthandler.dump_traceback(all_threads=True)
        os._exit(1)


def wrong_in_file(window: MainWindow) -> str:
    """Check the open file, and that an undo and a redo leave it as it was; '' when all is well."""
    report = files.check()
    if not report.ok:
        return f"check: {report.problems}"
    if files.is_read_only() or window.history.next_undo() is None:
        return ""
    label, before = window.history.stack.undoText(), _rows()
    window.history.undo(quietly=True)
    window.history.redo(quietly=True)
    after = _rows()
    changed = [name for name in before if before[name] != after.get(name)]
    told = {name: _differ(before[name], after.get(name, [])) for name in changed}
    return f"undo and redo of {label!r} changed {told}" if changed else ""


def _differ(before: list[Any], after: list[Any]) -> tuple[list[Any], list[Any]]:
    """Return the rows that are there no more, and those that are new."""
    return [row for row in before if row not in after], [row for row in after if row not in before]


def _rows() -> dict[str, list[Any]]:
    """Return every row by table, without when it was changed or deleted last: Undo is a change.

    Nor what Undo itself notes: what is gone, and what is again as an import brought it.
    """
    tables = db.execute_sql("SELECT name FROM sqlite_schema WHERE type = 'table'").fetchall()
    return {
        name: sorted((_without_stamp(row) for row in _table(name) if not _is_note(row)), key=repr)
        for (name,) in tables
        if not name.startswith("sqlite_") and name != "gone"
    }


def _table(name: str) -> list[dict[str, Any]]:
    found = db.execute_sql(f'SELECT * FROM "{name}"')
    columns = [column for column, *_ in found.description]
    return [dict(zip(columns, row, strict=True)) for row in found]


def _is_note(row: dict[str, Any]) -> bool:
    return row.get("key") == undo_traces.AS_BROUGHT


def _without_stamp(row: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in row.items() if name != "changed_at"}


def counts(window: MainWindow) -> str:
    """Say how much there is: memory, objects of the window, and windows that are there thrice."""
    pages = int(Path("/proc/self/statm").read_text("ascii").split()[1])
    tops = Counter(type(each).__name__ for each in QApplication.topLevelWidgets())
    often = ", ".join(f"{count} {name}" for name, count in tops.most_common() if count > 2)
    return f"{pages * PAGE_MB:.0f} MB, {len(window.findChildren(QObject))} objects, {often}"
