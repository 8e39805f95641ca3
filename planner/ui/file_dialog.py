"""Ask for files without touching any of them.

Qt's own dialog opens every file that it lists to tell its type. When a program closes a file, the
system drops all locks that the program holds on it; in the folder of the database these are
SQLite's, and another program could then take the write-ahead log away from under the window:
https://www.sqlite.org/howtocorrupt.html, section 2.2.
"""

from __future__ import annotations

from PySide6.QtCore import QFileInfo, QSize
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import (
    QFileDialog,
    QFileIconProvider,
    QHeaderView,
    QSplitter,
    QTreeView,
    QWidget,
)

from planner.ui.modal import answered

USUAL_SIZE = QSize(800, 480)
PLACES_PX = 140
SIZE_COLUMN = 1  # and those behind it


class NameIcons(QFileIconProvider):
    """Icons and kinds of files by what their names tell."""

    def icon(self, what: QFileIconProvider.IconType | QFileInfo) -> QIcon:
        """Return the icon of a folder or of any file."""
        if not isinstance(what, QFileInfo):
            return super().icon(what)
        kinds = QFileIconProvider.IconType
        return super().icon(kinds.Folder if what.isDir() else kinds.File)

    def type(self, info: QFileInfo) -> str:
        """Return the suffix of a file."""
        return info.suffix().upper()


_icons: list[NameIcons] = []  # a dialog does not own its icons: they live as long as the program


def dialog(parent: QWidget, title: str, start: str, kinds: str) -> QFileDialog:
    """Make a dialog on files of some kinds, ';;' between two; it reads none of them."""
    made = QFileDialog(parent, title, start, kinds)
    if not _icons:
        _icons.append(NameIcons())
    made.setIconProvider(_icons[0])
    _give_room(made)
    return made


def _give_room(made: QFileDialog) -> None:
    """Show sizes and places whole, in Qt's own dialog; a desktop's has none of these parts."""
    files, parts = made.findChild(QTreeView, "treeView"), made.findChild(QSplitter, "splitter")
    if files is not None and parts is not None:
        made.resize(USUAL_SIZE)
        parts.setSizes([PLACES_PX, USUAL_SIZE.width() - PLACES_PX])
        files.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for column in range(SIZE_COLUMN, files.model().columnCount()):
            files.header().setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)


def to_save(parent: QWidget, title: str, start: str, kinds: str) -> tuple[str, str]:
    """Ask where to save; return (path, kind), two empty texts when nowhere."""
    made = dialog(parent, title, "", kinds)
    made.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    made.selectFile(start)
    names, kind = _asked(made)
    return (names[0], kind) if names else ("", "")


def to_open(parent: QWidget, title: str, start: str, kinds: str) -> str:
    """Ask for a file that is there; return its path, '' for none."""
    made = dialog(parent, title, start, kinds)
    made.setFileMode(QFileDialog.FileMode.ExistingFile)
    names, _kind = _asked(made)
    return names[0] if names else ""


def folder_to_use(parent: QWidget, title: str, start: str) -> str:
    """Ask for a folder that is there; return its path, '' for none."""
    made = dialog(parent, title, start, "")
    made.setFileMode(QFileDialog.FileMode.Directory)
    made.setOption(QFileDialog.Option.ShowDirsOnly)
    names, _kind = _asked(made)
    return names[0] if names else ""


def several_to_open(parent: QWidget, title: str, start: str, kinds: str) -> list[str]:
    """Ask for files that are there; return their paths."""
    made = dialog(parent, title, start, kinds)
    made.setFileMode(QFileDialog.FileMode.ExistingFiles)
    return _asked(made)[0]


def to_folder(parent: QWidget, title: str, start: str) -> str:
    """Ask for a folder; return its path, '' for none."""
    made = dialog(parent, title, start, "")
    made.setFileMode(QFileDialog.FileMode.Directory)
    made.setOption(QFileDialog.Option.ShowDirsOnly)
    names, _kind = _asked(made)
    return names[0] if names else ""


def _asked(made: QFileDialog) -> tuple[list[str], str]:
    return (made.selectedFiles(), made.selectedNameFilter()) if answered(made) else ([], "")
