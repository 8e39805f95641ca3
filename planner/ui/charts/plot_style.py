"""What every plot shares: days as numbers, dates on the axis, colours of the theme."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date, timedelta
from typing import Any

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QGuiApplication

from planner.ui import dates, region, theme
from planner.ui.theme import Theme

Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]
TICK_PX = 64  # room that a date needs on the axis
MANY_POINTS = 2000  # from here on lines are thin and not smoothed: wide smooth ones are slow
_DAY_STEPS = (1, 2, 7)
_MONTH_STEPS = (1, 2, 3, 6, 12, 24, 60, 120)
_MONTH_DAYS = 30.4
_YEAR_DAYS = 365.0


def day_numbers(days: Sequence[date]) -> Floats:
    """Return days as numbers on the time axis: days since 1 January of the year 1."""
    return np.array([day.toordinal() for day in days], dtype=np.float64)


def day(number: float) -> date:
    """Return the day of a number on the time axis."""
    return date.fromordinal(max(1, round(number)))


def date_ticks(low: float, high: float, width_px: float) -> list[tuple[float, str]]:
    """Return (day number, text) of the marks on a time axis of that width, oldest first."""
    room = max(high - low, 1.0) * theme.grown(TICK_PX) / max(width_px, 1.0)
    for step in _DAY_STEPS:
        if step >= room:
            return [(float(on.toordinal()), dates.short(on)) for on in _days(low, high, step)]
    for step in _MONTH_STEPS:
        if step * _MONTH_DAYS >= room:
            days = list(_months(low, high, step))
            first = days[:1] if high - low > _YEAR_DAYS else []
            return [(float(on.toordinal()), _month(on, on in first)) for on in days]
    return [(low, str(day(low).year)), (high, str(day(high).year))]


def _days(low: float, high: float, step: int) -> Iterator[date]:
    on = day(low)
    if step % 7 == 0:
        on += timedelta(days=(region.first_weekday() - on.isoweekday()) % 7)
    while on.toordinal() <= high:
        if on.toordinal() >= low:
            yield on
        on += timedelta(days=step)


def _months(low: float, high: float, step: int) -> Iterator[date]:
    first = day(low)
    index = (first.year * 12 + first.month - 1) // step * step
    while (on := date(index // 12, index % 12 + 1, 1)).toordinal() <= high:
        if on.toordinal() >= low:
            yield on
        index += step


def _month(on: date, with_year: bool) -> str:
    if on.month == 1:
        return str(on.year)
    return dates.month_with_year(on) if with_year else dates.month(on)


def line(colour: str, width: float, points: int, dashed: bool = False) -> Any:
    """Return a pen for a line of so many points; `width` as in `pen`."""
    made = pen(QColor(colour), width) if points <= MANY_POINTS else pg.mkPen(QColor(colour))
    if dashed:
        made.setStyle(Qt.PenStyle.DashLine)
    return made


_finer = [1.0]


@contextmanager
def finer(times: float) -> Iterator[None]:
    """Let pens made within suit a picture with so many dots for one of the screen."""
    _finer.append(times)
    try:
        yield
    finally:
        _finer.pop()


def pen(colour: QColor, width: float) -> Any:
    """Return a pen as wide as `width` px of an unscaled screen.

    The pens of plots keep their width in the dots of the screen, however far it is scaled.
    """
    app = QGuiApplication.instance()
    scale = app.devicePixelRatio() if isinstance(app, QGuiApplication) else 1.0
    return pg.mkPen(colour, width=width * max(scale, _finer[-1]))


def faint(colour: str, alpha: float) -> QColor:
    """Return a colour that lets what lies below shine through; alpha 0–1."""
    made = QColor(colour)
    made.setAlphaF(alpha)
    return made


def restyle(plot: Any, tokens: Theme, font: QFont) -> None:
    """Give a BarePlot the colours of a theme, which it does not take from the palette."""
    plot.setBackground(QColor(tokens.panel))
    for side in ("left", "bottom"):
        axis = plot.getAxis(side)
        axis.setPen(QColor(tokens.line))
        axis.setTextPen(QColor(tokens.muted))
        if side == "bottom":  # pyqtgraph takes letters for less high than they are
            axis.textHeight = max(axis.textHeight, QFontMetrics(font).height())
        axis.setStyle(tickFont=font, tickTextOffset=4, tickLength=4, maxTickLevel=0)
    box = plot.getViewBox()
    box.rbScaleBox.setPen(pg.mkPen(QColor(tokens.accent)))
    box.rbScaleBox.setBrush(faint(tokens.accent, 0.15))
