"""A lift taken up again after weeks, in a session that nobody planned, is offered light loads."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from planner.coach import (
    absences,
    block_weeks,
    blocks,
    logging,
    next_set,
    planning,
    scope,
    suggesting,
    week_edits,
)
from planner.coach.absences import Reason
from planner.coach.loads import LoadBasis
from planner.coach.logging import ExerciseCard
from planner.engine import evidence
from planner.engine.terms import Absence, LoggedSet, Phrase, PlannedSet, Restriction, SetKind

WEEK = timedelta(weeks=1)
LAST_KG = 94.0


def work(load: float, reps: int = 5) -> LoggedSet:
    return LoggedSet(load, reps, rir=2.0, load=load)


@pytest.fixture(params=["back-squat", "deadlift", "leg-press"])
def left_out(request, lifter, today, train) -> str:
    """A lift that was trained up to 18 weeks ago."""
    for week in range(30, 17, -1):
        train(lifter, request.param, today - week * WEEK, *[work(LAST_KG + 36 - 2 * week)] * 3)
    return str(request.param)


@pytest.fixture
def benched(lifter, today, train) -> None:
    """Another lift that went on all the time."""
    for week in range(30, 0, -1):
        train(lifter, "bench-press", today - week * WEEK, *[work(60.0)] * 3)


def offered(lifter: int, slug: str, today: date) -> list[float]:
    """Return the loads that the rows of a lift offer in a session of today."""
    (card,) = cards(lifter, slug, today)
    return [row.suggested_kg or LAST_KG for row in card.rows]


def cards(lifter: int, slug: str, today: date) -> tuple[ExerciseCard, ...]:
    """Begin a session of today with a lift."""
    session = logging.start_free(lifter, today)
    logging.add_exercise(session, slug)
    return logging.session_view(lifter, session, today).cards


def advised(lifter: int, today: date) -> tuple[float | None, int]:
    """Return the load in kg and the number of sets that the only suggestion has."""
    (advice,) = suggesting.suggestions(lifter, today)
    assert advice.change is not None
    assert advice.change.sets is not None
    return advice.change.load_kg, advice.change.sets


def test_it_is_the_load_that_the_advice_says_in_as_many_sets(lifter, today, left_out) -> None:
    load, sets = advised(lifter, today)
    assert sets < 3
    assert offered(lifter, left_out, today) == [load] * sets


def test_it_is_that_of_the_advice_after_a_heavy_single_too(lifter, today, train) -> None:
    for week in range(10, 1, -1):
        heavy = [work(100.0, 1), *[work(80.0, 6)] * 3]
        train(lifter, "bench-press", today - week * WEEK, *heavy)
    load, sets = advised(lifter, today)
    assert load is not None
    assert load < 80.0
    assert offered(lifter, "bench-press", today) == [load] * sets


def test_of_help_it_is_more(lifter, today, train) -> None:
    for week in range(30, 17, -1):
        train(lifter, "assisted-pull-up", today - week * WEEK, *[work(20.0)] * 3)
    load, sets = advised(lifter, today)
    assert load is not None
    assert load > 20.0
    assert offered(lifter, "assisted-pull-up", today) == [load] * sets


def test_none_is_offered_where_none_can_be_said(lifter, today, train) -> None:
    for week in range(12, 4, -1):
        train(lifter, "dumbbell-curl", today - week * WEEK, *[work(10.0, 2)] * 2)
    assert advised(lifter, today)[0] is None
    (card,) = cards(lifter, "dumbbell-curl", today)
    assert {(row.asks_load, row.suggested_kg) for row in card.rows} == {(True, None)}


@pytest.mark.parametrize("weeks", [3, 7, 18])
def test_a_plan_of_repetitions_alone_gets_the_load_of_the_advice(
    lifter, today, train, weeks
) -> None:
    for week in range(weeks + 8, weeks - 1, -1):
        train(lifter, "leg-press", today - week * WEEK, *[work(60.0, 8)] * 3)
    blocks.new_mesocycle(lifter, "Block", today, weeks=1)
    session = week_edits.add_session(planning.view(lifter, today, today).week.id, 0, "S")
    week_edits.prescribe(week_edits.add_exercise(session, "leg-press"), (PlannedSet(12, 12),) * 3)
    (advice,) = suggesting.suggestions(lifter, today)
    load, _ = advised(lifter, today)
    begun = logging.start_planned(lifter, session, today)
    (card,) = logging.session_view(lifter, begun, today).cards
    assert [row.suggested_kg for row in card.rows] == [load] * 3
    assert news(lifter, card) == advice.headline


def news(lifter: int, card: ExerciseCard) -> Phrase | None:
    return next_set.next_line(next_set.grounds(lifter, card), card, card.rows[0]).news


def test_its_card_says_why(lifter, today, left_out) -> None:
    (card,) = cards(lifter, left_out, today)
    (advice,) = suggesting.suggestions(lifter, today)
    assert news(lifter, card) == advice.headline


def test_nobody_who_is_ill_is_told_a_load(lifter, today, left_out) -> None:
    absences.add(lifter, Absence(today - timedelta(days=3), reason=Reason.ILL))
    (card,) = cards(lifter, left_out, today)
    assert news(lifter, card) is None


def test_it_is_as_light_where_other_lifts_went_on(lifter, today, left_out, benched) -> None:
    most_kg = evidence.RAMP_LOAD.value * LAST_KG
    assert max(offered(lifter, left_out, today)) < most_kg


def test_of_a_movement_that_is_practised_it_is_the_load_that_the_card_names(
    lifter, today, train
) -> None:
    train(lifter, "snatch", today - 2 * WEEK, work(60.0))
    train(lifter, "snatch", today - WEEK, work(80.0))
    assert LoadBasis(lifter, today).practice_cap("snatch", today) == 60.0
    assert offered(lifter, "snatch", today) == [60.0]


def test_last_time_counts_again_once_it_was_done(lifter, today, left_out, benched, train) -> None:
    train(lifter, left_out, today - WEEK, *[work(80.0)] * 3)
    assert set(offered(lifter, left_out, today)) == {80.0}


def test_nothing_is_forecast_before_its_first_set_is_done(lifter, today, left_out) -> None:
    session = logging.start_free(lifter, today)
    slot = logging.add_exercise(session, left_out)

    def forecast() -> Phrase | None:
        (card,) = logging.session_view(lifter, session, today).cards
        return next_set.next_line(next_set.grounds(lifter, card), card, row, 72.5).forecast

    ((row,),) = (card.rows for card in logging.session_view(lifter, session, today).cards)
    assert forecast() is None
    logging.log_sets(slot, [work(72.5)])
    row = replace(row, number=2)
    assert forecast() is not None


@pytest.mark.parametrize(("done", "weeks"), [(12, 14), (8, 9), (3, 21)])
def test_of_the_body_alone_no_more_repetitions_are_offered_than_advised(
    lifter, today, train, done, weeks
) -> None:
    for week in range(weeks + 9, weeks - 1, -1):
        train(lifter, "pull-up", today - week * WEEK, *[work(0.0, done)] * 3)
    (advice,) = suggesting.suggestions(lifter, today)
    reps = dict(advice.numbers)["reps"]
    assert isinstance(reps, int)
    assert reps < done
    (card,) = cards(lifter, "pull-up", today)
    assert {row.most_reps for row in card.rows} == {reps}


def planned(
    lifter: int, today: date, slug: str, *sets: PlannedSet, deload: bool = False
) -> ExerciseCard:
    """Begin a planned session of today with a lift, and return its card."""
    blocks.new_mesocycle(lifter, "Block", today, weeks=1)
    week = planning.view(lifter, today, today).week.id
    if deload:
        block_weeks.make_deload(week)
    session = week_edits.add_session(week, 0, "S")
    week_edits.prescribe(week_edits.add_exercise(session, slug), sets)
    begun = logging.start_planned(lifter, session, today)
    (card,) = logging.session_view(lifter, begun, today).cards
    return card


@pytest.mark.parametrize(
    "asked", [PlannedSet(12, 12), PlannedSet(5, 12), PlannedSet(12, 12, percent_e1rm=70.0)]
)
def test_of_a_plan_without_loads_no_row_has_more_repetitions_than_its_card(
    lifter, today, train, asked
) -> None:
    for week in range(22, 13, -1):
        train(lifter, "back-squat", today - week * WEEK, *[work(60.0, 12)] * 3)
    card = planned(lifter, today, "back-squat", *[asked] * 3)
    said = news(lifter, card)
    assert said is not None
    sets = dict(said.values)["sets"]
    assert isinstance(sets, Phrase)
    reps = dict(sets.values)["reps"]
    assert {row.most_reps for row in card.rows} == {reps}


def test_a_share_of_strength_of_before_a_pause_is_held_to_the_advice(lifter, today, train) -> None:
    for week in range(29, 19, -1):
        train(lifter, "bench-press", today - week * WEEK, *[work(80.0)] * 3)
    card = planned(lifter, today, "bench-press", *[PlannedSet(5, 5, percent_e1rm=80.0)] * 3)
    load, _ = advised(lifter, today)
    assert {row.suggested_kg for row in card.rows} == {load}
    assert news(lifter, card) is not None


def test_what_somebody_planned_in_kg_stays_and_its_card_names_no_other(
    lifter, today, left_out
) -> None:
    own = PlannedSet(5, 5, load=90.0, load_kg=90.0)
    card = planned(lifter, today, left_out, *[own] * 3)
    assert {row.suggested_kg for row in card.rows} == {90.0}
    assert news(lifter, card) is None


def test_a_warm_up_with_a_load_leaves_the_card_its_word(lifter, today, left_out) -> None:
    warm_up = PlannedSet(8, 8, load=20.0, load_kg=20.0, kind=SetKind.WARMUP)
    card = planned(lifter, today, left_out, warm_up, *[PlannedSet(5, 5)] * 3)
    load, _ = advised(lifter, today)
    assert [row.suggested_kg for row in card.rows] == [20.0, load, load, load]
    assert news(lifter, card) is not None


def test_in_a_deload_it_is_the_load_that_the_advice_says(lifter, today, train) -> None:
    for week in range(12, 3, -1):
        train(lifter, "bench-press", today - week * WEEK, *[work(40.0, 12)] * 3)
    asked = [PlannedSet(12, 12, rir=3.0)] * 3
    card = planned(lifter, today, "bench-press", *asked, deload=True)
    (advice,) = suggesting.suggestions(lifter, today)
    assert {row.suggested_kg for row in card.rows} == {advised(lifter, today)[0]}
    assert news(lifter, card) == advice.headline


@pytest.mark.parametrize(("weeks", "asks"), [(4, True), (20, True), (30, False), (60, False)])
def test_of_loads_that_jumped_advice_and_log_name_one_or_both_none(
    lifter, today, train, weeks, asks
) -> None:
    for week in range(weeks + 12, weeks - 1, -1):
        kg = 100.0 if week > weeks + 4 else 50.0
        train(lifter, "bench-press", today - week * WEEK, *[work(kg)] * 3)
    load, sets = advised(lifter, today)
    (card,) = cards(lifter, "bench-press", today)
    assert (load is None) is asks
    assert [row.suggested_kg for row in card.rows] == [load] * sets
    assert {row.asks_load for row in card.rows} == {asks}


def test_a_last_time_that_rose_from_set_to_set_begins_no_heavier_and_its_card_says_why(
    lifter, today, train
) -> None:
    for week in range(10, 2, -1):
        rising = [work(kg, 8) for kg in (70.0, 80.0, 90.0, 90.0)]
        train(lifter, "bench-press", today - week * WEEK, *rising)
    load, _ = advised(lifter, today)
    (card,) = cards(lifter, "bench-press", today)
    assert load is not None
    assert all(row.suggested_kg <= load for row in card.rows if row.suggested_kg is not None)
    (advice,) = suggesting.suggestions(lifter, today)
    assert news(lifter, card) == advice.headline


def test_no_load_over_a_limit_is_named(lifter, today, left_out) -> None:
    scope.keep(lifter, Restriction(today, None, "Sam", exercise=left_out, most_kg=50.0))
    (card,) = cards(lifter, left_out, today)
    assert {row.suggested_kg for row in card.rows} == {50.0}
    said = news(lifter, card)
    assert said is None or dict(said.values).get("new_kg") == 50.0
