"""What surrounds a lift beside its own sessions: volume, range, adherence, changes so far."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from planner.engine.terms import Phrase, SuggestionKind


class Alternative(NamedTuple):
    """An exercise that could take a lift's place; `why` says in words what it has in common.

    `new` is True when the lifter has not done it before.
    """

    slug: str
    name: str
    why: Phrase
    new: bool = True


class Training(NamedTuple):
    """What decides whether the structure of a lift's training should change.

    `weekly_sets` are the hard sets of its prime muscle a week, mean of the last four weeks, and
    `planned_sets` those that are planned for the week to come;
    `range_weeks` how long it has been done in the range of its usual `reps`; `adherence` the share
    of the planned sessions of four weeks that were done, None when too few were planned.
    `changed_on` is the day of the last structural change accepted, `declined_on` of the last one
    declined; `tried` are the kinds accepted since the lift levelled off. `alternatives` are best
    first. `novelty_left` is how many more exercises may be new, and `stays` whether another lift
    of the pattern, long in training, stays when this one goes; where none does, the lift keeps
    one of its `days_a_week`.
    """

    muscle: Phrase | str
    weekly_sets: float
    range_weeks: float
    reps: int
    adherence: float | None = None
    changed_on: date | None = None
    declined_on: date | None = None
    tried: tuple[SuggestionKind, ...] = ()
    alternatives: tuple[Alternative, ...] = ()
    novelty_left: int = 2
    stays: bool = True
    days_a_week: float = 1.0
    planned_sets: float = 0.0
