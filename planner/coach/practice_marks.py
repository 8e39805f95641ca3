"""What the plan and its sheet say of practice: which session it is, and the load at most."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from datetime import date, timedelta

from planner.coach import loads, practising, wording
from planner.coach.few_lifts import FewLifts
from planner.engine import skill
from planner.engine.practice_record import COMPLEX
from planner.engine.terms import Mesocycle, PlannedExercise, PlannedSession
from planner.language import tr


def of_week(
    block: Mesocycle, week_id: int | None, done: Collection[int], basis: loads.LoadBasis
) -> dict[int, str]:
    """Return what each line of a week says of practice, by its id; only of what is still to do.

    Sessions planned before it are counted as if they were done.
    """
    before, found = Counter[str](), dict[int, str]()
    for number, on, planned in _ahead(block, done, basis.today):
        if basis.exercises[planned.exercise].complexity not in COMPLEX:
            continue
        said = basis.practice_words(planned.exercise, on, before[planned.exercise])
        before[planned.exercise] += 1
        if said is not None and number == week_id and planned.id is not None:
            found[planned.id] = wording.render(said, basis.lifter.unit)
    return found


def _ahead(
    block: Mesocycle, done: Collection[int], today: date
) -> Iterator[tuple[int | None, date, PlannedExercise]]:
    """Yield (id of the week, day, the first line of each lift of a session) still to be done, by
    day."""
    for week in block.weeks:
        for session in sorted(week.sessions, key=_day):
            on = week.starts_on + timedelta(days=session.day)
            if on >= today and session.id not in done:
                first = {each.exercise: each for each in reversed(session.exercises)}
                yield from ((week.id, on, each) for each in first.values())


def _day(session: PlannedSession) -> int:
    return session.day


def on_sheet(few: FewLifts, slugs: Iterable[str], on: date) -> dict[str, str]:
    """Return what practice asks for on a sheet, by slug, of the lifts that are new."""
    found = {slug: _on_sheet(few, slug, on) for slug in slugs}
    return {slug: said for slug, said in found.items() if said}


def _on_sheet(few: FewLifts, slug: str, on: date) -> str:
    exercise = few.exercises[slug]
    if exercise.complexity not in COMPLEX:
        return ""
    state = few.state(slug, on)
    if not skill.standing(state, on).left:  # what is known beside it only shortens a practice
        return ""
    made = practising.standing(few.lifter_id, state, on, few.kin(slug))
    said = None if made.away_days else practising.words(made, exercise)
    if said is None:
        return ""
    practice = wording.render(said, few.unit)
    return tr("{exercise}: {practice}").format(exercise=exercise.name, practice=practice)
