"""The lighter returns of a week that are advised and neither accepted nor dismissed yet."""

from __future__ import annotations

from collections.abc import Generator
from datetime import date, timedelta

from planner.coach import sheet_notes, suggesting
from planner.coach.few_lifts import FewLifts
from planner.engine.terms import Suggestion, SuggestionKind
from planner.storage import clients, library, plan, plan_days


def open_returns(lifter_id: int, week_of: date, today: date) -> tuple[Suggestion, ...]:
    """Return the lighter returns to the lifts still to do in the week that holds a day."""
    planned = plan_days.week_on(lifter_id, week_of)
    if planned is None:
        return ()
    last = planned.week.starts_on + timedelta(days=planned.week.days - 1)
    since = max(today, planned.week.starts_on)
    ahead = plan.next_exercises(lifter_id, today, last)
    due = {slug for slug, (on, *_) in ahead.items() if on >= since}
    made = suggesting.suggestions(lifter_id, today) if due else ()
    return tuple(e for e in made if e.kind is SuggestionKind.RETURN_RAMP and e.exercise in due)


def looking(lifter_id: int, week_of: date, today: date) -> Generator[None, None, bool]:
    """Find out part by part whether a lifter's sheet is of a week of return with open returns."""
    planned = plan_days.week_on(lifter_id, week_of)
    if planned is None:
        return False
    few = FewLifts(clients.lifter(lifter_id), today, library.by_slug())
    if not sheet_notes.re_entry(few, planned.week, today):
        return False
    yield from suggesting.advised_in_parts(lifter_id, today)
    return bool(open_returns(lifter_id, week_of, today))
