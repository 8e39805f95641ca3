"""Put what is planned, what was done last time and what is done into rows, side by side."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from planner.coach.entry import SetRow
from planner.engine.terms import LoggedSet, PlannedSet, SetKind, Side

FREE_ROWS = 3  # rows offered for an exercise without plan or history
Target: TypeAlias = tuple[PlannedSet | None, float | None]  # with the load in kg to offer for it
NO_TARGET: Target = (None, None)
OTHER = {Side.LEFT: Side.RIGHT, Side.RIGHT: Side.LEFT}


def rows(
    targets: Sequence[Target],
    last: Sequence[LoggedSet],
    logged: Sequence[LoggedSet],
    worked: Sequence[LoggedSet],
    per_side: bool = False,
    most: int | None = None,
) -> tuple[SetRow, ...]:
    """Return a row for each logged set, then for each still to do.

    `last` are last time's work sets and `worked` those among the logged sets: work stands beside
    work of the same side, drop sets beside drop sets, whether or not the sets before were marked
    as warm-ups. A planned set keeps its place; left and right of it are two rows with one number.
    Without a plan there are as many rows as last time, or `most`.
    """
    marked = sum(entry.kind is not SetKind.WARMUP for entry in logged)
    order = _Order(list(targets), last, 0 if targets else marked - len(worked), per_side)
    made = [order.row(_kind(entry.kind), entry.side, entry) for entry in logged]
    missing = order.partners()
    made += [order.row(SetKind.WORK, side) for side in missing]
    left = order.left if targets else [NO_TARGET] * order.free(worked, most)
    for target in left:
        kind = _kind(target[0].kind) if target[0] else SetKind.WORK
        made.append(order.row(kind, order.first_side(logged), None, target))
    return tuple(made)


def take(left: list[Target], entry: LoggedSet) -> Target:
    """Take the target that a set was done for: a warm-up or drop set is none of the work sets."""
    kind = _kind(entry.kind)
    fitting = [each for each in left if each[0] and _kind(each[0].kind) is kind]
    if not fitting:
        return NO_TARGET
    left.remove(fitting[0])
    return fitting[0]


@dataclass
class _Order:
    """The rows so far: how many of a kind each side has, and which target each had."""

    left: list[Target]
    last: Sequence[LoggedSet]
    ramps: int
    per_side: bool
    counts: Counter[tuple[SetKind, Side]] = field(default_factory=Counter)
    taken: dict[tuple[SetKind, int], Target] = field(default_factory=dict)

    def row(
        self,
        kind: SetKind,
        side: Side,
        entry: LoggedSet | None = None,
        target: Target | None = None,
    ) -> SetRow:
        """Return the next row of a kind, done with a side."""
        side = side if self.per_side and side in OTHER else Side.BOTH
        self.counts[kind, side] += 1
        number = self._number(kind, side)
        if target is None:
            target = self._target(kind, side, number, entry)
        self.taken.setdefault((kind, number), target)
        beside = {each: self._before(kind, each, number) for each in (*OTHER, Side.EACH)}
        before = beside[side if side in OTHER else Side.EACH]
        kg = target[1] if target[1] is not None or before is None else before.load_kg
        sides = tuple((each, found) for each, found in beside.items() if found is not None)
        return SetRow(number, target[0], before, entry, kg, side, sides if self.per_side else ())

    def partners(self) -> list[Side]:
        """Return the sides that work done with one side alone is still to be done with."""
        if not self.per_side:
            return []
        ahead = self.counts[SetKind.WORK, Side.LEFT] - self.counts[SetKind.WORK, Side.RIGHT]
        return [Side.RIGHT] * ahead if ahead > 0 else [Side.LEFT] * -ahead

    def free(self, worked: Sequence[LoggedSet], most: int | None) -> int:
        """Return how many rows an exercise that was not planned has left: as many as last time,
        and no more than `most`."""
        usual = self._sets(self.last) or FREE_ROWS
        return (usual if most is None else min(usual, most)) - self._sets(worked)

    def first_side(self, logged: Sequence[LoggedSet]) -> Side:
        """Return the side to begin the next set with, as today, else as last time."""
        for sets in (logged, self.last):
            sides = [entry.side for entry in sets if entry.side in OTHER]
            if sides:
                return sides[0]
            if sets and sets is logged:
                break
        return Side.BOTH

    def _number(self, kind: SetKind, side: Side) -> int:
        alone = [self.counts[kind, each] for each in OTHER]
        own = self.counts[kind, side] if side in OTHER else max(alone)
        return self.counts[kind, Side.BOTH] + own

    def _target(self, kind: SetKind, side: Side, number: int, entry: LoggedSet | None) -> Target:
        """Return the target of the other side, else one that is left."""
        if side in OTHER and (kind, number) in self.taken:
            return self.taken[kind, number]
        return take(self.left, entry) if entry is not None else NO_TARGET

    def _before(self, kind: SetKind, side: Side, number: int) -> LoggedSet | None:
        """Return last time's set at the same place, done with the same side or with each."""
        if kind is SetKind.WARMUP:
            return None
        drop = kind is SetKind.DROP
        place = number - (0 if drop else self.ramps)
        alike = [
            entry
            for entry in self.last
            if (entry.kind is SetKind.DROP) is drop and _comparable(entry.side, side, self.per_side)
        ]
        return alike[min(place, len(alike)) - 1] if alike and place > 0 else None

    def _sets(self, sets: Sequence[LoggedSet]) -> int:
        """Count sets without drop sets; left and right make one."""
        work = [entry.side for entry in sets if entry.kind is not SetKind.DROP]
        if not self.per_side:
            return len(work)
        alone = [work.count(side) for side in OTHER]
        return len(work) - sum(alone) + max(alone)


def _kind(kind: SetKind) -> SetKind:
    return SetKind.WORK if kind is SetKind.FAILURE else kind


def _comparable(before: Side, side: Side, per_side: bool) -> bool:
    """Say whether a set of last time tells of a side: one done with each side tells of both."""
    return not per_side or before is side or before in (Side.EACH, Side.BOTH)
