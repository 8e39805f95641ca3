"""The rows of a session card: its title and its lines, painted as one widget each."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QWidget

from planner.coach import easing_today
from planner.coach.wording import in_row
from planner.language import ntr, tr
from planner.ui import counts, theme
from planner.ui.grid_hands import Hands
from planner.ui.plan_row import Row
from planner.ui.plan_turns import Turn
from planner.ui.plan_week import Spot
from planner.ui.plan_words import Card, Line
from planner.ui.widgets import paint_mark
from planner.ui.wrapping import wrapped

PAD, MARK, GAP = 8, 10, 5  # px
MOST_LINES = 3  # of a name


class TitleRow(Row):
    """The name of a session."""

    def __init__(self, card: Card, spot: Spot, hands: Hands, parent: QWidget) -> None:
        super().__init__(spot, hands, parent)
        self._card = card
        self.setAccessibleName(_title_spoken(card))
        self.setToolTip("\n".join(filter(None, (card.name, easing_today.told(card.note)))))

    def heightForWidth(self, width: int) -> int:
        """Return the height of the name in bold, of two lines when it is long."""
        return len(self._lines(width)) * self.fontMetrics().height() + 14

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the name."""
        painter = QPainter(self)
        self.paint_ground(painter)
        tokens = theme.current()
        painter.setFont(self._bold())
        painter.setPen(QColor(tokens.muted if self._card.done else tokens.text))
        height = self.fontMetrics().height()
        for number, line in enumerate(self._lines(self.width())):
            room = QRect(PAD, 7 + number * height, self.width() - 2 * PAD, height)
            painter.drawText(room, _LEFT, line)

    def _lines(self, width: int) -> list[str]:
        if width not in self._measured:
            self._measured[width] = wrapped(self._card.name, self._bold(), width - 2 * PAD)
        return self._measured[width]

    def _bold(self) -> QFont:
        font = QFont(self.font())
        font.setBold(True)
        return font


class LineRow(Row):
    """A planned exercise: phase mark, name, prescription and load."""

    def __init__(self, line: Line, spot: Spot, group: Turn, hands: Hands, parent: QWidget) -> None:
        super().__init__(spot, hands, parent)
        self._line = line
        self._turn = group
        self._sets = _sets(line)
        self._indent = 0
        self._wanted_px = 0  # that prescription and load want; 0 until it is measured
        self._small = theme.small(self.font())  # of prescriptions
        self.setAccessibleName(in_row(filter(None, (line.spoken, group.words))))
        self.setToolTip("\n".join(filter(None, (*_tips(line), group.words))))

    def heightForWidth(self, width: int) -> int:
        """Return the height of the name, the prescription, and the load if it needs a line."""
        lines = len(self.name_lines(width)) + (1 if self._fits(width) else 2)
        lines += len(self._mind_lines(width))
        return lines * self.fontMetrics().height() + 9

    def name_lines(self, width: int) -> list[str]:
        """Return the exercise's name as it stands in a row of a width: on more lines when long."""
        if width not in self._measured:
            room, name = width - 2 * PAD - MARK - GAP, self._line.exercise.name
            self._measured[width] = wrapped(name, self.font(), room, MOST_LINES)
        return self._measured[width]

    def has_room(self, width: int) -> bool:
        """Say whether prescription and load fit beside each other below the name."""
        return self._wanted() + MARK + GAP <= width

    def forget_sizes(self) -> None:
        """Forget what was measured."""
        super().forget_sizes()
        self._wanted_px = 0

    def indent(self, below_name: bool) -> None:
        """Start the prescription below the name, or at the edge."""
        self._indent = MARK + GAP if below_name else 0
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the line; a hairline parts it from what is above."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tokens = theme.current()
        width, height = self.width(), self.fontMetrics().height()
        painter.setPen(QColor(tokens.line))
        painter.drawLine(PAD, 0, width - PAD, 0)
        self.paint_ground(painter)
        self._paint_turn(painter)
        names = self.name_lines(width)
        self._paint_name(painter, QRect(PAD, 5, width - 2 * PAD, height), names, tokens)
        below = QRect(PAD, 5 + len(names) * height, width - 2 * PAD, height)
        self._paint_prescription(painter, below, tokens)
        if self._line.mind:
            self._paint_mind(painter, below)

    def _paint_turn(self, painter: QPainter) -> None:
        """Bracket the lines of a superset at the edge of the card."""
        if self._turn.words:
            top, bottom = (0 if on else 5 for on in (self._turn.above, self._turn.below))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.current().accent))
            painter.drawRoundedRect(QRect(0, top, 3, self.height() - top - bottom), 1, 1)

    def _paint_name(
        self, painter: QPainter, room: QRect, names: list[str], tokens: theme.Theme
    ) -> None:
        shift = QPointF(room.left(), room.center().y() - MARK / 2 + 1)
        painter.translate(shift)
        paint_mark(painter, self._line.look, MARK)
        painter.translate(-shift)
        room = room.adjusted(MARK + GAP, 0, 0, 0)
        painter.setPen(QColor(tokens.text))
        for name in names:
            painter.drawText(room, _LEFT, name)
            room.translate(0, room.height())

    def _paint_prescription(self, painter: QPainter, room: QRect, tokens: theme.Theme) -> None:
        painter.setPen(QColor(tokens.muted))
        room.adjust(self._indent, 0, 0, 0)
        fits = self._fits(self.width() - self._indent)
        painter.setFont(self._small)
        painter.drawText(room, _LEFT, self._sets if fits else self._cut(self._sets, room.width()))
        if not self._fits(self.width()):
            room.translate(0, room.height())
        painter.setFont(self.font())
        painter.setPen(
            QColor(tokens.text if self._line.load and not self._line.held else tokens.muted)
        )
        painter.drawText(room, _RIGHT, self._line.shown_load)

    def _cut(self, text: str, width: int) -> str:
        return QFontMetrics(self._small).elidedText(text, _ELIDE, width)

    def _paint_mind(self, painter: QPainter, above: QRect) -> None:
        """Say in small letters on lines of their own whom the exercise may not suit."""
        painter.setFont(self._small)
        tokens = theme.current()
        grave = self._line.limited or self._line.hurt
        painter.setPen(QColor(tokens.warn if grave else tokens.muted))
        room = above.translated(0, above.height())
        for text in self._mind_lines(self.width()):
            painter.drawText(room, _LEFT, text)
            room.translate(0, room.height())

    def _mind_lines(self, width: int) -> list[str]:
        """Return what is to be minded, on more lines when it is long: as many wherever it begins,
        since the height is asked for before that is known."""
        room = width - 2 * PAD - MARK - GAP
        mind = self._line.mind
        return wrapped(mind, self._small, room, MOST_LINES) if mind else []

    def _fits(self, width: int) -> bool:
        return self._wanted() <= width

    def _wanted(self) -> int:
        if not self._wanted_px:
            sets = QFontMetrics(self._small).horizontalAdvance(f"{self._sets} ")
            load = self.fontMetrics().horizontalAdvance(f" {self._line.shown_load}")
            self._wanted_px = sets + load + 2 * PAD
        return self._wanted_px


_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_ELIDE = Qt.TextElideMode.ElideRight
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


def _sets(line: Line) -> str:
    superset = line.planned.superset
    letter = "" if superset is None else f"{chr(ord('A') + superset % 26)} · "
    tempo = f" · {line.planned.tempo}" if line.planned.tempo else ""
    warm_up = f" · w {line.warm_ups}" if line.warm_ups else ""
    return f"{letter}{line.sets}{tempo}{warm_up}{' *' if line.planned.note else ''}"


def _tips(line: Line) -> list[str]:
    planned = line.planned
    name = " · ".join(part for part in (line.exercise.name, line.look.word) if part)
    tips = [name, f"{line.sets}  {line.load}".strip()]
    more = (line.waiting, line.hint, line.tempo_words, line.mind, planned.note)
    return [*tips, *filter(None, more)]


def _title_spoken(card: Card) -> str:
    parts = [card.name, counts.exercises(len(card.lines))]
    if card.minutes:
        words = ntr("about {minutes} minute", "about {minutes} minutes", card.minutes)
        parts.append(words.format(minutes=card.minutes))
    if card.done:
        parts.append(tr("done"))
    if card.under_way:
        parts.append(tr("under way"))
    return in_row(parts)
