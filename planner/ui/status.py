"""The status bar: news on the left, unit and privacy on the right."""

from __future__ import annotations

from datetime import date, datetime

from PySide6 import QtCore
from PySide6.QtCore import QSize, QTimer
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QStatusBar, QWidget

from planner.language import tr
from planner.ui.widgets import label, take_plain

LEAST_BACKUP = 180  # px, for its time
NEWS_MS = 10_000  # how long news stand before 'Saved' comes back


class Line(QLabel):
    """A text on one line that is drawn shortened with … where there is less room.

    `text()` is the whole of it, and its tool tip then.
    """

    def __init__(self, parent: QWidget, least: int = 0) -> None:
        super().__init__(parent)
        self._least = least  # px that it keeps
        take_plain(self)

    def setText(self, text: str) -> None:
        """Show another text."""
        super().setText(text)
        self._tip()

    def minimumSizeHint(self) -> QSize:
        """Need no more than the width that it keeps."""
        whole = super().minimumSizeHint()
        return whole.boundedTo(QSize(self._least, whole.height()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Tell the whole text where it is shortened now."""
        super().resizeEvent(event)
        self._tip()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw as much of the text as there is room for."""
        if not self.text():
            return
        painter, colour = QPainter(self), self.palette().color(self.foregroundRole())
        painter.setPen(colour)
        painter.drawText(self.contentsRect(), QtCore.Qt.AlignmentFlag.AlignVCenter, self._shown())

    def _tip(self) -> None:
        self.setToolTip("" if self._shown() == self.text() else self.text())

    def _shown(self) -> str:
        if not self.text():
            return ""
        room, end = self.contentsRect().width(), QtCore.Qt.TextElideMode.ElideRight
        return self.fontMetrics().elidedText(self.text(), end, room)


class StatusBar(QStatusBar):
    """Says what just happened, when the last backup was made, the unit, and that we are offline."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setSizeGripEnabled(False)
        self.setContentsMargins(4, 0, 0, 0)  # its words begin where those of the panes do
        self.news, self.backup = Line(self), Line(self, LEAST_BACKUP)
        self.rest = label("", parent=self)
        self.unit = label("", parent=self)
        privacy = tr("Offline – nothing leaves this computer")
        self.addWidget(self.news)
        self.addWidget(self.backup)
        self.addPermanentWidget(self.rest)
        self.addPermanentWidget(self.unit)
        self.addPermanentWidget(label(privacy, parent=self))
        self._rest = ""  # no file is open yet
        self._trouble = ""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.settle)

    def tell(self, text: str, trouble: bool = False) -> None:
        """Show news for a while, and read them out to who cannot see them."""
        self._show(text, "warn" if trouble else "")
        self._timer.start(NEWS_MS)
        from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.news, text))

    def clear_news(self) -> None:
        """Take news away that are of before."""
        if self._timer.isActive():
            self._timer.stop()
            self.settle()

    def stand(self, trouble: str) -> None:
        """Show trouble for good, where 'Saved' stands else, until it is over: ''."""
        self._trouble = trouble
        if trouble:
            self.tell(trouble, trouble=True)
        else:
            self.settle()

    def opened(self) -> None:
        """Say that all is stored: a file is open, and nothing was changed since."""
        self._rest = self._rest or tr("Saved")
        if not self._timer.isActive():
            self.settle()

    def saved(self, at: datetime) -> None:
        """Say when something was stored last."""
        from planner.ui import dates

        self._rest = tr("Saved {time}").format(time=dates.clock(at, seconds=True))
        if not self._timer.isActive():
            self.settle()

    def show_backup(self, made: datetime | None, today: date, place: str = "") -> None:
        """Show when the last backup was made; a place that should have it, but could not."""
        text = self._backup_text(made, today)
        missing = tr("{backup}, not in {place}").format(backup=text, place=place)
        self.backup.setText(missing if place else text)

    def show_backing_up(self, percent: int) -> None:
        """Show how far the backup is that is being made."""
        self.backup.setText(tr("Backing up… {0} %").format(percent))

    def show_unit(self, unit: str) -> None:
        """Show the unit of the lifter's loads."""
        self.unit.setText(unit)

    def show_rest(self, text: str) -> None:
        """Show how long somebody still rests who cannot be seen."""
        self.rest.setText(text)

    def _backup_text(self, made: datetime | None, today: date) -> str:
        if made is None:
            return tr("No backup yet")
        from planner.ui import dates

        if made.date() == today:
            return tr("Backup today {time}").format(time=dates.clock(made))
        return tr("Backup {day}").format(day=dates.short(made.date(), today))

    def settle(self) -> None:
        """Take news away: say again when something was stored last, or what trouble there is."""
        self._show(self._trouble or self._rest, "warn" if self._trouble else "")

    def _show(self, text: str, role: str) -> None:
        self.news.setText(text)
        self.news.setProperty("role", role)
        self.news.style().unpolish(self.news)
        self.news.style().polish(self.news)
