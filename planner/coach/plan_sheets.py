"""The plan of a lifter as a spreadsheet: a sheet a week, its sessions below each other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from planner.coach import loads, planned_lines, week_notes
from planner.coach.planned_lines import PlannedDay
from planner.coach.prescription_words import PAPER_BLANK, load_with_unit
from planner.coach.sheet import NOTHING, SheetLine
from planner.engine.terms import Microcycle, PlannedExercise, PlannedSet, SetKind, Unit
from planner.formats import spreadsheet
from planner.formats.parsed import Progress
from planner.formats.spreadsheet import Cell, Column, Heading, Sheet
from planner.language import tr

COLUMNS = (
    *(Column("", 6), Column("exercise", 30), Column("sets", 18), Column("load", 18)),
    *(Column("RIR", 8), Column("tempo", 10), Column("rest", 10), Column("note", 30)),
    *(Column("warm-up", 18), Column("work_sets", 10), Column("reps_low"), Column("reps_high")),
    *(Column("load_number", 12), Column("unit", 6), Column("load_kg"), Column("percent_e1rm", 13)),
    *(Column("seconds"), Column("distance_m", 11)),
)
_TITLES = [Heading(column.title) for column in COLUMNS]


@dataclass(frozen=True, slots=True)
class PlanBook:
    """A block: a sheet a week and one that says what it is; `sessions` are counted."""

    name: str
    sheets: tuple[Sheet, ...]
    sessions: int


def book(lifter_id: int, today: date) -> PlanBook:
    """Return the block of a day; raises NothingPlanned."""
    block, basis = planned_lines.block(lifter_id, today), loads.LoadBasis(lifter_id, today)
    done_on = planned_lines.done(lifter_id)
    weeks = [(week, planned_lines.days(week, basis, done_on)) for week in block.weeks]
    sheets = [_sheet(week, days, basis.lifter.unit) for week, days in weeks]
    about: list[list[Cell]] = [
        [Heading(tr("Plan")), block.name],
        [tr("lifter"), basis.lifter.name],
        [tr("starts on"), block.started_on],
        [tr("made on"), today],
        [tr("note"), block.note],
        [None, tr("sets and load are as on the sheet; the numbers behind them are of the work "
                  "sets.")],
    ]  # fmt: skip
    last = Sheet(tr("About"), [Column("", 16), Column("", 80)], about, titled=False)
    return PlanBook(block.name, (*sheets, last), sum(len(days) for _, days in weeks))


def write(made: PlanBook, progress: Progress | None = None) -> bytes:
    """Write a block; `progress` gets (rows done, rows in all) and may raise to stop."""
    return spreadsheet.write(made.sheets, progress)


def _sheet(week: Microcycle, days: Sequence[PlannedDay], unit: Unit) -> Sheet:
    name = tr("Week {n} deload" if week.deload else "Week {n}").format(n=week.number)
    note: list[list[Cell]] = [[None, week_notes.said(week.note)], []] if week.note else []
    rows = [*note, *_blocks(days, unit)]
    return Sheet(name, COLUMNS, rows, len(rows), titled=False)


def _blocks(days: Sequence[PlannedDay], unit: Unit) -> Iterator[list[Cell]]:
    for day in days:
        done: list[Cell] = [tr("done"), day.done_on] if day.done_on else []
        yield [None, Heading(day.planned.name), day.on, *done]
        if day.planned.note:
            yield [None, day.planned.note]
        yield list(_TITLES)
        for line, planned in zip(day.lines, day.planned.exercises, strict=True):
            yield [*_words(line, unit), *_numbers(planned)]
        yield []


def _words(line: SheetLine, unit: Unit) -> list[Cell]:
    blank = PAPER_BLANK in line.load or line.load == NOTHING
    load = "" if blank else load_with_unit(line.load, unit)
    rir = "" if line.rir == NOTHING else line.rir
    sets, warm_up = line.sets.replace("\n", " "), "  ".join(line.warm_up)
    return [
        *(line.superset, line.exercise, sets, load, rir, line.tempo, line.rest, line.note, warm_up)
    ]


def _numbers(planned: PlannedExercise) -> list[Cell]:
    work = [entry for entry in planned.sets if entry.kind is not SetKind.WARMUP]
    units = {entry.unit for entry in work if entry.load is not None}
    return [
        len(work),
        _only(work, "reps_low"),
        _only(work, "reps_high"),
        _only(work, "load"),
        str(*units) if len(units) == 1 else None,
        *(_only(work, name) for name in ("load_kg", "percent_e1rm", "seconds", "distance_m")),
    ]


def _only(work: Sequence[PlannedSet], name: str) -> Cell:
    """Return what all sets have alike; None when they differ: the words tell those."""
    values: set[float | None] = {getattr(entry, name) for entry in work}
    return values.pop() if len(values) == 1 else None
