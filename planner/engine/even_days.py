"""Make days of training more alike in length, and keep the same muscles apart.

Exercises move or swap their days as long as that helps; none comes twice on a day.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from planner.engine.spreading import Day, Item, Library, met, minutes, near, sets

_SETS_UNEVEN = 0.1  # sets for a day that is a minute off the mean, by the square of the minutes
_MOST_STEPS = 100
_TINY = 1e-6


@dataclass(frozen=True, slots=True)
class _Change:
    """Items that change days, by how much it helps: one goes `to` a day, or changes with `back`.

    `gain` counts in sets, less is better.
    """

    gain: float
    item: int
    to: int
    back: int | None = None


def even_out(days: Sequence[Day], exercises: Library) -> None:
    """Move and swap what the days hold, one step after the other, each the best there is."""
    board = _Board(days, exercises)
    for _ in range(_MOST_STEPS):
        best = min(board.changes(), key=lambda change: change.gain, default=None)
        if best is None or best.gain >= -_TINY:
            break
        board.make(best)
    for n, day in enumerate(days):
        day.items = [item for item, at in zip(board.items, board.at, strict=True) if at == n]


class _Board:
    """Which of the days each item is on, and what it meets on each of them."""

    def __init__(self, days: Sequence[Day], exercises: Library) -> None:
        self.items: list[Item] = [item for day in days for item in day.items]
        self.at = [n for n, day in enumerate(days) for _ in day.items]
        trained = [sets(item, exercises) for item in self.items]
        self._met = [[met(a, b) for b in trained] for a in trained]
        self._near = [[near(a.number, b.number) for b in days] for a in days]
        self._minutes = [minutes(item, exercises) for item in self.items]
        self._slugs = [item.slugs for item in self.items]

    def changes(self) -> Iterator[_Change]:
        """Yield all that can move or swap, with what that gains."""
        days = range(len(self._near))
        here = [[n for n, at in enumerate(self.at) if at == day] for day in days]
        long = [sum(self._minutes[n] for n in day) for day in here]
        costs = [[self._cost(n, day) for day in days] for n in range(len(self.items))]
        for n, a in enumerate(self.at):
            for b in days:
                if a != b and len(here[a]) > 1 and self._fits(n, here[b]):
                    muscles = costs[n][b] - costs[n][a]
                    yield _Change(muscles + _uneven(long[a], long[b], self._minutes[n]), n, b)
        for n, m in combinations(range(len(self.items)), 2):
            a, b = self.at[n], self.at[m]
            if a != b and self._fits(n, here[b], m) and self._fits(m, here[a], n):
                muscles = costs[n][b] - costs[n][a] + costs[m][a] - costs[m][b]
                muscles -= 2 * self._met[n][m] * (1 - self._near[a][b])  # they part again
                moved = self._minutes[n] - self._minutes[m]
                yield _Change(muscles + _uneven(long[a], long[b], moved), n, b, m)

    def make(self, change: _Change) -> None:
        """Let items change their days."""
        if change.back is not None:
            self.at[change.back] = self.at[change.item]
        self.at[change.item] = change.to

    def _cost(self, which: int, day: int) -> float:
        """Return how much of an item's muscles it meets on a day and those beside, in sets."""
        nearby, sets_met = self._near[day], self._met[which]
        return sum(
            nearby[at] * sets_met[n] for n, at in enumerate(self.at) if n != which and nearby[at]
        )

    def _fits(self, which: int, items: Sequence[int], without: int | None = None) -> bool:
        own = self._slugs[which]
        return not any(own & self._slugs[n] for n in items if n != without)


def _uneven(longer: int, other: int, moved: int) -> float:
    """Return what it costs, in sets, that minutes move from one day to another."""
    before = longer**2 + other**2
    return _SETS_UNEVEN * ((longer - moved) ** 2 + (other + moved) ** 2 - before)
