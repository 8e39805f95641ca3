"""Read how much each muscle group was trained, left and right, and say what stands out."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum, auto
from itertools import groupby

from planner.coach import muscle_days, today as days, wording
from planner.coach.charts import week_work
from planner.coach.charts.week_work import Bout
from planner.engine import evidence, volume
from planner.engine.terms import (
    Category,
    Exercise,
    Muscle,
    Phrase,
    PhraseValue,
    Side,
    in_row,
    phrase,
)
from planner.storage import clients
from planner.storage.unchanged import unchanged

TRAINED_SHARE = 0.5  # of a set, from which a group was trained
WEEK_DAYS = 7
SIDE_SETS, SIDE_SHARE = evidence.NON_USE_SIDE_SETS.value, evidence.NON_USE_SIDE_SHARE.value
SIDE_WEEKLY = SIDE_SETS * WEEK_DAYS / evidence.NON_USE_SIDE_SPAN.value
MOST_NAMED = 3
WEEKS_NEEDED = int(evidence.JUMP_WEEKS.value)


class Standing(Enum):
    """How weekly sets lie to their range; NONE without a set, FREE without a range."""

    NONE = auto()
    BELOW = auto()
    WITHIN = auto()
    ABOVE = auto()
    FREE = auto()


@dataclass(frozen=True, slots=True)
class SideLoad:
    """Hard sets a week of one side, and the day it was last trained, None for never."""

    sets: float
    last_on: date | None


@dataclass(frozen=True, slots=True)
class BodyPart:
    """A muscle group, or a muscle that is in none: such has no range.

    `name` is the group's; '' for a muscle in none. `sets` are a week's hard sets as the range
    counts them: a set of the left and one of the right are one, and so is a set of both.
    """

    name: str
    muscles: tuple[Muscle, ...]
    sets: float
    left: SideLoad
    right: SideLoad
    low: float | None
    high: float | None

    def side(self, side: Side) -> SideLoad:
        """Return what is known of a side."""
        return self.right if side is Side.RIGHT else self.left

    def standing(self, side: Side) -> Standing:
        """Return how the group lies to its range, as for weeks and plans; NONE for an idle side."""
        if not self.side(side).sets:
            return Standing.NONE
        if self.low is None or self.high is None:
            return Standing.FREE
        if self.sets < self.low:
            return Standing.BELOW
        return Standing.ABOVE if self.sets > self.high else Standing.WITHIN

    @property
    def lopsided(self) -> bool:
        """Whether one side did half of the other's sets or less, and that one a set a week."""
        least, most = sorted((self.left.sets, self.right.sets))
        return most >= SIDE_WEEKLY and least <= SIDE_SHARE * most


def first_day(lifter_id: int, today: date) -> date | None:
    """Return the first day of training; None without one."""
    return min((made.bouts[0].on for made in _done(lifter_id, today)), default=None)


def parts(lifter_id: int, since: date | None, until: date, today: date) -> tuple[BodyPart, ...]:
    """Return the groups in display order, then other muscles, with what some days hold.

    Sets are a week's on average, counted from the first training day at the earliest; None means
    from there. A set of both sides counts for each, one of a side for that side. The day a side
    was last trained may be any up to today.
    """
    key = "body parts", lifter_id, since, until, today
    return unchanged(key, lambda: tuple(_parts(lifter_id, since, until, today)))


def _parts(lifter_id: int, since: date | None, until: date, today: date) -> Iterator[BodyPart]:
    first = first_day(lifter_id, today)
    if first is None:
        return
    begin = first if since is None else max(since, first)
    weeks = _weeks(begin, until)
    done = _done(lifter_id, today)
    sets = [made.sets(begin, until) for made in done]
    wanted = volume.weekly_range(clients.lifter(lifter_id).experience)
    for name, muscles in volume.GROUPS:
        shares = [volume.group_share(made.exercise, name) for made in done]
        every, left, right = _loads(done, sets, shares, weeks)
        yield BodyPart(name, muscles, every, left, right, wanted.low, wanted.high)
    for muscle in _ungrouped():
        shares = [_muscle_share(made.exercise, muscle) for made in done]
        every, left, right = _loads(done, sets, shares, weeks)
        yield BodyPart("", (muscle,), every, left, right, None, None)


def _weeks(begin: date, until: date) -> float:
    """Return how many weeks days hold, one at least."""
    return max((until - begin).days + 1, WEEK_DAYS) / WEEK_DAYS


@dataclass(frozen=True, slots=True)
class _Done:
    """What was done of an exercise, oldest first; `last` is the last day of left and right."""

    exercise: Exercise
    bouts: tuple[Bout, ...]
    last: tuple[date | None, date | None]

    def sets(self, since: date, until: date) -> tuple[int, int, int]:
        """Return hard sets of left, right and all from one day to another, both included."""
        first, end = (
            bisect_left(self.bouts, since, key=_on),
            bisect_right(self.bouts, until, key=_on),
        )
        done = self.bouts[first:end]
        counted = [(made.left, made.right, made.hard) for made in done]
        left, right, every = (sum([each[place] for each in counted]) for place in range(3))
        return left, right, every


def _done(lifter_id: int, today: date) -> tuple[_Done, ...]:
    """Return what was done by exercise."""
    return unchanged(
        ("done by side", lifter_id, today),
        lambda: tuple(_by_exercise(week_work.bouts(lifter_id, today))),
    )


def _by_exercise(done: Sequence[Bout]) -> Iterator[_Done]:
    for _, found in groupby(done, key=lambda made: made.exercise.slug):
        own = tuple(found)
        left = next((made.on for made in reversed(own) if made.left), None)
        right = next((made.on for made in reversed(own) if made.right), None)
        yield _Done(own[0].exercise, own, (left, right))


def _on(made: Bout) -> date:
    return made.on


def _loads(
    done: Sequence[_Done],
    sets: Sequence[tuple[int, int, int]],
    shares: Sequence[float],
    weeks: float,
) -> tuple[float, SideLoad, SideLoad]:
    """Add up what a week has of all sets, of the left and of the right."""
    left, right, every = (
        sum([share * made[place] for share, made in zip(shares, sets, strict=True)]) / weeks
        for place in range(3)
    )
    trained = [made.last for made, share in zip(done, shares, strict=True)
               if share >= TRAINED_SHARE]  # fmt: skip
    last_left, last_right = (
        max([day for last in trained if (day := last[place]) is not None], default=None)
        for place in (0, 1)
    )
    return every, SideLoad(left, last_left), SideLoad(right, last_right)


def _ungrouped() -> list[Muscle]:
    grouped = {muscle for _, muscles in volume.GROUPS for muscle in muscles}
    return [muscle for muscle in Muscle if muscle not in grouped]


def _muscle_share(exercise: Exercise, muscle: Muscle) -> float:
    if exercise.category is not Category.STRENGTH:
        return 0.0
    return dict(exercise.muscles).get(muscle, 0.0)


def freshness(lifter_id: int, today: date) -> dict[str, float]:
    """Return how fresh each group is today, 0–1; groups of which nothing is known are left out."""
    found = muscle_days.muscle_days(days.today(lifter_id, today))
    return {made.group: made.gauge.level for made in found if made.gauge.level is not None}


# what stands out
def sentences(lifter_id: int, since: date | None, until: date, today: date) -> tuple[Phrase, ...]:
    """Say which groups lie outside their range, and which side lags behind, in some days.

    They are those of `parts`, so that words and picture tell the same.
    """
    first = first_day(lifter_id, today)
    if first is None:
        return ()
    made = [part for part in parts(lifter_id, since, until, today) if part.name and _ever(part)]
    lagging = tuple(_lagging(made))
    if (today - first).days + 1 < WEEKS_NEEDED * WEEK_DAYS:
        return _too_little(first, today), *lagging
    if not any(part.sets for part in made):
        return (phrase("No hard set of a muscle group in the days shown."),)
    begin = first if since is None else max(since, first)
    return *_outside(made), *lagging, _means(begin, until, today, since is None)


def _too_little(first: date, today: date) -> Phrase:
    missing = WEEKS_NEEDED - ((today - first).days + 1) // WEEK_DAYS
    return phrase(
        "After about {weeks} week more it can be told which muscle groups lie outside their range."
        if missing == 1
        else "After about {weeks} weeks more it can be told which muscle groups lie outside their "
        "range.",
        weeks=missing,
    )


def _outside(made: Sequence[BodyPart]) -> Iterator[Phrase]:
    low, high = made[0].low or 0.0, made[0].high or 0.0
    limits = f"{wording.number(low)}–{wording.number(high)}"
    sets = sorted((part.sets, part.name) for part in made)
    below = [entry for entry in sets if entry[0] < low]
    above = [entry for entry in reversed(sets) if entry[0] > high]
    if below:
        yield phrase("Below the range of {limits} hard sets a week: {listed}.",
                     limits=limits, listed=_listed(below))  # fmt: skip
    if above:
        yield phrase("Above the range of {limits} hard sets a week: {listed}.",
                     limits=limits, listed=_listed(above))  # fmt: skip
    if not below and not above:
        yield phrase("Every group you train lies in its range of {limits} hard sets a week.",
                     limits=limits)  # fmt: skip


def _means(begin: date, until: date, today: date, whole: bool) -> Phrase:
    """Say of which days the sets are means, as below the picture."""
    if until < today:
        days = phrase(
            "Means from {begin} to {until}, your whole history."
            if whole
            else "Means from {begin} to {until}.",
            begin=begin,
            until=until,
        )
    else:
        days = phrase(
            "Means since {begin}, your whole history." if whole else "Means since {begin}.",
            begin=begin,
        )
    return days + phrase("The range serves most lifters; what serves you may differ.")


def _ever(made: BodyPart) -> bool:
    return bool(made.left.last_on or made.right.last_on)


def _listed(found: Sequence[tuple[float, str]]) -> PhraseValue:
    named = in_row(
        [
            phrase("{group} {sets}", group=volume.group_name(group), sets=sets)
            for sets, group in found[:MOST_NAMED]
        ]
    )
    more = len(found) - MOST_NAMED
    return named if more <= 0 else phrase("{listed} and {more} more", listed=named, more=more)


def _lagging(made: Sequence[BodyPart]) -> Iterator[Phrase]:
    """Yield the groups of which one side did half of the other's sets or less."""
    for part in made:
        if part.lopsided:
            yield phrase(
                "{group}: left {left}, right {right} sets a week.",
                group=volume.group_name(part.name), left=part.left.sets, right=part.right.sets,
            )  # fmt: skip
