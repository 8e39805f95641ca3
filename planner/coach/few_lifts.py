"""A lifter's replays, each made when it is first asked for: paper needs a few, for many lifters."""

from __future__ import annotations

from collections.abc import Generator, Iterable, Iterator, Mapping
from datetime import date

from planner.coach import readings, surroundings, weighing
from planner.coach.replay import Replay
from planner.coach.surroundings import Trained
from planner.engine import evidence
from planner.engine.terms import Exercise, Reading
from planner.storage import clients, history, library


class FewLifts:
    """What is told here of a lift is what `readings` tells, without replaying all the others."""

    def __init__(self, lifter_id: int, today: date) -> None:
        self.lifter_id, self._today = lifter_id, today
        self.exercises: Mapping[str, Exercise] = library.by_slug()
        self.trained: Trained = history.trained(lifter_id, evidence.HARD_RIR.value)
        self._weights = readings.weights_known(lifter_id, today)
        self._lifter = weighing.first_weighed(clients.lifter(lifter_id), self._weights)
        self._around = surroundings.surroundings(self.trained, self.exercises)
        self._last = surroundings.last_trained(self.trained, self.exercises, today)
        found = clients.check_ins(lifter_id, date.min, date.max)
        self._check_ins = {made.on: made for made in found}
        self._made: dict[str, Replay] = {}

    def begun_since(self, day: date) -> list[str]:
        """List the lifts that were done for the first time on a day or later."""
        first: dict[str, date] = {}
        for on, slug, _ in self.trained:
            first.setdefault(slug, on)
        return [slug for slug, on in first.items() if on >= day]

    def replays(self, slugs: Iterable[str]) -> dict[str, Replay]:
        """Return the replays of some lifts, by slug."""
        return {slug: self._replay(slug) for slug in slugs}

    def readings(self, slugs: Iterable[str]) -> Iterator[tuple[str, Reading]]:
        """Yield (slug, what the engine says today) of those of some lifts that have a history."""
        for slug in slugs:
            made = self._replay(slug).reading(self._today, self._last)
            if made is not None:
                yield slug, made

    def _replay(self, slug: str) -> Replay:
        """Return a lift's replay, after that of the lift that it varies."""
        if slug not in self._made:
            parent = self.exercises[slug].parent
            if parent is not None:
                self._replay(parent)
            log = history.history(self.lifter_id, slug)
            days = readings.days_of(slug, log, self._around, self._check_ins, self._weights)
            start = readings.started(self.exercises[slug], self._lifter, days, self._made)
            self._made[slug] = _finished(readings.replayed(start, days, None))
        return self._made[slug]


def _finished(parts: Generator[None, None, Replay]) -> Replay:
    while True:
        try:
            next(parts)
        except StopIteration as end:
            made: Replay = end.value
            return made
