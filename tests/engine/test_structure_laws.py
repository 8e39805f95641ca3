"""What advice must never do, on ten thousand simulated sessions."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from itertools import pairwise
from math import exp, isclose
from random import Random

import pytest

from planner import engine
from planner.engine import evidence, simulate
from planner.engine.sources import SOURCES
from planner.engine.terms import (
    Exercise,
    ExerciseDay,
    Experience,
    Lifter,
    LoggedSet,
    Pattern,
    Phase,
    Phrase,
    PhraseValue,
    PlannedExercise,
    PlannedSet,
    Reading,
    Suggestion,
    SuggestionKind,
    Technique,
    phrase,
)
from planner.engine.training import Alternative, Training

STRUCTURAL = (SuggestionKind.ADD_SET, SuggestionKind.REP_RANGE, SuggestionKind.VARIATION)
SQUAT = Exercise("squat", "Squat", pattern=Pattern.SQUAT)
LIFTER = Lifter(Experience.INTERMEDIATE, bodyweight_kg=80.0)
OTHERS = (Alternative("front-squat", "Front squat", phrase("the same movement, bar in front")),)
SESSIONS = 10_000
YEAR_WEEKS = 52


@dataclass
class Answers:
    """A lifter who answers each change of structure; `rng` draws the circumstances."""

    rng: Random
    accepts: float
    on: dict[SuggestionKind, date] = field(default_factory=dict)
    accepted: list[date] = field(default_factory=list)
    declined: list[date] = field(default_factory=list)

    def training(self) -> Training:
        rng = self.rng
        return Training(
            "Quads", rng.choice((4.0, 8.0, 12.0)), rng.choice((3.0, 9.0)), rng.choice((5, 10)),
            adherence=rng.choice((None, 0.5, 0.9)),
            changed_on=self.accepted[-1] if self.accepted else None,
            declined_on=self.declined[-1] if self.declined else None,
            tried=tuple(self.on), alternatives=OTHERS,
        )  # fmt: skip

    def answer(self, made: Suggestion, today: date) -> None:
        if self.rng.random() < self.accepts:
            self.accepted.append(today)
            self.on[made.kind] = today
        else:
            self.declined.append(today)


def said(made: Suggestion) -> Iterator[Phrase]:
    yield from (made.headline, made.reason, made.would_change)
    if made.effect is not None:
        yield made.effect
    for other in made.others:
        assert other.exercise == made.exercise
        yield from said(other)


def told(words: Phrase) -> Iterator[tuple[str, PhraseValue]]:
    """Give the values of a phrase, and those of the phrases in it."""
    for name, value in words.values:
        yield from told(value) if isinstance(value, Phrase) else ((name, value),)


def check_numbers(made: Suggestion) -> None:
    """Every number in the words can be looked up among the numbers."""
    for way in (made, *made.others):
        numbers = dict(way.numbers)
        for words in said(replace(way, others=())):
            for name, value in told(words):
                if isinstance(value, (int, float)):
                    assert isclose(numbers[name], value, abs_tol=1e-3), (way.rule, name)
                elif not isinstance(value, str):
                    assert numbers[name] == value, (way.rule, name)
        assert way.rule
        assert set(way.sources) <= SOURCES.keys()


def check_load(made: Suggestion, context: engine.LiftContext, planned_kg: float) -> None:
    last = max(entry.load_kg or 0.0 for entry in context.last_sets)
    cap = evidence.STEP_LOWER.value
    unsafe = max([pain or 0 for pain in context.pain]) >= evidence.PAIN_STOP.value or any(
        look not in (None, Technique.SOUND) for look in context.technique
    )
    for way in (made, *made.others):
        wanted = way.change.load_kg if way.change else None
        if wanted is not None:
            assert wanted <= max(last, planned_kg) * (1 + cap) + 1e-6
            assert not unsafe or wanted <= last + 1e-6
        if unsafe and way.kind in STRUCTURAL:
            assert way.rule == "structure.variation_pain"


def check_time(made: Suggestion, reading: Reading, context: engine.LiftContext) -> None:
    if made.kind in STRUCTURAL:
        assert reading.phase not in (Phase.RETURN, Phase.FATIGUE)
        assert not context.returning
        assert context.days_off < evidence.LAYOFF_DAYS.value


def live(seed: int, accepts: float) -> tuple[int, Answers]:
    """Train a simulated lifter, take every piece of advice apart; return sessions and answers."""
    rng = Random(seed)
    made = simulate.simulate(seed, exercise=SQUAT, lifter=LIFTER, weeks=2 * YEAR_WEEKS)
    answers, state = Answers(rng, accepts), engine.start(SQUAT, LIFTER)
    for day, after in pairwise(made.days):
        state = engine.update(state, day)
        load = max(entry.load_kg or 0.0 for entry in day.sets)
        context = engine.LiftContext(
            SQUAT, state, day.on, day.sets, next_on=after.on, training=answers.training(),
            pain=tuple(rng.choices((0, None, 3, 4, 6), (80, 10, 4, 4, 2), k=2)),
            technique=tuple(rng.choices((None, *Technique), (60, 30, 5, 5), k=2)),
        )  # fmt: skip
        planned = PlannedExercise("squat", (PlannedSet(5, 8, 1.0, load),) * 3)
        reading = engine.read(state, day.on)
        found = engine.suggest(reading, planned if rng.random() < 0.7 else None, context)
        for advice in found:
            check_numbers(advice)
            check_load(advice, context, load)
            check_time(advice, reading, context)
        if found and found[0].kind in STRUCTURAL:
            answers.answer(found[0], day.on)
    return len(made.days) - 1, answers


def gaps(days: list[date]) -> list[int]:
    return [(after - before).days for before, after in pairwise(days)]


def test_loads_and_changes_keep_to_the_rules_for_ten_thousand_sessions() -> None:
    total, seed, changes = 0, 0, 0
    while total < SESSIONS:
        sessions, answers = live(seed, accepts=0.6)
        total, seed, changes = total + sessions, seed + 1, changes + len(answers.accepted)
        assert min(gaps(answers.accepted), default=99) >= evidence.STRUCTURE_DAYS.value
        asked = sorted(answers.accepted + answers.declined)
        assert min(gaps(asked), default=99) >= evidence.STRUCTURE_DAYS.value
    assert changes > seed / 4  # the rules were put to the test


@pytest.mark.parametrize("accepts", [0.0, 1.0])
def test_noise_alone_asks_for_a_change_once_in_eight_weeks_at_the_most(accepts: float) -> None:
    for seed in range(6):
        rng = Random(seed)
        answers, state = Answers(rng, accepts), engine.start(SQUAT, LIFTER)
        for number in range(2 * YEAR_WEEKS):
            on = date(2025, 1, 6) + timedelta(days=7 * number // 2)
            able = 100.0 * exp(rng.gauss(0.0, 0.02))
            reps = max(1, round(29 * (able / 84.0 - 1.0)) - 1)
            sets = (LoggedSet(84.0, reps, 2.0, target_reps=5),) * 3
            state = engine.update(state, ExerciseDay(on, sets, muscle_gap_days=3))
            context = engine.LiftContext(SQUAT, state, on, sets, training=answers.training())
            best = engine.suggest(engine.read(state, on), None, context)[:1]
            for made in best:
                if made.kind in STRUCTURAL:
                    answers.answer(made, on)
        asked = answers.accepted + answers.declined
        assert min(gaps(asked), default=99) >= 56
