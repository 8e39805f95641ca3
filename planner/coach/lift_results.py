"""What was done of each exercise of a session, beside what was planned of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from planner.coach import before_session, counts, library, loads, practice_remarks
from planner.coach.entry import SetRow
from planner.coach.session_view import ExerciseCard, SessionView
from planner.engine import session_signs
from planner.engine.same_load import SAME_KG
from planner.engine.set_habit import marks
from planner.engine.terms import (
    N_,
    SUSPECT,
    LoadKind,
    LoggedSet,
    Phrase,
    PlannedSet,
    SetKind,
    Side,
    phrase,
)
from planner.language import tr
from planner.storage import plan

_ONE = {Side.LEFT: N_("left only"), Side.RIGHT: N_("right only")}
_ONE_SIDE = N_("one side only")
_SETS_OF_SIDE = {Side.LEFT: N_("{sets} left only"), Side.RIGHT: N_("{sets} right only")}
_SETS_OF_ONE_SIDE = N_("{sets} one side only")
_FAR_RIR = 2.0  # reps in reserve from what was asked that are told: rule of thumb


@dataclass(frozen=True, slots=True)
class LiftResult:
    """An exercise of a session: `said` is how it went beside the plan, `notes` what to mind.

    `done` and `planned` count sets without warm-ups; `planned` is 0 when nothing was.
    """

    slug: str
    name: str
    done: int
    planned: int
    said: tuple[Phrase, ...]
    notes: tuple[Phrase, ...]


class _Pair(NamedTuple):
    """A planned set with what was done of it."""

    target: PlannedSet
    made: LoggedSet


def lift_results(lifter_id: int, view: SessionView, today: date) -> tuple[LiftResult, ...]:
    """Return how each exercise of a session went, in the order of doing.

    What to mind of the day itself is said on that day only; later the facts are told.
    """
    basis = loads.LoadBasis(lifter_id, today)
    return tuple(_result(card, view, basis) for card in view.cards)


def _result(card: ExerciseCard, view: SessionView, basis: loads.LoadBasis) -> LiftResult:
    work = [row for row in card.rows if _kind(row) is not SetKind.WARMUP]
    done, planned = _done(work), len({_place(row) for row in work if row.target is not None})
    said = tuple(_said(card, work, view, done, planned))
    sets = [row.logged for row in card.rows if row.logged is not None]
    notes = _of_today(basis.lifter_id, card, sets) if card.on == basis.today else _facts(sets)
    slug, name = card.exercise.slug, card.exercise.name
    ends = practice_remarks.over(card, basis)
    return LiftResult(slug, name, done, planned, said, (*notes, *ends))


def _kind(row: SetRow) -> SetKind:
    made = row.logged or row.target
    return made.kind if made is not None else SetKind.WORK


def _place(row: SetRow) -> tuple[bool, int]:
    """Return what left and right of a set have in common."""
    return _kind(row) is SetKind.DROP, row.number


def _done(work: Sequence[SetRow]) -> int:
    missing = {_place(row) for row in work if row.logged is None}
    return len({_place(row) for row in work if row.logged is not None} - missing)


def _said(
    card: ExerciseCard, work: Sequence[SetRow], view: SessionView, done: int, planned: int
) -> Iterator[Phrase]:
    instead_of = _planned_name(card, view)
    if instead_of:
        yield phrase("instead of {planned}", planned=instead_of)
    if card.taken_over:
        yield phrase("{sets}, the rest with another exercise", sets=_sets(done))
        return
    if not planned:
        linked = any(slot.planned_exercise_id is not None for slot in view.session.exercises)
        added = linked and not instead_of
        yield phrase("{sets}, not in the plan" if added else "{sets}", sets=_sets(done))
        return
    halves = [*_one_side(work, done)]
    if not done and not halves:
        yield phrase("not done")
        return
    counted = _counted(work, done, planned) if done else ()
    differs = [*counted, *halves, *_compared(card, work)]
    yield from differs or [phrase("as planned")]


def _one_side(work: Sequence[SetRow], done: int) -> Iterator[Phrase]:
    """Tell of sets that were done with one side of two."""
    missing = {_place(row) for row in work if row.logged is None}
    made = {_place(row): row.side for row in work if row.logged is not None}
    sides = [side for place, side in made.items() if place in missing]
    if not sides:
        return
    side = sides[0] if len(set(sides)) == 1 else Side.BOTH
    if done or len(sides) > 1:
        words = _SETS_OF_SIDE.get(side, _SETS_OF_ONE_SIDE)
        yield phrase(words, sets=counts.sets(len(sides)))
    else:
        yield phrase(_ONE.get(side, _ONE_SIDE))


def _sets(count: int) -> str:
    return counts.sets(count) if count else tr("no sets")


def _planned_name(card: ExerciseCard, view: SessionView) -> str:
    """Return the exercise that the plan had in a card's place; '' when it is the same."""
    slots = (slot for slot in view.session.exercises if slot.id == card.logged_exercise_id)
    keys = [slot.planned_exercise_id for slot in slots if slot.planned_exercise_id is not None]
    slug = plan.planned_exercise(keys[0]).exercise if keys else card.exercise.slug
    return "" if slug == card.exercise.slug else library.exercise(slug).name


def _counted(work: Sequence[SetRow], done: int, planned: int) -> Iterator[Phrase]:
    extra = len({_place(row) for row in work if row.target is None and row.logged is not None})
    if done - extra < planned:
        yield phrase("{done} of {planned} sets", done=done - extra, planned=planned)
    if extra:
        yield phrase("{sets} more", sets=counts.sets(extra))


def _compared(card: ExerciseCard, work: Sequence[SetRow]) -> Iterator[Phrase]:
    """Tell what of the sets done differs from the plan; likely slips are only counted."""
    slips = sum(row.logged is not None and SUSPECT in row.logged.flags for row in work)
    pairs = [
        _Pair(row.target, row.logged)
        for row in work
        if row.target is not None and row.logged is not None and SUSPECT not in row.logged.flags
    ]
    yield from _loads(pairs, card.exercise.load_kind)
    yield from _reps(pairs)
    yield from _seconds(pairs)
    yield from _metres(pairs)
    yield from _effort(pairs)
    if slips:
        yield phrase(
            "{slips} set looks like a typing slip"
            if slips == 1
            else "{slips} sets look like typing slips",
            slips=slips,
        )


def _loads(pairs: Iterable[_Pair], kind: LoadKind) -> Iterator[Phrase]:
    apart = [
        pair.made.load_kg - pair.target.load_kg
        for pair in pairs
        if pair.made.load_kg is not None and pair.target.load_kg is not None
    ]
    more, less = any(kg > SAME_KG for kg in apart), any(kg < -SAME_KG for kg in apart)
    if more and less:
        yield phrase("other loads than planned")
    elif kind is LoadKind.ASSISTED and (more or less):
        yield phrase("more help than planned" if more else "less help than planned")
    elif more or less:
        yield phrase("heavier than planned" if more else "lighter than planned")


def _reps(pairs: Iterable[_Pair]) -> Iterator[Phrase]:
    counted = [pair for pair in pairs if pair.made.reps is not None and not pair.target.amrap]
    low = sum(max((p.target.reps_low or 0) - (p.made.reps or 0), 0) for p in counted)
    tops = ((p, p.target.reps_high or p.target.reps_low) for p in counted)
    over = sum(max((p.made.reps or 0) - top, 0) for p, top in tops if top)
    if low:
        yield phrase("one rep short" if low == 1 else "{reps} reps short", reps=low)
    if over:
        yield phrase("one rep more" if over == 1 else "{reps} reps more", reps=over)


def _effort(pairs: Iterable[_Pair]) -> Iterator[Phrase]:
    """Tell of the set whose reserve was farthest from what was asked, where that is far."""
    known = [
        (pair.made.rir, pair.target.rir)
        for pair in pairs
        if pair.made.rir is not None and pair.target.rir is not None
    ]
    left, asked = max(known, key=lambda each: abs(each[0] - each[1]), default=(0.0, 0.0))
    if abs(left - asked) >= _FAR_RIR:
        yield phrase(
            "harder than planned: {left_rir} left, {asked_rir} asked"
            if left < asked
            else "easier than planned: {left_rir} left, {asked_rir} asked",
            left_rir=left,
            asked_rir=asked,
        )


def _seconds(pairs: Iterable[_Pair]) -> Iterator[Phrase]:
    short = _short((pair.target.seconds, pair.made.seconds) for pair in pairs)
    if short >= 1:
        yield phrase("{seconds} s short", seconds=round(short))


def _metres(pairs: Iterable[_Pair]) -> Iterator[Phrase]:
    short = _short((pair.target.distance_m, pair.made.distance_m) for pair in pairs)
    if short >= 1:
        yield phrase("{metres} m short", metres=round(short))


def _short(pairs: Iterable[tuple[float | None, float | None]]) -> float:
    """Return what was missing of pairs (planned, done), all together."""
    known = ((asked, done) for asked, done in pairs if asked is not None and done is not None)
    return sum(max(asked - done, 0) for asked, done in known)


def _of_today(lifter_id: int, card: ExerciseCard, sets: Sequence[LoggedSet]) -> list[Phrase]:
    """Return what the sets of today ask for: by pain, by technique, by the drop-off."""
    said = [session_signs.pain_words(sets), session_signs.technique_words(sets)]
    known = before_session.before(lifter_id, card.exercise.slug, card.on) if sets else None
    if known is not None:
        today = marks(sets, known.state.exercise, known.state.bodyweight_kg)
        seen = session_signs.drop_off(today, known.habit) if today else None
        said.append(None if seen is None else session_signs.drop_words(seen, 0))
    return [each for each in said if each is not None]


def _facts(sets: Sequence[LoggedSet]) -> Iterator[Phrase]:
    pain = session_signs.worst_pain(sets)
    if session_signs.pain_words(sets) is not None:
        yield phrase("Pain of {pain} out of 10.", pain=pain)
    limit = session_signs.set_limit(sets)
    if limit is not None:
        yield phrase("Technique broke down in set {set_number}.", set_number=limit.sets + 1)
