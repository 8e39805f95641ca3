"""Read how a lift looked and how it was practised, for the page of its skill."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from planner.coach import readings, skills, switches
from planner.coach.charts import practice_history, rated_sets
from planner.coach.charts.practice_history import (
    Exposure as Exposure,
    Practice as Practice,
    PracticeHistory as PracticeHistory,
    Reached as Reached,
)
from planner.coach.charts.rated_sets import (
    Place as Place,
    RatedSets as RatedSets,
    Seen as Seen,
)
from planner.coach.switches import Switch
from planner.engine.practice_record import COMPLEX
from planner.engine.terms import Exercise, Phrase
from planner.storage import clients, library
from planner.storage.unchanged import unchanged


@dataclass(frozen=True, slots=True)
class SkillChart:
    """How the sets of an exercise looked, and its practice.

    `practice` is None where no quota is `counted`, where that is switched off, and before the
    first session. `sessions` gives the session of a day to open; `tiring` says from which set on
    technique broke down lately.
    """

    exercise: Exercise
    on: date
    rated: RatedSets
    counted: bool
    switched_off: bool
    practice: PracticeHistory | None
    sessions: Mapping[date, int]
    tiring: Phrase | None


def skill(lifter_id: int, slug: str, today: date) -> SkillChart:
    """Return how an exercise looked and was practised; LookupError for none of that name."""
    key = "skill", lifter_id, slug, today
    return unchanged(key, lambda: _skill(lifter_id, slug, today))


def _skill(lifter_id: int, slug: str, today: date) -> SkillChart:
    exercise = library.exercise(slug)
    replay = readings.replays(lifter_id, today).get(slug)
    steps = [step for step in replay.steps if step.day.on <= today] if replay else []
    counted = exercise.complexity in COMPLEX
    off = not switches.is_on(lifter_id, Switch.PRACTICE)
    practice = None
    if counted and not off:
        experience, known = clients.lifter(lifter_id).experience, library.by_slug()
        practice = practice_history.history(lifter_id, exercise, experience, known, today)
    return SkillChart(
        exercise, today, rated_sets.rated_sets(steps), counted, off, practice,
        {step.day.on: step.session_id for step in steps}, skills.tiring(lifter_id, slug, today),
    )  # fmt: skip
