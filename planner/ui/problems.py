"""Unexpected errors: written to a log file and shown with a report to copy, never swallowed."""

from __future__ import annotations

import logging
import sys
import threading
import traceback
from io import TextIOWrapper
from pathlib import Path
from types import TracebackType

import PySide6
from PySide6.QtCore import QMessageLogContext, QObject, QtMsgType, Signal, qInstallMessageHandler
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog, QHBoxLayout, QPlainTextEdit, QWidget

from planner import __version__
from planner.coach import owner_only
from planner.coach.files import DatabaseProblem
from planner.language import tr
from planner.ui.widgets import button, column, label, row, wrapped

LOG_BYTES = 500_000  # a log file's size before it is rotated
LOG_FILES = 2  # older log files kept
_log = logging.getLogger("planner")
_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


def log_to(path: Path) -> logging.Handler:
    """Write the program's and Qt's messages to one rotating file; return its handler."""
    from logging.handlers import RotatingFileHandler  # slow to import: it knows networks

    class OwnersFile(RotatingFileHandler):
        """A log that its owner alone may read."""

        def _open(self) -> TextIOWrapper:
            owner_only.make(Path(self.baseFilename))
            return super()._open()

    for other in [each for each in _log.handlers if isinstance(each, RotatingFileHandler)]:
        _log.removeHandler(other)
        other.close()
    handler = OwnersFile(
        path, maxBytes=LOG_BYTES, backupCount=LOG_FILES, encoding="utf-8", delay=True
    )
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    _log.addHandler(handler)
    _log.setLevel(logging.INFO)
    qInstallMessageHandler(_from_qt)
    return handler


def _from_qt(kind: QtMsgType, _where: QMessageLogContext, text: str) -> None:
    _log.log(_LEVELS[kind], "Qt: %s", text)


def note(error: BaseException) -> None:
    """Write an error that somebody handles to the log."""
    _log.error("%s", write_report(error, error.__traceback__))


class Catcher(QObject):
    """Catches what nobody else did, on every thread, and shows it on the UI thread.

    Trouble with the file is no mistake of the program: `troubled` carries what can be done.
    """

    caught = Signal(str, str)
    troubled = Signal(str)

    def __init__(self, log_path: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._log_path = log_path
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
        """Log an error and show it."""
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        report = write_report(error, trace)
        _log.error("%s", report)
        self.caught.emit(report, str(error) if isinstance(error, DatabaseProblem) else "")

    def _show(self, report: str, advice: str) -> None:
        if advice:
            self.troubled.emit(advice)
            return
        if self._showing is not None:
            return  # one at a time: an error while painting would otherwise open a dialog a frame
        self._showing = ProblemDialog(report, self._usual(), QApplication.activeWindow())
        self._showing.finished.connect(self._closed)
        self._showing.open()

    def _usual(self) -> str:
        return tr(
            "This is a mistake of the program, not yours. What you stored before is safe, and the "
            "last step was not stored half-way. Nothing is sent anywhere: if you want to report "
            "it, copy the report. It is also kept in {path}."
        ).format(path=self._log_path)

    def _closed(self) -> None:
        if self._showing is not None:
            self._showing.deleteLater()
            self._showing = None


def write_report(error: BaseException, trace: TracebackType | None) -> str:
    """Return what a developer needs: versions, system and traceback; nothing about lifters."""
    import platform

    versions = (
        f"Workout Planner {__version__}, Python {platform.python_version()}, "
        f"PySide6 {PySide6.__version__}, {platform.platform()}"
    )
    return f"{versions}\n\n{''.join(traceback.format_exception(type(error), error, trace))}"


class ProblemDialog(QDialog):
    """Says that something went wrong and what to do, and offers the report."""

    def __init__(self, report: str, advice: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._report = report
        self.setWindowTitle(tr("Something went wrong"))
        self.resize(640, 420)
        layout = column(self, margin=24, spacing=16)
        layout.addWidget(label(self.windowTitle(), "title", self))
        layout.addWidget(wrapped(advice, parent=self))
        layout.addWidget(self._report_box(), 1)
        layout.addLayout(self._buttons())

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
        go_on = button(tr("&Go on"), "primary", self)
        go_on.clicked.connect(self.accept)
        go_on.setDefault(True)
        line.addWidget(copy)
        line.addStretch(1)
        line.addWidget(go_on)
        return line

    def copy_report(self) -> None:
        """Put the report on the clipboard."""
        QGuiApplication.clipboard().setText(self._report)
