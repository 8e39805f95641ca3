"""One day of the week grid: its name, its sessions, or rest; things can be dropped on it."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QMouseEvent,
)
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from planner.language import tr
from planner.ui import plan_drag, theme, widgets
from planner.ui.grid_hands import Hands
from planner.ui.plan_week import TOP, Spot
from planner.ui.plan_words import Day
from planner.ui.selection import Selection
from planner.ui.session_card import SessionCard

LEAST_PX, LEAST_REST_PX = 96, 60  # narrower, the week scrolls sideways


class DayColumn(QWidget):
    """Shows a day; it is built anew only when the day has changed."""

    def __init__(self, number: int, hands: Hands, parent: QWidget) -> None:
        super().__init__(parent)
        self.number = number
        self._hands = hands
        self.cards: list[SessionCard] = []
        self._day: Day | None = None
        self._rest: RestDay | None = None
        self._content = QWidget(self)
        self._layout = widgets.column(self, spacing=0)
        self._layout.addWidget(self._content)
        self._layout.addStretch(1)
        self._target = widgets.hairline(self)
        self._target.setProperty("state", "target")
        self._target.hide()
        self.setAcceptDrops(True)

    def show_day(self, day: Day) -> None:
        """Show what is planned on a day."""
        if day == self._day:
            return
        self._day = day
        old, self._content = self._content, QWidget(self)
        head = DayHead(day, self._content)
        self._fill(widgets.column(self._content, spacing=8), head, day)
        least = theme.grown(LEAST_PX) if self._rest is None else self._rest.least_width()
        self.setMinimumWidth(max(least, head.sizeHint().width()))
        self._layout.replaceWidget(old, self._content)
        old.hide()
        old.deleteLater()

    def show_selection(self, chosen: Selection, focused: bool) -> None:
        """Mark the selected rows of this day, and the one where the keyboard is."""
        for row in (row for card in self.cards for row in card.rows):
            current = focused and row.spot == chosen.spot
            row.show_state("current" if current else "selected" * (row.spot in chosen.spots))
        if self._rest is not None:
            widgets.restate(self._rest, "target" * (chosen.spot == Spot(self.number)))

    def spot_rect(self, spot: Spot) -> QRect:
        """Return where a spot stands in this column."""
        for card in self.cards:
            if card.card.id == spot.session:
                return card.row_rect(spot.line).translated(card.mapTo(self, QPoint(0, 0)))
        return self._content.geometry()

    def spot_widget(self, spot: Spot) -> QWidget:
        """Return the widget of a spot, for what must be seen or spoken."""
        rows = (row for card in self.cards for row in card.rows)
        return next((row for row in rows if row.spot == spot), self._rest or self)

    def _fill(self, layout: QVBoxLayout, head: DayHead, day: Day) -> None:
        layout.addWidget(head)
        self.cards = [
            SessionCard(card, day.number, self._hands, self._content) for card in day.cards
        ]
        for card in self.cards:
            layout.addWidget(card)
        self._rest = None if self.cards else RestDay(day, self._content)
        if self._rest is not None:
            layout.addWidget(self._rest)
            self._rest.add.clicked.connect(lambda: self._hands.add_wanted.emit(self.number))

    def mousePressEvent(self, _event: QMouseEvent) -> None:
        """Select the day when it is empty, its last session otherwise."""
        self._hands.pressed.emit(self._lowest(), Qt.KeyboardModifier.NoModifier)

    def mouseDoubleClickEvent(self, _event: QMouseEvent) -> None:
        """Add a session where nothing is."""
        self._hands.add_wanted.emit(self.number)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the day's menu."""
        self._hands.menu_wanted.emit(self._lowest(), event.globalPos())

    def _lowest(self) -> Spot:
        return Spot(self.number, self.cards[-1].card.id if self.cards else None)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take what the planner itself drags."""
        kinds = (plan_drag.SESSION, plan_drag.LINE, plan_drag.EXERCISE)
        if any(event.mimeData().hasFormat(kind) for kind in kinds):
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Show where it would land."""
        self._show_target(event.position().toPoint(), _brings_session(event))
        event.acceptProposedAction()

    def dragLeaveEvent(self, _event: QDragLeaveEvent) -> None:
        """Stop showing where it would land."""
        self._target.hide()

    def dropEvent(self, event: QDropEvent) -> None:
        """Hand over what was dropped and where."""
        self._target.hide()
        event.acceptProposedAction()
        at = event.position().toPoint()
        spot = self.session_spot(at) if _brings_session(event) else self.drop_spot(at)
        self._hands.dropped.emit(event.mimeData(), spot)

    def drop_spot(self, at: QPoint) -> Spot:
        """Return the spot whose line is just above a point; line -1 is the top of a session."""
        for card in self.cards:
            top = card.mapTo(self, QPoint(0, 0)).y()
            if at.y() <= top + card.height() + 4:
                index = card.index_at(at.y() - top)
                line = card.card.lines[index - 1].id if index else TOP
                return Spot(self.number, card.card.id, line)
        return Spot(self.number, self.cards[-1].card.id if self.cards else None)

    def session_spot(self, at: QPoint) -> Spot:
        """Return the session below which one dropped at a point comes, -1 for the day's top."""
        above = [card for card in self.cards if _top(card, self) + card.height() // 2 < at.y()]
        if above or not self.cards:
            return Spot(self.number, above[-1].card.id if above else None)
        return Spot(self.number, TOP)

    def _show_target(self, at: QPoint, session: bool) -> None:
        y = self._session_edge(at) if session else self._line_edge(self.drop_spot(at))
        self._target.setGeometry(4, y, self.width() - 8, 2)
        self._target.raise_()
        self._target.show()

    def _session_edge(self, at: QPoint) -> int:
        spot = self.session_spot(at)
        for card in self.cards:
            if spot.session in (card.card.id, TOP):
                top = _top(card, self)
                return top - 5 if spot.session == TOP else top + card.height() + 3
        return self._content.geometry().bottom()

    def _line_edge(self, spot: Spot) -> int:
        return (self._content.geometry() if spot.line is None else self.spot_rect(spot)).bottom()


def _top(card: SessionCard, column: QWidget) -> int:
    return card.mapTo(column, QPoint(0, 0)).y()


def _brings_session(event: QDropEvent) -> bool:
    return event.mimeData().hasFormat(plan_drag.SESSION)


class DayHead(QWidget):
    """The name of a day, with ✓ when its sessions are done."""

    def __init__(self, day: Day, parent: QWidget) -> None:
        super().__init__(parent)
        layout = widgets.row(self, spacing=4)
        layout.setContentsMargins(2, 0, 2, 0)
        role = "today" if day.today else "muted"
        layout.addWidget(widgets.label(day.title, role, self))
        layout.addStretch(1)
        if day.done:
            done = widgets.label("✓", "good", self)
            done.setAccessibleName(tr("done"))
            layout.addWidget(done)


class RestDay(QFrame):
    """A quiet day with a way to add a session."""

    def __init__(self, day: Day, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "rest")
        self.setAccessibleName(tr("{day}, rest").format(day=day.title))
        layout = widgets.column(self, margin=4, spacing=2)
        layout.setContentsMargins(2, 4, 2, 4)  # the word is long in German
        rest = widgets.label(tr("Rest", "a day without training"), "muted", self)
        layout.addWidget(rest, alignment=Qt.AlignmentFlag.AlignHCenter)
        self.add = widgets.button(tr("+ add"), "quiet", self)
        name = tr("Add a session on {day}").format(day=day.title)
        self.add.setProperty("density", "small")
        self.add.setAccessibleName(name)
        self.add.setToolTip(name)
        self.add.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        layout.addWidget(self.add, alignment=Qt.AlignmentFlag.AlignHCenter)
        for each in (rest, self.add):
            each.ensurePolished()  # else it is measured without its style

    def least_width(self) -> int:
        """Return the width in px that shows its words whole in any language."""
        return max(theme.spread(LEAST_REST_PX), self.minimumSizeHint().width())
