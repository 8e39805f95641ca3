"""Heavy and light days in one plan: what is taken back or raised is the heavy day's load."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from planner.coach import blocks, changing, deciding, planning, suggesting, week_edits
from planner.engine.terms import (
    Change,
    Confidence,
    LoggedSet,
    PlannedSet,
    Suggestion,
    SuggestionKind,
    phrase,
)
from planner.storage import plan

ASSISTED = "assisted-pull-up"
LIGHT = 80.0
HEAVY = (105.0, 107.5, 110.0)


def sets(load: float, *reps: int, rir: float = 2.0) -> tuple[LoggedSet, ...]:
    return tuple(LoggedSet(load, each, rir, target_reps=5, load=load) for each in reps)


def weeks(lifter: int, today: date, days: tuple[int, int], **planned: float | None) -> None:
    """Plan three weeks of a heavy day and a light one, on these days of each."""
    blocks.new_mesocycle(lifter, "Block", today, weeks=3)
    for week, heavy in zip(planning.view(lifter, today, today).weeks, HEAVY, strict=True):
        for day, load in zip(days, (heavy, LIGHT), strict=True):
            line = week_edits.add_exercise(week_edits.add_session(week.id, day, "S"), "back-squat")
            made = PlannedSet(5, 5, 2, load_kg=load, load=load)
            week_edits.prescribe(line, (replace(made, **planned) if load == LIGHT else made,) * 3)


@pytest.fixture
def missed(lifter, today, train) -> int:
    """Squat up to 97.5 kg weekly, then miss 100 kg, with 105 kg planned today and 80 kg later."""
    for week in range(6, 0, -1):
        done = sets(100.0 - 2.5 * week, 5, 5, 5)
        train(lifter, "back-squat", today - timedelta(days=7 * week + 1), *done)
    train(lifter, "back-squat", today - timedelta(days=1), *sets(100.0, 5, 5, 3, rir=1.0))
    weeks(lifter, today, (0, 3))
    return lifter


def card(lifter: int, today: date) -> Suggestion:
    (made,) = [each for each in suggesting.suggestions(lifter, today) if each.change is not None]
    return made


def planned_loads(lifter: int, today: date) -> list[float | None]:
    ahead = plan.future_exercises(lifter, "back-squat", today)
    return [max((each.load_kg for each in made.sets), key=lambda kg: kg or 0) for *_, made in ahead]


def test_a_load_taken_back_brings_no_light_day_up(missed, today) -> None:
    made = card(missed, today)
    assert made.rule == "hold.missed"
    new = made.change.load_kg
    assert LIGHT < new <= 100.0
    assert changing.lowered_later(missed, made, today) == [107.5, 110.0]
    assert deciding.accept(missed, made, today) == 3
    assert planned_loads(missed, today) == [new, LIGHT] * 3


@pytest.mark.parametrize("rule", ["hold.too_heavy", "hold.pain", "hold.technique"])
def test_what_holds_a_load_lowers_all_that_are_harder_and_no_other(missed, today, rule) -> None:
    made = replace(card(missed, today), rule=rule, change=Change(load_kg=90.0, sets=2))
    deciding.accept(missed, made, today)
    assert planned_loads(missed, today) == [90.0, LIGHT] * 3


def test_a_light_return_leaves_lighter_sets_of_its_session_alone(missed, today) -> None:
    _, line, planned = plan.future_exercises(missed, "back-squat", today)[0]
    week_edits.prescribe(line, (*planned.sets[:1], PlannedSet(8, 8, 3, load_kg=60.0, load=60.0)))
    made = card(missed, today)
    back = replace(made, kind=SuggestionKind.RETURN_RAMP, change=Change(load_kg=75.0))
    deciding.accept(missed, back, today)
    _, _, planned = plan.future_exercises(missed, "back-squat", today)[0]
    assert [each.load_kg for each in planned.sets] == [75.0, 60.0]


def test_fewer_sets_are_no_more_than_a_light_day_has(missed, today) -> None:
    for _, line, planned in plan.future_exercises(missed, "back-squat", today)[1::2]:
        week_edits.prescribe(line, planned.sets[:1])
    fewer = replace(card(missed, today), numbers=(("sets_now", 3),), change=Change(sets=2))
    deciding.accept(missed, fewer, today)
    ahead = plan.future_exercises(missed, "back-squat", today)
    assert [len(made.sets) for *_, made in ahead] == [2, 1] * 3


def test_a_share_of_strength_of_a_light_day_stays_one(lifter, today, missed) -> None:
    for _, line, planned in plan.future_exercises(missed, "back-squat", today)[1::2]:
        share = [replace(each, percent_e1rm=60.0, load=None, load_kg=None) for each in planned.sets]
        week_edits.prescribe(line, tuple(share))
    deciding.accept(missed, card(missed, today), today)
    ahead = plan.future_exercises(missed, "back-squat", today)
    assert [made.sets[0].percent_e1rm for *_, made in ahead] == [None, 60.0] * 3


def raised(lifter: int, today: date, train, days: tuple[int, int]) -> list[Suggestion]:
    """Squat 80 to 102.5 kg easily, the last time yesterday; return what is advised."""
    for week in range(9, -1, -1):
        done = sets(102.5 - 2.5 * week, 5, 5, 5, rir=3.0)
        train(lifter, "back-squat", today - timedelta(days=7 * week + 1), *done)
    weeks(lifter, today, days)
    return suggesting.suggestions(lifter, today)


def test_more_load_is_for_the_heavy_days(lifter, today, train) -> None:
    raised(lifter, today, train, (0, 3))
    ahead = plan.future_exercises(lifter, "back-squat", today)
    week_edits.prescribe(ahead[0][1], (PlannedSet(5, 5, 2, load_kg=102.5, load=102.5),) * 3)
    (made,) = suggesting.suggestions(lifter, today)
    assert made.kind is SuggestionKind.INCREASE
    deciding.accept(lifter, made, today)
    assert planned_loads(lifter, today)[1::2] == [LIGHT] * 3


def test_a_light_day_is_not_to_come_up_to_the_heavy_one_before_it(lifter, today, train) -> None:
    assert raised(lifter, today, train, (3, 0)) == []


def test_less_help_is_planned_where_that_is_accepted(lifter, today) -> None:
    """Of an assisted lift the load is help: more load is less of it."""
    blocks.new_mesocycle(lifter, "Block", today, weeks=1)
    week = planning.view(lifter, today, today).week
    for day, helped in ((0, 20.0), (3, 35.0)):
        line = week_edits.add_exercise(week_edits.add_session(week.id, day, "S"), ASSISTED)
        week_edits.prescribe(line, (PlannedSet(6, 8, 2, load_kg=helped, load=helped),))
    raised = Suggestion(
        SuggestionKind.INCREASE, ASSISTED, "increase.smallest_step", phrase("Up"), phrase("."),
        phrase("."), Confidence.LIKELY, (("load_kg", 20.0),), Change(load_kg=15.0),
    )  # fmt: skip
    assert deciding.accept(lifter, raised, today) == 1
    ahead = plan.future_exercises(lifter, ASSISTED, today)
    assert [made.sets[0].load_kg for *_, made in ahead] == [15.0, 35.0]


def test_a_light_day_that_only_loses_sets_is_not_told_of_as_lowered(missed, today) -> None:
    fewer = replace(card(missed, today), change=Change(load_kg=90.0, sets=2))
    assert changing.lowered_later(missed, fewer, today) == [107.5, 110.0]


def test_a_load_under_the_last_is_no_light_days_where_the_heavy_one_is_weeks_away(
    lifter, today, train
) -> None:
    raised(lifter, today, train, (3, 0))
    for on, line, _ in plan.future_exercises(lifter, "back-squat", today):
        if today < on <= today + timedelta(weeks=1):
            plan.delete_planned_exercise(line)
    (made,) = suggesting.suggestions(lifter, today)
    assert made.rule == "increase.as_done"
