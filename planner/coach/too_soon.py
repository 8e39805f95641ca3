"""Loads planned more than a step over all that was done since the lift hurt badly.

They are told as such, and stand on no paper; the plan itself is not changed.
"""

from __future__ import annotations

from collections.abc import Collection, Container, Iterable, Sequence
from datetime import date

from planner.coach import held_loads, loads, pain_marks, wording
from planner.engine import evidence, load_hold
from planner.engine.terms import N_, PlannedExercise, PlannedSession, phrase
from planner.storage import log_reads

STEPS = N_("pain {pain} out of 10 on {hurt_on}: the load comes back in steps")

_STRONG = int(evidence.PAIN_REFER.value)


def words(planned: PlannedExercise, on: date, basis: loads.LoadBasis) -> str:
    """Say why a load planned for a day is too soon; '' where all stand, or a clearance is waited
    for, which is told elsewhere."""
    slug = planned.exercise
    known = [entry.load_kg for entry in planned.sets if entry.load_kg is not None]
    if not known or slug not in _hurt_once(basis.lifter_id):
        return ""
    context = basis.context(slug, on)
    back = context.way_back if context is not None else None
    if context is None or back is None or basis.quiet(on).held(slug) is not None:
        return ""
    if not any(load_hold.is_too_soon(load_kg, context) for load_kg in known):
        return ""
    return wording.render(phrase(STEPS, pain=back.pain, hurt_on=back.hurt_on))


def of_week(
    days: Sequence[tuple[PlannedSession, date]], done: Container[int], basis: loads.LoadBasis
) -> dict[int, str]:
    """Return what pain asks for of each line of a week, by its id; only of what is still to do.

    What is said of a lift's last session goes before loads that are too soon, and these before
    loads that are only harder than last time.
    """
    ahead = [(made, on) for made, on in days if on >= basis.today and made.id not in done]
    said = {
        e.id or 0: words(e, on, basis) or held_loads.words(e, on, basis)
        for made, on in ahead
        for e in made.exercises
    }
    soon = {key: told for key, told in said.items() if told}
    return soon | pain_marks.of_week(days, done, basis.lifter_id, basis.today)


def on_paper(
    made: PlannedSession,
    planned_on: date,
    on: date,
    basis: loads.LoadBasis,
    done: Iterable[str] = (),
) -> dict[str, str]:
    """Return the lifts of a session that had no load on its sheet for pain, as it was known when
    the week or the day of training began; with what that of their last session asks for, or ''.

    That is so of what was `done` in their place, too.
    """
    slugs = {*(e.exercise for e in made.exercises), *done}
    hurt = pain_marks.before_day(basis.lifter_id, slugs, on)
    days = planned_on - made.day * loads.DAY, on
    soon = (e.exercise for e in made.exercises if any(words(e, day, basis) for day in days))
    return dict.fromkeys(soon, "") | hurt


def _hurt_once(lifter_id: int) -> Collection[str]:
    """Return the lifts that ever hurt badly: only their logs have to be read through."""
    return log_reads.lifts_with_pain(lifter_id, _STRONG)
