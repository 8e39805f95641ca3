"""The records of a lift: what counts as one, what is expected beside it, and what none beats."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest

from planner.coach.charts import records_all, records_page, strength
from planner.coach.charts.records_page import Lie, LiftRecords
from planner.engine.terms import LoggedSet, SetKind

Train = Callable[..., int]
Records = Callable[..., LiftRecords]


def did(kg: float, reps: int, **more: object) -> LoggedSet:
    """Return a set."""
    return LoggedSet(kg, reps, load=kg, **more)  # type: ignore[arg-type]


@pytest.fixture
def known(lifter: int, today: date) -> Records:
    """Return a function that reads the records of a lift that has some."""

    def read(slug: str = "back-squat") -> LiftRecords:
        made = records_page.read(lifter, slug, today)
        assert made is not None
        return made

    return read


def bests(made: LiftRecords) -> dict[int, tuple[float, int]]:
    """Return load and repetitions of the best set by count."""
    return {
        row.reps: (row.best.kg, row.best.reps) for row in made.rep_records if row.best is not None
    }


def test_the_hardest_set_of_at_least_a_count_is_its_record(lifter, today, train, known):
    train(lifter, "back-squat", today - timedelta(days=7), did(100, 8), did(120, 3))
    train(lifter, "back-squat", today, did(110, 5), did(100, 6))
    found = bests(known())
    assert found[1] == found[3] == (120, 3)
    assert found[4] == found[5] == (110, 5)
    assert found[6] == found[8] == (100, 8), "of equal loads the set with more repetitions"
    assert 9 not in found


def test_what_was_done_first_keeps_the_record(lifter, today, train, known):
    first = today - timedelta(days=7)
    for on in (first, today):
        train(lifter, "back-squat", on, did(100, 5))
    (row,) = [row for row in known().rep_records if row.reps == 5]
    assert row.best is not None
    assert row.best.on == first


def test_beside_a_chart_the_records_are_of_the_same_sets(lifter, today, train, known):
    for back, entry in ((9, did(65, 3)), (6, did(55, 8)), (4, did(55, 9)), (1, did(65, 4))):
        train(lifter, "bench-press", today - timedelta(days=back), entry, entry)
    rows = {row.reps: row.best for row in known("bench-press").rep_records}
    told = [each for each in strength(lifter, "bench-press", today).records if each.entry]
    assert [each.on for each in told] == [rows[3].on, rows[8].on]
    assert [each.set_text for each in told] == ["65 × 4", "55 × 9"]


@pytest.mark.parametrize("kind", [SetKind.WARMUP, SetKind.DROP])
def test_warm_ups_and_drop_sets_are_no_records(squatter, today, train, known, kind):
    train(squatter, "back-squat", today, did(140, 12, kind=kind))
    assert max(kg for kg, _ in bests(known()).values()) == 100


def test_sets_that_were_flagged_as_mistyped_are_no_records(squatter, today, train, known):
    slip = did(1000, 5, flags=frozenset({"suspect"}))
    train(squatter, "back-squat", today, slip, did(100, 5))
    assert max(kg for kg, _ in bests(known()).values()) == 100


def test_one_mistyped_set_among_others_is_no_record(squatter, today, train, known):
    train(squatter, "back-squat", today, did(100, 5), did(1000, 5), did(100, 5))
    made = known()
    assert max(kg for kg, _ in bests(made).values()) == 100
    assert max(spot.kg for spot in made.spots) == 100


def test_one_far_heavier_set_of_a_first_day_counts(lifter, today, train, known):
    train(lifter, "back-squat", today, did(50, 5), did(120, 5))
    assert bests(known())[5] == (120, 5)


def test_a_session_held_out_as_a_typing_error_sets_no_record(squatter, today, train, known):
    train(squatter, "back-squat", today - timedelta(days=3), did(1000, 5))
    train(squatter, "back-squat", today - timedelta(days=1), did(100, 5, rir=2))
    made = known()
    assert max(kg for kg, _ in bests(made).values()) == 100
    assert all(step.value < 200 for step in made.e1rm)
    assert all(record.value_kg < 4000 for record in made.bests)


def test_less_help_is_a_record_and_more_is_none(lifter, today, train, known):
    for days, kg in ((14, 40), (7, 30), (0, 50)):
        train(lifter, "assisted-pull-up", today - timedelta(days=days), did(kg, 8))
    made = known("assisted-pull-up")
    assert bests(made)[8] == (30, 8)
    assert [step.value for step in records_page.steps(made, 8)] == [40, 30]
    assert [(spot.kg, spot.front) for spot in made.spots] == [(30, True), (40, False), (50, False)]


def test_an_estimate_of_help_is_never_below_none(lifter, today, train, known):
    for days in (14, 7, 0):
        train(lifter, "assisted-pull-up", today - timedelta(days=days), did(2, 15, rir=0))
    (single,) = [row for row in known("assisted-pull-up").rep_records if row.reps == 1]
    assert single.estimate is not None
    assert single.estimate.kg == single.estimate.high_kg == 0


def test_without_a_load_repetitions_are_the_record(lifter, today, train, known):
    for days, reps in ((60, 10), (7, 12), (0, 11)):
        entry = LoggedSet(None, reps)
        train(lifter, "push-up", today - timedelta(days=days), entry)
    made = known("push-up")
    assert not made.loaded
    assert made.rep_records == made.spots == made.curve == ()
    assert [step.value for step in records_page.most_reps(made)] == [10, 12]
    assert made.recent >= 1


def test_a_belt_turns_pull_ups_into_a_lift_with_loads(lifter, today, train, known):
    for days in (14, 7):
        train(lifter, "pull-up", today - timedelta(days=days), LoggedSet(None, 8))
    assert not known("pull-up").loaded
    train(lifter, "pull-up", today, did(10, 5))
    made = known("pull-up")
    assert made.loaded
    assert bests(made)[5] == (10, 5)
    assert bests(made)[8] == (0, 8), "the bodyweight alone"


def test_no_load_is_told_for_more_repetitions_than_the_bodyweight_allows(
    lifter, today, train, known
):
    for days in (14, 7, 0):
        train(lifter, "pull-up", today - timedelta(days=days), did(5, 3, rir=0))
    by_reps = {row.reps: row.estimate for row in known("pull-up").rep_records}
    assert by_reps[1] is not None
    assert 20 not in by_reps


def test_the_estimate_is_what_the_gym_can_load_and_surest_where_training_is(squatter, known):
    rows = {row.reps: row.estimate for row in known().rep_records}
    for made in rows.values():
        assert made is not None
        assert made.low_kg <= made.kg <= made.high_kg
        assert made.kg % 2.5 == made.low_kg % 2.5 == made.high_kg % 2.5 == 0
    width = {reps: made.high_kg - made.low_kg for reps, made in rows.items() if made}
    assert width[6] < width[1]
    assert width[6] < width[20]


def test_a_record_lies_within_below_or_above_what_is_expected_today(lifter, today, train, known):
    for week in range(12, 0, -1):
        train(lifter, "back-squat", today - timedelta(weeks=week), *[did(100, 5, rir=0)] * 3)
    lies = {row.reps: row.lie for row in known().rep_records}
    assert lies[5] is Lie.WITHIN
    assert lies[1] is Lie.BELOW, "nobody tried a single"
    assert lies[12] is None, "nothing was done twelve times"
    for day in range(7):
        train(lifter, "back-squat", today - timedelta(days=6 - day), *[did(80, 5, rir=0)] * 3)
    assert {row.reps: row.lie for row in known().rep_records}[5] is Lie.ABOVE


def test_sets_stopped_at_their_target_tell_no_upper_end(lifter, today, train, known):
    entry = did(100, 5, target_reps=5)
    for week in range(8, 0, -1):
        train(lifter, "back-squat", today - timedelta(weeks=week), entry, entry, entry)
    rows = {row.reps: row for row in known().rep_records}
    assert rows[5].estimate is not None
    assert rows[5].estimate.at_least
    assert {row.lie for row in rows.values()} <= {Lie.BELOW, None}


def test_no_estimate_is_told_of_a_strength_that_is_not_known(lifter, today, train, known):
    train(lifter, "back-squat", today, did(20, 40))
    made = known()
    assert bests(made)[20] == (20, 40)
    assert {row.estimate for row in made.rep_records} == {None}
    assert made.curve == ()


def test_a_hold_has_no_records_here(lifter, today, train):
    train(lifter, "plank", today, LoggedSet(None, None, seconds=60))
    assert records_page.read(lifter, "plank", today) is None
    assert records_page.read(lifter, "back-squat", today) is None


def test_warm_ups_alone_are_no_history(lifter, today, train):
    train(lifter, "back-squat", today, did(60, 5, kind=SetKind.WARMUP))
    assert records_page.read(lifter, "back-squat", today) is None


def test_a_record_rises_in_steps(squatter, known):
    made = known()
    loads = [step.value for step in records_page.steps(made, 5)]
    assert loads == [75, 80, 85, 90, 95, 100]
    assert records_page.steps(made, 6) == ()
    values = [step.value for step in made.e1rm]
    assert values == sorted(set(values))


def test_the_most_in_a_week_adds_its_sessions_up(lifter, today, train, known):
    monday = today - timedelta(days=today.weekday())
    train(lifter, "back-squat", monday, did(100, 5), did(100, 5))
    train(lifter, "back-squat", today, did(100, 5))
    session, week = [r for r in known().bests if not r.estimate]
    assert (session.value_kg, week.value_kg, week.on) == (1000, 1500, monday)


def test_records_of_the_last_six_weeks_are_those_that_replaced_one(squatter, today, train, known):
    assert known().recent == 2, "100 × 5 is one record for 1, 3 and 5 repetitions; and the e1RM"
    train(squatter, "back-squat", today, did(60, 12))
    assert known().recent == 2, "nobody had done twelve before"
    train(squatter, "back-squat", today, did(102.5, 1))
    assert known().recent == 3


def test_a_first_session_is_a_start_and_no_record(lifter, today, train, known):
    train(lifter, "back-squat", today, did(100, 5), did(110, 3))
    assert known().recent == 0


def test_all_lifts_stand_in_a_table_the_newest_record_first(squatter, today, train):
    train(squatter, "bench-press", today - timedelta(days=100), did(60, 10))
    train(squatter, "push-up", today, LoggedSet(None, 20))
    train(squatter, "plank", today, LoggedSet(None, None, seconds=60))
    train(squatter, "front-squat", today, did(60, 5, kind=SetKind.WARMUP))
    rows = finish(records_all.reading_all(squatter, today))
    assert [row.exercise.slug for row in rows] == ["back-squat", "bench-press", "push-up"]
    squat, bench, push_up = rows
    assert push_up.loads == (None, None, None)
    assert push_up.most_reps == 20
    assert [each and each.kg for each in squat.loads] == [100, 100, None]
    assert bench.session is not None
    assert bench.session.value_kg == 600
    assert finish(records_all.reading_all(squatter, today)) is rows, "read once"


def finish(parts):
    """Return what reading part by part makes."""
    while True:
        try:
            next(parts)
        except StopIteration as done:
            return done.value


def test_more_help_than_bodyweight_moves_nothing(lifter, today, train, known):
    train(lifter, "assisted-pull-up", today, did(150, 8))
    made = known("assisted-pull-up")
    assert bests(made)[8] == (150, 8)
    assert made.bests == ()


def test_of_the_sets_of_a_session_that_beat_each_other_the_last_is_the_step(
    lifter, today, train, known
):
    train(lifter, "back-squat", today, did(80, 5), did(90, 5), did(100, 5), did(95, 5))
    assert [step.value for step in records_page.steps(known(), 5)] == [100]
