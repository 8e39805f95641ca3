"""Back to a plan after weeks off: the first session as accepted, the next ones no heavier than
the strength that is expected by then."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

import pytest

from planner.coach import (
    blocks,
    clients,
    deciding,
    library,
    load_jumps,
    planning,
    switches,
    week_edits,
)
from planner.coach.steps import do, revert
from planner.coach.wording import render
from planner.engine.terms import (
    Confidence,
    LoggedSet,
    PlannedExercise,
    PlannedSet,
    SetKind,
    Suggestion,
    SuggestionKind,
    Unit,
)
from planner.storage import plan

WARM_UP = PlannedSet(5, 5, kind=SetKind.WARMUP, load_kg=60, load=60)
OLD = PlannedSet(8, 8, 2, load_kg=100, load=100)


@pytest.fixture
def back(lifter: int, today: date, train) -> date:
    """Train 3 × 8 with 100 kg, stop for ten weeks; the same is planned twice a week again."""
    for session in range(16, 0, -1):
        entry = LoggedSet(100, 8, rir=2, target_reps=8, load=100)
        train(lifter, "back-squat", today - timedelta(days=3 * session), entry, entry, entry)
    back_on = today + timedelta(weeks=10)
    blocks.new_mesocycle(lifter, "Again", back_on, weeks=8)
    for week in planning.view(lifter, back_on, back_on).weeks:
        for day in (0, 3):
            line = week_edits.add_exercise(
                week_edits.add_session(week.id, day, "Lower"), "back-squat"
            )
            week_edits.prescribe(line, (WARM_UP, OLD, OLD, OLD))
    return back_on


def ramp(lifter: int, back: date) -> Suggestion:
    return next(
        s for s in planning.suggestions(lifter, back) if s.kind is SuggestionKind.RETURN_RAMP
    )


def ahead(lifter: int, since: date) -> list[tuple[date, tuple[PlannedSet, ...]]]:
    return [(on, made.sets) for on, _, made in plan.future_exercises(lifter, "back-squat", since)]


def heaviest(lifter: int, since: date) -> list[float]:
    return [max(entry.load_kg for entry in sets) for _, sets in ahead(lifter, since)]


def test_loads_rise_from_the_accepted_session_to_the_old_ones(lifter, back):
    made = ramp(lifter, back)
    deciding.accept(lifter, made, back)
    on_the_way = heaviest(lifter, back)
    assert on_the_way[0] == made.change.load_kg
    assert on_the_way[1] < 100
    assert all(before <= after for before, after in pairwise(on_the_way))
    assert on_the_way[-1] == 100


def test_no_session_back_is_much_heavier_than_the_one_before(lifter, back):
    heavy = (WARM_UP, *[replace(OLD, load_kg=102.5, load=102.5)] * 3)
    for _, key, _ in plan.future_exercises(lifter, "back-squat", back):
        week_edits.prescribe(key, heavy)
    made = ramp(lifter, back)
    low = replace(made, change=replace(made.change, load_kg=70))
    deciding.accept(lifter, low, back)
    until = dict(made.numbers)["back_by_on"]
    on_the_way = [max(s.load_kg for s in sets) for on, sets in ahead(lifter, back) if on <= until]
    assert on_the_way[:3] == [70, 75, 82.5]
    assert all(after <= 1.1 * before for before, after in pairwise(on_the_way))


def test_a_re_entry_week_is_named_above_the_plan_where_the_line_of_the_day_does_not(lifter, back):
    def named(on: date) -> bool:
        return planning.view(lifter, back, on).re_entry

    assert not named(back)
    assert named(back + timedelta(days=1))
    switches.set_on(lifter, switches.Switch.VERDICT, shown=False)
    assert named(back)


def test_after_the_way_back_the_plan_stands_as_it_was(lifter, back):
    made = ramp(lifter, back)
    after = dict(made.numbers)["back_by_on"] + timedelta(days=1)
    before = ahead(lifter, after)
    deciding.accept(lifter, made, back)
    assert ahead(lifter, after) == before


def test_accepting_once_makes_the_first_three_sessions_back(lifter, back):
    made = ramp(lifter, back)
    deciding.accept(lifter, made, back)
    one, two, three = [
        [entry for entry in sets if entry.kind is not SetKind.WARMUP]
        for _, sets in ahead(lifter, back)[:3]
    ]
    assert len(one) <= 0.67 * 3
    assert len(one) <= len(two) <= len(three) == 3
    assert [each[0].rir for each in (one, two, three)] == [4, 3, 2]
    assert one[0].load_kg <= 0.95 * 100
    assert one[0].load_kg <= two[0].load_kg <= three[0].load_kg <= 100


def test_after_three_weeks_off_the_second_session_lies_between_the_first_and_the_usual(
    lifter, back, train
):
    entry = LoggedSet(100, 8, rir=2, target_reps=8, load=100)
    train(lifter, "back-squat", back - timedelta(days=21), entry, entry, entry)
    made = ramp(lifter, back)
    deciding.accept(lifter, made, back)
    works = [[e for e in sets if e.kind is SetKind.WORK] for _, sets in ahead(lifter, back)[:3]]
    assert [(len(work), work[0].rir) for work in works] == [(2, 4), (2, 3), (3, 2)]
    assert works[0][0].load_kg <= 0.95 * 100


def test_the_second_session_back_is_light_enough_for_its_reserve(lifter, back, train):
    entry = LoggedSet(100, 8, rir=2, target_reps=8, load=100)
    for days in (24, 21):
        train(lifter, "back-squat", back - timedelta(days=days), entry, entry, entry)
    deciding.accept(lifter, ramp(lifter, back), back)
    (_, one), (_, two), (_, three) = ahead(lifter, back)[:3]
    assert one[-1].load_kg < two[-1].load_kg < three[-1].load_kg == 100


def test_only_loads_change_in_the_later_sessions(lifter, back):
    deciding.accept(lifter, ramp(lifter, back), back)
    _, (warm_up, *work) = ahead(lifter, back)[2]
    assert (warm_up.load_kg, warm_up.load) == (60, 60)
    assert [(entry.reps_low, entry.rir) for entry in work] == [(8, 2)] * 3
    assert all(entry.load == entry.load_kg for entry in work)


def test_every_changed_session_is_counted_and_undo_restores_the_plan_exactly(lifter, back):
    before = ahead(lifter, back)
    changed, step = do(lambda: deciding.accept(lifter, ramp(lifter, back), back))
    after = ahead(lifter, back)
    assert changed == sum(one != other for one, other in zip(before, after, strict=True)) > 1
    revert(step)
    assert ahead(lifter, back) == before


def test_lighter_sessions_and_shares_of_strength_are_left_alone(lifter, back):
    keys = [key for _, key, _ in plan.future_exercises(lifter, "back-squat", back)]
    light, share = replace(OLD, load_kg=70, load=70), PlannedSet(5, 5, percent_e1rm=70)
    week_edits.prescribe(keys[2], (light,) * 3)
    week_edits.prescribe(keys[3], (share,) * 3)
    deciding.accept(lifter, ramp(lifter, back), back)
    assert [entry.load_kg for entry in ahead(lifter, back)[2][1]] == [70] * 3
    assert [entry.percent_e1rm for entry in ahead(lifter, back)[3][1]] == [70] * 3


def test_loads_are_ones_that_the_gym_can_set_in_the_lifters_unit(lifter, back):
    clients.change(replace(clients.lifter(lifter), unit=Unit.LB))
    deciding.accept(lifter, ramp(lifter, back), back)
    entry = ahead(lifter, back)[1][1][1]
    assert entry.unit is Unit.LB
    assert entry.load == pytest.approx(entry.load_kg / 0.45359237, abs=0.01)


def test_a_short_pause_leaves_the_later_sessions_alone(lifter, back, train):
    entry = LoggedSet(100, 8, rir=2, target_reps=8, load=100)
    train(lifter, "back-squat", back - timedelta(days=15), entry, entry, entry)
    deciding.accept(lifter, ramp(lifter, back), back)
    assert set(heaviest(lifter, back)[1:]) == {100}


def test_a_load_that_is_still_too_heavy_when_its_week_comes_is_eased_then(lifter, back, train):
    deciding.accept(lifter, ramp(lifter, back), back)
    entry = LoggedSet(80, 7, rir=0, target_reps=8, load=80)
    for days in range(0, 40, 3):
        train(lifter, "back-squat", back + timedelta(days=days), entry, entry, entry)
    (made,) = planning.suggestions(lifter, back + timedelta(days=40))
    assert made.rule == "hold.missed"
    assert made.change.load_kg < 100


@pytest.mark.parametrize(("slug", "hardest"), [("back-squat", 60.0), ("assisted-pull-up", 40.0)])
def test_the_hardest_load_is_that_of_the_work_sets_with_help_the_least(lifter, slug, hardest):
    warm_up = PlannedSet(5, 5, kind=SetKind.WARMUP, load_kg=20)
    sets = (warm_up, *(PlannedSet(8, 8, 2, load_kg=kg) for kg in (40, 60, 50)))
    planned = PlannedExercise(slug, sets)
    assert planning.hardest_kg(planned, library.exercise(slug)) == hardest


def test_a_lift_whose_loads_are_asked_about_comes_back_without_a_load(lifter, today, train):
    for session in range(26, 0, -1):
        load = 40.0 if session > 6 else 20.0
        entry = LoggedSet(load, 10, target_reps=10, load=load)
        train(lifter, "dumbbell-bench-press", today - timedelta(days=3 * session), entry, entry)
    back_on = today + timedelta(days=28)
    _plan(lifter, back_on, "dumbbell-bench-press", (PlannedSet(10, 10, 2, 40, load=40),) * 3)
    assert load_jumps.question(lifter, back_on) is not None
    made = ramp(lifter, back_on)
    assert made.change.opens
    assert dict(made.numbers)["new_kg"] is None
    assert made.change.sets == 2


def test_after_a_last_session_in_doubt_the_question_comes_first_and_no_load(lifter, today, train):
    for session in range(16, 0, -1):
        entry = LoggedSet(225.0 if session == 1 else 100.0, 8, rir=2, load=100)
        train(lifter, "back-squat", today - timedelta(days=3 * session), entry, entry, entry)
    back_on = today + timedelta(days=28)
    _plan(lifter, back_on, "back-squat", (OLD,) * 3)
    made = ramp(lifter, back_on)
    assert made.change.opens
    assert "Were they typed right" in render(made.reason)
    assert "Back at" not in render(made.reason)
    assert made.confidence is Confidence.CANT_TELL


def test_a_lift_last_done_years_ago_rises_in_steps_until_it_is_where_the_plan_is(lifter, back):
    made = ramp(lifter, back)
    low = replace(made, change=replace(made.change, load_kg=60))
    deciding.accept(lifter, low, back)
    on_the_way = heaviest(lifter, back)
    assert all(after <= 1.1 * before for before, after in pairwise(on_the_way))
    assert on_the_way[-1] == 100


def _plan(lifter: int, on: date, slug: str, sets: tuple[PlannedSet, ...]) -> None:
    blocks.new_mesocycle(lifter, "Again", on, weeks=2)
    for week in planning.view(lifter, on, on).weeks:
        key = week_edits.add_exercise(week_edits.add_session(week.id, 0, "Day"), slug)
        week_edits.prescribe(key, sets)
