"""Arrange the exercises of a session: swap one, move one, let some be done in turn."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import count

from planner.engine.in_turn import turns
from planner.engine.terms import UNREAD, LoggedExercise
from planner.storage import library, log, rows

Slots = Sequence[LoggedExercise]


def swap(logged_exercise_id: int, slug: str) -> int:
    """Put another exercise in a slot's place, in its session only; return the slot to go on with.

    Sets that are logged stay under the exercise they were done with: then the new one gets a slot
    of its own right after it, which takes over what is still to do and the superset. The link to
    the plan stays. LookupError when there is no such slot or exercise.
    """
    session_id, slot = log.slot(logged_exercise_id)
    wanted = library.exercise(slug).slug
    if not any(UNREAD not in entry.flags for entry in slot.sets):
        log.update_logged_exercise(replace(slot, exercise=wanted))
        return logged_exercise_id
    unread = tuple(entry for entry in slot.sets if UNREAD in entry.flags)
    for box in unread:
        log.delete_set(rows.found(box.id, wanted))
    log.update_logged_exercise(replace(slot, superset=None))
    going_on = replace(slot, exercise=wanted, sets=unread, note="", uid="")
    place = _place(log.session(session_id).exercises, logged_exercise_id)
    return log.add_logged_exercise(session_id, going_on, place + 1)


def move_exercise(logged_exercise_id: int, places: int) -> None:
    """Move an exercise up (−1) or down (+1) in its session; at the end it stays.

    It trades places with a partner of its superset; from the edge of one all partners go together,
    past the next exercise or past all of the next superset.
    """
    session_id, _ = log.slot(logged_exercise_id)
    slots = log.session(session_id).exercises
    start, end = _turn(slots, _place(slots, logged_exercise_id))
    place = _place(slots, logged_exercise_id) + places
    if start <= place < end:
        log.move_logged_exercise(logged_exercise_id, place)
    elif 0 <= place < len(slots):
        neighbour = _turn(slots, start - 1 if places < 0 else end)
        _order(session_id, _past(slots, (start, end), neighbour[0 if places < 0 else 1]))


def place_exercise(logged_exercise_id: int, gap: int) -> None:
    """Put an exercise before number `gap` (0-based) of its session; their number is the end.

    Within its superset it changes places; elsewhere its partners come along, and no other superset
    is parted.
    """
    session_id, _ = log.slot(logged_exercise_id)
    slots = log.session(session_id).exercises
    place = _place(slots, logged_exercise_id)
    there = landing([slot.superset for slot in slots], place, gap)
    start, end = own = _turn(slots, place)
    within = start <= there <= end
    _order(session_id, _past(slots, (place, place + 1) if within else own, there))


def landing(supersets: Sequence[int | None], place: int, gap: int) -> int:
    """Return the gap (0-based) where an exercise that is dropped into one comes to stand.

    Takes the superset's number of each exercise of a session. None but its own is parted: dropped
    between other partners, it stands before them.
    """
    found = turns(supersets)
    start, end = next(each for each in found if place < each[1])
    if start <= gap <= end:
        return gap
    return next((first for first, last in found if first < gap < last), gap)


def join_next(logged_exercise_id: int) -> None:
    """Let an exercise, with its partners, be done in turn with the next one, and with its partners.

    The last exercise of a session has no next one: nothing changes.
    """
    session_id, _ = log.slot(logged_exercise_id)
    slots = log.session(session_id).exercises
    start, end = _turn(slots, _place(slots, logged_exercise_id))
    if end < len(slots):
        together = slots[start : _turn(slots, end)[1]]
        known = {slot.superset for slot in slots}
        free = next(number for number in count() if number not in known)
        number = next((s.superset for s in together if s.superset is not None), free)
        _number(together, number)


def leave_superset(logged_exercise_id: int) -> None:
    """Take an exercise out of its superset; one of several comes after the others, to stay apart.

    A partner left alone is in no superset any more.
    """
    session_id, slot = log.slot(logged_exercise_id)
    slots = log.session(session_id).exercises
    place = _place(slots, logged_exercise_id)
    start, end = _turn(slots, place)
    if start < place < end - 1:
        _order(session_id, _past(slots, (place, place + 1), end))
    _number([slot], None)
    settle(session_id)


def settle(session_id: int) -> None:
    """Let no exercise of a session be in a superset without a neighbour."""
    slots = log.session(session_id).exercises
    for start, end in turns([slot.superset for slot in slots]):
        if end == start + 1:
            _number(slots[start:end], None)


def _number(slots: Slots, number: int | None) -> None:
    for slot in slots:
        if slot.superset != number:
            log.update_logged_exercise(replace(slot, superset=number))


def _place(slots: Slots, logged_exercise_id: int) -> int:
    return [slot.id for slot in slots].index(logged_exercise_id)


def _turn(slots: Slots, place: int) -> tuple[int, int]:
    """Return (first, after the last) place of the exercises done in turn with one."""
    return next(each for each in turns([slot.superset for slot in slots]) if place < each[1])


def _past(slots: Slots, moving: tuple[int, int], gap: int) -> list[LoggedExercise]:
    """Return the slots with some of them, from first to after the last, before number `gap`."""
    start, end = moving
    before = [slot for place, slot in enumerate(slots) if place < gap and not start <= place < end]
    after = [slot for place, slot in enumerate(slots) if place >= gap and not start <= place < end]
    return [*before, *slots[start:end], *after]


def _order(session_id: int, wanted: Slots) -> None:
    """Let a session's exercises come in an order; as few rows as can be are changed."""
    for place, slot in enumerate(wanted):
        now = log.session(session_id).exercises
        if now[place].id != slot.id:
            log.move_logged_exercise(rows.found(slot.id, slot.exercise), place)
