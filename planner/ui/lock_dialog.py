"""Set, change or remove the lock of a lifter; and what to do when its PIN is forgotten."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QSizePolicy,
    QWidget,
)

from planner.coach import lifter_lock
from planner.language import ntr, tr
from planner.ui.dialog_foot import foot
from planner.ui.fitting import fit_screen
from planner.ui.passphrase_field import PassphraseField
from planner.ui.widgets import button, column, row, wrapped

WIDTH = 480  # px
MINUTES = (1, 5, 15, 30, 0)
ADJUST = QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon  # not the longest entry


class LockDialog(QDialog):
    """`wanted` carries the present PIN, the new one ('' keeps it) and the minutes; `removed` the
    present PIN; `shut` asks to lock now."""

    wanted = Signal(str, str, int)
    removed = Signal(str)
    shut = Signal()

    def __init__(self, parent: QWidget, name: str, is_set: bool, minutes: int) -> None:
        super().__init__(parent)
        self._is_set = is_set
        self.setWindowTitle(tr("Lock"))
        self.setMinimumWidth(WIDTH)
        layout = column(self, margin=24, spacing=12)
        layout.addWidget(wrapped(tr("Lock {name}").format(name=name), "title", self))
        layout.addWidget(wrapped(self._about(), parent=self))
        layout.addLayout(self._fields(minutes))
        self.says = wrapped("", "muted", self)
        layout.addWidget(self.says)
        layout.addWidget(wrapped(self._limits(), "small", self))
        layout.addLayout(self._buttons())
        fit_screen(layout)
        self._look()

    def _about(self) -> str:
        return tr(
            "On a shared computer: whoever wants to see this lifter's plan, log or charts types a "
            "PIN first. Lists and prints of everybody show the name only, or leave them out."
        )

    def _limits(self) -> str:
        return tr(
            "Keeps others from looking by chance; it does not encrypt. For that use "
            "File\N{NO-BREAK SPACE}›\N{NO-BREAK SPACE}Passphrase…"
        )

    def _fields(self, minutes: int) -> QFormLayout:
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        self.present = PassphraseField(tr("Present PIN"), self)
        self.new = PassphraseField(tr("New PIN"), self)
        self.again = PassphraseField(tr("Once more"), self)
        self.present.setVisible(self._is_set)
        if self._is_set:
            form.addRow(tr("P&resent PIN"), self.present)
            self.new.setPlaceholderText(tr("As it is"))
        form.addRow(tr("&New PIN"), self.new)
        form.addRow(tr("&Once more"), self.again)
        self.show_them = QCheckBox(tr("&Show them"), self)
        form.addRow("", self.show_them)
        for field in (self.present, self.new, self.again):
            self.show_them.toggled.connect(field.show_letters)
            field.textChanged.connect(self._look)
        self.minutes = QComboBox(self)
        self.minutes.setSizeAdjustPolicy(ADJUST)
        self.minutes.setMinimumContentsLength(16)
        self.minutes.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        for each in MINUTES:
            self.minutes.addItem(self._after(each), each)
        self.minutes.setCurrentIndex(max(self.minutes.findData(minutes), 0))
        form.addRow(tr("Lock &again"), self.minutes)
        return form

    def _after(self, minutes: int) -> str:
        if not minutes:
            return tr("when another lifter is shown, and at each start")
        words = ntr(
            "also after a minute without a key or click",
            "also after {count} minutes without a key or click",
            minutes,
        )
        return words.format(count=minutes)

    def _buttons(self) -> QHBoxLayout:
        beside = QWidget(self)
        line = row(beside)
        self.remove = button(tr("Remo&ve"), "", beside)
        self.now = button(tr("Lock no&w"), "", beside)
        for each in (self.remove, self.now):
            each.setAutoDefault(False)
            each.setVisible(self._is_set)
            line.addWidget(each)
        self.remove.clicked.connect(lambda: self.removed.emit(self.present.text()))
        self.now.clicked.connect(self._shut_now)
        return foot(self, tr("&Keep") if self._is_set else tr("&Lock"), beside)

    def _shut_now(self) -> None:
        self.reject()
        self.shut.emit()

    def _look(self) -> None:
        new, again = self.new.text(), self.again.text()
        if again and not new.startswith(again):
            self._say(tr("The two are not the same."))
        elif 0 < len(new) < lifter_lock.LEAST_LETTERS:
            self._say(_too_short())
        else:
            self._say("")

    def _say(self, words: str) -> None:
        self.says.setText(words)
        self.says.setVisible(bool(words))

    def accept(self) -> None:
        """Ask to keep what was typed, if it can be kept; who stores it closes the dialog."""
        new, again = self.new.text(), self.again.text()
        if new != again:
            self._say(tr("The two are not the same."))
        elif len(new) < lifter_lock.LEAST_LETTERS and (new or not self._is_set):
            self._say(_too_short())
        else:
            self.wanted.emit(self.present.text(), new, self.minutes.currentData())

    def tell(self, problem: str) -> None:
        """Say why nothing was stored."""
        self._say(problem)
        self.present.setFocus()
        self.present.selectAll()

    def close_stored(self) -> None:
        """Close, since it is stored."""
        super().accept()


def _too_short() -> str:
    least = lifter_lock.LEAST_LETTERS
    return tr("{least} letters or digits, or more.").format(least=least)


class ForgottenDialog(QDialog):
    """Says who may take a lock away; `removed` carries the database's passphrase, '' without."""

    removed = Signal(str)

    def __init__(self, parent: QWidget, name: str, protected: bool) -> None:
        super().__init__(parent)
        self._protected = protected
        self.setWindowTitle(tr("Forgotten PIN"))
        self.setFixedWidth(WIDTH)
        layout = column(self, margin=24, spacing=12)
        title = tr("Remove the lock of {name}?").format(name=name)
        layout.addWidget(wrapped(title, "title", self))
        layout.addWidget(wrapped(self._about(), parent=self))
        self.field = PassphraseField(tr("Passphrase of the data"), self)
        self.field.setPlaceholderText(tr("Passphrase of the data"))
        self.field.setVisible(protected)
        layout.addWidget(self.field)
        self.says = wrapped("", "muted", self)
        self.says.hide()
        layout.addWidget(self.says)
        layout.addLayout(foot(self, tr("&Remove the lock")))
        fit_screen(layout)

    def _about(self) -> str:
        if self._protected:
            return tr("Whoever knows the passphrase of the data can remove the lock.")
        return tr(
            "The data have no passphrase, so this lock only keeps honest people out: anybody at "
            "this computer can remove it. The lifter will see that it is gone."
        )

    def accept(self) -> None:
        """Ask to remove it; who does it closes the dialog."""
        self.removed.emit(self.field.text())

    def begin(self) -> None:
        """Let nothing else be done while the passphrase is tried."""
        self.setEnabled(False)

    def tell(self, problem: str) -> None:
        """Say why it stays."""
        self.setEnabled(True)
        self.says.setText(problem)
        self.says.show()
        self.field.setFocus()
        self.field.selectAll()

    def close_stored(self) -> None:
        """Close, since it is removed."""
        super().accept()
