"""The first session after time off of what no lighter load is advised for: it has fewer sets, too.

That is what is done without a load, and what was never done here before.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from math import floor

from planner.coach import readings
from planner.coach.changing import change_text, changed_sets
from planner.coach.surroundings import LastTrained
from planner.engine import evidence, layoff
from planner.engine.terms import (
    Change,
    Exercise,
    PlannedExercise,
    SetKind,
    Suggestion,
    SuggestionKind,
)
from planner.language import tr
from planner.storage import clients, decisions, library, plan
from planner.storage.decisions import Decision

RULE = "return.sets"
AHEAD = timedelta(weeks=2)


def shorten(lifter_id: int, accepted: Sequence[Suggestion], today: date) -> int:
    """Take sets from the first sessions of other lifts, up to the last lift of a lighter return.

    Nothing is taken from a lift whose muscles were trained meanwhile, nor where a return was
    answered already, nor in a deload. Each is kept as decided. Return how many lines changed.
    """
    back = {e.exercise for e in accepted if e.kind is SuggestionKind.RETURN_RAMP}
    lines = list(_others(lifter_id, back, today)) if back else []
    unit = clients.lifter(lifter_id).unit
    for planned, off in lines:
        work = sum(each.kind is not SetKind.WARMUP for each in planned.sets)
        sets = max(1, floor(work * layoff.ramp_share_of_sets(off)))
        change = Change(sets=min(work, sets))
        made = replace(accepted[0], change=change, kind=SuggestionKind.RETURN_RAMP, numbers=())
        plan.set_planned_sets(planned.id or 0, changed_sets(planned, made, unit))
        said, what = tr("Fewer sets in the first session after time off"), change_text(change, unit)
        kept = Decision(
            today, planned.exercise, made.kind, RULE, "accepted", "", said,
            (("off_span", off), ("sets", change.sets)), what,
        )  # fmt: skip
        decisions.keep_decision(lifter_id, kept)
    return len(lines)


def _others(
    lifter_id: int, back: Collection[str], today: date
) -> Iterator[tuple[PlannedExercise, int]]:
    """Yield (next line, days off) of the lifts that rested and that nobody answered that for."""
    ahead = plan.next_exercises(lifter_id, today, today + AHEAD)
    until = max((ahead[slug][0] for slug in back if slug in ahead), default=date.min)
    trained, exercises = readings.last_trained(lifter_id, today), library.by_slug()
    given = decisions.decisions(lifter_id)
    for slug, (on, planned, deload) in ahead.items():
        off = _days_off(exercises[slug], trained, today)
        since = today - timedelta(days=off)
        answered = any(
            made.exercise == slug and made.kind is SuggestionKind.RETURN_RAMP and made.on > since
            for made in given
        )
        rested = off >= evidence.LAYOFF_DAYS.value and planned.sets and slug not in back
        if rested and on <= until and not deload and not answered:
            yield planned, off


def _days_off(exercise: Exercise, trained: LastTrained, today: date) -> int:
    """Return for how long a lift rested with its muscles; of what is new, for how long they did."""
    gap, last = trained.gap_days(exercise, today), trained.lifts.get(exercise.slug)
    known = [gap, None if last is None else (today - last).days]
    return min((days for days in known if days is not None), default=0)
