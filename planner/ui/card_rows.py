"""The rows of a card: what plan, log and lifter put there, in order, and what is typed in them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from planner.coach import logging
from planner.coach.logging import SetRow
from planner.engine.terms import Exercise, LoggedSet, SetKind, Side, Unit
from planner.ui import set_offers
from planner.ui.row_draft import Draft
from planner.ui.set_offers import Entry


@dataclass(frozen=True, slots=True)
class AskedRow:
    """A row that the lifter asked for: below the stored set `after`, None: before the open ones."""

    row: SetRow
    after: int | None = None


@dataclass(frozen=True, slots=True)
class Drafts:
    """What a card has that is not on disk: rows half-typed, added at the end, and asked for.

    Stored sets go by id, open rows by their order; `note` is the one half-typed, if any.
    """

    stored: dict[int, Draft] = field(default_factory=dict)
    open_rows: tuple[Draft | None, ...] = ()
    rows_wanted: int = 0
    asked: tuple[AskedRow, ...] = ()
    note: str | None = None

    def without(self, row: SetRow, place: int) -> Drafts:
        """Forget an asked row, which is the open row at a place, counted from 0."""
        asked = tuple(each for each in self.asked if each.row is not row)
        return replace(
            self, asked=asked, open_rows=self.open_rows[:place] + self.open_rows[place + 1 :]
        )

    def asking(self, rows: tuple[AskedRow, ...], lines: Sequence[SetRow]) -> Drafts:
        """Ask for rows among the lines of the card; what is typed stays with its row."""
        made = replace(self, asked=(*self.asked, *rows))
        lines = [line for line in placed(lines, made.asked) if line.logged is None]
        place = next(number for number, line in enumerate(lines) if line is rows[0].row)
        typed = self.open_rows
        return replace(made, open_rows=(*typed[:place], *[None] * len(rows), *typed[place:]))


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


def with_added(lines: Sequence[SetRow], wanted: int) -> list[SetRow]:
    """Return the lines with as many empty ones behind them as make the number wanted."""
    like = lines[-1] if lines else SetRow(0, None, None, None, None)
    like = replace(like, target=None, logged=None, side=Side.BOTH, sides=())
    added = range(len(lines) + 1, wanted + 1)
    return [*lines, *(replace(like, number=number) for number in added)]


def entries(
    lines: Sequence[SetRow], drafts: Drafts, exercise: Exercise, unit: Unit
) -> list[tuple[Entry, Draft | None]]:
    """Return what each row shows: work goes on from work of its side, a drop set from any."""
    typed, ramping = iter(drafts.open_rows), logging.ramping(lines)
    pain = logging.stopping_pain(lines)
    above: dict[Side | None, SetRow] = {}
    made = []
    for line in lines:
        stored = line.logged.id if line.logged is not None else None
        draft = next(typed, None) if line.logged is None else drafts.stored.get(stored or 0)
        kind = (draft.kind if draft else None) or set_offers.usual_kind(line)
        before = above.get(None if kind is SetKind.DROP else line.side)
        made.append((Entry(line, before, exercise, unit, ramping, pain=pain), draft))
        if kind is not SetKind.WARMUP:
            above[None] = line
        if kind in (SetKind.WORK, SetKind.FAILURE):
            above[line.side] = line
    return made


def stored(rows: Sequence[SetRow]) -> int:
    """Return how many rows have their set on disk."""
    return sum(line.logged is not None for line in rows)


def room_for(drafts: Drafts, rows: Sequence[SetRow]) -> int:
    """Return the rows, but those asked for, that keep anything half-typed from disappearing."""
    typed = [number for number, draft in enumerate(drafts.open_rows, 1) if draft is not None]
    needed = stored(rows) + max(typed) - len(drafts.asked) if typed else 0
    return max(drafts.rows_wanted, needed)


def again(entry: LoggedSet) -> LoggedSet:
    """Return the set as if done anew: same work, nothing that belonged to the first one alone."""
    return LoggedSet(
        load_kg=entry.load_kg, reps=entry.reps, rir=entry.rir, kind=entry.kind,
        target_reps=entry.target_reps, seconds=entry.seconds, distance_m=entry.distance_m,
        tempo=entry.tempo, side=entry.side, load=entry.load, unit=entry.unit,
    )  # fmt: skip
