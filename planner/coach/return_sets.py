"""The first session after time off of what no lighter load is advised for: it has fewer sets, too.

That is what is done without a load, and what was never done here before.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date, timedelta
from math import floor
from typing import NamedTuple

from planner.coach import counts, readings, suggesting
from planner.coach.surroundings import LastTrained
from planner.engine import evidence, layoff
from planner.engine.terms import (
    Exercise,
    PlannedExercise,
    PlannedSet,
    SetKind,
    Suggestion,
    SuggestionKind,
)
from planner.language import tr
from planner.storage import decisions, library, plan
from planner.storage.decisions import Decision

RULE = "return.sets"
AHEAD = timedelta(weeks=2)


class Shorter(NamedTuple):
    """The next line of a lift, the days off before it, and how many work sets are left of it."""

    planned: PlannedExercise
    off: int
    sets: int


def shorter(lifter_id: int, accepted: Collection[Suggestion], today: date) -> list[Shorter]:
    """Return what begins with fewer sets once some returns are accepted, up to their last lift.

    Nothing is taken from a lift whose muscles were trained meanwhile, nor from one with a return
    of its own, advised or answered already, nor in a deload, nor where no set is left to take.
    """
    back = [made for made in accepted if made.kind is SuggestionKind.RETURN_RAMP]
    return list(_others(lifter_id, back, today)) if back else []


def names(lines: Iterable[Shorter]) -> tuple[str, ...]:
    """Return the names of the lifts of lines."""
    return tuple(library.exercise(each.planned.exercise).name for each in lines)


def shorten(lifter_id: int, lines: Iterable[Shorter], today: date, by: str) -> None:
    """Take sets from lines, and keep each as decided by somebody."""
    for planned, off, sets in lines:
        plan.set_planned_sets(planned.id or 0, _first_sets(planned, sets))
        said = tr("Fewer sets in the first session after time off")
        kept = Decision(
            today, planned.exercise, SuggestionKind.RETURN_RAMP, RULE, "accepted", "", said,
            (("off_span", off), ("sets", sets)), counts.sets(sets), by,
        )  # fmt: skip
        decisions.keep_decision(lifter_id, kept)


def _others(lifter_id: int, back: Sequence[Suggestion], today: date) -> Iterator[Shorter]:
    """Yield the next lines of the lifts that rested and that have no return of their own."""
    ahead = plan.next_exercises(lifter_id, today, today + AHEAD)
    until = max((ahead[e.exercise][0] for e in back if e.exercise in ahead), default=date.min)
    trained, exercises = readings.last_trained(lifter_id, today), library.by_slug()
    advised = {e.exercise for e in (*back, *suggesting.advised(lifter_id, today).every) if _is(e)}
    given = decisions.decisions(lifter_id)
    for slug, (on, planned, deload) in ahead.items():
        off = _days_off(exercises[slug], trained, today)
        since = today - timedelta(days=off)
        answered = any(made.exercise == slug and _is(made) and made.on > since for made in given)
        rested, left = off >= evidence.LAYOFF_DAYS.value, _fewer(planned, off)
        taken = rested and left < _work(planned) and slug not in advised
        if taken and on <= until and not deload and not answered:
            yield Shorter(planned, off, left)


def _is(made: Suggestion | Decision) -> bool:
    return made.kind is SuggestionKind.RETURN_RAMP


def _work(planned: PlannedExercise) -> int:
    return sum(each.kind is not SetKind.WARMUP for each in planned.sets)


def _fewer(planned: PlannedExercise, off: int) -> int:
    """Return how many work sets are left of a line: one at least, if it has any."""
    return min(_work(planned), max(1, floor(_work(planned) * layoff.ramp_share_of_sets(off))))


def _first_sets(planned: PlannedExercise, count: int) -> tuple[PlannedSet, ...]:
    """Return the first work sets of a line; warm-ups stay."""
    warm_ups = (each for each in planned.sets if each.kind is SetKind.WARMUP)
    work = [each for each in planned.sets if each.kind is not SetKind.WARMUP]
    return (*warm_ups, *work[:count])


def _days_off(exercise: Exercise, trained: LastTrained, today: date) -> int:
    """Return for how long a lift rested with its muscles.

    What was never done comes back from nothing: only time without any training counts for it.
    """
    gap, last = trained.gap_days(exercise, today), trained.lifts.get(exercise.slug)
    since = last or max(trained.lifts.values(), default=None)
    known = [gap, None if since is None else (today - since).days]
    return min((days for days in known if days is not None), default=0)
