"""The cards of a session below each other, partners of a superset side by side or in a bracket."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QPoint, QRect, QSize, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from planner.coach import logging
from planner.ui import theme
from planner.ui.exercise_entry import ExerciseEntry
from planner.ui.widgets import frame
from planner.ui.writing import writes

SIDE_BY_SIDE_PX = 840  # two narrow cards fit
SIDES_PX = 154  # more, where one of them tells which side a set is of
TIGHT_PX = 600  # less room, and cards are narrow though they stand alone
TIGHT_SIDES_PX = 64  # as SIDES_PX
STACKED_PX = 520  # less room, and last time stands below the target
SPACING = 10  # px
BRACKET_WIDTH = 12  # px
LINE_PX = 3
COLUMNS = 3  # bracket, left, right


class Place(NamedTuple):
    """Where a card stands in the grid."""

    row: int
    column: int
    columns: int


class CardsBoard(QWidget):
    """`placed` says that cards have changed places though the session is the same."""

    placed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        writes(self)
        self._cards: list[ExerciseEntry] = []
        self._stand: list[tuple[ExerciseEntry, Place]] = []
        self._shown: tuple[list[int | None], bool, bool] = [], False, False  # supersets, room
        self._brackets: list[Bracket] = []
        self._box = QVBoxLayout(self)
        self._grid = QGridLayout()
        self._line = frame("dropline", self)
        self._line.hide()
        self._build()

    def show_cards(self, cards: Sequence[ExerciseEntry]) -> None:
        """Show cards in an order; what stands where it stood is left alone."""
        self._cards, supersets = list(cards), _supersets(cards)
        stand = list(zip(cards, places(supersets, self._wide()), strict=True))
        shown = supersets, *self._tight()
        if stand == self._stand and shown == self._shown:
            return
        self._shown = shown
        for card, _ in self._stand:
            self._grid.removeWidget(card)
        self._stand = stand
        for card, place in stand:
            self._grid.addWidget(card, place.row, place.column, 1, place.columns)
            beside = place.columns == 1
            card.narrow(beside or shown[1], beside or shown[2])
            card.show()
        self._show_turns()

    def settle(self, room: QSize) -> None:
        """Lay the cards out now, in a room, so that each has its place before the next paint.

        The height is the one that the scrolled area gives: with another one all would jump.
        """
        for widget in (*(line for card in self._cards for line in card.rows), *self._cards):
            layout = widget.layout()
            if layout is not None:
                layout.activate()
        self._box.activate()
        self.resize(room.width(), max(self._height(room.width()), room.height()))

    def _height(self, width: int) -> int:
        if self._box.hasHeightForWidth():
            return self._box.heightForWidth(width)
        return self._box.minimumSize().height()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put partners side by side where there is room."""
        super().resizeEvent(event)
        supersets = any(card.card.superset is not None for card in self._cards)
        if supersets or self._tight() != self._shown[1:]:
            before = self._stand
            self.show_cards(self._cards)
            if before is not self._stand:
                self.placed.emit()

    def rooms(self, card: ExerciseEntry, line: QWidget) -> list[QRect]:
        """Return the rooms that a row is in: its superset's, its card's, its own with the next."""
        found = logging.turns(_supersets(self._cards))
        place = self._cards.index(card)
        start, end = next(turn for turn in found if place < turn[1])
        together = QRect()
        for each in self._cards[start:end]:
            together = together.united(each.geometry())
        own = QRect(line.mapTo(self, QPoint()), line.size())
        return [together, card.geometry(), own.adjusted(0, -own.height(), 0, own.height())]

    def place_of(self, card: ExerciseEntry) -> int:
        """Return which of the cards, counted from 0, one is."""
        return self._cards.index(card)

    def gap_at(self, at: QPoint) -> int:
        """Return before which card, 0-based, a place on the board is; their number is the end."""
        if not self._cards:
            return 0
        distances = [_distance(card.geometry(), at) for card in self._cards]
        nearest = distances.index(min(distances))
        middle = self._cards[nearest].geometry().center()
        beside = self._stand[nearest][1].columns == 1
        after = at.x() > middle.x() if beside else at.y() > middle.y()
        return nearest + after

    def show_drop(self, card: ExerciseEntry, gap: int) -> int:
        """Draw a line where a card would come to stand, and return that gap."""
        place = self._cards.index(card)
        there = logging.landing(_supersets(self._cards), place, gap)
        self._line.setGeometry(self._line_at(there))
        self._line.show()
        self._line.raise_()
        return there

    def hide_drop(self) -> None:
        """Take the line away."""
        self._line.hide()

    def _line_at(self, gap: int) -> QRect:
        """Return where the line before a card is: above it, or left of one in the right column."""
        if gap == len(self._cards):
            last = self._cards[-1].geometry()
            return QRect(last.left(), last.bottom() + LINE_PX, last.width(), LINE_PX)
        room, place = self._cards[gap].geometry(), self._stand[gap][1]
        if place.columns == 1 and place.column == COLUMNS - 1:
            left = room.left() - (SPACING + LINE_PX) // 2
            return QRect(left, room.top(), LINE_PX, room.height())
        top = max(room.top() - (SPACING + LINE_PX) // 2, 0)
        return QRect(room.left(), top, room.width(), LINE_PX)

    def _build(self) -> None:
        self._box.setContentsMargins(0, 0, 0, 16)
        self._box.setSpacing(0)
        self._grid.setSpacing(SPACING)
        self._grid.setColumnStretch(1, 1)
        self._grid.setColumnStretch(2, 1)
        self._box.addLayout(self._grid)
        self._box.addStretch(1)

    def _wide(self) -> bool:
        partners = (card.card for card in self._cards if card.card.superset is not None)
        sides = any(partner.exercise.per_side for partner in partners)
        return self.width() >= theme.grown(SIDE_BY_SIDE_PX + (SIDES_PX if sides else 0))

    def _tight(self) -> tuple[bool, bool]:
        """Return whether cards that stand alone are narrow, and whether they are stacked."""
        sides = any(card.card.exercise.per_side for card in self._cards)
        room = self.width() - theme.grown(TIGHT_SIDES_PX if sides else 0)
        return room < theme.grown(TIGHT_PX), room < theme.grown(STACKED_PX)

    def _show_turns(self) -> None:
        """Number the partners of each superset and hold them together."""
        for bracket in self._brackets:
            self._grid.removeWidget(bracket)
            bracket.hide()
            bracket.deleteLater()
        self._brackets = []
        end_of_all = len(self._cards)
        for start, end in logging.turns(_supersets(self._cards)):
            for number, card in enumerate(self._cards[start:end], start=1):
                card.show_turn(number, start + number == 1, start + number == end_of_all)
            if end > start + 1:
                self._hold(start, end)

    def _hold(self, start: int, end: int) -> None:
        first, last = self._stand[start][1].row, self._stand[end - 1][1].row
        bracket = Bracket(self._cards[start].superset_name(), self)
        self._grid.addWidget(bracket, first, 0, last - first + 1, 1)
        bracket.show()
        self._brackets.append(bracket)


class Bracket(QWidget):
    """Holds the partners of a superset together."""

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFixedWidth(BRACKET_WIDTH)
        self.setToolTip(name)
        self.setAccessibleName(name)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it."""
        painter = QPainter(self)
        painter.setPen(QPen(QColor(theme.current().accent), 2))
        left, right, bottom = 2, self.width() - 2, self.height() - 2
        corners = ((right, 1), (left, 1), (left, bottom), (right, bottom))
        painter.drawPolyline([QPoint(*corner) for corner in corners])


def places(supersets: Sequence[int | None], wide: bool) -> list[Place]:
    """Return the places of cards in order: partners two in a row where it is wide.

    Takes the superset's number of each exercise of a session, None for none.
    """
    made: list[Place] = []
    row = 0
    for start, end in logging.turns(supersets):
        if end == start + 1:
            made.append(Place(row, 0, COLUMNS))
        elif wide:
            made += [Place(row + n // 2, 1 + n % 2, 1) for n in range(end - start)]
        else:
            made += [Place(row + n, 1, COLUMNS - 1) for n in range(end - start)]
        row = made[-1].row + 1
    return made


def _supersets(cards: Sequence[ExerciseEntry]) -> list[int | None]:
    return [card.card.superset for card in cards]


def _distance(room: QRect, at: QPoint) -> int:
    across = max(room.left() - at.x(), 0, at.x() - room.right())
    return across + max(room.top() - at.y(), 0, at.y() - room.bottom())
