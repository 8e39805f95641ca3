"""Loads that are computed keep to what pain and technique leave: none, or the last one."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from planner.coach import (
    before_session,
    filling,
    health,
    load_changes,
    loads,
    logging,
    next_set,
    pain_referral,
    planning,
    printing,
    suggesting,
)
from planner.coach.health import Clearance
from planner.coach.wording import render
from planner.engine import safety
from planner.engine.terms import (
    LoggedSet,
    Mesocycle,
    Microcycle,
    PlannedExercise,
    PlannedSession,
    PlannedSet,
    ReferralSource,
    SetKind,
    Technique,
    Topic,
)
from planner.storage import log, plan

SQUAT, DAY = "back-squat", timedelta(days=1)
OPEN, SHARE = PlannedSet(5, 5, 2.0), PlannedSet(5, 5, percent_e1rm=95.0)
SET_OF_5 = PlannedSet(5, 5, 2.0, load_kg=90.0, load=90.0)
PAIN_4 = {"pain": 4}
BROKEN = {"technique": Technique.BREAKDOWN}


def easy(load_kg: float = 90.0, **signs) -> LoggedSet:
    """Five repetitions with five in reserve, so that strength alone would let the load rise."""
    return LoggedSet(load_kg, 5, rir=5.0, load=load_kg, **signs)


def ahead(lifter: int, today: date) -> Microcycle:
    """Plan squats today and tomorrow: open sets, and a share of strength."""
    lifts = tuple(PlannedExercise(SQUAT, (each,) * 3) for each in (OPEN, SHARE))
    days = tuple(PlannedSession(f"Day {day}", day, lifts) for day in (0, 1))
    block = Mesocycle("Block", today, (Microcycle(1, today, days),))
    return plan.mesocycle(plan.add_mesocycle(lifter, block)).weeks[0]


def computed(lifter: int, today: date, week: Microcycle) -> list[float | None]:
    """Return every load computed: filled in, of shares, and offered by the log."""
    basis = loads.LoadBasis(lifter, today)
    shares = loads.by_percent(week.sessions[0].exercises[1], today, basis).sets
    session = logging.start_planned(lifter, week.sessions[0].id or 0, today)
    cards = logging.session_view(lifter, session, today).cards
    offered = [row.suggested_kg for card in cards for row in card.rows]
    targets = [row.target.load_kg for card in cards for row in card.rows if row.target]
    filling.fill_loads(lifter, plan.mesocycle_of(week.id or 0), today)
    sessions = plan.week(week.id or 0).sessions
    filled = [e.load_kg for made in sessions for each in made.exercises[:1] for e in each.sets]
    return [*filled, *(entry.load_kg for entry in shares), *offered, *targets]


def test_without_pain_the_same_log_lets_every_load_rise(squatter, today, train):
    train(squatter, SQUAT, today - DAY, *(easy(),) * 3)
    made = computed(squatter, today, ahead(squatter, today))
    assert all(kg is None or kg > 90.0 for kg in made)


def test_after_strong_pain_no_load_is_filled_in_or_offered_but_typed(squatter, today, train):
    train(squatter, SQUAT, today - DAY, *(easy(pain=6),) * 3)
    assert any(map(safety.stops, suggesting.all_suggestions(squatter, today)))
    week = ahead(squatter, today)
    assert set(computed(squatter, today, week)) == {None}
    session = logging.open_session(squatter)
    cards = logging.session_view(squatter, session, today).cards
    assert all(row.asks_load for row in cards[0].rows)


def test_why_no_load_is_offered_after_strong_pain_is_told_on_the_card(squatter, today, train):
    train(squatter, SQUAT, today - DAY, *(easy(pain=6),) * 3)
    session = logging.start_free(squatter, today)
    logging.add_exercise(session, SQUAT)
    (card,) = logging.session_view(squatter, session, today).cards
    said = next_set.next_line(next_set.grounds(squatter, card), card, card.rows[0], None)
    assert said.news is not None
    assert render(said.news).startswith("Pain of 6 out of 10: stop this exercise")
    assert (said.forecast, said.offer) == (None, None)


@pytest.mark.parametrize("signs", [PAIN_4, BROKEN, {**PAIN_4, **BROKEN}])
def test_after_pain_or_breakdowns_no_load_is_over_the_last(squatter, today, train, signs):
    train(squatter, SQUAT, today - DAY, *(easy(**signs),) * 3)
    made = computed(squatter, today, ahead(squatter, today))
    assert {kg for kg in made if kg is not None} == {90.0}


def test_a_lighter_share_stays_lighter_after_pain(squatter, today, train):
    train(squatter, SQUAT, today - DAY, *(easy(pain=4),) * 3)
    light = PlannedExercise(SQUAT, (PlannedSet(5, 5, percent_e1rm=50.0),))
    (entry,) = loads.by_percent(light, today, loads.LoadBasis(squatter, today)).sets
    assert (entry.load_kg or 0.0) < 70.0


@pytest.mark.parametrize("signs", [PAIN_4, BROKEN])
def test_pain_and_breakdowns_of_today_hold_the_sets_to_come(squatter, today, train, signs):
    train(squatter, SQUAT, today - DAY, *(easy(),) * 3)
    week = ahead(squatter, today)
    session = logging.start_planned(squatter, week.sessions[0].id or 0, today)
    for card in logging.session_view(squatter, session, today).cards:
        log.add_set(card.logged_exercise_id, easy(80.0, **signs))
    for card in logging.session_view(squatter, session, today).cards:
        for row in card.rows[1:]:
            assert row.suggested_kg == 80.0
            assert row.target is not None
            assert row.target.load_kg in (None, 80.0)


def test_after_strong_pain_today_the_load_of_the_next_set_is_typed(squatter, today, train):
    week = ahead(squatter, today)
    session = logging.start_planned(squatter, week.sessions[0].id or 0, today)
    card = logging.session_view(squatter, session, today).cards[0]
    log.add_set(card.logged_exercise_id, easy(80.0, pain=6))
    card = logging.session_view(squatter, session, today).cards[0]
    assert all(row.asks_load for row in card.rows)
    assert {row.suggested_kg for row in card.rows[1:]} == {None}


def test_pain_to_be_looked_at_is_not_forgotten_after_two_weeks(squatter, today, train):
    train(squatter, SQUAT, today - DAY, *(easy(pain=8),) * 3)
    later = today + timedelta(days=20)
    basis = loads.LoadBasis(squatter, later)
    made = loads.with_open_loads(PlannedExercise(SQUAT, (OPEN,)), later, basis)
    assert made.sets[0].load_kg is None
    [card] = suggesting.suggestions(squatter, later)
    assert "looked at by a doctor" in render(card.reason)
    assert render(card.would_change) == "A professional's all-clear."


def test_strong_pain_leaves_no_load_however_long_ago_until_the_lift_was_done_without(
    squatter, today, train
):
    train(squatter, SQUAT, today - DAY, *(easy(pain=6),) * 3)
    later = today + timedelta(days=20)
    planned = PlannedExercise(SQUAT, (OPEN,))
    made = loads.with_open_loads(planned, later, loads.LoadBasis(squatter, later))
    assert made.sets[0].load_kg is None
    train(squatter, SQUAT, later, *(easy(60.0),) * 3)
    made = loads.with_open_loads(planned, later + DAY, loads.LoadBasis(squatter, later + DAY))
    assert 0.0 < (made.sets[0].load_kg or 0.0) <= 90.0


def test_a_planned_session_weeks_after_strong_pain_shows_and_fills_in_no_load(
    squatter, today, train
):
    train(squatter, SQUAT, today, *(easy(pain=6),) * 3)
    back = today + timedelta(days=21)
    lifts = (PlannedExercise(SQUAT, (SET_OF_5,) * 3),)
    block = Mesocycle("Block", back, (Microcycle(1, back, (PlannedSession("A", 0, lifts),)),))
    week = plan.mesocycle(plan.add_mesocycle(squatter, block)).weeks[0]
    session = logging.start_planned(squatter, week.sessions[0].id, back)
    [card] = logging.session_view(squatter, session, back).cards
    known = {(row.target.load_kg, row.suggested_kg, row.asks_load) for row in card.rows}
    assert known == {(None, None, True)}


def said_beside(lifter: int, on: date, week: Microcycle) -> set[str]:
    """Return what plan and sheet say beside the loads of a week, as the day comes."""
    view = planning.view(lifter, week.starts_on, on, week.id)
    assert view is not None
    sheet = printing.week_sheet(lifter, week.starts_on, on)
    lines = (line for made in sheet.sessions for line in made.lines)
    return {*view.hurt.values(), *(line.note for line in lines if line.note)}


@pytest.mark.parametrize("days", [2, 20])
def test_pain_stands_beside_the_load_in_plan_and_sheet(squatter, today, train, days):
    train(squatter, SQUAT, today, *(easy(pain=6),) * 3)
    week, told = ahead(squatter, today + timedelta(days)), "ain 6 out of 10 on 5 Nov: only when "
    assert said_beside(squatter, today, week) == {f"p{told}that is gone", f"P{told}that is gone."}
    train(squatter, SQUAT, today + DAY, easy(pain=2))
    assert said_beside(squatter, today + DAY, week) == set()


def test_pain_to_be_looked_at_is_told_until_that_was_done(squatter, today, train):
    week = ahead(squatter, today)
    train(squatter, SQUAT, today - DAY, easy(pain=8))
    assert "pain 8 out of 10 on 4 Nov: to be looked at first" in said_beside(squatter, today, week)
    made = health.raise_referral(squatter, Topic.STRONG_PAIN, today, ReferralSource.LOG, SQUAT)
    assert said_beside(squatter, today, week) == set()
    (waits,) = health.waiting(squatter, today)
    assert waits.id == made
    health.clear(squatter, waits, Clearance(today, "Dr. Knie"))
    assert said_beside(squatter, today, week) == set()


def test_once_pain_is_cleared_the_lift_is_advised_carefully_again(squatter, today, train):
    week = ahead(squatter, today)
    train(squatter, SQUAT, today - DAY, easy(pain=8))
    before = before_session.before(squatter, SQUAT, today)
    assert safety.STOP_RULE in {made.rule for made in suggesting.all_suggestions(squatter, today)}
    assert [made.exercise for made, _ in pain_referral.offers(squatter, today)] == [SQUAT]
    health.raise_referral(squatter, Topic.STRONG_PAIN, today, ReferralSource.LOG, SQUAT)
    (waits,) = health.waiting(squatter, today)
    health.clear(squatter, waits, Clearance(today, "Dr. Knie"))
    rules = {made.rule for made in suggesting.all_suggestions(squatter, today)}
    assert "hold.pain" in rules
    assert not rules & {safety.STOP_RULE, safety.REFER_RULE}
    assert pain_referral.offers(squatter, today) == []
    assert before_session.before(squatter, SQUAT, today) is not before
    assert {kg for kg in computed(squatter, today, week) if kg} == {90.0}
    train(squatter, SQUAT, today + DAY, easy(pain=8))
    later = suggesting.all_suggestions(squatter, today + 2 * DAY)
    assert safety.REFER_RULE in {made.rule for made in later}


def told_on_card(lifter: int, session: int, on: date) -> next_set.NextLine:
    (card,) = logging.session_view(lifter, session, on).cards
    return next_set.next_line(next_set.grounds(lifter, card), card, card.rows[0])


def test_who_comes_back_after_pain_is_told_on_the_card_and_beside_the_loads(squatter, today, train):
    train(squatter, SQUAT, today, *(easy(pain=6),) * 3)
    train(squatter, "bench-press", today, *(easy(),) * 3)
    back = today + timedelta(days=20)
    lifts = tuple(PlannedExercise(slug, (SET_OF_5,) * 3) for slug in (SQUAT, "bench-press"))
    block = Mesocycle("Block", back, (Microcycle(1, back, (PlannedSession("A", 0, lifts),)),))
    plan.add_mesocycle(squatter, block)
    made = suggesting.all_suggestions(squatter, back)
    changes = load_changes.load_changes(squatter, made, back).changes
    assert "Back squat" not in {each.name for each in changes}
    [card] = [each for each in made if each.exercise == SQUAT]
    assert render(card.headline) == "Welcome back: 2 × 5"
    assert render(card.reason).startswith("Pain of 6 out of 10 on 5 Nov: only when that is gone")
    session = logging.start_free(squatter, back)
    slot = logging.add_exercise(session, SQUAT)
    said = told_on_card(squatter, session, back)
    assert said.urgent
    assert said.news is not None
    assert render(said.news).startswith(
        "Pain of 6 out of 10 on 5 Nov: only when that is gone; begin"
    )
    logging.log_sets(slot, [replace(easy(20.0), kind=SetKind.WARMUP)])
    assert told_on_card(squatter, session, back).urgent
    logging.log_sets(slot, [easy(60.0)])
    assert not told_on_card(squatter, session, back).urgent
