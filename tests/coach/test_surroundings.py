"""What the other exercises tell of a lift: how long its muscles have rested."""

from datetime import date, timedelta

from hypothesis import given, strategies as st

from planner.coach.surroundings import Worked, surroundings
from planner.engine.terms import Exercise, Muscle

SQUAT = Exercise("squat", muscles=((Muscle.QUADS, 1.0), (Muscle.GLUTES, 0.5)))
PRESS = Exercise("leg-press", muscles=((Muscle.QUADS, 1.0),))
CURL = Exercise("curl", muscles=((Muscle.BICEPS, 1.0),))
EXERCISES = {each.slug: each for each in (SQUAT, PRESS, CURL)}
BEGAN = date(2025, 1, 6)


def on(days: int) -> date:
    return BEGAN + timedelta(days=days)


def test_muscles_that_another_lift_keeps_busy_have_not_rested() -> None:
    trained = [(on(0), "squat", 3), *[(on(4 * n), "leg-press", 3) for n in range(1, 20)]]
    assert Worked(trained, EXERCISES).last_trained(on(80)).gap_days(SQUAT, on(80)) == 4


def test_one_session_of_another_lift_does_not_undo_a_layoff() -> None:
    trained = [(on(0), "squat", 3), (on(0), "leg-press", 3), (on(600), "leg-press", 3)]
    known = Worked(trained, EXERCISES).last_trained(on(603))
    assert known.gap_days(SQUAT, on(603)) == 600
    assert known.gap_days(PRESS, on(603)) == 3


def test_seven_weeks_of_other_lifts_make_up_for_a_rest_before_them() -> None:
    again = [(on(600 + 4 * n), "leg-press", 3) for n in range(16)]
    trained = [(on(0), "squat", 3), *again]
    known = Worked(trained, EXERCISES).last_trained(on(663))
    assert known.gap_days(SQUAT, on(640)) == 600
    assert known.gap_days(SQUAT, on(663)) == 4


def test_a_lift_never_done_counts_from_the_last_training_of_its_muscles() -> None:
    trained = [(on(0), "leg-press", 3), (on(50), "leg-press", 3)]
    known = Worked(trained, EXERCISES).last_trained(on(53))
    assert known.gap_days(SQUAT, on(53)) == 3
    assert known.gap_days(CURL, on(53)) is None


def test_a_day_of_training_knows_the_rest_before_it() -> None:
    trained = [(on(0), "squat", 3), (on(2), "leg-press", 2), (on(40), "leg-press", 2),
               (on(44), "squat", 4)]  # fmt: skip
    found = surroundings(trained, EXERCISES)
    assert found[on(44), "squat"] == (38, 6.0)
    assert found[on(2), "leg-press"].gap_days == 2
    assert found[on(0), "squat"].gap_days is None


@given(
    st.lists(st.tuples(st.integers(0, 70), st.sampled_from(sorted(EXERCISES)))), st.integers(0, 90)
)
def test_the_rest_before_a_day_is_that_of_the_last_training_until_the_day_before(
    days: list[tuple[int, str]], later: int
) -> None:
    worked = Worked([(on(day), slug, 3) for day, slug in sorted(days)], EXERCISES)
    for exercise in EXERCISES.values():
        known = worked.last_trained(on(later - 1)).gap_days(exercise, on(later))
        assert worked.gap_days(exercise, on(later)) == known
