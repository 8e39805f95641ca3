"""A letter to a professional: why somebody comes, what the log says, and room for the answer.

Only what is ticked stands in it. Numbers come from the log; nothing is judged.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from planner.coach import counts, health, letter_reasons, points, readings, wording
from planner.coach.estimates import BAND_SD
from planner.coach.letter_reasons import of_them as of_them
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
from planner.language import tr
from planner.storage import clients, library, log, log_reads

SINCE = timedelta(weeks=8)  # as far back as a letter looks
SESSIONS = 6  # the newest ones
LIFTS = 4  # the most that are told
PAINS = 12  # the newest entries


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
        wording.render(letter_reasons.of_somebody(judged.reason)),
        tuple(made for made in found if made.lines),
    )


def _topic(referral: Referral) -> str:
    name, exercise = health.subject(referral)
    said = wording.render(name)
    if not (said and exercise):
        return said or exercise
    return tr("{topic}: {exercise}").format(topic=said, exercise=exercise)


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
        lifts = "; ".join(_lift(slot, unit) for day, slot in done if day == on)
        yield tr("{day}: {lifts}").format(day=wording.date_with_year(on), lifts=lifts)


def _lift(slot: LoggedExercise, unit: Unit) -> str:
    work = [entry for entry in slot.sets if entry.kind is not SetKind.WARMUP] or list(slot.sets)
    best = max(work, key=lambda entry: (entry.load_kg or 0.0, entry.reps or 0))
    name = library.exercise(slot.exercise).name
    said = tr("{exercise} {sets}, up to {best}")
    return said.format(exercise=name, sets=counts.sets(len(work)), best=_set(best, unit))


def _pains(done: Sequence[tuple[date, LoggedExercise]], unit: Unit) -> list[str]:
    said = tr("{day}: pain {pain} of 10, {exercise}, {set}")
    found = [
        said.format(
            day=wording.date_with_year(on),
            pain=entry.pain,
            exercise=library.exercise(slot.exercise).name,
            set=_set(entry, unit),
        )
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
            yield _estimate(exercise).format(
                exercise=exercise.name, about=about, low=low, high=high, unit=unit
            )


def _estimate(exercise: Exercise) -> str:
    if exercise.load_kind is LoadKind.EXTERNAL:
        return tr("{exercise}: about {about} {unit} once, likely {low} to {high} {unit}")
    return tr(
        "{exercise}: about {about} {unit} once, likely {low} to {high} {unit}, bodyweight included"
    )


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
