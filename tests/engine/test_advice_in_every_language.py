"""All that the engine says can be translated: each of its sentences stands in the catalogue."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from itertools import pairwise, product
from random import Random

import pytest

from planner import engine
from planner.coach.wording import render
from planner.engine import health, health_questions, recovery_central, recovery_local, simulate
from planner.engine.evidence import CONSTANTS
from planner.engine.evidence.constant import UNITS
from planner.engine.sources import SOURCES, Grade
from planner.engine.terms import (
    MUSCLE_NAMES,
    CheckIn,
    Complexity,
    Exercise,
    Experience,
    Lifter,
    LoadKind,
    Muscle,
    Pattern,
    Phrase,
    PlannedExercise,
    PlannedSet,
    SoreArea,
    Suggestion,
    Technique,
    area_name,
    in_row,
    listed,
    phrase,
)
from planner.engine.training import Alternative, Training
from planner.engine.volume import GROUPS
from tests.packaging.scripts import script

LIFTS = (
    Exercise("squat", "Squat", pattern=Pattern.SQUAT),
    Exercise("pull-up", "Pull-up", pattern=Pattern.VERTICAL_PULL, load_kind=LoadKind.ADDED),
    Exercise("helped", "Assisted", pattern=Pattern.VERTICAL_PULL, load_kind=LoadKind.ASSISTED),
    Exercise("curl", "Curl", pattern=Pattern.ISOLATION, complexity=Complexity.ISOLATION),
)
OTHERS = (Alternative("front-squat", "Front squat", phrase("the same movement {different}")),)


@pytest.fixture(scope="module")
def catalogue() -> set[str]:
    """Return all texts that are handed to translators."""
    translations = script("translations")
    return {message.id for message in translations.texts()["coach"] if message.id}


def sentences(said: Phrase) -> Iterator[str]:
    yield from said.sentences
    for _, value in said.values:
        if isinstance(value, Phrase):
            yield from sentences(value)


def missing(said: Iterable[Phrase], catalogue: set[str]) -> set[str]:
    return {text for each in said for text in sentences(each)} - catalogue


def words(made: Suggestion) -> Iterator[Phrase]:
    yield from (made.headline, made.reason, made.would_change)
    if made.effect is not None:
        yield made.effect
    for other in made.others:
        yield from words(other)


def advice(lift: Exercise, seed: int) -> Iterator[Suggestion]:
    """Give what a simulated lifter is told after each session, in drawn circumstances."""
    rng, lifter = Random(seed), Lifter(Experience.INTERMEDIATE, bodyweight_kg=80.0)
    state = engine.start(lift, lifter)
    made = simulate.simulate(seed, exercise=lift, lifter=lifter, weeks=60)
    for day, after in pairwise(made.days):
        state = engine.update(state, day)
        training = Training(
            "Quads", rng.choice((4.0, 12.0)), 9.0, rng.choice((5, 10)), alternatives=OTHERS,
            changed_on=rng.choice((None, day.on - timedelta(days=60))), stays=rng.random() < 0.5,
        )  # fmt: skip
        context = engine.LiftContext(
            lift, state, day.on, day.sets, next_on=after.on, training=training,
            pain=tuple(rng.choices((0, 3, 4, 6, 9), (80, 10, 4, 4, 2), k=2)),
            technique=tuple(rng.choices((None, *Technique), (60, 30, 5, 5), k=2)),
        )  # fmt: skip
        load = max(entry.load_kg or 0.0 for entry in day.sets)
        planned = PlannedExercise(lift.slug, (PlannedSet(5, 8, 1.0, load),) * 3)
        reading = engine.read(state, day.on)
        yield from engine.suggest(reading, rng.choice((planned, None)), context)


@pytest.mark.parametrize("lift", LIFTS, ids=lambda lift: lift.slug)
def test_every_sentence_of_advice_is_known_to_translators(
    lift: Exercise, catalogue: set[str]
) -> None:
    found = [each for seed in range(3) for made in advice(lift, seed) for each in words(made)]
    assert found
    assert missing(found, catalogue) == set()


def test_what_the_recovery_of_a_day_was_read_from_is_known_to_translators(
    catalogue: set[str],
) -> None:
    today, said = date(2026, 3, 2), set[Phrase]()
    for sleep, hours, energy in product((None, 1, 4), (None, 5.0), (None, 1)):
        answers = [
            CheckIn(today - timedelta(days=ago), sleep=sleep, sleep_hours=hours, energy=energy,
                    motivation=energy, sore_areas=(("calves_left", 5), ("thumb", 4)))
            for ago in (2, 1, 0)
        ]  # fmt: skip
        harder = tuple(recovery_central.HarderLift(name, 3.0, 1.0) for name in "abcd")
        signs = recovery_central.Signs(today, tuple(answers), harder, run=8)
        said.update(recovery_central.central(signs).feeds)
        said.update(recovery_local.sore_places(answers[-1]))
    assert missing(said, catalogue) == set()


def test_questions_on_health_and_what_they_mean_are_known_to_translators(
    catalogue: set[str],
) -> None:
    judged = [each for made in health.JUDGEMENTS.values() for each in (made.name, made.reason)]
    asked = (*health_questions.QUESTIONS, *health_questions.AFTER_INJURY)
    said = [*judged, *(each for made in asked for each in (made.text, made.why))]
    said += [made.text for made in health_questions.SIGNS]
    assert missing([*said, health_questions.HELP_NOW], catalogue) == set()


def test_what_the_numbers_rest_on_is_known_to_translators(catalogue: set[str]) -> None:
    assert {each.unit for each in CONSTANTS} == UNITS
    assert missing([each.words for each in CONSTANTS], catalogue) == set()
    assert [each.name for each in CONSTANTS] == [render(each.words) for each in CONSTANTS]
    assert {*UNITS, *Grade, *(source.reference for source in SOURCES.values())} <= catalogue


def test_muscles_and_areas_are_known_to_translators(catalogue: set[str]) -> None:
    areas = [area_name(f"{area}{side}") for area in SoreArea for side in ("", "_left", "_right")]
    assert set(MUSCLE_NAMES) == set(Muscle)
    assert {*MUSCLE_NAMES.values(), *(group for group, _ in GROUPS)} <= catalogue
    assert missing([each for each in areas if isinstance(each, Phrase)], catalogue) == set()


@pytest.mark.parametrize(
    ("names", "row", "whole"),
    [
        ((), "", ""),
        (("a",), "a", "a"),
        (("a", "b"), "a, b", "a and b"),
        (("a", "b", "c"), "a, b, c", "a, b and c"),
    ],
)
def test_names_are_listed_in_a_sentence(names: tuple[str, ...], row: str, whole: str) -> None:
    shown = [render(phrase("{names}", names=made(names))) for made in (in_row, listed)]
    assert shown == [row, whole]
