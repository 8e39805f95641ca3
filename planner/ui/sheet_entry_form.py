"""A whole sheet to be typed in: its sessions one below the other, and the keys between them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QScrollArea, QWidget

from planner.coach.sheet_grid import SheetGrid, check_day
from planner.ui.sheet_entry_day import Days
from planner.ui.sheet_entry_fields import BoxField, EntryField, NoteField, SheetKeys
from planner.ui.sheet_entry_line import SheetLine, overlay
from planner.ui.sheet_entry_session import SessionForm, SheetCheckIn
from planner.ui.widgets import column, scrolling

MARGIN_PX = 48  # that stay in sight above and below the box with the focus


class SheetForm(QWidget):
    """`changed` says that something was typed; `finished` that Enter left the last box.

    The first session is there at once, the others follow while the first key is pressed.
    """

    changed = Signal()
    finished = Signal()

    def __init__(
        self, grid: SheetGrid, edits: Mapping[str, str], today: date, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.grid, self._today, self._before = grid, today, dict(edits)
        self.sessions: list[SessionForm] = []
        self.check_in: SheetCheckIn | None = None
        self._keys = SheetKeys(self)
        self._rows: list[list[EntryField]] = []
        self._told_of: QObject | None = None  # the line that had the focus last
        self._inner = QWidget(self)
        self._column = column(self._inner, spacing=12)
        self._column.addStretch(1)
        self._more = QTimer(self, interval=0)
        self._more.timeout.connect(self._build_next)
        self._build_next()
        self._area = self._scrolling()
        self._connect()
        self._more.start()

    def edits(self) -> dict[str, str]:
        """Return what was typed and is not in the log, by key."""
        fields = [field for row in self._rows for field in row]
        made = {field.key: field.value() for field in fields if field.edited()}
        built = {field.key for field in fields}
        return made | {key: text for key, text in self._before.items() if key not in built}

    def complete(self) -> None:
        """Have all sessions there."""
        while self.check_in is None:
            self._build_next()

    def focus_first(self, open_box: bool = False) -> None:
        """Put the focus into the first open box; with `open_box` into one to answer."""
        found = self._first_open(open_box)
        while found is None and self.check_in is None:
            self._build_next()
            found = self._first_open(open_box)
        first = found or next((box for line in self._lines() for box in line.boxes), None)
        if first is not None:
            first.setFocus(Qt.FocusReason.TabFocusReason)

    def focus_key(self, key: str) -> None:
        """Put the focus into the field with a key."""
        self.complete()
        for field in (field for row in self._rows for field in row if field.key == key):
            field.setFocus(Qt.FocusReason.TabFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the rows into the width."""
        super().resizeEvent(event)
        for session in self.sessions:
            session.fit(event.size().width())

    def _first_open(self, open_box: bool) -> BoxField | None:
        found = (line.first_open(open_box) for line in self._lines())
        return next((box for box in found if box is not None), None)

    def _lines(self) -> list[SheetLine]:
        return [line for session in self.sessions for line in session.lines]

    def _build_next(self) -> None:
        """Build the next session, or at last the check-in."""
        place = len(self.sessions)
        if place < len(self.grid.sessions):
            grid, made = self.grid, self.grid.sessions[place]
            named = replace(made, name=grid.called[made.key])
            days = Days(grid.starts_on, self._today)
            session = SessionForm(named, grid.unit, days, self._keys, self._inner)
            self.sessions.append(session)
            session.fit(self.width())
            self._add(session, session.rows())
            session.tell_day()
            for line in session.lines:
                line.reread()
        elif self.check_in is None:
            self.check_in = SheetCheckIn(self.grid, self._keys, self._inner)
            self._add(self.check_in, [[*self.check_in.fields]])
            self._show_check_in(self.check_in)
        else:
            self._more.stop()

    def _add(self, part: QWidget, rows: list[list[EntryField]]) -> None:
        self._column.insertWidget(self._column.count() - 1, part)
        self._rows += rows
        overlay([field for row in rows for field in row], self._before)

    def _scrolling(self) -> QScrollArea:
        area = scrolling(self._inner, self)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        column(self).addWidget(area)
        return area

    def _connect(self) -> None:
        self._keys.stepped.connect(self._step)
        self._keys.moved.connect(self._move)
        self._keys.row_planned.connect(self._plan_row)
        self._keys.day_wanted.connect(self._step_day)
        self._keys.note_wanted.connect(self._note)
        self._keys.focused.connect(self._look_at)
        self._keys.typed.connect(self._follow)

    def _look_at(self, field: EntryField) -> None:
        """Tell of the box with the focus, and have it in sight."""
        for line in (self._told_of, field.parent()):
            if isinstance(line, SheetLine):
                line.tell()
        self._told_of = line = field.parent()
        if isinstance(line, SheetLine) and line.says.isVisible():
            self._area.ensureWidgetVisible(line.says, 0, 0)
        self._area.ensureWidgetVisible(field, 0, MARGIN_PX)

    def _follow(self, field: EntryField) -> None:
        line = field.parent()
        if isinstance(line, SheetLine):
            line.reread()
        for session in (each for each in self.sessions if each.day is field):
            session.tell_day()
        if self.check_in is not None:
            self._show_check_in(self.check_in)
        self.changed.emit()

    def _show_check_in(self, check_in: SheetCheckIn) -> None:
        check_in.show_day(check_day(self.grid.sessions, self.edits()), self._today)
        check_in.reread()

    def _step(self, field: EntryField, step: int) -> None:
        """Go to the next box in the order of the paper; days and notes are passed over."""
        self.complete()
        fields = [each for row in self._rows for each in row]
        places = range(fields.index(field) + step, len(fields) if step > 0 else -1, step)
        onward = (fields[place] for place in places if isinstance(fields[place], BoxField))
        following = next(onward, None)
        if following is not None:
            following.setFocus(Qt.FocusReason.TabFocusReason)
        elif step > 0:
            self.finished.emit()

    def _move(self, field: EntryField, rows: int) -> None:
        """Go to the row above or below, to the box of the same number."""
        self.complete()
        number = next(place for place, row in enumerate(self._rows) if field in row)
        if 0 <= number + rows < len(self._rows):
            wanted = self._rows[number + rows]
            boxes = [each for each in wanted if isinstance(each, BoxField)] or wanted[:1]
            place = self._rows[number].index(field)
            boxes[min(place, len(boxes) - 1)].setFocus(Qt.FocusReason.TabFocusReason)

    def _plan_row(self, field: EntryField) -> None:
        """Fill a row as planned and go on, or to its first box that only the paper can tell."""
        line = field.parent()
        if not isinstance(line, SheetLine):
            return
        left = line.put_planned()
        self._follow(field)
        if left is None:
            self._step(line.boxes[-1], 1)
        else:
            left.setFocus(Qt.FocusReason.TabFocusReason)
            line.ask(left)

    def _step_day(self, field: EntryField, days: int) -> None:
        session = next((each for each in self.sessions if each.isAncestorOf(field)), None)
        if session is not None:
            session.day.step(days)

    def _note(self, field: EntryField) -> None:
        line = field.parent()
        notes = line.findChildren(NoteField) if isinstance(line, SheetLine) else []
        for note in notes:
            note.setFocus(Qt.FocusReason.TabFocusReason)
