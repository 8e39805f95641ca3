"""Events on a plot over time: dashed lines with their words, and notes along the foot."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from planner.ui import theme
from planner.ui.charts import plot_style
from planner.ui.phases import PhaseLook
from planner.ui.widgets import paint_mark

GAP_PX = 6.0
ROW_PX = 18.0
MARK_PX = 10.0
REACH_PX = 5.0  # how near the pointer must be to a dashed line
NOTE_PX = 9.0
NOTE_ALPHA = 0.75
EVENT_ROWS = 3  # lines of event words under the phases; what finds no room keeps sign and line
BESIDE_PX = 4.0  # from a line to its word
CLOSE_PX = 3.0  # lines nearer to each other are drawn as one


@dataclass(frozen=True, slots=True)
class Happening:
    """A short word at a day number; `told` is all that there is to say of it.

    `session_id` is the session that it tells of; a `note` stands at the foot, without a line.
    """

    at: float
    word: str
    told: str = ""
    session_id: int | None = None
    note: bool = False
    look: PhaseLook | None = None


class EventLines:
    """Draws events and knows where each of them was drawn last, in pixels."""

    def __init__(self, font: QFont) -> None:
        self._font = font
        self._boxes: list[tuple[QRectF, Happening]] = []
        self.words: list[QRectF] = []  # where words were written last
        self._taken: Sequence[QRectF] = ()
        self.happenings: Sequence[Happening] = ()
        self.kept_free: Callable[[], Sequence[QRectF]] = tuple  # where no words are written

    def at(self, spot: QPointF) -> list[Happening]:
        """Return what stands at a place, from the left."""
        return [made for box, made in self._boxes if box.contains(spot)]

    def paint(self, painter: QPainter, room: QRectF, days: tuple[float, float]) -> None:
        """Draw all that is in view, from one day number to another."""
        self._boxes, self.words, self._taken = [], [], self.kept_free()
        low, wide = days[0], room.width() / max(days[1] - days[0], 1e-9)
        seen = [(room.left() + wide * (each.at - low), each) for each in self._between(*days)]
        self._paint_lines(painter, room, [each for each in seen if not each[1].note])
        self._paint_notes(painter, room, [each for each in seen if each[1].note])

    def _between(self, low: float, high: float) -> Sequence[Happening]:
        """Return what is in view; happenings stand in the order of their days."""
        since = bisect_left(self.happenings, low, key=lambda each: each.at)
        until = bisect_right(self.happenings, high, key=lambda each: each.at)
        return self.happenings[since:until]

    def _paint_lines(
        self, painter: QPainter, room: QRectF, seen: Sequence[tuple[float, Happening]]
    ) -> None:
        last, top = room.left() - CLOSE_PX, room.top() + theme.grown(ROW_PX) + GAP_PX
        for x, made in seen:
            if x - last >= CLOSE_PX:
                last = x
                painter.setPen(QPen(QColor(theme.current().muted), 1, Qt.PenStyle.DashLine))
                painter.drawLine(QLineF(x, top, x, room.bottom()))
            self._boxes.append((QRectF(x - REACH_PX, top, 2 * REACH_PX, room.bottom() - top), made))
        lines = [x for x, _ in seen]
        for x, made in seen:
            self._name(painter, room, made, x, lines)

    def _name(
        self, painter: QPainter, room: QRectF, made: Happening, x: float, lines: Sequence[float]
    ) -> None:
        """Write an event's word beside its line, or its sign alone on the line, or nothing."""
        sign = MARK_PX + 3 if made.look is not None else 0.0
        width = QFontMetricsF(self._font).horizontalAdvance(made.word) + 2 + sign
        named, beside = made, (x + BESIDE_PX, x - BESIDE_PX - width)
        spot = self._free_spot(room, beside, width, lines)
        if spot is None and made.look is not None:
            named = replace(made, word="")
            spot = self._free_spot(room, [x - MARK_PX / 2], MARK_PX, ())
        if spot is not None:
            self._boxes.append((spot, made))
            self._write(painter, spot, named, sign)

    def _free_spot(
        self, room: QRectF, lefts: Sequence[float], width: float, lines: Sequence[float]
    ) -> QRectF | None:
        """Return where nothing else is, from one of the left edges on; None without room."""
        tall = theme.grown(ROW_PX)
        for row in range(1, EVENT_ROWS + 1):
            for left in lefts:
                spot = QRectF(left, room.top() + GAP_PX + tall * row, width, tall - 1)
                crossed = bisect_right(lines, spot.right()) > bisect_left(lines, spot.left())
                if spot.left() < room.left() or spot.right() > room.right() or crossed:
                    continue
                around = spot.adjusted(-1, 0, 1, 0)
                if not any(map(around.intersects, (*self.words, *self._taken))):
                    return spot
        return None

    def _write(self, painter: QPainter, spot: QRectF, made: Happening, sign: float) -> None:
        self.words.append(spot)
        painter.fillRect(spot, plot_style.faint(theme.current().panel, 0.7))
        if made.look is not None:
            painter.save()
            painter.translate(spot.left(), spot.center().y() - MARK_PX / 2)
            paint_mark(painter, made.look, MARK_PX)
            painter.restore()
        painter.setPen(QColor(theme.current().muted))
        painter.drawText(spot.adjusted(sign, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, made.word)

    def _paint_notes(
        self, painter: QPainter, room: QRectF, seen: Sequence[tuple[float, Happening]]
    ) -> None:
        """Draw a small sheet for each note, and its first words where the next is far enough.

        Paper is handed on: the words of notes stay out of it.
        """
        metrics, last = QFontMetricsF(self._font), room.left() - 2 * NOTE_PX
        for place, (x, made) in enumerate(seen):
            sheet = QRectF(x - NOTE_PX / 2, room.bottom() - NOTE_PX - 4, NOTE_PX, NOTE_PX)
            self._boxes.append((sheet.adjusted(-2, -3, 2, 4), made))
            if x - last < NOTE_PX + CLOSE_PX:
                continue
            last = x
            _paint_sheet(painter, sheet)
            following = seen[place + 1][0] if place + 1 < len(seen) else room.right()
            end = min(following - NOTE_PX, room.right())
            if end - x < 2 * NOTE_PX:
                continue
            width = metrics.horizontalAdvance(made.word) + 4
            spot = QRectF(sheet.right() + 3, sheet.top() - 4, width, NOTE_PX + 8)
            free = x + NOTE_PX + width < end and not any(map(spot.intersects, self._taken))
            if free and not theme.for_paper():
                self.words.append(spot)
                painter.fillRect(spot, plot_style.faint(theme.current().panel, 0.7))
                painter.setPen(QColor(theme.current().muted))
                painter.drawText(spot, Qt.AlignmentFlag.AlignVCenter, made.word)
                self._boxes.append((spot, made))


def line_sign(painter: QPainter, area: QRectF) -> None:
    """Paint an event's line into the legend."""
    painter.setPen(QPen(QColor(theme.current().muted), 1, Qt.PenStyle.DashLine))
    painter.drawLine(QLineF(area.center().x(), area.top() + 1, area.center().x(), area.bottom()))


def note_sign(painter: QPainter, area: QRectF) -> None:
    """Paint a note's sheet into the legend."""
    middle = area.center() - QPointF(NOTE_PX / 2, NOTE_PX / 2)
    _paint_sheet(painter, QRectF(middle.x(), middle.y(), NOTE_PX, NOTE_PX))


def _paint_sheet(painter: QPainter, sheet: QRectF) -> None:
    """Draw a sheet with two lines of writing."""
    ink = plot_style.faint(theme.current().text, NOTE_ALPHA)
    painter.setPen(QPen(ink, 1.2))
    painter.setBrush(QColor(theme.current().panel))
    painter.drawRoundedRect(sheet, 1.5, 1.5)
    for share in (0.35, 0.65):
        y = sheet.top() + share * sheet.height()
        painter.drawLine(QLineF(sheet.left() + 2, y, sheet.right() - 2, y))
