"""The week: a column a day, one place selected, edited in place and by keyboard."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QMimeData, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from planner.engine.terms import Unit
from planner.ui import plan_drag, plan_edits, widgets
from planner.ui.day_column import DayColumn
from planner.ui.plan_edits import Carried, Changes, Edit
from planner.ui.plan_week import Spot, Week
from planner.ui.prescription_editor import PrescriptionEditor, RenameField
from planner.ui.week_menu import WeekMenu

EDITOR_WIDTH = 292  # px
TRAINING_SHARE, REST_SHARE = 2, 1  # of the width
_STEPS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


class WeekGrid(QWidget):
    """Shows a week and turns what the user does to it into wanted edits."""

    wanted = Signal(str, object, object)
    start_wanted = Signal(int)  # planned session id
    week_wanted = Signal(int)  # weeks back or forth

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.week = Week(0, ())
        self.spot = Spot(0)
        self.copied: Carried | None = None
        self._awaited: Spot | None = None  # just made: to be selected when it is there
        self._unit = Unit.KG
        self._columns: list[DayColumn] = []
        self._editor: PrescriptionEditor | RenameField | None = None
        self._canvas = QWidget(self)
        self._days = widgets.row(self._canvas, spacing=6)
        self._area = widgets.scrolling(self._canvas, self)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        widgets.column(self).addWidget(self._area)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Planned week"))
        self.menu = WeekMenu(self)

    def show_week(self, week: Week, unit: Unit) -> None:
        """Show a week; selection, scrolling and what is half typed stay where they can."""
        same = week.id == self.week.id
        index = self.week.index(self.spot)
        self.week, self._unit = week, unit
        self._make_columns(len(week.days))
        for number, (column, day) in enumerate(zip(self._columns, week.days, strict=True)):
            column.show_day(day)
            self._days.setStretch(number, TRAINING_SHARE if day.cards else REST_SHARE)
        self.spot = week.kept(self.spot, index) if same else week.first()
        self._show_selection()
        self._place_editor()
        self._forget_copied()
        self._show_awaited()

    def select(self, spot: Spot) -> None:
        """Select a spot, save what was being typed elsewhere, and keep it in sight."""
        self._close_editor(save=True)
        self.spot = spot
        self._show_selection()
        where = self._columns[spot.day].spot_widget(spot)
        self._area.ensureWidgetVisible(where, 0, 8)
        self.setAccessibleDescription(where.accessibleName())
        if self.hasFocus():
            QAccessible.updateAccessibility(QAccessibleEvent(where, QAccessible.Event.Focus))

    def finish_edit(self) -> str:
        """Save and close what is being typed; return what is wrong with it, '' when all is well.

        What cannot be read is closed too, and not saved.
        """
        editor = self._editor
        if editor is None:
            return ""
        self._close_editor(save=True)
        if self._editor is None:
            return ""
        problem = editor.problem()
        self._close_editor(save=False)
        return problem

    def await_session(self, session: object) -> None:
        """Select a session that was just made, by id, and let it be named."""
        self._awaited = Spot(0, session if isinstance(session, int) else None)
        self._show_awaited()

    def await_line(self, line: object) -> None:
        """Select a line that was just made, by id."""
        self._awaited = Spot(0, None, line if isinstance(line, int) else None)
        self._show_awaited()

    def ask(self, edit: Edit | None, then: object = None) -> None:
        """Ask for an edit; nothing happens when there is none to make."""
        if edit is not None:
            self.wanted.emit(edit[0], edit[1], then)

    def edit(self) -> None:
        """Edit what is selected in place: a prescription, a name, or a new session."""
        line = self.week.line(self.spot.line)
        if line is None:
            self.rename() if self.spot.session is not None else self.add_session()
            return
        self._close_editor(save=True)
        editor = PrescriptionEditor(line, self._unit, self._canvas, self.week.gym)
        editor.saved.connect(partial(self._change, line.id))
        editor.grown.connect(self._place_editor)
        self._open(editor)

    def rename(self) -> None:
        """Rename the selected session in place."""
        card = self.week.card(self.spot.session)
        if card is None:
            return
        self._close_editor(save=True)
        self.spot = Spot(self.spot.day, card.id)
        self._show_selection()
        field = RenameField(card, self._canvas)
        field.saved.connect(lambda name: self.ask(plan_edits.rename(card, name)))
        self._open(field)

    def add_session(self) -> None:
        """Add a session to the selected day and let it be named."""
        edit = plan_edits.add_session(self.week, self.spot.day)
        self.ask(edit, self.await_session)

    def add_exercise(self, slug: str) -> None:
        """Add an exercise of the library below what is selected."""
        spot = self.spot
        self.ask(plan_edits.put(self.week, Carried(exercise=slug), spot), self.await_line)

    def start(self) -> None:
        """Ask to log the selected session."""
        if self.spot.session is not None:
            self.start_wanted.emit(self.spot.session)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk through the week with the arrow keys."""
        key = Qt.Key(event.key())
        if key in _STEPS and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self.select(self.week.beside(self.spot, *_STEPS[key]))
        elif key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            self.week_wanted.emit(-1 if key == Qt.Key.Key_PageUp else 1)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show that the keyboard is here."""
        super().focusInEvent(event)
        self._show_selection()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show the selection more quietly."""
        super().focusOutEvent(event)
        self._show_selection()

    def _make_columns(self, count: int) -> None:
        while len(self._columns) > count:
            column = self._columns.pop()
            column.hide()
            column.deleteLater()
        while len(self._columns) < count:
            column = DayColumn(len(self._columns), self._canvas)
            self._columns.append(column)
            self._days.addWidget(column)
            self._connect(column)

    def _connect(self, column: DayColumn) -> None:
        column.pressed.connect(self._pressed)
        column.opened.connect(lambda _spot: self.edit())
        column.menu_wanted.connect(self.menu.pop_up)
        column.add_wanted.connect(self._add_on)
        column.start_wanted.connect(self.start_wanted)
        column.dropped.connect(self._drop)

    def _pressed(self, spot: Spot) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self.select(spot)

    def _reach(self, spot: Spot) -> None:
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.select(spot)

    def _add_on(self, day: int) -> None:
        self.select(Spot(day))
        self.add_session()

    def _drop(self, data: QMimeData, spot: Spot) -> None:
        what = plan_drag.unpacked(data, self.week)
        if what is not None:
            then = self.await_line if what.exercise is not None else None
            self.ask(plan_edits.put(self.week, what, spot), then)

    def _forget_copied(self) -> None:
        """Forget a copied session that has been deleted since."""
        session = self.copied.session if self.copied else None
        if session is not None and session not in self.week.sessions:
            self.copied = None

    def _show_awaited(self) -> None:
        """Select what was just made once the week shows it; a new session is named at once."""
        for spot in self.week.every_spot() if self._awaited is not None else ():
            if Spot(0, None if spot.line else spot.session, spot.line) == self._awaited:
                self._awaited = None
                self._reach(spot)
                if spot.line is None:
                    self.rename()
                return

    def _show_selection(self) -> None:
        state = "current" if self.hasFocus() else "selected"
        for column in self._columns:
            column.show_selection(self.spot, state)

    def _change(self, line_id: int, changes: Changes) -> None:
        line = self.week.line(line_id)
        if line is not None:
            self.ask(plan_edits.change(line, changes))

    def _open(self, editor: PrescriptionEditor | RenameField) -> None:
        self._editor = editor
        editor.closed.connect(self._closed)
        editor.show()
        self._place_editor()
        editor.begin()
        self._area.ensureWidgetVisible(editor, 0, 8)

    def _closed(self) -> None:
        self._close_editor(save=False)
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _close_editor(self, save: bool) -> None:
        if self._editor is None or (save and not self._editor.save()):
            return
        editor, self._editor = self._editor, None
        editor.hide()
        editor.deleteLater()

    def _place_editor(self) -> None:
        """Put the editor over the row that it edits; close it when the row is gone."""
        editor = self._editor
        if editor is None:
            return
        if editor.subject not in (self.spot.line, self.spot.session):
            self._close_editor(save=False)
            return
        column = self._columns[self.spot.day]
        self._days.activate()
        at = column.spot_rect(self.spot).translated(column.mapTo(self._canvas, QPoint(0, 0)))
        editor.setGeometry(self._room_for(editor, at))
        editor.raise_()

    def _room_for(self, editor: PrescriptionEditor | RenameField, at: QRect) -> QRect:
        if isinstance(editor, RenameField):
            return at.adjusted(3, 2, -3, -2)
        width = min(EDITOR_WIDTH, self._canvas.width())
        height = editor.layout_height(width)
        x = min(max(at.left() - 4, 0), self._canvas.width() - width)
        y = min(max(at.top() - 4, 0), max(self._canvas.height() - height, 0))
        return QRect(x, y, width, height)
