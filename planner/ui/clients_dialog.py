"""All lifters in one list: found, sorted, opened, archived, started on a program."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QCheckBox, QDialog, QHBoxLayout, QLineEdit, QPushButton, QWidget

from planner.coach import client_list
from planner.language import tr
from planner.ui import counts
from planner.ui.clients_model import ClientsModel
from planner.ui.clients_table import ARCHIVED, ClientsTable
from planner.ui.dialog_sizes import open_at
from planner.ui.fitting import tab_through
from planner.ui.row_menu import RowMenu
from planner.ui.slices import Slices
from planner.ui.widgets import button, column, label, row, wrapped
from planner.ui.writing import writes

MARGIN = 24  # px
FRAME = QSize(32, 32)  # px of the window around it that stay in sight


class ClientsDialog(QDialog):
    """`opened` carries a lifter's id, the others lists of ids; nothing is written here."""

    opened = Signal(int)
    archive_wanted = Signal(list)
    back_wanted = Signal(list)
    program_wanted = Signal(list)
    skills_wanted = Signal()
    undo_wanted = Signal()

    def __init__(self, parent: QWidget, today: date) -> None:
        super().__init__(parent)
        self._today = today
        self.setWindowTitle(tr("All lifters"))
        open_at(self, parent.window().size() - FRAME)
        self.model = ClientsModel(today, self)
        self.table = ClientsTable(self.model, self)
        self.reader = Slices(self, self.table.in_sight)
        self._count, self._news = label("", "muted", self), wrapped("", "small", self)
        layout = column(self, margin=MARGIN, spacing=12)
        layout.addLayout(self._top())
        layout.addWidget(self.table, 1)
        layout.addWidget(self._news)
        layout.addLayout(self._bottom())
        tab_through((self.search, self.archived, self.table, self.program))
        self._connect()
        self.tell("")
        self.refresh()
        self.search.setFocus()

    def _top(self) -> QHBoxLayout:
        line = row(spacing=16)
        self.search = QLineEdit(self)
        self.search.setPlaceholderText(tr("Find by name or note"))
        self.search.setAccessibleName(tr("Find by name or note"))
        self.search.setClearButtonEnabled(True)
        self.search.setMaximumWidth(320)
        self.search.installEventFilter(self)
        self.archived = QCheckBox(tr("A&rchived, too"), self)
        line.addWidget(label(self.windowTitle(), "title", self))
        line.addWidget(self.search, 1)
        line.addWidget(self.archived)
        line.addStretch(1)
        line.addWidget(self._count)
        return line

    def _bottom(self) -> QHBoxLayout:
        line = row()
        self.program = self._button(tr("Start a &program…"), self._ask_program)
        self.archive = self._button(tr("&Archive"), self._ask_archive)
        close = self._button(tr("&Close"), self.reject)
        self.open_one = self._button(tr("&Open"), self.accept, "primary")
        self.open_one.setDefault(True)
        line.addWidget(self.program)
        line.addWidget(self.archive)
        line.addWidget(self._button(tr("S&kills…"), self.skills_wanted.emit))
        line.addStretch(1)
        line.addWidget(close)
        line.addWidget(self.open_one)
        return line

    def _button(self, text: str, slot: Callable[[], None], kind: str = "") -> QPushButton:
        made = button(text, kind, self)
        made.setAutoDefault(False)
        made.clicked.connect(slot)
        return made

    def _connect(self) -> None:
        self.search.textChanged.connect(self._find)
        self.archived.toggled.connect(self._find)
        self.table.doubleClicked.connect(self.accept)
        self.table.selectionModel().selectionChanged.connect(self._show_marked)
        self.reader.made.connect(self.model.take)
        self.reader.finished.connect(self.model.sort_again)
        self.reader.finished.connect(self.table.share_room)
        self.finished.connect(self.reader.stop)
        QShortcut(QKeySequence.StandardKey.Undo, self, self.undo_wanted.emit)
        QShortcut(QKeySequence.StandardKey.Find, self, self._go_to_search)
        delete = QAction(tr("Archive or bring back"), self.table)
        delete.setShortcut(QKeySequence.StandardKey.Delete)
        delete.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        delete.triggered.connect(self._ask_archive)
        self.table.addAction(delete)
        RowMenu(self.table, self.open_one, self.program, self.archive)
        writes(delete, self.program, self.archive)

    def refresh(self) -> None:
        """Show what is true now, with the same lifters marked."""
        marked = self.marked_ids()
        clients = client_list.clients(self._today)
        self.model.show_clients(clients)
        self._show_found(set(marked))
        self._read()

    def tell(self, news: str) -> None:
        """Say below the table what was done."""
        self._news.setText(news)
        self._news.setVisible(bool(news))

    def marked_ids(self) -> list[int]:
        """Return the ids of the lifters that are marked."""
        return [each.lifter.id or 0 for each in self.table.marked()]

    def accept(self) -> None:
        """Open the lifter that the keyboard is on; one who is archived is brought back first."""
        client = self.table.current()
        if client is None:
            return
        key = client.lifter.id or 0
        if client.lifter.archived_on is not None:
            self.back_wanted.emit([key])
        super().accept()
        self.opened.emit(key)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Walk from the search field into the table with the arrows."""
        steps = (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp)
        pressed = event.key() if isinstance(event, QKeyEvent) else None
        if watched is not self.search or pressed not in steps:
            return super().eventFilter(watched, event)
        if event.type() == QEvent.Type.KeyPress:
            self.table.setFocus()
        return True

    def _go_to_search(self) -> None:
        self.search.setFocus()
        self.search.selectAll()

    def _find(self) -> None:
        marked = set(self.marked_ids())
        self.table.setColumnHidden(ARCHIVED, not self.archived.isChecked())
        self.model.find(self.search.text(), self.archived.isChecked())
        self._show_found(marked)
        self._read()

    def _show_found(self, marked: set[int]) -> None:
        found = self.model.rowCount()
        self._count.setText(counts.lifters(found) if found else tr("Nobody found"))
        if found:
            self.table.mark(marked)
        self._show_marked()

    def _read(self) -> None:
        """Let the engine read those in the list of whom anything may have changed."""
        shown = (each.lifter for each in self.model.shown() if not each.locked)
        unsure = [each for each in shown if not client_list.is_sure(each, self._today)]
        self.reader.begin(
            {each.id: partial(client_list.reading_state, each, self._today) for each in unsure}
        )

    def _show_marked(self) -> None:
        marked = self.table.marked()
        for each in (self.program, self.archive, self.open_one):
            each.setEnabled(bool(marked))
        away = self._all_archived()
        self.archive.setText(tr("&Bring back") if away else tr("&Archive"))
        locked = any(each.locked for each in marked)
        self.archive.setEnabled(bool(marked) and not locked)
        self.program.setEnabled(bool(marked) and not away and not locked)

    def _all_archived(self) -> bool:
        marked = self.table.marked()
        return bool(marked) and all(each.lifter.archived_on is not None for each in marked)

    def _ask_archive(self) -> None:
        marked = self.table.marked()
        if not marked or not self.archive.isEnabled():
            return
        here = [each.lifter.id for each in marked if each.lifter.archived_on is None]
        if here:
            self.archive_wanted.emit(here)
        else:
            self.back_wanted.emit(self.marked_ids())

    def _ask_program(self) -> None:
        here = [each.lifter for each in self.table.marked()]
        self.program_wanted.emit([each.id for each in here if each.archived_on is None])
