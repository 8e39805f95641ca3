"""A letter to a professional: why somebody comes, what the log says, and room for the answer.

Only what is ticked stands in it. Numbers come from the log; nothing is judged.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from planner.coach import health, points, readings, wording
from planner.coach.estimates import BAND_SD
from planner.engine.non_use import PATTERNS
from planner.engine.terms import (
    Exercise,
    LoadKind,
    LoggedExercise,
    LoggedSet,
    Profession,
    Referral,
    Session,
    SetKind,
    Unit,
)
from planner.storage import clients, library, log, log_reads

SINCE = timedelta(weeks=8)  # as far back as a letter looks
SESSIONS = 6  # the newest ones
LIFTS = 4  # the most that are told
PAINS = 12  # the newest entries
_PERSONS = (
    (r"\b(suits?|tell) you\b", r"\1 them"),
    (r"\byou\b", "they"),
    (r"\bYou\b", "They"),
    (r"\byour\b", "their"),
    (r"\bYour\b", "Their"),
)


class LetterPart(StrEnum):
    """What a letter may hold."""

    SESSIONS = "sessions"
    STRENGTH = "strength"
    PAIN = "pain"
    ANSWERS = "answers"
    NOTE = "note"


USUAL = frozenset({LetterPart.SESSIONS, LetterPart.STRENGTH, LetterPart.PAIN})


@dataclass(frozen=True, slots=True)
class LetterSection:
    """A heading with its lines."""

    part: LetterPart
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter as values: `born` is a year; `topic` and `reason` say why somebody comes."""

    lifter: str
    born: int | None
    coach: str
    on: date
    to: tuple[Profession, ...]
    topic: str
    reason: str
    sections: tuple[LetterSection, ...]


def letter(
    lifter_id: int, referral: Referral, today: date, parts: Collection[LetterPart] = USUAL
) -> Letter:
    """Return the letter of a referral with the parts that are wanted and have anything to say."""
    lifter, judged = clients.lifter(lifter_id), health.judgement(referral.topic)
    found = (
        LetterSection(part, tuple(_lines(part, lifter_id, referral, today)))
        for part in LetterPart
        if part in parts
    )
    return Letter(
        lifter.name,
        lifter.birth_year,
        lifter.coach,
        today,
        judged.professions,
        _topic(referral),
        of_them(wording.render(judged.reason)),
        tuple(made for made in found if made.lines),
    )


def _topic(referral: Referral) -> str:
    name, exercise = health.subject(referral)
    return ": ".join(filter(None, (wording.render(name), exercise)))


def of_them(text: str) -> str:
    """Say of somebody what was said to them: 'how hard you may train', 'how hard they may train'.

    A letter speaks to whoever is asked.
    """
    for said, instead in _PERSONS:
        text = re.sub(said, instead, text)
    return text


def _lines(part: LetterPart, lifter_id: int, referral: Referral, today: date) -> Iterable[str]:
    if part is LetterPart.ANSWERS:
        return _answers(lifter_id)
    if part is LetterPart.NOTE:
        return filter(None, [referral.note])
    sessions = _sessions(lifter_id, today)
    done = [(made.on, slot) for made in sessions for slot in made.exercises if slot.sets]
    if referral.exercise:
        done = [each for each in done if each[1].exercise == referral.exercise]
    if part is LetterPart.SESSIONS:
        return _done(done, clients.lifter(lifter_id).unit)
    if part is LetterPart.PAIN:
        return _pains(done, clients.lifter(lifter_id).unit)
    return _strength(lifter_id, done, today)


def _answers(lifter_id: int) -> Iterator[str]:
    made = health.intake(lifter_id)
    for topic, said in made.answers if made is not None else ():
        if said:
            yield wording.render(health.judgement(topic).name)
    if made is not None and made.note:
        yield made.note


def _sessions(lifter_id: int, today: date) -> list[Session]:
    """Return the sessions of the last weeks, the newest first."""
    found = log_reads.summaries(lifter_id, since=today - SINCE, until=today)
    return [log.session(row[0]) for row in found]


def _done(done: Sequence[tuple[date, LoggedExercise]], unit: Unit) -> Iterator[str]:
    days = list(dict.fromkeys(on for on, _ in done))[:SESSIONS]
    for on in days:
        lifts = (_lift(slot, unit) for day, slot in done if day == on)
        yield f"{_day(on)}: {'; '.join(lifts)}"


def _lift(slot: LoggedExercise, unit: Unit) -> str:
    work = [entry for entry in slot.sets if entry.kind is not SetKind.WARMUP] or list(slot.sets)
    best = max(work, key=lambda entry: (entry.load_kg or 0.0, entry.reps or 0))
    name = library.exercise(slot.exercise).name
    return f"{name} {wording.several(len(work), 'set')}, up to {_set(best, unit)}"


def _pains(done: Sequence[tuple[date, LoggedExercise]], unit: Unit) -> list[str]:
    found = [
        f"{_day(on)}: pain {entry.pain} of 10, {library.exercise(slot.exercise).name}, "
        f"{_set(entry, unit)}"
        for on, slot in done
        for entry in slot.sets
        if entry.pain
    ]
    return found[:PAINS]


def _strength(
    lifter_id: int, done: Sequence[tuple[date, LoggedExercise]], today: date
) -> Iterator[str]:
    """Tell what a lifter can probably lift once, a main lift of each movement first."""
    read, unit = readings.readings(lifter_id, today), clients.lifter(lifter_id).unit
    for exercise in _main_lifts([slot.exercise for _, slot in done if slot.exercise in read]):
        kg, sd = read[exercise.slug].strength_kg, read[exercise.slug].strength_sd
        if kg is not None and sd is not None:
            low, high = (wording.mass(kg + side * BAND_SD * sd, unit, 0) for side in (-1, 1))
            about = wording.mass(kg, unit, 0)
            body = "" if exercise.load_kind is LoadKind.EXTERNAL else ", bodyweight included"
            yield f"{exercise.name}: about {about} {unit} once, likely {low} to {high} {unit}{body}"


def _main_lifts(done: Sequence[str]) -> list[Exercise]:
    """Return some of the exercises done: of each movement the one done most, then the rest."""
    often = [
        library.exercise(slug) for slug in sorted(set(done), key=lambda s: (-done.count(s), s))
    ]
    first = {each.pattern: each for each in reversed(often) if each.pattern in PATTERNS}
    main = sorted(first.values(), key=lambda each: PATTERNS.index(each.pattern))
    return [*main, *(each for each in often if each not in main)][:LIFTS]


def _set(entry: LoggedSet, unit: Unit) -> str:
    return points.set_text(replace(entry, rir=None), unit)  # nobody else reads '@2'


def _day(on: date) -> str:
    return f"{wording.short_date(on)} {on.year}"
