"""A sheet as it is typed back: its sessions, exercises and boxes in the order of the paper.

What is typed is kept apart from it, as texts by the keys of the boxes: `Edits`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TypeAlias

from planner.coach import (
    as_done,
    check_ins,
    kept_back,
    loads,
    mood,
    program_names,
    sheet_days,
    sheet_keys,
    sheet_paper,
    sheet_rows,
    sheet_slots,
    too_soon,
    wording,
)
from planner.coach.entry import SetRow
from planner.coach.kept_back import KeptBack
from planner.coach.planning import load_words, no_load, prescription_text
from planner.coach.sheet_boxes import Reading, typed_text
from planner.coach.sheet_pain import read_line
from planner.coach.sheet_slots import Part
from planner.coach.typing_back import sheet_code
from planner.engine.in_turn import in_turn
from planner.engine.terms import (
    Exercise,
    LoggedSet,
    PlannedExercise,
    PlannedSession,
    Session,
    SetKind,
    Unit,
)
from planner.language import tr
from planner.storage import clients, log, log_reads, plan

ANSWERS = ("sleep", "soreness", "energy", check_ins.MOOD)  # the last one where it is printed
WEIGHT = "check.weight"
Edits: TypeAlias = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Box:
    """A box of the sheet; `text` is what the log has for it, as it would be typed."""

    key: str
    row: SetRow
    text: str


@dataclass(frozen=True, slots=True)
class Line:
    """An exercise of the sheet; `words` are its prescription, `slot_id` is where it is logged."""

    key: str
    exercise: Exercise
    words: str
    boxes: tuple[Box, ...]
    note: str
    planned: PlannedExercise | None
    slot_id: int | None

    @property
    def note_key(self) -> str:
        """Return the key of the note beside the boxes."""
        return f"{self.key}.note"


@dataclass(frozen=True, slots=True)
class GridSession:
    """A session of the sheet; `session_id` is what was logged of it, on the day `on`."""

    key: str
    planned_session_id: int
    name: str
    planned_on: date
    on: date
    note: str
    lines: tuple[Line, ...]
    session_id: int | None

    @property
    def on_key(self) -> str:
        """Return the key of the day."""
        return f"{self.key}.on"

    @property
    def note_key(self) -> str:
        """Return the key of the note on the session."""
        return f"{self.key}.note"


@dataclass(frozen=True, slots=True)
class SheetGrid:
    """A lifter's week to be typed in; `answers` holds the check-in's stored texts by key.

    `heading` is the block's name on paper, and `called` the sessions' names there by key.
    `code` is the printed one, as far as it was typed; `check` is of it, '' when nobody typed it;
    `replanned` says that other numbers are printed on the sheet than are planned now.
    """

    lifter_id: int
    lifter: str
    unit: Unit
    bodyweight_kg: float | None
    week_id: int
    uid: str
    code: str
    number: int
    heading: str
    called: Mapping[str, str]
    starts_on: date
    sessions: tuple[GridSession, ...]
    answers: Mapping[str, str]
    check: str
    replanned: bool


def sheet_grid(lifter_id: int, week_id: int, today: date, check: str = "") -> SheetGrid:
    """Return a lifter's week as its sheet; LookupError when it is gone.

    `check` is of the printed code: loads stand as they were printed, before a limit or under it.
    Where it is of another plan nobody knows any more what was printed: then nothing counts as
    planned, and what is done has to be typed.
    """
    basis = loads.LoadBasis(lifter_id, today)
    lifter, done = basis.lifter, plan.done_in_week(week_id)
    done_on = (log.session(key).on for key in done.values())
    week, limits_of = sheet_paper.as_printed(plan.week(week_id), check, done_on, basis)
    shown = week if limits_of is not None else sheet_paper.with_room(week)
    named = program_names.on_paper(lifter_id, week)
    ordered = sorted(shown.sessions, key=lambda made: made.day)
    days = [week.starts_on + timedelta(days=made.day) for made in ordered]
    sessions = tuple(
        _session(made, on, done.get(made.id or 0), (limits_of or {}).get(made.uid), basis)
        for made, on in zip(ordered, days, strict=True)
    )
    if limits_of is None:
        sessions = tuple(map(_without_targets, sessions))
    now = sheet_paper.printed(week, kept_back.days(week, done, today), basis)
    return SheetGrid(
        lifter_id, lifter.name, lifter.unit, lifter.bodyweight_kg, week_id, week.uid,
        sheet_code(now, check), week.number, *named, week.starts_on, sessions,
        _answers(lifter_id, check_day(sessions, {}), lifter.unit), check, limits_of is None,
    )  # fmt: skip


def _without_targets(session: GridSession) -> GridSession:
    lines = (
        replace(line, words="", boxes=tuple(map(_without_target, line.boxes)))
        for line in session.lines
    )
    return replace(session, lines=tuple(lines))


def _without_target(box: Box) -> Box:
    return replace(box, row=replace(box.row, target=None))


def check_day(sessions: Sequence[GridSession], edits: Edits) -> date | None:
    """Return the day that the check-in is of: the last one that was trained.

    None when the week has no session.
    """
    trained = [day_of(made, edits) for made in sessions if made.session_id or _typed(made, edits)]
    return max(trained or [made.on for made in sessions], default=None)


def day_of(session: GridSession, edits: Edits) -> date:
    """Return the day of a session: as typed, else as logged or planned, today at the latest."""
    return sheet_days.read(edits.get(session.on_key, ""), session.on)


def texts_of(line: Line, edits: Edits) -> list[str]:
    """Return what stands in the boxes of an exercise."""
    return [edits.get(box.key, box.text) for box in line.boxes]


def read(line: Line, edits: Edits, unit: Unit) -> list[Reading]:
    """Return what the boxes of an exercise say."""
    rows = [box.row for box in line.boxes]
    return read_line(texts_of(line, edits), rows, line.exercise, unit)


def _typed(session: GridSession, edits: Edits) -> bool:
    return any(edits.get(box.key) for line in session.lines for box in line.boxes)


def _answers(lifter_id: int, on: date | None, unit: Unit) -> dict[str, str]:
    """Return the texts of the day's check-in and bodyweight by key; '' for what is not known."""
    asked = ANSWERS if mood.is_printed(lifter_id) else ANSWERS[:-1]
    made = clients.check_in(lifter_id, on) if on is not None else None
    known = {name: check_ins.answer(made, name) if made is not None else None for name in asked}
    texts = {f"check.{name}": str(value or "") for name, value in known.items()}
    weight = dict(clients.bodyweights(lifter_id)).get(on) if on is not None else None
    return {**texts, WEIGHT: "" if weight is None else wording.mass(weight, unit, 1)}


def _session(
    made: PlannedSession,
    planned_on: date,
    session_id: int | None,
    limits_of: date | None,
    basis: loads.LoadBasis,
) -> GridSession:
    session = None if session_id is None else log.session(session_id)
    on = min(planned_on, basis.today) if session is None else session.on
    parts = sheet_slots.parts(in_turn(made.exercises), session, basis)
    hurt = too_soon.on_paper(made, planned_on, on, basis, sheet_slots.done(parts))
    lines = tuple(_line(part, session, on, limits_of, hurt, basis) for part in parts)
    note = session.note if session is not None else ""
    return GridSession(made.uid, made.id or 0, made.name, planned_on, on, note, lines, session_id)


def _line(
    part: Part,
    session: Session | None,
    on: date,
    limits_of: date | None,
    hurt: Mapping[str, str],
    basis: loads.LoadBasis,
) -> Line:
    """Return a line with the loads as far as the limits of a day allow them, which are those of
    the day of training where another exercise was done than is on paper.

    What `hurt` had no load on paper: it has to be typed.
    """
    planned, slot = part.planned, part.slot
    slug = slot.exercise if slot is not None else planned.exercise if planned is not None else ""
    limits_of = on if part.instead_of else limits_of
    kept = kept_back.kept(planned, limits_of, basis) if planned and limits_of else None
    if planned is not None and limits_of and slug in hurt:
        kept = kept_back.for_pain(planned)
    shown = part if kept is None else replace(part, planned=kept.shown)
    exercise = basis.exercises[slug]
    rows = _rows(part, shown, kept, _last(exercise, session, on, basis), exercise)
    limit = sheet_paper.limit(slot, slug, on, basis)
    boxes = tuple(
        Box(
            sheet_keys.of_box(part.key, place, row.logged),
            replace(row, **limit, hurt=hurt.get(slug, "")),
            _text(row, exercise, basis.lifter.unit),
        )
        for place, row in enumerate(rows)
    )
    note = slot.note if slot is not None else ""
    slot_id = slot.id if slot is not None else None
    words = _words(shown, kept, exercise, basis)
    return Line(part.key, exercise, words, boxes, note, planned, slot_id)


def _rows(
    part: Part,
    shown: Part,
    kept: KeptBack | None,
    last: Sequence[LoggedSet],
    exercise: Exercise,
) -> list[SetRow]:
    """Return the rows of a line as it is shown, beside those of its plan."""
    pairs = zip(*(sheet_rows.rows(each, last, exercise) for each in (shown, part)), strict=True)
    return [sheet_paper.marked(row, planned, kept, exercise) for row, planned in pairs]


def _text(row: SetRow, exercise: Exercise, unit: Unit) -> str:
    return "" if row.logged is None else typed_text(row.logged, exercise, unit, row.side)


def _words(part: Part, kept: KeptBack | None, exercise: Exercise, basis: loads.LoadBasis) -> str:
    """Return the prescription, and what was done instead of what."""
    sets = part.planned.sets if part.planned is not None else ()
    work = [entry for entry in sets if entry.kind is not SetKind.WARMUP]
    words = []
    if part.instead_of:
        other = basis.exercises[part.instead_of].name
        words.append(tr("instead of {exercise}").format(exercise=other))
    if work or (part.planned is not None and not part.instead_of):
        told, load = prescription_text(work, basis.lifter.unit, exercise)
        load = load_words(exercise, load) or no_load(exercise)
        words += [told, load if kept is None else kept.marked(load, exercise)]
    return " · ".join(words)


def _last(
    exercise: Exercise, session: Session | None, on: date, basis: loads.LoadBasis
) -> list[LoggedSet]:
    """Return the work sets of the exercise's session before."""
    before = session.id if session is not None else None
    sets = log_reads.last_sets(basis.lifter_id, exercise.slug, on, before)
    return as_done.without_warm_ups(sets, exercise, basis.lifter)
