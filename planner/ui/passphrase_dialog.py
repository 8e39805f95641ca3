"""Set a passphrase for all data, another one, or none: what it protects, and what it cannot."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QWidget,
)

from planner.coach import passphrase
from planner.coach.files import Backup
from planner.coach.passphrase import Strength
from planner.language import ntr, tr
from planner.ui.counts import count
from planner.ui.fitting import fit_screen
from planner.ui.passphrase_field import PassphraseField
from planner.ui.still_bar import StillBar
from planner.ui.widgets import button, column, label, row, wrapped

WIDTH = 560  # px


class PassphraseDialog(QDialog):
    """`wanted` carries the present passphrase and the new one, '' for none; `stopping` says that
    what was begun is to stop. `alike` are the earlier backups that open as the data do, `readable`
    those that anybody can read."""

    wanted = Signal(str, str)
    deletion_wanted = Signal()

    def __init__(
        self, parent: QWidget, is_set: bool, alike: Sequence[Backup], readable: Sequence[Backup]
    ) -> None:
        super().__init__(parent)
        self._is_set, self._working = is_set, False
        self.stopping = False
        self.setWindowTitle(tr("Passphrase"))
        self.setMinimumWidth(WIDTH)
        layout = column(self, margin=24, spacing=12)
        self._title = tr("Change the passphrase") if is_set else tr("Set a passphrase")
        layout.addWidget(label(self._title, "title", self))
        layout.addWidget(wrapped(self._about(), parent=self))
        layout.addWidget(self._open_to_all(len(readable) if is_set else 0))
        layout.addLayout(self._fields())
        self.says = wrapped("", "muted", self)
        layout.addWidget(self.says)
        layout.addWidget(self._warning())
        self.delete_old = QCheckBox(self._old(len(alike)), self)
        self.delete_old.setVisible(bool(alike))
        layout.addWidget(self.delete_old)
        layout.addWidget(wrapped(self._limits(), "small", self))
        self.bar = StillBar(self)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(tr("Progress"))
        layout.addWidget(self.bar)
        self.bar.hide()
        layout.addLayout(self._buttons())
        fit_screen(layout)
        (self.present if is_set else self.new).setFocus()
        self._look()

    def _about(self) -> str:
        return tr(
            "Without the passphrase nobody can read your data file or the backups made with it, on "
            "this computer or on a copy. You type it each time the program starts."
        )

    def _open_to_all(self, number: int) -> QWidget:
        """Offer to delete what has no passphrase, though the data have one."""
        line = QWidget(self)
        layout = row()
        line.setLayout(layout)
        told = ntr(
            "Anybody can read {0} earlier backup or copy: it has no passphrase.",
            "Anybody can read {0} earlier backups and copies: they have no passphrase.",
            number,
        )
        self.open_to_all = wrapped(told.format(count(number)), "warn", line)
        self.close_all = self._button(tr("Delete &them…"), self.deletion_wanted.emit)
        layout.addWidget(self.open_to_all, 1)
        layout.addWidget(self.close_all, 0, Qt.AlignmentFlag.AlignTop)
        line.setVisible(bool(number))
        return line

    def _limits(self) -> str:
        return tr(
            "Not protected: what you export or print, and copies that were made elsewhere. What "
            "was stored before is overwritten, but a drive may keep traces of it."
        )

    def _old(self, number: int) -> str:
        if self._is_set:
            text = tr("&Delete earlier backups and copies, which ask for the present one ({count})")
        else:
            text = tr("&Delete earlier backups and copies, which anybody can read ({count})")
        return text.format(count=number)

    def _fields(self) -> QFormLayout:
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        self.present = PassphraseField(tr("Present passphrase"), self)
        self.new = PassphraseField(tr("New passphrase"), self)
        self.again = PassphraseField(tr("Once more"), self)
        self.present.setVisible(self._is_set)
        if self._is_set:
            form.addRow(tr("Pr&esent passphrase"), self.present)
        form.addRow(tr("&New passphrase"), self.new)
        form.addRow(tr("&Once more"), self.again)
        self.show_them = QCheckBox(tr("S&how them"), self)
        form.addRow("", self.show_them)
        for field in (self.present, self.new, self.again):
            self.show_them.toggled.connect(field.show_letters)
            field.textChanged.connect(self._look)
            field.capitals.connect(self._tell_capitals)
        return form

    def _warning(self) -> QLabel:
        text = tr(
            "A forgotten passphrase cannot be recovered, by anybody. Write it down and keep it "
            "away from this computer."
        )
        return wrapped(text, "warn", self)

    def _buttons(self) -> QHBoxLayout:
        line = row()
        self.remove = self._button(tr("&Remove the passphrase"), self._ask_removal)
        self.remove.setVisible(self._is_set)
        self.cancel = self._button(tr("&Cancel"), self.reject)
        self.go = self._button(
            tr("C&hange it") if self._is_set else tr("&Set it"), self._ask, "primary"
        )
        self.go.setDefault(True)
        line.addWidget(self.remove)
        line.addStretch(1)
        line.addWidget(self.cancel)
        line.addWidget(self.go)
        return line

    def _button(self, text: str, slot: object, kind: str = "") -> QPushButton:
        made = button(text, kind, self)
        made.setAutoDefault(False)
        made.clicked.connect(slot)
        return made

    def _look(self) -> None:
        new, again = self.new.text(), self.again.text()
        strength = passphrase.strength(new)
        known = bool(self.present.text()) or not self._is_set
        self.go.setEnabled(known and strength > Strength.SHORT and new == again)
        self.remove.setEnabled(known)
        differs = bool(again) and not new.startswith(again)
        told = tr("The two are not the same.") if differs else self._strength(strength, new)
        self.says.setText(told)

    def _strength(self, strength: Strength, new: str) -> str:
        if not new:
            return tr("A few words that do not belong together are strong and easy to keep.")
        return {
            Strength.SHORT: tr("Too short: {least} letters or more.").format(
                least=passphrase.LEAST_LETTERS
            ),
            Strength.WEAK: tr("Weak: soon guessed. More words help more than odd signs."),
            Strength.FAIR: tr("Fair. One more word makes it strong."),
            Strength.STRONG: tr("Strong."),
        }[strength]

    def _tell_capitals(self, on: bool) -> None:
        if on:
            self.says.setText(tr("Caps Lock seems to be on."))

    def _ask(self) -> None:
        self.wanted.emit(self.present.text(), self.new.text())

    def _ask_removal(self) -> None:
        self.wanted.emit(self.present.text(), "")

    def begin(self, what: str) -> None:
        """Say what goes on; nothing else can be done meanwhile but to stop it."""
        self._show_work(True)
        self.says.setText(what)

    def show_percent(self, percent: int) -> None:
        """Show how far it is."""
        self.bar.setRange(0, 100)
        self.bar.setValue(percent)

    def tell(self, problem: str) -> None:
        """Say what went wrong; all is as it was."""
        self._show_work(False)
        self._look()
        self.says.setText(problem)

    def _show_work(self, working: bool) -> None:
        self._working, self.stopping = working, self.stopping and working
        self.bar.setRange(0, 0)
        self.bar.setVisible(working)
        self.cancel.setFocus(Qt.FocusReason.OtherFocusReason)
        entries = (self.present, self.new, self.again, self.show_them, self.delete_old)
        for widget in (*entries, self.go, self.remove, self.close_all):
            widget.setEnabled(not working)

    def reject(self) -> None:
        """Leave; work that goes on is stopped first, and closes the dialog then."""
        if self._working:
            self.stopping = True
        else:
            super().reject()
