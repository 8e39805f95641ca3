"""Simulated lifters asked for advice after every session, in all sorts of circumstances."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from itertools import pairwise
from random import Random

from lifts import Lift

from planner import engine
from planner.engine import evidence, plates, simulate, strength
from planner.engine.back_in_steps import most_over
from planner.engine.base import base_of
from planner.engine.target import last_load, least_reps, loads_rise
from planner.engine.terms import (
    Complexity,
    Equipment,
    Exercise,
    ExerciseDay,
    Experience,
    Inventory,
    Lifter,
    LoadKind,
    LoggedSet,
    Pattern,
    PlannedExercise,
    PlannedSet,
    Reading,
    Suggestion,
    SuggestionKind,
    Technique,
    WayBack,
    phrase,
)
from planner.engine.training import Alternative, Training

WEEKS = 52
STRUCTURAL = (SuggestionKind.ADD_SET, SuggestionKind.REP_RANGE, SuggestionKind.VARIATION)
MONTH = timedelta(days=28)
BEGAN = date(2025, 1, 6)
BY_REPS = 16  # every sixteenth lifter builds up repetitions
CURL = Exercise("curl", "Curl", complexity=Complexity.ISOLATION, equipment=Equipment.DUMBBELL)
UNEVEN, LIGHTER = 8, 0.9  # every eighth lifter does the first set, or the last, a tenth lighter
BACK, HURT = 5, timedelta(days=60)  # every fifth lifter was hurt badly so long ago, and is on
NOTHING_SINCE = 7  # the way back; with nothing done since before every seventh session
OTHERWISE, REST = 3, 4  # of every third lifter the muscles rest for four days at most
LIFTS = (
    Exercise("squat", "Squat", Pattern.SQUAT),
    Exercise("bench", "Bench press", Pattern.HORIZONTAL_PUSH),
    CURL,
    Exercise("leg-press", "Leg press", Pattern.SQUAT, complexity=Complexity.MACHINE,
             equipment=Equipment.MACHINE),
    Exercise("dip", "Dip", Pattern.VERTICAL_PUSH, load_kind=LoadKind.ADDED, bodyweight_share=0.95,
             equipment=Equipment.BODYWEIGHT),
    Exercise("chin", "Chin-up", Pattern.VERTICAL_PULL, load_kind=LoadKind.ASSISTED,
             bodyweight_share=1.0, complexity=Complexity.MACHINE, equipment=Equipment.MACHINE),
    Exercise("push-up", "Push-up", Pattern.HORIZONTAL_PUSH, load_kind=LoadKind.BODYWEIGHT,
             bodyweight_share=0.65, equipment=Equipment.BODYWEIGHT),
    Exercise("snatch", "Snatch", Pattern.OLYMPIC, complexity=Complexity.TECHNICAL),
)  # fmt: skip
GYMS = (
    Inventory(),
    Inventory(plates_kg=((20.0, 1), (10.0, 1), (5.0, 1), (2.5, 1), (1.25, 1))),
    Inventory(plates_kg=((20.0, 4), (10.0, 2), (5.0, 2)), stack_step_kg=2.5),
    Inventory(
        plates_kg=((10.0, 1), (5.0, 1), (2.5, 1)),
        dumbbells_kg=(10.0, 20.0, 25.0, 30.0, 35.0, 40.0),
    ),
)
OTHERS = (
    Alternative("front-squat", "Front squat", phrase("the same movement, bar in front")),
    Alternative("hack-squat", "Hack squat", phrase("the same muscles, on a machine"), new=False),
)


@dataclass(frozen=True, slots=True)
class Advised:
    """What was advised after a session, and all it may rest on.

    `lift` is the whole log, of which the first `done` days were known; `others` are the hard sets
    a week of other exercises.
    """

    lift: Lift
    done: int
    others: float
    plan: PlannedExercise | None
    context: engine.LiftContext
    reading: Reading
    found: tuple[Suggestion, ...]

    @property
    def days(self) -> tuple[ExerciseDay, ...]:
        """The log up to the session, oldest day first."""
        return self.lift.days[: self.done]


@dataclass(slots=True)
class Answers:
    """How a lifter answers changes of structure: day and kind, oldest first."""

    rng: Random
    accepts: float
    accepted: list[tuple[date, SuggestionKind]] = field(default_factory=list)
    declined: list[tuple[date, SuggestionKind]] = field(default_factory=list)

    def answer(self, made: Suggestion, on: date) -> None:
        """Accept or decline a change of structure; anything else is no question."""
        if made.kind in STRUCTURAL:
            yes = self.rng.random() < self.accepts
            (self.accepted if yes else self.declined).append((on, made.kind))

    def training(self, days: tuple[ExerciseDay, ...], others: float) -> Training:
        """Return what surrounds the lift today; other exercises add `others` sets a week."""
        rng, today = self.rng, days[-1].on
        month = [day for day in days[-40:] if day.on > today - MONTH]
        return Training(
            "Quads",
            others + sum([len(day.sets) for day in month]) / 4.0,
            rng.choice((3.0, 9.0)),
            days[-1].sets[0].reps or 1,
            rng.choice((None, 0.5, 0.9)),
            self.accepted[-1][0] if self.accepted else None,
            self.declined[-1][0] if self.declined else None,
            tuple({kind: None for _, kind in self.accepted}),
            OTHERS,
            rng.choice((0, 2)),
            rng.random() < 0.7,
            len(month) / 4.0,
        )


def lifter(seed: int) -> Lift:
    """Return a year of one lift; movement, world and experience go by the seed."""
    person = Lifter(Random(seed).choice(tuple(Experience)), bodyweight_kg=80.0)
    if seed % BY_REPS == 2:
        return Lift(CURL, person, _by_reps())
    world = simulate.WORLDS[seed % len(simulate.WORLDS)]
    exercise = LIFTS[seed % len(LIFTS)]
    made = simulate.simulate(seed, world, exercise, person, weeks=WEEKS)
    days = _trained_otherwise(made.days) if seed % OTHERWISE == 0 else made.days
    if seed % UNEVEN == 0 and exercise.load_kind is LoadKind.EXTERNAL:
        days = tuple(_one_lighter(day, number % 2) for number, day in enumerate(days))
    return Lift(made.exercise, made.lifter, days, made.truth, made.trainee, world.name)


def _by_reps() -> tuple[ExerciseDay, ...]:
    """Return a year of light dumbbells: repetitions are built up until the next ones are tried."""
    days, load, least = list[ExerciseDay](), 8.0, 8
    for session in range(2 * WEEKS):
        reps = least + session % 18 // 3
        if session and session % 18 == 0:
            load, least = load + 2.0, least - 1
        on = BEGAN + timedelta(days=7 * session // 2)
        gap = None if not days else (on - days[-1].on).days
        days.append(ExerciseDay(on, (LoggedSet(load, reps),) * 3, muscle_gap_days=gap))
    return tuple(days)


def _one_lighter(day: ExerciseDay, last: int) -> ExerciseDay:
    """Let the first set of a day, or the last one, be lighter than the others."""
    sets = list(day.sets)
    load_kg = round(LIGHTER * (sets[-last].load_kg or 0.0), 1)
    sets[-last] = replace(sets[-last], load_kg=load_kg)
    return replace(day, sets=tuple(sets))


def _trained_otherwise(days: tuple[ExerciseDay, ...]) -> tuple[ExerciseDay, ...]:
    """Let other exercises train the muscles while the lift is left out."""
    return tuple(
        replace(day, muscle_gap_days=min(day.muscle_gap_days or REST, REST)) for day in days
    )


def walk(lift: Lift, seed: int, accepts: float = 0.5) -> Iterator[Advised]:
    """Ask for advice after each session but the last; pain, looks and plans go by the seed."""
    rng = Random(seed)
    answers, gym = Answers(rng, accepts), rng.choice(GYMS)
    others = rng.choice((0.0, 4.0, 8.0))
    state = engine.start(lift.exercise, lift.lifter)
    pain, looks = [_pain(rng)], [_look(rng)]
    for done, (day, after) in enumerate(pairwise(lift.days), 1):
        state = engine.update(state, day)
        pain, looks = [*pain[-1:], _pain(rng)], [*looks[-1:], _look(rng)]
        context = engine.LiftContext(
            lift.exercise, state, day.on, _rated(day.sets, looks[-1]), after.on,
            after.muscle_gap_days, tuple(pain), tuple(looks), rng.random() < 0.02, gym,
            answers.training(lift.days[:done], others),
            base_of(lift.days[:done], state, after.on),
        )  # fmt: skip
        if seed % BACK == 1:
            context = replace(context, way_back=_way_back(context, done % NOTHING_SINCE > 0))
        plan = _plan(rng, context)
        reading = engine.read(state, day.on)
        found = tuple(engine.suggest(reading, plan, context))
        if found:
            answers.answer(found[0], day.on)
        yield Advised(lift, done, others, plan, context, reading, found)


def _way_back(context: engine.LiftContext, done_since: bool) -> WayBack | None:
    """Return how far a lift is back that hurt badly at more than was done since."""
    sets = (*context.last_sets, *context.base_sets)
    load = last_load(context.exercise, sets)
    if load is None or not loads_rise(context.exercise):
        return None
    shown = context.base.shown
    most = most_over(load, context.state, context.inventory, shown) if done_since else None
    return WayBack(8, context.today - HURT, most)


def _pain(rng: Random) -> int | None:
    return rng.choices((0, None, 1, 2, 3, 4, 5, 8), (70, 10, 4, 4, 4, 4, 2, 2))[0]


def _look(rng: Random) -> Technique | None:
    looks: tuple[Technique | None, ...] = (None, *Technique)
    return rng.choices(looks, (60, 30, 6, 4))[0]


def _rated(sets: tuple[LoggedSet, ...], look: Technique | None) -> tuple[LoggedSet, ...]:
    """Return a day's sets, the first sound and the last as bad as the day where it broke down."""
    if look is not Technique.BREAKDOWN or len(sets) < 2:
        return sets
    first, last = replace(sets[0], technique=Technique.SOUND), replace(sets[-1], technique=look)
    return (first, *sets[1:-1], last)


def _plan(rng: Random, context: engine.LiftContext) -> PlannedExercise | None:
    """Return what is planned next: nothing, as the last time, heavier or lighter."""
    load = last_load(context.exercise, context.last_sets)
    if load is None or rng.random() < 0.4:
        return None
    harder = plates.next_harder(load, context.exercise, context.inventory)
    other = [_moved_by(factor, load, context) for factor in (0.8, 1.15)]
    wanted = rng.choice((load, load, load, harder or load, *other))
    low = max(1, least_reps(context.exercise, context.last_sets) + rng.choice((-1, 0, 0, 1)))
    entry = PlannedSet(low, low + rng.choice((0, 2, 4)), rng.choice((None, 1.0, 2.0)), wanted)
    return PlannedExercise(context.exercise.slug, (entry,) * rng.choice((2, 3, 4)))


def _moved_by(factor: float, load_kg: float, context: engine.LiftContext) -> float:
    body = context.state.bodyweight_kg
    moved = strength.moved_kg(load_kg, context.exercise, body)
    if moved is None or context.exercise.load_kind is LoadKind.BODYWEIGHT:
        return load_kg
    return max(0.0, strength.typed_kg(factor * moved, context.exercise, body))


def is_harder(load_kg: float, than_kg: float, exercise: Exercise) -> bool:
    """Tell whether one load is harder than another: more of it, or less help."""
    sign = -1.0 if exercise.load_kind is LoadKind.ASSISTED else 1.0
    return sign * (load_kg - than_kg) > 1e-3


def ways(made: Suggestion) -> tuple[Suggestion, ...]:
    """Return a suggestion and the other ways in it, each without the rest."""
    return (replace(made, others=()), *made.others)


def gate_closed(context: engine.LiftContext) -> bool:
    """Tell whether pain or unsound movement of the last two sessions speaks against more load."""
    hurts = max([pain or 0 for pain in context.pain[-2:]], default=0) >= evidence.PAIN_STOP.value
    shaky = any(look not in (None, Technique.SOUND) for look in context.technique[-2:])
    return hurts or shaky
