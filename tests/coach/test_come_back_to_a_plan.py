"""Back to a plan after weeks off: the first session as accepted, the next ones no heavier than
the strength that is expected by then."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

import pytest

from planner.coach import blocks, clients, deciding, library, planning, week_edits
from planner.coach.files import do, revert
from planner.engine.terms import (
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


def test_after_the_way_back_the_plan_stands_as_it_was(lifter, back):
    made = ramp(lifter, back)
    after = dict(made.numbers)["back_by_on"] + timedelta(days=1)
    before = ahead(lifter, after)
    deciding.accept(lifter, made, back)
    assert ahead(lifter, after) == before


def test_only_loads_change_in_the_later_sessions(lifter, back):
    deciding.accept(lifter, ramp(lifter, back), back)
    _, (warm_up, *work) = ahead(lifter, back)[1]
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
    week_edits.prescribe(keys[1], (light,) * 3)
    week_edits.prescribe(keys[2], (share,) * 3)
    deciding.accept(lifter, ramp(lifter, back), back)
    assert [entry.load_kg for entry in ahead(lifter, back)[1][1]] == [70] * 3
    assert [entry.percent_e1rm for entry in ahead(lifter, back)[2][1]] == [70] * 3


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
    assert made.rule == "hold.too_heavy"
    assert made.change.load_kg < 100


@pytest.mark.parametrize(("slug", "hardest"), [("back-squat", 60.0), ("assisted-pull-up", 40.0)])
def test_the_hardest_load_is_that_of_the_work_sets_with_help_the_least(lifter, slug, hardest):
    warm_up = PlannedSet(5, 5, kind=SetKind.WARMUP, load_kg=20)
    sets = (warm_up, *(PlannedSet(8, 8, 2, load_kg=kg) for kg in (40, 60, 50)))
    planned = PlannedExercise(slug, sets)
    assert planning.hardest_kg(planned, library.exercise(slug)) == hardest
