"""The law of a rest day: what moves keeps its order and the days between."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import assume, given, settings, strategies as st

from planner.coach import rest_days
from planner.coach.rest_days import Placed
from planner.engine.terms import Microcycle, PlannedSession

MONDAY = date(2026, 11, 2)


@settings(max_examples=50)
@given(
    weeks=st.lists(st.tuples(st.integers(1, 9), st.integers(0, 3)), min_size=1, max_size=4),
    chosen=st.lists(st.integers(0, 35), min_size=1, max_size=9).map(sorted),
    done=st.sets(st.integers(0, 8)),
    since=st.integers(0, 35),
    by=st.sampled_from((-1, 1)),
)
def test_a_rest_day_keeps_the_order_of_what_moves_and_the_days_between(
    weeks, chosen, done, since, by
):
    block, first = [], MONDAY
    for number, (days, gap) in enumerate(weeks, 1):
        block.append(Microcycle(number, first, days=days))
        first += timedelta(days=days + gap)
    held = [week.starts_on + timedelta(days=n) for week in block for n in range(week.days)]
    start = held[since % len(held)]
    assume(by > 0 or start > MONDAY)
    dates = sorted(held[n % len(held)] for n in chosen)
    placed = [Placed(PlannedSession("", 0, id=key), on) for key, on in enumerate(dates)]
    after = rest_days.shifted(placed, done, start, by)
    was = {each.session.id: each.on for each in placed}
    moved = [each for each in after if each.moved]
    assert [e.session.id for e in moved] == [
        k for k, on in was.items() if on >= start and k not in done
    ]
    step = timedelta(days=by)
    assert all(each.on == was[each.session.id] + step * each.moved for each in after)
    assert [each.on for each in after] == sorted(each.on for each in after)
    housed = rest_days.housed(block, {each.on for each in after})
    room = [week.starts_on + timedelta(days=n) for week in housed for n in range(week.days)]
    assert room == sorted(set(room))
    assert {*held, *(each.on for each in after)} <= set(room)
    assert len(room) - len(held) <= len({each.on for each in moved}) + weeks[-1][0]
