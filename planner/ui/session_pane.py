"""The middle of the log tab: an open session with one card an exercise."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from planner.coach import logging
from planner.coach.logging import ExerciseCard, SessionView
from planner.engine.terms import Unit
from planner.ui import at_hand, way_back
from planner.ui.card_carrying import carry
from planner.ui.card_commands import CardCommands
from planner.ui.cards_board import CardsBoard
from planner.ui.cards_kept import CardsKept
from planner.ui.doing_order import in_order, next_card
from planner.ui.entry_cell import EntryCell
from planner.ui.exercise_entry import ExerciseEntry
from planner.ui.first_exercise import FirstExercise
from planner.ui.fitting import tab_through
from planner.ui.half_typed import HalfTyped
from planner.ui.held_cells import HeldCells, go_on
from planner.ui.in_view import bring
from planner.ui.result_line import ResultLine
from planner.ui.session_header import SessionHeader
from planner.ui.set_columns import Field
from planner.ui.set_remarks import SetRemarks
from planner.ui.set_row import SetRowView
from planner.ui.widgets import column, scrolling


class SessionPane(QWidget):
    """`wanted` asks for a write; `looked` carries the card and row in focus; `logged` the card
    whose set has just reached the file; `add_wanted` asks for an exercise, `menu_wanted` for the
    menu of the one in focus."""

    wanted = Signal(str, object, object)
    menu_wanted = Signal()
    looked = Signal(object, object)
    logged = Signal(object)
    add_wanted = Signal(str)  # what is typed already of the exercise's name
    about_wanted = Signal(str)  # slug of an exercise
    swap_wanted = Signal(object)  # an ExerciseCard

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.header = SessionHeader(self)
        self.result = ResultLine(self)
        self.cards: list[ExerciseEntry] = []
        self._kept = CardsKept()
        self._held = HeldCells()
        self._lifter_id: int | None = None
        self._session = ""  # the uid of the one shown
        self._following: int | None = None  # the slot just added, to be focused when shown
        self._showing = False
        self.board = CardsBoard(self)
        self.first_button = FirstExercise(self)
        self._area = scrolling(self.board, self)
        self.commands = CardCommands(lambda: self.cards, self.board, self._area)
        self.remarks = SetRemarks(lambda: self.cards, self)
        self._build()

    def show_view(self, view: SessionView, lifter_id: int, unit: Unit, today: date) -> None:
        """Show a session; what is half-typed and the focus stay where they are.

        Which set is looked at now is told at the end, once.
        """
        self._showing = True
        try:
            self._show_view(view, lifter_id, unit, today)
        finally:
            self._showing = False
        for card in self.cards:
            card.next_set.look_now()
        self.look()
        if self._following is not None:
            self.focus_card(self._following)
            self._following = None

    def _show_view(self, view: SessionView, lifter_id: int, unit: Unit, today: date) -> None:
        self.header.show_view(view, today)
        if self._session != view.session.uid:
            self._session = view.session.uid
            self._area.verticalScrollBar().setValue(0)
        if self._lifter_id != lifter_id:
            self._kept.drop(self.cards, self.cards)
            self._lifter_id = lifter_id
        lost = self._kept.drop_gone(self.cards, view.cards)
        left = self._kept.drop_changed(self.cards, view.cards, unit)
        reopened = at_hand.reopened(self.cards, view.cards) if self.isVisible() else None
        arrived = self._show_cards(view.cards, lifter_id, unit)
        self.first_button.setVisible(not view.cards)
        self.board.show_cards(self.cards)
        self._chain()
        self.board.settle(self._area.viewport().size())
        if arrived is not None:
            self._follow(arrived)
        elif left is not None:
            self._go_back(left)
        elif reopened is not None:
            self.focus_card(reopened)
        elif lost is not None:
            self._focus_from(lost)

    def focus_next(self) -> None:
        """Put the focus where work goes on; where all is done, into the first row."""
        rows = [line for card in self.cards for line in card.rows]
        line = at_hand.following(self.cards) or next(iter(rows), None)
        if line is not None:
            self._focus(line)
        elif not self.cards:
            self.first_button.setFocus()

    def focus_lift(self, slug: str) -> None:
        """Put the focus into the first row of an exercise; without it where work goes on."""
        named = (card for card in self.cards if card.card.exercise.slug == slug)
        line = next((line for card in named for line in card.rows), None)
        if line is not None:
            self._focus(line)
        else:
            self.focus_next()

    def focus_back(self) -> None:
        """Give the focus back to what had it last in the session, else to where work goes on."""
        held = self._held.take(self._session, self.cards)
        if not go_on(held or self.board.focusWidget()):
            self.focus_next()

    def follow(self, logged_exercise_id: int) -> None:
        """Put the focus into an exercise once it is shown."""
        self._following = logged_exercise_id

    def leave(self) -> None:
        """Note where work goes on when the session is shown again."""
        self._held.note(self._session, self.cards, self.board.focusWidget())

    def settle(self) -> None:
        """Store the note being typed, and each set typed whole that looks like no slip."""
        held = self.focusWidget()
        if held is not None and not isinstance(held, EntryCell):
            held.clearFocus()  # which keeps a note
        stored = (card for card in self.cards if logging.session_of(card.card) is not None)
        for line in [line for card in stored for line in card.rows]:
            line.settle()

    def half_typed(self) -> list[HalfTyped]:
        """Return what is typed and not on disk, also in the sessions that were left."""
        return self._kept.half_typed(self.cards)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let the letters of remarks act on a button, too: after the last set it has the focus."""
        if not (at_hand.has_focus(self.board) and self.remarks.take(event)):
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of the exercise at the Menu key, where nothing has one of its own."""
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            self.menu_wanted.emit()
        else:
            super().contextMenuEvent(event)

    def _go_back(self, left: way_back.Stop) -> None:
        """Give the keyboard back to the card that was made anew where it was."""
        card = next(card for card in self.cards if card.card.uid == left.card.uid)
        if way_back.go_back(left, card):
            self._area.ensureWidgetVisible(self.board.focusWidget(), 0, 0)
        else:
            self.focus_card(card.card.logged_exercise_id)

    def _focus_from(self, place: int) -> None:
        """Put the focus where work goes on after an exercise is gone from a place."""
        turn = [*self.cards[place:], *self.cards[:place]]
        card = next((card for card in turn if card.next_open() is not None), None)
        if card is not None:
            self.focus_card(card.card.logged_exercise_id)
        elif self.cards:
            self.cards[min(place, len(self.cards) - 1)].add_button.setFocus()
        else:
            self.first_button.setFocus()

    def focus_card(self, logged_exercise_id: int) -> None:
        """Put the focus into an exercise's next empty cell; one without any row gets one."""
        for card in self.cards:
            if card.card.logged_exercise_id == logged_exercise_id:
                line = card.next_open() or (None if card.rows else card.add_row())
                if line is not None:
                    self._focus(line)
                else:
                    card.add_button.setFocus()

    def look(self) -> None:
        """Tell which set is next: the one in focus, else the first open one, if none hurt."""
        place = at_hand.looked_at(self.cards)
        if place is not None:
            self._looked(*place)
        else:
            self.looked.emit(None, None)

    def pace(self, key: tuple[str, str], tempo: str) -> None:
        """Log the next set of an exercise, by its card's key, as moved to a tempo."""
        for card in self.cards:
            card.tempo = tempo if card.card.key == key else card.tempo

    def put_away(self) -> None:
        """Let go of a session that is gone; what is half-typed comes back with it."""
        self.header.leave()
        self._kept.drop(self.cards, self.cards)
        self.board.show_cards(self.cards)

    def _want(self, text: str, work: object, then: object) -> None:
        """Hand a wish on: what the focus leaves behind as cards are shown, once they are."""
        if self._showing:
            QTimer.singleShot(0, self, partial(self.wanted.emit, text, work, then))
        else:
            self.wanted.emit(text, work, then)

    def _build(self) -> None:
        box = column(self)
        box.setContentsMargins(16, 12, 16, 0)
        self.first_button.wanted.connect(self.add_wanted)
        box.addWidget(self.header)
        box.addWidget(self.result)
        box.addWidget(self.first_button, 0, Qt.AlignmentFlag.AlignLeft)
        box.addWidget(self._area, 1)
        self.board.placed.connect(self._chain)
        self.header.wanted.connect(self._want)
        self.header.left.connect(self.focus_back)
        self.remarks.reached.connect(self._show)

    def _show_cards(
        self, cards: Sequence[ExerciseCard], lifter_id: int, unit: Unit
    ) -> ExerciseEntry | None:
        """Show the cards in order; return the one whose sent sets have arrived."""
        known = {c.card.uid: c for c in self.cards}
        self.cards, arrived = [], None
        for card in cards:
            entry = known.get(card.uid) or self._new_card(lifter_id, card, unit)
            arrived = entry if entry.follow(card, self._kept.take(card, unit)) else arrived
            self.cards.append(entry)
        return arrived

    def _new_card(self, lifter_id: int, card: ExerciseCard, unit: Unit) -> ExerciseEntry:
        made = ExerciseEntry(lifter_id, card, unit, self.board)
        made.wanted.connect(self._want)
        made.moved.connect(self._move)
        made.about_wanted.connect(self.about_wanted)
        made.swap_wanted.connect(self.swap_wanted)
        made.looked.connect(lambda line: self._looked(made, line))
        self.remarks.listen(made)
        carry(made, self.board, self._area)
        return made

    def _chain(self) -> None:
        """Let Tab walk through the cells in the order of doing."""
        stops: list[QWidget] = []
        for start, end in logging.turns([card.card.superset for card in self.cards]):
            partners = self.cards[start:end]
            for line in in_order(partners):
                stops += [*line.cells.values(), line.chip]
            stops += [card.add_button for card in partners]
        tab_through(stops)

    def _follow(self, card: ExerciseEntry) -> None:
        """Go on after a set was stored: next in the superset, in the card, in the session."""
        self.logged.emit(card.card)
        following = next_card(self.cards, card)
        line = following.next_open() if following is not None else None
        if line is not None:
            self._focus(line)
        elif card.planned():
            card.add_button.setFocus()
        else:
            self._focus(card.add_row())

    def _move(self, line: SetRowView, name: str, rows: int) -> None:
        lines = in_order(self.cards)
        place = lines.index(line) + rows
        if 0 <= place < len(lines):
            cells = lines[place].cells
            cells.get(Field(name), next(iter(cells.values()))).setFocus()
            self._show(lines[place])

    def _focus(self, line: SetRowView) -> None:
        line.first_cell().setFocus()
        self._show(line)

    def _show(self, line: SetRowView) -> None:
        """Bring a row into view with the whole superset or exercise where that fits."""
        card = next(card for card in self.cards if line in card.rows)
        bring(self._area, self.board.rooms(card, line))

    def _looked(self, card: ExerciseEntry, line: SetRowView) -> None:
        if not self._showing:
            hurt = not line.edited() and logging.stopping_pain([line.row])
            self.looked.emit(card.card, None if hurt else line.load_kg())
