"""A lifter's replays, each made when it is first asked for: paper needs a few, for many lifters."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from functools import cached_property
from itertools import chain, pairwise

from planner import engine
from planner.coach import pain_marks, readings, surroundings, unfolding, weighing
from planner.coach.replay import Replay, ReplayedDay
from planner.coach.surroundings import Trained
from planner.engine import evidence, reading
from planner.engine.terms import Exercise, ExerciseDay, Lifter, LoggedSet, Reading, Unit
from planner.storage import clients, history

_LAYOFF = timedelta(days=evidence.LAYOFF_DAYS.value)


class _Unfolding:
    """A lift's replay, as far as it was asked for."""

    def __init__(self, start: engine.LiftState, days: Sequence[tuple[int, ExerciseDay]]) -> None:
        self._start, self._days = start, days
        self._steps: list[ReplayedDay] = []
        self._replay = Replay(start, ())

    def began_since(self, day: date) -> bool:
        """Tell whether the lift was first done on a day or later."""
        return bool(self._days) and self._days[0][1].on >= day

    def states(self, until: date) -> Iterator[engine.LiftState]:
        """Yield the state after each day up to a day."""
        for index, (_, day) in enumerate(self._days):
            if day.on > until:
                return
            if index == len(self._steps):
                self._go_on()
            yield self._steps[index].state

    def replay(self, until: date) -> Replay:
        """Return the replay of the days up to a day."""
        count = bisect_right(self._days, until, key=lambda each: each[1].on)
        while len(self._steps) < count:
            self._go_on()
        if count != len(self._replay.steps):
            self._replay = Replay(self._start, tuple(self._steps[:count]))
        return self._replay

    def _go_on(self) -> None:
        session_id, day = self._days[len(self._steps)]
        before = self._steps[-1].state if self._steps else self._start
        self._steps.append(ReplayedDay(day, session_id, engine.update(before, day)))


class FewLifts:
    """What is told here of a lift is what `readings` tells, without replaying all the others.

    `exercises` is the library by slug.
    """

    def __init__(self, lifter: Lifter, today: date, exercises: Mapping[str, Exercise]) -> None:
        self.lifter_id = lifter_id = lifter.id or 0
        self.exercises, self._today = exercises, today
        self.trained: Trained = history.trained(lifter_id, evidence.HARD_RIR.value)
        self._weights = readings.weights_known(lifter_id, today)
        self._lifter = weighing.first_weighed(lifter, self._weights)
        self._worked = surroundings.Worked(self.trained, exercises)
        self._last = self._worked.last_trained(today)
        found = clients.check_ins(lifter_id, date.min, date.max)
        self._check_ins = {made.on: made for made in found}
        self._logs: dict[str, history.History] = {}
        self._made: dict[str, _Unfolding] = {}
        self._readings: dict[str, Reading | None] = {}

    @property
    def unit(self) -> Unit:
        """The unit in which the lifter reads loads."""
        return self._lifter.unit

    def read(self, slugs: Iterable[str]) -> None:
        """Read the logs of some lifts, and of those that they vary, all at once."""
        wanted = {each for slug in slugs for each in self._line(slug)}
        self._logs |= history.histories(self.lifter_id, wanted - self._logs.keys())

    def done_last(self, slugs: Sequence[str]) -> dict[str, tuple[date, Sequence[LoggedSet]]]:
        """Return the last day up to today of those of some lifts that have one, and its sets;
        warm-ups alone do not count."""
        self.read(slugs)
        found: dict[str, tuple[date, Sequence[LoggedSet]]] = {}
        for slug in slugs:
            logged = ((on, sets) for on, _, sets in reversed(self._logs[slug]) if on <= self._today)
            last = pain_marks.last_done(logged)
            if last is not None:
                found[slug] = last
        return found

    def begun_since(self, day: date) -> list[str]:
        """List the lifts that were done for the first time on a day or later."""
        first: dict[str, date] = {}
        for on, slug, _ in self.trained:
            first.setdefault(slug, on)
        return [slug for slug, on in first.items() if on >= day]

    def measured_since(self, slug: str) -> date:
        """Return the first day that told strength of a lift; the last of all when none did."""
        days = (made.course.began_on for made in self._states(slug) if made.course is not None)
        return next(days, date.max)

    def states(self, slug: str, since: date) -> Iterator[engine.LiftState]:
        """Yield the state after each day up to today of a lift that began on a day or later.

        None is made before it is asked for.
        """
        return self._states(slug) if self._unfolding(slug).began_since(since) else iter(())

    def replays(self, slugs: Iterable[str]) -> dict[str, Replay]:
        """Return the replays of some lifts up to today, by slug."""
        return {slug: self._unfolding(slug).replay(self._today) for slug in slugs}

    def state(self, slug: str, on: date) -> engine.LiftState:
        """Return how a lift stands before a day, done already or not."""
        made = self._unfolding(slug).replay(self._today)
        return made.state_before(on) or made.start

    def kin(self, slug: str) -> dict[str, Replay]:
        """Return the replays of a lift, of the one it varies, and of those done that vary it."""
        kin = {each for each in self._done if self.exercises[each].parent == slug}
        parent = self.exercises[slug].parent
        return self.replays({slug, *kin, *({parent} & self._done if parent else ())})

    def may_be_back(self, slug: str) -> bool:
        """Tell whether a lift may be in a return after time off, without replaying it."""
        days, exercise = self._worked.lifts.get(slug, []), self.exercises[slug]
        paused = (on for since, on in pairwise(days) if on - since >= _LAYOFF)
        later = (self._worked.gap_days(exercise, on) for on in paused)
        gaps = chain([self._last.gap_days(exercise, self._today)], later)
        return reading.may_be_back(self._lifter, gaps)

    def days_off(self, slug: str) -> int:
        """Return for how many days a lift was left out while its muscles rested; 0 if never done.

        Of muscles that nothing is known of, the days without the lift count.
        """
        days = [on for on in self._worked.lifts.get(slug, []) if on <= self._today]
        if not days:
            return 0
        own = (self._today - days[-1]).days
        gap = self._last.gap_days(self.exercises[slug], self._today)
        return own if gap is None else min(own, gap)

    def readings(self, slugs: Iterable[str]) -> Iterator[tuple[str, Reading]]:
        """Yield (slug, what the engine says today) of those of some lifts that have a history."""
        for slug in slugs:
            if slug not in self._readings:
                self._readings[slug] = self._reading(slug)
            made = self._readings[slug]
            if made is not None:
                yield slug, made

    def _reading(self, slug: str) -> Reading | None:
        return self._unfolding(slug).replay(self._today).reading(self._today, self._last)

    @cached_property
    def _done(self) -> set[str]:
        return {slug for _, slug, _ in self.trained}

    def _states(self, slug: str) -> Iterator[engine.LiftState]:
        return self._unfolding(slug).states(self._today)

    def _unfolding(self, slug: str) -> _Unfolding:
        """Return a lift's replay, which begins as the lift that it varies stands by then."""
        if slug not in self._made:
            if slug not in self._logs:
                self.read([slug])
            log, around = self._logs[slug], self._worked.around(slug)
            days = unfolding.days_of(slug, log, around, self._check_ins, self._weights)
            known = self._parent(slug, days[0][1].on) if days else {}
            start = unfolding.started(self.exercises[slug], self._lifter, days, known)
            self._made[slug] = _Unfolding(start, days)
        return self._made[slug]

    def _parent(self, slug: str, until: date) -> dict[str, Replay]:
        parent = self.exercises[slug].parent
        return {parent: self._unfolding(parent).replay(until)} if parent else {}

    def _line(self, slug: str) -> Iterator[str]:
        """Yield a lift and the lifts it varies."""
        each: str | None = slug
        while each is not None:
            yield each
            each = self.exercises[each].parent
