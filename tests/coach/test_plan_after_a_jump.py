"""What is planned follows the answer on a jump of loads: as a whole, to loads the gym has."""

from dataclasses import replace

import pytest

from planner.coach import blocks, clients, load_jumps, planning, week_edits
from planner.engine import plates
from planner.engine.terms import KG_PER_LB, JumpCause, PlannedSet, SetKind, Unit
from planner.storage import history, library, plan

CURL = "dumbbell-bench-press"
PRESS = "leg-press"
SQUAT = "back-squat"
OLD, NEW = 20, 6  # sessions before and since


@pytest.fixture
def new_machine(log_loads):
    return log_loads(PRESS, [100.0] * OLD + [150.0] * NEW)


def loads(lifter, slug):
    return [entry.load for _, _, sets in history.history(lifter, slug) for entry in sets]


def prescribed(lifter, slug, today, *sets):
    blocks.new_mesocycle(lifter, "Block", today, weeks=1)
    week = planning.view(lifter, today, today).weeks[0].id
    week_edits.prescribe(week_edits.add_exercise(week_edits.add_session(week, 2, "A"), slug), sets)


def warm_up(load):
    return PlannedSet(10, 10, kind=SetKind.WARMUP, load_kg=load, load=load)


def work(load):
    return PlannedSet(10, 10, 2, load_kg=load, load=load)


def planned(lifter, slug, today, load):
    prescribed(lifter, slug, today, work(load), work(load))


def ahead_sets(lifter, slug, today):
    made = plan.future_exercises(lifter, slug, today)
    return [entry for _, _, each in made for entry in each.sets]


def ahead(lifter, slug, today):
    return [entry.load for entry in ahead_sets(lifter, slug, today)]


def test_counted_per_side_halves_the_older_loads_and_the_plan(per_hand, today, answered):
    planned(per_hand, CURL, today, 44.0)
    answered(per_hand, JumpCause.SIDES, today)
    assert set(loads(per_hand, CURL)) == {20.0}
    assert ahead(per_hand, CURL, today) == [22.0, 22.0]


def test_planned_loads_that_fit_the_new_counting_stay(per_hand, today, answered):
    planned(per_hand, CURL, today, 22.0)
    answered(per_hand, JumpCause.SIDES, today)
    assert ahead(per_hand, CURL, today) == [22.0, 22.0]


def test_a_light_warm_up_is_not_taken_for_the_old_counting(log_loads, today, answered):
    lifter = log_loads(CURL, [20.0] * OLD + [40.0] * NEW)
    prescribed(lifter, CURL, today, warm_up(20.0), work(42.0), work(42.0))
    answered(lifter, JumpCause.SIDES, today)
    assert ahead(lifter, CURL, today) == [20.0, 42.0, 42.0]


def test_warm_ups_follow_the_work_sets(log_loads, today, answered):
    lifter = log_loads(CURL, [20.0] * OLD + [40.0] * NEW)
    prescribed(lifter, CURL, today, warm_up(10.0), warm_up(1.0), work(22.0), work(None))
    answered(lifter, JumpCause.SIDES, today)
    assert ahead(lifter, CURL, today) == [20.0, 2.0, 44.0, None]


def test_a_plan_without_loads_of_work_sets_stays(per_hand, today, answered):
    prescribed(per_hand, CURL, today, warm_up(40.0), work(None))
    answered(per_hand, JumpCause.SIDES, today)
    assert ahead(per_hand, CURL, today) == [40.0, None]


def test_planned_loads_are_ones_the_gym_has_and_never_nothing(per_hand, today, answered):
    prescribed(per_hand, CURL, today, warm_up(2.0), work(42.0))
    answered(per_hand, JumpCause.SIDES, today)
    assert ahead(per_hand, CURL, today) == [2.0, 20.0]


def test_planned_pounds_are_typed_as_they_are_stored(log_loads, today, answered):
    lifter = log_loads(CURL, [90.0] * OLD + [45.0] * NEW, unit=Unit.LB)
    inventory = plates.standard_inventory(Unit.LB)
    clients.change(replace(clients.lifter(lifter), unit=Unit.LB, inventory=inventory))
    entry = PlannedSet(10, 10, 2, load_kg=100 * KG_PER_LB, load=100.0, unit=Unit.LB)
    prescribed(lifter, CURL, today, entry)
    answered(lifter, JumpCause.SIDES, today)
    (made,) = ahead_sets(lifter, CURL, today)
    assert (made.load, made.unit) == (50.0, Unit.LB)
    assert made.load_kg == pytest.approx(50 * KG_PER_LB)


def test_another_machine_gets_an_exercise_of_its_own_which_the_plan_follows(
    new_machine, today, answered
):
    planned(new_machine, PRESS, today, 100.0)
    done = answered(new_machine, JumpCause.SETUP, today)
    assert done.endswith("kept as Leg press (2)")
    other = library.exercise("leg-press-2")
    assert (other.name, other.custom, other.parent) == ("Leg press (2)", True, PRESS)
    assert (loads(new_machine, PRESS), loads(new_machine, other.slug)) == (
        [100.0] * 2 * OLD,
        [150.0] * 2 * NEW,
    )
    assert ahead(new_machine, PRESS, today) == []
    assert all(load > 120 for load in ahead(new_machine, other.slug, today))


def test_a_spell_on_another_machine_is_split_off_and_the_plan_stays(log_loads, today, answered):
    lifter = log_loads(PRESS, [100.0] * OLD + [150.0] * NEW + [100.0] * NEW)
    planned(lifter, PRESS, today, 100.0)
    answered(lifter, JumpCause.SETUP, today)
    assert len(loads(lifter, "leg-press-2")) == 2 * NEW
    assert ahead(lifter, PRESS, today) == [100.0, 100.0]


def test_pounds_stored_as_kilograms_become_pounds(log_loads, today, answered):
    lifter = log_loads(SQUAT, [100.0] * OLD + [220.0] * NEW)
    planned(lifter, SQUAT, today, 225.0)
    assert load_jumps.causes(load_jumps.question(lifter, today))[0] is JumpCause.UNIT
    answered(lifter, JumpCause.UNIT, today)
    newest = history.history(lifter, SQUAT)[-1][2][0]
    assert (newest.load, newest.unit) == (220.0, Unit.LB)
    assert newest.load_kg == pytest.approx(99.79, abs=0.01)
    assert loads(lifter, SQUAT)[0] == 100.0
    for entry in ahead_sets(lifter, SQUAT, today):
        assert (entry.load, entry.load_kg, entry.unit) == (102.5, 102.5, Unit.KG)
