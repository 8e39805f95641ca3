"""Weeks in a row and the usual days of a week, as figures and small bars."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QSizePolicy, QWidget

from planner.coach import wording
from planner.coach.charts.training_days_page import Habit, Regularity
from planner.language import ntr, tr
from planner.ui import dates, region, theme
from planner.ui.charts import training_days_words as words
from planner.ui.charts.day_grid import small
from planner.ui.widgets import column, label, wrapped

LEAST_PX, USUAL_PX, BAR_SHARE = 64, 120, 0.6


class RegularFigures(QWidget):
    """Four figures, the weekdays below, and the usual time of day where it is known."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(2 * theme.GRID)
        self._grid.setVerticalSpacing(0)
        self._grid.setRowMinimumHeight(2, theme.GRID)  # between the figures
        self.figures = [self._figure(place) for place in range(4)]
        self.weekdays = WeekdayBars(self)
        self.begins = wrapped("", "small", self)
        layout = column(self)
        layout.addLayout(self._grid)
        layout.addWidget(self.weekdays)
        layout.addWidget(self.begins)
        layout.addStretch(1)

    def show_regular(self, regular: Regularity) -> None:
        """Show how regular training was."""
        row, best, habit = regular.row, regular.best, regular.habit
        begins = tr("weeks in a row: the next session begins them")
        self._say(0, str(row.weeks) if row else "–", tr("weeks in a row") if row else begins)
        self._say(1, str(best.weeks if best else 0), tr("most weeks in a row"))
        words_ = ntr(
            "of the last {0} week with training", "of the last {0} weeks with training", habit.weeks
        )
        trained = words_.format(habit.weeks)
        self._say(2, str(habit.trained), trained)
        self._say(3, *self._days(habit))
        self.weekdays.show_habit(habit)
        self.begins.setText(words.begins(regular.begins) if regular.begins else "")
        self.begins.setVisible(regular.begins is not None)
        said = [f"{number.text()} {name.text()}" for number, name in self.figures]
        self.setAccessibleDescription("; ".join([*said, self.weekdays.accessibleDescription()]))

    def _days(self, habit: Habit) -> tuple[str, str]:
        if habit.days is None:
            return "–", tr("days in such a week: told after {0} more of them").format(habit.missing)
        middle, low, high = habit.days
        if low == high:
            return wording.number(middle), tr("days in such a week")
        return wording.number(middle), tr("days in such a week ({0} to {1})").format(low, high)

    def _say(self, place: int, number: str, name: str) -> None:
        self.figures[place][0].setText(number)
        self.figures[place][1].setText(name)

    def _figure(self, place: int) -> tuple[QLabel, QLabel]:
        number, name = label("", "title", self), wrapped("", "small", self)
        line, side = divmod(place, 2)
        self._grid.addWidget(number, 3 * line, side)
        self._grid.addWidget(name, 3 * line + 1, side, Qt.AlignmentFlag.AlignTop)
        self._grid.setColumnStretch(side, 1)
        return number, name


class WeekdayBars(QWidget):
    """In which share of the last weeks each weekday had training; usual ones are bright."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._habit = Habit()
        self.setFont(small(self.font()))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)

    def show_habit(self, habit: Habit) -> None:
        """Show other weeks; without enough of them there are no bars."""
        self._habit = habit
        self.setVisible(bool(habit.weekdays))
        said = [
            tr("{day} in {share} % of weeks with training").format(
                day=dates.weekday_in_full(number), share=round(100 * self._share(number))
            )
            for number in self._numbers()
        ]
        self.setAccessibleDescription(wording.in_row(said))
        self.setToolTip("\n".join(said))
        self.update()

    def sizeHint(self) -> QSize:
        """Ask for low bars."""
        return QSize(0, USUAL_PX)

    def minimumSizeHint(self) -> QSize:
        """Keep the bars readable."""
        return QSize(0, LEAST_PX)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the bars over the names of the weekdays."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        wide = self.width() / 7
        for place, number in enumerate(self._numbers()):
            self._paint_bar(painter, place * wide, wide, number)

    def _paint_bar(self, painter: QPainter, left: float, wide: float, number: int) -> None:
        tokens, line = theme.current(), self.fontMetrics().height()
        floor, share = self.height() - line - 2, self._share(number)
        tall = max(2.0, share * (floor - line))
        usual = number in self._habit.usual
        box = QRectF(left + wide * (1 - BAR_SHARE) / 2, floor - tall, wide * BAR_SHARE, tall)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.mixed(tokens.accent, tokens.panel, 1.0 if usual else 0.45))
        painter.drawRoundedRect(box, 2, 2)
        painter.setPen(QColor(tokens.text if usual else tokens.muted))
        centre = Qt.AlignmentFlag.AlignHCenter
        painter.drawText(QRectF(left, floor + 2, wide, line), centre, dates.weekday(number))
        said = f"{round(100 * share)} %"
        painter.drawText(QRectF(left, box.top() - line, wide, line), centre, said)

    def _numbers(self) -> list[int]:
        """Return the weekdays as the reader's week has them; none while there is nothing to say."""
        if not self._habit.weekdays:
            return []
        return [(region.first_weekday() - 1 + place) % 7 + 1 for place in range(7)]

    def _share(self, number: int) -> float:
        return self._habit.weekdays[number - 1]
