"""The log: what went wrong, for whoever is asked to help; nothing of anybody's training."""

from __future__ import annotations

import logging
from collections.abc import Callable
from contextlib import suppress
from functools import cache
from io import TextIOWrapper
from pathlib import Path

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

from planner.coach import owner_only, places
from planner.ui import problem_report

LOG_BYTES = 500_000  # a log file's size before it is rotated
LOG_FILES = 2  # older log files kept
LOG = logging.getLogger("planner")
_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


def begin(path: Path | None = None) -> logging.Handler:
    """Write the program's and Qt's messages to one rotating file, the usual one if none is named.

    The file is made when there is something to write, and begins with the versions. Return its
    handler.
    """
    made = _handler()(path or places.log_file())
    for other in [each for each in LOG.handlers if type(each) is type(made)]:
        LOG.removeHandler(other)
        with suppress(OSError):  # a disk that is full has no room for its last words
            other.close()
    LOG.addHandler(made)
    LOG.setLevel(logging.INFO)
    qInstallMessageHandler(_from_qt)
    return made


def note(error: BaseException) -> None:
    """Write an error that somebody handles to the log."""
    LOG.error("%s", problem_report.write(error, error.__traceback__))


def _from_qt(kind: QtMsgType, _where: QMessageLogContext, text: str) -> None:
    LOG.log(_LEVELS[kind], "Qt: %s", problem_report.without_paths(text))


@cache
def _handler() -> Callable[[Path], logging.Handler]:
    """Return what writes the log, made when it is first needed: its module knows networks."""
    from logging.handlers import RotatingFileHandler

    class OwnersFile(RotatingFileHandler):
        """A log that its owner alone may read; each file begins with the versions."""

        def __init__(self, path: Path) -> None:
            super().__init__(
                path, maxBytes=LOG_BYTES, backupCount=LOG_FILES, encoding="utf-8", delay=True
            )
            self.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))

        def _open(self) -> TextIOWrapper:
            path = Path(self.baseFilename)
            path.parent.mkdir(parents=True, exist_ok=True, mode=owner_only.FOLDER)
            owner_only.make(path)
            opened = super()._open()
            opened.write(f"{problem_report.versions()}\n")
            return opened

    return OwnersFile
