"""Ask for the passphrase of a file that is to be opened; as often as it takes."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QCheckBox, QDialog, QHBoxLayout, QWidget

from planner.coach import passphrase
from planner.coach.files import DatabaseProblem
from planner.language import tr
from planner.ui import file_dialog, restoring
from planner.ui.modal import answered
from planner.ui.passphrase_field import PassphraseField
from planner.ui.widgets import button, column, give_role, label, row, wrapped
from planner.ui.worker import Work

WIDTH = 520  # px


def ask(path: Path, over: QWidget | None) -> Path | None:
    """Ask for the passphrase of a file; return the file to try next, None to give up."""
    dialog = PassphraseQuestion(path, over)
    return dialog.path if answered(dialog) else None


def restore(backup: Path, over: QWidget | None) -> None:
    """Restore a backup, whose passphrase is asked for if it has one.

    Raises DatabaseProblem, and Stopped when the user stopped it.
    """
    try:
        restoring.restore(backup, over)
    except passphrase.PassphraseNeeded:
        if not answered(PassphraseQuestion(backup, over, backup=True)):
            raise
        restoring.restore(backup, over)


class PassphraseQuestion(QDialog):
    """Accepted with a passphrase that fits, which is given, or with another file in `path`.

    From a `backup`, or a file that is only `read`, Cancel leads back to what is open.
    """

    def __init__(
        self, path: Path, parent: QWidget | None, backup: bool = False, read: bool = False
    ) -> None:
        super().__init__(parent)
        self.path = path
        self.setWindowTitle(tr("Passphrase"))
        self.setFixedWidth(WIDTH)
        layout = column(self, margin=24, spacing=12)
        title = tr("This backup has a passphrase") if backup else tr("Passphrase, please")
        layout.addWidget(label(title, "title", self))
        layout.addWidget(wrapped(self._what(), "muted", self))
        self.field = PassphraseField(tr("Passphrase"), self)
        self.show_it = QCheckBox(tr("&Show it"), self)
        self.show_it.toggled.connect(self.field.show_letters)
        self.says = wrapped("", "muted", self)
        for widget in (self.field, self.show_it, self.says):
            layout.addWidget(widget)
        layout.addSpacing(8)
        layout.addLayout(self._ways(backup or read))
        self.field.capitals.connect(self._tell_capitals)
        self.field.textChanged.connect(lambda text: self.go.setEnabled(bool(text)))

    def _what(self) -> str:
        return tr("{path} is protected.").format(path=self.path)

    def _ways(self, back: bool) -> QHBoxLayout:
        line = row()
        leave = button(tr("&Cancel") if back else tr("&Quit"), "", self)
        leave.clicked.connect(self.reject)
        line.addWidget(leave)
        line.addStretch(1)
        if not back:
            other = button(tr("&Choose another file…"), "", self)
            other.setAutoDefault(False)
            other.clicked.connect(self.choose)
            line.addWidget(other)
        self.go = button(tr("&Open"), "primary", self)
        self.go.setDefault(True)
        self.go.setEnabled(False)
        self.go.clicked.connect(self.check)
        line.addWidget(self.go)
        leave.setAutoDefault(False)
        return line

    def _tell_capitals(self, on: bool) -> None:
        self._say(tr("Caps Lock seems to be on.") if on else "")

    def _say(self, text: str, role: str = "muted") -> None:
        give_role(self.says, role)
        self.says.setText(text)

    def check(self) -> None:
        """Find out, beside the window, whether what was typed fits."""
        typed = self.field.text()
        self._rest(True)
        self._say(tr("One moment…"))
        work = Work(lambda _told: passphrase.fits(self.path, typed), self)
        work.succeeded.connect(partial(self._answer, typed))
        work.broke.connect(self._tell_trouble)
        work.start()

    def _rest(self, resting: bool) -> None:
        for widget in (self.field, self.go, self.show_it):
            widget.setEnabled(not resting)

    def _answer(self, typed: str, fits: object) -> None:
        if fits:
            passphrase.give(typed)
            self.accept()
            return
        self._rest(False)
        told = tr(
            "That is not it. Capitals, blanks and the language of the keyboard count. "
            "Try as often as you like."
        )
        self._say(told, "error")
        self.field.setFocus()
        self.field.selectAll()

    def _tell_trouble(self, problem: object) -> None:
        if not isinstance(problem, (OSError, DatabaseProblem)):
            raise TypeError(f"unexpected: {problem!r}")
        self._rest(False)
        self._say(str(problem), "error")

    def choose(self) -> None:
        """Let the user choose another file, and try that."""
        kinds = tr("Databases (*.db);;All files (*)")
        name = file_dialog.to_open(self, tr("Choose a database"), str(self.path.parent), kinds)
        if name:
            self.path = Path(name)
            self.accept()
