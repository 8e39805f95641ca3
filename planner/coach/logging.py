"""Log what was done: sessions from the plan or free, set by set, on any day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta

from planner.coach import mood, pain_referral, slots
from planner.coach.entry import (
    EntryDraft as EntryDraft,
    SetRow as SetRow,
    load_fields as load_fields,
    parse_entry as parse_entry,
    parse_number as parse_number,
)
from planner.coach.entry_doubt import Doubt as Doubt, asked as asked, ramping as ramping
from planner.coach.entry_rows import drop_row as drop_row, warm_up_rows as warm_up_rows
from planner.coach.exercise_choices import (
    additions as additions,
    choices as choices,
    swap_choices as swap_choices,
)
from planner.coach.pain_stop import stopping_pain as stopping_pain
from planner.coach.session_view import (
    ExerciseCard as ExerciseCard,
    SessionSummary as SessionSummary,
    SessionView as SessionView,
    check_in as check_in,
    open_session as open_session,
    planned_today as planned_today,
    session_key as session_key,
    session_uid as session_uid,
    session_view as session_view,
    sessions as sessions,
    sessions_on as sessions_on,
    step_load as step_load,
)
from planner.coach.slots import (
    join_next as join_next,
    landing as landing,
    leave_superset as leave_superset,
    move_exercise as move_exercise,
    place_exercise as place_exercise,
    swap as swap,
)
from planner.engine.in_turn import in_turn, turns as turns
from planner.engine.terms import (
    SUSPECT,
    UNREAD,
    CheckIn,
    LoggedExercise,
    LoggedSet,
    Session,
    Technique,
)
from planner.formats.drafts import LONGEST_SESSION_S
from planner.storage import clients, library, log, plan

LONGEST = timedelta(seconds=LONGEST_SESSION_S)


def start_planned(lifter_id: int, planned_session_id: int, on: date) -> int:
    """Start a session from the plan on a date; return its id. Its slots are made at once.

    LookupError when the plan has no such session, or it is another lifter's.
    """
    planned = plan.planned_session_of(lifter_id, planned_session_id)
    made = tuple(
        LoggedExercise(e.exercise, superset=e.superset, rest_s=e.rest_s, planned_exercise_id=e.id)
        for e in in_turn(planned.exercises)
    )
    session = _started(on, planned.name)
    session = replace(session, exercises=made, planned_session_id=planned_session_id)
    return log.add_session(lifter_id, session)


def start_free(lifter_id: int, on: date, name: str = "") -> int:
    """Start an empty session; return its id."""
    return log.add_session(lifter_id, _started(on, name))


def repeat(lifter_id: int, session_id: int, on: date) -> int:
    """Start a session with the exercises of another one; return its id.

    Order, supersets and rests are taken over; sets, notes and the plan's session are of that day.
    LookupError when it is gone, or another lifter's.
    """
    before = log.session_of(lifter_id, session_id)
    made = tuple(
        LoggedExercise(slot.exercise, superset=slot.superset, rest_s=slot.rest_s)
        for slot in before.exercises
    )
    return log.add_session(lifter_id, replace(_started(on, before.name), exercises=made))


def _started(on: date, name: str) -> Session:
    now = datetime.now().astimezone()
    offset = now.utcoffset() or timedelta()
    started = now.replace(tzinfo=None, microsecond=0) if now.date() == on else None
    return Session(
        on, name=name, started_at=started, utc_offset_min=int(offset.total_seconds() // 60)
    )


def add_exercise(session_id: int, slug: str) -> int:
    """Add an exercise at the end of a session; return the slot's id."""
    return log.add_logged_exercise(session_id, LoggedExercise(library.exercise(slug).slug))


def remove_exercise(logged_exercise_id: int) -> None:
    """Take an exercise and its sets out of a session; a partner left alone is in no superset."""
    session_id, _ = log.slot(logged_exercise_id)
    log.delete_logged_exercise(logged_exercise_id)
    slots.settle(session_id)


def annotate(logged_exercise_id: int, note: str) -> None:
    """Change the note on an exercise of a session."""
    _, slot = log.slot(logged_exercise_id)
    log.update_logged_exercise(replace(slot, note=note))


def annotate_session(session_id: int, note: str) -> None:
    """Change the note on a session."""
    log.update_session(replace(log.session(session_id), note=note))


def log_sets(
    logged_exercise_id: int, sets: Sequence[LoggedSet], after: int | None = None
) -> list[int]:
    """Store sets behind the one with the id `after`, else at the end of an exercise.

    They are on disk when this returns. They get the time of day only while the session is under
    way, not when typed in later. Boxes of a sheet that could not be read are filled first: what
    is logged is what they hold.
    """
    session_id, slot = log.slot(logged_exercise_id)
    now = datetime.now().replace(microsecond=0)
    at = now if _under_way(log.session(session_id), now) else None
    stamped = [replace(entry, logged_at=entry.logged_at or at) for entry in sets]
    unread = [entry for entry in slot.sets if UNREAD in entry.flags]
    for box, entry in zip(unread, stamped, strict=False):
        log.update_set(replace(entry, id=box.id, uid=box.uid))
    place = next((number for number, entry in enumerate(slot.sets, 1) if entry.id == after), None)
    added = [
        log.add_set(logged_exercise_id, entry, None if place is None else place + number)
        for number, entry in enumerate(stamped[len(unread) :])
    ]
    stored = [box.id or 0 for box in unread[: len(stamped)]] + added
    if stored:
        pain_referral.after(stored[0], stamped)
    return stored


def _under_way(session: Session, now: datetime) -> bool:
    started = session.started_at or datetime.combine(session.on, datetime.min.time())
    return session.on == now.date() or timedelta() <= now - started <= LONGEST


def session_of(card: ExerciseCard) -> int | None:
    """Return the id of the session that a card's slot is in; None when the slot is gone."""
    try:
        session_id, slot = log.slot(card.logged_exercise_id)
    except LookupError:
        return None
    return session_id if slot.uid == card.uid else None


def change_set(entry: LoggedSet) -> None:
    """Store a changed set; `entry.id` says which. What it holds now looks like a slip no more."""
    before = log.set_(entry.id or 0)
    log.update_set(replace(entry, flags=entry.flags - {SUSPECT}))
    pain_referral.after_change(before, entry)


def annotate_set(set_id: int, note: str) -> None:
    """Change the note on a set; nothing else of it is answered by that."""
    log.update_set(replace(log.set_(set_id), note=note.strip()))


def remove_set(set_id: int) -> None:
    """Delete one set."""
    log.delete_set(set_id)


def rate(set_id: int, technique: Technique | None) -> None:
    """Rate how the movement of a set looked."""
    log.update_set(replace(log.set_(set_id), technique=technique))


def hurt(set_id: int, pain: int) -> int | None:
    """Store how much a set hurt, 0 to 10; return the id of the referral that this asks for."""
    before = log.set_(set_id)
    made = replace(before, pain=pain)
    log.update_set(made)
    return pain_referral.after_change(before, made)


def finish(session_id: int) -> None:
    """Mark a session as finished, with its length when it was logged live.

    A session left open over hours has no length that means anything.
    """
    session = log.session(session_id)
    log.update_session(replace(session, finished=True, duration_s=_duration(session)))


def _duration(session: Session) -> int | None:
    times = [s.logged_at for slot in session.exercises for s in slot.sets if s.logged_at]
    if session.started_at is None or not times:
        return session.duration_s
    length = _between(session.started_at, max(times), session.utc_offset_min)
    return int(length.total_seconds()) if timedelta() <= length <= LONGEST else session.duration_s


def _between(start: datetime, end: datetime, offset_min: int | None) -> timedelta:
    """Return how long something took by local clocks, also where they were changed meanwhile.

    What began in another zone than this computer's, by its offset, is told by the clocks alone.
    """
    began, ended = start.astimezone(), end.astimezone()
    if began.utcoffset() != timedelta(minutes=offset_min or 0):
        return end - start
    return max(ended, end.replace(fold=1).astimezone()) - began if ended < began else ended - began


def go_on(session_id: int) -> None:
    """Open a finished session again."""
    log.update_session(replace(log.session(session_id), finished=False))


def rename_and_move(session_id: int, name: str, on: date) -> None:
    """Give a session another name and, if it was on another day, another day."""
    session = replace(log.session(session_id), name=name.strip())
    log.update_session(session)
    if on != session.on:
        move(session_id, on)


def move(session_id: int, on: date) -> None:
    """Move a session to another day; it stays the planned session that it is.

    One that was logged live keeps its time of day and its length; its sets keep their own times.
    """
    session = log.session(session_id)
    start, sets = session.started_at, [s for slot in session.exercises for s in slot.sets]
    if start is not None and (not sets or any(entry.logged_at for entry in sets)):
        length = session.duration_s if session.duration_s is not None else _duration(session)
        session = replace(session, started_at=start + (on - session.on), duration_s=length)
    log.update_session(replace(session, on=on))


def delete(session_id: int) -> None:
    """Put a session into the 30-day trash."""
    log.trash_session(session_id)


def save_check_in(lifter_id: int, check_in: CheckIn) -> None:
    """Store a day's check-in."""
    clients.save_check_in(lifter_id, check_in)
    mood.note(lifter_id, check_in.on)
