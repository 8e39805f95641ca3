"""What a monkey finds when it is asked for a file, a folder or a printer: a desk of its own."""

from __future__ import annotations

import shutil
from datetime import datetime
from pathlib import Path
from random import Random

from PySide6.QtCore import QMimeData, QPoint, QPointF, QRect, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QDrag, QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

from planner.coach import export_files, exporting, files
from planner.coach.export_files import Export, Kind
from planner.coach.parts import at_once

DATA = Path(__file__).parents[1] / "data"
LEFT, MOVE = Qt.MouseButton.LeftButton, Qt.DropAction.MoveAction


class Desk:
    """A folder with all kinds of files to open, and what answers instead of the system."""

    def __init__(self, folder: Path, rng: Random) -> None:
        self.folder, self._rng = folder, rng
        self.answers: list[str] = []  # newest last
        self._chosen: list[str] = []

    def lay(self, database: Path) -> None:
        """Put out logs, databases, what the program itself writes, and rubbish."""
        self.folder.mkdir()
        for path in (*(DATA / "logs").glob("*.csv"), *(DATA / "databases").glob("*.db")):
            shutil.copyfile(path, self.folder / path.name)
        shutil.copyfile(database, self.folder / "theirs.planner")
        (self.folder / "half.planner").write_bytes(database.read_bytes()[:50_000])
        (self.folder / "empty.csv").touch()
        (self.folder / "rubbish.json").write_text('{"a": [1, 2', "utf-8")
        (self.folder / "picture.png").write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0")
        _write_own(self.folder, database)

    def take_over(self) -> None:
        """Answer for the file dialogs, the printer dialog, the desktop and the mouse's drag."""
        for owner, name, answer in (
            (QFileDialog, "exec", lambda dialog: self._asked(dialog)),
            (QFileDialog, "open", lambda dialog: self._opened(dialog)),
            (QFileDialog, "selectedFiles", lambda _dialog: list(self._chosen)),
            (QPrintDialog, "exec", lambda _dialog: 0),
            (QDesktopServices, "openUrl", lambda _url: True),
            (QDrag, "exec", lambda drag, *_actions: self._dragged(drag)),
        ):
            setattr(owner, name, answer)

    def some_files(self) -> list[Path]:
        """Choose one or a few of what lies there."""
        lying = sorted(each for each in self.folder.rglob("*") if each.is_file())
        return self._rng.sample(lying, self._rng.choice((1, 1, 1, 2, 3)))

    def drop_files(self, onto: QWidget) -> None:
        """Drop files from outside on a widget."""
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(each)) for each in self.some_files()])
        self._drop(data, onto, onto.rect().center())

    def _asked(self, dialog: QFileDialog) -> int:
        self._chosen = []
        if self._rng.random() < 0.2:
            return 0
        self._chosen = [str(each) for each in self._choice(dialog)]
        self.answers.append(f"{dialog.windowTitle()}: {self._chosen}")
        return 1

    def _opened(self, dialog: QFileDialog) -> None:
        if self._asked(dialog):
            dialog.fileSelected.emit(self._chosen[0])
        dialog.deleteLater()

    def _choice(self, dialog: QFileDialog) -> list[Path]:
        modes = QFileDialog.FileMode
        if dialog.fileMode() == modes.Directory:
            return [self._rng.choice((self.folder, self.folder / "sub", self.folder / "gone"))]
        if dialog.acceptMode() == QFileDialog.AcceptMode.AcceptSave:
            named = [Path(name).name for name in _selected(dialog)] or ["saved"]
            return [self._rng.choice((self.folder, self.folder / "gone")) / named[0]]
        several = dialog.fileMode() == modes.ExistingFiles
        return self.some_files()[: None if several else 1]

    def _dragged(self, drag: QDrag) -> Qt.DropAction:
        top = QApplication.activeModalWidget() or QApplication.activeWindow()
        takers = [each for each in top.findChildren(QWidget) if each.acceptDrops()] if top else []
        seen = [each for each in takers if each.isVisible()]
        if seen:
            onto = self._rng.choice(seen)
            self._drop(drag.mimeData(), onto, somewhere(onto, self._rng))
        return MOVE

    def _drop(self, data: QMimeData, onto: QWidget, at: QPoint) -> None:
        held = Qt.KeyboardModifier.NoModifier
        entered = QDragEnterEvent(at, MOVE, data, LEFT, held)
        QApplication.sendEvent(onto, entered)
        QApplication.sendEvent(onto, QDragMoveEvent(at, MOVE, data, LEFT, held))
        if entered.isAccepted():
            QApplication.sendEvent(onto, QDropEvent(QPointF(at), MOVE, data, LEFT, held))


_selected = QFileDialog.selectedFiles  # the system's, before it is taken over


def somewhere(inside: QWidget | QRect, rng: Random) -> QPoint:
    """Return a point as far from the corner as a widget or rectangle is large, at most."""
    return QPoint(rng.randrange(max(inside.width(), 1)), rng.randrange(max(inside.height(), 1)))


def _write_own(folder: Path, database: Path) -> None:
    """Export everything there is, as each kind of file."""
    files.open_file(database)
    everybody = tuple(exporting.everybody())
    for kind in Kind:
        wish = Export(kind, everybody, datetime.now(), private=True, everything=True)
        made = at_once(export_files.reading(wish))
        export_files.write(made, folder / f"{kind.value}{kind.suffix}")
    files.close_file()
