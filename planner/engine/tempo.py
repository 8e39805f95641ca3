"""Where a repetition is at a moment, when it is moved to a tempo such as '3-1-3-0'.

Everything follows from the seconds since the start, so that nothing adds up and drifts.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from itertools import accumulate

from planner.engine import evidence
from planner.engine.terms import N_, Exercise, Pattern

_COUNTS = re.compile(r"(?:\d+|X)(?:-(?:\d+|X)){2,3}|[0-9X]{3,4}", re.IGNORECASE)
# Lifts that begin at the bottom, by pattern; words of a slug that say otherwise. Rule of thumb:
# the lifter may turn it round.
_FROM_BELOW = (
    Pattern.HINGE, Pattern.HORIZONTAL_PULL, Pattern.VERTICAL_PULL, Pattern.VERTICAL_PUSH,
    Pattern.ISOLATION, Pattern.OLYMPIC, Pattern.ROTATION,
)  # fmt: skip
_ABOVE_AFTER_ALL = re.compile(
    r"romanian|stiff-leg|good-morning|back-extension|dip\b|push-up|fly\b|nordic|negative|pullover"
    r"|triceps-extension|skull"
)
_BELOW_AFTER_ALL = re.compile(r"step-up")


class Part(StrEnum):
    """A part of a repetition."""

    DOWN = "down"
    BOTTOM = "bottom"
    UP = "up"
    TOP = "top"


@dataclass(frozen=True, slots=True)
class Stretch:
    """One part of a repetition and how long it lasts."""

    part: Part
    seconds: float


@dataclass(frozen=True, slots=True)
class Pace:
    """A set to be paced: its parts in the order in which they are moved; `reps` None is open."""

    stretches: tuple[Stretch, ...]
    reps: int | None
    count_in_s: float = evidence.COUNT_IN_S.value

    @property
    def rep_s(self) -> float:
        """Return how long one repetition lasts."""
        return sum(stretch.seconds for stretch in self.stretches)

    @property
    def ends_s(self) -> float | None:
        """Return when the last repetition is over, in seconds from the start; None if open."""
        return None if self.reps is None else self.count_in_s + self.reps * self.rep_s


@dataclass(frozen=True, slots=True)
class Place:
    """Where a paced set is: `rep` from 1, 0 in the count-in, when `part` is None.

    `left_s` is what is left of the part, `height` where the weight is: 0 bottom, 1 top.
    """

    rep: int
    part: Part | None
    left_s: float
    height: float
    over: bool = False


@dataclass(frozen=True, slots=True)
class Tick:
    """A sound at `at_s` seconds from the start; `begins` marks the first of a part.

    `part` is None in the count-in and at the very end.
    """

    at_s: float
    part: Part | None
    begins: bool


def begins_below(exercise: Exercise) -> bool:
    """Say whether a lift usually begins with the way up, as a pull-up does."""
    usual = exercise.pattern in _FROM_BELOW
    but = _ABOVE_AFTER_ALL if usual else _BELOW_AFTER_ALL
    return usual is not any(map(but.search, exercise.done_as))


def stretches(tempo: str, from_below: bool) -> tuple[Stretch, ...]:
    """Return the parts of a tempo that last, in the order moved.

    A tempo is written down, bottom, up, top, whichever comes first; X is as fast as possible.
    Raises ValueError for what is no tempo, or lasts no time.
    """
    text = tempo.strip().upper()
    if not _COUNTS.fullmatch(text):
        raise ValueError(N_("Tempo is three or four counts: 3-1-3-0."))
    counts = text.split("-") if "-" in text else list(text)
    made = [Stretch(part, _seconds(count)) for part, count in zip(Part, counts, strict=False)]
    turned = [*made[2:], *made[:2]] if from_below else made
    lasting = tuple(stretch for stretch in turned if stretch.seconds)
    if not lasting:
        raise ValueError(N_("A tempo of no seconds cannot be paced."))
    return lasting


def place(pace: Pace, elapsed_s: float) -> Place:
    """Return where a set is `elapsed_s` seconds after its start."""
    since = elapsed_s - pace.count_in_s
    first = pace.stretches[0]
    if since < 0:
        return Place(0, None, -since, _height(first, 0.0))
    if pace.ends_s is not None and elapsed_s >= pace.ends_s:
        return Place(pace.reps or 0, None, 0.0, _height(pace.stretches[-1], 1.0), over=True)
    rep, within = divmod(since, pace.rep_s)
    moved = zip(pace.stretches, _ends(pace), strict=True)
    stretch, until = next((each, end) for each, end in moved if within < end)
    left = until - within
    return Place(int(rep) + 1, stretch.part, left, _height(stretch, 1.0 - left / stretch.seconds))


def ticks(pace: Pace, since_s: float, until_s: float) -> list[Tick]:
    """Return the ticks from `since_s` to before `until_s`, one a second of every part."""
    made = [Tick(float(at), None, False) for at in range(int(pace.count_in_s))]
    number = max(int((since_s - pace.count_in_s) // pace.rep_s), 0)
    number = number if pace.reps is None else min(number, pace.reps)  # the set has one end
    while (start := pace.count_in_s + number * pace.rep_s) < until_s:
        if pace.reps is not None and number >= pace.reps:
            made.append(Tick(start, None, True))
            break
        made += _of_rep(pace, start)
        number += 1
    return [tick for tick in made if since_s <= tick.at_s < until_s]


def _of_rep(pace: Pace, start_s: float) -> list[Tick]:
    begins = [0.0, *_ends(pace)]
    return [
        Tick(start_s + begin + second, stretch.part, second == 0)
        for stretch, begin in zip(pace.stretches, begins, strict=False)
        for second in range(int(stretch.seconds))
    ]


def _ends(pace: Pace) -> list[float]:
    return list(accumulate(stretch.seconds for stretch in pace.stretches))


def _seconds(count: str) -> float:
    return evidence.FAST_S.value if count == "X" else float(count)


def _height(stretch: Stretch, share: float) -> float:
    whole = {Part.DOWN: 1.0 - share, Part.BOTTOM: 0.0, Part.UP: share, Part.TOP: 1.0}
    return whole[stretch.part]
