"""What else is marked on the time axis of a lift: deloads, variations, swaps and notes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from itertools import groupby

from planner.coach import alternatives, readings
from planner.coach.circumstances import swapped_to
from planner.coach.happenings import Event
from planner.coach.replay import Replay
from planner.engine.terms import phrase
from planner.storage import decisions, library, marked_days
from planner.storage.decisions import Decision
from planner.storage.marked_days import Noted

TOGETHER = timedelta(weeks=2)  # variations begun within it were begun together: rule of thumb


def joined(*found: Iterable[Event]) -> tuple[Event, ...]:
    """Return events of several kinds in one row, oldest first.

    A swap tells what was accepted with it.
    """
    events = [event for each in found for event in each]
    swapped = {event.decision_id for event in events if event.kind == "swap"} - {None}
    kept = (e for e in events if e.kind != "decision" or e.decision_id not in swapped)
    return tuple(sorted(kept, key=lambda event: event.on))


def events(lifter_id: int, replay: Replay, today: date) -> list[Event]:
    """Return deloads, variations, swaps and notes of a lift up to today."""
    slug = replay.exercise.slug
    swaps = [
        made
        for made in decisions.decisions(lifter_id)
        if made.verdict == "accepted" and swapped_to(made)
    ]
    found = [
        *_deloads(lifter_id, slug),
        *_swaps(swaps, slug),
        *_taken_up(lifter_id, replay, swaps, today),
        *_notes(marked_days.notes(lifter_id, slug)),
    ]
    return [event for event in found if event.on <= today]


def _deloads(lifter_id: int, slug: str) -> Iterator[Event]:
    """Yield each deload with how often the lift was done in it, on the first of these days."""
    done = sorted(marked_days.deloads(lifter_id, slug), key=lambda each: (each.week, each.on))
    for _, week in groupby(done, key=lambda each: each.week):
        sessions = list(week)
        often = len(sessions)
        words = phrase(
            "Deload week, {sessions} session of this lift"
            if often == 1
            else "Deload week, {sessions} sessions of this lift",
            sessions=often,
        )
        yield Event(sessions[0].on, "deload", words, sessions[0].session_id)


def _swaps(swaps: Iterable[Decision], slug: str) -> Iterator[Event]:
    known = library.by_slug()
    for made in swaps:
        to = swapped_to(made)
        if made.exercise == slug and to in known:
            words = phrase("Swapped for {lift}", lift=known[to].name)
        elif to == slug and made.exercise in known:
            words = phrase("Took the place of {lift}", lift=known[made.exercise].name)
        else:
            continue
        yield Event(made.on, "swap", words, decision_id=made.id)


def _taken_up(
    lifter_id: int, replay: Replay, swaps: Iterable[Decision], today: date
) -> Iterator[Event]:
    """Yield the first session of each variation that was begun after this lift."""
    lift, told = replay.exercise, {swapped_to(made) for made in swaps}
    since = replay.steps[0].day.on + TOGETHER
    for other in readings.replays(lifter_id, today).values():
        varies = alternatives.related(other.exercise, lift) and other.exercise.slug not in told
        if varies and other.steps and other.steps[0].day.on >= since:
            first = other.steps[0]
            words = phrase("First session of {lift}", lift=other.exercise.name)
            yield Event(first.day.on, "variation", words, first.session_id)


def _notes(noted: Iterable[Noted]) -> Iterator[Event]:
    """Yield the notes of each session, its own first."""
    for (on, session_id), made in groupby(noted, key=lambda each: (each.on, each.session_id)):
        slots = list(made)
        said = dict.fromkeys([slots[0].session, *(each.exercise for each in slots)])
        text = " · ".join(" ".join(each.split()) for each in said if each.strip())
        if text:
            yield Event(on, "note", phrase("{note}", note=text), session_id)
