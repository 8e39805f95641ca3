"""What is remembered of a lifter: the replays of the log, and what they were made from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from planner.coach.replay import Replay
from planner.coach.surroundings import Trained, Worked
from planner.coach.weighing import Weights
from planner.engine.terms import CheckIn, Lifter
from planner.storage import library

Fingerprint = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Source:
    """What a lifter's replays are made from; when it is the same, so are they.

    `prints` are by slug; None of a lift whose latest sets were taken in without asking for it.
    """

    lifter: Lifter
    prints: Mapping[str, Fingerprint | None]
    check_ins: tuple[CheckIn, ...]
    weights: Weights
    library: library.Fingerprint


@dataclass(frozen=True, slots=True)
class Remembered:
    """A lifter's replays by slug, and each day and exercise trained."""

    source: Source
    trained: Trained
    worked: Worked
    replays: Mapping[str, Replay]

    def in_gym_of(self, lifter: Lifter) -> Remembered:
        """Return the same for a lifter of whom at most the gym has changed, who is in it then.

        What was lifted tells the same in every gym; anything else that changed is left as it is.
        """
        before = self.source.lifter
        moved = replace(before, inventory=lifter.inventory)
        if moved == before or moved != lifter:
            return self
        replays = {slug: made.with_lifter(lifter) for slug, made in self.replays.items()}
        return replace(self, source=replace(self.source, lifter=lifter), replays=replays)
