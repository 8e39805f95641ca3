"""Follow the practice of a movement day by day: how often, how it looked, what breaks left."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from functools import partial

from planner.coach import practising, skills
from planner.coach.skills import Log
from planner.engine import kinship, practice_record, skill
from planner.engine.practice import practice_sessions
from planner.engine.practice_record import AWAY_DAYS, PracticeRecord, Practised
from planner.engine.skill import Beside, SkillStanding
from planner.engine.terms import Exercise, Experience, Technique
from planner.storage.practised import PractisedDay

_DAY = timedelta(days=1)


class Reached(StrEnum):
    """What ended a practice."""

    SESSIONS = "sessions"  # as many as the quota
    SOUND = "sound"  # fewer, all sets of which were rated sound
    CHECK = "check"  # somebody saw sound technique


@dataclass(frozen=True, slots=True)
class Exposure:
    """A session of a practice: `done` so far without a breakdown, `sound` of them throughout."""

    on: date
    reps: int
    rating: Technique | None
    done: int
    sound: int


@dataclass(frozen=True, slots=True)
class Practice:
    """A practice from its first session on; `exposures` end where it was reached.

    `away_days` is the break before it, 0 before the first one, and `kept` the share of the skill
    that was kept through it. `needed` is 0 where nothing had to be practised. `before_on` is the
    last day before the break; `until` the last day before the next one.
    """

    since: date
    until: date
    needed: int
    gate: int
    exposures: tuple[Exposure, ...]
    reached_on: date | None = None
    reached_by: Reached | None = None
    before_on: date | None = None
    away_days: int = 0
    kept: float = 1.0


@dataclass(frozen=True, slots=True)
class PracticeHistory:
    """The practices of a movement, oldest first, and where it stands after today.

    It is `resting` while a break goes on after which its skill is looked at anew.
    """

    practices: tuple[Practice, ...]
    standing: SkillStanding
    reps: int
    kin_reps: int
    sessions: int
    last_on: date
    resting: bool


def history(
    lifter_id: int, exercise: Exercise, experience: Experience, known: Mapping[str, Exercise],
    today: date,
) -> PracticeHistory | None:  # fmt: skip
    """Return how a lift was practised; None before its first day."""
    log = skills.log_of(lifter_id, today, _near(exercise, known))
    days, checked_on = log.get(exercise.slug, []), practising.checked(lifter_id).get(exercise.slug)
    if not days:
        return None
    walk = _Walk(exercise, experience, log, known)
    practices = [_checked(made, checked_on) for made in walk.practices(days)]
    kin_reps, standing = walk.standing(today + _DAY, checked_on)
    record, last_on = walk.record, days[-1].on
    resting = (today + _DAY - last_on).days >= AWAY_DAYS
    return PracticeHistory(
        tuple(practices), standing, record.reps, kin_reps, record.sessions, last_on, resting
    )


def _near(exercise: Exercise, known: Mapping[str, Exercise]) -> set[str]:
    """Return the lifts whose practice counts: its own, its kin's, and that of what it varies."""
    kin = {slug for slug, each in known.items() if kinship.practises(each, exercise)}
    return kin | {exercise.slug, exercise.parent or exercise.slug}


class _Walk:
    """A walk through the days of a movement; `record` is what they have left so far."""

    def __init__(
        self, exercise: Exercise, experience: Experience, log: Log, known: Mapping[str, Exercise]
    ) -> None:
        self._exercise, self._log, self._known = exercise, log, known
        self._varies = skills.known_before(exercise, log, known, log[exercise.slug][0].on)
        self._quota = partial(practice_sessions, exercise, self._varies)
        self.record = practice_record.begun(exercise, experience)

    def practices(self, days: Sequence[PractisedDay]) -> Iterator[Practice]:
        """Yield the practices, oldest first."""
        starts = [place for place, day in enumerate(days) if self._begins(days, place)]
        for start, end in zip(starts, [*starts[1:], len(days)], strict=True):
            yield self._practice(days[start:end])

    def standing(self, on: date, checked_on: date | None) -> tuple[int, SkillStanding]:
        """Return (repetitions of kin, standing) before a day, by what was done so far."""
        until = practice_record.rested(self.record, on, self._quota).back_on or on
        kin = skills.kin_before(self._exercise, self._log, self._known, until)
        beside = Beside(*kin, checked_on)
        made = skill.standing_of(self.record, self._exercise, on, self._varies, beside)
        return kin[0], made

    def _begins(self, days: Sequence[PractisedDay], place: int) -> bool:
        return not place or (days[place].on - days[place - 1].on).days >= AWAY_DAYS

    def _practice(self, days: Sequence[PractisedDay]) -> Practice:
        since = days[0].on
        before = practice_record.rested(self.record, since, self._quota)
        _, at = self.standing(since, None)
        exposures, by = self._walked(days, at)
        return Practice(
            since, days[-1].on, at.needed, at.gate, exposures,
            exposures[-1].on if by else None, by, before.before_on, at.away_days, at.retained,
        )  # fmt: skip

    def _walked(
        self, days: Sequence[PractisedDay], at: SkillStanding
    ) -> tuple[tuple[Exposure, ...], Reached | None]:
        """Do the days; return the sessions of practice, and what ended it."""
        found, by = list[Exposure](), None
        for day in days:
            made = Practised(day.on, day.reps, day.rating)
            self.record = practice_record.after(self.record, made, self._quota)
            if at.needed and by is None:
                found.append(_exposure(self.record, made))
                by = _reached(self.record, at)
        return tuple(found), by


def _exposure(record: PracticeRecord, day: Practised) -> Exposure:
    return Exposure(day.on, day.reps, day.rating, record.done, record.sound)


def _reached(record: PracticeRecord, at: SkillStanding) -> Reached | None:
    if practice_record.left_of(record, at.needed):
        return None
    return Reached.SOUND if record.done < at.needed else Reached.SESSIONS


def _checked(made: Practice, checked_on: date | None) -> Practice:
    """Return a practice as somebody's look at the technique ended it, if that came first."""
    if checked_on is None or not made.needed or checked_on > made.until:
        return made
    fresh = made.before_on is None or (made.since - checked_on).days < AWAY_DAYS
    seen_on = max(checked_on, made.since)
    if not fresh or (made.reached_on is not None and made.reached_on <= seen_on):
        return made
    exposures = tuple(each for each in made.exposures if each.on <= seen_on)
    return replace(made, exposures=exposures, reached_on=seen_on, reached_by=Reached.CHECK)
