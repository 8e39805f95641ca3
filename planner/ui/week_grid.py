"""The week: a column a day, what is selected in it, edited in place and by keyboard."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QMimeData, QPoint, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QContextMenuEvent, QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from planner.coach.carrying import Copied
from planner.coach.planning import Prescription
from planner.coach.wording import in_row
from planner.engine.terms import Unit
from planner.language import tr
from planner.ui import plan_drag, plan_edits, selection, widgets
from planner.ui.grid_editor import GridEditor
from planner.ui.grid_hands import Hands
from planner.ui.plan_edits import Carried, Changes, Edit
from planner.ui.plan_week import Spot, Week
from planner.ui.prescription_editor import PrescriptionEditor
from planner.ui.rename_field import RenameField
from planner.ui.selection import Selection
from planner.ui.week_awaited import NOTHING, Awaited
from planner.ui.week_columns import WeekColumns
from planner.ui.week_menu import WeekMenu
from planner.ui.writing import writes

_STEPS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
_PLAIN = Qt.KeyboardModifier.NoModifier
_SHIFT, _CTRL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


class WeekGrid(QWidget):
    """Shows a week and turns what the user does to it into wanted edits."""

    wanted = Signal(str, object, object)
    told = Signal(str)  # news of what an edit did
    start_wanted = Signal(int)  # planned session id
    week_wanted = Signal(int)  # weeks back or forth
    spoken_as = QAccessible.Role.List

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.week = Week(0, ())
        self.chosen = selection.only(Spot(0))
        self.copied: Copied | None = None
        self._awaited = NOTHING  # just made: to be selected when they are there
        self._unit = Unit.KG
        self.canvas = WeekColumns(self)
        writes(self.canvas)
        self.editor = GridEditor(self.canvas, lambda: self.canvas.spot_rect(self.spot))
        self.editor.closed.connect(partial(self.setFocus, Qt.FocusReason.OtherFocusReason))
        self._area = widgets.scrolling(self.canvas, self)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        widgets.column(self).addWidget(self._area)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(tr("Planned week"))
        self.menu = WeekMenu(self)
        self._hands = self._connected(Hands(self))

    @property
    def spot(self) -> Spot:
        """Where the keyboard is."""
        return self.chosen.spot

    def show_week(self, week: Week, unit: Unit) -> None:
        """Show a week; selection, scrolling and what is half typed stay where they can."""
        same = week.uid == self.week.uid
        index = self.week.index(self.spot)
        self.week, self._unit = week, unit
        self.canvas.show_week(week, self._hands)
        first = selection.only(week.first())
        self.chosen = selection.kept(week, self.chosen, index) if same else first
        self._show_selection()
        self._keep_editor(same)
        self._show_awaited()

    def select(self, spot: Spot) -> bool:
        """Select a spot alone; False while what is typed cannot be saved."""
        return self.choose(selection.only(spot))

    def choose(self, chosen: Selection) -> bool:
        """Select, and keep the place in sight, once what was being typed elsewhere is saved;
        return whether it is."""
        if not self._is_settled():
            return False
        self.chosen = chosen
        self._show_selection()
        where = self.canvas.spot_widget(self.spot)
        self._area.ensureWidgetVisible(where, 0, 8)
        how_many = plan_edits.how_many(self.week, self.chosen)
        spoken = filter(None, (where.accessibleName(), how_many))
        self.setAccessibleDescription(in_row(spoken))
        if self.hasFocus():
            QAccessible.updateAccessibility(QAccessibleEvent(where, QAccessible.Event.Focus))
        return True

    def _is_settled(self) -> bool:
        """Save what is being typed; say whether nothing is left open, else go on there."""
        self.editor.close(save=True)
        if (field := self.editor.field) is not None:
            self._area.ensureWidgetVisible(field, 0, 8)
            field.go_on()
        return field is None

    def await_sessions(self, made: object) -> None:
        """Select sessions that were just made, by id or ids; a single id's is named at once."""
        self._awaited = Awaited.of(made, lines=False)
        self._show_awaited()

    def await_lines(self, made: object) -> None:
        """Select lines that were just made, by id or ids."""
        self._awaited = Awaited.of(made, lines=True)
        self._show_awaited()

    def ask(self, edit: Edit | None, then: object = None) -> None:
        """Ask for an edit; nothing happens when there is none to make."""
        if edit is not None:
            self.wanted.emit(edit[0], edit[1], then)

    def edit(self) -> None:
        """Edit what is selected in place: a prescription, a name, or a new session."""
        line = self.week.line(self.spot.line)
        if self._is_kept():
            return
        if line is None:
            self.rename() if self.spot.session is not None else self.add_session()
            return
        if self.select(self.spot):
            store = partial(self._change, line.id)
            self._open(PrescriptionEditor(line, self._unit, self.canvas, store, self.week.gym))

    def rename(self) -> None:
        """Rename the selected session in place."""
        card = self.week.card(self.spot.session)
        if card is None or self._is_kept():
            return
        if self.select(Spot(self.spot.day, card.id)):
            self._open(RenameField(card, self.canvas, partial(self._name, card.id)))

    def _is_kept(self) -> bool:
        """Say whether the selected session is done, and tell why it cannot be edited then."""
        refusal = plan_edits.kept(self.week.card(self.spot.session))
        self.ask(refusal)
        return refusal is not None

    def add_session(self) -> None:
        """Add a session to the selected day and let it be named."""
        edit = plan_edits.add_session(self.week, self.spot.day)
        self.ask(edit, self.await_sessions)

    def add_exercise(self, slug: str, prescribed: Prescription | None = None) -> None:
        """Add an exercise of the library below what is selected, as prescribed or as usual."""
        what = Carried(exercise=slug, prescribed=prescribed)
        self.ask(plan_edits.put(self.week, what, self.spot), self.await_lines)

    def start(self) -> None:
        """Ask to log the selected session."""
        if self.spot.session is not None:
            self.start_wanted.emit(self.spot.session)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk through the week with the arrow keys, and extend with Shift; Esc lets go."""
        key = Qt.Key(event.key())
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if key in _STEPS and held in (_PLAIN, _SHIFT):
            self._walk(*_STEPS[key], extend=held == _SHIFT)
        elif key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            self.week_wanted.emit(-1 if key == Qt.Key.Key_PageUp else 1)
        elif key == Qt.Key.Key_Escape and self.chosen.several:
            self.select(self.spot)
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Show by a key the menu of what is selected."""
        where = self.canvas.spot_widget(self.spot)
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            self.menu.pop_up(where.mapToGlobal(where.rect().bottomLeft()))

    def _walk(self, days: int, lines: int, extend: bool) -> None:
        if not self.week.days:  # the lifter has no plan
            return
        if extend:
            self.choose(selection.walked(self.week, self.chosen, days, lines))
        else:
            self.select(self.week.beside(self.spot, days, lines))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show that the keyboard is here."""
        super().focusInEvent(event)
        self._show_selection()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show the selection more quietly."""
        super().focusOutEvent(event)
        self._show_selection()

    def _connected(self, hands: Hands) -> Hands:
        hands.pressed.connect(self._pressed)
        hands.released.connect(self._released)
        hands.opened.connect(lambda _spot: self.edit())
        hands.menu_wanted.connect(self._pop_up)
        hands.drag_wanted.connect(self._drag)
        hands.add_wanted.connect(self._add_on)
        hands.start_wanted.connect(self.start_wanted)
        hands.dropped.connect(self._drop)
        return hands

    def _pressed(self, spot: Spot, held: Qt.KeyboardModifier) -> None:
        """Select; what is selected already stays whole, since it may be dragged. A field whose
        words cannot be saved keeps the keyboard: keys would act on its row."""
        if spot not in self.chosen.spots and not self._is_settled():
            return
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        if held & _SHIFT:
            self.choose(selection.extended(self.week, self.chosen, spot))
        elif held & _CTRL:
            self.choose(selection.toggled(self.week, self.chosen, spot))
        elif spot not in self.chosen.spots:
            self.select(spot)

    def _released(self, spot: Spot) -> None:
        """Select alone what was clicked and not dragged."""
        if self.chosen.several or self.spot != spot:
            self.select(spot)

    def _pop_up(self, spot: Spot, at: QPoint) -> None:
        self._pressed(spot, _PLAIN)
        if spot in self.chosen.spots:
            self.menu.pop_up(at)

    def _drag(self, spot: Spot, row: QWidget) -> None:
        lines, sessions = self.chosen.lines, self.chosen.sessions
        kind = plan_drag.LINE if lines else plan_drag.SESSION
        if spot in self.chosen.spots:
            data = plan_drag.packed(kind, *(lines or sessions))
            plan_drag.start(row, data, len(lines or sessions))

    def _add_on(self, day: int) -> None:
        if self.select(self.week.spots(day)[0]):
            self.add_session()

    def _drop(self, data: QMimeData, spot: Spot) -> None:
        if (what := plan_drag.unpacked(data)) is not None:
            then = self.await_lines if what.exercise is not None else None
            self.ask(plan_edits.put(self.week, what, spot), then)

    def _show_awaited(self) -> None:
        """Select what was just made once the week shows it; a new session is named at once."""
        made, named = self._awaited.in_week(self.week), self._awaited.named
        if made is None:
            return
        self._awaited = NOTHING
        if named or not isinstance(QApplication.focusWidget(), QLineEdit):
            self.setFocus(Qt.FocusReason.OtherFocusReason)  # who searches goes on searching
        if self.choose(made) and named:
            self.rename()

    def _show_selection(self) -> None:
        self.canvas.show_selection(self.chosen, self.hasFocus())

    def _change(self, line_id: int, changes: Changes) -> bool:
        """Ask for what was typed about a line; say whether that is stored."""
        line = self.week.line(line_id)
        if line is None or not self._is_done(plan_edits.change(line, changes)):
            return False
        if doubt := plan_edits.doubt(line, changes, self._unit):
            self.told.emit(doubt)
        return True

    def _name(self, session_id: int, name: str) -> bool:
        """Ask for another name of a session; say whether it has that."""
        card = self.week.card(session_id)
        return card is not None and self._is_done(plan_edits.rename(card, name))

    def _is_done(self, edit: Edit | None) -> bool:
        """Ask for an edit; say whether it is made, or there is none to make."""
        done = list[object]()
        self.ask(edit, done.append)
        return edit is None or bool(done)

    def _open(self, field: PrescriptionEditor | RenameField) -> None:
        self.editor.open(field)
        self._area.ensureWidgetVisible(field, 0, 8)

    def _keep_editor(self, same: bool) -> None:
        """Let the editor follow the row that it edits; close it when the row, or week, is gone."""
        field = self.editor.field
        here = self.spot.line if isinstance(field, PrescriptionEditor) else self.spot.session
        if field is not None and (not same or field.subject != here):
            self.editor.close(save=False)
        self.editor.place()
