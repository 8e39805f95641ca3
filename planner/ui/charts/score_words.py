"""How the scores of an exercise without a load look and are called."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from functools import partial

from planner.coach import climbing, ladder_words, wording
from planner.coach.scores import Score, ScoreChart
from planner.engine.terms import Exercise, Measure, Phrase, Side
from planner.language import filled, passage, tr
from planner.ui import counts, dates
from planner.ui.charts.cells import day_text
from planner.ui.charts.plot_legend import Entry, LegendSign
from planner.ui.table_model import Cell, Column
from planner.ui.theme import Theme


def colour(side: Side, tokens: Theme) -> str:
    """Return the colour of a side; its mark and its line differ, too."""
    return tokens.phases["fatigue"] if side is Side.RIGHT else tokens.accent


def side_word(side: Side) -> str:
    """Return the word for a side; '' where sides are not told apart."""
    return {Side.LEFT: tr("left"), Side.RIGHT: tr("right")}.get(side, "")


def amount(value: float | None, exercise: Exercise) -> str:
    """Write what was reached in the reader's numbers; '–' where nothing was noted."""
    return "–" if value is None else ladder_words.amount(value, exercise.measure)


def measure_word(measure: Measure) -> str:
    """Return what is charted, with its unit."""
    return {
        Measure.SECONDS: tr("seconds"),
        Measure.DISTANCE: tr("metres"),
        Measure.REACH: tr("reach, cm"),
        Measure.QUALITY: tr("quality"),
        Measure.REPS: tr("repetitions"),
    }[measure]


def told(score: Score, exercise: Exercise) -> list[str]:
    """Say what a session shows of a side, a line each."""
    side = side_word(score.side)
    best, middle = (amount(value, exercise) for value in (score.best, score.middle))
    both = tr("best {best}, median {middle}").format(best=best, middle=middle)
    values = best if best == middle else both
    lines = [
        wording.told_of(side, values) if side else values,
        counts.sets(score.sets),
        lost(score, exercise),
    ]
    return [line for line in lines if line]


def lost(score: Score, exercise: Exercise) -> str:
    """Say that balance was lost in a session, or technique broke down; '' when neither."""
    if not score.lost:
        return ""
    return tr("balance lost") if climbing.balances(exercise) else tr("technique broke down")


def legend(chart: ScoreChart) -> list[Entry]:
    """Return the signs of a plot with their words."""
    signs: list[Entry] = [(LegendSign.LEFT, tr("median of a session, upright to the best set"))]
    if chart.exercise.per_side:
        signs = [
            (LegendSign.LEFT, tr("left: median, upright to the best")),
            (LegendSign.RIGHT, tr("right")),
        ]
    if any(each.lost for each in chart.scores):
        balances = climbing.balances(chart.exercise)
        signs.append((LegendSign.CROSS, tr("balance lost") if balances else tr("broke down")))
    if chart.target is not None and chart.exercise.measure is not Measure.QUALITY:
        goal = amount(chart.target, chart.exercise)
        signs.append((LegendSign.DOTS, tr("{goal} for the next step").format(goal=goal)))
    return signs


def hint(chart: ScoreChart, since: date) -> str:
    """Say what a plot lacks: nothing noted at all, or nothing in the days shown; '' for neither."""
    known = [each.on for each in chart.scores if each.middle is not None]
    if not known and chart.exercise.measure is Measure.QUALITY:
        return tr("No set was rated yet. Alt+1, 2, 3 in the log rates one: sound, shaky, lost.")
    if not known:
        return tr("No {measure} noted yet.").format(measure=measure_word(chart.exercise.measure))
    if known[-1] >= since:
        return ""
    day = dates.short(known[-1], chart.on)
    return filled(tr("Not done in the days shown; the last session was on {day}."), day=day)


def columns(exercise: Exercise) -> list[Column[Score]]:
    """Return the columns of the table behind the plot."""

    def number(title: str, name: str) -> Column[Score]:
        def value(row: Score) -> Cell:
            known: float | None = getattr(row, name)
            return known

        def shown(cell: Cell) -> str:
            return amount(cell, exercise) if isinstance(cell, float | int) else ""

        return Column(f"{title}, {unit}", value, shown, numeric=True)

    unit = measure_word(exercise.measure)
    side = [Column[Score](tr("Side"), lambda row: side_word(row.side))]
    return [
        Column[Score](tr("Date"), lambda row: row.on, day_text),
        *(side if exercise.per_side else ()),
        number(tr("Best"), "best"),
        number(tr("Median"), "middle"),
        Column[Score](tr("Sets"), lambda row: row.sets or None, numeric=True),
        Column[Score](tr("Note"), lambda row: _note(row, exercise)),
    ]


def _note(row: Score, exercise: Exercise) -> str:
    if not row.sets:
        return tr("not logged")
    unrated = tr("{sets} not rated").format(sets=counts.sets(row.unrated)) if row.unrated else ""
    return " · ".join(part for part in (lost(row, exercise), unrated) if part)


def newest_first(scores: Sequence[Score]) -> list[Score]:
    """Return the rows of the table."""
    return list(scores[::-1])


def said(phrases: Iterable[Phrase], today: date) -> str:
    """Write phrases one after another, with the reader's words, and the year of other years."""
    days = partial(dates.short, beside=today)
    return passage(wording.render(each, dates=days) for each in phrases)
