"""Where an export goes: a file, or a folder for several, with a name that says whose and when."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from planner.coach import export_files
from planner.coach.export_files import Kind
from planner.language import tr
from planner.ui import export_words, file_dialog, folders
from planner.ui.mnemonics import unmarked
from planner.ui.widgets import button, label, row


class ExportPlace(QWidget):
    """`changed` comes when somebody types; until then the name is suggested."""

    changed = Signal()

    def __init__(self, parent: QWidget, now: datetime) -> None:
        super().__init__(parent)
        self._now, self._own, self._agreed = now, False, Path()
        self._kind, self._names = Kind.SPREADSHEET, tuple[str, ...]([""])
        self.field = QLineEdit(self)
        self.browse = button(tr("&Browse…"), "", self)
        self.browse.setAutoDefault(False)
        self._title = label("", "", self)
        self._title.setBuddy(self.field)
        line = row(self)
        line.addWidget(self._title)
        line.addWidget(self.field, 1)
        line.addWidget(self.browse)
        self.field.textEdited.connect(self._typed)
        self.browse.clicked.connect(self._choose)

    def show_for(self, kind: Kind, names: Sequence[str]) -> None:
        """Suggest where a kind of file of some lifters goes; what somebody typed stays."""
        several = self._is_several()
        self._kind, self._names = kind, tuple(names) or ("",)
        self._title.setText(tr("&Save in") if self._is_several() else tr("&Save as"))
        self.field.setAccessibleName(unmarked(self._title.text()))
        if self._own and several == self._is_several():
            self._keep_suffix()
        else:
            self._own = False
            folder = folders.folder()
            name = export_files.file_name(kind, self._names, self._now)
            self.field.setText(str(folder if self._is_several() else folder / name))

    def paths(self) -> list[Path]:
        """Return the file for each lifter, or the one for all."""
        chosen = Path(self.field.text().strip())
        if not self._is_several():
            return [self._with_suffix(chosen)]
        names = [export_files.file_name(self._kind, [name], self._now) for name in self._names]
        return [chosen / name for name in _each_once(names)]

    def in_the_way(self) -> Path | None:
        """Return a file that is there already and that nobody agreed to replace."""
        there = (path for path in self.paths() if path != self._agreed and _is_there(path))
        return next(there, None)

    def remember(self) -> None:
        """Let the next file dialog begin in the same folder."""
        folders.remember_folder(str(self.paths()[0].parent))

    def _is_several(self) -> bool:
        return self._kind.holds_one and len(self._names) > 1

    def _typed(self) -> None:
        self._own, self._agreed = True, Path()
        self.changed.emit()

    def _choose(self) -> None:
        start = self.field.text()
        if self._is_several():
            chosen = file_dialog.to_folder(self, tr("Export"), start)
        else:
            kinds = export_words.filter_of(self._kind)
            chosen, _ = file_dialog.to_save(self, tr("Export"), start, kinds)
        if chosen:
            self.field.setText(chosen)
            self._own = True
            self._agreed = Path(chosen)
            self.changed.emit()

    def _keep_suffix(self) -> None:
        chosen = Path(self.field.text().strip())
        if chosen.suffix in {kind.suffix for kind in Kind} and not self._is_several():
            self.field.setText(str(chosen.with_suffix(self._kind.suffix)))

    def _with_suffix(self, chosen: Path) -> Path:
        suffix = self._kind.suffix
        return chosen if chosen.suffix.lower() == suffix else Path(f"{chosen}{suffix}")


def _each_once(names: Sequence[str]) -> list[str]:
    """Return names of files, numbered where two lifters have the same."""
    made: list[str] = []
    for name in names:
        path, number = Path(name), 2
        while name.casefold() in {each.casefold() for each in made}:
            name = f"{path.stem}-{number}{path.suffix}"
            number += 1
        made.append(name)
    return made


def _is_there(path: Path) -> bool:
    """Tell whether a file is there; that its name is too long is told when it is written."""
    try:
        return path.exists()
    except OSError:
        return False
