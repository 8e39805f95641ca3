"""What is remembered of a lift from session to session, field by field."""

from datetime import date, timedelta

import pytest
from hypothesis import given, strategies as st

from planner import engine
from planner.engine import LiftState, trend
from planner.engine.terms import Exercise, ExerciseDay, Experience, Lifter, LoadKind, LoggedSet

BEGAN = date(2025, 1, 6)
CHINS = Exercise("chins", load_kind=LoadKind.ADDED, bodyweight_share=1.0, parent="pull-up")
LIFTER = Lifter(Experience.INTERMEDIATE, bodyweight_kg=81.0)
KNOWN = engine.Known(4.4, 0.6, 0.5)
GIVEN = ("exercise", "lifter", "steps", "known")  # what no session changes


def day(number: int, load_kg: float, bodyweight_kg: float | None = None) -> ExerciseDay:
    done = (LoggedSet(load_kg, 6, rir=2.0),) * 3
    return ExerciseDay(BEGAN + timedelta(days=4 * number), done, bodyweight_kg=bodyweight_kg)


def followed(days: list[ExerciseDay], lifter: Lifter = LIFTER) -> list[LiftState]:
    states = [engine.start(CHINS, lifter, KNOWN)]
    for each in days:
        states.append(engine.update(states[-1], each))
    return states


def given_of(state: LiftState) -> dict[str, object]:
    return {name: getattr(state, name) for name in GIVEN}


@given(st.lists(st.sampled_from([0.0, 5.0, 10.0, 60.0, 120.0]), max_size=12))
def test_no_session_changes_what_a_lift_was_started_with(loads: list[float]) -> None:
    """Among them days that are held out and jumps that the next day confirms."""
    states = followed([day(number, load) for number, load in enumerate(loads)])
    started = {
        "exercise": CHINS,
        "lifter": LIFTER,
        "steps": trend.learning_steps(CHINS.complexity),
        "known": KNOWN,
    }
    assert all(given_of(state) == started for state in states)


def test_a_bodyweight_stays_until_another_one_is_logged() -> None:
    weights = [None, None, 84.0, None, 79.0, None]
    states = followed([day(number, 5.0, kg) for number, kg in enumerate(weights)])
    assert [state.bodyweight_kg for state in states] == [81.0, 81.0, 81.0, 84.0, 84.0, 79.0, 79.0]


def test_a_bodyweight_is_known_from_the_day_it_is_logged() -> None:
    weights = [None, None, 84.0, None]
    states = followed([day(number, 5.0, kg) for number, kg in enumerate(weights)], Lifter())
    assert [state.bodyweight_known for state in states] == [False, False, False, True, True]


def test_every_field_has_after_a_session_what_its_name_says() -> None:
    """A state made in another order of its fields would have them under other names."""
    before, last = followed([day(number, 5.0 + number) for number in range(8)])[-2:]
    assert (last.sessions, last.last_on) == (8, BEGAN + timedelta(days=28))
    assert (last.capped, last.held, last.holds, last.jump) == (0, None, 0, None)
    assert before.bank is not None
    assert last.expected == pytest.approx(trend.level(before.bank).mean, abs=0.02)
    kinds = {"bank": "Bank", "habit": "Habit", "course": "Course", "strain": "Strain"}
    kinds |= {"rhythm": "Rhythm", "exercise": "Exercise", "lifter": "Lifter", "known": "Known"}
    assert {name: type(getattr(last, name)).__name__ for name in kinds} == kinds


def test_a_jump_once_confirmed_stays_remembered() -> None:
    states = followed([day(number, 5.0 if number < 8 else 80.0) for number in range(14)])
    jump = states[10].jump
    assert states[9].held is not None
    assert jump is not None
    assert jump.on == BEGAN + timedelta(days=32)
    assert all(state.jump == jump for state in states[10:])
    assert states[-1].held is None
    assert states[-1].holds == states[9].holds == 1
