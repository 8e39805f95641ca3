"""How rested a lifter is as a whole and in each muscle: two gauges, apart."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, strategies as st

from planner.coach.wording import render
from planner.engine.recovery import bout
from planner.engine.recovery_central import Dropped, HarderLift, Signs, central
from planner.engine.recovery_local import peripheral
from planner.engine.session_signs import DropOff
from planner.engine.terms import CheckIn, Exercise, Gauge, LoggedSet, Muscle

TODAY = date(2026, 11, 5)
DAY = timedelta(days=1)
GOOD = tuple(CheckIn(TODAY - n * DAY, sleep=4, motivation=4, energy=4) for n in range(20, 6, -1))
BENCH = Exercise("bench-press", muscles=((Muscle.CHEST, 1.0), (Muscle.TRICEPS, 0.5)))
WORK = (bout(TODAY - DAY, BENCH, [LoggedSet(80.0, 8, rir=1.0)] * 4, new=False),)
KNOWN = ("Chest", "Triceps", "Quads")

answers = st.none() | st.integers(1, 5)
check_ins = st.builds(
    CheckIn, st.just(TODAY), sleep=answers, sleep_hours=st.none() | st.floats(0.0, 12.0),
    soreness=answers, motivation=answers, energy=answers,
    sore_areas=st.lists(
        st.tuples(st.sampled_from(("chest", "calves_left", "knees", "thumb")), st.integers(1, 5)),
        max_size=3,
    ).map(tuple),
)  # fmt: skip


def whole(made: CheckIn) -> Gauge:
    return central(Signs(TODAY, (*GOOD, made)))


def local(made: CheckIn | None) -> dict[str, float | None]:
    found = peripheral(WORK, made, KNOWN, TODAY)
    return {group: gauge.level for group, gauge in found}


@given(made=check_ins, area=st.sampled_from(("chest", "front_thighs")), sore=st.integers(3, 5))
def test_local_soreness_moves_only_the_gauge_of_that_area(
    made: CheckIn, area: str, sore: int
) -> None:
    bare = replace(made, sore_areas=(), soreness=None)
    aching = replace(bare, sore_areas=((area, sore),))
    before, after = local(bare), local(aching)
    moved = {group for group in before if before[group] != after[group]}
    assert moved == {{"chest": "Chest", "front_thighs": "Quads"}[area]}
    assert whole(bare).level == whole(aching).level


@given(made=check_ins)
def test_poor_sleep_and_low_motivation_move_only_the_central_gauge(made: CheckIn) -> None:
    drained = replace(made, sleep=1, motivation=1)
    assert local(drained) == local(made)
    calm = replace(made, sleep=4, sleep_hours=8.0, motivation=4)
    assert whole(drained).level < whole(calm).level


@given(made=check_ins)
def test_soreness_never_raises_a_gauge_and_mood_moves_none(made: CheckIn) -> None:
    without = local(replace(made, soreness=None, sore_areas=()))
    for group, level in local(made).items():
        assert level is None or level <= (1.0 if without[group] is None else without[group])
    for mood in (1, 5):
        assert whole(replace(made, mood=mood)) == whole(made)
        assert local(replace(made, mood=mood)) == local(made)


def test_missing_answers_count_neither_way_and_the_score_says_how_many_were_given() -> None:
    poor = CheckIn(TODAY, sleep=2)
    usual = CheckIn(TODAY, sleep=2, motivation=4, energy=4)
    assert whole(poor).level == whole(usual).level
    assert render(whole(poor).feeds[-1]) == "1 of 3 answers given today."
    assert render(whole(usual).feeds[-1]) == "3 of 3 answers given today."
    none = central(Signs(TODAY))
    assert none.level is None
    assert [render(each) for each in none.feeds] == ["No answers today: that counts neither way."]


def test_each_gauge_shows_what_feeds_it_the_weightiest_first() -> None:
    made = CheckIn(
        TODAY, sleep=3, sleep_hours=4.5, motivation=3, energy=4, sore_areas=(("chest", 4),)
    )
    told = [render(each) for each in whole(made).feeds]
    assert told[0] == "Sleep 3 of 5, 4.5 h, on 5 Nov."
    assert told[1] == "Motivation 3 of 5 on 5 Nov."
    chest = dict(peripheral(WORK, made, KNOWN, TODAY))["Chest"]
    assert [render(each) for each in chest.feeds] == [
        "Soreness 4 of 5.", "4 hard sets on 4 Nov.",
    ]  # fmt: skip


def test_soreness_without_a_place_is_that_of_the_muscles_worked_lately() -> None:
    aching, fine = local(CheckIn(TODAY, soreness=4)), local(CheckIn(TODAY, soreness=1))
    assert {group for group in fine if fine[group] != aching[group]} == {"Chest", "Triceps"}


def test_a_muscle_never_trained_has_no_gauge_until_it_is_sore() -> None:
    assert local(None)["Calves"] is None
    level = local(CheckIn(TODAY, sore_areas=(("calves_left", 4),)))["Calves"]
    assert level is not None
    assert level < 1.0


@pytest.mark.parametrize(
    "signs",
    [
        Signs(TODAY, harder=(HarderLift("Squat", 3.0, 1.5),)),
        Signs(TODAY, run=8),
        Signs(TODAY, dropped=Dropped(TODAY - DAY, (DropOff(8, 4, 0.1), DropOff(9, 5, 0.1)))),
    ],
    ids=["effort", "run of days", "drop-off"],
)
def test_effort_days_in_a_row_and_a_session_that_fell_off_lower_the_central_gauge(
    signs: Signs,
) -> None:
    made = central(signs)
    assert made.level is not None
    assert made.level < 1.0
    assert len(made.feeds) == 2


@pytest.mark.parametrize(
    "signs",
    [
        Signs(TODAY, run=5),
        Signs(TODAY, dropped=Dropped(TODAY - 2 * DAY, (DropOff(8, 4, 0.1), DropOff(9, 5, 0.1)))),
        Signs(TODAY, dropped=Dropped(TODAY, (DropOff(8, 4, 0.1),))),
    ],
    ids=["five days", "two days ago", "one lift"],
)
def test_what_is_usual_or_over_leaves_it_alone(signs: Signs) -> None:
    assert central(signs).level is None


def test_answers_fade_within_days() -> None:
    poor = CheckIn(TODAY, sleep=1, motivation=1, energy=1)
    found = [central(Signs(TODAY + n * DAY, (*GOOD, poor))).level for n in range(7)]
    assert found == sorted(found)
    assert found[4] is not None
    assert found[4] > 0.9
