"""The folder that file dialogs start in: where the last file was, at first the documents."""

from __future__ import annotations

from pathlib import Path

from PySide6 import QtCore, QtGui
from PySide6.QtCore import QCoreApplication

_PROPERTY = "last_folder"  # of the application; WindowState keeps it from start to start


def folder() -> Path:
    """Return the last folder while it is there, else that of documents, else home."""
    return _last_or(QtCore.QStandardPaths.StandardLocation.DocumentsLocation)


def of_downloads() -> Path:
    """Return the last folder while it is there, else that of downloads, else home."""
    return _last_or(QtCore.QStandardPaths.StandardLocation.DownloadLocation)


def _last_or(place: QtCore.QStandardPaths.StandardLocation) -> Path:
    last = Path(last_folder())
    if last_folder() and last.is_dir():
        return last
    usual = Path(QtCore.QStandardPaths.writableLocation(place))
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
    return QtGui.QDesktopServices.openUrl(QtCore.QUrl.fromLocalFile(str(path)))


def _application() -> QCoreApplication:
    app = QCoreApplication.instance()
    assert app is not None
    return app
