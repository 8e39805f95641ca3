"""The lines of practice over time, of what a skill kept through breaks, and their tables."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from math import nan

import numpy as np
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter, QPen

from planner.coach.charts.skill_page import (
    Exposure,
    Practice,
    PracticeHistory,
    SkillChart,
)
from planner.ui import dates, theme
from planner.ui.charts import drawn_line, skill_practice_words as words
from planner.ui.charts.drawn_line import Line
from planner.ui.charts.plot_legend import Entry
from planner.ui.table_model import Cell, Column

Words = Sequence[str]
LEAST_LINE = timedelta(weeks=1)  # of what was asked for, however soon that was done
DONE, SOUND, QUOTA, GATE, REACHED = 0, 2, 7, 3, 5  # looks of lines: colour, dash, mark


@dataclass(frozen=True, slots=True)
class Point:
    """A place of a line with what is said there, and the session to open, if it is one."""

    on: date
    value: float
    said: Words = ()
    session_id: int | None = None


@dataclass(frozen=True, slots=True)
class Drawn:
    """A line with its points; `None` parts it."""

    name: str
    look: int
    points: tuple[Point | None, ...]
    marks: bool = True

    @property
    def line(self) -> Line:
        """The line as the plot draws it."""
        days = [_day(self.points, place) for place in range(len(self.points))]
        ys = [nan if point is None else point.value for point in self.points]
        return Line(self.name, np.array(days), np.array(ys), self.look, marks=self.marks)

    @property
    def entry(self) -> Entry:
        """Its entry in the legend."""
        return (drawn_line.sign(self.look) if self.marks else _sign(self.look)), self.name


def whole_ticks(drawn: Sequence[Drawn]) -> list[list[tuple[float, str]]]:
    """Return whole numbers for an axis of sessions."""
    top = max([point.value for line in drawn for point in line.points if point], default=1.0)
    step = max(1, round(top / 5))
    return [[(float(number), str(number)) for number in range(0, int(top) + step + 1, step)]]


def any_within(drawn: Sequence[Drawn], since: date, until: date) -> bool:
    """Tell whether any point of some lines is within days, both included."""
    return any(
        point is not None and since <= point.on <= until for line in drawn for point in line.points
    )


def _sign(look: int) -> Callable[[QPainter, QRectF], None]:
    """Return what paints the sign of a line without marks."""

    def paint(painter: QPainter, area: QRectF) -> None:
        pen = QPen(QColor(drawn_line.colour(look, theme.current())), drawn_line.LINE_PX)
        dash = drawn_line.LOOKS[look][1]
        if dash is not None:
            pen.setDashPattern(list(dash))
        painter.setPen(pen)
        middle = area.center().y()
        painter.drawLine(QPointF(area.left(), middle), QPointF(area.right(), middle))

    return paint


def _day(points: Sequence[Point | None], place: int) -> float:
    """Return the day number of a point; a gap has that of the one before."""
    known = points[place] or next(point for point in points[:place][::-1] if point)
    return float(known.on.toordinal())


def said(drawn: Sequence[Drawn]) -> Callable[[int, int], Words]:
    """Return what says of (line, place) what stands there."""

    def words_of(line: int, place: int) -> Words:
        point = drawn[line].points[place]
        return () if point is None else point.said

    return words_of


def practice(chart: SkillChart) -> list[Drawn]:
    """Return the lines of every practice: sessions done, sound ones, quota, gate, the end."""
    made = chart.practice
    asked = [each for each in made.practices if each.needed] if made else []
    lines = [
        Drawn(words.line_done(), DONE, _steps(asked, chart, lambda each: each.done), False),
        Drawn(words.line_sound(), SOUND, _steps(asked, chart, lambda each: each.sound), False),
        Drawn(words.line_quota(), QUOTA, _levels(asked, chart, lambda each: each.needed), False),
        Drawn(words.line_gate(), GATE, _levels(asked, chart, lambda each: each.gate), False),
    ]
    ends = _ends(asked, chart)
    lines += [Drawn(words.line_reached(), REACHED, ends)] if ends else []
    return [line for line in lines if line.look != SOUND or _any_sound(asked)] if asked else []


def _any_sound(asked: Sequence[Practice]) -> bool:
    return any(each.sound for made in asked for each in made.exposures)


def kept(chart: SkillChart) -> list[Drawn]:
    """Return the fall of a skill through each break, per cent; nothing without one."""
    made = chart.practice
    points: list[Point | None] = []
    for each in made.practices if made else ():
        if each.before_on is not None:
            _add(points, [*_fall(each, chart)])
    if made and made.resting:
        told = words.kept_so_far(made, chart.on)
        left = words.last_day(made.last_on, chart.on)
        last = Point(made.last_on, 100.0, left, chart.sessions.get(made.last_on))
        _add(points, [last, Point(chart.on, 100.0 * made.standing.retained, told)])
    return [Drawn(words.line_kept(), DONE, tuple(points))] if points else []


def _fall(made: Practice, chart: SkillChart) -> Iterator[Point]:
    told = words.kept(made, chart.on)
    assert made.before_on is not None, "a break has a last day before it"
    left = words.last_day(made.before_on, chart.on)
    yield Point(made.before_on, 100.0, left, chart.sessions.get(made.before_on))
    yield Point(made.since, 100.0 * made.kept, told, chart.sessions.get(made.since))


def _steps(
    asked: Sequence[Practice], chart: SkillChart, value: Callable[[Exposure], int]
) -> tuple[Point | None, ...]:
    points: list[Point | None] = []
    for made in asked:
        before, run = 0.0, list[Point]()
        for each in made.exposures:
            told = words.exposure(each, made, chart.on)
            key = chart.sessions.get(each.on)
            run += [Point(each.on, before, told, key), Point(each.on, value(each), told, key)]
            before = float(value(each))
        _add(points, run)
    return tuple(points)


def _levels(
    asked: Sequence[Practice], chart: SkillChart, value: Callable[[Practice], int]
) -> tuple[Point | None, ...]:
    points: list[Point | None] = []
    for made in asked:
        told = words.asked(made, chart.on)
        end = made.reached_on or made.until
        ends = made.since, max(end, min(made.since + LEAST_LINE, chart.on))
        _add(points, [Point(on, float(value(made)), told) for on in ends])
    return tuple(points)


def _ends(asked: Sequence[Practice], chart: SkillChart) -> tuple[Point | None, ...]:
    points: list[Point | None] = []
    for made in asked:
        if made.reached_on is not None:
            done = float(made.exposures[-1].done) if made.exposures else 0.0
            told = [dates.short(made.reached_on, chart.on), words.reached(made)]
            key = chart.sessions.get(made.reached_on)
            _add(points, [Point(made.reached_on, done, told, key)])
    return tuple(points)


def _add(points: list[Point | None], run: Sequence[Point]) -> None:
    """Add a run of points, parted from what is there."""
    if points and run:
        points.append(None)
    points.extend(run)


@dataclass(frozen=True, slots=True)
class PracticeRow:
    """A session of practice, or what a practice began or ended with."""

    on: date
    done: int | None
    sound: int | None
    needed: int
    gate: int
    rating: str
    note: str


def rows(made: PracticeHistory) -> list[PracticeRow]:
    """Return sessions of practice, breaks and ends by day, newest first."""
    return [row for each in made.practices[::-1] for row in _rows(each)[::-1]]


def _rows(made: Practice) -> list[PracticeRow]:
    began = words.began(made)
    found = [
        PracticeRow(
            each.on, each.done, each.sound, made.needed, made.gate,
            words.rating(each.rating), began if place == 0 else "",
        )
        for place, each in enumerate(made.exposures)
    ]  # fmt: skip
    if not found and began:
        found.append(PracticeRow(made.since, None, None, made.needed, made.gate, "", began))
    if made.reached_on is None:
        return found
    ended = words.ended(made)
    if found and found[-1].on == made.reached_on:
        last = found.pop()
        return [*found, replace(last, note=" · ".join(filter(None, (last.note, ended))))]
    done = made.exposures[-1] if made.exposures else None
    counts = (done.done, done.sound) if done else (0, 0)
    return [*found, PracticeRow(made.reached_on, *counts, made.needed, made.gate, "", ended)]


def columns(today: date) -> list[Column[PracticeRow]]:
    """Return the columns behind the plot of practice."""

    def day(value: Cell) -> str:
        return dates.short(value, today) if isinstance(value, date) else ""

    names = words.practice_columns()
    return [
        Column(names[0], lambda row: row.on, day),
        Column(names[1], lambda row: row.done, numeric=True),
        Column(names[2], lambda row: row.sound, numeric=True),
        Column(names[3], lambda row: row.needed, numeric=True),
        Column(names[4], lambda row: row.gate, numeric=True),
        Column(names[5], lambda row: row.rating),
        Column(names[6], lambda row: row.note),
    ]
