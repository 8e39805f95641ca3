"""Our own document: everything of one lifter or of all, as JSON with a schema number."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from planner.engine.terms import (
    N_,
    Absence,
    CheckIn,
    Exercise,
    Intake,
    Lifter,
    Mesocycle,
    PhraseValue,
    Referral,
    Restriction,
    Session,
    SuggestionKind,
)
from planner.formats import envelope, own_program, plain, ranges
from planner.formats.own_program import OwnProgram
from planner.formats.parsed import FormatProblem, ParsedLog, RowNote
from planner.language import tr

NAME = "Workout Planner JSON"
LOOKED_FOR = N_("this program's own JSON")
SCHEMA = 4  # older ones hold less, and are read as they are
VERDICTS = ("accepted", "dismissed", "later")
_REFERRALS = N_(
    "referrals in this file: {count}; enter what is new under Lifter › Referrals and letters"
)
_LIMITS = N_("limits in this file: {count}; enter what is new under Lifter › Limits")
_DECISIONS = N_("decisions on suggestions in this file: {count}; only its sessions come in")
_INTAKES = N_("answers to the health questions in this file: {count}; only its sessions come in")


@dataclass(frozen=True, slots=True)
class SavedDecision:
    """What a lifter decided on a suggestion, with the inputs it was made of."""

    on: date
    exercise: str
    kind: SuggestionKind
    rule: str
    verdict: str
    reason: str = ""
    text: str = ""
    numbers: tuple[tuple[str, PhraseValue], ...] = ()
    changed: str = ""
    decided_by: str = ""
    id: int | None = None
    uid: str = ""


@dataclass(frozen=True, slots=True)
class LifterFile:
    """Everything of one lifter; bodyweights are (day, kg)."""

    lifter: Lifter
    bodyweights: tuple[tuple[date, float], ...] = ()
    mesocycles: tuple[Mesocycle, ...] = ()
    sessions: tuple[Session, ...] = ()
    check_ins: tuple[CheckIn, ...] = ()
    absences: tuple[Absence, ...] = ()
    decisions: tuple[SavedDecision, ...] = ()
    intakes: tuple[Intake, ...] = ()
    referrals: tuple[Referral, ...] = ()
    restrictions: tuple[Restriction, ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """All that travels. Keys (`id` and those that point to one) count inside the document only."""

    lifters: tuple[LifterFile, ...] = ()
    exercises: tuple[Exercise, ...] = ()
    settings: Mapping[str, str] = field(default_factory=dict)
    programs: tuple[OwnProgram, ...] = ()


def write(document: Document) -> str:
    """Write a document; `parse` gives back an equal one."""
    lifters = {"lifters": map(plain.to_plain, document.lifters)} if document.lifters else {}
    others = plain.to_plain(replace(document, lifters=()))
    return envelope.closed({**lifters, **others}, SCHEMA)


def parse(text: str) -> Document:
    """Read a document; raises FormatProblem when it is broken, foreign or from a newer version."""
    document = envelope.read(Document, text, LOOKED_FOR, SCHEMA)
    if fault := next(_faults(document), None):
        holds = tr("It is {looked_for}, but holds {fault}.")
        raise FormatProblem(holds.format(looked_for=tr(LOOKED_FOR), fault=fault))
    return document


def _faults(document: Document) -> Iterator[str]:
    """Say in words what no database can hold."""
    slugs = [exercise.slug for exercise in document.exercises]
    if not all(slug.strip() for slug in slugs):
        yield tr("an exercise that is not named")
    if len(set(slugs)) < len(slugs):
        yield tr("an exercise that is described twice")
    for program in document.programs:
        yield from own_program.faults(program)
    for one in document.lifters:
        yield from _lifter_faults(one)


def _lifter_faults(one: LifterFile) -> Iterator[str]:
    impossible = (kg for _, kg in one.bodyweights if kg <= 0)
    yield from (tr("a bodyweight of {kg} kg").format(kg=kg) for kg in impossible)
    if (one.lifter.novelty_budget or 0) < 0:
        yield tr("fewer than no new exercises")
    yield from ranges.inventory_faults(one.lifter.inventory)
    for session in one.sessions:
        yield from ranges.session_faults(session)
    for made in one.check_ins:
        yield from ranges.check_in_faults(made)
    for block in one.mesocycles:
        for week in block.weeks:
            yield from ranges.week_faults(week)
    for decision in one.decisions:
        yield from _decision_faults(decision)
    if any((limit.most_kg or 0) < 0 for limit in one.restrictions):
        yield tr("a limit below nothing")


def _decision_faults(decision: SavedDecision) -> Iterator[str]:
    if not (decision.rule and decision.text and decision.numbers):
        yield tr("a decision without its rule, text or numbers")
    if decision.verdict not in VERDICTS:
        yield tr("a decision '{verdict}'").format(verdict=decision.verdict)


def read(text: str) -> ParsedLog:
    """Read the sessions of a document that holds one lifter; raises FormatProblem.

    What is no session is pointed at, since it does not come in with a log.
    """
    document = parse(text)
    if len(document.lifters) != 1:
        none = tr("It holds no lifters; only a single lifter's log can be imported.")
        many = tr("It holds {count} lifters; only a single lifter's log can be imported.")
        count = len(document.lifters)
        raise FormatProblem((many if count else none).format(count=count))
    [one] = document.lifters
    rows = sum(len(slot.sets) for session in one.sessions for slot in session.exercises)
    left = tuple(RowNote(1, reason) for reason in _left_out(one, document.programs))
    return ParsedLog(
        NAME, one.lifter.unit, True, 1.0, rows, one.sessions, (), left, document.exercises
    )


def _left_out(one: LifterFile, programs: tuple[OwnProgram, ...]) -> Iterator[str]:
    for held, remark in (
        (one.referrals, _REFERRALS),
        (one.restrictions, _LIMITS),
        (one.mesocycles, N_("training blocks in this file: {count}; only its sessions come in")),
        (one.check_ins, N_("check-ins in this file: {count}; only its sessions come in")),
        (one.absences, N_("absences in this file: {count}; only its sessions come in")),
        (one.bodyweights, N_("bodyweights in this file: {count}; only its sessions come in")),
        (one.decisions, _DECISIONS),
        (one.intakes, _INTAKES),
        (programs, N_("own programs in this file: {count}; only its sessions come in")),
    ):
        if held:
            yield tr(remark).format(count=len(held))
