"""Choose what takes an exercise's place in the plan, and how far that goes."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QRadioButton,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from planner.coach import replacing
from planner.coach.replacing import Reach
from planner.coach.substitutes import Substitute
from planner.engine.terms import Exercise
from planner.language import tr
from planner.ui import theme, widgets
from planner.ui.dialog_sizes import open_at

_CHOICE = Qt.ItemDataRole.UserRole
USUAL_SIZE = QSize(480, 520)
ROW_PX, PAD_PX = 42, 10
MOST_SHOWN = 60


class ReplaceDialog(QDialog):
    """`chosen` carries a slug and a Reach."""

    chosen = Signal(str, object)

    def __init__(
        self,
        exercise: Exercise,
        done: bool,
        parent: QWidget,
        lifter_id: int | None = None,
        today: date | None = None,
    ) -> None:
        super().__init__(parent)
        self._exercise, self._lifter_id, self._today = exercise, lifter_id, today
        self.setWindowTitle(tr("Replace {name}").format(name=exercise.name))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        open_at(self, USUAL_SIZE)
        layout = widgets.column(self, margin=24, spacing=12)
        layout.addWidget(widgets.ElidedLabel(self.windowTitle(), "title", self))
        layout.addWidget(self._search_field())
        self.found = self._list()
        layout.addWidget(self.found, 1)
        self._none = widgets.wrapped("", "muted", self)
        layout.addWidget(self._none)
        layout.addLayout(self._reaches(done))
        says = tr(
            "Order, sets, reps, rest and note stay. Loads come from the exercise's own log, "
            "else they are open."
        )
        layout.addWidget(widgets.wrapped(says, "small", self))
        layout.addLayout(self._bottom())
        self._find("")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let ↑ and ↓ walk through the list while typing goes on."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
            if watched is self.search and step is not None:
                last = self.found.count() - 1
                self.found.setCurrentRow(min(max(self.found.currentRow() + step, 0), last))
                return True
        return super().eventFilter(watched, event)

    def reach(self) -> Reach:
        """Return how far the replacement goes."""
        return tuple(Reach)[self._group.checkedId()]

    def _search_field(self) -> QLineEdit:
        self.search = QLineEdit(self)
        self.search.setPlaceholderText(tr("Search all exercises…"))
        self.search.setAccessibleName(tr("Search exercises"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._find)
        self.search.installEventFilter(self)
        return self.search

    def _list(self) -> QListWidget:
        made = QListWidget(self)
        made.setProperty("role", "card")
        made.setAccessibleName(tr("Exercises that may take its place"))
        made.setItemDelegate(SubstituteDelegate(made))
        made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        made.itemDoubleClicked.connect(self._choose)
        return made

    def _reaches(self, done: bool) -> QHBoxLayout:
        """Offer how far to go; a session that is done stays as it is."""
        line = widgets.row(spacing=16)
        self._group = QButtonGroup(self)
        names = (tr("This &session"), tr("This &week"), tr("Rest of the &block"))
        for number, name in enumerate(names):
            made = QRadioButton(name, self)
            self._group.addButton(made, number)
            line.addWidget(made)
        self._group.button(0).setEnabled(not done)
        self._group.button(1 if done else 0).setChecked(True)
        line.addStretch(1)
        return line

    def _bottom(self) -> QHBoxLayout:
        line = widgets.row()
        cancel = widgets.button(tr("Cancel"), parent=self)
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.reject)
        self.take = widgets.button(tr("Replace"), "primary", self)
        self.take.setDefault(True)
        self.take.clicked.connect(self._choose)
        line.addStretch(1)
        line.addWidget(cancel)
        line.addWidget(self.take)
        return line

    def _find(self, text: str) -> None:
        self.found.clear()
        choices = replacing.choices(self._exercise.slug, text, self._lifter_id, self._today)
        for choice in choices[:MOST_SHOWN]:
            item = QListWidgetItem(self.found)
            item.setData(_CHOICE, choice)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{choice.name}, {choice.why}")
            item.setToolTip(f"{choice.name}\n{choice.why}".strip())
        self.found.setCurrentRow(0)
        self.found.setVisible(bool(choices))
        self.take.setEnabled(bool(choices))
        typed = tr("Nothing found. Try fewer letters, or another name for it.")
        alone = tr("Nothing close to it in the library. Search for what you have in mind.")
        self._none.setText(typed if text.strip() else alone)
        self._none.setVisible(not choices)

    def _choose(self) -> None:
        item = self.found.currentItem()
        if item is not None:
            self.chosen.emit(item.data(_CHOICE).slug, self.reach())
            self.accept()


class SubstituteDelegate(QStyledItemDelegate):
    """Paints a name, and below it why the exercise would do."""

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint one exercise."""
        choice: Substitute = index.data(_CHOICE)
        tokens, room = theme.current(), QRect(option.rect)
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(room, QColor(tokens.soft))
        room.adjust(PAD_PX, 4, -PAD_PX, -4)
        lines = [(choice.name, tokens.text)] + ([(choice.why, tokens.muted)] if choice.why else [])
        height = room.height() // len(lines)
        for number, (text, colour) in enumerate(lines):
            line = QRect(room.left(), room.top() + number * height, room.width(), height)
            painter.setPen(QColor(colour))
            mode = Qt.TextElideMode.ElideRight
            shown = painter.fontMetrics().elidedText(text, mode, line.width())
            painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, shown)
        painter.restore()

    def sizeHint(
        self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Return the size of a row."""
        return QSize(100, theme.grown(ROW_PX))
