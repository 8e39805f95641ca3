"""The rows of a card: what plan, log and lifter put there, in order, and what is typed in them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from planner.coach import logging, pain_stop
from planner.coach.logging import ExerciseCard, SetRow
from planner.engine.terms import WORK_KINDS, Exercise, LoggedSet, SetKind, Side, Unit
from planner.ui import set_offers
from planner.ui.row_draft import Draft
from planner.ui.set_offers import Entry


@dataclass(frozen=True, slots=True)
class AskedRow:
    """A row that the lifter asked for: below the stored set `after`, None: before the open ones."""

    row: SetRow
    after: int | None = None


@dataclass(frozen=True, slots=True)
class TypedRow:
    """What is typed in an open row, which is the row itself if it was asked for.

    Else it is known again by its target and its place, from 0, among the rows with that target;
    `at` is its place among all open rows that were not asked for.
    """

    row: SetRow
    draft: Draft
    place: int
    at: int


@dataclass(frozen=True, slots=True)
class Drafts:
    """What a card has that is not on disk: rows half-typed, added at the end, and asked for.

    Stored sets go by uid, with what is typed in their cells and, half-typed, in their `notes`;
    `note` is the one on the exercise, if any.
    """

    stored: dict[str, Draft] = field(default_factory=dict)
    typed: tuple[TypedRow, ...] = ()
    rows_wanted: int = 0
    asked: tuple[AskedRow, ...] = ()
    note: str | None = None
    notes: dict[str, str] = field(default_factory=dict)

    def without(self, row: SetRow) -> Drafts:
        """Forget an asked row, and what is typed in it."""
        asked = tuple(each for each in self.asked if each.row is not row)
        typed = tuple(each for each in self.typed if each.row is not row)
        return replace(self, asked=asked, typed=typed)

    def words(self) -> Drafts:
        """Return the notes alone, and the rows: what is typed in cells does not fit others."""
        typed = tuple(replace(each, draft=Draft({}, note=each.draft.note)) for each in self.typed)
        return Drafts(typed=typed, rows_wanted=self.rows_wanted, note=self.note, notes=self.notes)

    def was_asked(self, row: SetRow) -> bool:
        """Say whether a row was asked for."""
        return any(each.row is row for each in self.asked)


def typed_rows(
    rows: Sequence[tuple[SetRow, Draft | None]], asked: Iterable[AskedRow]
) -> tuple[TypedRow, ...]:
    """Return what is typed in the open rows of a card, which stand in their order."""
    mine = Drafts(asked=tuple(asked))
    own = [row for row, _ in rows if not mine.was_asked(row)]
    made = []
    for row, draft in rows:
        if draft is not None:
            at = next((place for place, each in enumerate(own) if each is row), -1)
            place = sum(each.target == row.target for each in own[: max(at, 0)])
            made.append(TypedRow(row, draft, place, at))
    return tuple(made)


def placed(lines: Sequence[SetRow], asked: Iterable[AskedRow]) -> list[SetRow]:
    """Return the lines of a card with the rows asked for in their places."""
    ids = {line.logged.id for line in lines if line.logged is not None}
    below: dict[int | None, list[SetRow]] = {}
    for each in asked:
        below.setdefault(each.after if each.after in ids else None, []).append(each.row)
    made: list[SetRow] = []
    for line in lines:
        if line.logged is None:
            made += below.pop(None, [])
        made.append(line)
        made += below.pop(line.logged.id, []) if line.logged is not None else []
    return made + below.pop(None, [])


def with_added(card: ExerciseCard, wanted: int) -> list[SetRow]:
    """Return the rows of a card with as many more behind them as make the number wanted."""
    added = range(len(card.rows) + 1, wanted + 1)
    return [*card.rows, *(replace(card.more, number=number) for number in added)]


def entries(
    lines: Sequence[SetRow], drafts: Drafts, exercise: Exercise, unit: Unit
) -> list[tuple[Entry, Draft | None]]:
    """Return what each row shows: work goes on from work of its side, a drop set from any."""
    typed, ramping = _by_line(lines, drafts), logging.ramping(lines)
    pain = logging.stopping_pain(lines)
    above: dict[Side | None, SetRow] = {}
    made = []
    for number, line in enumerate(lines):
        stored = drafts.stored.get(line.logged.uid) if line.logged is not None else None
        draft = typed.get(number) if line.logged is None else stored
        kind = (draft.kind if draft else None) or set_offers.usual_kind(line)
        before = above.get(None if kind is SetKind.DROP else line.side)
        spared = before is None or pain_stop.is_spared(before, lines, exercise)
        made.append((Entry(line, before, exercise, unit, ramping, pain=pain, spared=spared), draft))
        if kind is not SetKind.WARMUP:
            above[None] = line
        if kind in WORK_KINDS:
            above[line.side] = line
    return made


def _by_line(lines: Sequence[SetRow], drafts: Drafts) -> dict[int, Draft]:
    """Return what is typed by the number of its line: each in its own row, else in a free one."""
    made: dict[int, Draft] = {}
    opened = [number for number, line in enumerate(lines) if line.logged is None]
    own = [number for number in opened if not drafts.was_asked(lines[number])]
    for each in drafts.typed:
        asked = [number for number in opened if lines[number] is each.row and number not in own]
        alike = [number for number in own if lines[number].target == each.row.target]
        fitting = asked or (alike[each.place :] if each.at >= 0 else [])
        turn = (*fitting, *own[max(each.at, 0) :], *own)
        number = next((number for number in turn if number not in made), None)
        if number is not None:
            made[number] = each.draft
    return made


def hurt_anew(rows: Sequence[SetRow], made: Iterable[LoggedSet]) -> list[LoggedSet]:
    """Return the sets about to be stored that hurt otherwise than the rows have it already."""
    known = {row.logged.id: row.logged.pain for row in rows if row.logged is not None}
    return [each for each in made if each.pain and known.get(each.id) != each.pain]


def stored(rows: Sequence[SetRow]) -> int:
    """Return how many rows have their set on disk."""
    return sum(line.logged is not None for line in rows)


def room_for(drafts: Drafts, rows: Sequence[SetRow]) -> int:
    """Return the rows, but those asked for, that keep anything half-typed from disappearing."""
    own = [each for each in drafts.typed if each.at >= 0]
    last = max((each.at + 1 for each in own if each.row.target is None), default=0)
    needed = max(len(own), last)  # those behind the plan stay where they are
    return max(drafts.rows_wanted, stored(rows) + needed if needed else 0)


def again(entry: LoggedSet) -> LoggedSet:
    """Return the set as if done anew: same work, nothing that belonged to the first one alone."""
    return LoggedSet(
        load_kg=entry.load_kg, reps=entry.reps, rir=entry.rir, kind=entry.kind,
        target_reps=entry.target_reps, seconds=entry.seconds, distance_m=entry.distance_m,
        tempo=entry.tempo, side=entry.side, load=entry.load, unit=entry.unit,
    )  # fmt: skip
