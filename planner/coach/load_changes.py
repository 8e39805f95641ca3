"""Suggestions that change loads of the sessions ahead, gathered to be looked at in one go."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from planner.coach import changing, loads, return_sets, too_soon
from planner.coach.loads import LoadBasis
from planner.coach.prescription_words import load_with_unit, load_words, prescription_text
from planner.engine.terms import (
    N_,
    Microcycle,
    Phrase,
    PlannedSet,
    SetKind,
    Suggestion,
    phrase,
)
from planner.storage import decisions, plan

SEVERAL = 2  # loads that are worth a list; a single one has its card
WHY = {
    "increase.smallest_step": N_("all sets met the target"),
    "increase.as_done": N_("more was done last time"),
    "increase.big_step": N_("every set reached {least} reps"),
    "hold.missed": N_("{least} of {reps} reps last time"),
    "hold.too_heavy": N_("{reps} reps out of reach"),
    "hold.pain": N_("pain {pain} out of 10 lately"),
    "hold.back_in_steps": too_soon.STEPS,
    "hold.technique": N_("technique comes first"),
    "hold.technique_sets": N_("technique comes first"),
    "return.ramp": N_("about {loss_pct} lost, {rir} in reserve"),
    "return.lift": N_("not done for {own_span}"),
}  # by rule, in about five words
_BACK = N_("{last_kg} last time, about {loss_pct} lost, {rir} in reserve")


@dataclass(frozen=True, slots=True)
class LoadChange:
    """A suggestion with the loads of the next session it changes, and why in a few words.

    Both begin with sets and repetitions when these change, too; else only `then` has the unit.
    `shorter` are the lifts that begin with fewer sets when it is a lighter return and is accepted.
    """

    suggestion: Suggestion
    name: str
    now: str
    then: str
    why: Phrase
    shorter: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class LoadChanges:
    """Load changes worth a list; `week` is the number of the week whose first loads they all
    are."""

    changes: tuple[LoadChange, ...] = ()
    week: int | None = None


def load_changes(lifter_id: int, asked: Iterable[Suggestion], today: date) -> LoadChanges:
    """Return which of the suggestions change loads ahead, when there are enough for a list."""
    basis = LoadBasis(lifter_id, today)
    found = [change for made in asked for change in _changes(made, basis)]
    if len(found) < SEVERAL:
        return LoadChanges()
    changes = tuple(change for _, change in found)
    return LoadChanges(changes, _begins(lifter_id, [on for on, _ in found], today))


def _changes(made: Suggestion, basis: LoadBasis) -> Iterator[tuple[date, LoadChange]]:
    """Yield what a suggestion does to the first session whose loads it changes, if to any, and its
    day."""
    if made.rule not in WHY or made.change is None or made.change.load_kg is None:
        return
    for on, _, planned, after in changing.changes(basis.lifter_id, made, basis.today):
        if _loads(after) != _loads(planned.sets):
            before = loads.by_percent(planned, on, basis).sets
            now, then = _texts(before, after, made.exercise, basis)
            name = basis.exercises[made.exercise].name
            shorter = return_sets.shorter(basis.lifter_id, [made], basis.today)
            fewer = return_sets.names(shorter)
            yield on, LoadChange(made, name, now, then, _why(made), fewer)
            return


def _why(made: Suggestion) -> Phrase:
    """Say why in a few words; on the way back with the load of last time."""
    numbers = dict(made.numbers)
    back = made.rule == "return.ramp" and numbers.get("last_kg")
    return phrase(_BACK if back else WHY[made.rule], **numbers)


def _loads(sets: Sequence[PlannedSet]) -> list[float | None]:
    return [entry.load_kg for entry in sets]


def _texts(
    before: Sequence[PlannedSet], after: Sequence[PlannedSet], slug: str, basis: LoadBasis
) -> tuple[str, str]:
    """Return (loads now, loads then), with sets and repetitions where they differ."""
    unit, exercise = basis.lifter.unit, basis.exercises[slug]
    now, then = (prescription_text(_work(sets), unit) for sets in (before, after))
    load_now, load_then = (
        load_with_unit(load_words(exercise, load), unit) or "–" for _, load in (now, then)
    )
    if now[0] == then[0]:
        return load_now.removesuffix(f" {unit}"), load_then
    return f"{now[0]} · {load_now}", f"{then[0]} · {load_then}"


def _work(sets: Sequence[PlannedSet]) -> list[PlannedSet]:
    return [entry for entry in sets if entry.kind is not SetKind.WARMUP]


def _begins(lifter_id: int, days: Sequence[date], today: date) -> int | None:
    """Return the number of the week that the `days` of the loads are in, while nothing of it is
    done or decided; None otherwise, and where they are of several weeks."""
    first = min(days)
    block = plan.mesocycle_on(lifter_id, first)
    week = next((made for made in block.weeks if _runs(made, first)), None) if block else None
    if week is None or not _runs(week, max(days)):
        return None
    if week.starts_on > today:
        return week.number
    done, kept = plan.done(lifter_id), decisions.decisions(lifter_id)
    trained = any(session.id in done for session in week.sessions)
    decided = any(
        made.on >= week.starts_on and made.rule in WHY and made.verdict != "later" for made in kept
    )
    return None if trained or decided else week.number


def _runs(week: Microcycle, on: date) -> bool:
    return week.starts_on <= on < week.starts_on + timedelta(days=week.days)
