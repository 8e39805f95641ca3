"""When the whole lifter should ease off: a lighter week, a day of rest."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from planner import engine
from planner.coach.wording import render
from planner.engine import evidence
from planner.engine.hard_weeks import Cost
from planner.engine.terms import (
    CheckIn,
    Exercise,
    Gauge,
    Lifter,
    Phase,
    Reading,
    Suggestion,
    SuggestionKind,
)
from planner.formats import programs

TODAY = date(2026, 11, 5)
NAMES = {"squat": "Squat", "bench": "Bench press", "row": "Row"}


def lift(slug: str, phase: Phase = Phase.FATIGUE, fatigue: float = 0.7, days: int = 1) -> Reading:
    """What is read of a lift whose last session was some days ago."""
    empty = engine.read(engine.start(Exercise(slug), Lifter()), TODAY)
    return replace(empty, phase=phase, fatigue=fatigue, last_on=TODAY - timedelta(days=days))


def feeling(points: int, days: int) -> CheckIn:
    """A check-in with the same answer to everything, 1 (worst) to 5."""
    on = TODAY - timedelta(days=days)
    return CheckIn(on, sleep=points, energy=points, soreness=6 - points)


USUAL = tuple(feeling(4, days) for days in range(30, 7, -2))


def case(**changed: object) -> engine.LifterContext:
    """A lifter whose three lifts were already tired the session before the last."""
    before = {slug: lift(slug) for slug in NAMES}
    return replace(engine.LifterContext(TODAY, before=before, names=NAMES), **changed)


def advise(*lifts: Reading, **changed: object) -> list[Suggestion]:
    return engine.suggest_lifter(lifts, case(**changed))


def test_two_tired_lifts_ask_for_a_lighter_week_not_for_a_week_off() -> None:
    (made,) = advise(lift("squat"), lift("bench"), lift("row", Phase.STEADY))
    assert (made.kind, made.exercise) == (SuggestionKind.DELOAD, "")
    assert render(made.headline) == "A lighter week: 45 % fewer sets, 2 more reps in reserve"
    assert render(made.reason).startswith("Squat and Bench press: under expectation in two")
    assert made.effect is not None
    assert "week off cost strength in a trial of 39" in render(made.effect)


def test_three_names_are_listed_with_commas() -> None:
    (made,) = advise(*map(lift, NAMES))
    assert "Squat, Bench press and Row" in render(made.reason)


def test_one_tired_lift_is_not_enough() -> None:
    assert advise(lift("squat"), lift("bench", Phase.PLATEAU)) == []


COSTS = (Cost("squat", 100.0, 5, 3.0, 1.5), Cost("bench", 70.0, 8, 2.0, 1.0))


def test_six_hard_weeks_in_which_the_same_sets_cost_more_ask_for_a_lighter_one() -> None:
    (made,) = advise(lift("squat", Phase.STEADY), hard_weeks=7, costs=COSTS)
    assert (made.kind, made.rule) == (SuggestionKind.DELOAD, "lifter.deload_cost")
    assert render(made.reason) == (
        "7 weeks without a lighter one, and the same sets leave less in reserve than three weeks "
        "before: Squat, 100 kg × 5: 1.5 instead of 3; Bench press, 70 kg × 8: 1 instead of 2."
    )


def test_fewer_weeks_or_a_single_costly_lift_ask_for_none() -> None:
    assert advise(lift("squat", Phase.STEADY), hard_weeks=5, costs=COSTS) == []
    assert advise(lift("squat", Phase.STEADY), hard_weeks=9, costs=COSTS[:1]) == []
    soon = TODAY + timedelta(days=7)
    assert advise(lift("squat"), hard_weeks=9, costs=COSTS, deload_on=soon) == []


def test_one_tired_lift_and_a_bad_week_of_check_ins_are() -> None:
    bad = (*USUAL, feeling(2, 3), feeling(2, 1))
    (made,) = advise(lift("squat"), check_ins=bad)
    assert made.kind is SuggestionKind.DELOAD
    assert "add up to 22, 10 is usual" in render(made.reason)
    assert advise(lift("squat"), check_ins=(*USUAL, feeling(4, 3), feeling(4, 1))) == []
    assert advise(lift("squat"), check_ins=(*USUAL, feeling(2, 1))) == []
    assert advise(lift("squat"), check_ins=bad[-6:]) == []


def test_signs_must_last_for_two_sessions_and_be_fresh() -> None:
    two = (lift("squat"), lift("bench"))
    assert advise(*two, before={"squat": lift("squat")}) == []
    assert advise(*two, before={**case().before, "bench": lift("bench", Phase.STEADY)}) == []
    assert advise(lift("squat"), lift("bench", days=11)) == []


@pytest.mark.parametrize("days", [-27, -3, 0, 27])
def test_a_deload_near_by_planned_done_or_declined_is_enough(days: int) -> None:
    on = TODAY + timedelta(days=days)
    assert advise(lift("squat"), lift("bench"), deload_on=on) == []


def test_four_weeks_after_one_deload_the_next_may_come() -> None:
    on = TODAY - timedelta(days=28)
    assert advise(lift("squat"), lift("bench"), deload_on=on) != []


def test_a_lighter_week_is_the_same_as_in_the_programs() -> None:
    assert evidence.DELOAD_SETS.value == programs.DELOAD_SETS_KEPT
    assert evidence.DELOAD_RIR.value == programs.DELOAD_RIR


def test_a_worn_lifter_rests_and_trains_a_day_later() -> None:
    (made,) = advise(check_ins=(*USUAL, feeling(3, 0)))
    assert (made.kind, made.rule) == (SuggestionKind.REST_DAY, "lifter.rest_worn")
    assert "worse than usual: 16 points, usually 10" in render(made.reason)
    assert advise(check_ins=(*USUAL, feeling(4, 0))) == []


def test_worse_answers_alone_are_no_reason_to_rest_while_the_lifter_is_fresh() -> None:
    told = (*USUAL, feeling(3, 0))
    assert advise(check_ins=told, central=Gauge(0.88)) == []
    (made,) = advise(check_ins=told, central=Gauge(0.65))
    assert made.rule == "lifter.rest_worn"


def test_without_an_own_mean_only_the_top_of_soreness_counts() -> None:
    (made,) = advise(check_ins=(CheckIn(TODAY, sleep=1, energy=2, soreness=5),))
    assert made.rule == "lifter.rest_sore"
    assert advise(check_ins=(feeling(2, 0),)) == []
    assert advise(check_ins=(CheckIn(TODAY, note="fine"),)) == []


def test_short_sleep_matters_before_a_heavy_day() -> None:
    short = CheckIn(TODAY, sleep_hours=4.5)
    (made,) = advise(check_ins=(short,), heavy_today=True, planned_today=True)
    assert made.rule == "lifter.rest_sleep"
    assert "4.5 h of sleep before the heavy session of 5 Nov" in render(made.reason)
    assert advise(check_ins=(short,), planned_today=True) == []
    assert advise(check_ins=(replace(short, sleep_hours=5.0),), heavy_today=True) == []


def test_a_day_of_rest_is_not_advised_on_a_day_of_rest() -> None:
    bad = (*USUAL, feeling(2, 0))
    assert advise(check_ins=bad, planned_today=False) == []
    assert advise(check_ins=bad[:-1]) == []


def test_rest_comes_before_the_lighter_week() -> None:
    found = advise(lift("squat"), lift("bench"), check_ins=(*USUAL, feeling(2, 0)))
    assert [made.kind for made in found] == [SuggestionKind.REST_DAY, SuggestionKind.DELOAD]


def sore(points: int, days: int, **more: object) -> CheckIn:
    return replace(CheckIn(TODAY - timedelta(days=days), soreness=points), **more)


def test_soreness_of_four_in_three_check_ins_running_asks_for_a_day_of_rest() -> None:
    three = (sore(4, 2), sore(5, 1), sore(4, 0))
    (made,) = advise(check_ins=three)
    assert (made.kind, made.rule) == (SuggestionKind.REST_DAY, "lifter.rest_sore_days")
    assert render(made.reason) == ("Soreness 4 of 5 or more in 3 check-ins running, since 3 Nov.")
    for other in (three[1:], (sore(4, 2), sore(3, 1), sore(4, 0)), (*three[:2], sore(3, 0)),
                  (sore(4, 9), sore(4, 8), sore(4, 0))):  # fmt: skip
        assert advise(check_ins=other) == []


def test_tired_after_hardly_any_effort_alone_suffices_and_asks_for_a_doctor_when_it_lasts() -> None:
    tired = tuple(sore(1, days, energy=1) for days in (13, 9, 5, 4, 0))
    (made,) = advise(check_ins=tired[-1:])
    assert (made.kind, made.rule) == (SuggestionKind.REST_DAY, "lifter.rest_tired")
    assert render(made.reason) == "Tired after hardly any effort on 5 Nov (energy 1 of 5)."
    assert "doctor" not in render(advise(check_ins=tired)[0].reason)
    longer = (sore(1, 16, energy=1), *tired)
    assert render(advise(check_ins=longer)[0].reason).endswith(
        "It has been so since 20 Oct: please have it looked at by a doctor."
    )
    better = (sore(1, 16, energy=1), sore(1, 14, energy=3), *tired)
    assert "doctor" not in render(advise(check_ins=better)[0].reason)


@pytest.mark.parametrize("days", [(40, 0), (40, 39, 38, 0), (17, 13, 9, 4, 0), (14, 12, 0)])
def test_days_of_which_nothing_is_known_are_no_lasting_tiredness(days: tuple[int, ...]) -> None:
    told = {ago: sore(1, ago, energy=1) for ago in days}
    asked = (told.get(ago, sore(1, ago)) for ago in range(41))
    for check_ins in (tuple(told.values()), tuple(asked)[::-1]):
        assert "doctor" not in render(advise(check_ins=check_ins)[0].reason)


def test_one_bad_answer_alone_is_no_reason_to_rest_and_mood_is_none() -> None:
    assert advise(check_ins=(*USUAL, CheckIn(TODAY, sleep=1))) == []
    assert advise(check_ins=(*USUAL, CheckIn(TODAY, sleep=4, energy=4, soreness=2, mood=1))) == []
