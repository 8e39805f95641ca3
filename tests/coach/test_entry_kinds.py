"""What the shorthand means on every kind of exercise."""

from __future__ import annotations

import pytest

from planner.coach.entry import SetRow, parse_entry
from planner.engine.terms import Exercise, LoadKind, LoggedSet, Measure, SetKind, Side, Unit

SQUAT = Exercise("squat")
CARRY = Exercise("carry", measure=Measure.DISTANCE)
HOLD = Exercise("hold", measure=Measure.SECONDS)
PLANK = Exercise("plank", load_kind=LoadKind.NONE, measure=Measure.SECONDS)
PUSH_UP = Exercise("push-up", load_kind=LoadKind.BODYWEIGHT)
REACH = Exercise("reach", load_kind=LoadKind.NONE, measure=Measure.REACH)
STAND = Exercise("stand", load_kind=LoadKind.NONE, measure=Measure.QUALITY, per_side=True)
EMPTY = SetRow(1, None, None, None, None)


def sets(text: str, exercise: Exercise, unit: Unit = Unit.KG) -> tuple[LoggedSet, ...]:
    draft = parse_entry(text, exercise, unit, EMPTY)
    assert not draft.problem, draft.problem
    return draft.sets


def done(text: str, exercise: Exercise) -> list[tuple[float | None, float | None]]:
    """Return (load, amount) of each set, whatever was counted."""
    return [
        (made.load_kg, next(x for x in (made.reps, made.seconds, made.distance_m) if x is not None))
        for made in sets(text, exercise)
    ]


@pytest.mark.parametrize("exercise", [SQUAT, CARRY, HOLD, PLANK, PUSH_UP, REACH, STAND])
@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("40kg 30m", (40.0, 30.0)), ("40x30m", (40.0, 30.0)), ("40 30m", (40.0, 30.0)),
        ("20x45s", (20.0, 45.0)), ("20 kg x 1:30", (20.0, 90.0)), ("12,5 kg 45 s", (12.5, 45.0)),
        ("20kgx8 reps", (20.0, 8)), ("20kg 8 reps", (20.0, 8)),
    ],
)  # fmt: skip
def test_a_load_may_be_carried_and_held_in_any_exercise(exercise, text, made) -> None:
    assert done(text, exercise) == [made]


@pytest.mark.parametrize("exercise", [SQUAT, CARRY, HOLD, PLANK, PUSH_UP, REACH, STAND])
@pytest.mark.parametrize(
    ("text", "amounts"),
    [("45s", [45]), ("1:30", [90]), ("2 min", [120]), ("400m", [400]), ("45s,40s", [45, 40]),
     ("12 reps", [12]), ("30 cm", [0.3])],
)  # fmt: skip
def test_what_is_counted_is_what_its_unit_says(exercise, text, amounts) -> None:
    assert [amount for _, amount in done(text, exercise)] == amounts


@pytest.mark.parametrize(
    ("exercise", "text", "made"),
    [
        (CARRY, "40x30", [(40.0, 30.0)]), (HOLD, "40x30,20", [(40.0, 30.0), (40.0, 20.0)]),
        (REACH, "64", [(None, 0.64)]), (STAND, "8", [(None, 8)]), (PLANK, "45", [(None, 45.0)]),
        (PLANK, "3x45", [(None, 45.0)] * 3), (PLANK, "2x45s", [(None, 45.0)] * 2),
        (PUSH_UP, "3x12", [(None, 12)] * 3), (PUSH_UP, "+5x12", [(5.0, 12)]),
        (PUSH_UP, "2x12,10", [(None, 12), (None, 10)] * 2), (PLANK, "3 x +5 x 45s", [(5, 45)] * 3),
    ],
)  # fmt: skip
def test_a_bare_number_counts_what_the_exercise_counts(exercise, text, made) -> None:
    assert done(text, exercise) == made


@pytest.mark.parametrize(
    ("text", "tempo"),
    [("100x8 3-1-3-0", "3-1-3-0"), ("100x8 31x0", "3-1-X-0"), ("100x8@2 3-1-X-0 d", "3-1-X-0"),
     ("100x8 10-0-1-0", "10-0-1-0"), ("100x8 3-0-1", "3-0-1"), ("100x8", "")],
)  # fmt: skip
def test_a_tempo_is_kept_on_the_set(text, tempo) -> None:
    (made,) = sets(text, SQUAT)
    assert (made.load_kg, made.reps, made.tempo) == (100.0, 8, tempo)


@pytest.mark.parametrize(
    "text", ["100x8/l@2d 3-1-3-0", "100x8 3-1-3-0 d @2 /left", "d100x8@2 left 3130"]
)
def test_what_follows_the_reps_comes_in_any_order(text) -> None:
    (made,) = sets(text, SQUAT)
    assert (made.rir, made.kind, made.side, made.tempo) == (
        2.0, SetKind.DROP, Side.LEFT, "3-1-3-0"
    )  # fmt: skip


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("100x8@2@3", "One effort a set"), ("100x8/l/r", "One side a set"),
        ("w100x8w", "One mark a set"), ("100x8 3-1-3-0 3-1-3-0", "One tempo a set"),
        ("100x8.5", "Reps are whole numbers."), ("100x8 3-1", "Not understood"),
        ("40kg", "Not understood"), ("12m", ""), ("60x5x3", "Not understood"),
        ("12kg x 12 x 3", "Not understood"), ("20kg x 10; 15kg x 8 x 2", "Not understood"),
    ],
)  # fmt: skip
def test_what_is_unclear_is_told(text, problem) -> None:
    assert parse_entry(text, SQUAT, Unit.KG, EMPTY).problem.startswith(problem)


def test_a_minus_takes_no_load_off_a_plank() -> None:
    assert "help" in parse_entry("-20x45s", PLANK, Unit.KG, EMPTY).problem
