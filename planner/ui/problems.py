"""Unexpected errors: written to the log and shown with a report to copy, never swallowed."""

from __future__ import annotations

import sys
import threading
from pathlib import Path
from time import monotonic
from types import TracebackType

from PySide6.QtCore import QObject, QSize, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog, QHBoxLayout, QPlainTextEdit, QWidget

from planner.coach.files import DatabaseProblem
from planner.language import tr
from planner.ui import problem_report
from planner.ui.log_file import LOG
from planner.ui.screen_room import room_on_screen
from planner.ui.widgets import button, column, label, row, wrapped

AGAIN_S = 1.0  # an error that comes again so soon is the same one: while painting, each frame


class Catcher(QObject):
    """Catches what nobody else did, on every thread, and shows it on the UI thread.

    Trouble with the file is no mistake of the program: `troubled` carries what can be done.
    `leave_wanted` is emitted when the user closes the program rather than going on.
    """

    caught = Signal(str, str)
    troubled = Signal(str)
    leave_wanted = Signal()

    def __init__(self, log_path: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._log_path = log_path
        self._last = ("", 0.0)  # a report, and when it came
        self._showing: ProblemDialog | None = None
        self.caught.connect(self._show)

    def install(self) -> None:
        """Catch from now on."""
        sys.excepthook = self.catch
        threading.excepthook = lambda args: self.catch(
            args.exc_type, args.exc_value or args.exc_type(), args.exc_traceback
        )

    def catch(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        """Log an error and show it, unless it is the one that came a moment ago."""
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        report = problem_report.write(error, trace)
        if self._came_just_now(report):
            return
        LOG.error("%s", report)
        self.caught.emit(report, str(error) if isinstance(error, DatabaseProblem) else "")

    def _came_just_now(self, report: str) -> bool:
        (before, at), now = self._last, monotonic()
        self._last = report, now
        return report == before and now - at < AGAIN_S

    def _show(self, report: str, advice: str) -> None:
        if advice:
            self.troubled.emit(advice)
            return
        if self._showing is not None:
            return  # one at a time
        self._showing = ProblemDialog(report, self._log_path, QApplication.activeWindow())
        self._showing.finished.connect(self._closed)
        self._showing.leave_wanted.connect(self.leave_wanted)
        self._showing.open()

    def _closed(self) -> None:
        if self._showing is not None:
            self._showing.deleteLater()
            self._showing = None


class ProblemDialog(QDialog):
    """Says that something went wrong and that the data are safe, and offers the report.

    `leave_wanted` is emitted, once the dialog is closed, by who wants to close the program.
    """

    leave_wanted = Signal()

    def __init__(self, report: str, log_path: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._report = report
        self.setWindowTitle(tr("Something went wrong"))
        self.resize(QSize(640, 420).boundedTo(room_on_screen(self)))
        layout = column(self, margin=24, spacing=16)
        layout.addWidget(label(self.windowTitle(), "title", self))
        for words in self._words():
            layout.addWidget(wrapped(words, parent=self))
        layout.addWidget(self._report_box(), 1)
        where = tr("The report is also kept in {path}.").format(path=log_path)
        layout.addWidget(wrapped(where, "muted", self))
        layout.addLayout(self._buttons())

    def _words(self) -> tuple[str, str]:
        return (
            tr(
                "Your data are safe up to the last step, which was not stored half-way. This is a "
                "mistake of the program, not yours."
            ),
            tr(
                "Nothing is sent anywhere. The report says where in the program it happened, and "
                "nothing of your training: copy it if you want to tell of it."
            ),
        )

    def _report_box(self) -> QPlainTextEdit:
        box = QPlainTextEdit(self._report, self)
        box.setReadOnly(True)
        box.setTabChangesFocus(True)
        box.setAccessibleName(tr("Report"))
        return box

    def _buttons(self) -> QHBoxLayout:
        line = row()
        copy = button(tr("&Copy report"), parent=self)
        copy.clicked.connect(self.copy_report)
        leave = button(tr("C&lose the program"), parent=self)
        leave.clicked.connect(self.leave)
        go_on = button(tr("&Go on"), "primary", self)
        go_on.clicked.connect(self.accept)
        go_on.setDefault(True)
        go_on.setFocus()
        line.addWidget(copy)
        line.addStretch(1)
        line.addWidget(leave)
        line.addWidget(go_on)
        return line

    def copy_report(self) -> None:
        """Put the report on the clipboard."""
        QGuiApplication.clipboard().setText(self._report)

    def leave(self) -> None:
        """Close this dialog and ask for the program to be closed."""
        self.reject()
        self.leave_wanted.emit()
