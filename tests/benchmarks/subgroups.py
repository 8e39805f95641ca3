"""The engine's figures for groups of simulated lifters."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import chain

import numpy as np
from figures import side_by_side
from forecast_figures import COLUMNS as FORECAST_COLUMNS, compared
from forecasts import ENGINE, Table
from levelling import Course, calls, rank
from lifts import Lift, labels
from phases import Phases, summary

FORECAST = ("MAE", "c80", "closed", "level", "gain")
COLUMNS = ("lifters", *FORECAST, "FA", "delay", "p80", "AUC", "F1", "flags")
DIGITS = "022022200321"


def report(
    histories: Sequence[Lift],
    table: Table,
    courses: Mapping[str, Sequence[Course]],
    phases: Phases,
) -> str:
    """Write forecasts, levelling off (all worlds) and phases of every group."""
    groups = sorted({label for lift in histories for label in labels(lift)})
    pooled = list(chain.from_iterable(courses.values()))
    rows = {
        group: (
            float(sum(group in labels(lift) for lift in histories)),
            *_forecasts(table, [group in labels(lift) for lift in histories]),
            *_levelling([course for course in pooled if group in course.labels]),
            *_phases(phases, [group in each for each in phases.labels]),
        )
        for group in groups
    }
    return "Subgroups of simulated lifters\n" + side_by_side(COLUMNS, rows, DIGITS)


def _forecasts(table: Table, members: Sequence[bool]) -> tuple[float, ...]:
    row = compared(table.only(np.array(members)[table.owner]))[ENGINE]
    return tuple([row[FORECAST_COLUMNS.index(name)] for name in FORECAST])


def _levelling(courses: Sequence[Course]) -> tuple[float, ...]:
    made = calls(courses, [course.called for course in courses])
    return made.false_share, made.delay(), made.delay(0.8), rank(courses, ENGINE)


def _phases(phases: Phases, members: Sequence[bool]) -> tuple[float, ...]:
    some = phases.only(np.array(members)[phases.owner])
    found = summary(some.true, some.said)
    return found[1], found[-1]
