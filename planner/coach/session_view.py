"""Read sessions as the log tab shows them: cards of exercises, rows of sets."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from planner.coach import (
    estimates,
    held_loads,
    loads,
    pain_marks,
    rest_lengths,
    scope,
    session_rows,
    too_soon,
    turned_lifts,
)
from planner.coach.entry import SetRow
from planner.engine import plates as loading
from planner.engine.in_turn import turns
from planner.engine.skill import SkillStanding
from planner.engine.strength import bodyweight_for
from planner.engine.terms import (
    CheckIn,
    Exercise,
    LoggedExercise,
    Phrase,
    PlannedExercise,
    Reading,
    Session,
)
from planner.storage import clients, log, log_reads, plan

NO_PRACTICE = SkillStanding()


@dataclass(frozen=True, slots=True)
class SessionSummary:
    """A session in the list beside the calendar."""

    id: int
    on: date
    name: str
    sets: int
    tonnage_kg: float
    finished: bool
    started_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class ExerciseCard:
    """One exercise of the session with its rows, and `more` for one beyond them; `rest_s` is
    seconds between sets.

    `on` is the session's day, `last_on` that of the sets that the rows have from last time.
    `superset` is None unless a neighbour is in it, too. Tempo and `plan_note` are the plan's;
    `done_before` counts the work sets done with the exercise that this one took the place of;
    `taken_over` says that another one took the place of this. `least_kg` is the e1RM that the sets
    show by what was lifted alone. `welcome` says what to come back with after a pause.
    """

    logged_exercise_id: int
    exercise: Exercise
    rows: tuple[SetRow, ...]
    more: SetRow
    reading: Reading | None
    rest_s: int
    superset: int | None
    note: str
    cue: str
    on: date
    last_on: date | None
    tempo: str = ""
    plan_note: str = ""
    done_before: int = 0
    taken_over: bool = False
    from_below: bool = False  # a repetition begins with the way up
    uid: str = ""  # of the slot; another slot may get its id when this one is undone
    least_kg: float | None = None
    hurt: str = ""  # what strong pain lately asks for, while the session goes on
    limit: str = ""  # what somebody limited the exercise to, in words
    practice: SkillStanding = NO_PRACTICE  # of the movement, when the session began
    without_load: bool = False  # none is suggested now: for pain, a clearance, a limit, an illness
    welcome: Phrase | None = None
    asks_rating: bool = False  # practised and done, but nobody said how it looked

    @property
    def key(self) -> tuple[str, str]:
        """What the card is known by when its session is read again: its slot and exercise."""
        return self.uid, self.exercise.slug


@dataclass(frozen=True, slots=True)
class SessionView:
    """A session as the log tab shows it."""

    session: Session
    cards: tuple[ExerciseCard, ...]
    from_plan: bool
    limits: str = ""  # those of the lifter that are words alone


def sessions(lifter_id: int, limit: int = 60) -> list[SessionSummary]:
    """List sessions, newest first."""
    return [SessionSummary(*row) for row in log_reads.summaries(lifter_id, limit=limit)]


def sessions_on(lifter_id: int, on: date) -> list[SessionSummary]:
    """List the sessions of one day."""
    return [SessionSummary(*row) for row in log_reads.summaries(lifter_id, since=on, until=on)]


def planned_today(lifter_id: int, on: date) -> list[tuple[int, str]]:
    """Return (planned session id, name) of what the plan has for that day and is not yet done."""
    block = plan.mesocycle_on(lifter_id, on)
    done = plan.done(lifter_id)
    if block is None:
        return []
    return [
        (planned.id, planned.name)
        for week in block.weeks
        for planned in week.sessions
        if planned.id is not None
        and planned.id not in done
        and week.starts_on + timedelta(days=planned.day) == on
    ]


def open_session(lifter_id: int) -> int | None:
    """Return the id of the newest unfinished session, offered again after a crash, or None."""
    return log_reads.unfinished(lifter_id)


def session_uid(session_id: int) -> str:
    """Return what names a session for good: another one may get its id; '' when there is none."""
    return log.uid_of(session_id)


def session_key(lifter_id: int, uid: str) -> int | None:
    """Return the id of the session of a lifter that a uid names; None when there is none."""
    return log.key_of(lifter_id, uid)


def session_view(lifter_id: int, session_id: int, today: date) -> SessionView:
    """Return everything the log tab shows of one session; LookupError when it is gone, or another
    lifter's.

    What is known of a lift is what was known when the session's day was over; while the session
    goes on, when the day began: half of a session tells little.
    """
    session = log.session_of(lifter_id, session_id)
    basis = loads.LoadBasis(lifter_id, today)
    goes_on = session.on == today and not session.finished
    known_on = session.on if goes_on else session.on + loads.DAY
    cards = tuple(
        _card(lifter_id, session, slot, basis.reading(slot.exercise, known_on), basis)
        for slot in _in_turn(session.exercises)
    )
    cards, limits = (
        _asking(cards, session),
        scope.for_all(basis.quiet(session.on).scope, basis.lifter.unit),
    )
    return SessionView(session, cards, session.planned_session_id is not None, limits)


def step_load(load_kg: float, exercise: Exercise, lifter_id: int, up: bool) -> float:
    """Return the next load, in kg, that this lifter's gym can set; the same at either end."""
    inventory = clients.lifter(lifter_id).inventory
    step = loading.next_up if up else loading.next_down
    following = step(load_kg, exercise, inventory)
    return load_kg if following is None else following


def check_in(lifter_id: int, on: date) -> CheckIn:
    """Return that day's check-in, empty when none was made."""
    return clients.check_in(lifter_id, on) or CheckIn(on)


def _card(
    lifter_id: int,
    session: Session,
    slot: LoggedExercise,
    reading: Reading | None,
    basis: loads.LoadBasis,
) -> ExerciseCard:
    if slot.id is None:
        raise LookupError(f"no stored exercise {slot.exercise!r}")
    exercise, on = basis.exercises[slot.exercise], session.on
    place = lifter_id, slot.exercise, on, session.id
    planned = session_rows.planned_for(slot, on, basis)
    made = session_rows.rows_of(slot, session, planned, log_reads.last_sets(*place), basis)
    rest_s = rest_lengths.length(lifter_id, slot, exercise)
    cue = exercise.cues[0] if exercise.cues else ""
    return ExerciseCard(
        slot.id, exercise, made.rows, made.more, reading, rest_s, slot.superset, slot.note, cue, on,
        log_reads.last_on(*place),
        tempo=planned.tempo if planned else "",
        plan_note=planned.note if planned and planned.note != slot.note else "",
        done_before=session_rows.done_before(slot, session),
        taken_over=session_rows.taken_over(slot, session),
        from_below=turned_lifts.from_below(lifter_id, exercise),
        uid=slot.uid,
        least_kg=_least_kg(slot, exercise, basis),
        hurt=_hurt(session, slot.exercise, planned, basis),
        limit=_limit(exercise, on, basis),
        practice=basis.practice(slot.exercise, on),
        welcome=made.welcome,
        without_load=_is_now(session, basis) and basis.asks_load(slot.exercise, on),
    )  # fmt: skip


def _is_now(session: Session, basis: loads.LoadBasis) -> bool:
    return not session.finished or session.on >= basis.today


def _hurt(
    session: Session, slug: str, planned: PlannedExercise | None, basis: loads.LoadBasis
) -> str:
    """Say what pain asks for, or why the load planned is not offered after it."""
    if not _is_now(session, basis):
        return ""
    said = pain_marks.of_lift(basis.lifter_id, slug, session.on)
    if said or planned is None:
        return said
    day = session.on, basis
    return too_soon.words(planned, *day) or held_loads.words(planned, *day)


def _limit(exercise: Exercise, on: date, basis: loads.LoadBasis) -> str:
    made = basis.quiet(on).scope.own(exercise)
    return scope.words(made, basis.lifter.unit) if made is not None else ""


def _least_kg(slot: LoggedExercise, exercise: Exercise, basis: loads.LoadBasis) -> float | None:
    weight = bodyweight_for(basis.last_day(slot.exercise), basis.lifter)
    return estimates.least_kg(slot.sets, exercise, weight)


def _in_turn(slots: Sequence[LoggedExercise]) -> list[LoggedExercise]:
    """Return a session's slots, those without a partner in no superset."""
    alone = {start for start, end in turns([slot.superset for slot in slots]) if end == start + 1}
    return [
        replace(slot, superset=None) if place in alone else slot for place, slot in enumerate(slots)
    ]


def _asking(cards: tuple[ExerciseCard, ...], session: Session) -> tuple[ExerciseCard, ...]:
    """Return cards of which one asks how it looked: the first that is practised and done, once all
    of a session that goes on is without a rating."""
    if session.finished or any(e.technique for slot in session.exercises for e in slot.sets):
        return cards
    done = (card for card in cards if card.practice.left and _done(card))
    first = next(done, None)
    return tuple(replace(card, asks_rating=True) if card is first else card for card in cards)


def _done(card: ExerciseCard) -> bool:
    return bool(card.rows) and all(row.logged is not None for row in card.rows)
