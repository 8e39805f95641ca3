"""A log while it is being read: rows go in one by one, sessions come out."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from itertools import islice
from statistics import mode
from typing import Any, TypeAlias

from planner.engine.terms import Exercise, LoggedExercise, LoggedSet, Session, several
from planner.formats import cells
from planner.formats.doubts import doubtful_sets
from planner.formats.parsed import ParsedLog, Progress, RowNote, RowProblem
from planner.formats.text import Record
from planner.formats.units import Load, UnitChoice
from planner.language import figure, ntr, tr, whole_number

LONGEST_SESSION_S = 6 * 3600.0  # longer means that the app was left open
PROGRESS_ROWS = 500

DONE = ("load_kg", "reps", "rir", "seconds", "distance_m", "load", "unit")
FIELDS = (*DONE, "kind", "note", "source_line", "source_text")  # of a set, as a row tells them
PLANNED = ("target_reps", "logged_at")  # beside them in the rows of an app that tells these too
Row: TypeAlias = tuple[Any, ...]


@dataclass(slots=True)
class SlotDraft:
    """One run of rows of an exercise; `notes` stands beside `rows`, one for each.

    `sets` are made of the rows when the file is read, all at once.
    """

    exercise: str
    superset: int | None = None
    rows: list[Row] = field(default_factory=list)
    sets: list[LoggedSet] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    more_notes: list[str] = field(default_factory=list)
    rests_s: list[int] = field(default_factory=list)
    last_index: int | None = None

    def add(self, row: Row, note: str = "") -> None:
        """Add what a row says about a set, with what it notes about the exercise."""
        self.rows.append(row)
        self.notes.append(note)

    def add_rest(self, text: str) -> None:
        """Keep a rest in seconds; what is no number is no rest."""
        with suppress(ValueError):
            self.rests_s.append(round(cells.number(text) or 0))


@dataclass(slots=True)
class SessionDraft:
    """A session with its slots in the file's order."""

    on: date
    name: str = ""
    started_at: datetime | None = None
    duration_s: int | None = None
    utc_offset_min: int | None = None
    notes: list[str] = field(default_factory=list)
    slots: list[SlotDraft] = field(default_factory=list)

    def slot(self, exercise: str, superset: int | None = None) -> SlotDraft:
        """Return the last slot while the exercise goes on, else a new one."""
        last = self.slots[-1] if self.slots else None
        if last is None or last.exercise != exercise or last.superset != superset:
            last = SlotDraft(exercise, superset)
            self.slots.append(last)
        return last

    def new_slot(self, exercise: str, superset: int | None = None) -> SlotDraft:
        """Begin a slot even when the exercise is the same."""
        self.slots.append(SlotDraft(exercise, superset))
        return self.slots[-1]

    def add_note(self, text: str) -> None:
        """Keep a note of the whole session, each text once."""
        if text and (clean := cells.note(text)) not in self.notes:
            self.notes.append(clean)


@dataclass(slots=True)
class LogDraft:
    """Everything read so far; sessions by what tells them apart in the file."""

    sessions: dict[Hashable, SessionDraft] = field(default_factory=dict)
    skipped: list[RowNote] = field(default_factory=list)
    flagged: list[RowNote] = field(default_factory=list)
    snapped: dict[str, list[tuple[int, Load]]] = field(default_factory=dict)

    def flag(self, line: int, reason: str) -> None:
        """Point at a row that comes in but looks odd."""
        self.flagged.append(RowNote(line, reason))

    def note_snapped(self, line: int, exercise: str, load: Load) -> None:
        """Remember a load that was typed in the other unit."""
        self.snapped.setdefault(exercise, []).append((line, load))

    def length_s(self, read: Callable[[str], float | None], text: str, line: int) -> int | None:
        """Read a session's length in seconds; nonsense and over six hours are unknown."""
        try:
            seconds = read(text) if text else None
        except ValueError:
            seconds = -1.0
        if not seconds or 0 < seconds <= LONGEST_SESSION_S:
            return round(seconds) if seconds else None
        if seconds > 0:
            left_open = tr("the session's length of {hours} h, left open, is not kept")
            self.flag(line, left_open.format(hours=whole_number(round(seconds / 3600.0))))
        else:
            nonsense = tr("the session's length of '{text}', is not kept")
            self.flag(line, nonsense.format(text=text))
        return None


def read_rows(
    records: Sequence[Record],
    take: Callable[[Record], None],
    draft: LogDraft,
    progress: Progress | None,
) -> None:
    """Give each row to `take`; what it refuses with RowProblem is listed with the reason."""
    for done, record in enumerate(records):
        if progress is not None and done % PROGRESS_ROWS == 0:
            progress(done, len(records))
        try:
            if record.problem:
                raise RowProblem(record.problem)
            take(record)
        except RowProblem as problem:
            draft.skipped.append(RowNote(record.line, str(problem)))
    if progress is not None:
        progress(len(records), len(records))


def finish(
    draft: LogDraft,
    app: str,
    unit: UnitChoice,
    rows: int,
    exercises: Iterable[Exercise] = (),
) -> ParsedLog:
    """Make the log of a draft: doubts marked, sessions oldest first, notes by line."""
    drafts = sorted(draft.sessions.values(), key=_start)
    _make_sets([slot for session in drafts for slot in session.slots])
    _mark_doubts(drafts, draft)
    _tell_snapped(draft)
    sessions = tuple(filter(None, map(_session, drafts)))
    return ParsedLog(
        app,
        unit.unit,
        unit.stated,
        unit.confidence,
        rows,
        sessions,
        tuple(sorted(draft.skipped)),
        tuple(sorted(draft.flagged)),
        tuple(exercises),
    )


def _start(draft: SessionDraft) -> tuple[date, datetime]:
    return draft.on, draft.started_at or datetime.min


def _make_sets(slots: Sequence[SlotDraft]) -> None:
    rows = [row for slot in slots for row in slot.rows]
    columns = zip(*rows, strict=True)
    sets = iter(
        several(LoggedSet, len(rows), dict(zip((*FIELDS, *PLANNED), columns, strict=False)))
    )
    for slot in slots:
        slot.sets = list(islice(sets, len(slot.rows)))


def _mark_doubts(drafts: Sequence[SessionDraft], draft: LogDraft) -> None:
    """Flag sets that look like typing errors or like another way of counting the load."""
    by_exercise: dict[str, list[tuple[date, SlotDraft]]] = {}
    for session in drafts:
        for slot in filter(_performed, session.slots):
            by_exercise.setdefault(slot.exercise, []).append((session.on, slot))
    for exercise, slots in by_exercise.items():
        for doubt in doubtful_sets([(on, slot.sets) for on, slot in slots]):
            sets = slots[doubt.slot][1].sets
            entry = sets[doubt.position]
            sets[doubt.position] = replace(entry, flags=entry.flags | {doubt.flag})
            if doubt.reason:
                remark = tr("{exercise}: {remark}").format(exercise=exercise, remark=doubt.reason)
                draft.flag(entry.source_line or 0, remark)


def _performed(slot: SlotDraft) -> bool:
    return bool(slot.sets)


def _tell_snapped(draft: LogDraft) -> None:
    """Tell once per exercise that loads were typed in the other unit."""
    for exercise, found in draft.snapped.items():
        line, load = found[0]
        n = len(found)
        once = tr("{exercise}: {text} is {load} {unit}, kept so")
        often = ntr(
            "{exercise}: {text} is {load} {unit}, kept so, {n} set in all",
            "{exercise}: {text} is {load} {unit}, kept so, {n} sets in all",
            n,
        )
        kept = (often if n > 1 else once).format(
            exercise=exercise, text=load.text, load=figure(load.value), unit=load.unit, n=n
        )
        draft.flag(line, kept)


def _session(draft: SessionDraft) -> Session | None:
    slots = list(filter(_performed, draft.slots))
    if not slots:
        return None
    for slot in draft.slots:
        if not slot.sets and slot.more_notes:
            draft.add_note(f"{slot.exercise}: " + "\n".join(slot.more_notes))
    return Session(
        draft.on,
        tuple(map(_slot, slots)),
        draft.name,
        draft.started_at,
        draft.duration_s,
        draft.utc_offset_min,
        note="\n".join(draft.notes),
        finished=True,
    )


def _slot(draft: SlotDraft) -> LoggedExercise:
    """Make a slot. A note that begins with it and has no other beside it is the exercise's."""
    noted = any(draft.notes)
    of_exercise = noted and set(filter(None, draft.notes)) == set(draft.notes[:1])
    sets = draft.sets
    if noted and not of_exercise:
        sets = [_with_note(entry, text) for entry, text in zip(sets, draft.notes, strict=True)]
    return LoggedExercise(
        draft.exercise,
        tuple(sets),
        draft.superset,
        mode(draft.rests_s) if draft.rests_s else None,
        "\n".join([*draft.more_notes, *(draft.notes[:1] if of_exercise else ())]),
    )


def _with_note(entry: LoggedSet, text: str) -> LoggedSet:
    return replace(entry, note="\n".join(filter(None, (entry.note, text)))) if text else entry
