"""Write a PDF whole or not at all, and never over the database."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QIODevice, QSaveFile
from PySide6.QtGui import QPdfWriter

from planner.coach import whole_file
from planner.language import tr
from planner.ui.painting import NotBegun


@contextmanager
def writing(path: Path) -> Iterator[QPdfWriter]:
    """Yield what draws into a file; whatever is raised leaves the file as it was.

    Raises OSError when it cannot be written.
    """
    if whole_file.is_database(path):
        words = tr("{path} could not be written: it is the training database itself")
        raise OSError(words.format(path=path))
    file = QSaveFile(str(path))
    if not file.open(QIODevice.OpenModeFlag.WriteOnly):
        raise _unwritten(path, file)
    try:
        yield QPdfWriter(file)
    except BaseException as problem:
        unwritten = _unwritten(path, file)
        file.cancelWriting()
        file.commit()
        if isinstance(problem, NotBegun):
            raise unwritten from problem  # its own words blame a printer
        raise
    if not file.commit():
        raise _unwritten(path, file)


def _unwritten(path: Path, file: QSaveFile) -> OSError:
    words = tr("{path} could not be written: {why}")
    return OSError(words.format(path=path, why=file.errorString()))
