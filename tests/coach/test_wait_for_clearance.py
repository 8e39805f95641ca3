"""While a clearance is waited for no load is suggested, anywhere; all the rest goes on."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from planner.coach import (
    charts,
    filling,
    health,
    load_jumps,
    loads,
    logging,
    looking_back,
    next_set,
    printing,
    questions,
    scope,
    silence,
    suggesting,
    way_back,
)
from planner.coach.health import Clearance
from planner.coach.next_time import looking_ahead
from planner.coach.parts import at_once
from planner.coach.quiet import quiet
from planner.coach.refused import Refused
from planner.coach.wording import render
from planner.engine.terms import (
    Intake,
    Limit,
    LoggedSet,
    Mesocycle,
    Microcycle,
    PlannedExercise,
    PlannedSession,
    PlannedSet,
    Profession,
    ReferralSource,
    Restriction,
    SuggestionKind,
    Topic,
)
from planner.storage import health as storage, plan

DAY = timedelta(days=1)
CARDIAC = ((Topic.CARDIAC_EVENT, True),)
FAILED = LoggedSet(100.0, 2, 0.0, load=100.0)
OPEN, SHARE = PlannedSet(5, 5, 2.0), PlannedSet(5, 5, percent_e1rm=0.8)
KG = PlannedSet(5, 5, 2.0, load_kg=100.0, load=100.0)


@pytest.fixture
def training(squatter, today):
    """Plan squats for a squatter back after a pause, and log a set today that fell far short."""
    slots = tuple(PlannedExercise("back-squat", (each,) * 3) for each in (KG, OPEN, SHARE))
    sessions = tuple(PlannedSession(f"Day {day}", day, slots) for day in (0, 2, 4))
    plan.add_mesocycle(squatter, Mesocycle("Block", today, (Microcycle(1, today, sessions),)))
    session = logging.start_planned(squatter, logging.planned_today(squatter, today)[0][0], today)
    first = logging.session_view(squatter, session, today).cards[0]
    logging.log_sets(first.logged_exercise_id, [FAILED])
    return squatter, session


def suggested(lifter, session, today):
    """Name every place that suggests a load to a lifter."""
    view = logging.session_view(lifter, session, today)
    card = view.cards[0]
    row = next(row for row in card.rows if row.logged is None)
    said = next_set.next_line(next_set.grounds(lifter, card), card, row, 100.0)
    block = plan.mesocycle_on(lifter, today)
    asked = suggesting.advised(lifter, today)
    basis = loads.LoadBasis(lifter, today)
    slots = [slot for made in block.weeks[0].sessions for slot in made.exercises]
    found = {
        "suggestions": asked.every,
        "next set": said.offer or said.forecast,
        "open rows": [row.suggested_kg for card in view.cards[1:2] for row in card.rows
                      if row.last is None and row.suggested_kg],
        "next time": [made for made in at_once(looking_ahead(lifter, view, today)).lifts
                      if made.changes],
        "fill loads": filling.open_lifts(block, {}, basis),
        "shares of strength": [each for slot in slots
                               for each in loads.by_percent(slot, today, basis).sets
                               if each.percent_e1rm and each.load_kg],
        "after a session": [made for made in looking_back.sessions(lifter, "back-squat", today)
                            if made.on == today and made.headline],
        "jump": load_jumps.question(lifter, today),
        "sheet": [line for line in printing.week_sheet(lifter, today, today).this_week
                  if "clearance" not in line],
    }  # fmt: skip
    return {place for place, made in found.items() if made}


def test_a_cardiac_event_in_the_intake_blocks_every_load_suggestion_until_a_clearance_is_entered(
    training, today
):
    lifter, session = training
    before = suggested(lifter, session, today)
    assert {"next set", "fill loads", "shares of strength", "next time"} <= before
    health.answer(lifter, Intake(today, CARDIAC))
    assert suggested(lifter, session, today) == set()
    [waits] = health.waiting(lifter, today)
    assert health.judgement(waits.topic).professions[0] is Profession.CARDIOLOGIST
    health.clear(lifter, waits, Clearance(today, "Dr. Cor", Profession.CARDIOLOGIST))
    assert suggested(lifter, session, today) == before


def test_why_is_told_wherever_a_load_would_stand(training, today):
    lifter, session = training
    health.answer(lifter, Intake(today, CARDIAC))
    words = "Waiting for clearance since 5 Nov: no load is suggested until it is entered."
    view = logging.session_view(lifter, session, today)
    card = view.cards[0]
    said = next_set.next_line(next_set.grounds(lifter, card), card, card.rows[-1], 100.0)
    again = at_once(looking_ahead(lifter, view, today)).lifts[0]
    assert render(quiet(lifter, today).blocked) == words
    assert [render(each) for each in (silence.why(lifter, today), again.why)] == [words] * 2
    assert (said.news, said.offer) == (None, None)  # the line of the day above says it
    assert printing.week_sheet(lifter, today, today).stop == words


def test_logging_plans_and_charts_go_on_while_a_clearance_is_waited_for(training, today):
    lifter, session = training
    health.answer(lifter, Intake(today, CARDIAC))
    card = logging.session_view(lifter, session, today).cards[0]
    logging.log_sets(card.logged_exercise_id, [LoggedSet(60.0, 5, load=60.0)])
    card = logging.session_view(lifter, session, today).cards[0]
    assert [row.logged.load_kg for row in card.rows if row.logged] == [100.0, 60.0]
    assert (card.rows[-1].target.reps_low, card.rows[-1].target.load_kg) == (5, None)
    assert charts.strength(lifter, "back-squat", today).points


def test_an_accepted_return_is_not_eased_further_while_a_clearance_is_waited_for(squatter, today):
    back = today + timedelta(weeks=6)
    sessions = tuple(PlannedSession("A", day, (PlannedExercise("back-squat", (KG,)),))
                     for day in (0, 2, 4))  # fmt: skip
    plan.add_mesocycle(squatter, Mesocycle("Back", back, (Microcycle(1, back, sessions),)))
    [made] = [s for s in suggesting.suggestions(squatter, back)
              if s.kind is SuggestionKind.RETURN_RAMP]  # fmt: skip
    assert way_back.eased(squatter, made, back)
    health.raise_referral(squatter, Topic.SURGERY, back, ReferralSource.ABSENCE)
    assert way_back.eased(squatter, made, back) == []


def test_a_lift_sent_to_a_professional_waits_alone(training, today):
    lifter, session = training
    health.raise_referral(lifter, Topic.STRONG_PAIN, today, ReferralSource.LOG, "bench-press")
    assert quiet(lifter, today).blocked is None
    assert "next set" in suggested(lifter, session, today)
    health.raise_referral(lifter, Topic.STRONG_PAIN, today, ReferralSource.LOG, "back-squat")
    assert suggested(lifter, session, today) == set()
    assert len(health.waiting(lifter, today)) == 2


def test_a_jump_of_loads_is_not_asked_about_while_a_clearance_is_waited_for(per_hand, today):
    assert load_jumps.question(per_hand, today) is not None
    health.answer(per_hand, Intake(today, CARDIAC))
    assert load_jumps.question(per_hand, today) is None
    assert questions.questions(per_hand, today, ()) == ()


def test_the_newest_answers_count_and_older_ones_are_kept(squatter, today):
    health.answer(squatter, Intake(today, ((Topic.KIDNEY, True),)))
    health.answer(squatter, Intake(today + DAY, ((Topic.KIDNEY, False),)))
    assert not health.said(squatter, Topic.KIDNEY)
    assert [made.on for made in storage.intakes(squatter)] == [today, today + DAY]


def test_answered_questions_are_due_again_after_a_year(squatter, today):
    assert health.due_again(squatter, today) is None
    health.answer(squatter, Intake(today))
    assert health.due_again(squatter, today + timedelta(days=365)) is None
    assert health.due_again(squatter, today + timedelta(days=367)) == today


def test_the_limits_of_a_clearance_are_kept_with_who_set_them(squatter, today):
    health.raise_referral(squatter, Topic.SURGERY, today, ReferralSource.INTAKE)
    [waits] = health.waiting(squatter, today)
    limit = Restriction(today, today + 90 * DAY, "Dr. Knie", Profession.SURGEON, Limit.KNEE)
    health.clear(squatter, waits, Clearance(today, "Dr. Knie", Profession.SURGEON), [limit])
    assert [replace(made, id=None, uid="") for made in storage.restrictions(squatter)] == [limit]
    assert health.waiting(squatter, today) == ()


def test_a_limit_that_ends_before_it_begins_is_refused_and_clears_nothing(squatter, today):
    health.raise_referral(squatter, Topic.SURGERY, today, ReferralSource.INTAKE)
    [waits] = health.waiting(squatter, today)
    backwards = Restriction(today, today - DAY, limit=Limit.KNEE)
    for store in (
        lambda: health.clear(squatter, waits, Clearance(today, "Dr. Knie"), [backwards]),
        lambda: scope.keep(squatter, backwards),
    ):
        with pytest.raises(Refused, match="last day comes before its first"):
            store()
    assert health.waiting(squatter, today) == (waits,)
    assert storage.restrictions(squatter) == []


def test_a_past_day_knows_what_waited_then(squatter, today):
    health.raise_referral(squatter, Topic.SURGERY, today - 9 * DAY, ReferralSource.INTAKE)
    [waits] = health.waiting(squatter, today)
    health.clear(squatter, waits, Clearance(today, "Dr. Knie"))
    assert quiet(squatter, today - 10 * DAY).blocked is None
    assert quiet(squatter, today - DAY).blocked is not None
    assert quiet(squatter, today).blocked is None
