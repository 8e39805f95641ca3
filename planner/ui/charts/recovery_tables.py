"""The numbers behind the plots of the recovery page, newest first."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial

from planner.coach import wording
from planner.coach.charts.check_in_answers import Answers
from planner.coach.charts.recovery_days import RecoveryDay
from planner.coach.charts.sleep_and_strength import HOURS, Night
from planner.coach.wording import in_row
from planner.engine.terms import Unit
from planner.language import tr
from planner.ui import group_words, today_words
from planner.ui.charts import recovery_words
from planner.ui.charts.cells import day_text
from planner.ui.table_model import Cell, Column

AnswerRow = tuple[date, dict[str, float]]
DECIMALS = 3  # of a share in a file; on the screen tens are told


def day_columns(unit: Unit) -> list[Column[RecoveryDay]]:
    """Return the columns of what was said by day."""

    def why(day: RecoveryDay) -> Cell:
        return None if day.why is None else recovery_words.said(day.why, unit, day.on)

    return [
        Column(tr("Date"), lambda day: day.on, day_text),
        Column(tr("As a whole"), lambda day: _share(day.whole), _tens, numeric=True),
        Column(tr("Muscles"), lambda day: _share(day.muscles), _tens, numeric=True),
        Column(tr("Verdict"), lambda day: recovery_words.verdict(day.verdict) or None),
        Column(tr("Own choice"), lambda day: recovery_words.verdict(day.chosen) or None),
        Column(tr("Got harder"), lambda day: in_row(day.harder) or None),
        Column(tr("Why"), why),
    ]


def group_columns(groups: Sequence[str]) -> list[Column[RecoveryDay]]:
    """Return a column for each muscle group."""

    def level(group: str) -> Callable[[RecoveryDay], Cell]:
        return lambda day: _share(dict(day.groups).get(group))

    columns = [
        Column(group_words.alone(group), level(group), _tens, numeric=True) for group in groups
    ]
    return [Column(tr("Date"), lambda day: day.on, day_text), *columns]


def answer_rows(answers: Sequence[Answers]) -> list[AnswerRow]:
    """Return what was answered by day, newest first."""
    days: dict[date, dict[str, float]] = {}
    for each in answers:
        for on, value in each.given:
            days.setdefault(on, {})[each.question] = value
    return sorted(days.items(), reverse=True)


def answer_columns(answers: Sequence[Answers]) -> list[Column[AnswerRow]]:
    """Return a column for each question."""

    def value(question: str, row: AnswerRow) -> Cell:
        return row[1].get(question)

    columns = [
        Column(recovery_words.question(each.question), partial(value, each.question), _plain,
               numeric=True)
        for each in answers
    ]  # fmt: skip
    return [Column(tr("Date"), lambda row: row[0], day_text), *columns]


def night_columns(by: str) -> list[Column[Night]]:
    """Return the columns of nights."""
    slept = tr("Hours slept") if by == HOURS else tr("Sleep, 1–5")
    return [
        Column(tr("Date"), lambda night: night.on, day_text),
        Column(slept, lambda night: night.slept, _plain, numeric=True),
        Column(tr("From expected %"), lambda night: round(100 * night.share, 1), _plain,
               numeric=True),
        Column(tr("Lifts"), lambda night: night.lifts, numeric=True),
    ]  # fmt: skip


def _share(level: float | None) -> Cell:
    return None if level is None else round(level, DECIMALS)


def _tens(cell: Cell) -> str:
    return today_words.percent(float(cell)) if isinstance(cell, float | int) else ""


def _plain(cell: Cell) -> str:
    return wording.number(cell, DECIMALS) if isinstance(cell, float | int) else ""
