"""A log as a spreadsheet: one row a set as in our own table, with real dates and numbers.

Beside the log stand bodyweights, check-ins, the exercises that are used, and what the file is.
Only the sheet of the log comes in again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from planner.engine.terms import KG_PER_LB, N_, CheckIn, Exercise, Lifter, Session, Unit
from planner.formats import codecs, csv_log, workbook
from planner.formats.codecs import Codec
from planner.formats.csv_log import HEADER, SESSION, SET, SLOT
from planner.formats.guard import guarded
from planner.formats.parsed import FormatProblem, ParsedLog, Progress
from planner.formats.spreadsheet import Cell, Column, Heading, Sheet, fits, write as write_sheets
from planner.formats.text import Record
from planner.language import tr

NAME = N_("Workout Planner spreadsheet")
LOOKED_FOR = N_("this program's own spreadsheet")
SCHEMA = 1
LOG = "Log"
FOLDED = (
    "session_number", "slot_number", "utc_offset_min", "logged_at", "flags", "source_line",
    "source_text", "session_uid", "slot_uid", "set_uid",
)  # fmt: skip
SHOWN = (
    *("date", "session", "exercise_name", "set_number", "kind", "load", "unit", "load_kg"),
    *("reps", "rir", "target_reps", "seconds", "distance_m", "side", "tempo", "technique", "pain"),
    *("note", "exercise_note", "session_note", "superset", "rest_s", "started_at", "duration_s"),
    *("finished", "exercise"),
)
ORDER = (*SHOWN, *FOLDED)
_AT = [HEADER.index(title) for title in ORDER]
_WIDE = {
    "date": 12, "session": 20, "exercise_name": 30, "note": 30, "exercise_note": 24,
    "session_note": 30, "started_at": 20, "logged_at": 20, "exercise": 24, "source_text": 30,
}  # fmt: skip
_TEXTS = {c for c, _, codec in (*SESSION, *SLOT, *SET) if codec in (codecs.TEXT, codecs.NAME)}
_TEXTS.add("exercise_name")
NO_SHEET = N_(
    "I looked for {wanted}, which has a sheet '{sheet}'. A log of another app: save its sheet as "
    "CSV and import that."
)
ABOUT = (
    N_(
        "Written by Workout Planner, offline. File › Import log takes the sheet Log in again, also "
        "after changes: leave the names of its columns as they are."
    ),
    N_(
        "Log: one row a set. load and unit are as typed, load_kg is the same in kilograms; rir are "
        "repetitions in reserve; seconds, metres and kilograms are plain numbers."
    ),
    N_(
        "The + above the last columns of Log unfolds what tells sets apart and where they came "
        "from."
    ),
)


@dataclass(frozen=True, slots=True)
class LogBook:
    """What goes into a lifter's spreadsheet; bodyweights are (day, kg), `left_out` a sentence."""

    lifter: Lifter
    sessions: tuple[Session, ...]
    exercises: tuple[Exercise, ...]
    bodyweights: tuple[tuple[date, float], ...] = ()
    check_ins: tuple[CheckIn, ...] = ()
    made_at: datetime | None = None
    left_out: str = ""


def write(made: LogBook, progress: Progress | None = None) -> bytes:
    """Write a lifter's log; `progress` gets (rows done, rows in all) and may raise to stop."""
    return write_sheets([_log(made), *_beside(made)], progress)


def shortened(made: LogBook) -> int:
    """Count the notes that no cell holds whole."""
    return sum(not fits(note) for note in _notes(made))


def _notes(made: LogBook) -> Iterator[str]:
    for session in made.sessions:
        yield session.note
        for slot in session.exercises:
            yield slot.note
            yield from (entry.note for entry in slot.sets)
    yield from (answers.note for answers in made.check_ins)


def read(data: bytes, chosen: Unit | None = None, progress: Progress | None = None) -> ParsedLog:
    """Read what `write` wrote, also after a spreadsheet has saved it; raises FormatProblem."""
    found = enumerate(workbook.rows(data, LOG) or (), 1)
    lines = [(at, row) for at, row in found if any(cell != "" for cell in row)]
    header = [workbook.text(cell).strip() for cell in lines[0][1]] if lines else []
    if not csv_log.is_header(header):
        raise FormatProblem(tr(NO_SHEET).format(wanted=tr(LOOKED_FOR), sheet=LOG))
    texts = [title in _TEXTS for title in header]
    made = (Record(at, _cells(row, texts), "") for at, row in lines[1:])
    ordered = sorted(made, key=_place([header.index(title) for title in csv_log.NUMBERS]))
    return csv_log.read_records(NAME, header, ordered, chosen, progress)


def _cells(row: list[workbook.Value], texts: list[bool]) -> list[str]:
    """Return cells as our own table has them, a blank one more than there are columns."""
    told = [
        guarded(workbook.text(cell)) if is_text and cell else workbook.text(cell)
        for cell, is_text in zip(row, texts, strict=False)
    ]
    return told + [""] * (len(texts) + 1 - len(told))


def _place(numbers: list[int]) -> Callable[[Record], tuple[float, ...]]:
    """Return where a row belongs, also after somebody has sorted the sheet by something else."""
    return lambda record: tuple(_number(record.cells[at]) for at in numbers)


def _number(text: str) -> float:
    try:
        return float(text or 0)
    except ValueError:
        return 0.0


def _log(made: LogBook) -> Sheet:
    names = {each.slug: each.name for each in made.exercises}
    columns = [Column(title, _WIDE.get(title, 10.0), title in FOLDED) for title in ORDER]
    counts = (csv_log.rows_of(session) for session in made.sessions)
    return Sheet(LOG, columns, _rows(made.sessions, names), sum(counts))


def _rows(sessions: Iterable[Session], names: Mapping[str, str]) -> Iterator[list[Cell]]:
    for row in csv_log.rows(sessions, names, _cell):
        yield [row[at] for at in _AT]


def _cell(value: object, codec: Codec) -> Cell:
    """Return a value as a cell has it; text needs no guard, since no cell is a formula."""
    if isinstance(value, StrEnum | bool | frozenset):
        return str(codec.write(value))
    assert value is None or isinstance(value, str | float | int | date)
    return value


def _beside(made: LogBook) -> list[Sheet]:
    pounds = made.lifter.unit is Unit.LB
    weights = [(on, kg, *((kg / KG_PER_LB,) if pounds else ())) for on, kg in made.bodyweights]
    unit = [Column("lb")] if pounds else []
    return [
        Sheet("Bodyweight", [Column("date", 12), Column("kg"), *unit], weights),
        Sheet("Check-ins", _CHECK_IN, map(_answers, made.check_ins)),
        Sheet("Exercises", _EXERCISE, map(_exercise, made.exercises)),
        Sheet(tr("About"), [Column("", 24), Column("", 100)], _about(made), titled=False),
    ]


_CHECK_IN = [
    *(Column("date", 12), Column("sleep"), Column("sleep_hours", 12), Column("soreness")),
    *(Column("sore_areas", 30), Column("mood"), Column("motivation", 12), Column("energy")),
    Column("note", 40),
]
_EXERCISE = [
    *(Column("name", 30), Column("exercise", 24), Column("pattern", 16), Column("category", 16)),
    *(Column("equipment", 14), Column("measure"), Column("load_kind", 12)),
    *(Column("muscles", 60), Column("own")),
]


def _answers(made: CheckIn) -> list[Cell]:
    areas = ", ".join(f"{area} {value}" for area, value in made.sore_areas)
    told = (made.sleep, made.sleep_hours, made.soreness, areas)
    return [made.on, *told, made.mood, made.motivation, made.energy, made.note]


def _exercise(made: Exercise) -> list[Cell]:
    muscles = ", ".join(f"{muscle} {share:g}" for muscle, share in made.muscles)
    kinds = (made.pattern, made.category, made.equipment, made.measure, made.load_kind)
    return [made.name, made.slug, *map(str, kinds), muscles, "yes" if made.custom else "no"]


def _about(made: LogBook) -> Iterator[Sequence[Cell]]:
    yield [Heading(tr("Training log")), made.lifter.name]
    yield ["program", "workout-planner"]
    yield ["schema", SCHEMA]
    yield [tr("written"), made.made_at]
    if made.left_out:
        yield [tr("not in it"), made.left_out]
    yield from ([None, tr(text)] for text in ABOUT)
