"""Where the backups are, how many, and what can be done about them."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QFrame, QGridLayout, QHBoxLayout, QLabel, QWidget

from planner.coach import backup_place, files
from planner.coach.files import Backup
from planner.language import filled, tr
from planner.ui import backup_words, file_dialog, folders
from planner.ui.dialog_foot import close_button
from planner.ui.fitting import fit_screen
from planner.ui.reading_bar import reading_bar
from planner.ui.widgets import button, column, frame, label, row, wrapped
from planner.ui.writing import writes

if TYPE_CHECKING:
    from planner.ui.backup_stories import BackupStories
    from planner.ui.main_window import MainWindow

WIDTH = 640  # px
BREAKS = "/\\_-."  # a long path may be broken after these
_ZERO_WIDTH_SPACE = "\u200b"


class BackupsDialog(QDialog):
    """Stays open while a backup is made, and shows how far it is."""

    restore_wanted = Signal()

    def __init__(self, window: MainWindow, stories: BackupStories) -> None:
        super().__init__(window)
        self._window, self._stories = window, stories
        self.setWindowTitle(tr("Backups"))
        self.setFixedWidth(WIDTH)
        layout = column(self, margin=24, spacing=16)
        layout.addWidget(label(tr("Backups"), "title", self))
        layout.addWidget(self._card())
        self.note = wrapped("", "muted", self)
        layout.addWidget(self.note)
        self.bar = reading_bar(tr("Backing up"), self)
        layout.addWidget(self.bar)
        layout.addLayout(self._bottom())
        stories.progressed.connect(self._show_progress)
        stories.changed.connect(self.refresh)
        self.refresh()
        fit_screen(layout)

    def _card(self) -> QFrame:
        card = frame("card", self)
        layout = column(card, margin=16, spacing=16)
        self._facts = QGridLayout()
        self._facts.setHorizontalSpacing(24)
        self._facts.setVerticalSpacing(8)
        self._facts.setColumnStretch(1, 1)
        self.place = self._fact(tr("Place"))
        self.newest = self._fact(tr("Newest"))
        self.kept = self._fact(tr("Kept"))
        layout.addLayout(self._facts)
        layout.addLayout(self._places())
        return card

    def _fact(self, name: str) -> QLabel:
        line = self._facts.rowCount()
        text = wrapped("", parent=self)
        text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        text.setAccessibleName(name)
        top = Qt.AlignmentFlag.AlignTop
        self._facts.addWidget(label(name, "muted", self), line, 0, top)
        self._facts.addWidget(text, line, 1)
        return text

    def _places(self) -> QHBoxLayout:
        line = row()
        self.show_folder = self._button(tr("Show &folder"), self._show_folder)
        self.change = self._button(tr("Change &place…"), self._choose)
        self.usual = self._button(tr("&Usual place"), self._go_home)
        for each in (self.show_folder, self.change, self.usual):
            line.addWidget(each)
        line.addStretch(1)
        return line

    def _button(self, text: str, slot: object) -> QWidget:
        made = button(text, parent=self)
        made.setAutoDefault(False)
        made.clicked.connect(slot)
        return made

    def _bottom(self) -> QHBoxLayout:
        line = row()
        self.now = self._button(tr("&Back up now"), self._back_up)
        self.restore = self._button(tr("&Restore…"), self._restore)
        writes(self.change, self.usual, self.now, self.restore)
        line.addWidget(self.now)
        line.addWidget(self.restore)
        line.addStretch(1)
        close = close_button(self)
        close.setFocus()
        line.addWidget(close)
        return line

    def refresh(self) -> None:
        """Show what is true now."""
        today, database = self._window.today(), self._window.database
        made, places = files.backups(database), backup_place.read(database)
        self._show_place(places)
        self.newest.setText(self._newest(made[0], today) if made else tr("None yet"))
        total = backup_words.size(sum(each.size_bytes for each in made))
        self.kept.setText(f"{backup_words.backups(len(made))} · {total}" if made else "–")
        self.usual.setVisible(places.chosen is not None)
        self.restore.setEnabled(True)
        self._show_busy(self._stories.is_busy())

    def _newest(self, made: Backup, today: date) -> str:
        text = f"{backup_words.when(made.made_at, today)} · {backup_words.why(made)}"
        looked = self._stories.looked_at
        if looked is None or looked < made.made_at:
            return text
        told = tr("Looked {when}: nothing had changed.")
        return f"{text}\n{told.format(when=backup_words.when(looked, today))}"

    def _show_place(self, places: backup_place.Places) -> None:
        usual = backup_place.usual(self._window.database)
        self.place.setText(_breakable(places.chosen or usual))
        told = tr(
            "A backup is made each day and at each start, if anything has changed, and before an "
            "import, a merge, a restore or a new version. Of the last 7 days, 4 weeks and 12 "
            "months one each is kept, and the newest ten."
        )
        missing = tr(
            "The place cannot be used now. Until it can, backups go to the usual folder: {usual}"
        )
        if self._stories.is_trying_again():
            self._say(tr("The place is there again. A backup goes to it now."))
        elif places.missed:
            self._say(missing.format(usual=_breakable(usual)), trouble=True)
        else:
            self._say(told)

    def _say(self, text: str, trouble: bool = False) -> None:
        self.note.setText(text)
        self.note.setProperty("role", "warn" if trouble else "muted")
        self.note.style().unpolish(self.note)
        self.note.style().polish(self.note)

    def _show_busy(self, busy: bool) -> None:
        self.bar.setVisible(busy)
        for each in (self.now, self.restore, self.change, self.usual):
            each.setEnabled(not busy)

    def _show_progress(self, percent: int) -> None:
        self.bar.setRange(0, 100)
        self.bar.setValue(percent)

    def _show_folder(self) -> None:
        places = backup_place.read(self._window.database)
        usual = backup_place.usual(self._window.database)
        folder = usual if places.chosen is None or places.missed else places.chosen
        if not folder.is_dir() or not folders.show(folder):
            text = tr("{folder} is not there.").format(folder=_breakable(folder))
            self._say(text, trouble=True)

    def _choose(self) -> None:
        title = tr("Choose a folder for backups, on another disk or a stick")
        chosen = file_dialog.folder_to_use(self, title, str(folders.folder()))
        if chosen:
            self._move(Path(chosen))

    def _go_home(self) -> None:
        self._move(backup_place.usual(self._window.database))

    def _move(self, place: Path) -> None:
        why = self._stories.move(place)
        self.refresh()
        if why:
            text = tr("Backups stay where they are, because {place} cannot be used: {why}.")
            said = filled(text, place=_breakable(place), why=why)
            self._say(said, trouble=True)

    def _back_up(self) -> None:
        self._stories.back_up()
        self.bar.setRange(0, 0)
        self._show_busy(True)

    def _restore(self) -> None:
        self.accept()
        self.restore_wanted.emit()


def _breakable(path: Path) -> str:
    """Write a path that may be broken into lines at its parts, however long they are."""
    return "".join(f"{each}{_ZERO_WIDTH_SPACE}" if each in BREAKS else each for each in str(path))
