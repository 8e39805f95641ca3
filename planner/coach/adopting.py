"""Take in our own JSON whole: lifters with their plans, logs, check-ins and decisions."""

from __future__ import annotations

from collections.abc import Generator, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import Path

from planner.coach import (
    garbage,
    library_travel,
    own_programs,
    parts,
    settings_travel,
    whole_file,
    wording,
)
from planner.coach.refused import Refused
from planner.engine.terms import (
    Exercise,
    LoggedExercise,
    Mesocycle,
    PlannedSession,
    Progress,
    Session,
)
from planner.formats import json_log
from planner.formats.json_log import NAME as NAME, Document as Document, LifterFile
from planner.formats.parsed import FormatProblem
from planner.language import tr
from planner.storage import clients, decisions, health, library, log, plan, trash
from planner.storage.decisions import Decision

PART = 50  # sessions stored at once, some 10 ms


@dataclass(frozen=True, slots=True)
class _Keys:
    """What the keys of a document's plan became here."""

    sessions: Mapping[int | None, int | None]
    exercises: Mapping[int | None, int | None]


def newcomers(path: Path) -> Document | None:
    """Return our own document when lifters are in it and none of them is here yet, else None.

    Anything else, a broken document or file too, is left to the import of logs. Raises Refused
    when a lifter is in the trash, or an exercise neither here nor described in the document.
    """
    document = read(path)
    return None if document is None else whole(document)


@garbage.uncollected()
def read(path: Path, _told: Progress | None = None) -> Document | None:
    """Read our own JSON without the database, so any thread may; None for anything else."""
    try:
        return json_log.parse(whole_file.read(path).decode("utf-8-sig"))
    except (FormatProblem, UnicodeDecodeError, OSError):
        return None


def whole(document: Document) -> Document | None:
    """Return a document if lifters are in it and none of them is here; refuse as `newcomers`."""
    _refuse_deleted({made.lifter.uid for made in document.lifters})
    known = {made.uid for made in clients.lifters(include_archived=True)}
    if not document.lifters or any(made.lifter.uid in known for made in document.lifters):
        return None
    _check_exercises(document)
    return document


def alone(document: Document, name: str) -> Document | None:
    """Return what a document holds of the lifter called so, whatever the case.

    The only one in it comes under that name; None when nobody can be meant.
    """
    called = [x for x in document.lifters if x.lifter.name.casefold() == name.casefold()]
    if len(called) == 1:
        return replace(document, lifters=tuple(called))
    if len(document.lifters) != 1:
        return None
    (made,) = document.lifters
    return replace(document, lifters=(replace(made, lifter=replace(made.lifter, name=name)),))


def _refuse_deleted(uids: set[str]) -> None:
    """Refuse lifters who are in the trash: beside what is put back from it all would be double."""
    if deleted := trash.deleted_lifters(uids):
        words = tr(
            "{lifters} was deleted here. Put them back with File › Deleted…, then take the file in."
        )
        raise Refused(words.format(lifters=wording.in_row(deleted)))


def adopt(document: Document) -> list[int]:
    """Store the lifters of a document with all that is theirs; return their ids.

    Keys are given anew, uids stay. Exercises and programs that are not here yet come along: a
    program that differs from its namesake comes beside it, under a name of its own. Settings come
    along where there are none. Raises Refused when an exercise is neither here nor in the document.
    """
    return parts.at_once(adopting(document))


def adopting(document: Document) -> Generator[None, None, list[int]]:
    """Do what `adopt` does part by part, inside one step or several."""
    _check_exercises(document)
    here = library.by_slug()
    for exercise in sorted(document.exercises, key=_age):
        if exercise.slug not in here:
            library.save_exercise(replace(exercise, id=None))
    for program in document.programs:
        library_travel.take_program(program, library_travel.TakenIn())
    settings_travel.take_in(document.settings, (made.lifter.uid for made in document.lifters))
    yield
    lifter_ids = []
    for made in document.lifters:
        lifter_id = yield from _adopt(made)
        lifter_ids.append(lifter_id)
    return lifter_ids


def _age(exercise: Exercise) -> int:
    return exercise.id or 0


def _check_exercises(document: Document) -> None:
    known = {*library.by_slug(), *(exercise.slug for exercise in document.exercises)}
    for slug in chain(
        chain.from_iterable(map(used, document.lifters)),
        chain.from_iterable(map(own_programs.exercises, document.programs)),
    ):
        if slug not in known:
            words = tr(
                "The file names an exercise, '{slug}', but does not describe it. "
                "Export it again where it comes from, with everything."
            )
            raise Refused(words.format(slug=slug))


def used(made: LifterFile) -> Iterator[str]:
    """Yield the slugs of the exercises that a lifter's data name."""
    for done in made.sessions:
        yield from (slot.exercise for slot in done.exercises)
    for planned in _sessions(made.mesocycles):
        yield from (slot.exercise for slot in planned.exercises)
    yield from (decision.exercise for decision in made.decisions if decision.exercise)
    yield from (referral.exercise for referral in made.referrals if referral.exercise)
    yield from (limit.exercise for limit in made.restrictions if limit.exercise)


def _adopt(made: LifterFile) -> Generator[None, None, int]:
    lifter_id = clients.add_lifter(replace(made.lifter, id=None, bodyweight_kg=None))
    for on, kg in made.bodyweights:
        clients.record_bodyweight(lifter_id, on, kg)
        yield
    keys = yield from _adopt_plans(lifter_id, made.mesocycles)
    for start in range(0, len(made.sessions), PART):
        some = made.sessions[start : start + PART]
        log.add_sessions(lifter_id, [_linked(session, keys) for session in some])
        yield
    for check_in in made.check_ins:
        clients.save_check_in(lifter_id, check_in)
        yield
    for absence in made.absences:
        clients.add_absence(lifter_id, absence)
    for entry in made.decisions:
        fields = {name: getattr(entry, name) for name in Decision.__slots__}
        decisions.keep_decision(lifter_id, replace(Decision(**fields), id=None))
        yield
    _adopt_health(lifter_id, made)
    return lifter_id


def _adopt_health(lifter_id: int, made: LifterFile) -> None:
    for intake in made.intakes:
        health.save_intake(lifter_id, intake)
    for referral in made.referrals:
        health.add_referral(lifter_id, referral)
    for restriction in made.restrictions:
        health.add_restriction(lifter_id, restriction)


def _adopt_plans(lifter_id: int, blocks: Sequence[Mesocycle]) -> Generator[None, None, _Keys]:
    """Store plans and pair their old keys with the new ones: both list the same, in order."""
    stored = []
    for block in blocks:
        stored.append(plan.mesocycle(plan.add_mesocycle(lifter_id, block)))
        yield
    pairs = list(zip(_sessions(blocks), _sessions(stored), strict=True))
    return _Keys(
        {old.id: new.id for old, new in pairs},
        {
            before.id: after.id
            for old, new in pairs
            for before, after in zip(old.exercises, new.exercises, strict=True)
        },
    )


def _sessions(blocks: Sequence[Mesocycle]) -> Iterator[PlannedSession]:
    for block in blocks:
        for week in block.weeks:
            yield from week.sessions


def _linked(session: Session, keys: _Keys) -> Session:
    return replace(
        session,
        import_id=None,
        planned_session_id=keys.sessions.get(session.planned_session_id),
        exercises=tuple(_linked_slot(slot, keys) for slot in session.exercises),
    )


def _linked_slot(slot: LoggedExercise, keys: _Keys) -> LoggedExercise:
    return replace(slot, planned_exercise_id=keys.exercises.get(slot.planned_exercise_id))
