"""What the volume page is given: weekly load by pattern, zones, monotony, and the body by side."""

from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings, strategies as st

from planner.coach.charts import body_load, training_load, volume_page, week_work
from planner.coach.charts.body_load import Standing
from planner.coach.charts.lift_measures import LiftMeasure, measured
from planner.coach.wording import number, render
from planner.engine import consistency, intensity
from planner.engine.terms import LoggedSet, Muscle, Pattern, SetKind, Side

FIVE = LoggedSet(100, 5, rir=2, load=100)
WARM_UP = LoggedSet(60, 5, kind=SetKind.WARMUP, load=60)
SIX = (
    "back-squat", "deadlift", "bench-press", "overhead-press", "barbell-row", "pull-up",
    "dumbbell-curl",
)  # fmt: skip


def part(lifter, today, name, since=None):
    parts = body_load.parts(lifter, since, today, today)
    return next(each for each in parts if name in (each.name, *each.muscles))


def test_a_lifter_without_a_session_has_no_weeks_and_no_body(lifter, today):
    assert volume_page.weekly_tonnage(lifter, "", today).rows == ()
    assert volume_page.weekly_zones(lifter, "", today).rows == ()
    assert volume_page.week_loads(lifter, today) == ()
    assert volume_page.weekly_sets(lifter, "", today).weeks == ()
    assert body_load.parts(lifter, None, today, today) == ()
    assert body_load.first_day(lifter, today) is None
    assert body_load.sentences(lifter, None, today, today) == ()


def test_tonnage_is_load_times_repetitions_without_warm_ups(lifter, today, train):
    train(lifter, "back-squat", today, WARM_UP, FIVE, FIVE)
    weeks = volume_page.weekly_tonnage(lifter, "", today)
    assert weeks.parts == (Pattern.SQUAT,)
    assert weeks.rows == ((consistency.week_start(today), (1000.0,)),)


def test_weeks_without_training_are_there_and_empty(lifter, today, train):
    for weeks in (3, 0):
        train(lifter, "back-squat", today - timedelta(weeks=weeks), FIVE)
    rows = volume_page.weekly_tonnage(lifter, "", today).rows
    assert [values for _, values in rows] == [(500.0,), (0.0,), (0.0,), (500.0,)]


def test_five_patterns_have_a_part_and_the_others_are_one(lifter, today, train):
    for place, slug in enumerate(SIX):
        train(lifter, slug, today, LoggedSet(100 - 10 * place, 5, load=100 - 10 * place))
    weeks = volume_page.weekly_tonnage(lifter, "", today)
    assert (len(weeks.parts), weeks.parts[-1]) == (6, None)
    values = weeks.rows[-1][1]
    assert list(values[:5]) == sorted(values[:5], reverse=True)


def test_a_group_has_the_load_of_its_prime_movers_alone(lifter, today, train):
    train(lifter, "back-squat", today, FIVE)
    train(lifter, "bench-press", today, FIVE)
    assert volume_page.weekly_tonnage(lifter, "Chest", today).parts == (Pattern.HORIZONTAL_PUSH,)
    assert volume_page.weekly_tonnage(lifter, "Calves", today).parts == ()


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=10)
@given(st.lists(st.tuples(st.sampled_from(SIX), st.integers(0, 40)), min_size=1, max_size=8))
def test_parts_add_up_to_the_whole(lifter, today, train, done):
    for slug, days in done:
        train(lifter, slug, today - timedelta(days=days), WARM_UP, FIVE, FIVE)
    bouts = week_work.bouts(lifter, today)
    tonnes = volume_page.weekly_tonnage(lifter, "", today).rows
    zones = volume_page.weekly_zones(lifter, "", today).rows
    sets = volume_page.weekly_sets(lifter, "", today).weeks
    assert sum(sum(row) for _, row in tonnes) == pytest.approx(sum(b.tonnage_kg for b in bouts))
    assert sum(sum(row) for _, row in zones) == sum(b.hard for b in bouts)
    assert sum(value for _, value in sets) == sum(b.hard for b in bouts)


def test_zones_and_intensity_go_by_the_same_strength(squatter, today, train):
    train(squatter, "back-squat", today, LoggedSet(118, 3, rir=0, load=118))
    (*_, last) = measured(squatter, "back-squat", LiftMeasure.INTENSITY, today).values
    (_, first), *_, (_, zones) = volume_page.weekly_zones(squatter, "Quads", today).rows
    assert zones[intensity.zone(last.value, 1.0)] == 1
    assert last.on == today
    assert first == (0, 0, 0, 0, 0, 3)  # of the first session nothing was known before


def test_a_load_is_put_into_its_zone_of_the_strength_known_before(squatter, today, train):
    train(squatter, "back-squat", today, WARM_UP, FIVE, LoggedSet(60, 12, rir=3, load=60))
    *_, (_, zones) = volume_page.weekly_zones(squatter, "Quads", today).rows
    assert sum(zones) == 2
    assert zones[0] == 1
    assert zones[2] + zones[3] == 1


def test_what_has_no_e1rm_is_not_known(lifter, today, train):
    train(lifter, "plank", today, LoggedSet(None, None, seconds=60))
    train(lifter, "back-squat", today, LoggedSet(100, 5, load=100, flags=frozenset({"suspect"})))
    ((_, zones),) = volume_page.weekly_zones(lifter, "", today).rows
    assert zones == (0, 0, 0, 0, 0, 2)


def test_balance_work_has_no_zone_and_no_load(lifter, today, train):
    train(lifter, "feet-together-stand", today, LoggedSet(None, None, seconds=30, side=Side.LEFT))
    ((_, zones),) = volume_page.weekly_zones(lifter, "", today).rows
    assert not any(zones)
    assert all(not each.left.sets for each in body_load.parts(lifter, None, today, today))


def test_a_typing_error_moves_no_axis(squatter, today, train):
    wrong = LoggedSet(1000, 5, load=1000)
    train(squatter, "back-squat", today - timedelta(days=3), wrong)
    train(squatter, "back-squat", today - timedelta(days=1), FIVE, FIVE, FIVE)
    weeks = volume_page.weekly_tonnage(squatter, "", today)
    assert max(sum(values) for _, values in weeks.rows) < 4000
    zones = volume_page.weekly_zones(squatter, "", today).rows
    assert sum(row[week_work.NOT_KNOWN] for _, row in zones) == 4  # it, and the first day's


def test_what_is_done_later_does_not_count_yet(squatter, today):
    before = today - timedelta(weeks=5)
    assert max(made.on for made in week_work.bouts(squatter, before)) <= before
    assert volume_page.week_loads(squatter, before)[-1].starts_on <= before


def test_monotony_waits_for_the_end_of_the_week(lifter, today, train):
    monday = consistency.week_start(today)
    for day in (-7, -5, 0):
        train(lifter, "back-squat", monday + timedelta(days=day), FIVE, FIVE)
    last, running = volume_page.week_loads(lifter, today)
    assert (last.load, last.days) == (4, 2)
    assert last.monotony == pytest.approx(0.586, abs=0.001)
    assert last.strain == pytest.approx(4 * 0.586, abs=0.01)
    assert (running.load, running.monotony, running.strain) == (2, None, None)


def test_the_group_of_an_exercise_is_the_one_it_trains_most(squatter, today):
    (replayed,) = {made.exercise for made in week_work.bouts(squatter, today)}
    assert volume_page.group_of(replayed) == "Quads"
    weekly = volume_page.weekly_sets(squatter, "Quads", today)
    assert weekly == training_load.weekly_sets(squatter, "Quads", today)


def test_a_week_tells_which_exercises_its_sets_are_of(lifter, today, train):
    for slug, sets in (("bench-press", 4), ("overhead-press", 2), ("back-squat", 5)):
        train(lifter, slug, today, *[FIVE] * sets)
    monday = consistency.week_start(today)
    found = volume_page.exercises_of(lifter, "Triceps", monday, today)
    assert found == (("Bench press", 2.0), ("Overhead press", 1.0))
    assert len(volume_page.exercises_of(lifter, "", monday, today)) == 3
    assert volume_page.exercises_of(lifter, "", monday - timedelta(weeks=1), today) == ()


# the body
def test_sides_are_counted_apart_where_one_was_trained_alone(lifter, today, train):
    left = LoggedSet(30, 8, load=30, side=Side.LEFT)
    right = LoggedSet(30, 8, load=30, side=Side.RIGHT)
    both = LoggedSet(30, 8, load=30, side=Side.EACH)
    train(lifter, "dumbbell-row", today - timedelta(days=6), left, right, right)
    train(lifter, "dumbbell-row", today, both, right)
    back = part(lifter, today, "Back")
    assert (back.left.sets, back.right.sets) == (2, 4)
    assert back.side(Side.LEFT).last_on == back.side(Side.RIGHT).last_on == today


def test_the_side_left_out_remembers_its_own_last_day(lifter, today, train):
    right = LoggedSet(30, 8, load=30, side=Side.RIGHT)
    train(lifter, "dumbbell-row", today - timedelta(days=20), LoggedSet(30, 8, load=30))
    train(lifter, "dumbbell-row", today, right)
    back = part(lifter, today, "Back", today - timedelta(days=6))
    assert back.left.last_on == today - timedelta(days=20)
    assert (back.left.sets, back.standing(Side.LEFT)) == (0, Standing.NONE)
    assert back.standing(Side.RIGHT) is Standing.BELOW


@pytest.mark.parametrize(
    ("sets", "standing"), [(9, Standing.BELOW), (10, Standing.WITHIN), (20, Standing.WITHIN),
                           (21, Standing.ABOVE)],
)  # fmt: skip
def test_a_group_lies_below_in_or_above_its_range(lifter, today, train, sets, standing):
    train(lifter, "back-squat", today, *[FIVE] * sets)
    assert part(lifter, today, "Quads").standing(Side.LEFT) is standing


def test_a_muscle_in_no_group_has_no_range(lifter, today, train):
    train(lifter, "back-squat", today, FIVE, FIVE)
    adductors = part(lifter, today, Muscle.ADDUCTORS)
    assert (adductors.name, adductors.low, adductors.high) == ("", None, None)
    assert adductors.standing(Side.RIGHT) is Standing.FREE
    assert part(lifter, today, Muscle.NECK).standing(Side.RIGHT) is Standing.NONE


def test_every_muscle_is_in_one_part(squatter, today):
    parts = body_load.parts(squatter, None, today, today)
    held = [muscle for each in parts for muscle in each.muscles]
    assert sorted(held) == sorted(Muscle)


def test_days_of_ones_own_hold_only_what_was_done_in_them(squatter, today):
    since, until = today - timedelta(weeks=8), today - timedelta(weeks=6)
    quads = body_load.parts(squatter, since, until, today)[0]
    assert quads.left.sets == pytest.approx(9 / 15 * 7)
    assert quads.left.last_on == today - timedelta(weeks=1)


def test_freshness_is_told_of_groups_that_were_trained(squatter, today, train):
    train(squatter, "back-squat", today, *[FIVE] * 6)
    found = body_load.freshness(squatter, today)
    assert found["Quads"] < 1
    assert "Chest" not in found


# what is said
def said(lifter, today, since=None):
    return [render(each) for each in body_load.sentences(lifter, since, today, today)]


def test_a_new_lifter_is_told_when_groups_can_be_compared(lifter, today, train):
    train(lifter, "back-squat", today - timedelta(days=8), FIVE)
    (sentence,) = said(lifter, today)
    assert sentence.startswith("After about 3 weeks more it can be told which muscle groups")


def test_days_without_a_set_are_called_so(lifter, today, train):
    train(lifter, "back-squat", today - timedelta(weeks=30), FIVE)
    assert said(lifter, today, today - timedelta(weeks=6)) == [
        "No hard set of a muscle group in the days shown."
    ]


def test_groups_below_their_range_are_named_and_never_those_not_trained(squatter, today):
    first, last = said(squatter, today, today - timedelta(weeks=4) + timedelta(days=1))
    assert first == "Below the range of 10–20 hard sets a week: Core 1.1, Glutes 2.2, Quads 2.2."
    assert last.startswith("Means since ")


def test_words_and_picture_tell_of_the_same_days(squatter, today):
    for since in (None, today - timedelta(weeks=8), today - timedelta(weeks=2)):
        quads = part(squatter, today, "Quads", since)
        first = said(squatter, today, since)[0]
        assert f"Quads {number(quads.sets)}" in first
    assert ", your whole history." in said(squatter, today)[-1]
    until = today - timedelta(weeks=1)
    told = body_load.sentences(squatter, until - timedelta(weeks=2), until, today)
    assert render(told[-1]).startswith("Means from ")


def test_more_than_three_groups_are_counted(lifter, today, train):
    for week in range(5):
        for slug in SIX:
            train(lifter, slug, today - timedelta(weeks=week), FIVE)
        train(lifter, "leg-extension", today - timedelta(weeks=week), *[FIVE] * 25)
    below, above, _ = said(lifter, today, today - timedelta(days=27))
    assert below.endswith(" more.")
    assert above == "Above the range of 10–20 hard sets a week: Quads 26.5."


def test_all_in_range_is_said_too(lifter, today, train):
    for week in range(5):
        train(lifter, "leg-extension", today - timedelta(weeks=week), *[FIVE] * 12)
    first, _ = said(lifter, today, today - timedelta(days=27))
    assert first == "Every group you train lies in its range of 10–20 hard sets a week."


def test_a_side_that_does_less_than_half_is_named(lifter, today, train):
    right = LoggedSet(30, 8, load=30, side=Side.RIGHT)
    both = LoggedSet(30, 8, load=30, side=Side.EACH)
    train(lifter, "dumbbell-curl", today, both, *[right] * 5)
    assert "Biceps: left 1, right 6 sets a week." in said(lifter, today)


def test_sides_trained_apart_are_one_truth_with_the_weeks(lifter, today, train):
    """Split squats twice a week, six sets on the left and three on the right: twelve a week."""
    sets = [LoggedSet(40, 8, load=40, side=side) for side in (Side.LEFT,) * 6 + (Side.RIGHT,) * 3]
    for days in range(0, 14 * 7, 7):
        for day in (1, 4):
            train(lifter, "bulgarian-split-squat", today - timedelta(days=days + day), *sets)
    since = today - timedelta(days=12 * 7 - 1)
    quads = part(lifter, today, "Quads", since)
    week = volume_page.weekly_sets(lifter, "Quads", today).weeks[5][1]
    assert week == quads.sets == 12
    assert {quads.standing(side) for side in (Side.LEFT, Side.RIGHT)} == {Standing.WITHIN}
    told = said(lifter, today, since)
    assert not any("ange" in each and "Quads" in each for each in told)
    assert "Quads: left 12, right 6 sets a week." in told


def test_weeks_begin_on_a_monday():
    assert consistency.week_starts(date(2026, 10, 29), date(2026, 11, 9)) == [
        date(2026, 10, 26), date(2026, 11, 2), date(2026, 11, 9),
    ]  # fmt: skip
