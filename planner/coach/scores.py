"""What is read off an exercise without a load: its own measure by session, left and right apart."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from statistics import median

from planner.coach import climbing, ladder_words, readings
from planner.coach.replay import Replay, ReplayedDay
from planner.engine import ladder, strength
from planner.engine.ladder import SIDES
from planner.engine.terms import Category, Exercise, LoggedSet, Phrase, Side, Technique
from planner.storage import library
from planner.storage.problems import NotStored

SPARK_SESSIONS = 24


@dataclass(frozen=True, slots=True)
class Score:
    """What a session shows of one side, BOTH where sides are not told apart.

    `best` and `middle`, the median, are in the unit of the exercise's measure; both are None where
    nothing was noted. `lost` says that it could not be kept up in a set; `unrated` counts the sets
    that nobody rated; `apart` says that a set was logged for this side alone.
    """

    on: date
    session_id: int
    side: Side
    best: float | None
    middle: float | None
    sets: int
    lost: bool = False
    unrated: int = 0
    apart: bool = False


@dataclass(frozen=True, slots=True)
class ScoreRow:
    """An exercise in the list; `spark` are the medians of its last sessions, oldest first."""

    exercise: Exercise
    spark: tuple[float, ...]
    last: float | None


@dataclass(frozen=True, slots=True)
class ScoreChart:
    """Everything that plot and panel show of an exercise without a load.

    `scores` has one for each session and side, oldest first. `target` is what a set has to reach
    for the next step of its ladder, None for none; `standing` says where on the ladder it is, and
    `sides` how left and right compare.
    """

    exercise: Exercise
    on: date
    scores: tuple[Score, ...]
    target: float | None = None
    standing: tuple[Phrase, ...] = ()
    sides: tuple[Phrase, ...] = ()

    @property
    def by_side(self) -> dict[Side, tuple[Score, ...]]:
        """The scores of each side, oldest first, one a session, known or not."""
        found: dict[Side, list[Score]] = {}
        for each in self.scores:
            found.setdefault(each.side, []).append(each)
        return {side: tuple(made) for side, made in found.items()}


def scored(exercise: Exercise) -> bool:
    """Tell whether an exercise is charted by its own measure, since no strength can be told."""
    return not strength.measurable(exercise)


def rows(lifter_id: int, today: date) -> list[tuple[Category, list[ScoreRow]]]:
    """List what was done without a load by category, the newest first, in the order of training."""
    found = [
        (steps[-1].day.on, _row(replay, steps))
        for replay in readings.replays(lifter_id, today).values()
        if scored(replay.exercise) and (steps := _steps(replay, today))
    ]
    found.sort(key=lambda each: (-each[0].toordinal(), each[1].exercise.name))
    by_category = sorted(found, key=lambda each: _ORDER.index(each[1].exercise.category))
    return [
        (category, [row for _, row in group])
        for category, group in groupby(by_category, key=lambda each: each[1].exercise.category)
    ]


_ORDER = (Category.NEUROMUSCULAR, Category.STRENGTH, Category.ENDURANCE, Category.FLEXIBILITY)


def chart(lifter_id: int, slug: str, today: date) -> ScoreChart:
    """Return what is charted of an exercise without a load; LookupError without a history."""
    replay = readings.replays(lifter_id, today).get(slug)
    steps = _steps(replay, today) if replay is not None else []
    if replay is None or not steps:
        raise NotStored(f"{slug} has no history yet")
    exercise, known = replay.exercise, library.by_slug()
    scores = tuple(score for made in steps for score in _of_day(made, exercise))
    step = climbing.step_of(slug, known)
    return ScoreChart(
        exercise,
        today,
        scores,
        None if step is None else float(step.count),
        () if step is None else _standing(steps, step, known),
        ladder_words.compared(exercise, _pairs(scores)),
    )


def _standing(
    steps: Sequence[ReplayedDay], step: ladder.Step, known: Mapping[str, Exercise]
) -> tuple[Phrase, ...]:
    now = climbing.standing([made.day for made in steps], step)
    return ladder_words.standing(now, step, climbing.above(step.exercise.slug, known))


def _steps(replay: Replay, today: date) -> list[ReplayedDay]:
    return [step for step in replay.steps if step.day.on <= today]


def _row(replay: Replay, steps: Sequence[ReplayedDay]) -> ScoreRow:
    measure = replay.exercise.measure
    found = (
        [ladder.amount(entry, measure) for entry in ladder.counted(made.day.sets)]
        for made in steps[-SPARK_SESSIONS:]
    )
    amounts = [[value for value in each if value is not None] for each in found]
    spark = tuple(median(each) for each in amounts if each)
    return ScoreRow(replay.exercise, spark, median(amounts[-1]) if amounts[-1] else None)


def _of_day(step: ReplayedDay, exercise: Exercise) -> Iterator[Score]:
    sets = ladder.counted(step.day.sets)
    for side in SIDES if exercise.per_side else (Side.BOTH,):
        mine = [e for e in sets if side is Side.BOTH or ladder.of_side(e, side)]
        yield _score(step, side, mine, exercise)


def _score(step: ReplayedDay, side: Side, sets: Sequence[LoggedSet], exercise: Exercise) -> Score:
    found = (ladder.amount(entry, exercise.measure) for entry in sets)
    amounts = [value for value in found if value is not None]
    return Score(
        step.day.on,
        step.session_id,
        side,
        max(amounts, default=None),
        median(amounts) if amounts else None,
        len(sets),
        any(entry.technique is Technique.BREAKDOWN for entry in sets),
        sum(entry.technique is None for entry in sets),
        any(entry.side is side for entry in sets),
    )


def _pairs(scores: Sequence[Score]) -> list[tuple[float, float]]:
    """Return (left, right) of each session in which both were logged apart, oldest first."""
    apart = [each for each in scores if each.apart]
    known = {(each.session_id, each.on, each.side): each.middle for each in apart}
    pairs = []
    for each in apart:
        right = known.get((each.session_id, each.on, Side.RIGHT))
        if each.side is Side.LEFT and each.middle is not None and right is not None:
            pairs.append((each.middle, right))
    return pairs
