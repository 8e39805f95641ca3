"""The folder that file dialogs start in: where the last file was, at first the documents."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QStandardPaths, QUrl
from PySide6.QtGui import QDesktopServices

_PROPERTY = "last_folder"  # of the application; WindowState keeps it from start to start
DOCUMENTS = QStandardPaths.StandardLocation.DocumentsLocation
DOWNLOADS = QStandardPaths.StandardLocation.DownloadLocation


def folder(at_first: QStandardPaths.StandardLocation = DOCUMENTS) -> Path:
    """Return the last folder while it is there, else a usual place, else home."""
    last = Path(last_folder())
    if last_folder() and last.is_dir():
        return last
    usual = Path(QStandardPaths.writableLocation(at_first))
    return usual if usual.is_dir() else Path.home()


def last_folder() -> str:
    """Return the folder of the last file that was chosen, '' before the first."""
    return str(_application().property(_PROPERTY) or "")


def remember_folder(path: str) -> None:
    """Let the next file dialog start in a folder."""
    _application().setProperty(_PROPERTY, path)


def chosen(name: str) -> Path:
    """Return a file's path and let the next dialog start beside it."""
    path = Path(name)
    remember_folder(str(path.parent))
    return path


def show(path: Path) -> bool:
    """Open a folder in the system's own program for files; say whether there is one."""
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


def _application() -> QCoreApplication:
    app = QCoreApplication.instance()
    assert app is not None
    return app
