"""An exercise of a sheet that is typed in: its name, its boxes as on paper, and what they say."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QGridLayout, QVBoxLayout, QWidget

from planner.coach.sheet_boxes import (
    PLANNED,
    Reading,
    how_many,
    planned_amount,
    planned_text,
)
from planner.coach.sheet_grid import Line, read
from planner.engine.terms import Side, Unit
from planner.language import tr
from planner.ui import theme
from planner.ui.layout_parts import clear_places
from planner.ui.sheet_entry_fields import BOX_WIDTH, BoxField, EntryField, NoteField, SheetKeys
from planner.ui.sheet_read_as import ReadAs, read_as
from planner.ui.sheet_told import Told, of_row, said
from planner.ui.widgets import ElidedLabel, column, row, wrapped

NAME_WIDTH, NOTE_WIDTH = 190, 112  # px
BOXES_IN_ROW = 5
EDGE, GAP, BOX_GAP = 12, theme.GRID, 4  # px
READ_PX = 15  # the line below a box


class SheetLine(QFrame):
    """Says at once, below each box, what it is read as; what is wrong stands below the row."""

    def __init__(self, line: Line, unit: Unit, keys: SheetKeys, parent: QWidget) -> None:
        super().__init__(parent)
        self.line, self._unit = line, unit
        self.setProperty("role", "setrow")
        self.boxes: list[BoxField] = []
        self._rows = {box.key: box.row for box in line.boxes}
        self._keys = keys
        self._texts: list[ReadAs] = []  # below the boxes, each as long as there is room
        self._readings: list[Reading] = []
        self.note = NoteField(line.note_key, line.note, tr("Note (N)"), keys, self)
        self.note.setAccessibleName(tr("Note on {0}").format(line.exercise.name))
        self.note.setFixedWidth(theme.grown(NOTE_WIDTH))
        self.says = wrapped("", "error", self)
        self.says.hide()
        self._build()
        self.reread()

    def fields(self) -> list[EntryField]:
        """Return all fields, the note last."""
        return [*self.boxes, self.note]

    def put_planned(self) -> BoxField | None:
        """Fill the empty boxes as planned; return the first for which that says no number."""
        left = [box for box in self.boxes if not box.value()]
        known = [box for box in left if planned_amount(self._rows[box.key]) is not None]
        for box in known:
            box.put(PLANNED)
        self.reread()
        return next((box for box in left if box not in known), None)

    def ask(self, box: BoxField) -> None:
        """Ask how many there were in a box that is planned as a range."""
        self._say(how_many(self._rows[box.key]), "warn")

    def reread(self) -> None:
        """Show what the boxes say."""
        edits = {box.key: box.value() for box in self.boxes if box.edited()}
        readings = read(self.line, edits, self._unit)
        for box, made in zip(self.boxes, readings, strict=True):
            box.show_reading(made)
        self._texts = [
            read_as(made, self._rows[box.key], self.line.exercise, self._unit)
            if box.edited() and not made.problem
            else ReadAs()
            for box, made in zip(self.boxes, readings, strict=True)
        ]
        self._readings = readings
        self._show_whole()
        self._make_room()
        self.update()
        self.tell()

    def _show_whole(self) -> None:
        """Have under the mouse what a box was read as, where that is shorter below it, and why it
        is red or amber."""
        metrics = QFontMetrics(theme.small(self.font()))
        for box, texts, made in zip(self.boxes, self._texts, self._readings, strict=True):
            below = texts.lines(metrics, _room(box))
            whole = "" if below == texts.texts else texts.whole
            box.setToolTip("\n".join(filter(None, (whole, said(made)))))

    def tell(self) -> None:
        """Say what is wrong or asked: of the box with the focus first, then of the others."""
        boxes = zip(self.boxes, self._readings, strict=True)
        self._say(*of_row([Told(b.value() or b.stored, made, b.hasFocus()) for b, made in boxes]))

    def first_open(self, open_box: bool = False) -> BoxField | None:
        """Return the first box that is empty, or the first that is still to answer."""
        if open_box:
            return next((box for box in self.boxes if box.is_open()), None)
        return next((box for box in self.boxes if not box.value()), None)

    def fit(self, width: int) -> None:
        """Have name and note above and below the boxes where there is no room beside them."""
        box, sides = theme.grown(BOX_WIDTH) + BOX_GAP, theme.grown(NAME_WIDTH + NOTE_WIDTH)
        narrow = width < 2 * EDGE + sides + 2 * GAP + BOXES_IN_ROW * box
        ways = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._line.setDirection(ways[0] if narrow else ways[1])
        self.says.setIndent(EDGE if narrow else EDGE + theme.grown(NAME_WIDTH) + GAP)
        room = (width - 2 * EDGE + BOX_GAP) // box if narrow else BOXES_IN_ROW
        self._place(min(max(room, 2), BOXES_IN_ROW))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Write below each box what it is read as; a label for each would take too long."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setFont(theme.small(self.font()))
        painter.setPen(QColor(theme.current().muted))
        tall = theme.grown(READ_PX)
        for box, texts in zip(self.boxes, self._texts, strict=True):
            below = QRect(box.x() + 2, box.geometry().bottom() + 1, _room(box), tall)
            for text in texts.lines(painter.fontMetrics(), below.width()):
                painter.drawText(below, Qt.AlignmentFlag.AlignCenter, text)
                below.translate(0, tall)

    def _build(self) -> None:
        box = column(self, spacing=0)
        self._line = line = row(spacing=GAP)
        line.setContentsMargins(EDGE, 4, EDGE, 2)
        line.addLayout(self._named())
        boxes = row()
        boxes.addLayout(self._boxed())
        boxes.addStretch(1)
        line.addLayout(boxes, 1)
        line.addWidget(self.note, 0, Qt.AlignmentFlag.AlignTop)
        box.addLayout(line)
        self.says.setIndent(EDGE + theme.grown(NAME_WIDTH) + GAP)
        self.says.setContentsMargins(0, 0, 0, 4)
        box.addWidget(self.says)

    def _named(self) -> QVBoxLayout:
        named = QVBoxLayout()
        named.setSpacing(0)
        for text, role in ((self.line.exercise.name, ""), (self.line.words, "small")):
            shown = ElidedLabel(text, role, self)
            shown.setFixedWidth(theme.grown(NAME_WIDTH))
            named.addWidget(shown)
        named.addStretch(1)
        return named

    def _boxed(self) -> QGridLayout:
        self._grid = grid = QGridLayout()
        grid.setHorizontalSpacing(BOX_GAP)
        grid.setVerticalSpacing(0)
        for place, made in enumerate(self.line.boxes):
            planned = planned_text(made.row, self.line.exercise, self._unit)
            field = BoxField(made.key, made.text, planned, self._keys, self)
            name = tr("{0}, set {1}, planned {2}")
            field.setAccessibleName(
                name.format(self.line.exercise.name, place + 1, planned or tr("nothing"))
            )
            self.boxes.append(field)
        self._across = 0
        self._place(BOXES_IN_ROW)
        return grid

    def _place(self, across: int) -> None:
        """Put so many boxes side by side; left and right stay together."""
        if self.line.boxes and self.line.boxes[0].row.side is not Side.BOTH:
            across -= across % 2
        if across == self._across:
            return
        self._across = across
        clear_places(self._grid)
        for number in range(self._grid.rowCount()):
            self._grid.setRowMinimumHeight(number, 0)
        for place, field in enumerate(self.boxes):
            self._grid.addWidget(field, *divmod(place, across), Qt.AlignmentFlag.AlignTop)
        self._make_room()

    def _make_room(self) -> None:
        """Have room below each row of boxes for the lines of what they were read as."""
        metrics = QFontMetrics(theme.small(self.font()))
        for first in range(0, len(self.boxes), self._across):
            field, told = self.boxes[first], self._texts[first : first + self._across]
            most = max((len(texts.lines(metrics, _room(field))) for texts in told), default=1)
            tall = field.sizeHint().height() + most * theme.grown(READ_PX)
            if tall != self._grid.rowMinimumHeight(first // self._across):
                self._grid.setRowMinimumHeight(first // self._across, tall)

    def _say(self, text: str, role: str) -> None:
        if self.says.property("role") != role:
            self.says.setProperty("role", role)
            self.says.style().polish(self.says)
        self.says.setText(text)
        self.says.setVisible(bool(text))


def _room(box: BoxField) -> int:
    return box.minimumWidth() - 2


def overlay(fields: list[EntryField], edits: Mapping[str, str]) -> None:
    """Show what was typed before over what the log has."""
    for field in fields:
        if field.key in edits:
            field.put(edits[field.key])
