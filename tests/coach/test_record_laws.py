"""Laws of the records of any sets: none on the front is beaten, none is harder with more reps."""

from __future__ import annotations

from datetime import date

from hypothesis import given, strategies as st

from planner.coach import work_sets
from planner.coach.charts import records_front, records_page
from planner.coach.work_sets import Done
from planner.engine.terms import Exercise, LoadKind, LoggedSet

LIFTED = st.lists(
    st.tuples(st.integers(1, 20), st.integers(0, 40).map(lambda n: 2.5 * n)), min_size=1
)


@given(LIFTED, st.sampled_from([LoadKind.EXTERNAL, LoadKind.ASSISTED]))
def test_a_set_is_on_the_front_just_when_no_other_beats_it(lifted, kind):
    exercise, on = Exercise("lift", load_kind=kind), date(2026, 1, 1)
    sets = [Done(on, 1, kg, reps, LoggedSet(kg, reps, load=kg)) for reps, kg in lifted]
    spots = records_front.spots(sets, exercise)
    assert sum(spot.times for spot in spots) == len(sets), "every set is in one spot"

    def hard(kg: float) -> float:
        return work_sets.hardness(exercise, kg)

    for spot in spots:
        beaten = any(
            (other.reps, hard(other.kg)) != (spot.reps, hard(spot.kg))
            and other.reps >= spot.reps
            and hard(other.kg) >= hard(spot.kg)
            for other in spots
        )
        assert spot.front is not beaten


@given(LIFTED)
def test_more_repetitions_never_have_a_harder_record(lifted):
    exercise, on = Exercise("lift"), date(2026, 1, 1)
    sets = [Done(on, 1, kg, reps, LoggedSet(kg, reps, load=kg)) for reps, kg in lifted]
    found = records_page.best_by_count(sets, exercise, records_page.COUNTS)
    loads = [best.kg for best in found.values() if best is not None]
    assert loads == sorted(loads, reverse=True)
    assert loads[0] == max(kg for _, kg in lifted)
