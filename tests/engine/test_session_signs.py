"""What technique, pain and the drop-off of a session say at once, and what they ask of the next."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from planner import engine
from planner.coach.wording import render
from planner.engine import session_signs as signs
from planner.engine.base import base_of
from planner.engine.set_habit import marks, set_habit
from planner.engine.terms import (
    KG_PER_LB,
    Change,
    Exercise,
    ExerciseDay,
    Experience,
    Lifter,
    LoggedSet,
    Pattern,
    PlannedExercise,
    PlannedSet,
    Technique,
    Unit,
)

SQUAT = Exercise("squat", pattern=Pattern.SQUAT)
BEGAN = date(2025, 1, 6)
SOUND, MINOR, BREAKDOWN = Technique
FADING = (SOUND, SOUND, MINOR, BREAKDOWN)


def rated(*looks: Technique | None, rir: float | None = 2.0) -> tuple[LoggedSet, ...]:
    return tuple(LoggedSet(100.0, 5, rir, technique=look) for look in looks)


def advised(*looks: Technique | None, sets: int = 4) -> engine.LiftContext:
    state = engine.start(SQUAT, Lifter(Experience.INTERMEDIATE, bodyweight_kg=80.0))
    for number in range(12):
        day = ExerciseDay(BEGAN + timedelta(days=4 * number), rated(*[None] * sets))
        state = engine.update(state, day)
    today = BEGAN + timedelta(days=44)
    next_on = today + timedelta(days=4)
    return engine.LiftContext(
        SQUAT, state, today, rated(*looks), next_on, technique=(None, BREAKDOWN)
    )


def test_sound_sound_minor_breakdown_suggests_three_sets_next_time() -> None:
    context = advised(*FADING)
    planned = PlannedExercise("squat", (PlannedSet(5, 5, 2.0, 100.0),) * 4)
    reading = engine.read(context.state, context.today)
    made = engine.suggest(reading, planned, context)[0]
    assert made.rule == "hold.technique_sets"
    assert made.change is not None
    assert made.change.sets == 3
    assert "set 4" in render(made.reason)


def test_fewer_planned_sets_than_the_limit_are_not_cut_again() -> None:
    context = advised(*FADING)
    planned = PlannedExercise("squat", (PlannedSet(5, 5, 2.0, 100.0),) * 3)
    reading = engine.read(context.state, context.today)
    assert engine.suggest(reading, planned, context)[0].rule == "hold.technique"


def test_one_sound_set_alone_asks_for_two_sets_with_a_lighter_load() -> None:
    looks = (SOUND, BREAKDOWN, BREAKDOWN)
    context = advised(*looks, sets=3)
    planned = PlannedExercise("squat", (PlannedSet(5, 5, 2.0, 100.0),) * 3)
    made = engine.suggest(engine.read(context.state, context.today), planned, context)[0]
    assert made.change == Change(load_kg=90.0, sets=2)
    assert render(made.headline) == "90 kg, 2 sets, sound technique"
    said = signs.technique_words(rated(SOUND, BREAKDOWN))
    assert said is not None
    assert render(said) == "Technique broke down in set 2: make it easier next time, 2 sets."


def test_the_sum_of_a_session_and_its_card_say_the_same_of_breakdowns() -> None:
    looks = (SOUND, BREAKDOWN, BREAKDOWN)
    context = advised(*looks, sets=3)
    made = engine.suggest(engine.read(context.state, context.today), None, context)[0]
    assert render(made.reason).startswith("Today technique broke down in 2 sets, first in set 2.")
    said = signs.technique_words(rated(*looks))
    assert said is not None
    assert render(said) == (
        "2 breakdowns today, the first in set 2: make it easier next time, 2 sets."
    )


@pytest.mark.parametrize(("planned_kg", "new_kg"), [(50.0, None), (90.0, None), (95.0, 90.0)])
def test_less_load_after_a_breakdown_is_never_more_than_planned(
    planned_kg: float, new_kg: float | None
) -> None:
    context = advised(SOUND, BREAKDOWN, BREAKDOWN, sets=3)
    planned = PlannedExercise("squat", (PlannedSet(5, 5, 2.0, planned_kg),) * 3)
    made = engine.suggest(engine.read(context.state, context.today), planned, context)[0]
    assert made.change == Change(load_kg=new_kg, sets=2)
    assert dict(made.numbers)["new_kg"] == new_kg


def test_technique_under_fatigue_is_told_by_set_number_and_reserve() -> None:
    said = signs.tiring_words([rated(*FADING, rir=1.0), rated(SOUND, SOUND), rated(None, None)])
    assert said is not None
    assert render(said) == (
        "Technique broke down in 1 of the last 2 rated sessions, from set 4 on, with 1 in reserve "
        "on average."
    )
    assert signs.tiring_words([rated(SOUND, MINOR)]) is None
    alone = signs.tiring_words([rated(*FADING, rir=None)])
    assert alone is not None
    assert render(alone) == (
        "Technique broke down in the only session that was rated, from set 4 on."
    )


@pytest.mark.parametrize("looks", [(BREAKDOWN, SOUND), (None, BREAKDOWN), (SOUND, MINOR)])
def test_only_a_breakdown_after_rated_sets_without_one_limits_them(
    looks: tuple[Technique | None, ...],
) -> None:
    assert signs.set_limit(rated(*looks)) is None


def test_a_breakdown_near_the_limit_names_the_reserve() -> None:
    near = signs.technique_words(rated(*FADING, rir=0.0))
    far = signs.technique_words(rated(*FADING, rir=3.0))
    assert near is not None
    assert far is not None
    assert render(near) == (
        "Technique broke down in set 4, with 0 in reserve: at most 3 sets next time."
    )
    assert render(far) == "Technique broke down in set 4: at most 3 sets next time."


def test_two_breakdowns_tell_at_once_that_the_load_will_not_rise() -> None:
    said = signs.technique_words(rated(BREAKDOWN, BREAKDOWN))
    assert said is not None
    assert render(said) == "2 breakdowns today: the load will not rise next time."
    assert signs.technique_words(rated(SOUND, MINOR, None)) is None


@pytest.mark.parametrize(
    ("pain", "begins", "stops"),
    [(0, "", False), (2, "", False), (3, "Pain of 3 out of 10: hold the load", False),
     (4, "Pain of 4", False), (5, "Pain of 5 out of 10: stop this exercise and leave", True),
     (7, "Pain of 7 out of 10: stop this exercise and leave", True),
     (8, "Pain of 8 out of 10: stop this exercise and have it looked at by a doctor", True)],
)  # fmt: skip
def test_pain_is_answered_at_once_and_kindly(pain: int, begins: str, stops: bool) -> None:
    sets = (LoggedSet(100.0, 5, pain=pain), LoggedSet(100.0, 5))
    said = signs.pain_words(sets)
    assert (render(said) if said else "").startswith(begins)
    assert bool(said) is bool(begins)
    assert signs.must_stop(sets) is stops


def test_exercises_without_load_are_told_of_none() -> None:
    drill = LoggedSet(None, 5, pain=3, technique=BREAKDOWN)
    for said in (signs.pain_words([drill]), signs.technique_words([drill] * 2)):
        assert said is not None
        assert "load" not in render(said)


def _days(*reps: int) -> list[ExerciseDay]:
    sets = tuple(LoggedSet(100.0, each) for each in reps)
    return [ExerciseDay(BEGAN + timedelta(days=3 * n), sets) for n in range(8)]


def _drop(*reps: int, usual: tuple[int, ...] = (8, 8, 7)) -> signs.DropOff | None:
    today = marks([LoggedSet(100.0, each) for each in reps], SQUAT, 80.0)
    return signs.drop_off(today, set_habit(_days(*usual), SQUAT, 80.0))


def test_a_drop_off_counts_against_the_lifters_own_norm() -> None:
    assert _drop(8, 8, 7) is None
    assert _drop(8, 4) is None
    found = _drop(8, 6, 3)
    assert found is not None
    assert (found.first, found.last) == (8, 3)
    assert _drop(8, 6, 3, usual=(8, 6, 3)) is None


def test_a_drop_off_decays_within_two_days() -> None:
    found = _drop(8, 6, 3)
    assert found is not None
    left = [signs.still_felt(found, days) for days in range(4)]
    assert left[0] > left[1] > left[2] == left[3] == 0.0
    said = [signs.drop_words(found, days) for days in range(3)]
    assert [bool(each) for each in said] == [True, True, False]


def _effort(*reserves: float) -> str:
    state = engine.start(SQUAT, Lifter(Experience.INTERMEDIATE, bodyweight_kg=80.0))
    done = [
        ExerciseDay(BEGAN + timedelta(days=4 * n), (LoggedSet(100.0, 5, rir),) * 3)
        for n, rir in enumerate([reserves[0]] * 6 + list(reserves))
    ]
    for day in done:
        state = engine.update(state, day)
    on = done[-1].on + timedelta(days=4)
    said = signs.effort_words(base_of(done, state, on))
    return render(said) if said else ""


def test_rising_effort_over_three_sessions_alerts_and_flat_does_not() -> None:
    assert _effort(3.0, 2.0, 1.0) == (
        "It gets harder: the same sets left 3 in reserve two sessions before, 1 last time."
    )
    assert _effort(2.0, 2.0, 2.0) == ""
    assert _effort(1.0, 2.0, 3.0) == ""


def test_a_rise_goes_back_to_a_load_that_the_gym_can_set() -> None:
    context = advised(MINOR)
    pounds = replace(context.last_sets[0], load_kg=205 * KG_PER_LB, load=205.0, unit=Unit.LB)
    context = replace(context, last_sets=(pounds,))
    planned = PlannedExercise("squat", (PlannedSet(5, 5, 2.0, 95.0),) * 4)
    made = engine.suggest(engine.read(context.state, context.today), planned, context)[0]
    assert (made.rule, made.change) == ("hold.technique", Change(load_kg=92.5))
