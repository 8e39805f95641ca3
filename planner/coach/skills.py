"""What lifters can do: how often each movement was practised, how it looked, what is left of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Generator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import partial
from typing import NamedTuple

from planner.coach import lifter_lock, loads, practising, readings, switches
from planner.coach.parts import at_once
from planner.coach.switches import Switch
from planner.engine import kinship, practice_record, session_signs, skill
from planner.engine.practice import practice_sessions
from planner.engine.practice_record import COMPLEX, PracticeRecord, Practised
from planner.engine.skill import Beside, SkillStanding
from planner.engine.terms import Exercise, Experience, Lifter, Phrase
from planner.engine.variation import Known
from planner.language import collated
from planner.storage import library, plan, practised
from planner.storage.practised import PractisedDay

AHEAD = timedelta(weeks=2)  # what is planned so soon is listed before its first session
RECENT = 8  # sessions that tell how a movement looks lately
_DAY = timedelta(days=1)


class SkillState(StrEnum):
    """Where a lifter stands with a movement; what asks for practice comes first."""

    NEW = "new"
    PRACTISING = "practising"
    RUSTY = "rusty"
    UNRATED = "unrated"  # taken for known, but nobody has rated a set of it
    SKILLED = "skilled"


class Looks(NamedTuple):
    """How many sets were rated sound, minor, broken down."""

    sound: int = 0
    minor: int = 0
    breakdown: int = 0


@dataclass(frozen=True, slots=True)
class MovementSkill:
    """A movement of a lifter; `kin_reps` are repetitions of lifts like it, as far as they are.

    Its load at most is known only where one lifter is looked at, see `of_lifter`.
    """

    exercise: Exercise
    reps: int
    kin_reps: int
    sessions: int
    last_on: date | None
    looks: Looks
    standing: SkillStanding
    checked_on: date | None = None

    @property
    def state(self) -> SkillState:
        """Where the lifter stands."""
        if not self.standing.left:
            seen = any(self.looks) or self.checked_on is not None
            return SkillState.SKILLED if seen else SkillState.UNRATED
        if self.standing.away_days:
            return SkillState.RUSTY
        return SkillState.PRACTISING if self.sessions else SkillState.NEW


@dataclass(frozen=True, slots=True)
class ClientSkills:
    """A lifter's movements by slug."""

    lifter: Lifter
    skills: Mapping[str, MovementSkill]


Log = Mapping[str, Sequence[PractisedDay]]


# reads
def of_all(today: date) -> Generator[None, None, list[ClientSkills]]:
    """Read part by part what all lifters can do, archived ones aside, by name."""
    exercises, made = library.by_slug(), list[ClientSkills]()
    for lifter in lifter_lock.lifters():
        yield
        log = log_of(lifter.id or 0, today)
        slugs = _asked(lifter.id or 0, log, exercises, today)
        skills = yield from _skills(lifter, log, exercises, slugs, today)
        made.append(ClientSkills(lifter, skills))
    return made


def of_lifter(lifter_id: int, today: date) -> list[MovementSkill]:
    """List what a lifter can do, with loads at most: what asks for practice first, then by name.

    Lifts that are planned soon are listed before their first session.
    """
    return at_once(reading(lifter_id, today))


def reading(lifter_id: int, today: date) -> Generator[None, None, list[MovementSkill]]:
    """Read part by part what `of_lifter` lists."""
    yield from readings.replaying(lifter_id, today)
    yield
    log, basis = log_of(lifter_id, today), loads.LoadBasis(lifter_id, today)
    slugs = _asked(lifter_id, log, basis.exercises, today)
    found = yield from _skills(basis.lifter, log, basis.exercises, slugs, today)
    yield
    return sorted((_with_load(each, basis) for each in found.values()), key=_open_first)


def _asked(lifter_id: int, log: Log, exercises: Mapping[str, Exercise], today: date) -> set[str]:
    """Return the movements to tell of: those that were done, and those planned soon."""
    planned = plan.next_exercises(lifter_id, today, today + AHEAD)
    return {slug for slug in (*log, *planned) if exercises[slug].complexity in COMPLEX}


def log_of(lifter_id: int, today: date, slugs: Collection[str] | None = None) -> Log:
    """Return the days of each lift that is practised before load, by slug, oldest first.

    `slugs` are the lifts that are wanted, None for all.
    """
    log = defaultdict[str, list[PractisedDay]](list)
    for day in practised.days(lifter_id, today, slugs):
        log[day.slug].append(day)
    return log


def tiring(lifter_id: int, slug: str, today: date) -> Phrase | None:
    """Say from which set on technique broke down lately; None where it did not."""
    replay = readings.replays(lifter_id, today).get(slug)
    days = [step.day for step in replay.steps if step.day.on <= today] if replay else []
    return session_signs.tiring_words([day.sets for day in days[-RECENT:]])


def _open_first(made: MovementSkill) -> tuple[int, tuple[str, str]]:
    return list(SkillState).index(made.state), collated(made.exercise.name)


def _with_load(made: MovementSkill, basis: loads.LoadBasis) -> MovementSkill:
    cap_kg = basis.practice_cap(made.exercise.slug, basis.today + _DAY)
    return MovementSkill(
        made.exercise, made.reps, made.kin_reps, made.sessions, made.last_on, made.looks,
        made.standing._replace(cap_kg=cap_kg), made.checked_on,
    )  # fmt: skip


def _skills(
    lifter: Lifter,
    log: Log,
    exercises: Mapping[str, Exercise],
    slugs: Collection[str],
    today: date,
) -> Generator[None, None, dict[str, MovementSkill]]:
    acts = switches.is_on(lifter.id or 0, Switch.PRACTICE)
    checked = practising.checked(lifter.id or 0)
    read = partial(_skill, lifter.experience, log, exercises, today, acts)
    found = dict[str, MovementSkill]()
    for slug in slugs:
        yield
        found[slug] = read(slug, checked.get(slug))
    return found


def _skill(
    experience: Experience,
    log: Log,
    exercises: Mapping[str, Exercise],
    today: date,
    acts: bool,
    slug: str,
    checked_on: date | None,
) -> MovementSkill:
    exercise, days = exercises[slug], log.get(slug, ())
    known = known_before(exercise, log, exercises, days[0].on if days else today + _DAY)
    quota = partial(practice_sessions, exercise, known)
    record = practice_record.begun(exercise, experience)
    for day in days:
        record = practice_record.after(record, Practised(day.on, day.reps, day.rating), quota)
    on = today + _DAY
    until = practice_record.rested(record, on, quota).back_on or on
    kin_reps, kin_on = kin_before(exercise, log, exercises, until)
    beside = Beside(kin_reps, kin_on, checked_on, acts)
    made = skill.standing_of(record, exercise, on, known, beside)
    return _told(exercise, record, kin_reps, days, made, checked_on)


def _told(
    exercise: Exercise,
    record: PracticeRecord,
    kin_reps: int,
    days: Sequence[PractisedDay],
    made: SkillStanding,
    checked_on: date | None,
) -> MovementSkill:
    looks = Looks(
        sum(day.sounds for day in days), sum(day.minors for day in days),
        sum(day.breakdowns for day in days),
    )  # fmt: skip
    return MovementSkill(
        exercise, record.reps, kin_reps, record.sessions, record.last_on, looks, made, checked_on
    )  # fmt: skip


def known_before(
    exercise: Exercise, log: Log, exercises: Mapping[str, Exercise], on: date
) -> Known | None:
    """Return how well a lift was known by the one it varies; of its strength nothing is told."""
    parent = exercise.parent
    before = [day for day in log.get(parent, ()) if day.on < on] if parent else []
    if parent is None or not before:
        return None
    return Known(0.0, 1.0, kinship.familiarity(exercise, exercises[parent], len(before)))


def kin_before(
    exercise: Exercise, log: Log, exercises: Mapping[str, Exercise], until: date
) -> tuple[int, date | None]:
    """Return (repetitions of kin as far as they are alike, last day of one) before a day."""
    shares = ((kinship.practises(exercises[slug], exercise), days) for slug, days in log.items())
    kin = ((share, [day for day in days if day.on < until]) for share, days in shares if share)
    return practising.of_kin(
        (share, sum(day.reps for day in days), days[-1].on) for share, days in kin if days
    )
