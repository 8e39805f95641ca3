"""Read how much each muscle group was trained, left and right, and say what stands out."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum, auto
from itertools import groupby

from planner.coach import muscle_days, readings, today as days, wording
from planner.coach.charts import week_work
from planner.coach.charts.week_work import Bout
from planner.engine import evidence, load_guard, volume
from planner.engine.terms import Category, Exercise, Muscle, Phrase, Side, phrase
from planner.storage import clients, library
from planner.storage.unchanged import unchanged

TRAINED_SHARE = 0.5  # of a set, from which a group was trained
WEEK_DAYS = 7
LATELY = timedelta(days=evidence.NON_USE_SIDE_SPAN.value)
SIDE_SETS, SIDE_SHARE = evidence.NON_USE_SIDE_SETS.value, evidence.NON_USE_SIDE_SHARE.value
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

    `name` is the group's; '' for a muscle in none. `sides` are left and right.
    """

    name: str
    muscles: tuple[Muscle, ...]
    left: SideLoad
    right: SideLoad
    low: float | None
    high: float | None

    def side(self, side: Side) -> SideLoad:
        """Return what is known of a side."""
        return self.right if side is Side.RIGHT else self.left

    def standing(self, side: Side) -> Standing:
        """Return how a side's sets lie to the range."""
        sets = self.side(side).sets
        if not sets:
            return Standing.NONE
        if self.low is None or self.high is None:
            return Standing.FREE
        if sets < self.low:
            return Standing.BELOW
        return Standing.ABOVE if sets > self.high else Standing.WITHIN


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
        left, right = (_side(place, done, sets, shares, weeks) for place in (0, 1))
        yield BodyPart(name, muscles, left, right, wanted.low, wanted.high)
    for muscle in _ungrouped():
        shares = [_muscle_share(made.exercise, muscle) for made in done]
        left, right = (_side(place, done, sets, shares, weeks) for place in (0, 1))
        yield BodyPart("", (muscle,), left, right, None, None)


def _weeks(begin: date, until: date) -> float:
    """Return how many weeks days hold, one at least."""
    return max((until - begin).days + 1, WEEK_DAYS) / WEEK_DAYS


@dataclass(frozen=True, slots=True)
class _Done:
    """What was done of an exercise, oldest first; `last` is the last day of left and right."""

    exercise: Exercise
    bouts: tuple[Bout, ...]
    last: tuple[date | None, date | None]

    def sets(self, since: date, until: date) -> tuple[int, int]:
        """Return hard sets of left and right from one day to another, both included."""
        first, end = (
            bisect_left(self.bouts, since, key=_on),
            bisect_right(self.bouts, until, key=_on),
        )
        done = self.bouts[first:end]
        left = sum([made.hard - made.right for made in done])
        return left, left + sum([made.right - made.left for made in done])


def _done(lifter_id: int, today: date) -> tuple[_Done, ...]:
    """Return what was done by exercise."""
    return unchanged(
        ("done by side", lifter_id, today),
        lambda: tuple(_by_exercise(week_work.bouts(lifter_id, today))),
    )


def _by_exercise(done: Sequence[Bout]) -> Iterator[_Done]:
    for _, found in groupby(done, key=lambda made: made.exercise.slug):
        own = tuple(found)
        left = next((made.on for made in reversed(own) if made.hard > made.right), None)
        right = next((made.on for made in reversed(own) if made.hard > made.left), None)
        yield _Done(own[0].exercise, own, (left, right))


def _on(made: Bout) -> date:
    return made.on


def _side(
    place: int,
    done: Sequence[_Done],
    sets: Sequence[tuple[int, int]],
    shares: Sequence[float],
    weeks: float,
) -> SideLoad:
    """Add up a side, 0 the left and 1 the right."""
    total = sum([share * made[place] for share, made in zip(shares, sets, strict=True)])
    days = [made.last[place] for made, share in zip(done, shares, strict=True)
            if share >= TRAINED_SHARE]  # fmt: skip
    return SideLoad(total / weeks, max([day for day in days if day is not None], default=None))


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
def sentences(lifter_id: int, today: date) -> tuple[Phrase, ...]:
    """Say which groups lay outside their range lately, and which side lags behind."""
    first = first_day(lifter_id, today)
    if first is None:
        return ()
    usual = _usual(lifter_id, today)
    lagging = tuple(_lagging(lifter_id, first, today))
    if usual is None:
        return _too_little(first, today), *lagging
    return *_outside(lifter_id, usual, today), *lagging


def _usual(lifter_id: int, today: date) -> dict[str, float] | None:
    work = [entry for entry in readings.trained(lifter_id) if entry[0] <= today]
    return load_guard.usual_sets(work, library.by_slug(), today + timedelta(days=1))


def _too_little(first: date, today: date) -> Phrase:
    missing = WEEKS_NEEDED - ((today - first).days + 1) // WEEK_DAYS
    if missing <= 0:
        return phrase("Less than four weeks of training lately: too little to compare.")
    words = "After about {more} more it can be told which muscle groups lie outside their range."
    return phrase(words, more=wording.several(missing, "week"))


def _outside(lifter_id: int, usual: dict[str, float], today: date) -> Iterator[Phrase]:
    wanted = volume.weekly_range(clients.lifter(lifter_id).experience)
    limits = f"{wording.number(wanted.low)}–{wording.number(wanted.high)}"
    known = {made.name for made in parts(lifter_id, None, today, today) if _ever(made)}
    sets = sorted((value, group) for group, value in usual.items() if group in known)
    below = [entry for entry in sets if entry[0] < wanted.low]
    above = [entry for entry in reversed(sets) if entry[0] > wanted.high]
    if below:
        words = "Below the range of {limits} hard sets a week: {listed}."
        yield phrase(words, limits=limits, listed=_listed(below))
    if above:
        words = "Above the range of {limits} hard sets a week: {listed}."
        yield phrase(words, limits=limits, listed=_listed(above))
    if not below and not above:
        words = "Every group you train lies in its range of {limits} hard sets a week."
        yield phrase(words, limits=limits)
    yield phrase(
        "Means of your last four full weeks of training. The range serves most lifters; what "
        "serves you may differ."
    )


def _ever(made: BodyPart) -> bool:
    return bool(made.left.last_on or made.right.last_on)


def _listed(found: Sequence[tuple[float, str]]) -> str:
    named = ", ".join(f"{group} {wording.number(sets)}" for sets, group in found[:MOST_NAMED])
    more = len(found) - MOST_NAMED
    return named if more <= 0 else f"{named} and {more} more"


def _lagging(lifter_id: int, first: date, today: date) -> Iterator[Phrase]:
    """Yield the groups of which one side did less than half of the other's sets in four weeks."""
    since = today - LATELY + timedelta(days=1)
    weeks = _weeks(max(since, first), today)
    for made in parts(lifter_id, since, today, today):
        left, right = made.left.sets * weeks, made.right.sets * weeks
        least, most = sorted((left, right))
        if made.name and most >= SIDE_SETS and least < SIDE_SHARE * most:
            words = "{group}: left {left}, right {right} hard sets in four weeks."
            sides = {"left": wording.number(left), "right": wording.number(right)}
            yield phrase(words, group=made.name, **sides)
