"""Say what keeps the database from being opened, and offer each way on."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QWidget

from planner.coach import copies, files
from planner.coach.files import DamagedDatabase, DatabaseProblem, ReadOnlyDatabase
from planner.coach.missing_file import MissingDatabase
from planner.language import passage, tr
from planner.ui import backup_words, counts, dates, file_dialog
from planner.ui.fitting import fit_screen, stack_where_too_wide
from planner.ui.opening_lock import AlreadyOpen
from planner.ui.widgets import button, column, label, row, wrapped

WIDTH, MARGIN = 560, 24  # px


class OpeningDialog(QDialog):
    """What is wrong with the file, and a button for each way on.

    `path` is the file to try next, `read_only` says to look at it only, `without_log` to open it
    though its log is missing, `anew` to make a new one; `backup_wanted` is the backup to put in
    its place before.
    """

    def __init__(
        self,
        path: Path,
        problem: DatabaseProblem,
        parent: QWidget | None = None,
        brought: Path | None = None,
    ) -> None:
        super().__init__(parent)
        self.path, self._problem = path, problem
        self.without_log = False
        self.read_only = False
        self.anew = False
        self.backup_wanted: Path | None = None
        self._missing = isinstance(problem, MissingDatabase)
        self._backup: Path | None = None
        if isinstance(problem, DamagedDatabase | MissingDatabase):
            self._backup = problem.newest_backup
        self.setWindowTitle(tr("Workout Planner"))
        self.setMinimumWidth(WIDTH)
        self._build(brought)

    def _build(self, brought: Path | None) -> None:
        layout = column(self, margin=MARGIN, spacing=16)
        layout.addWidget(label(self._title(), "title", self))
        if brought is not None and isinstance(self._problem, AlreadyOpen):
            layout.addWidget(wrapped(_where_to_take(brought), parent=self))
        layout.addWidget(wrapped(str(self._problem), parent=self))
        layout.addWidget(wrapped(str(self.path), "muted", self))
        self.held = wrapped("", "", self)
        self.held.setVisible(self._backup is not None)
        layout.addWidget(self.held)
        self.others = self._others_button()
        layout.addWidget(self.others, 0, Qt.AlignmentFlag.AlignLeft)
        ways = self._ways()
        layout.addLayout(ways)
        self._show_backup()
        stack_where_too_wide(ways, 2 * MARGIN, self)
        fit_screen(layout)

    def _title(self) -> str:
        if self._missing:
            return tr("Your training data are not there")
        if isinstance(self._problem, AlreadyOpen):
            return tr("Your training data are open already")
        return tr("Your training data cannot be opened")

    def _show_backup(self) -> None:
        """Say what the backup holds; where its passphrase is wanted for that, ask for it first."""
        from planner.coach import passphrase  # late: most starts need none

        wanted = self._backup is not None and passphrase.is_wanted(self._backup)
        if self._backup is not None and not wanted:
            told = backup_words.of_another(self._backup), self._counted(self._backup)
            self.held.setText(passage(filter(None, told)))
        if wanted:
            text = tr("The backup has a passphrase. What it holds is counted once that is typed.")
            self.held.setText(text)
        self.unlock.setVisible(wanted)
        self.best.setVisible(not wanted)
        way = self.unlock if wanted else self.best
        way.setDefault(True)
        way.setFocus()  # which a button that is hidden gives to the first one, Quit

    def _counted(self, backup: Path) -> str:
        """Say what the backup holds, beside what can still be counted in a damaged file."""
        if self._missing:
            held = counts.of_file(files.countable(backup))
            return tr("The backup holds {held}.").format(held=held) if held else ""
        text = tr("The backup holds {held}. In the damaged file can be counted: {left}.")
        left = counts.of_file(files.countable(self.path)) or tr("nothing")
        return text.format(held=counts.of_file(files.countable(backup)) or "–", left=left)

    def _ways(self) -> QHBoxLayout:
        ways = row()
        give_up = button(tr("&Quit"), parent=self)
        give_up.clicked.connect(self.reject)
        other = button(tr("&Choose another file…"), parent=self)
        other.clicked.connect(self.choose)
        ways.addWidget(give_up)
        ways.addStretch(1)
        ways.addWidget(other)
        if isinstance(self._problem, AlreadyOpen | ReadOnlyDatabase) and self.path.is_file():
            look = button(tr("Open read-&only"), parent=self)
            look.clicked.connect(self.look)
            ways.addWidget(look)
        if isinstance(self._problem, copies.LogLeftBehind):
            all_the_same = button(tr("Open it &as it is"), parent=self)
            all_the_same.clicked.connect(self.go_without_log)
            ways.addWidget(all_the_same)
        if self._missing:
            anew = button(tr("&Start anew"), parent=self)
            anew.clicked.connect(self.start_anew)
            ways.addWidget(anew)
        self.best = (
            self._retry_button() if self._backup is None else self._restore_button(self._backup)
        )
        self.unlock = button(tr("&Passphrase…"), "primary", self)
        self.unlock.clicked.connect(self.ask_passphrase)
        ways.addWidget(self.unlock)
        ways.addWidget(self.best)
        return ways

    def _others_button(self) -> QPushButton:
        text = tr("Restore…") if self._backup is None else tr("&Other backups…")
        others = button(text, parent=self)
        others.clicked.connect(self.choose_backup)
        others.setVisible(isinstance(self._problem, DamagedDatabase | MissingDatabase))
        return others

    def _retry_button(self) -> QPushButton:
        retry = button(tr("&Try again"), "primary", self)
        retry.clicked.connect(self.accept)
        return retry

    def _restore_button(self, backup: Path) -> QPushButton:
        made = files.backup(backup).made_at
        text = tr("&Restore the backup of {when}").format(when=dates.moment(made, date.today()))
        best = button(text, "primary", self)
        if not self._missing:
            best.setToolTip(tr("The damaged file is kept beside it."))
        best.clicked.connect(lambda: self.restore())
        return best

    def choose(self) -> None:
        """Let the user choose another file, and try that."""
        name = file_dialog.to_open(
            self,
            tr("Choose a database"),
            str(self.path.parent),
            tr("Databases (*.db);;All files (*)"),
        )
        if name:
            self.path = Path(name)
            self.accept()

    def go_without_log(self) -> None:
        """Open the file though what was entered last may be missing."""
        self.without_log = True
        self.accept()

    def look(self) -> None:
        """Look at the file only."""
        self.read_only = True
        self.accept()

    def start_anew(self) -> None:
        """Make a new file in the place of the one that is not there."""
        self.anew = True
        self.accept()

    def ask_passphrase(self) -> None:
        """Ask for the passphrase of the backup, and say then what that holds."""
        from planner.ui.passphrase_question import PassphraseQuestion

        if self._backup is not None:
            asked = PassphraseQuestion(self._backup, self, backup=True)
            asked.accepted.connect(self._show_backup)
            asked.finished.connect(asked.deleteLater)
            asked.open()

    def choose_backup(self) -> None:
        """Show all backups with what they hold, and let one of them be taken, or another file."""
        from planner.ui.restore_dialog import RestoreDialog  # late: most starts need none

        made = files.to_restore(self.path)
        chosen = RestoreDialog(self, made, date.today(), cannot_be_opened=self.path)
        chosen.restore_wanted.connect(self.restore)
        chosen.finished.connect(chosen.deleteLater)
        chosen.open()

    def restore(self, backup: Path | None = None) -> None:
        """Ask for a backup, the newest good one by default, in the place of the file, which is
        kept beside it."""
        self.backup_wanted = backup or self._backup
        self.accept()


def _where_to_take(brought: Path) -> str:
    from planner.coach.handing_over import SUFFIX  # late: most starts need none of it

    text = tr(
        "To take in {name}, go to the window that is open and choose File › Merge…, or drop the "
        "file on it."
    )
    if brought.suffix.lower() != SUFFIX:
        text = tr(
            "To take in {name}, go to the window that is open and choose File › Import log…, or "
            "drop the file on it."
        )
    return text.format(name=brought.name)
