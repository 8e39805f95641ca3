"""Export data: a log as our own table or spreadsheet, our own JSON of lifters or everything."""

from __future__ import annotations

from collections.abc import Generator, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from datetime import date, datetime
from typing import Any, TypeAlias, TypeVar

from planner.coach import (
    adopting,
    counts,
    lifter_lock,
    mood,
    own_programs,
    private_answers,
    settings_travel,
    wording,
)
from planner.coach.parts import at_once
from planner.engine.terms import Exercise, Lifter, Session, sets_in
from planner.formats import json_schema
from planner.formats.json_log import Document, LifterFile, SavedDecision
from planner.formats.log_sheets import LogBook
from planner.language import tr
from planner.storage import clients, decisions, health, library, log, plan

Made = TypeVar("Made")
Reading: TypeAlias = Generator[None, None, Made]  # a slice of reading at each step


@dataclass(frozen=True, slots=True)
class LogTable:
    """A lifter's log with the names of the exercises by slug."""

    sessions: tuple[Session, ...]
    names: Mapping[str, str]


def document(lifter_id: int | None, private: bool = False) -> Document:
    """Return everything of one lifter, or of all, as one document; see `reading_document`."""
    ids = everybody() if lifter_id is None else [lifter_id]
    return at_once(reading_document(ids, private, everything=lifter_id is None))


def everybody() -> list[int]:
    """Return the ids of all lifters."""
    return [made.id for made in lifters() if made.id is not None]


def lifters() -> list[Lifter]:
    """Return all lifters but those who are locked, archived ones too."""
    return lifter_lock.lifters(include_archived=True)


def reading_table(lifter_id: int) -> Reading[LogTable]:
    """Read a lifter's log as a table, in slices."""
    sessions = yield from _reading_sessions(lifter_id)
    return LogTable(sessions, {slug: made.name for slug, made in library.as_stored().items()})


def reading_book(lifter_id: int, private: bool, made_at: datetime) -> Reading[LogBook]:
    """Read a lifter's log as a spreadsheet, in slices; mood only with `private`."""
    sessions = yield from _reading_sessions(lifter_id)
    done = {slot.exercise for session in sessions for slot in session.exercises}
    answers = tuple(clients.check_ins(lifter_id, date.min, date.max))
    kept_back = not private and any(each.mood is not None for each in answers)
    return LogBook(
        clients.lifter(lifter_id),
        sessions,
        tuple(_bare(made) for made in library.as_stored().values() if made.slug in done),
        tuple(clients.bodyweights(lifter_id)),
        answers if private else mood.without(answers),
        made_at,
        tr(private_answers.MOOD_LEFT_OUT) if kept_back else "",
    )


def reading_document(
    lifter_ids: Sequence[int], private: bool = False, everything: bool = False
) -> Reading[Document]:
    """Read all that is of some lifters as one document, in slices; only with `private` what is
    private.

    With `everything` own exercises, own programs and the settings that travel come along, too;
    without it nothing that only somebody else uses, and no names under which exercises came in.
    """
    lifters, slugs = [], set[str]()
    for lifter_id in lifter_ids:
        made = yield from _reading_lifter(lifter_id)
        lifters.append(made if private else private_answers.without(made))
        slugs.update(adopting.used(lifters[-1]))
        yield
    programs = tuple(own_programs.programs()) if everything else ()
    settings = settings_travel.travelling((made.lifter.uid for made in lifters), everything)
    if not private:
        settings = private_answers.without_limits(settings, lifter_ids)
    yield
    slugs.update(slug for program in programs for slug in own_programs.exercises(program))
    return Document(tuple(lifters), _exercises(slugs, everything), settings, programs)


def _exercises(slugs: set[str], everything: bool) -> tuple[Exercise, ...]:
    """Return exercises with those that they are made of; with `everything` all own ones, too."""
    stored = list(library.as_stored().values())
    known = stored if everything else list(map(_bare, stored))
    own = {made.slug for made in known if everything and made.custom}
    named = _with_what_they_name(slugs | own, {made.slug: made for made in known})
    return tuple(made for made in known if made.slug in named)


def _bare(made: Exercise) -> Exercise:
    """Return an exercise without other names: those may be from somebody else's log."""
    return replace(made, aliases=())


def _with_what_they_name(slugs: set[str], exercises: Mapping[str, Exercise]) -> set[str]:
    """Return exercises with those that own ones are made of: variations of, and drills before."""
    found, left = set[str](), set(slugs)
    while left:
        made = exercises.get(slug := left.pop())
        found.add(slug)
        if made is not None and made.custom:
            named = {*made.activations, *filter(None, [made.parent])}
            left |= named - found
    return found


def schema() -> dict[str, Any]:
    """Return the JSON Schema of a document."""
    return json_schema.schema()


def counting(made: Document) -> Reading[str]:
    """Say in words whose document it is and what it holds: 'Ada: 8 sessions and 24 sets'."""
    sets = 0
    for each in made.lifters:
        sets += sum(map(sets_in, each.sessions))
        yield
    names = wording.in_row(each.lifter.name for each in made.lifters) or tr("nobody yet")
    found = (
        (counts.sessions, sum(len(each.sessions) for each in made.lifters)),
        (counts.sets, sets),
        (counts.plans, sum(len(each.mesocycles) for each in made.lifters)),
        (counts.check_ins, sum(len(each.check_ins) for each in made.lifters)),
        (counts.limits, sum(len(each.restrictions) for each in made.lifters)),
        (counts.own_programs, len(made.programs)),
    )
    counted = wording.in_row(write(number) for write, number in found if number)
    what = counted or tr("nothing planned or logged yet")
    return tr("Everything of {lifters} ({what})").format(lifters=names, what=what)


def _reading_lifter(lifter_id: int) -> Reading[LifterFile]:
    sessions = yield from _reading_sessions(lifter_id)
    blocks = [plan.mesocycle(made.id) for made in plan.mesocycles(lifter_id) if made.id]
    yield
    return LifterFile(
        clients.lifter(lifter_id),
        bodyweights=tuple(clients.bodyweights(lifter_id)),
        mesocycles=tuple(reversed(blocks)),
        sessions=sessions,
        check_ins=tuple(clients.check_ins(lifter_id, date.min, date.max)),
        absences=tuple(clients.absences(lifter_id)),
        decisions=tuple(_decision(made) for made in decisions.decisions(lifter_id)),
        intakes=tuple(health.intakes(lifter_id)),
        referrals=tuple(health.referrals(lifter_id)),
        restrictions=tuple(health.restrictions(lifter_id)),
    )


def _decision(made: decisions.Decision) -> SavedDecision:
    return SavedDecision(**{each.name: getattr(made, each.name) for each in fields(SavedDecision)})


def _reading_sessions(lifter_id: int) -> Reading[tuple[Session, ...]]:
    """Read a lifter's sessions in parts; which import brought them means nothing elsewhere."""
    found: list[Session] = []
    for part in log.sessions_in_parts(lifter_id):
        found += (replace(session, import_id=None) for session in part)
        yield
    return tuple(found)
