"""An exercise without a load in numbers and sentences: the last session, its ladder, its sides."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QLabel, QWidget

from planner.coach.scores import Score, ScoreChart
from planner.engine.terms import Side
from planner.language import tr
from planner.ui import dates, theme
from planner.ui.charts import score_words
from planner.ui.widgets import column, label, wrapped


class ScorePanel(QWidget):
    """Shows one ScoreChart beside its plot; a section with nothing to say is not there."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name = wrapped("", "section", self)
        self.number = wrapped("", "title", self)
        self.last = wrapped("", "muted", self)
        self.best, self.ladder, self.sides = (wrapped("", "", self) for _ in range(3))
        self._sections: list[tuple[QLabel, QLabel]] = []
        self._arrange()

    def show_chart(self, chart: ScoreChart) -> None:
        """Show an exercise."""
        self.name.setText(chart.exercise.name.upper())
        self.number.setText(_values(chart, _last(chart)))
        self.last.setText(self._told_of_last(chart))
        self.best.setText(_values(chart, _bests(chart), best=True))
        self.ladder.setText(score_words.said(chart.standing, chart.on))
        self.sides.setText(score_words.said(chart.sides, chart.on))
        for title, part in self._sections:
            for each in (title, part):
                each.setVisible(bool(part.text()))

    def _told_of_last(self, chart: ScoreChart) -> str:
        last = _last(chart)
        if not last:
            return ""
        day = dates.short(last[0].on, chart.on)
        lost = next(filter(None, (score_words.lost(each, chart.exercise) for each in last)), "")
        words = tr("median of the last session, {day}").format(day=day)
        return " · ".join(part for part in (words, lost) if part)

    def _arrange(self) -> None:
        layout = column(self)
        for part in (self.name, self.number, self.last):
            layout.addWidget(part)
        for title, part in (
            (tr("BEST"), self.best),
            (tr("LADDER"), self.ladder),
            (tr("LEFT AND RIGHT"), self.sides),
        ):
            layout.addSpacing(theme.GRID)
            head = label(title, "section", self)
            layout.addWidget(head)
            layout.addWidget(part)
            self._sections.append((head, part))
        layout.addStretch(1)


def _last(chart: ScoreChart) -> list[Score]:
    """Return the scores of the last session, a side each."""
    newest = chart.scores[-1]
    same = (newest.on, newest.session_id)
    return [each for each in chart.scores if (each.on, each.session_id) == same]


def _bests(chart: ScoreChart) -> list[Score]:
    """Return the newest of the best sessions of each side; none for a side without any."""
    known = [each for each in chart.scores[::-1] if each.best is not None]
    sides = [[each for each in known if each.side is side] for side in Side]
    return [max(made, key=lambda each: each.best or 0.0) for made in sides if made]


def _values(chart: ScoreChart, scores: Sequence[Score], best: bool = False) -> str:
    lines = []
    for each in scores:
        side = score_words.side_word(each.side)
        value = score_words.amount(each.best if best else each.middle, chart.exercise)
        day = f", {dates.short(each.on, chart.on)}" if best else ""
        lines.append(f"{side} {value}{day}" if side else f"{value}{day}")
    return "\n".join(lines) if best else " · ".join(lines)
